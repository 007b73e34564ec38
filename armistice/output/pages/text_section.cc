// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/pages/deals_of.h"
#include "armistice/output/pages/json.h"

namespace armistice {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

Json clause_said(const TextClause& clause) {
  return {{"number", clause.number}, {"text", said(Name{"", clause.en, clause.zh, {}})}, {"sources", clause.sources}};
}

// A clause that leaves its issue open changes nothing either.
bool touches_nothing(const TextClause& clause) { return clause.issue.id.empty() || clause.option.id == "open"; }

// The text's own clauses of which `wanted` is true.
Json clauses_said(const Text& text, auto wanted) {
  Json all = Json::array();
  for (const TextClause& clause : text.clauses)
    if (wanted(clause)) all.push_back(clause_said(clause));
  return all;
}

Json clauses(const Model& m, const TextDeals& text) {
  Json all = Json::array();
  for (const ClauseView& view : text.clauses) {
    const Issue& issue = m.dossier.issues[at(view.issue)];
    Json likes = Json::array();
    for (const double share : view.likes) likes.push_back(share < 0 ? Json(nullptr) : number(share));
    all.push_back({{"issue", view.issue},
                   {"option", view.option},
                   {"likes", std::move(likes)},
                   {"red", view.red_line},
                   {"consensus", view.consensus}});
    all.back()["said"] = clauses_said(m.dossier.texts[at(text.text)], [&](const TextClause& clause) {
      return clause.issue.id == issue.name.id && !touches_nothing(clause);
    });
  }
  return all;
}

Json change(const ClauseChange& c) { return {{"issue", c.issue}, {"from", c.from}, {"to", c.to}}; }

Json changes(const std::vector<ClauseChange>& list) {
  Json all = Json::array();
  for (const ClauseChange& c : list) all.push_back(change(c));
  return all;
}

Json changed_texts(const std::vector<TextChange>& list) {
  Json all = Json::array();
  for (const TextChange& c : list)
    all.push_back({{"changes", changes(c.changes)},
                   {"all_tried", c.all_tried},
                   {"enough", c.enough},
                   {"movement", number(c.movement)},
                   {"deal", deal(c.deal)}});
  return all;
}

Json compensations(const std::vector<Compensation>& list) {
  Json all = Json::array();
  for (const Compensation& c : list)
    all.push_back({{"party", c.party},
                   {"clause", change(c.clause)},
                   {"loss", number(c.loss)},
                   {"given", changes(c.given)},
                   {"worth", number(c.worth)},
                   {"dearest", c.dearest < 0 ? Json(nullptr) : Json(c.dearest)},
                   {"price", number(c.price)}});
  return all;
}

Json accept(const TextView& view) {
  Json all = Json::array();
  for (const PartyView& party : view.party) all.push_back(party.has_stake ? spread(party.accept) : Json(nullptr));
  return all;
}

}  // namespace

std::string text_section(const StudyPages& pages) {
  const Model& m = pages.study.model;
  const Deals& deals = deals_of(pages);
  const Assessment assessment = assess(m, pages.study.plan, pages.draws);
  Json texts = Json::array();
  for (const TextDeals& text : deals.texts) {
    const Text& of = m.dossier.texts[at(text.text)];
    const TextView& view = assessment.texts[at(text.text)];
    Json page = {{"id", of.name.id}, {"name", said(of.name)}, {"date", show(of.date)}};
    page["options"] = m.texts[at(text.text)];
    page["all_accept"] = number(view.all_accept);
    page["accept"] = accept(view);
    page["as_is"] = deal(text.as_is);
    page["clauses"] = clauses(m, text);
    page["other"] = clauses_said(of, touches_nothing);
    page["steps"] = changed_texts(text.steps), page["smallest"] = changed_texts(text.smallest);
    page["compensations"] = compensations(text.compensations);
    texts.push_back(std::move(page));
  }
  return inlined({{"draws", deals.draws}, {"share", deal_question(pages).share}, {"texts", std::move(texts)}});
}

}  // namespace armistice
