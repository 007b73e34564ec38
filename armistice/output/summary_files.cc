// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/summary_files.h"

#include <fmt/format.h>
#include <ctime>

#include "armistice/output/pages/json.h"

namespace armistice {
namespace {

Json with(Json head, const Json& more) {
  head.update(more);
  return head;
}

Json by_week(const Summary& s, const std::vector<Share>& shares) {
  Json list = Json::array();
  for (std::size_t i = 0; i < shares.size(); ++i)
    list.push_back(with({{"week", s.marks[i]}, {"date", show(day_of(s, s.marks[i]))}}, share(shares[i])));
  return list;
}

Json endings(const Summary& s) {
  Json list = Json::array();
  for (const EndingRow& row : s.endings) {
    const auto week = [](int w) { return w < 0 ? Json(nullptr) : Json(w); };
    const auto date = [&](int w) { return w < 0 ? Json(nullptr) : Json(show(day_of(s, w))); };
    Json entry = with({{"id", row.id}, {"name", said(row.name)}}, share(row.share));
    entry["likelihood"] = said(row.likelihood);
    entry["weeks"] = {{"q25", week(row.week_25)}, {"q50", week(row.week_50)}, {"q75", week(row.week_75)}};
    entry["dates"] = {{"q25", date(row.week_25)}, {"q50", date(row.week_50)}, {"q75", date(row.week_75)}};
    entry["by"] = by_week(s, row.by);
    list.push_back(std::move(entry));
  }
  return list;
}

Json terms(const Model& model, const Summary& s) {
  Json list = Json::array();
  for (const TermRow& row : s.terms) {
    const Issue& issue = model.dossier.issues[static_cast<std::size_t>(row.issue)];
    if (row.option == 0)
      list.push_back(
          {{"issue", issue.name.id}, {"name", said(issue_name(model, row.issue))}, {"options", Json::array()}});
    const std::string id = row.option == 0 ? "open" : issue.options[static_cast<std::size_t>(row.option) - 1].name.id;
    list.back()["options"].push_back({{"option", id},
                                      {"name", said(option_name(model, row.issue, row.option))},
                                      {"settlements", share(row.settlements)},
                                      {"ceasefires", share(row.ceasefires)}});
  }
  return list;
}

Json zone(const Model& model, const Summary& s) {
  Json blockers = Json::array();
  for (const BlockerRow& row : s.blockers)
    blockers.push_back({{"party", model.dossier.parties[static_cast<std::size_t>(row.party)].name.id},
                        {"name", said(party_name(model, row.party))},
                        {"share", share(row.share)}});
  return {{"found", share(s.zone)},
          {"distance", quantiles(s.distance)},
          {"blockers", blockers},
          {"note", said(Phrase{"found by search: a lower bound", "由搜索得出：为下界"})}};
}

Json over_time(const Summary& s) {
  Json by_ending = Json::object();
  for (const EndingRow& row : s.endings) {
    Json column = Json::array();
    for (const auto& week : s.over_time) column.push_back(number(week[static_cast<std::size_t>(row.ending)]));
    by_ending[row.id] = std::move(column);
  }
  return {{"weeks", s.weeks}, {"endings", by_ending}, {"going_on", s.going_on}};
}

Json all_series(const Summary& s) {
  static constexpr std::array<const char*, 5> keys{"q05", "q25", "q50", "q75", "q95"};
  Json list = Json::array();
  for (const SeriesRow& row : s.series) {
    Json entry{{"name", row.name}, {"unit", row.unit}};
    for (std::size_t q = 0; q < keys.size(); ++q) {
      Json column = Json::array();
      for (const auto& week : row.quantile) column.push_back(number(week[q]));
      entry[keys[q]] = std::move(column);
    }
    list.push_back(std::move(entry));
  }
  return list;
}

Json outside(const OutsideView& view) {
  Json rows = Json::array(), spread = Json::array();
  for (const OutsideRow& row : view.rows) {
    Json within = Json::array();
    for (std::size_t i = 0; i < outside_weeks.size(); ++i)
      within.push_back({{"weeks", outside_weeks[i]},
                        {"chance", row.chance[i] ? number(*row.chance[i]) : Json(nullptr)},
                        {"low", row.interval[i] ? number(row.interval[i]->low) : Json(nullptr)},
                        {"high", row.interval[i] ? number(row.interval[i]->high) : Json(nullptr)}});
    rows.push_back({{"law", row.law}, {"within", within}});
  }
  for (std::size_t i = 0; i < outside_weeks.size(); ++i)
    spread.push_back(
        {{"weeks", outside_weeks[i]}, {"low", number(view.spread[i].low)}, {"high", number(view.spread[i].high)}});
  return {{"source", "Correlates of War 4.0 (Sarkees and Wayman 2010): interstate wars, active days"},
          {"age_days", view.age_days},
          {"wars", view.wars},
          {"as_long", view.as_long},
          {"rows", rows},
          {"spread", spread}};
}

}  // namespace

std::string summary_json(const Model& model, const Summary& s, const std::string& time) {
  Json j{{"program", "armistice"}, {"version", s.key.version}};
  j["dossier"] = {{"id", s.key.dossier_id},
                  {"title", said(s.title)},
                  {"hash", s.key.dossier_hash},
                  {"as_of", show(s.as_of)},
                  {"handling", s.handling}};
  j["command"] = s.command;
  j["seed"] = s.key.seed;
  j["off"] = words(s.key.off);
  j["set"] = set_words(s.key);
  j["central"] = s.key.central;
  j["protocol"] = s.key.protocol;
  j["runs"] = s.runs;
  j["weeks"] = s.weeks;
  j["endings"] = endings(s);
  j["deals"] = {{"ever_settled", share(s.ever_settled)},
                {"settled_by", by_week(s, s.settled_by)},
                {"ceased_by", by_week(s, s.ceased_by)}};
  j["terms"] = terms(model, s);
  j["zone"] = zone(model, s);
  j["process"] = {{"meetings", number(s.meetings_a_run)},
                  {"refusals", number(s.refusals_a_run)},
                  {"ceasefires_broken", number(s.ceasefires_broken_a_run)}};
  j["over_time"] = over_time(s);
  j["series"] = all_series(s);
  j["outside"] = outside(s.outside);
  j["confidence"] = {{"level", said(s.confidence)}, {"why", said(s.confidence_why)}};
  j["knobs"] = {{"all", s.knobs}, {"cited", s.knobs_cited}, {"drawn", s.knobs_drawn}};
  j["warnings"] = sentences(s.warnings);
  j["left_out"] = sentences(s.left_out);
  j["time"] = time;
  return j.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string time_now() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday,
                     utc.tm_hour, utc.tm_min, utc.tm_sec);
}

}  // namespace armistice
