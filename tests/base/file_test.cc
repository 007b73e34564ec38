// SPDX-License-Identifier: Apache-2.0
#include "armistice/base/file.h"

#include <stdexcept>

#include "tests/model/folder.h"

namespace armistice {
namespace {

using testing::Folder;

// What the exception says, with the folder's name cut out.
std::string failure(const Folder& folder, auto deed) {
  try {
    deed();
  } catch (const std::runtime_error& e) {
    std::string what = e.what();
    for (std::size_t at; (at = what.find(folder.path.string())) != std::string::npos;)
      what.erase(at, folder.path.string().size());
    return what;
  }
  return "no failure";
}

TEST(File, WritesAndReads) {
  const Folder folder;
  const std::string bytes("a\0b\n", 4);
  write_file_atomically(folder.path / "x", "old");
  write_file_atomically(folder.path / "x", bytes);
  EXPECT_EQ(read_file(folder.path / "x"), bytes);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path), {}), 1);  // no temporary file stays
}

TEST(File, FailuresNameTheFileAndTheCause) {
  const Folder folder;
  folder.add("x", "12345");
  EXPECT_EQ(failure(folder, [&] { read_file(folder.path / "y"); }), "cannot open /y: No such file or directory");
  EXPECT_EQ(failure(folder, [&] { read_file(folder.path); }), "cannot read : Is a directory");
  EXPECT_EQ(failure(folder, [&] { read_file(folder.path / "x", 4); }), "/x is larger than 4 bytes");
  EXPECT_TRUE(
      failure(folder, [&] { write_file_atomically(folder.path / "z" / "x", "1"); }).starts_with("cannot write /z/x"));
}

TEST(File, AFailedRenameLeavesNothingBehind) {
  const Folder folder;
  std::filesystem::create_directory(folder.path / "x");
  EXPECT_EQ(failure(folder, [&] { write_file_atomically(folder.path / "x", "1"); }),
            "cannot rename to /x: Is a directory");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path), {}), 1);
}

}  // namespace
}  // namespace armistice
