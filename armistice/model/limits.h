// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>

// How large a dossier may be. The engine packs a package into 4 bits an issue and parties into 16 lanes.
namespace armistice {

inline constexpr std::size_t most_parties = 16;
inline constexpr std::size_t most_issues = 64;
inline constexpr std::size_t most_options = 15;           // of one issue, without "open"
inline constexpr std::size_t most_file_bytes = 4u << 20;  // of one file
inline constexpr std::size_t most_files = 256;

}  // namespace armistice
