// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/deadline.h"

#include <cassert>
#include <cmath>
#include <cstddef>

namespace armistice {
namespace {

// Values by the two floors, own floor first, both in steps; 0 where the floors exceed the pie.
class Values {
 public:
  explicit Values(int steps) : side_(steps + 1), value_(static_cast<std::size_t>(side_ * side_)) {}
  double& at(int own, int other) { return value_[static_cast<std::size_t>(own * side_ + other)]; }
  double at(int own, int other) const { return value_[static_cast<std::size_t>(own * side_ + other)]; }

 private:
  int side_;
  std::vector<double> value_;
};

struct Outcome {
  double proposer, responder;
  bool agree;
};

// The proposer's best: the least offer that is accepted now, or letting the period pass with the floors as they are.
Outcome propose(const Values& next, int proposer_floor, int responder_floor, double discount, int steps) {
  const double wait = discount * next.at(proposer_floor, responder_floor);
  // Ties of doubles are ties of the model: who is indifferent accepts, and settles.
  constexpr double tie = 1e-12;
  for (int offer = responder_floor; offer <= steps - proposer_floor; ++offer) {
    const double share = static_cast<double>(offer) / steps;
    // A refusal would raise the responder's floor to this offer.
    if (share < discount * next.at(offer, proposer_floor) - tie) continue;
    if (1 - share < wait - tie) break;
    return {1 - share, share, true};
  }
  return {wait, discount * next.at(responder_floor, proposer_floor), false};
}

Values last_period(int steps) {
  Values values(steps);
  for (int own = 0; own <= steps; ++own)
    for (int other = 0; own + other <= steps; ++other)
      values.at(own, other) = 0.5 * (steps - other) / steps + 0.5 * own / steps;  // who answers gets just its floor
  return values;
}

}  // namespace

double deadline_patience() { return 3 - std::sqrt(5.0); }

DeadlinePlan deadline_plan(int periods, double discount, int steps) {
  assert(periods >= 1 && steps >= 2 && discount >= 0 && discount <= 1);
  Values values = last_period(steps);
  DeadlinePlan plan;
  plan.agree.push_back(true);
  for (int left = 2; left <= periods; ++left) {
    Values before(steps);
    for (int own = 0; own <= steps; ++own)
      for (int other = 0; own + other <= steps; ++other)
        before.at(own, other) = 0.5 * propose(values, own, other, discount, steps).proposer +
                                0.5 * propose(values, other, own, discount, steps).responder;
    plan.agree.push_back(propose(values, 0, 0, discount, steps).agree);
    values = before;
  }
  plan.value = values.at(0, 0);
  plan.settled = 1;
  for (std::size_t left = plan.agree.size(); left > 0 && !plan.agree[left - 1]; --left) ++plan.settled;
  return plan;
}

}  // namespace armistice
