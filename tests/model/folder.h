// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "armistice/model/read.h"

namespace armistice::testing {

// A folder of small files that is gone at the end of the test.
struct Folder {
  std::filesystem::path path;

  explicit Folder(const std::map<std::string, std::string>& files = {}) {
    static int count = 0;
    path = std::filesystem::temp_directory_path() /
           ("armistice-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
    std::filesystem::create_directories(path);
    for (const auto& [name, text] : files) add(name, text);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path); }

  void add(const std::string& name, const std::string& text) const {
    std::ofstream(path / name, std::ios::binary) << text;
  }
};

// What `armistice check` says of these files: the problems of shape, or else those of meaning. "" when all is well.
inline std::string problems_of(const std::map<std::string, std::string>& files) {
  const Folder folder(files);
  Problems problems;
  const auto dossier = read_dossier(folder.path, problems);
  EXPECT_EQ(dossier.has_value(), problems.empty());
  if (dossier) check_meaning(*dossier, problems);
  return show(problems);
}

// The text with the first `from` replaced; the test fails when there is none.
inline std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  if (at != std::string::npos) text.replace(at, from.size(), to);
  return text;
}

// A dossier as small as can be. Its line numbers are those of the tests: add at its end only.
inline const std::string two_towns = R"([dossier]
format = 1
id = "towns"
title = { en = "Two towns", zh = "两镇" }
as_of = 2025-03-01
war_began = 2024-03-01
[party.north]
roles = ["belligerent", "signatory"]
discount = { low = 0.1, mode = 0.2, high = 0.4 }
[party.south]
roles = ["belligerent", "signatory"]
[side.A]
party = "north"
aim = { bridge = "north-holds" }
[side.B]
party = "south"
aim = { bridge = "south-holds" }
[front.river]
[issue.bridge]
core = true
[issue.bridge.option.north-holds]
hold = 0.2
[issue.bridge.option.south-holds]
[value.north.bridge]
weight = 1
open = 0.4
north-holds = 1
south-holds = { at_0 = 0.1, at_1 = { low = 0, high = 0.2 } }
[value.south.bridge]
weight = 1
open = 0.4
north-holds = 0
south-holds = 1
refuses = ["north-holds"]
)";

inline std::string problems_of(const std::string& dossier) {
  return problems_of(std::map<std::string, std::string>{{"dossier.toml", dossier}});
}

// The same with one replacement in two_towns.
inline std::string problems_with(const std::string& from, const std::string& to) {
  return problems_of(with(two_towns, from, to));
}

}  // namespace armistice::testing
