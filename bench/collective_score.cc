// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <random>

#include "armistice/study/score.h"

// Every model of collective decisions on many decisions with known outcomes: those of the European Union where they are
// at hand beside the checkout, and random ones of about the same shape anywhere.
namespace armistice {
namespace {

// 71 groups of one to four issues; 20 actors, of whom one in eight takes no part in an issue; positions at multiples of
// 10, half of them at an end.
Cases random_cases() {
  std::mt19937_64 engine(1);
  const auto below = [&](int n) { return static_cast<int>(engine() % static_cast<std::uint64_t>(n)); };
  Cases cases;
  for (int g = 0; g < 71; ++g) {
    CaseGroup group;
    collective::Field& field = group.field;
    const int issues = 1 + below(4);
    for (int k = 0; k < issues; ++k) {
      field.issues.push_back(std::to_string(k));
      field.low.push_back(0), field.high.push_back(100), field.reference.push_back(0);
      group.outcome.push_back(10 * below(11));
    }
    for (int i = 0; i < 20; ++i) {
      field.actors.push_back(std::to_string(i));
      const double capability = 0.05 + below(80) / 20.0;
      for (int k = 0; k < issues; ++k) {
        field.capability.push_back(capability);
        field.position.push_back(below(8) == 0 ? std::nan("") : below(2) == 0 ? 100 * below(2) : 10 * below(11));
        field.salience.push_back(below(11) / 10.0);
      }
      field.procedure.votes.push_back(i < 2 ? 0 : 1), field.procedure.vetoes.push_back(i == 1);
    }
    field.procedure.setter = 0, field.procedure.quorum = 62.0 / 87;
    cases.groups.push_back(std::move(group));
  }
  return cases;
}

void scoring(benchmark::State& state, const Cases& cases, const std::vector<std::string>& names, int bootstraps) {
  ScoreQuestion question;
  for (const auto& model : collective::collective_models())
    if (names.empty() || std::find(names.begin(), names.end(), model.name) != names.end())
      question.models.push_back(&model);
  question.bootstraps = bootstraps, question.threads = 1;
  question.stacked = names.empty();
  for (auto _ : state) {
    auto scores = score(cases, question);
    benchmark::DoNotOptimize(scores);
  }
}

const bool registered = [] {
  const auto add = [](const std::string& title, const Cases& cases, const std::vector<std::string>& names,
                      int samples) {
    benchmark::RegisterBenchmark(title.c_str(), [=](benchmark::State& state) {
      scoring(state, cases, names, samples);
    })->Unit(benchmark::kMillisecond);
  };
  const std::filesystem::path folder = std::filesystem::path(ARMISTICE_ROOT) / "../shared/cases/deu";
  Problems problems;
  if (std::filesystem::exists(folder / "issues.csv"))
    if (const auto cases = read_cases(folder, "", problems)) {
      add("score, European Union, all models, 2,000 samples", *cases, {}, 2000);
      for (const auto& model : collective::collective_models())
        add("score, European Union, " + std::string(model.name) + ", no samples", *cases, {std::string(model.name)}, 0);
    }
  add("score, random cases, all models, 2,000 samples", random_cases(), {}, 2000);
  return true;
}();

}  // namespace
}  // namespace armistice
