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

}  // namespace

std::string head_section(const StudyPages& pages) {
  const Model& m = pages.study.model;
  const Json summary = Json::parse(pages.summary);
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
  for (const char* key : {"confidence", "knobs", "warnings", "left_out"}) head[key] = summary.at(key);
  return inlined(head);
}

}  // namespace armistice
