// SPDX-License-Identifier: Apache-2.0
// Reads what a request for a forecast asks for. Nothing of it is trusted: types, ranges, names, places.
#include <fmt/format.h>

#include <charconv>

#include "armistice/model/override.h"
#include "armistice/model/read.h"
#include "armistice/output/pages/json.h"
#include "armistice/server/api_json.h"

namespace armistice {
namespace {

constexpr std::int64_t most_runs = 10'000'000;
constexpr std::size_t most_words = 2000, longest_word = 300;
constexpr int deepest = 8;  // of the JSON: what is asked for has two levels

struct Asked {
  std::string dossier, study, protocol = "text";
  std::int64_t runs = 0;
  std::uint64_t seed = 1;
  int weeks = 0;  // 0: the dossier's
  std::vector<std::string> off, set;
  bool central = false;
};

// Sorted by key: the pages' JSON keeps the order and looks at every key before it adds one, which a body of many keys
// would make slow.
using Body = nlohmann::json;

// Parsed, or nothing: also where it is nested deeper than anybody needs; what lies deeper is not even kept.
std::optional<Body> parsed(const std::string& body) {
  if (body.find('\0') != std::string::npos) return std::nullopt;  // the parser would take it for the end
  bool deep = false;
  const auto shallow = [&](int depth, Body::parse_event_t, const Body&) {
    deep = deep || depth > deepest;
    return !deep;
  };
  Body json = Body::parse(body, shallow, false);
  if (json.is_discarded() || deep) return std::nullopt;
  return json;
}

std::string read_words(const Body& value, const std::string& key, std::vector<std::string>& words) {
  if (!value.is_array() || value.size() > most_words) return key + " is to be a list of words";
  for (const Body& word : value) {
    if (!word.is_string()) return key + " is to be a list of words";
    if (word.get_ref<const std::string&>().size() > longest_word) return key + " holds a word that is too long";
    words.push_back(word);
  }
  return "";
}

std::string read_whole(const Body& value, const std::string& key, std::int64_t least, std::int64_t most,
                       std::int64_t& whole) {
  if (!value.is_number_integer() || (value.is_number_unsigned() && value.get<std::uint64_t>() > INT64_MAX) ||
      value.get<std::int64_t>() < least || value.get<std::int64_t>() > most)
    return fmt::format("{} is to be a whole number from {} to {}", key, least, most);
  whole = value;
  return "";
}

std::string read_seed(const Body& value, std::uint64_t& seed) {
  const std::string wrong = "seed is to be a whole number from 0 to 18446744073709551615, in quotes";
  if (!value.is_string()) return wrong;
  const std::string& text = value.get_ref<const std::string&>();
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
  return text.empty() || error != std::errc() || end != text.data() + text.size() ? wrong : "";
}

std::string read_text(const Body& value, const std::string& key, std::string& text) {
  if (!value.is_string()) return key + " is to be a text";
  text = value;
  return "";
}

std::string read_asked(const Body& json, Asked& asked) {
  if (!json.is_object()) return "an object is wanted: {\"dossier\": ..., \"study\": ..., \"runs\": ..., \"seed\": ...}";
  for (const auto& [key, value] : json.items()) {
    std::string wrong;
    std::int64_t weeks = 0;
    if (key == "dossier")
      wrong = read_text(value, key, asked.dossier);
    else if (key == "study")
      wrong = read_text(value, key, asked.study);
    else if (key == "protocol")
      wrong = read_text(value, key, asked.protocol);
    else if (key == "runs")
      wrong = read_whole(value, key, 1, most_runs, asked.runs);
    else if (key == "seed")
      wrong = read_seed(value, asked.seed);
    else if (key == "off")
      wrong = read_words(value, key, asked.off);
    else if (key == "set")
      wrong = read_words(value, key, asked.set);
    else if (key == "central" && value.is_boolean())
      asked.central = value;
    else if (key == "central")
      wrong = "central is to be true or false";
    else if (key == "weeks")
      wrong = read_whole(value, key, 1, 520, weeks), asked.weeks = static_cast<int>(weeks);
    else
      wrong = fmt::format("nothing is known of \"{}\"", key.substr(0, 60));
    if (!wrong.empty()) return wrong;
  }
  if (asked.dossier.empty()) return "dossier is missing";
  if (asked.study.empty()) return "study is missing";
  return asked.runs == 0 ? "runs is missing" : "";
}

// Where no new study may go. A lock alone is of a study that was ended before its first line.
bool holds_other_things(const std::filesystem::path& folder) {
  std::error_code error;
  if (!std::filesystem::exists(folder, error)) return false;
  if (!std::filesystem::is_directory(folder, error)) return true;
  for (const char* file : {"manifest.sqlite", ".lock"})
    if (std::filesystem::exists(folder / file, error)) return false;
  return !std::filesystem::is_empty(folder, error);
}

JobAsked no(unsigned status, const std::string& why, const Problems& problems = {}) {
  return {std::nullopt, status, fault_json(why, problems)};
}

}  // namespace

JobAsked job_asked(const Library& library, const std::string& body) {
  const std::optional<Body> json = parsed(body);
  if (!json) return no(400, "the body is not JSON that can be read");
  Asked asked;
  if (const std::string wrong = read_asked(*json, asked); !wrong.empty()) return no(400, wrong);
  const auto at = library.dossier(asked.dossier);
  if (!at) return no(404, "there is no such dossier in the served folder");
  const auto folder = library.place_for(asked.study);
  if (!folder) return no(400, "a study is named by letters, digits, \"-\", \"_\" and \".\", 64 at most");
  Plan plan{.seed = asked.seed, .on = {}, .central = asked.central};
  for (const std::string& name : asked.off)
    if (!turn_off(plan.on, name)) return no(400, fmt::format("there is no mechanism \"{}\"", name.substr(0, 60)));
  const auto protocol = talk_protocol(asked.protocol);
  if (!protocol) return no(400, fmt::format("there is no protocol \"{}\"", asked.protocol.substr(0, 60)));
  plan.protocol = *protocol;

  Problems problems;
  std::optional<Dossier> dossier = read_dossier(*at, problems);
  if (dossier) check_meaning(*dossier, problems);
  if (dossier && problems.empty()) set_numbers(*dossier, asked.set, problems);
  if (!problems.empty()) return no(400, "the dossier or the numbers set have problems", problems);
  JobWanted wanted{*folder, library.inside(*folder), compile(std::move(*dossier)), plan, asked.runs};
  if (asked.weeks > 0) wanted.model.weeks = asked.weeks;
  if (const auto key = read_key(*folder))
    if (const std::string why = mismatch(*key, study_key(wanted.model, plan)); !why.empty())
      return no(409, why + "; give another name");
  if (holds_other_things(*folder)) return no(409, "the folder of that name holds other things; give another name");
  return {std::move(wanted), 201, ""};
}

}  // namespace armistice
