// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "armistice/base/problem.h"
#include "armistice/base/text.h"

namespace armistice {

// Turns bytes of a text into places: line and column from 1, columns in characters, a byte order mark aside. Asked in
// rising order it costs as much as reading the text once, even where all stands in one line. The text must outlive it.
class Places {
 public:
  Places(std::string_view text, std::string file) : text_(text), file_(std::move(file)) {
    lines_ = {text.starts_with("\xEF\xBB\xBF") ? std::size_t{3} : std::size_t{0}};
    for (std::size_t i = 0; i < text.size(); ++i)
      if (text[i] == '\n') lines_.push_back(i + 1);
  }

  Place at(std::size_t byte) {
    const std::size_t end = std::min(byte, text_.size());
    const auto after = std::upper_bound(lines_.begin() + 1, lines_.end(), end);
    const std::size_t start = std::min(*(after - 1), end);
    if (last_ < start || last_ > end) last_ = start, column_ = 1;
    column_ += length(text_.substr(last_, end - last_));
    last_ = end;
    return {file_, static_cast<int>(after - lines_.begin()), column_};
  }

 private:
  std::string_view text_;
  std::string file_;
  std::vector<std::size_t> lines_;
  std::size_t last_ = 0;  // the byte asked for before, and its column
  int column_ = 1;
};

}  // namespace armistice
