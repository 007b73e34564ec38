// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>

// How large a dossier may be. The engine keeps a place for each of these in every lane; the reader refuses more.
namespace armistice {

inline constexpr int most_parties = 16;
inline constexpr int most_issues = 64;
inline constexpr int most_options = 16;  // of one issue, with "open"
inline constexpr int most_fronts = 4;
inline constexpr int most_aids = 16;
inline constexpr int most_levers = 16;
inline constexpr int most_channels = 8;
inline constexpr int most_audiences = 16;

inline constexpr std::size_t most_file_bytes = 4u << 20;  // of one file of a dossier
inline constexpr std::size_t most_files = 256;

}  // namespace armistice
