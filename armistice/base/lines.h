// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "armistice/base/problem.h"

namespace armistice {

// The lines of the user's files, to be shown under problems.
class Lines {
 public:
  // Keeps the text of a file under the name by which places call it.
  void add(const std::string& file, std::string text);

  // The line of a place, without its end; "" when there is none or when it is too long to be shown.
  std::string at(const Place& place) const;

 private:
  struct File {
    std::string text;
    std::vector<std::size_t> starts;
  };
  std::map<std::string, File> files_;
};

}  // namespace armistice
