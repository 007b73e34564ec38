// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/situation.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "armistice/output/cells.h"
#include "armistice/output/label.h"

namespace armistice {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// Text in the language asked for.
struct Tongue {
  std::string_view lang;
  std::string operator()(const char* en, const char* zh) const { return lang == "zh" ? zh : en; }
};

double worth(const Model& m, int row, int cell, double front) {
  const auto entry = at(row * m.cells + cell);
  if (m.value_0[entry].knob < 0) return 0;
  const auto& knobs = m.dossier.knobs;
  const double low = centre(knobs[at(m.value_0[entry].knob)]), high = centre(knobs[at(m.value_1[entry].knob)]);
  return low + (high - low) * front;
}

// The share of the objective that A holds today, at the centre of the numbers.
double front_today(const Model& m) {
  double share = 0, weights = 0;
  const auto value = [&](Number n) { return centre(m.dossier.knobs[at(n.knob)]); };
  for (const auto& f : m.front) {
    share += value(f.weight) * (value(f.area_now) - value(f.area_b_aim)) / (value(f.area_a_aim) - value(f.area_b_aim));
    weights += value(f.weight);
  }
  return weights > 0 ? share / weights : 0;
}

Table positions(const Model& m, const Tongue& say) {
  Table table{say("Where the parties stand", "各方立场"),
              {"party", "issue", "weight", "best", "worth", "open_worth", "red_lines"},
              {},
              {say("party", "当事方"), say("issue", "议题"), say("weight", "权重"), say("likes best", "最优选项"),
               say("worth", "价值"), say("open", "搁置"), say("red lines", "红线")},
              say("Worth of an option is 0 (worst) to 1 (best) at the centre of its range; open is what leaving the "
                  "issue is worth while the war goes on.",
                  "价值取区间中点，0 为最差，1 为最好；“搁置”指战争持续时该议题悬而未决的价值。")};
  const double front = front_today(m);
  for (int i = 0; i < m.parties; ++i) {
    if (!m.values_something[at(i)]) continue;
    for (int k = 0; k < m.issues; ++k) {
      const Number weight = m.weight[at(i * m.issues + k)];
      if (weight.knob < 0) continue;
      const auto& issue = m.dossier.issues[at(k)];
      int best = 1;
      std::string refused;
      for (int o = 1; o < m.options[at(k)]; ++o) {
        if (worth(m, i, m.first[at(k)] + o, front) > worth(m, i, m.first[at(k)] + best, front)) best = o;
        if (m.refuses[at(i * m.cells + m.first[at(k)] + o)])
          refused += (refused.empty() ? "" : "; ") + option_label(issue, o, say.lang);
      }
      table.rows.push_back({label(m.dossier.parties[at(i)].name, say.lang), label(issue.name, say.lang),
                            Cell(centre(m.dossier.knobs[at(weight.knob)]), 2), option_label(issue, best, say.lang),
                            Cell(worth(m, i, m.first[at(k)] + best, front), 2),
                            Cell(worth(m, i, m.first[at(k)], front), 2), refused});
    }
  }
  return table;
}

Table walk_aways(const Model& m, const Assessment& a, const Tongue& say) {
  Table table{say("What fighting on is worth", "继续作战的价值"),
              {"party", "mean", "low", "high"},
              {},
              {say("party", "当事方"), say("walk-away value", "退出价值"), "5 %", "95 %"},
              say("The closed form of fighting on, over the draws of the dossier's numbers; the spread is theirs, not "
                  "a Monte Carlo error.",
                  "继续作战之解析解在卷宗各数值抽样上的分布；区间反映数值的不确定性，而非模拟误差。")};
  for (int i = 0; i < m.parties; ++i)
    if (m.values_something[at(i)])
      table.rows.push_back({label(m.dossier.parties[at(i)].name, say.lang), Cell(a.walk_away[at(i)].mean, 3),
                            Cell(a.walk_away[at(i)].low, 3), Cell(a.walk_away[at(i)].high, 3)});
  return table;
}

Table text_table(const Model& m, const TextView& view, const Tongue& say) {
  const auto& text = m.dossier.texts[at(view.text)];
  Table table{fmt::format("{}: {}", say("Text", "文本"), label(text.name, say.lang)),
              {"party", "must_accept", "gain", "accepts", "accepts_low", "accepts_high", "passes_at_home"},
              {},
              {say("party", "当事方"), say("must accept", "须其接受"), say("gain (5 to 95 %)", "收益（5%–95%）"),
               say("accepts", "接受概率"), "5 %", "95 %", say("passes at home", "国内通过")},
              fmt::format("{} {} ({}). {} {:.1f} {} ({:.1f} – {:.1f}).",
                          say("All who must accept it do so, asked once:", "须接受者一次询问即全部接受："),
                          fine_percent(view.all_accept), words(view.all_accept, say.lang),
                          say("In force it would last", "若生效，预计可维持"), view.years.mean, say("years", "年"),
                          view.years.low, view.years.high)};
  for (std::size_t i = 0; i < view.party.size(); ++i) {
    const auto& party = view.party[i];
    if (!party.has_stake) continue;
    table.rows.push_back({label(m.dossier.parties[i].name, say.lang), party.must ? say("yes", "是") : say("no", "否"),
                          span(party.gain, say.lang), Cell(party.accept.mean, 2), Cell(party.accept.low, 2),
                          Cell(party.accept.high, 2), Cell(party.passing.mean, 2)});
  }
  return table;
}

Table distance_table(const Model& m, const Assessment& a, const Tongue& say) {
  Table table{say("Distance to a deal", "与协议的距离"),
              {"what", "value"},
              {},
              {say("what", "指标"), say("value", "数值")},
              say("Found by search from every text: a lower bound on the best package, so a zone may be there where "
                  "none was found.",
                  "由各文本出发搜索所得，是最优方案的下界；未找到谈判空间不等于不存在。")};
  table.rows.push_back({say("draws with a zone of agreement", "存在谈判空间的抽样比例"),
                        with_number(fmt::format("{} ({})", fine_percent(a.zone), words(a.zone, say.lang)), a.zone)});
  table.rows.push_back({say("largest least gain (utility)", "最大的最小收益（效用）"), span(a.distance, say.lang, 3)});
  for (int i = 0; i < m.parties; ++i)
    if (a.blocker[at(i)] > 0)
      table.rows.push_back({fmt::format("{} {}", say("gains least from the best package:", "在最优方案中获益最少："),
                                        label(m.dossier.parties[at(i)].name, say.lang)),
                            with_number(percent(a.blocker[at(i)]), a.blocker[at(i)])});
  return table;
}

Table best_table(const Model& m, const Assessment& a, const Tongue& say) {
  Table table{say("Where the best packages meet", "最优方案的集中点"),
              {"issue", "option", "share"},
              {},
              {say("issue", "议题"), say("most frequent option", "最常见选项"), say("share of draws", "抽样比例")},
              ""};
  for (int k = 0; k < m.issues; ++k) {
    const auto& issue = m.dossier.issues[at(k)];
    table.rows.push_back(
        {label(issue.name, say.lang), option_label(issue, a.best[at(k)], say.lang), Cell(a.best_share[at(k)], 2)});
  }
  return table;
}

}  // namespace

