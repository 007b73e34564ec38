// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <memory>

#include "armistice/base/file.h"
#include "armistice/base/text.h"
#include "armistice/base/version.h"
#include "armistice/model/evidence.h"
#include "cli/command.h"

namespace armistice {
namespace {

struct FingerprintFlags {
  std::string file, span, list;
};

constexpr std::size_t most_text_bytes = 64u << 20;

// Spans of a text with the paragraph in which each begins; 0 where it does not stand in the text.
Table spans_table(const FoldedText& text, const std::vector<std::string>& spans) {
  Table table;
  table.columns = {"paragraph", "fingerprint", "span"};
  for (const std::string& span : spans) {
    const std::string print = fingerprint(span);
    table.rows.push_back({find_fingerprint(text, print), print, span});
  }
  return table;
}

void print_spans(const FingerprintFlags& flags, Common& common) {
  const FoldedText text = fold_text(read_file(flags.file, most_text_bytes));
  const auto spans = flags.list.empty() ? std::vector{flags.span} : paragraphs(read_file(flags.list, most_text_bytes));
  const Table table = spans_table(text, spans);
  Provenance made;
  made.version = version();
  made.command = common.command;
  if (common.json || common.csv) print(common, {table}, made);
  for (const auto& row : table.rows) {
    if (row[0].number == 0) {
      fmt::print(stderr, "not in {}: {}\n", flags.file, row[2].text);
      common.exit = has_problems;
    } else if (!common.json && !common.csv) {
      fmt::print("at = \"\u00B6{}\"\nfingerprint = \"{}\"\n", row[0].text, row[1].text);
    }
  }
}

}  // namespace

void add_fingerprint(CLI::App& app, Common& common) {
  auto flags = std::make_shared<FingerprintFlags>();
  CLI::App* command = app.add_subcommand("fingerprint", "Print the fingerprint of a span of a text, for evidence.toml");
  command->add_option("file", flags->file, "the text")->required();
  auto* span = command->add_option("span", flags->span, "the span, as it stands in the text");
  auto* all = command->add_option("--all", flags->list, "a file of spans, one on each line")->excludes(span);
  command->footer("Example:\n  armistice fingerprint texts/gazette.txt \"the quoted words\"");
  command->callback([flags, span, all, &common] {
    if (span->count() + all->count() == 0) throw CLI::RequiredError("span or --all");
    print_spans(*flags, common);
  });
}

}  // namespace armistice
