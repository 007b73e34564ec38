// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cstdio>
#include <stdexcept>

#include "armistice/base/version.h"
#include "cli/command.h"

namespace armistice {
namespace {

Table table_of(Problems problems) {
  sort(problems);
  Table table;
  table.title = "problems";
  table.columns = {"file", "line", "column", "message", "hint"};
  for (const Problem& p : problems)
    table.rows.push_back({p.place.file, p.place.line, p.place.column, p.message, p.hint});
  return table;
}

}  // namespace

void put(const std::string& text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0)
    throw std::runtime_error("cannot write to standard output");
}

void print(const Common& common, const std::vector<Table>& tables, const Provenance& provenance) {
  if (common.json) return put(render_json(tables, provenance));
  if (common.csv) return put(render_csv(tables, provenance));
  put(render_text(tables, provenance));
}

void print(Common& common, const Problems& problems) {
  common.exit = has_problems;
  if (!common.json && !common.csv) return put(show(problems));
  Provenance made;
  made.version = version();
  made.command = common.command;
  print(common, {table_of(problems)}, made);
}

}  // namespace armistice
