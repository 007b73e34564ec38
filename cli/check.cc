// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <stdexcept>

#include "armistice/model/conflict.h"
#include "armistice/model/evidence.h"
#include "armistice/model/model.h"
#include "armistice/model/read.h"
#include "armistice/study/stability_along.h"
#include "cli/command.h"

namespace armistice {
namespace {

struct CheckFlags {
  std::string folder, sources;
  bool numbers = false;
};

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

Table holdings(const Dossier& d, const std::optional<Conflict>& graph, const std::string& lang) {
  Table table;
  table.title = fmt::format("{}: {}", d.title.id, label(d.title, lang));
  table.columns = {"kind", "count", "which"};
  table.heads = {say(lang, "holds", "内容"), "", ""};
  const auto add = [&](std::string_view en, std::string_view zh, const auto& things) {
    std::vector<std::string> names;
    for (const auto& thing : things) names.push_back(label(thing.name, lang));
    const std::string which = names.size() <= 8 ? joined(names) : "";
    table.rows.push_back({say(lang, en, zh), static_cast<int>(things.size()), which});
  };
  add("parties", "各方", d.parties);
  add("issues", "议题", d.issues);
  add("texts", "文本", d.texts);
  add("audiences", "国内受众", d.audiences);
  add("fronts", "战线", d.fronts);
  add("streams of aid", "援助", d.aids);
  add("levers", "杠杆", d.levers);
  add("channels", "渠道", d.channels);
  add("events", "事件", d.events);
  add("sources", "来源", d.sources);
  table.rows.push_back({say(lang, "claims", "论断"), static_cast<int>(d.claims.size()), ""});
  const auto absent = std::count_if(d.knobs.begin(), d.knobs.end(), [](const Knob& k) { return k.structural; });
  table.rows.push_back(
      {say(lang, "numbers", "数值"), static_cast<int>(d.knobs.size()),
       fmt::format(fmt::runtime(say(lang, "{} of them effects that are not there (0) and not counted below",
                                    "其中 {} 个为不存在的效应（取 0），不计入下表")),
                   absent)});
  if (graph)
    table.rows.push_back(
        {say(lang, "conflict graph", "冲突图"), static_cast<int>(graph->graph.states),
         fmt::format(fmt::runtime(say(lang, "states, of {} parties and {} options", "个状态；{} 方，{} 个选项")),
                     graph->parties.size(), graph->options.size())});
  return table;
}

// Party x issue for people: how many of the numbers are cited. A dash: the party does not value the issue.
Table coverage_matrix(const Dossier& d, const std::vector<Coverage>& rows, const std::string& lang) {
  Table table;
  table.title =
      say(lang, "numbers that rest on a source, of all (party by issue)", "有来源的数值／全部数值（各方与议题）");
  table.columns = {"party", "own"};
  table.heads = {say(lang, "party", "各方"), say(lang, "own", "自身")};
  for (const Issue& issue : d.issues) {
    table.columns.push_back(issue.name.id);
    table.heads.push_back(issue.name.id);
  }
  for (const Coverage& row : rows) {
    if (row.what.empty()) table.rows.push_back({row.who});
    const bool none = row.cited == 0 && row.assumed == 0 && !row.what.empty();
    table.rows.back().push_back(none ? "-" : fmt::format("{}/{}", row.cited, row.all()));
  }
  return table;
}

Table coverage_table(const std::vector<Coverage>& rows) {
  Table table;
  table.title = "coverage";
  table.columns = {"party", "issue", "cited", "assumed", "missing"};
  for (const Coverage& row : rows) table.rows.push_back({row.who, row.what, row.cited, row.assumed, row.missing});
  return table;
}

Table part_table(const Dossier& d, const std::string& lang) {
  Table table;
  table.title = say(lang, "where the numbers come from", "数值的来历");
  table.columns = {"part", "cited", "assumed", "left_out"};
  table.heads = {say(lang, "part", "部分"), say(lang, "cited", "有来源"), say(lang, "assumed", "假定"),
                 say(lang, "left out", "未给出")};
  int cited = 0, assumed = 0, missing = 0;
  for (const Coverage& row : coverage_by_part(d)) {
    table.rows.push_back({row.who, row.cited, row.assumed, row.missing});
    cited += row.cited, assumed += row.assumed, missing += row.missing;
  }
  const int unfounded = assumed + missing;
  table.note = fmt::format(
      fmt::runtime(
          say(lang, "{} of {} numbers are assumed, {} of them left out and given a wide fallback (--numbers lists all)",
              "{1} 个数值中 {0} 个为假定，其中 {2} 个未给出而用宽泛的默认值（--numbers 列出全部）")),
      unfounded, cited + unfounded, missing);
  return table;
}

Table grade_table(const Dossier& d, const std::string& lang) {
  Table table;
  table.title = say(lang, "grades of the evidence (source A-F, information 1-6)", "证据等级（来源 A-F，信息 1-6）");
  table.columns = {"grade", "claims", "numbers"};
  table.heads = {say(lang, "grade", "等级"), say(lang, "claims", "论断"), say(lang, "numbers citing it", "引用的数值")};
  for (const Grade& grade : grades(d)) {
    table.rows.push_back({std::string{grade.reliability, grade.information}, grade.claims, grade.numbers});
  }
  return table;
}

Table fingerprint_table(const std::vector<Verified>& results, const std::string& lang) {
  Table table;
  table.title = say(lang, "fingerprints", "指纹");
  table.columns = {"state", "count", "claims"};
  table.heads = {say(lang, "state", "状态"), "", ""};
  const auto add = [&](Found found, std::string_view en, std::string_view zh, bool list) {
    int count = 0;
    std::vector<std::string> claims;
    for (const Verified& v : results) {
      if (v.found != found) continue;
      ++count;
      if (list) claims.push_back(fmt::format("{} (\u00B6{}, not \u00B6{})", v.claim, v.paragraph, v.expected));
    }
    table.rows.push_back({say(lang, en, zh), count, joined(claims)});
  };
  add(Found::at_paragraph, "found in its paragraph", "在所注段落找到", false);
  add(Found::elsewhere, "found in another paragraph", "在别的段落找到", true);
  add(Found::changed, "not found", "未找到", false);
  add(Found::no_text, "text not at hand", "文本不在手边", false);
  add(Found::no_fingerprint, "no fingerprint", "无指纹", false);
  return table;
}

Table number_table(const Dossier& d) {
  Table table;
  table.title = "numbers";
  table.columns = {"path", "value", "unit", "source", "meaning"};
  for (const Knob& knob : d.knobs)
    table.rows.push_back({knob.path, show(knob), knob.unit, source_of(knob), knob.meaning});
  return table;
}

void check(const CheckFlags& flags, Common& common) {
  Problems problems;
  const std::optional<Dossier> dossier = read_dossier(flags.folder, problems);
  if (dossier) check_meaning(*dossier, problems);
  const std::optional<Conflict> graph = dossier ? read_graph(*dossier, problems) : std::nullopt;
  if (graph && problems.empty()) {
    check_series(*graph, compile(*dossier), problems);
    add_lines(flags.folder, problems);
  }
  std::vector<Verified> verified;
  if (!flags.sources.empty() && !std::filesystem::is_directory(flags.sources))
    throw std::runtime_error(fmt::format("{}: no folder of texts", flags.sources));
  if (dossier && !flags.sources.empty()) {
    verified = verify_fingerprints(*dossier, flags.sources, problems);
    add_lines(flags.folder, problems);
  }
  if (!problems.empty()) return print(common, problems);
  const std::string& lang = common.lang;
  const bool machine = common.json || common.csv;
  const std::vector<Coverage> rows = coverage(*dossier);
  std::vector<Table> tables = {holdings(*dossier, graph, lang),
                               machine ? coverage_table(rows) : coverage_matrix(*dossier, rows, lang),
                               part_table(*dossier, lang)};
  if (!dossier->claims.empty()) tables.push_back(grade_table(*dossier, lang));
  if (!flags.sources.empty()) tables.push_back(fingerprint_table(verified, lang));
  if (flags.numbers) tables.push_back(number_table(*dossier));
  if (!common.quiet) print(common, tables, provenance(*dossier, common.command));
}

}  // namespace

void add_check(CLI::App& app, Common& common) {
  auto flags = std::make_shared<CheckFlags>();
  CLI::App* command = app.add_subcommand("check", "Show every problem of a dossier, or what it holds and rests on");
  command->add_option("dossier", flags->folder, "folder of the dossier")->required();
  command->add_option("--sources", flags->sources, "folder of the texts: look up the fingerprint of every claim");
  command->add_flag("--numbers", flags->numbers, "list every number: path, value, unit, source, meaning");
  command->footer("Example:\n  armistice check dossiers/isles --numbers");
  command->callback([flags, &common] { check(*flags, common); });
}

}  // namespace armistice
