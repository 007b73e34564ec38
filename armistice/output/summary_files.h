// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "armistice/output/summary.h"

namespace armistice {

// The summary as JSON, indented, with a line end. `time` (UTC, "2026-01-31T12:00:00Z") stands alone as the last key:
// all other bytes are the same for any number of threads, any size of shard and any interruption.
//
//   program, version, dossier {id, title, hash, as_of, handling}, command, seed, off [], set [], central,
//     protocol, runs, weeks
//   endings [{id, name, runs, share, low, high, likelihood, weeks {q25, q50, q75}, dates {..}, by [{week, share, ..}]}]
//   deals {ever_settled, settled_by [], ceased_by []}
//   terms [{issue, name, options [{option, name, settlements, ceasefires}]}]
//   zone {found, distance {q05 .. q95}, blockers [{party, name, share}], note}
//   process {meetings, refusals, ceasefires_broken}   (each per run)
//   over_time {weeks, endings {id: [share per week]}, going_on}
//   series [{name, unit, q05 [], q25 [], q50 [], q75 [], q95 []}]   (over runs that go on; null when none does)
//   outside {source, age_days, wars, as_long, rows [{law, within [{weeks, chance, low, high}]}], spread []}
//   confidence {level, why}, knobs {all, cited, drawn}, warnings [], left_out [], time
//
// Names, levels and sentences are {en, zh}. A share is {runs, of, share, low, high} with a 90 % interval.
std::string summary_json(const Model& model, const Summary& summary, const std::string& time);

// Tables as CSV with a head line. They begin with comment lines ("# ...") that say how they were made.
std::string endings_csv(const Model& model, const Summary& summary);
std::string terms_csv(const Model& model, const Summary& summary);
std::string series_csv(const Model& model, const Summary& summary);

// Now, as the time of the JSON.
std::string time_now();

}  // namespace armistice
