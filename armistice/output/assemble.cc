// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/assemble.h"

#include "armistice/base/file.h"
#include "armistice/output/netcdf_study.h"
#include "armistice/output/summary_files.h"

namespace armistice {

Summary assemble(const std::filesystem::path& folder, const Manifest& manifest, const Model& model, const Plan& plan) {
  const std::vector<ShardLine> lines = manifest.shards();
  std::int64_t runs = 0;
  for (const ShardLine& line : lines) runs += line.range.count;
  const FileHead head = head_of(model, manifest.key(), runs);

  Tally tally = empty_tally(shape_of(model));
  DrawsFile draws(folder / "draws.nc", model, plan, head);
  for (const ShardLine& line : lines) {
    const Sample sample = read_shard(folder, line);
    add(tally, sample.tally);
    draws.put(line.range, sample.outcomes);
  }
  draws.finish();
  Summary summary = summarise(model, manifest.key(), tally);
  write_series(folder / "series.nc", model, plan, head, summary);
  write_file_atomically(folder / "endings.csv", endings_csv(model, summary));
  write_file_atomically(folder / "terms.csv", terms_csv(model, summary));
  write_file_atomically(folder / "series.csv", series_csv(model, summary));
  write_file_atomically(folder / "summary.json", summary_json(model, summary, time_now()));
  return summary;
}

}  // namespace armistice
