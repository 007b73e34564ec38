// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/domain_extra_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "armistice/output/label.h"

namespace armistice {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

constexpr std::size_t few = 2;          // issues of a party that are listed
constexpr std::size_t most_trades = 3;  // trades that are listed
constexpr std::size_t line = 6;         // issues that stand in a sentence, or in a line

void add_parties(const Domain& domain, Table& table) {
  for (const DomainParty& party : domain.parties)
    table.columns.push_back(party.name), table.heads.push_back(party.name);
}

void add_row(Table& table, std::vector<Cell> row, const std::vector<double>& utility) {
  for (const double u : utility) row.push_back(Cell(u, 4));
  row.resize(table.columns.size());
  table.rows.push_back(std::move(row));
}

// "A", "A and B", "A, B and C".
std::string enumerated(const std::vector<std::string>& names, std::string_view lang) {
  std::string all;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool last = i + 1 == names.size();
    all += (i == 0 ? "" : last ? say(lang, " and ", "与") : say(lang, ", ", "、")) + names[i];
  }
  return all;
}

// The largest changes first, as "water +0.12, lane +0.06".
std::string changes(const DealsReport& report, std::size_t party, double sign) {
  std::vector<std::pair<double, std::size_t>> all;
  for (std::size_t k = 0; k < report.domain.issues.size(); ++k)
    if (const double change = sign * report.logrolling->change[k][party]; change > utility_quantum)
      all.push_back({-change, k});
  std::sort(all.begin(), all.end());
  std::string text;
  for (std::size_t i = 0; i < std::min(few, all.size()); ++i)
    text += fmt::format("{}{} {:+.4f}", i ? ", " : "", report.domain.issues[all[i].second].name, -sign * all[i].first);
  return all.size() > few ? fmt::format("{}, ... ({})", text, all.size()) : text;
}

Table trade_table(const DealsReport& report, std::string_view lang) {
  const Domain& d = report.domain;
  const std::vector<Trade>& trades = report.logrolling->trades;
  Table table;
  table.title = say(lang, "the best trades of one issue for another", "以一议题换另一议题：最有利者");
  table.columns = {"party", "gives", "gives_value", "gets", "gets_value", "with", "other_gives", "other_gets", "joint"};
  table.heads = {say(lang, "party", "各方"),
                 say(lang, "gives", "让"),
                 "",
                 say(lang, "and gets", "得"),
                 "",
                 say(lang, "from", "自"),
                 say(lang, "who gives", "后者让"),
                 say(lang, "and gets", "得"),
                 say(lang, "joint gain", "共同增益")};
  for (std::size_t i = 0; i < std::min(most_trades, trades.size()); ++i) {
    const Trade& t = trades[i];
    table.rows.push_back({d.parties[at(t.a)].name, d.issues[at(t.given)].name, Cell(t.a_gives, 4),
                          d.issues[at(t.got)].name, Cell(t.a_gets, 4), d.parties[at(t.b)].name, Cell(t.b_gives, 4),
                          Cell(t.b_gets, 4), Cell(t.joint, 4)});
  }
  if (trades.size() > most_trades)
    table.note =
        fmt::format(fmt::runtime(say(lang, "the first {} of {}", "前 {} 个，共 {} 个")), most_trades, trades.size());
  return table;
}

}  // namespace

Table searched_table(const DealsReport& report, std::string_view lang) {
  const Searched& found = *report.searched;
  Table table;
  table.title = say(lang, "best packages, and what each party gets", "最优方案与各方效用");
  table.columns = {"solution", "value", "bound", "proved", "boxes"};
  table.heads = {say(lang, "solution", "解"), say(lang, "value", "值"), say(lang, "no more than", "上界"),
                 say(lang, "proved", "已证"), say(lang, "boxes", "盒数")};
  add_parties(report.domain, table);
  const auto row = [&](const std::string& name, const BestPackage& best) {
    const Cell value = best.found ? Cell(best.value, 6) : Cell(say(lang, "none", "无"));
    add_row(table,
            {name, value, std::isfinite(best.bound) ? Cell(best.bound, 6) : Cell(),
             best.optimal ? say(lang, "yes", "是") : say(lang, "no", "否"), static_cast<double>(best.nodes)},
            best.utility);
    Cell& boxes = table.rows.back()[4];
    boxes = Cell(fmt::format("{}", best.nodes)), boxes.number = static_cast<double>(best.nodes);
  };
  row(say(lang, "Nash", "纳什"), found.nash);
  row(say(lang, "Kalai", "卡莱"), found.least_gain);
  if (found.ks) row(say(lang, "Kalai-Smorodinsky", "卡莱-斯莫罗金斯基"), *found.ks);
  row(say(lang, "sum, rational", "理性者之和"), found.sum_rational);
  row(say(lang, "sum, all", "全部之和"), found.sum);
  table.note =
      say(lang, "proved: no package has more; else the value is of the best one found, and none exceeds the bound",
          "已证：无方案更大；否则为所见最优，且无方案超过上界");
  return table;
}

