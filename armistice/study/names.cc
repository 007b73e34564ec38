// SPDX-License-Identifier: Apache-2.0
#include "armistice/study/names.h"

#include <cassert>

namespace armistice {

std::string ending_id(Ending ending) {
  static constexpr std::array<const char*, ending_count> ids{
      "settlement", "broken", "ceasefire", "a_aim", "b_aim", "a_collapse", "b_collapse", "faded", "fighting"};
  return ids[static_cast<std::size_t>(ending)];
}

Phrase ending_name(const Model& model, Ending ending) {
  const Phrase a = party_name(model, model.party_of_side[side_a]), b = party_name(model, model.party_of_side[side_b]);
  switch (ending) {
    case Ending::settlement:
      return {"settlement in force", "协议生效并维持"};
    case Ending::broken:
      return {"settlement broken", "协议破裂"};
    case Ending::ceasefire:
      return {"ceasefire only", "仅停火"};
    case Ending::a_aim:
      return {a.en + " reaches its aim", a.zh + "达到目标"};
    case Ending::b_aim:
      return {b.en + " reaches its aim", b.zh + "达到目标"};
    case Ending::a_collapse:
      return {a.en + " collapses", a.zh + "崩溃"};
    case Ending::b_collapse:
      return {b.en + " collapses", b.zh + "崩溃"};
    case Ending::faded:
      return {"war fades without a deal", "战事消退而无协议"};
    case Ending::fighting:
      return {"fighting and talks go on", "边打边谈仍在继续"};
  }
  assert(false);
  return {};
}

Phrase issue_name(const Model& model, int issue) {
  return phrase(model.dossier.issues[static_cast<std::size_t>(issue)].name);
}

Phrase option_name(const Model& model, int issue, int option) {
  if (option == 0) return {"left open", "搁置"};
  return phrase(
      model.dossier.issues[static_cast<std::size_t>(issue)].options[static_cast<std::size_t>(option) - 1].name);
}

Phrase party_name(const Model& model, int party) {
  return phrase(model.dossier.parties[static_cast<std::size_t>(party)].name);
}

}  // namespace armistice