Table clause_table(const Model& m, int text, const std::vector<ClauseView>& clauses, std::string_view lang) {
  const Tongue say{lang};
  Table table{
      fmt::format("{}: {}", say("Clause by clause", "逐条分析"), label(m.dossier.texts[at(text)].name, say.lang)),
      {"issue", "clause"},
      {},
      {say("issue", "议题"), say("clause", "条款")},
      say("Share of draws in which the party likes the clause at least as well as leaving the issue open; ! marks a "
          "red line;\n"
          "  = marks the minimum consensus: clauses that every signatory likes in at least half of the draws.",
          "各方认为该条款不劣于搁置的抽样比例；! 表示红线；= 表示最低共识：至少半数抽样中所有签署方均可接受的条款。")};
  for (int i = 0; i < m.parties; ++i) {
    if (!m.values_something[at(i)]) continue;
    table.columns.push_back(m.dossier.parties[at(i)].name.id);
    table.heads.push_back(label(m.dossier.parties[at(i)].name, say.lang));
  }
  table.columns.emplace_back("consensus"), table.heads.emplace_back("");
  for (const auto& clause : clauses) {
    const auto& issue = m.dossier.issues[at(clause.issue)];
    std::vector<Cell> row{label(issue.name, say.lang), option_label(issue, clause.option, say.lang)};
    for (std::size_t i = 0; i < clause.likes.size(); ++i) {
      if (!m.values_something[i]) continue;
      Cell cell(clause.likes[i] < 0 ? std::string("–") : percent(clause.likes[i]) + (clause.red_line[i] ? " !" : ""));
      if (clause.likes[i] >= 0) cell.number = clause.likes[i];
      row.push_back(cell);
    }
    row.emplace_back(clause.consensus ? "=" : "");
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::vector<Table> situation_tables(const Model& m, const Assessment& a, std::string_view lang) {
  const Tongue say{lang};
  std::vector<Table> tables{positions(m, say), walk_aways(m, a, say)};
  for (const auto& view : a.texts) {
    tables.push_back(text_table(m, view, say));
    tables.push_back(clause_table(m, view.text, view.clauses, lang));
  }
  tables.push_back(distance_table(m, a, say));
  tables.push_back(best_table(m, a, say));
  return tables;
}

}  // namespace armistice
