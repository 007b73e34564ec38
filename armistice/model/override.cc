// SPDX-License-Identifier: Apache-2.0
#include "armistice/model/override.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <set>

#include "armistice/model/read.h"

namespace armistice {
namespace {

std::optional<double> number_in(std::string_view word) {
  double value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size() || !std::isfinite(value)) return std::nullopt;
  return value + 0.0;  // -0 is 0
}

std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto colon = text.find(':');
    parts.push_back(text.substr(0, colon));
    if (colon == std::string_view::npos) return parts;
    text.remove_prefix(colon + 1);
  }
}

// One word of --set on its way into the dossier; says at the word what is wrong with it.
struct Change {
  const std::string& word;
  Problems& problems;

  void say(std::string message, std::string hint = "") const {
    report(problems, {fmt::format("--set {}", word), 0, 0}, std::move(message), "", std::move(hint));
  }

  // The knob of that path, when it may be changed.
  Knob* knob_in(std::vector<Knob>& knobs, std::string_view path) const {
    const auto found = std::find_if(knobs.begin(), knobs.end(), [&](const Knob& k) { return k.path == path; });
    if (found == knobs.end()) {
      std::vector<std::string> known;
      for (const Knob& knob : knobs)
        if (!knob.structural) known.push_back(knob.path);
      const std::string near = suggestion(path, known);
      say(fmt::format("the dossier has no number \"{}\"", path),
          near.empty() ? "armistice check DOSSIER --numbers lists all" : fmt::format("did you mean \"{}\"?", near));
      return nullptr;
    }
    if (!found->structural) return &*found;
    say(fmt::format("\"{}\" is an effect that the dossier leaves out on purpose", path),
        "to have it, write it in the dossier");
    return nullptr;
  }

  // The value, or the ends and the mode, when each has a meaning for the knob and they are in order.
  std::optional<std::vector<double>> values_in(std::string_view text, const Knob& knob) const {
    const std::vector<std::string_view> parts = parts_of(text);
    if (parts.size() > 3) return say_form(), std::nullopt;
    std::vector<double> values;
    for (const std::string_view part : parts) {
      const std::optional<double> value = number_in(part);
      if (!value) {
        say(fmt::format("\"{}\" is not a number", part));
      } else if (*value < knob.least || *value > knob.most) {
        say(fmt::format("\"{}\" is a number {} ({}), not {}", knob.path, legal_range(knob.least, knob.most), knob.unit,
                        *value));
      } else {
        values.push_back(*value);
      }
    }
    if (values.size() < parts.size()) return std::nullopt;
    if (std::is_sorted(values.begin(), values.end())) return values;
    say(values.size() == 2 ? "a range asks for low <= high" : "a range asks for low <= mode <= high");
    return std::nullopt;
  }

  void say_form() const { say("--set wants PATH=VALUE, PATH=LOW:HIGH or PATH=LOW:MODE:HIGH"); }
};

void set(Knob& knob, const std::vector<double>& values) {
  const bool fixed = values.front() == values.back();
  knob.shape = fixed ? Shape::fixed : values.size() == 2 ? Shape::uniform : Shape::triangular;
  knob.a = values[0];
  knob.b = fixed ? 0 : values[1];
  knob.c = fixed || values.size() == 2 ? 0 : values[2];
  knob.sources.clear();
  knob.omitted = false;
  knob.by_hand = true;
}

// What numbers that were each in order say together; their place is a line of the file, but the cause is the change.
void check_together(const Dossier& dossier, const std::vector<std::string>& words, Problems& problems) {
  Problems together;
  check_meaning(dossier, together);
  std::string all;
  for (const std::string& word : words) all.append(all.empty() ? "--set " : " --set ").append(word);
  for (Problem& problem : together)
    report(problems, {all, 0, 0}, std::move(problem.message), "", "set the numbers that go with it as well");
}

std::string shape_name(Shape shape) {
  switch (shape) {
    case Shape::fixed:
      return "fixed";
    case Shape::uniform:
      return "uniform";
    case Shape::triangular:
      return "triangular";
    case Shape::normal:
      return "normal";
    case Shape::lognormal:
      return "lognormal";
  }
  return "";
}

}  // namespace

void set_numbers(Dossier& dossier, const std::vector<std::string>& words, Problems& problems) {
  if (words.empty()) return;
  const std::size_t before = problems.size();
  Dossier changed = dossier;
  std::set<std::string, std::less<>> seen;
  for (const std::string& word : words) {
    const Change change{word, problems};
    const std::string_view text = word;
    const auto equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0) {
      change.say_form();
      continue;
    }
    const std::string_view path = text.substr(0, equals);
    Knob* knob = change.knob_in(changed.knobs, path);
    if (knob && !seen.emplace(path).second) {
      change.say(fmt::format("\"{}\" is set twice", path));
    } else if (knob) {
      if (const auto values = change.values_in(text.substr(equals + 1), *knob)) set(*knob, *values);
    }
  }
  if (problems.size() == before) check_together(changed, words, problems);
  if (problems.size() == before) dossier = std::move(changed);
}

std::vector<std::string> numbers_set(const Dossier& dossier) {
  std::vector<const Knob*> knobs;
  for (const Knob& knob : dossier.knobs)
    if (knob.by_hand) knobs.push_back(&knob);
  std::sort(knobs.begin(), knobs.end(), [](const Knob* a, const Knob* b) { return a->path < b->path; });
  std::vector<std::string> words;
  for (const Knob* k : knobs) {
    const std::string more = k->shape == Shape::fixed     ? ""
                             : k->shape == Shape::uniform ? fmt::format(":{}", k->b)
                                                          : fmt::format(":{}:{}", k->b, k->c);
    words.push_back(fmt::format("{}={}{}", k->path, k->a, more));
  }
  return words;
}

std::vector<KnobLine> knob_lines(const Dossier& dossier) {
  std::vector<KnobLine> lines;
  for (const Knob& k : dossier.knobs) {
    if (k.structural) continue;
    KnobLine line{k.path, k.meaning, k.unit, k.a, k.a, k.a, k.least, k.most, source_of(k), shape_name(k.shape)};
    if (k.shape == Shape::uniform) line.mode = centre(k), line.high = k.b;
    if (k.shape == Shape::triangular) line.mode = k.b, line.high = k.c;
    if (k.shape == Shape::normal || k.shape == Shape::lognormal)
      line.low = quantile(k, 0.05), line.mode = centre(k), line.high = quantile(k, 0.95);
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace armistice
