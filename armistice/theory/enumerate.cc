// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/enumerate.h"

#include <algorithm>

namespace armistice {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// One combination of the first issues: what the walk knows before it looks at the tails.
struct Here {
  std::vector<int> option;          // (first issue)
  std::vector<double> base;         // (party): constant, cells, interactions among the first issues
  std::vector<double> most;         // (party): at most this in the block
  std::vector<const Across*> live;  // links that touch some of the tails
};

bool live(const Across& link, const std::vector<int>& option) {
  const auto held = [&](const Literal& literal) { return option[at(literal.issue)] == literal.option; };
  return std::all_of(link.when.begin(), link.when.end(), held) &&
         std::none_of(link.then.begin(), link.then.end(), held);
}

// Sums the first issues up. False: all tails are forbidden here.
bool look(const Split& split, Here& here) {
  here.live.clear();
  for (std::size_t p = 0; p < here.base.size(); ++p) {
    double sum = split.constant[p];
    const double* cell = split.cell[p].data();
    for (std::size_t k = 0; k < here.option.size(); cell += split.options[k++]) sum += cell[here.option[k]];
    here.base[p] = sum;
  }
  for (const Across& link : split.links) {
    if (!live(link, here.option)) continue;
    if (!link.everywhere)
      here.live.push_back(&link);
    else if (link.party < 0)
      return false;
    else
      here.base[at(link.party)] += link.value;
  }
  for (std::size_t p = 0; p < here.base.size(); ++p) here.most[p] = here.base[p] + split.most[p];
  for (const Across* link : here.live)
    if (link->party >= 0) here.most[at(link->party)] += std::max(0.0, link->value);
  for (double& m : here.most) m = std::min(m, split.cap);
  return true;
}

// Leaves the packages out that a live implication forbids.
void forbid(const Split& split, const Here& here, Block& block, std::vector<char>& open,
            std::vector<std::uint32_t>& offset) {
  if (std::all_of(here.live.begin(), here.live.end(), [](const Across* link) { return link->party >= 0; })) return;
  open.assign(block.size, 1);
  for (const Across* link : here.live)
    if (link->party < 0)
      for (const std::uint32_t i : link->at) open[i] = 0;
  offset.clear();
  for (std::size_t i = 0; i < block.size; ++i)
    if (open[i] != 0) offset.push_back(split.offset[i]);
  for (auto& row : block.utility) {
    std::size_t to = 0;
    for (std::size_t i = 0; i < block.size; ++i)
      if (open[i] != 0) row[to++] = row[i];
  }
  block.size = offset.size();
  block.offset = offset.data();
}

void fill(const Split& split, const Here& here, Block& block) {
  block.size = split.offset.size();
  block.offset = split.offset.data();
  for (std::size_t p = 0; p < block.utility.size(); ++p) {
    const double base = here.base[p];
    const double* from = split.tail[p].data();
    double* to = block.utility[p].data();
    for (std::size_t i = 0; i < block.size; ++i) to[i] = base + from[i];
  }
  for (const Across* link : here.live)
    if (link->party >= 0)
      for (const std::uint32_t i : link->at) block.utility[at(link->party)][i] += link->value;
  if (split.cap == std::numeric_limits<double>::infinity()) return;
  for (auto& row : block.utility) {
    double* to = row.data();
    for (std::size_t i = 0; i < block.size; ++i) to[i] = to[i] < split.cap ? to[i] : split.cap;
  }
}

}  // namespace

void visit(const Split& split, const Wanted& wanted, const std::function<void(const Block&)>& see) {
  if (split.offset.empty()) return;
  const std::size_t parties = at(split.parties);
  Here here{std::vector<int>(split.options.size()), std::vector<double>(parties), std::vector<double>(parties), {}};
  Block block;
  block.utility.assign(parties, std::vector<double>(split.offset.size()));
  std::vector<char> open;
  std::vector<std::uint32_t> offset;
  for (std::uint64_t n = 0; n < split.blocks; ++n) {
    block.first = n * split.tails;
    if (look(split, here) && wanted(block.first, here.most)) {
      fill(split, here, block);
      forbid(split, here, block, open, offset);
      if (block.size > 0) see(block);
    }
    for (std::size_t k = here.option.size(); k-- > 0;) {
      if (++here.option[k] < split.options[k]) break;
      here.option[k] = 0;
    }
  }
}

void visit(const Split& split, const std::function<void(const Block&)>& see) {
  visit(
      split, [](std::uint64_t, const std::vector<double>&) { return true; }, see);
}

}  // namespace armistice
