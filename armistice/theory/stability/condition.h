// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Logical conditions on which options are taken: "ceasefire AND NOT (guarantee OR troops)".
namespace armistice::stability {

enum class Truth : std::uint8_t { no, yes, open };

enum class Connective : std::uint8_t { option, negation, both, either, only_if, same };

// A tree, children before parents; the last node is the root. `a` is an option for Connective::option, else the place
// of a child, `b` that of the second. only_if is "a IF b": not b, or a.
inline constexpr std::size_t most_nodes = 256;
struct Condition {
  struct Node {
    Connective connective = Connective::option;
    std::uint32_t a = 0, b = 0;
  };
  std::vector<Node> nodes;

  std::uint32_t add(Connective connective, std::uint32_t a, std::uint32_t b = 0) {
    nodes.push_back({connective, a, b});
    return static_cast<std::uint32_t>(nodes.size() - 1);
  }
};

// Whether the condition holds of a set of options (bit per option).
bool holds(const Condition& condition, std::uint64_t code);

// The same when only the options in `decided` are settled, by Kleene's three values: open when both may still be.
Truth judge(const Condition& condition, std::uint64_t code, std::uint64_t decided);

// A pattern over all options, first option first: Y taken, N not, - either. "Y-N" is option 0 AND NOT option 2. Needs a
// Y or an N: of "---" there is no condition, and none is given back.
Condition condition_of_pattern(std::string_view pattern);

}  // namespace armistice::stability
