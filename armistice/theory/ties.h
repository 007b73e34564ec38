// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/theory/solutions.h"

namespace armistice {

// Gathers the packages that attain a value. Memory: the distinct utility vectors, and twice the packages to list.
class Ties {
 public:
  Ties(int parties, std::uint64_t keep) : parties_(static_cast<std::size_t>(parties)), keep_(keep) {}
  void add(const std::vector<double>& quanta, std::uint64_t package);
  SolutionPoint finish(const Space& space, double value);

 private:
  struct Entry {
    std::vector<double> quanta;
    std::uint64_t package = 0;
  };
  static bool before(const Entry& a, const Entry& b);
  void unite();  // one row for each distinct vector
  void trim();   // the first entries only
  std::size_t parties_;
  std::uint64_t keep_, packages_ = 0;
  std::vector<Entry> entries_;
  bool full_ = false;
  Entry last_;                // once full: nothing behind it is listed
  std::vector<double> rows_;  // (vector)(party), in quanta
  std::size_t united_ = 0;    // rows after the last call of unite()
};

}  // namespace armistice
