// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

// Choices of a model as text. Each struct of choices has one list, list(choices, f), that names every choice once:
// f(name, member, names of its values, meaning) for a switch, f(name, member, meaning) for a number or a yes.
namespace armistice::collective {

struct ChoiceLine {
  std::string_view name, meaning;
  std::string value;                     // as it stands
  std::vector<std::string_view> values;  // what it may be; empty: a number
};

namespace choices_detail {

constexpr std::array<std::string_view, 2> yes_or_no{"no", "yes"};

// "" when the number was set; or what is wrong.
template <class Number>
std::string set_number(std::string_view name, std::string_view text, Number& member) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  bool good = error == std::errc() && end == text.data() + text.size() && value >= Number{0};
  if constexpr (std::is_floating_point_v<Number>) good = good && std::isfinite(value);
  if (!good) return fmt::format("{} wants a number of 0 or more, not \"{}\"", name, text);
  member = value;
  return "";
}

template <class Names>
std::string set_named(std::string_view name, std::string_view text, const Names& names, std::size_t& place) {
  std::string all;
  for (std::size_t k = 0; k < names.size(); ++k) {
    if (names[k] == text) return place = k, "";
    all += fmt::format("{}{}", k == 0 ? "" : ", ", names[k]);
  }
  return fmt::format("{} is one of {}, not \"{}\"", name, all, text);
}

}  // namespace choices_detail

// Sets the choice of that name. Nothing when there is no such choice here, "" when it is set, else what is wrong.
template <class ModelChoices>
std::optional<std::string> set_choice(ModelChoices& choices, std::string_view name, std::string_view text) {
  std::optional<std::string> outcome;
  const auto visit = [&](std::string_view own, auto& member, const auto& rest, auto... meaning) {
    using Member = std::remove_reference_t<decltype(member)>;
    if (own != name) return;
    std::size_t place = 0;
    if constexpr (sizeof...(meaning) > 0) {
      outcome = choices_detail::set_named(name, text, rest, place);
      if (outcome->empty()) member = static_cast<Member>(place);
    } else if constexpr (std::is_same_v<Member, bool>) {
      outcome = choices_detail::set_named(name, text, choices_detail::yes_or_no, place);
      if (outcome->empty()) member = place == 1;
    } else {
      outcome = choices_detail::set_number(name, text, member);
    }
  };
  ModelChoices::list(choices, visit);
  return outcome;
}

// Every choice with its value.
template <class ModelChoices>
std::vector<ChoiceLine> lines_of(const ModelChoices& choices) {
  std::vector<ChoiceLine> lines;
  const auto visit = [&](std::string_view name, const auto& member, const auto& rest, auto... meaning) {
    using Member = std::remove_cvref_t<decltype(member)>;
    ChoiceLine line{name, "", "", {}};
    if constexpr (sizeof...(meaning) > 0) {
      line.values.assign(rest.begin(), rest.end());
      line.value = rest[static_cast<std::size_t>(member)];
      ((line.meaning = meaning), ...);
    } else {
      line.meaning = rest;
      if constexpr (std::is_same_v<Member, bool>) {
        line.values.assign(choices_detail::yes_or_no.begin(), choices_detail::yes_or_no.end());
        line.value = member ? "yes" : "no";
      } else {
        line.value = fmt::format("{}", member);
      }
    }
    lines.push_back(std::move(line));
  };
  ModelChoices::list(choices, visit);
  return lines;
}

}  // namespace armistice::collective
