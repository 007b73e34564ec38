// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "armistice/base/problem.h"
#include "armistice/theory/space.h"

// A negotiation domain of the research platforms: issues with named options, and one utility profile a party.
namespace armistice {

struct DomainIssue {
  std::string name;
  std::vector<std::string> options;
};

struct DomainParty {
  std::string name;                // of its profile's file, without the suffix
  std::string file;                // of its profile
  double weight_sum = 0;           // of its issue weights, as the file has them
  std::optional<double> discount;  // the factor d of utility d^t, t in [0, 1] the relative time; nothing: no discount
  std::vector<std::string> notes;  // what a reader of results should know of the profile
};

// Issues, parties and cells of the space are in one order. `reading` says by which conventions the utilities were read:
// "genius", "raw" or "geniusweb" (docs/deals.md).
struct Domain {
  std::string name, reading, hash;  // hash: the first 16 hex digits of the SHA-256 of the files read
  std::vector<DomainIssue> issues;
  std::vector<DomainParty> parties;
  std::vector<std::string> notes;
  Space space;
};

struct DomainOptions {
  bool raw = false;                   // no per-issue maximum, no cap, no clipping, as NegMAS reads GENIUS files
  int steps = 0;                      // real issues: this many equal steps from bound to bound; 0: they are a problem
  std::vector<std::string> profiles;  // of a folder, in this order; empty: all, in the natural order of their names
};

inline constexpr std::size_t most_domain_bytes = 4u << 20;  // of one file
inline constexpr std::size_t most_domain_issues = 1000;
inline constexpr std::size_t most_domain_options = 100'000;  // of one issue
inline constexpr std::size_t most_domain_cells = 1'000'000;  // of all issues

inline constexpr double largest_utility = 9e6;  // beyond it doubles do not tell apart whole multiples of 1e-9

// Reads a folder with a domain and its profiles, or these files by name, the profiles in the order given: XML of GENIUS
// or JSON of GeniusWeb. What is wrong in them goes to `problems`, all at once, and there is no domain. Throws
// std::runtime_error when a file cannot be read.
std::optional<Domain> read_domain(const std::vector<std::filesystem::path>& paths, const DomainOptions& options,
                                  Problems& problems);

// Whether "util2" comes before "util10": runs of digits compare as numbers, the rest by bytes.
bool natural_order(const std::string& a, const std::string& b);

// The space at relative time t in [0, 1]: each party's utilities and reservation times its d^t (GENIUS discounts what
// a party has without a deal too). A discount of 0.25 at t = 0.5 halves them. Where parties differ in d^t and the cap
// binds, no single cap can tell it: a problem, and the space undiscounted.
Space discounted(const Domain& domain, double time, Problems& problems);

// The least and the most that the party can get from any package, constraints and interactions left aside.
struct Span {
  double least = 0, most = 0;
};
Span additive_span(const Space& space, int party);

}  // namespace armistice
