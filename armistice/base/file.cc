// SPDX-License-Identifier: Apache-2.0
#include "armistice/base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace armistice {
namespace {

[[noreturn]] void fail(std::string_view deed, const std::filesystem::path& path, int error) {
  throw std::runtime_error(fmt::format("cannot {} {}: {}", deed, path.string(), std::strerror(error)));
}

// A file descriptor that is closed when it goes out of scope.
struct Handle {
  int number = -1;
  explicit Handle(int opened) : number(opened) {}
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() {
    if (number >= 0) ::close(number);
  }
  // Closes now; some file systems report a full disk only here.
  int close() {
    const int result = ::close(number);
    number = -1;
    return result;
  }
};

void write_all(int handle, std::string_view bytes, const std::filesystem::path& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(handle, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail("write", path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void sync_folder(const std::filesystem::path& file) {
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
  Handle handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (handle.number < 0) fail("open", folder, errno);
  // Some network file systems cannot sync a folder and say EINVAL: nothing more can be done there.
  if (::fsync(handle.number) != 0 && errno != EINVAL) fail("sync", folder, errno);
}

}  // namespace

std::string read_file(const std::filesystem::path& path, std::size_t limit) {
  Handle handle(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (handle.number < 0) fail("open", path, errno);
  struct stat about = {};
  if (::fstat(handle.number, &about) != 0) fail("read", path, errno);
  if (!S_ISREG(about.st_mode)) fail("read", path, S_ISDIR(about.st_mode) ? EISDIR : EINVAL);
  std::string bytes;
  const auto too_large = [&](std::size_t size) {
    if (size > limit) throw std::runtime_error(fmt::format("{} is larger than {} bytes", path.string(), limit));
  };
  too_large(static_cast<std::size_t>(about.st_size));
  bytes.reserve(static_cast<std::size_t>(about.st_size));
  char part[65536];
  for (;;) {
    const ssize_t got = ::read(handle.number, part, sizeof part);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail("read", path, errno);
    if (got == 0) return bytes;
    too_large(bytes.size() + static_cast<std::size_t>(got));
    bytes.append(part, static_cast<std::size_t>(got));
  }
}

void write_file_atomically(const std::filesystem::path& path, std::string_view bytes) {
  const std::filesystem::path temporary = fmt::format("{}.{}.tmp", path.string(), ::getpid());
  Handle handle(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (handle.number < 0) fail("write", temporary, errno);
  try {
    write_all(handle.number, bytes, temporary);
    if (::fsync(handle.number) != 0) fail("sync", temporary, errno);
    if (handle.close() != 0) fail("write", temporary, errno);
    if (::rename(temporary.c_str(), path.c_str()) != 0) fail("rename to", path, errno);
  } catch (...) {
    ::unlink(temporary.c_str());
    throw;
  }
  sync_folder(path);
}

}  // namespace armistice