std::string certificate_words(const Domain& domain, const Certificate& why, std::string_view lang) {
  std::vector<std::string> parties, issues;
  for (const int p : why.parties) parties.push_back(domain.parties[at(p)].name);
  for (const int k : why.issues) issues.push_back(domain.issues[at(k)].name);
  const std::string who = enumerated(parties, lang);
  const std::string what = issues.size() <= line
                               ? enumerated(issues, lang)
                               : fmt::format(fmt::runtime(say(lang, "{} of the {} issues", "{1} 项议题中的 {0} 项")),
                                             issues.size(), domain.issues.size());
  const auto filled = [&](const char* en, const char* zh) {
    return fmt::format(fmt::runtime(say(lang, en, zh)), who, what);
  };
  if (why.deal != Agreement::impossible)
    return say(lang, "Whether there is a deal is not settled.", "是否存在协议尚未判定。");
  if (parties.empty()) return filled("{0}The terms of {1} contradict each other.", "{0}{1}之条件相互矛盾。");
  if (issues.empty())
    return filled("{0} has more without a deal than any package gives it.{1}", "任何方案都不及{0}无协议时所有。{1}");
  if (issues.size() == domain.issues.size()) return filled("{} cannot agree on {}.", "{}无法就{}达成一致。");
  return parties.size() == 1
             ? filled("{} cannot be content already on {}, whatever the rest.", "{}仅就{}已无法满意，无论其余如何。")
             : filled("{} cannot agree already on {}, whatever the rest.", "{}仅就{}已无法一致，无论其余如何。");
}

Table certificate_table(const DealsReport& report, std::string_view lang) {
  const Domain& d = report.domain;
  const Certificate& why = *report.certificate;
  Table table;
  table.title = certificate_words(d, why, lang);
  table.columns = {"party", "needs", "most"};
  table.heads = {say(lang, "party", "各方"), say(lang, "needs of these issues", "须从这些议题得"),
                 say(lang, "could have, were it alone", "独自至多可得")};
  const Space part = given_away(d.space, why.parties, why.issues);
  for (std::size_t i = 0; i < why.parties.size(); ++i) {
    const Span span = additive_span(part, static_cast<int>(i));
    table.rows.push_back({d.parties[at(why.parties[i])].name, Cell(part.reservation[i] - part.constant[i], 4),
                          Cell(span.most - part.constant[i], 4)});
  }
  table.note = say(lang, "needs: without a deal, less the best of every other issue",
                   "须得：无协议时所有，减去其余各议题之最好");
  if (why.deal == Agreement::impossible)
    table.note +=
        "; " + (why.smallest
                    ? say(lang, "no fewer parties and issues fail alone (proved)", "更少的各方与议题皆可一致（已证）")
                : why.irreducible
                    ? fmt::format(fmt::runtime(say(lang, "none of them can be left out (proved); it takes {} or more",
                                                   "缺一不可（已证）；至少须 {} 项")),
                                  why.least)
                    : say(lang, "perhaps fewer of them would do", "或可更少"));
  for (std::size_t i = 0; why.issues.size() > line && i < why.issues.size(); ++i)
    table.note += (i % line == 0 ? "\n  " : ", ") + d.issues[at(why.issues[i])].name;
  return table;
}

