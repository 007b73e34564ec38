// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The closed-form models of this folder by name, with their parameters, for who wants to call them by a word and some
// numbers. The functions do the work; the catalogue only names. A model is one entry in one of the catalogue_*.cc.
namespace armistice {

// Which numbers are legal.
struct LegalRange {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool above_low = false;   // low itself is not legal
  bool below_high = false;  // high itself is not legal
  bool whole = false;
};
bool contains(const LegalRange& range, double value);

// "in [0, 1]", "in (0, 1)", "at least 0", "above 0", "a whole number from 1 to 50", "any number".
std::string show(const LegalRange& range);

struct TheoryParameter {
  std::string name;       // short: "ca"
  std::string long_name;  // "cost-a", a second name for the same
  std::string meaning;
  std::string unit;  // "" for a plain number
  LegalRange legal;
  bool list = false;  // takes one number or more
  bool required = true;
  std::vector<double> otherwise;  // where it is not required
};

// Numbers by the short names of the parameters.
struct TheoryArguments {
  std::map<std::string, std::vector<double>, std::less<>> values;

  double operator()(std::string_view name) const { return list(name).front(); }
  int whole(std::string_view name) const { return static_cast<int>((*this)(name)); }
  const std::vector<double>& list(std::string_view name) const;  // empty when not given
};

// One number that a model says. Not a number means there is none; infinity is infinity.
struct TheoryResult {
  std::string name;
  double value;
  std::string meaning;
  bool whether = false;  // 1 yes, 0 no
};
using TheoryResults = std::vector<TheoryResult>;

// A worked number: what is given and what comes out, to 1e-9 (relative to numbers above 1) unless `tolerance` says
// less.
struct WorkedExample {
  std::vector<std::pair<std::string, std::vector<double>>> given;
  std::vector<std::pair<std::string, double>> expected;
  double tolerance = 1e-9;
};

struct TheoryModel {
  std::string name;      // "fearon"
  std::string question;  // what it answers
  std::string source;
  std::string formula;
  std::vector<TheoryParameter> parameters;
  TheoryResults (*evaluate)(const TheoryArguments&);
  WorkedExample example;
  std::string (*objection)(const TheoryArguments&) = nullptr;  // why legal numbers do not go together, or ""
  std::string section = {};                                    // set by theory_models()
};

// All models, section by section.
const std::vector<TheoryModel>& theory_models();

// The model of that name, or nothing.
const TheoryModel* find_theory_model(std::string_view name);

// Fills in what is left out and looks whether every number is legal. `given` goes by short or long names. Everything
// that is wrong is added to `objections`, one line each; then there are no arguments.
// fearon, {p: 1.4, ca: 0.1}: "--p is 1.4, but must be in [0, 1] (chance that A wins the war)", "--cb is missing: ...".
std::optional<TheoryArguments> arguments_for(const TheoryModel& model,
                                             const std::map<std::string, std::vector<double>>& given,
                                             std::vector<std::string>& objections);

// Numbers as a list parameter takes them: "0.35,0.2,0.1".
std::string joined(const std::vector<double>& numbers);

// The worked example as a command line without the program's name: "theory fearon --p 0.6 --ca 0.15 --cb 0.2".
std::string example_command(const TheoryModel& model);

// The source up to its first year: "Binmore, Shaked and Sutton 1989".
std::string short_source(const TheoryModel& model);

}  // namespace armistice
