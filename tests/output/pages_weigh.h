// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cmath>
#include <cstdint>
#include <cstring>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

// A reader of the pages' WeighingTable that knows nothing of the program but the formula in
// output/pages/weighing_table.cc: plain doubles, one draw at a time.
namespace armistice::testing {

inline std::vector<double> floats_of(const std::string& base64) {
  const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  if (base64.size() % 4 != 0) throw std::runtime_error("base64 comes in fours");
  std::vector<unsigned char> bytes;
  for (std::size_t i = 0; i < base64.size(); i += 4) {
    std::uint32_t three = 0;
    int pads = 0;
    for (std::size_t k = 0; k < 4; ++k) {
      const char c = base64[i + k];
      const std::size_t value = c == '=' ? 0 : letters.find(c);
      if (value == std::string::npos) throw std::runtime_error("no letter of base64");
      pads += c == '=' ? 1 : 0;
      three = three << 6 | static_cast<std::uint32_t>(value);
    }
    for (int b = 0; b < 3 - pads; ++b) bytes.push_back(static_cast<unsigned char>(three >> (16 - 8 * b)));
  }
  std::vector<double> numbers;
  for (std::size_t i = 0; i + 3 < bytes.size(); i += 4) {
    const std::uint32_t bits = static_cast<std::uint32_t>(bytes[i]) | static_cast<std::uint32_t>(bytes[i + 1]) << 8 |
                               static_cast<std::uint32_t>(bytes[i + 2]) << 16 |
                               static_cast<std::uint32_t>(bytes[i + 3]) << 24;
    float number = 0;
    std::memcpy(&number, &bits, sizeof number);
    numbers.push_back(static_cast<double>(number));
  }
  return numbers;
}

class PlainWeighing {
 public:
  explicit PlainWeighing(nlohmann::json table) : t(std::move(table)) {
    for (const char* name : {"utility", "audience_utility", "hold", "watch", "balance", "front", "link_value",
                             "scalars", "party_scalars", "audience_scalars"})
      of_[name] = floats_of(t[name]);
    parties = t["parties"].get<std::vector<int>>();
  }

  nlohmann::json t;
  std::vector<int> parties;  // (row)

  struct Weighed {
    std::vector<double> gain, passing;  // (row)
    double hazard = 0, least = 2;
  };

  std::size_t draws() const { return t["draws"]; }
  // How many numbers each array has, which the counts of the table should give as well.
  std::size_t size(const std::string& name) const { return of_.at(name).size(); }

  bool allowed(const std::vector<int>& package) const {
    for (const auto& rule : t["rules"])
      if (all_of(rule["when"], package) && !any_of(rule["then"], package)) return false;
    return true;
  }

  bool must(std::size_t row, const std::vector<int>& package) const {
    for (const int i : t["signs"])
      if (i == parties[row]) return true;
    return counted(t["spends"], row, package) > 0;
  }

