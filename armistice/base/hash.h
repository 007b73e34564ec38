// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace armistice {

// SHA-256 (FIPS 180-4) of bytes as 64 hex digits; sha256("abc") begins "ba7816bf 8f01cfea".
// Throws std::runtime_error when the library refuses.
std::string sha256(std::string_view bytes);

}  // namespace armistice
