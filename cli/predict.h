// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "armistice/output/predict_tables.h"
#include "armistice/study/dossier_field.h"
#include "armistice/study/predict.h"
#include "cli/command.h"

namespace armistice {

// The flags of `armistice predict`.
struct PredictFlags {
  std::string path, models = "all", mode, preset, noise, scale, issue;
  std::vector<std::string> set;
  int draws = 200, turns = 0;  // 0 turns: as the models have it
  bool moves = false, list = false;
};

// What is predicted, wherever it came from.
struct PredictSubject {
  DossierField central;  // of a file only its field
  FieldNames names;
  std::vector<std::string> notes;
  std::string inputs;  // how they are drawn, in words
  Provenance made;
  std::vector<DrawnField> drawn;  // of a dossier
};

// Says what is wrong with the command line, to standard error, and sets common.exit.
void wrong_predict(Common& common, const std::string& message);

// The models named, the one of --mode where there are two; empty when a word cannot be taken, which `wrong` says.
std::vector<const collective::CollectiveModel*> models_asked(const PredictFlags& flags, std::string& wrong);

// Sets what --set, --preset, --mode and --turns say; "" or what is wrong. --set mode=... sets flags.mode.
std::string set_choices(PredictFlags& flags, collective::Choices& choices);

// "position=0.05,salience=0.1,capability=0.2", any of them; "" or what is wrong.
std::string read_noise(const std::string& text, InputNoise& noise);

// The field of the file or dossier; a scenario of KTAB sets the spatial model's choices, and the seed where none is
// given. Nothing when common.exit says why.
std::optional<PredictSubject> subject_of(const PredictFlags& flags, bool seed_given, collective::Choices& choices,
                                         Common& common);

}  // namespace armistice
