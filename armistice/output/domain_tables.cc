// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/domain_tables.h"

#include <fmt/format.h>

#include <algorithm>

#include "armistice/output/domain_extra_tables.h"
#include "armistice/output/label.h"

namespace armistice {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

std::string joined(const std::vector<std::string>& words, std::size_t most) {
  std::string all;
  for (std::size_t i = 0; i < std::min(words.size(), most); ++i) all += (i ? ", " : "") + words[i];
  return words.size() > most ? fmt::format("{}, ... ({})", all, words.size()) : all;
}

Cell count(std::uint64_t value) {
  Cell cell(fmt::format("{}", value));
  cell.number = static_cast<double>(value);
  return cell;
}

// A table with a column for each party behind those given.
Table by_party(const Domain& domain, std::string title, std::vector<std::string> columns,
               std::vector<std::string> heads) {
  Table table;
  table.title = std::move(title);
  for (const DomainParty& party : domain.parties) columns.push_back(party.name), heads.push_back(party.name);
  table.columns = std::move(columns);
  table.heads = std::move(heads);
  return table;
}

Table issue_table(const Domain& d, std::string_view lang) {
  Table table;
  table.title = fmt::format("{}: {}", d.name, say(lang, "issues", "议题"));
  table.columns = {"issue", "options", "which"};
  table.heads = {say(lang, "issue", "议题"), say(lang, "options", "选项数"), ""};
  for (const DomainIssue& issue : d.issues)
    table.rows.push_back({issue.name, static_cast<int>(issue.options.size()), joined(issue.options, 6)});
  for (const std::string& note : d.notes) table.note += (table.note.empty() ? "" : "; ") + note;
  return table;
}

Table party_table(const DealsReport& report, std::string_view lang) {
  const Solutions& s = report.solutions;
  Table table;
  table.title = say(lang, "parties", "各方");
  table.columns = {"party", "without_a_deal", "worst", "best", "best_rational", "discount", "weight_sum", "notes"};
  table.heads = {say(lang, "party", "各方"),
                 say(lang, "without a deal", "无协议时"),
                 say(lang, "worst", "最差"),
                 say(lang, "best", "最好"),
                 say(lang, "best that all can accept", "各方皆可接受之最好"),
                 say(lang, "discount", "折现"),
                 say(lang, "weights", "权重和"),
                 ""};
  const auto value = [](const std::vector<double>& all, std::size_t p) {
    return all.empty() ? Cell() : Cell(all[p], 4);
  };
  for (std::size_t p = 0; p < report.domain.parties.size(); ++p) {
    const DomainParty& party = report.domain.parties[p];
    table.rows.push_back({party.name, Cell(report.domain.space.reservation[p], 4), value(s.worst, p), value(s.ideal, p),
                          value(s.ideal_rational, p), party.discount ? Cell(*party.discount, 4) : Cell(),
                          Cell(party.weight_sum, 4), joined(party.notes, 9)});
  }
  if (report.time > 0)
    table.note = fmt::format(fmt::runtime(say(lang, "at relative time {}: utilities and reservations discounted",
                                              "相对时间 {}：效用与无协议值均已折现")),
                             report.time);
  return table;
}

// Of a searched space only what is known.
Table size_table(const DealsReport& report, std::string_view lang) {
  const Solutions& s = report.solutions;
  Table table;
  table.title = say(lang, "packages", "一揽子方案");
  table.columns = {"which", "packages", "utility_vectors"};
  table.heads = {"", say(lang, "packages", "方案"), say(lang, "distinct utilities", "不同效用")};
  table.rows = {{say(lang, "allowed", "可行"), count(s.packages), ""}};
  if (report.searched) {
    const Agreement zone = report.searched->zone;
    table.rows.push_back({say(lang, "rational: nobody below having no deal", "理性：无人低于无协议"),
                          zone == Agreement::possible     ? say(lang, "some", "有")
                          : zone == Agreement::impossible ? Cell(0)
                                                          : Cell("?"),
                          ""});
    table.note = fmt::format(fmt::runtime(say(lang,
                                              "too many to look at each: best packages are searched for, {} boxes of "
                                              "packages weighed; the frontier is not listed",
                                              "方案过多，无法逐一查看：改为搜索最优方案，共权衡 {} 盒；不列前沿")),
                             report.searched->nodes);
    return table;
  }
  table.rows.insert(
      table.rows.end(),
      {{say(lang, "rational: nobody below having no deal", "理性：无人低于无协议"), count(s.rational), ""},
       {say(lang, "Pareto frontier", "帕累托前沿"), count(s.pareto.packages), count(s.pareto.vectors)},
       {say(lang, "rational ones of the frontier", "前沿中理性者"), count(s.pareto_rational.packages),
        count(s.pareto_rational.vectors)}});
  return table;
}

struct NamedPoint {
  std::string name;
  const std::optional<SolutionPoint>& point;
};

std::vector<NamedPoint> points(const Solutions& s, std::string_view lang) {
  return {
      {say(lang, "Nash: product of gains", "纳什：增益之积"), s.nash},
      {say(lang, "Kalai: least gain", "卡莱：最小增益"), s.kalai},
      {say(lang, "Kalai-Smorodinsky: least share of the ideal gain", "卡莱-斯莫罗金斯基：理想增益之最小份额"), s.ks},
      {say(lang, "utilitarian: sum, rational packages", "功利：理性方案之和"), s.utilitarian_rational},
      {say(lang, "utilitarian: sum, all packages", "功利：全部方案之和"), s.utilitarian}};
}

Table solution_table(const DealsReport& report, std::string_view lang) {
  const std::string solution = say(lang, "solution", "解");
  Table table =
      by_party(report.domain, say(lang, "solutions, and what each party gets", "解与各方效用"),
               {"solution", "value", "vectors", "packages"},
               {solution, say(lang, "value", "值"), say(lang, "ties", "并列"), say(lang, "packages", "方案")});
  for (const auto& [name, point] : points(report.solutions, lang)) {
    std::vector<Cell> row = {name};
    if (!point) {
      row.resize(table.columns.size());
    } else {
      row.insert(row.end(), {Cell(point->value, 6), count(point->vectors), count(point->packages)});
      for (const double u : point->utility) row.push_back(Cell(u, 4));
    }
    table.rows.push_back(std::move(row));
  }
  table.note = say(lang, "ties: distinct utilities that attain the value; those of the first are shown",
                   "并列：达到该值的不同效用，表中为第一组");
  if (!report.weights.empty()) {
    std::string powers;
    for (const double w : report.weights) powers += fmt::format("{}{}", powers.empty() ? "" : ", ", w);
    table.note += fmt::format("; {} {}", say(lang, "bargaining power", "议价能力"), powers);
  }
  return table;
}

Table gain_table(const DealsReport& report, std::string_view lang) {
  Table table = by_party(report.domain, say(lang, "gain over having no deal", "相对无协议的增益"), {"solution"},
                         {say(lang, "solution", "解")});
  for (const auto& [name, point] : points(report.solutions, lang)) {
    if (!point) continue;
    std::vector<Cell> row = {name};
    for (std::size_t p = 0; p < point->utility.size(); ++p)
      row.push_back(Cell(point->utility[p] - report.domain.space.reservation[p], 4));
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table package_table(const DealsReport& report, std::uint64_t number, std::string title, std::string_view lang) {
  const Domain& d = report.domain;
  Table table =
      by_party(d, std::move(title), {"issue", "option"}, {say(lang, "issue", "议题"), say(lang, "option", "选项")});
  const std::vector<int> first = first_cells(d.space), package = package_of(d.space, number);
  for (std::size_t k = 0; k < d.issues.size(); ++k) {
    std::vector<Cell> row = {d.issues[k].name, d.issues[k].options[at(package[k])]};
    for (std::size_t p = 0; p < d.parties.size(); ++p)
      row.push_back(Cell(d.space.utility[p * at(first.back()) + at(first[k] + package[k])], 4));
    table.rows.push_back(std::move(row));
  }
  table.note = say(lang, "what each option adds to each party's utility", "每一选项为各方效用所添");
  return table;
}

Table short_table(const DealsReport& report, std::string_view lang) {
  Table table;
  table.title =
      report.searched && report.searched->zone == Agreement::open
          ? say(lang, "No package was found that is rational for all, and none is ruled out. In the nearest one found:",
                "未找到对各方皆为理性的方案，亦未排除。在所见最接近的方案中：")
          : say(lang, "No package is rational for all: there is no zone of agreement. In the package nearest to one:",
                "没有任何方案对各方皆为理性：不存在协议空间。在最接近的方案中：");
  table.columns = {"party", "utility", "without_a_deal", "short_by"};
  table.heads = {say(lang, "party", "各方"), say(lang, "utility", "效用"), say(lang, "without a deal", "无协议时"),
                 say(lang, "short by", "差额")};
  for (std::size_t p = 0; p < report.domain.parties.size(); ++p) {
    const double u = report.nearest->utility[p], r = report.domain.space.reservation[p];
    const bool falls_short = quantised(u) < quantised(r);
    table.rows.push_back(
        {report.domain.parties[p].name, Cell(u, 4), Cell(r, 4), falls_short ? Cell(r - u, 4) : Cell()});
  }
  return table;
}

Table frontier_table(const DealsReport& report, std::string_view lang, std::size_t rows) {
  const Domain& d = report.domain;
  const Frontier& frontier = report.solutions.pareto;
  Table table = by_party(d, say(lang, "Pareto frontier", "帕累托前沿"), {"package", "rational"},
                         {say(lang, "package", "方案"), say(lang, "rational", "理性")});
  table.columns.push_back("options"), table.heads.push_back("");
  for (std::size_t i = 0; i < std::min<std::size_t>(rows, frontier.utility.size()); ++i) {
    bool rational = true;
    for (std::size_t p = 0; p < d.parties.size(); ++p)
      rational = rational && quantised(frontier.utility[i][p]) >= quantised(d.space.reservation[p]);
    std::vector<Cell> row = {count(frontier.package[i]), rational ? say(lang, "yes", "是") : say(lang, "no", "否")};
    for (const double u : frontier.utility[i]) row.push_back(Cell(u, 4));
    row.push_back(joined(option_names(d, frontier.package[i]), 12));
    table.rows.push_back(std::move(row));
  }
  if (frontier.utility.size() > rows)
    table.note = fmt::format(fmt::runtime(say(lang, "the first {} of {}; --csv and --json list all",
                                              "前 {} 个，共 {} 个；--csv 与 --json 全部列出")),
                             rows, frontier.utility.size());
  return table;
}

}  // namespace

std::vector<Table> domain_tables(const DealsReport& report, std::string_view lang, std::size_t rows) {
  std::vector<Table> tables = {issue_table(report.domain, lang), party_table(report, lang), size_table(report, lang)};
  if (report.nearest) {
    tables.push_back(short_table(report, lang));
    if (report.certificate && report.certificate->deal == Agreement::impossible)
      tables.push_back(certificate_table(report, lang));
    tables.push_back(package_table(report, report.nearest->package,
                                   say(lang, "the nearest package, option by option", "最接近的方案逐项"), lang));
  }
  tables.push_back(report.searched ? searched_table(report, lang) : solution_table(report, lang));
  if (report.solutions.nash) {
    tables.push_back(gain_table(report, lang));
    tables.push_back(package_table(report, report.solutions.nash->package.at(0),
                                   say(lang, "the Nash package, option by option", "纳什方案逐项"), lang));
    for (Table& table : logrolling_tables(report, lang)) tables.push_back(std::move(table));
  }
  if (!report.searched) tables.push_back(frontier_table(report, lang, rows));
  if (report.lotteries) tables.push_back(lottery_table(report, lang));
  if (!report.protocols.empty()) tables.push_back(protocol_table(report, lang));
  return tables;
}

}  // namespace armistice
