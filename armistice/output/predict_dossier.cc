// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/predict_dossier.h"

#include <fmt/format.h>

#include <algorithm>

#include "armistice/output/label.h"

namespace armistice {

FieldNames names_of(const Model& model, const DossierField& central, std::string_view lang) {
  FieldNames names;
  for (const Party& party : model.dossier.parties) names.actors.push_back(label(party.name, lang));
  for (std::size_t k = 0; k < central.issues.size(); ++k) {
    const Issue& issue = model.dossier.issues[static_cast<std::size_t>(central.issues[k])];
    names.issues.push_back(label(issue.name, lang));
    auto& options = names.options.emplace_back();
    for (std::size_t o = 1; o < central.place[k].size(); ++o)
      options.emplace_back(central.place[k][o], option_label(issue, static_cast<int>(o), lang));
    std::stable_sort(options.begin(), options.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  }
  return names;
}

std::vector<std::string> notes_on(const Model& model, std::string_view lang) {
  std::vector<std::string> notes;
  std::string names;
  for (const int i : without_capability(model))
    names += fmt::format("{}{}", names.empty() ? "" : ", ",
                         label(model.dossier.parties[static_cast<std::size_t>(i)].name, lang));
  if (!names.empty())
    notes.push_back(say(lang, "the dossier gives no capability (assumed): ", "卷宗未给出实力（假定）：") + names);
  notes.push_back(say(lang,
                      "scales, positions and saliences follow from the dossier's values by rules that are assumed "
                      "(docs/collective.md)",
                      "标尺、立场与权重由卷宗的数值按假定的规则得出（docs/collective.md）"));
  return notes;
}

}  // namespace armistice
