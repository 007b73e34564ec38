// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

// Streaming filters for utility vectors that nothing dominates, in quanta.
namespace armistice {

struct Survivor {
  std::vector<double> quanta;  // (party)
  std::uint64_t package = 0;   // lowest number of a package that has them
  std::uint64_t count = 0;     // packages that have them
};

// Two parties. `steps` is the frontier so far, first utility falling and second rising; what may belong to it waits in
// `fresh` until there is as much of it as of steps.
class Staircase {
 public:
  void offer(const double* quanta, std::uint64_t package);
  bool dominated(const double* quanta);  // strictly: some step is at least as good and not equal
  std::vector<Survivor> finish();        // first utility falling

 private:
  struct Step {
    double first, second;
    std::uint64_t package, count;
  };
  void merge();
  const Step* over(double first) const;  // the step with the best second utility among those with at least `first`
  std::vector<Step> steps_, fresh_;
};

// Any number of parties.
class Champions {
 public:
  explicit Champions(int parties);
  void offer(const double* quanta, std::uint64_t package);
  bool dominated(const double* quanta);
  std::vector<Survivor> finish();  // in falling lexicographic order

 private:
  std::size_t size() const { return package_.size(); }
  void promote(std::size_t i);
  void drop_below(const double* row);
  std::size_t parties_, width_;  // width: parties, filled up to whole registers with zeros
  std::vector<double> rows_;     // (member)(width)
  std::vector<std::uint64_t> package_, count_;
};

}  // namespace armistice
