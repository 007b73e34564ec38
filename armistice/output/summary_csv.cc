// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/summary_files.h"
#include "armistice/output/summary_tables.h"

namespace armistice {
namespace {

std::string head(const Summary& s, std::string_view columns) {
  std::string made = show(provenance_of(s));
  made.pop_back();  // its last line end
  return fmt::format("{}{}\n", commented(made), columns);
}

std::string number(double x) { return std::isfinite(x) ? fmt::format("{:.6g}", x) : ""; }

std::string share(const Share& s) {
  if (s.of == 0) return "0,,,";
  return fmt::format("{},{},{},{}", s.runs, number(s.share), number(s.low), number(s.high));
}

}  // namespace

std::string endings_csv(const Model&, const Summary& s) {
  std::string columns = "ending,name,runs,share,low,high,likelihood,date_q25,date_q50,date_q75";
  for (int mark : s.marks) columns.append(fmt::format(",share_week_{}", mark));
  std::string csv = head(s, columns);
  for (const EndingRow& row : s.endings) {
    const auto date = [&](int week) { return week < 0 ? std::string() : show(day_of(s, week)); };
    csv += fmt::format("{},{},{},{},{},{},{}", row.id, csv_field(row.name.en), share(row.share), row.likelihood.en,
                       date(row.week_25), date(row.week_50), date(row.week_75));
    for (const Share& by : row.by) csv.append(",").append(number(by.share));
    csv += "\n";
  }
  return csv;
}

std::string terms_csv(const Model& model, const Summary& s) {
  std::string csv =
      head(s,
           "issue,option,name,settlements,share_of_settlements,settlements_low,settlements_high,ceasefires,"
           "share_of_ceasefires,ceasefires_low,ceasefires_high");
  for (const TermRow& row : s.terms) {
    const Issue& issue = model.dossier.issues[static_cast<std::size_t>(row.issue)];
    const std::string option =
        row.option == 0 ? "open" : issue.options[static_cast<std::size_t>(row.option) - 1].name.id;
    csv +=
        fmt::format("{},{},{},{},{}\n", issue.name.id, option, csv_field(option_name(model, row.issue, row.option).en),
                    share(row.settlements), share(row.ceasefires));
  }
  return csv;
}

std::string series_csv(const Model&, const Summary& s) {
  std::string csv = head(s, "week,date,series,unit,runs,q05,q25,q50,q75,q95");
  for (int week = 0; week <= s.weeks; ++week) {
    const auto w = static_cast<std::size_t>(week);
    for (const SeriesRow& row : s.series) {
      csv += fmt::format("{},{},{},{},{}", week, show(day_of(s, week)), csv_field(row.name), csv_field(row.unit),
                         s.going_on[w]);
      for (double q : row.quantile[w]) csv.append(",").append(number(q));
      csv += "\n";
    }
  }
  return csv;
}

}  // namespace armistice
