// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <set>

#include "armistice/model/domain.h"
#include "armistice/model/xml.h"

// GENIUS XML: a domain (negotiation_template) and profiles (utility_space). The conventions are those of GENIUS 10:
//   utility = sum over issues of weight x evaluation, capped at 1, weights as the file has them
//   discrete  evaluation / the highest evaluation of the issue
//   integer   slope (v - lowerbound) + offset, clipped to [0, 1]
//   real      linear: parameter1 v + parameter0, clipped to [0, 1]; constant: parameter0; triangular: from 0 at
//             parameter0 to 1 at parameter2 to 0 at parameter1
// With `raw` nothing is divided, capped or clipped and the integer's bound is not taken off: evaluation as written,
// slope v + offset.
namespace armistice {

struct GeniusIssue {
  enum class Kind { discrete, integer, real };
  Kind kind = Kind::discrete;
  std::string name;
  Place place;
  std::vector<std::string> options;
  std::vector<double> values;  // (option) of integer and real issues
  double low = 0, high = 0;    // their bounds
};

// What the parts of the reader share: the choices, the text for problems, and where these go.
struct GeniusReader {
  const DomainOptions& options;
  const Lines& lines;
  Problems& problems;

  void wrong(const Place& place, std::string message, std::string hint = "") const;
  // A finite number in an attribute; nothing, and a problem, when it is missing or none.
  std::optional<double> number(const Element& element, std::string_view attribute) const;
};

// The issues, weights and objectives of a tree of objectives, in the order of the file.
struct GeniusTree {
  std::vector<const Element*> issues, weights;
  std::set<std::string> objectives;  // their indices: a weight may be that of an objective
};
GeniusTree genius_tree(const Element& root);

// "discrete", "integer", "real", or as the file says it: of type, vtype, etype the first that is there.
std::string genius_kind(const Element& issue);

// The bounds of an integer or real issue: its own attributes or those of its element range.
std::optional<std::pair<double, double>> genius_bounds(const GeniusReader& reader, const Element& issue);

// The issues of a domain, checked; notes go to the domain.
std::vector<GeniusIssue> genius_issues(const GeniusReader& reader, const Element& root, Domain& domain);

// Reads a profile and adds its party, with its row of cells, to the domain.
void add_genius_profile(const GeniusReader& reader, const Element& root, const std::vector<GeniusIssue>& issues,
                        Domain& domain);

// Domain and profiles, each in a tree of its own.
void read_genius(const GeniusReader& reader, const Element& domain_root, const std::vector<Element>& profiles,
                 Domain& domain);

// A number as it stands in a file, white space around it aside; nothing when it is none or not finite.
std::optional<double> finite_number(std::string_view text);

}  // namespace armistice