Table lottery_table(const DealsReport& report, std::string_view lang) {
  const Lotteries& all = *report.lotteries;
  const Frontier& frontier = report.solutions.pareto;
  Table table;
  table.groups = true;
  table.title = say(lang, "lotteries over packages, and what each party expects", "方案之抽签与各方期望");
  if (!all.nash) {
    table.title = say(lang, "No lottery over packages is rational for all either. The nearest to one:",
                      "方案之抽签亦无对各方皆理性者。最接近者：");
  } else if (report.nearest) {
    table.title =
        say(lang, "No single package is rational for all, but lotteries are: there is a zone of agreement among them",
            "无单一方案对各方皆理性，但有抽签如此：抽签之间存在协议空间");
  }
  table.columns = {"solution", "value", "chance", "package"};
  table.heads = {say(lang, "solution", "解"), say(lang, "value", "值"), say(lang, "chance", "机会"),
                 say(lang, "package", "方案")};
  add_parties(report.domain, table);
  table.columns.push_back("options"), table.heads.push_back("");
  const auto rows = [&](const std::string& name, const Lottery& lottery) {
    add_row(table, {name, Cell(lottery.value, 6), Cell(), say(lang, "expected", "期望")}, lottery.utility);
    for (std::size_t i = 0; i < lottery.drawn.size(); ++i) {
      const std::uint64_t package = frontier.package[lottery.drawn[i]];
      add_row(table, {name, Cell(), Cell(lottery.chance[i], 3), fmt::format("{}", package)},
              frontier.utility[lottery.drawn[i]]);
      std::string options;
      for (const std::string& option : option_names(report.domain, package))
        options += (options.empty() ? "" : ", ") + option;
      table.rows.back().back() = options;
    }
  };
  if (all.nash) rows(say(lang, "Nash", "纳什"), *all.nash);
  rows(say(lang, "Kalai", "卡莱"), all.kalai);
  if (all.ks) rows(say(lang, "Kalai-Smorodinsky", "卡莱-斯莫罗金斯基"), *all.ks);
  if (all.utilitarian) rows(say(lang, "utilitarian", "功利"), *all.utilitarian);
  return table;
}

std::vector<Table> logrolling_tables(const DealsReport& report, std::string_view lang) {
  const Domain& d = report.domain;
  const Logrolling& rolled = *report.logrolling;
  Table table;
  table.title = say(lang, "logrolling: what the Nash package changes from each issue settled by itself",
                    "互让：纳什方案相对于各议题单独解决之变化");
  table.columns = {"party", "change", "gains_on", "gives_on"};
  table.heads = {say(lang, "party", "各方"), say(lang, "in all", "合计"), say(lang, "gains on", "得于"),
                 say(lang, "gives on", "让于")};
  for (std::size_t p = 0; p < d.parties.size(); ++p)
    table.rows.push_back({d.parties[p].name, Cell(rolled.total[p], 4), changes(report, p, 1), changes(report, p, -1)});
  if (number_of(d.space, report.apart) == report.solutions.nash->package.at(0))
    table.note =
        say(lang, "issue by issue the same package comes out: nothing is traded", "逐项解决亦得此方案：无可交换");
  if (rolled.trades.empty()) return {table};
  return {table, trade_table(report, lang)};
}

Table protocol_table(const DealsReport& report, std::string_view lang) {
  Table table;
  table.title = say(lang, "protocols: how bargaining itself would go", "程序：谈判本身会如何");
  table.columns = {"protocol", "agreed", "rounds", "nash_median", "nash_mean", "distance"};
  table.heads = {say(lang, "protocol", "程序"),
                 say(lang, "agreed", "达成率"),
                 say(lang, "rounds, mean", "平均轮数"),
                 say(lang, "of best Nash product: median", "占最优纳什积，中位"),
                 say(lang, "mean", "平均"),
                 say(lang, "from the frontier", "距前沿")};
  const bool product = report.solutions.nash.has_value(), frontier = !report.solutions.pareto.utility.empty();
  for (const ProtocolScore& score : report.protocols)
    table.rows.push_back({score.name, Cell(score.agreed, 2), Cell(score.rounds, 1),
                          product ? Cell(score.nash_median, 3) : Cell(), product ? Cell(score.nash_mean, 3) : Cell(),
                          frontier && score.agreed > 0 ? Cell(score.distance, 4) : Cell()});
  table.note = fmt::format(fmt::runtime(say(lang, "{} runs each, seeds from {} on; 1000 rounds at most",
                                            "各 {} 次，种子自 {} 起；至多 1000 轮")),
                           report.runs, report.seed);
  return table;
}

}  // namespace armistice
