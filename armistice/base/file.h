// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace armistice {

// All bytes of a file. Throws std::runtime_error, naming the file and the cause, when it cannot be read or holds more
// than `limit` bytes (it is then not read at all).
std::string read_file(const std::filesystem::path& path, std::size_t limit = std::size_t{1} << 30);

// Writes a file so that a reader sees the old bytes or the new ones, never a part, even after a power cut: a temporary
// file beside it, fsync, rename, fsync of the folder. Throws std::runtime_error on any failure and leaves no temporary.
void write_file_atomically(const std::filesystem::path& path, std::string_view bytes);

}  // namespace armistice
