// SPDX-License-Identifier: Apache-2.0
#include "armistice/base/lines.h"

namespace armistice {
namespace {
constexpr std::size_t longest_shown = 400;  // bytes
}

void Lines::add(const std::string& file, std::string text) {
  std::vector<std::size_t> starts = {text.starts_with("\xEF\xBB\xBF") ? std::size_t{3} : 0};
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') starts.push_back(i + 1);
  }
  files_[file] = {std::move(text), std::move(starts)};
}

std::string Lines::at(const Place& place) const {
  const auto found = files_.find(place.file);
  if (found == files_.end() || place.line < 1) return "";
  const auto& [text, starts] = found->second;
  const std::size_t line = static_cast<std::size_t>(place.line) - 1;
  if (line >= starts.size()) return "";
  std::size_t end = line + 1 < starts.size() ? starts[line + 1] - 1 : text.size();
  if (end > starts[line] && text[end - 1] == '\r') --end;
  return end - starts[line] > longest_shown ? "" : text.substr(starts[line], end - starts[line]);
}

}  // namespace armistice
