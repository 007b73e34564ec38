// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace armistice {

// Bytes in base64 (RFC 4648, 4, with padding): "Ma" is "TWE=".
std::string base64(const unsigned char* bytes, std::size_t count);

// float32, little endian on any machine, in base64.
std::string base64(const std::vector<float>& numbers);

}  // namespace armistice
