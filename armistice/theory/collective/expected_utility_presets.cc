// SPDX-License-Identifier: Apache-2.0
#include "armistice/theory/collective/expected_utility.h"

namespace armistice::collective {
namespace {

using Choices = ExpectedUtilityChoices;

// The text of the papers: a contest's own votes decide it, everyone takes what moves it least, who has more to lose
// gives in. Straight votes and dangers over the positions one could hold are assumed.
Choices papers() {
  Choices c;
  c.odds = Choices::Odds::pair;
  c.threat = Choices::Threat::positions;
  c.acceptance = Choices::Acceptance::least;
  c.capitulation = true;
  c.curved_votes = false;
  return c;
}

// A challenger's share is what is left when the votes against it are taken off; the sign of the moving status quo is
// wrong, which does nothing as long as Q is 1.
Choices dmasad() {
  Choices c;
  c.odds = Choices::Odds::net;
  c.exponent = Choices::Exponent::challenger;
  c.acceptance = Choices::Acceptance::largest;
  c.capitulation = true;
  c.reversed = true;
  c.centre = Choices::Centre::mean;
  c.curved_votes = false;
  c.outcome = Choices::Outcome::margin;
  return c;
}

// The program before with exponents cut to whole numbers, and the range of the scale.
Choices dersblog() {
  Choices c = dmasad();
  c.whole_exponents = true;
  c.span = Choices::Span::scale;
  return c;
}

// Third parties' votes alone, dangers by one's own prospects, both sides must see the pair alike. The rest, and what
// "alike" means, is assumed.
Choices minimalgeek() {
  Choices c;
  c.odds = Choices::Odds::third;
  c.threat = Choices::Threat::own;
  c.acceptance = Choices::Acceptance::least;
  c.capitulation = true;
  c.reciprocal = true;
  c.curved_votes = false;
  return c;
}

}  // namespace

const std::vector<ExpectedUtilityPreset>& expected_utility_presets() {
  static const std::vector<ExpectedUtilityPreset> presets = {
      {"scholz", "Scholz, Calbert and Smith 2011, as their program was restated by jmckib", {}},
      {"papers", "the text of Bueno de Mesquita 1994 and of Scholz, Calbert and Smith 2011; partly assumed", papers()},
      {"dmasad", "dmasad's BDM_DecisionModel_Replication", dmasad()},
      {"dersblog", "burakbayramli's dersblog, chapter on group decisions", dersblog()},
      {"minimalgeek", "minimalgeek's BDM-Expected-Utility-Model; mostly assumed", minimalgeek()}};
  return presets;
}

const ExpectedUtilityChoices* expected_utility_preset(std::string_view name) {
  for (const ExpectedUtilityPreset& preset : expected_utility_presets())
    if (preset.name == name) return &preset.choices;
  return nullptr;
}

}  // namespace armistice::collective
