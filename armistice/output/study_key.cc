// SPDX-License-Identifier: Apache-2.0
#include <set>
#include <stdexcept>

#include <fmt/format.h>

#include "armistice/base/version.h"
#include "armistice/model/override.h"
#include "armistice/output/manifest.h"

namespace armistice {
namespace {

std::string joined(const auto& words, std::string_view between) {
  std::string text;
  for (const std::string& word : words) text.append(text.empty() ? "" : between).append(word);
  return text;
}

// The words of a list joined by commas.
std::vector<std::string> split(std::string_view list) {
  std::vector<std::string> words;
  while (!list.empty()) {
    const auto comma = list.find(',');
    words.emplace_back(list.substr(0, comma));
    list = comma == std::string_view::npos ? std::string_view{} : list.substr(comma + 1);
  }
  return words;
}

}  // namespace

StudyKey study_key(const Model& model, const Plan& plan) {
  const Dossier& d = model.dossier;
  return {.version = std::string(version()),
          .dossier_id = d.title.id,
          .dossier_hash = d.hash,
          .dossier_path = std::filesystem::absolute(d.folder).lexically_normal().string(),
          .seed = plan.seed,
          .off = off_list(plan.on),
          .central = plan.central,
          .weeks = model.weeks,
          .search_every = plan.search_every,
          .protocol = std::string(talk_protocol_names[static_cast<std::size_t>(plan.protocol)]),
          .set = joined(numbers_set(d), ",")};
}

Plan plan_of(const StudyKey& key) {
  const auto protocol = talk_protocol(key.protocol);
  if (!protocol) throw std::runtime_error(fmt::format("the study is of an unknown protocol \"{}\"", key.protocol));
  Plan plan{
      .seed = key.seed, .on = {}, .central = key.central, .search_every = key.search_every, .protocol = *protocol};
  for (const std::string& name : split(key.off)) turn_off(plan.on, name);
  return plan;
}

Model model_of(const StudyKey& key, Dossier dossier) {
  Problems problems;
  set_numbers(dossier, set_words(key), problems);
  if (!problems.empty() && dossier.hash == key.dossier_hash)
    throw std::runtime_error(fmt::format("the study's numbers cannot be set: {}", show(problems)));
  Model model = compile(std::move(dossier));
  model.weeks = key.weeks;
  return model;
}

std::vector<std::string> set_words(const StudyKey& key) { return split(key.set); }

std::string set_flags(const StudyKey& key) {
  const std::vector<std::string> words = set_words(key);
  return words.empty() ? "" : "--set " + joined(words, " --set ");
}

std::optional<TalkProtocol> talk_protocol(std::string_view name) {
  for (std::size_t i = 0; i < talk_protocol_names.size(); ++i)
    if (talk_protocol_names[i] == name) return static_cast<TalkProtocol>(i);
  return std::nullopt;
}

std::string off_list(const Switches& on) {
  std::set<std::string> names;
  Switches::list(on, [&](const char* name, bool value, const char*) {
    if (!value) names.insert(name);
  });
  return joined(names, ",");
}

std::vector<std::pair<std::string, std::string>> switch_names() {
  std::vector<std::pair<std::string, std::string>> names;
  const Switches on;
  Switches::list(on, [&](const char* name, bool, const char* meaning) { names.emplace_back(name, meaning); });
  return names;
}

bool turn_off(Switches& on, std::string_view name) {
  bool found = false;
  Switches::list(on, [&](const char* known, bool& value, const char*) {
    if (name == known) value = false, found = true;
  });
  return found;
}

std::string mismatch(const StudyKey& kept, const StudyKey& asked) {
  std::vector<std::string> differ;
  const auto compare = [&](std::string_view what, const auto& a, const auto& b) {
    if (a != b) differ.push_back(fmt::format("{} {} there, {} here", what, a, b));
  };
  const auto named = [](const std::string& list) { return list.empty() ? std::string("none") : list; };
  compare("dossier", kept.dossier_id, asked.dossier_id);
  compare("dossier hash", kept.dossier_hash, asked.dossier_hash);
  compare("version", kept.version, asked.version);
  compare("seed", kept.seed, asked.seed);
  compare("switched off:", named(kept.off), named(asked.off));
  compare("central", kept.central, asked.central);
  compare("weeks", kept.weeks, asked.weeks);
  compare("weeks between searches", kept.search_every, asked.search_every);
  compare("protocol", kept.protocol, asked.protocol);
  if (kept.set != asked.set)
    differ.push_back("the study was made " + (kept.set.empty() ? "without --set" : "with " + set_flags(kept)));
  if (differ.empty()) return "";
  return fmt::format("the folder holds runs of another study ({})", joined(differ, "; "));
}

}  // namespace armistice
