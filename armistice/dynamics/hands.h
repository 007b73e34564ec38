// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <vector>

#include "armistice/dynamics/begin.h"
#include "armistice/dynamics/package.h"
#include "armistice/dynamics/simulate.h"

// What the parties hold on the day of the dossier: draws of its numbers with the walk-away values that follow. Nothing
// is simulated, so a package can be weighed in every draw at once.
namespace armistice {

// A block of draws side by side.
struct Hand {
  Terms<Lanes> t;
  State<Lanes> s;
  int lanes = 0;  // draws in use
};

struct Hands {
  const Model& model;
  Columns columns;
  std::uint32_t draws;
  std::vector<std::unique_ptr<Hand>> blocks;

  Hands(const Model& model, const Plan& plan, std::uint32_t draws);  // a central plan has one draw
  Hands(const Hands&) = delete;
};

// The draw in one lane of a hand, in every lane: then lanes are packages instead of draws.
std::unique_ptr<Hand> alone(const Hand& hand, int lane);

// A package in every lane, summed up.
Package<Lanes> summed(const Hands& hands, const Hand& hand, const std::vector<int>& options);

}  // namespace armistice
