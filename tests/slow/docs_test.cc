// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

// The commands in the pages are run as they stand there, in a folder that sees the dossiers and the data.
namespace armistice {
namespace {

namespace fs = std::filesystem;

// The lines of a page's ```sh blocks that begin with "armistice ".
std::vector<std::string> commands_of(const fs::path& page) {
  std::vector<std::string> commands;
  std::ifstream file(page);
  bool shell = false;
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("```", 0) == 0) shell = line == "```sh";
    if (shell && line.rfind("armistice ", 0) == 0) commands.push_back(line.substr(0, line.find(" #")));
  }
  return commands;
}

// Runs a command as its reader would, output in out.txt. A server is interrupted after a while, as its reader ends it.
int run_in(const fs::path& folder, const std::string& command) {
  const bool serves = command.rfind("armistice serve", 0) == 0;
  const std::string program =
      serves ? "timeout --preserve-status --signal=INT 2 '" ARMISTICE_PROGRAM "'" : "'" ARMISTICE_PROGRAM "'";
  const std::string line = "cd '" + folder.string() + "' && " + program + command.substr(9) + " >out.txt 2>err.txt";
  const int status = WEXITSTATUS(std::system(line.c_str()));
  return serves && status == 130 ? 0 : status;
}

// Whether the program holds the pages; without Node it is built without.
bool has_pages() {
  return std::system("'" ARMISTICE_PROGRAM "' report . -o x.html 2>&1 | grep -q 'without its pages'") != 0;
}

class Docs : public ::testing::TestWithParam<const char*> {};

TEST_P(Docs, EveryCommandOfThePageRuns) {
  const fs::path root = ARMISTICE_ROOT, folder = fs::temp_directory_path() / ("docs_" + std::to_string(::getpid()));
  fs::remove_all(folder);
  fs::create_directories(folder / "runs");
  fs::create_directory_symlink(root / "dossiers", folder / "dossiers");
  fs::create_directory_symlink(root / "data", folder / "data");
  fs::create_directory_symlink(root / "tests", folder / "tests");
  const auto commands = commands_of(root / GetParam());
  EXPECT_FALSE(commands.empty());
  for (const std::string& command : commands) {
    if (command.rfind("armistice report", 0) == 0 && !has_pages()) continue;
    EXPECT_EQ(run_in(folder, command), 0) << command;
    EXPECT_GT(fs::file_size(folder / "out.txt"), 0u) << command;
  }
  fs::remove_all(folder);
}

INSTANTIATE_TEST_SUITE_P(Pages, Docs,
                         ::testing::Values("README.md", "docs/tutorial.md", "docs/flagship.md", "docs/study.md",
                                           "docs/deals.md", "docs/theory.md", "docs/collective.md", "docs/scoring.md",
                                           "docs/stability.md", "docs/pages.md"));

}  // namespace
}  // namespace armistice
