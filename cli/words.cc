// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <charconv>

#include "cli/command.h"

namespace armistice {

std::string not_a_whole_number(const std::string& word) {
  const std::string_view digits = std::string_view(word).substr(word.starts_with('-') ? 1 : 0);
  const bool plain = !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
  if (!plain || (digits.size() > 1 && digits.front() == '0'))
    return fmt::format("\"{}\" is not a whole number in plain digits, like 1000000", word);
  return "";
}

std::string not_a_seed(const std::string& word) {
  if (std::string why = not_a_whole_number(word); !why.empty()) return why;
  std::uint64_t seed = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), seed);
  if (error != std::errc() || end != word.data() + word.size())
    return fmt::format("a seed is a whole number from 0 to {}, not {}", UINT64_MAX, word);
  return "";
}

}  // namespace armistice