  Weighed weigh(std::size_t draw, const std::vector<int>& package) const {
    const std::size_t rows = parties.size();
    Weighed w;
    std::vector<double> links(rows), worth(rows), again(rows);
    for (std::size_t x = 0; x < t["links"].size(); ++x)
      if (all_of(t["links"][x]["when"], package))
        for (std::size_t r = 0; r < rows; ++r)
          if (parties[r] == t["links"][x]["party"]) links[r] += of_.at("link_value")[draw * t["links"].size() + x];
    const double front = scalar("scalar", draw, 0, 1, "front");
    double line = front, moved = 0;
    for (std::size_t k = 0; k < package.size(); ++k)
      if (t["front_named"][cell(k, package)]) moved = 1, line = sum("front", draw, 0, 1, package);
    moved *= line - front;
    for (std::size_t r = 0; r < rows; ++r) {
      worth[r] = sum("utility", draw, r, rows, package) + links[r];
      const double change =
          own(draw, r, "by_position") * moved + own(draw, r, "by_balance") * sum("balance", draw, 0, 1, package);
      const double stake = own(draw, r, "stake");
      again[r] = own(draw, r, "fight_on") + std::max(-stake, std::min(stake, change));
    }
    double ease = -sum("hold", draw, 0, 1, package) -
                  scalar("scalar", draw, 0, 1, "hold.watch_effect") * std::min(1.0, sum("watch", draw, 0, 1, package));
    for (const int side : t["sides"])
      for (std::size_t r = 0; r < rows; ++r)
        if (parties[r] == side)
          ease += scalar("scalar", draw, 0, 1, "hold.temptation") * std::max(0.0, again[r] - worth[r]) /
                  own(draw, r, "stake");
    bool ceasefire = false;
    for (std::size_t k = 0; k < package.size(); ++k) ceasefire = ceasefire || (t["core"][k] && package[k] == 0);
    if (t["breakdown"])
      w.hazard = scalar("scalar", draw, 0, 1, "hold.breakdown") *
                 (ceasefire ? scalar("scalar", draw, 0, 1, "hold.ceasefire") : 1.0) *
                 std::exp(std::max(-8.0, std::min(4.0, ease)));
    for (std::size_t r = 0; r < rows; ++r) {
      double against = 1;
      const std::size_t audiences = t["audiences"].size();
      for (std::size_t a = 0; a < audiences; ++a) {
        if (t["audiences"][a]["party"] != parties[r] || !asked(t["audiences"][a]["only_when"], package)) continue;
        const double over = sum("audience_utility", draw, a, audiences, package) + links[r] -
                            scalar("audience_scalar", draw, a, audiences, "threshold");
        against *= 1 + std::exp(std::min(20.0, -over * scalar("audience_scalar", draw, a, audiences, "per_scale")));
      }
      w.passing.push_back(1 / against);
      const double broken = w.hazard / (own(draw, r, "discount") + w.hazard);
      const double lost =
          own(draw, r, "relapse") + own(draw, r, "liability") * std::min(1.0, counted(t["bound"], r, package));
      double gain = worth[r] + broken * (again[r] - worth[r] - lost) - own(draw, r, "walk_away") - own(draw, r, "tied");
      if (t["ratify"]) gain -= own(draw, r, "audience_cost") * (1 - w.passing[r]);
      w.gain.push_back(gain);
      if (must(r, package)) w.least = std::min(w.least, gain);
    }
    return w;
  }

 private:
  std::size_t cell(std::size_t issue, const std::vector<int>& package) const {
    return t["first"][issue].get<std::size_t>() + static_cast<std::size_t>(package[issue]);
  }
  double sum(const std::string& name, std::size_t draw, std::size_t row, std::size_t rows,
             const std::vector<int>& package) const {
    double all = 0;
    const std::size_t cells = t["cells"];
    for (std::size_t k = 0; k < package.size(); ++k)
      all += of_.at(name)[(draw * rows + row) * cells + cell(k, package)];
    return all;
  }
  double scalar(const std::string& kind, std::size_t draw, std::size_t row, std::size_t rows,
                const std::string& name) const {
    const auto& names = t[kind + "_names"];
    for (std::size_t n = 0; n < names.size(); ++n)
      if (names[n] == name) return of_.at(kind + "s")[(draw * rows + row) * names.size() + n];
    throw std::runtime_error("no " + name);
  }
  double own(std::size_t draw, std::size_t row, const std::string& name) const {
    return scalar("party_scalar", draw, row, parties.size(), name);
  }
  // Over how many cells of the package the party's name stands.
  double counted(const nlohmann::json& sets, std::size_t row, const std::vector<int>& package) const {
    double count = 0;
    for (std::size_t k = 0; k < package.size(); ++k)
      for (const int i : sets[cell(k, package)]) count += i == parties[row] ? 1 : 0;
    return count;
  }
  static bool holds(const nlohmann::json& choice, const std::vector<int>& package) {
    return package[choice[0].get<std::size_t>()] == choice[1];
  }
  static bool all_of(const nlohmann::json& choices, const std::vector<int>& package) {
    for (const auto& choice : choices)
      if (!holds(choice, package)) return false;
    return true;
  }
  static bool any_of(const nlohmann::json& choices, const std::vector<int>& package) {
    for (const auto& choice : choices)
      if (holds(choice, package)) return true;
    return false;
  }
  static bool asked(const nlohmann::json& only_when, const std::vector<int>& package) {
    std::map<int, bool> met;
    for (const auto& choice : only_when) met[choice[0]] = met[choice[0]] || holds(choice, package);
    for (const auto& [issue, one] : met)
      if (!one) return false;
    return true;
  }
  std::map<std::string, std::vector<double>> of_;
};

}  // namespace armistice::testing
