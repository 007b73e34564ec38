// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "armistice/dynamics/simulate.h"
#include "armistice/study/names.h"

// One run told in words: what changed from week to week in its state.
namespace armistice {

struct Told {
  int week = 0;
  Phrase text;
};

// The history of run `run`, with the same bits as in a study of that plan. Weeks in which nothing of note happens have
// no entry; what moves slowly (the front, incidents) is told every four weeks.
std::vector<Told> chronicle(const Model& model, const Plan& plan, std::uint32_t run);

// One line an entry, "week 12  2026-03-14  The parties meet ...", continued lines indented.
std::string told(const Model& model, const std::vector<Told>& entries, Language language);

// One lane of a state as numbers.
State<double> lane_of(const State<Lanes>& state, int lane);

// The entries of one week: what differs between the state before and after it. `last`: the horizon or the end.
// A test calls it with two states; chronicle() calls it for every week.
class Narrator {
 public:
  Narrator(const Model& model, std::vector<Told>& entries) : model_(model), entries_(entries) {}
  void begin(const State<double>& start);
  void tell(int week, const State<double>& before, const State<double>& after, bool last);

 private:
  void fighting(const State<double>& before, const State<double>& after);
  void help(const State<double>& before, const State<double>& after);
  void leaders(const State<double>& before, const State<double>& after);
  void pressure(const State<double>& before, const State<double>& after);
  void talks(const State<double>& before, const State<double>& after);
  void audiences(const State<double>& before, const State<double>& after);
  void peace(const State<double>& before, const State<double>& after);
  void search(const State<double>& before, const State<double>& after);
  void month(const State<double>& after, bool last);
  void ending(const State<double>& after);
  void say(std::string en, std::string zh);
  Phrase side(int side) const;
  Phrase terms(const std::array<double, most_issues>& package) const;

  const Model& model_;
  std::vector<Told>& entries_;
  int week_ = 0, told_week_ = 0;  // of the last month told
  double told_front_ = 0, told_incidents_ = 0;
};

}  // namespace armistice
