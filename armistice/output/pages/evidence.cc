// SPDX-License-Identifier: Apache-2.0
// Where the numbers come from: sources, claims with their grades and what rests on them, every number, dated events.
#include "armistice/model/evidence.h"

#include "armistice/output/pages/json.h"
#include "armistice/output/pages/sections.h"

namespace armistice {
namespace {

Json sources_of(const Dossier& d) {
  Json list = Json::array();
  for (const Source& s : d.sources)
    list.push_back({{"id", s.name.id},
                    {"title", s.name.en.empty() ? s.name.zh : s.name.en},
                    {"author", s.author},
                    {"publisher", s.publisher},
                    {"date", s.date == Date{} ? "" : show(s.date)},
                    {"reliability", std::string(1, s.reliability)},
                    {"licence", s.licence}});
  return list;
}

Json claims_of(const Dossier& d) {
  std::map<std::string, std::vector<std::size_t>> used;
  for (std::size_t k = 0; k < d.knobs.size(); ++k)
    for (const std::string& id : d.knobs[k].sources) used[id].push_back(k);
  Json list = Json::array();
  for (const Claim& c : d.claims)
    list.push_back({{"id", c.id},
                    {"source", c.source.id},
                    {"locator", c.locator},
                    {"claim", c.claim},
                    {"information", std::string(1, c.information)},
                    {"fingerprint", c.fingerprint},
                    {"used", used[c.id]}});
  return list;
}

Json numbers_of(const Dossier& d) {
  Json list = Json::array();
  for (const Knob& k : d.knobs)
    list.push_back({{"path", k.path},
                    {"value", show(k)},
                    {"unit", k.unit},
                    {"meaning", k.meaning},
                    {"from", k.by_hand           ? "set by hand"
                             : k.omitted         ? "left out"
                             : k.structural      ? "none"
                             : k.sources.empty() ? "assumed"
                                                 : "cited"},
                    {"sources", k.sources}});
  return list;
}

}  // namespace

std::string evidence_section(const StudyPages& pages) {
  const Dossier& d = pages.study.model.dossier;
  Json all_grades = Json::array(), events = Json::array();
  for (const Grade& g : grades(d))
    all_grades.push_back(
        {{"grade", std::string{g.reliability, g.information}}, {"claims", g.claims}, {"numbers", g.numbers}});
  for (const Event& e : d.events)
    events.push_back({{"id", e.name.id},
                      {"name", said(e.name)},
                      {"date", show(e.date)},
                      {"known", show(e.known)},
                      {"kind", e.kind},
                      {"sources", e.sources}});
  return inlined(Json{{"sources", sources_of(d)},
                      {"claims", claims_of(d)},
                      {"numbers", numbers_of(d)},
                      {"grades", std::move(all_grades)},
                      {"events", std::move(events)}});
}

}  // namespace armistice
