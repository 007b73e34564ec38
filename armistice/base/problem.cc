// SPDX-License-Identifier: Apache-2.0
#include "armistice/base/problem.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "armistice/base/text.h"

namespace armistice {
namespace {

// A line as a terminal can bear it: control characters become one cell each.
std::u32string printable(std::string_view text) {
  std::u32string all = characters(text);
  for (char32_t& c : all) {
    if (c == U'\t') c = U' ';
    if (c < U' ' || (c >= 0x7F && c < 0xA0)) c = U'?';
  }
  return all;
}

std::string caret_line(std::u32string_view line, int column) {
  int cells = 0;
  for (int i = 0; i + 1 < column && i < static_cast<int>(line.size()); ++i)
    cells += width(line[static_cast<size_t>(i)]);
  return std::string(static_cast<std::size_t>(cells), ' ') + "^";
}

std::string heading(const Problem& p) {
  if (p.place.file.empty()) return p.message;
  if (p.place.line <= 0) return fmt::format("{}: {}", p.place.file, p.message);
  return fmt::format("{}:{}:{}: {}", p.place.file, p.place.line, p.place.column, p.message);
}

auto order(const Problem& p) { return std::tie(p.place.file, p.place.line, p.place.column); }

// Damerau-Levenshtein distance with adjacent transpositions (optimal string alignment), in characters.
int distance(std::u32string_view a, std::u32string_view b) {
  const std::size_t n = a.size(), m = b.size();
  std::vector<std::vector<int>> d(n + 1, std::vector<int>(m + 1));
  for (std::size_t i = 0; i <= n; ++i) d[i][0] = static_cast<int>(i);
  for (std::size_t j = 0; j <= m; ++j) d[0][j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= n; ++i) {
    for (std::size_t j = 1; j <= m; ++j) {
      const int change = a[i - 1] == b[j - 1] ? 0 : 1;
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[n][m];
}

}  // namespace

void report(Problems& problems, Place place, std::string message, std::string text, std::string hint) {
  Problem problem;
  problem.place = std::move(place);
  problem.message = std::move(message);
  problem.text = std::move(text);
  problem.hint = std::move(hint);
  problems.push_back(std::move(problem));
}

std::string show(const Problem& problem) {
  std::string shown = heading(problem) + "\n";
  if (!problem.text.empty()) {
    const std::u32string line = printable(problem.text);
    shown += "  " + utf8(line) + "\n";
    if (problem.place.column > 0) shown += "  " + caret_line(line, problem.place.column) + "\n";
  }
  if (!problem.hint.empty()) shown += "  " + problem.hint + "\n";
  return shown;
}

void sort(Problems& problems) {
  std::stable_sort(problems.begin(), problems.end(),
                   [](const Problem& a, const Problem& b) { return order(a) < order(b); });
}

std::string show(const Problems& problems) {
  Problems sorted = problems;
  sort(sorted);
  std::string shown;
  const std::size_t listed = std::min(sorted.size(), most_listed);
  for (std::size_t i = 0; i < listed; ++i) shown += show(sorted[i]);
  if (sorted.size() > listed) shown += fmt::format("and {} more\n", sorted.size() - listed);
  if (!sorted.empty()) shown += sorted.size() == 1 ? "1 problem\n" : fmt::format("{} problems\n", sorted.size());
  return shown;
}

std::string suggestion(std::string_view word, const std::vector<std::string>& known) {
  const std::u32string misspelt = characters(word);
  if (misspelt.size() > 64) return "";  // nobody misspells a word that long; and the search is quadratic
  std::string nearest;
  int least = 1 + static_cast<int>(misspelt.size());
  for (const std::string& candidate : known) {
    const std::u32string right = characters(candidate);
    if (right.size() > 64) continue;
    const int apart = distance(misspelt, right);
    if (apart < least && 3 * apart <= static_cast<int>(std::max(misspelt.size(), right.size()))) {
      least = apart;
      nearest = candidate;
    }
  }
  return nearest;
}

}  // namespace armistice
