// SPDX-License-Identifier: Apache-2.0
#include "armistice/base/version.h"
#include "armistice/output/pages/json.h"
#include "armistice/output/pages/sections.h"
#include "armistice/output/summary_files.h"

namespace armistice {
namespace {

Json parties_of(const Model& m) {
  Json list = Json::array();
  for (std::size_t i = 0; i < m.party.size(); ++i) {
    const Party& party = m.dossier.parties[i];
    Json side = nullptr;
    for (std::size_t s = 0; s < 2; ++s)
      if (m.party_of_side[s] == static_cast<int>(i)) side = s == side_a ? "A" : "B";
    list.push_back({{"id", party.name.id},
                    {"name", said(party.name)},
                    {"roles", party.roles},
                    {"side", side},
                    {"signs", (m.signatories >> i & 1u) != 0},
                    {"stake", static_cast<bool>(m.values_something[i])}});
  }
  return list;
}

Json issues_of(const Model& m) {
  Json list = Json::array();
  for (int k = 0; k < m.issues; ++k) {
    const Issue& issue = m.dossier.issues[static_cast<std::size_t>(k)];
    Json options = Json::array();
    for (int o = 0; o < m.options[static_cast<std::size_t>(k)]; ++o)
      options.push_back({{"id", o == 0 ? "open" : issue.options[static_cast<std::size_t>(o) - 1].name.id},
                         {"name", said(option_name(m, k, o))}});
    list.push_back(
        {{"id", issue.name.id}, {"name", said(issue.name)}, {"core", issue.core}, {"options", std::move(options)}});
  }
  return list;
}

// The summary's own, and what it leaves unsaid: that some numbers are assumed where most are not, that runs were added
// since.
Json warnings_of(const StudyPages& pages, const Json& summary) {
  Json warnings = summary.at("warnings");
  const std::int64_t all = summary.at("knobs").at("all"), cited = summary.at("knobs").at("cited"),
                     runs = summary.at("runs");
  if (cited < all && 2 * cited >= all)
    warnings.push_back(said(
        Phrase{fmt::format("{} of {} numbers are assumed, not taken from a source: what rests on them is a judgement",
                           all - cited, all),
               fmt::format("{1} 个数中 {0} 个为假设，没有来源：以其为据的结果只是判断", all - cited, all)}));
  if (runs < pages.study.runs)
    warnings.push_back(said(Phrase{
        fmt::format("the study holds {} runs, its futures tell of the first {}: its forecast was stopped while it "
                    "went on, and the same command finishes it",
                    pages.study.runs, runs),
        fmt::format("研究已有 {} 次模拟，“前景”页只统计了前 {} 次：续算中途停止，再次运行同一命令即可完成",
                    pages.study.runs, runs)}));
  return warnings;
}

}  // namespace

std::string head_section(const StudyPages& pages) {
  const Model& m = pages.study.model;
  const Json summary = summary_of(pages);
  Json head{{"program", "armistice"}, {"version", version()}};
  head["dossier"] = summary.at("dossier");
  head["seed"] = std::to_string(pages.study.key.seed);
  for (const char* key : {"command", "runs", "weeks", "off"}) head[key] = summary.at(key);
  head["set"] = summary.value("set", Json::array());
  head["protocol"] = summary.at("protocol");
  head["made"] = time_now();
  head["lang"] = pages.lang;
  head["pages"] = pages.shown;
  head["parties"] = parties_of(m);
  head["issues"] = issues_of(m);
  for (const char* key : {"confidence", "knobs", "left_out"}) head[key] = summary.at(key);
  head["warnings"] = warnings_of(pages, summary);
  return inlined(head);
}

}  // namespace armistice
