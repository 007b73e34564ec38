// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "armistice/theory/catalogue.h"

namespace armistice {

// What stands on the command line behind the name of a theory model.
struct ModelWords {
  std::map<std::string, std::string> given;  // by the short names of parameters, as typed
  std::string sweep;                         // "p=0.1:0.9:0.1"
};

using ModelNumbers = std::map<std::string, std::vector<double>>;

// A run through one parameter: its short name and its numbers.
struct Sweep {
  std::string name;
  std::vector<double> values;
};

// The numbers behind the words, lists as "0.1,0.2". What is no number adds to `objections`.
ModelNumbers read_numbers(const ModelWords& words, std::vector<std::string>& objections);

// The run that --sweep asks for, or nothing and an objection. "p=0:0.3:0.1" runs through 0, 0.1, 0.2, 0.3.
std::optional<Sweep> read_sweep(const TheoryModel& model, const ModelWords& words,
                                std::vector<std::string>& objections);

}  // namespace armistice
