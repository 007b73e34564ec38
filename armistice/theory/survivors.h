// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
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

// Up to 16 parties. A key of seven bits for each party, eight parties to a word, says at a glance that a member cannot
// be at least as good as a vector in everything; only where it may be are the utilities compared.
class Champions {
 public:
  // (party): least and most that a vector has. Beyond them answers stay right, but come slower.
  Champions(std::vector<double> least, const std::vector<double>& most);
  void offer(const double* quanta, std::uint64_t package);
  bool dominated(const double* quanta);
  std::vector<Survivor> finish();  // in falling lexicographic order

 private:
  using Key = std::array<std::uint64_t, 2>;
  Key key_of(const double* quanta) const;
  std::size_t cover(const double* quanta, const Key& key) const;  // the first member at least as good, or how many
  std::size_t size() const { return package_.size(); }
  bool equal(std::size_t i, const double* quanta) const;
  void swap(std::size_t i, std::size_t j);
  void drop_below(const double* quanta, const Key& key);
  std::size_t parties_;
  std::vector<double> least_, scale_;           // (party): of the keys
  std::vector<std::uint64_t> key_[2];           // (member): of the first eight parties, and of the others
  std::vector<double> rows_;                    // (member)(party), in quanta
  std::vector<std::uint64_t> package_, count_;  // (member)
};

}  // namespace armistice
