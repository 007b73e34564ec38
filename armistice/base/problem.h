// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace armistice {

// A place in one of the user's files: line and column count from 1, columns in characters (code points);
// line 0 means the file as a whole.
struct Place {
  std::string file;
  int line = 0;
  int column = 0;
};

// Something in the user's file that has to be mended before the dossier can be used.
// `text` is the line as it stands in the file (empty when there is none to show), `hint` an optional advice.
struct Problem {
  Place place;
  std::string message;
  std::string text;
  std::string hint;
};

using Problems = std::vector<Problem>;

// Adds a problem to the list.
void report(Problems& problems, Place place, std::string message, std::string text = "", std::string hint = "");

// One problem as people read it:
//   dossier.toml:12:3: unknown key "wieght"
//     wieght = 0.3
//     ^
//     did you mean "weight"?
std::string show(const Problem& problem);

// All of them, in the order of file, line and column, with a closing line that counts them ("" for none). Of more than
// `most_listed` only the first are shown, then "and N more".
inline constexpr std::size_t most_listed = 200;
std::string show(const Problems& problems);

// Puts problems into the order of file, line and column; those of one place stay in their order.
void sort(Problems& problems);

// The nearest of `known` to a misspelt `word` (Damerau-Levenshtein, at most a third of the letters apart), or "".
// suggestion("wieght", {"weight", "width"}) is "weight".
std::string suggestion(std::string_view word, const std::vector<std::string>& known);

}  // namespace armistice
