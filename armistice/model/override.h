// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "armistice/model/dossier.h"

// Numbers of a dossier changed for one study, without touching its files: --set side.A.will=0.5.
namespace armistice {

// Changes the named numbers of the dossier. A word is
//   PATH=VALUE           exactly that
//   PATH=LOW:HIGH        uniform, as { low, high } in the files
//   PATH=LOW:MODE:HIGH   triangular, as { low, mode, high }
// All of the words or none: with any problem the dossier stays as it is. Problems are an unknown path, a word of
// another form, a value outside the number's legal range, a range that is not in order, a path given twice, an effect
// that the dossier leaves out on purpose (Knob::structural: it would be another dossier, so it is written there), and
// what check_meaning says of the numbers together (weights that no longer sum to 1). Each stands at the place "--set
// WORD". The dossier must have no problems of its own (read.h). A changed number rests on no source: it counts as
// assumed and says "set by hand". No other number's draw moves, since draws hang on the path (dynamics/draw.h).
void set_numbers(Dossier& dossier, const std::vector<std::string>& words, Problems& problems);

// What is set by hand in the dossier, in one form whatever was typed: sorted by path, the shortest digits that give the
// same numbers, a range of no width as its one value. {"b=0.50", "a=1:1:1"} gives {"a=1", "b=0.5"}.
std::vector<std::string> numbers_set(const Dossier& dossier);

// A number of the dossier as a form shows it for changing.
struct KnobLine {
  std::string path, meaning, unit;
  double low, mode, high;  // as the dossier has it: a bell from its 5 to its 95 % quantile, its centre between
  double least, most;      // the legal range; plus or minus `unbounded` where there is none
  std::string source;      // source_of
  std::string shape;       // fixed, uniform, triangular, normal, lognormal
};

// Every number that set_numbers may change, in the order of the files.
std::vector<KnobLine> knob_lines(const Dossier& dossier);

}  // namespace armistice
