// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <optional>

#include "armistice/base/problem.h"
#include "armistice/output/deal_tables.h"
#include "cli/deals.h"
#include "cli/set.h"

namespace armistice {
namespace {

std::string with_suggestion(const std::string& message, const std::string& name,
                            const std::vector<std::string>& known) {
  const std::string near = suggestion(name, known);
  return message + (near.empty() ? "" : fmt::format("; did you mean \"{}\"?", near));
}

template <class Items>
std::vector<std::string> ids(const Items& items) {
  std::vector<std::string> found;
  for (const auto& item : items) found.push_back(item.name.id);
  return found;
}

// The place of an id in a list, or nothing with the reason in `wrong`.
std::optional<int> find(const std::vector<std::string>& known, const std::string& id, const std::string& what,
                        std::string& wrong) {
  const auto found = std::find(known.begin(), known.end(), id);
  if (found != known.end()) return static_cast<int>(found - known.begin());
  wrong = with_suggestion(fmt::format("there is no {} \"{}\"", what, id), id, known);
  return std::nullopt;
}

// Reads "issue=option" into the question; "" or what is wrong.
std::string require(const Model& m, const std::string& word, DealQuestion& question) {
  const std::size_t sign = word.find('=');
  if (sign == std::string::npos) return fmt::format("--require wants ISSUE=OPTION, not \"{}\"", word);
  std::string wrong;
  const auto issue = find(ids(m.dossier.issues), word.substr(0, sign), "issue", wrong);
  if (!issue) return wrong;
  const Issue& of = m.dossier.issues[static_cast<std::size_t>(*issue)];
  std::vector<std::string> options{"open"};
  for (const std::string& id : ids(of.options)) options.push_back(id);
  const auto option =
      find(options, word.substr(sign + 1), fmt::format("option of the issue \"{}\" called", of.name.id), wrong);
  if (!option) return wrong;
  int& fixed = question.required[static_cast<std::size_t>(*issue)];
  if (fixed >= 0 && fixed != *option) return fmt::format("--require asks for two options of \"{}\"", of.name.id);
  fixed = *option;
  return "";
}

// The question that the flags ask of the model; nothing when they cannot be taken, with the reason in `wrong`.
std::optional<DealQuestion> question_of(const Model& m, const DealsFlags& flags, std::string& wrong) {
  DealQuestion question;
  question.draws = flags.draws;
  question.share = flags.share, question.ratified = flags.ratified;
  question.all_changes = flags.changes;
  question.most_changes = std::max(question.most_changes, flags.changes + 2);
  if (flags.exhaust) question.most_nodes = 1'000'000'000'000;
  question.required.assign(static_cast<std::size_t>(m.issues), -1);
  for (const std::string& id : flags.without) {
    const auto party = find(ids(m.dossier.parties), id, "party", wrong);
    if (!party) return std::nullopt;
    question.without |= 1u << *party;
  }
  if ((m.signatories & ~question.without) == 0) {
    wrong = "--without leaves nobody to sign";
    return std::nullopt;
  }
  for (const std::string& word : flags.require)
    if (wrong = require(m, word, question); !wrong.empty()) return std::nullopt;
  return question;
}

}  // namespace

void deals_of_dossier(const DealsFlags& flags, Common& common) {
  std::optional<Dossier> dossier = usable_dossier(flags.paths[0], flags.set, common);
  if (!dossier) return;
  const Model model = compile(std::move(*dossier));
  std::string wrong;
  auto question = question_of(model, flags, wrong);
  if (!question) return wrong_deals(common, wrong);
  int text = -1;
  if (!flags.text.empty()) {
    const auto found = find(ids(model.dossier.texts), flags.text, "text", wrong);
    if (!found) return wrong_deals(common, wrong);
    text = *found;
  }
  const Plan plan{.seed = common.seed, .on = {}};
  question->threads = common.threads;
  // One line that is rewritten, where somebody is looking.
  const bool shown = !common.quiet && isatty(STDERR_FILENO) == 1;
  const auto stage = [&](const char* what) {
    if (shown) fmt::print(stderr, "\r\033[Klooking for: {}", what);
  };
  const Deals deals = find_deals(model, plan, *question, stage);
  if (shown) fmt::print(stderr, "\r\033[K");
  print(common, deal_tables(model, deals, *question, common.lang, text),
        provenance(model.dossier, common.command, plan.seed));
}

}  // namespace armistice
