// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/pages/base64.h"

#include <bit>
#include <cstdint>

namespace armistice {

std::string base64(const unsigned char* bytes, std::size_t count) {
  constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  text.reserve((count + 2) / 3 * 4);
  for (std::size_t i = 0; i < count; i += 3) {
    std::uint32_t three = 0;
    for (std::size_t b = 0; b < 3; ++b) three = three << 8 | (i + b < count ? bytes[i + b] : 0u);
    for (std::size_t sextet = 0; sextet < 4; ++sextet)
      text += i + sextet <= count ? letters[three >> (18 - 6 * sextet) & 63u] : '=';
  }
  return text;
}

std::string base64(const std::vector<float>& numbers) {
  std::vector<unsigned char> bytes;
  bytes.reserve(numbers.size() * 4);
  for (const float number : numbers) {
    const auto bits = std::bit_cast<std::uint32_t>(number);
    for (int b = 0; b < 4; ++b) bytes.push_back(static_cast<unsigned char>(bits >> (8 * b) & 255u));
  }
  return base64(bytes.data(), bytes.size());
}

}  // namespace armistice
