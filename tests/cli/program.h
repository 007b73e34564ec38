// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <stdexcept>
#include <string>

namespace armistice::testing {

// How the program ended, and what it wrote to the streams asked for.
struct Ran {
  int exit = -1;
  std::string output;
};

// Runs the program through a shell; `streams` says what becomes of standard error.
inline Ran run(const std::string& arguments, const std::string& streams = " 2>/dev/null") {
  FILE* pipe = ::popen(("'" ARMISTICE_PROGRAM "' " + arguments + streams).c_str(), "r");
  if (!pipe) throw std::runtime_error("popen failed");
  Ran ran;
  std::array<char, 65536> part{};
  for (std::size_t got; (got = std::fread(part.data(), 1, part.size(), pipe)) > 0;) ran.output.append(part.data(), got);
  const int status = ::pclose(pipe);
  ran.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return ran;
}
inline Ran run_both(const std::string& arguments) { return run(arguments, " 2>&1"); }

}  // namespace armistice::testing
