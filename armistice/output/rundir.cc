// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/rundir.h"

#include <cassert>
#include <stdexcept>

#include "armistice/base/file.h"
#include "armistice/base/hash.h"
#include "armistice/output/shard_file.h"

namespace armistice {
namespace fs = std::filesystem;
namespace {

std::uint64_t end_of(Range range) { return std::uint64_t{range.first} + range.count; }

std::string file_of(Range range) { return fmt::format("shards/{:010}-{}.shard", range.first, range.count); }

// Whether the line's file is there with the bytes that were entered.
bool whole(const fs::path& folder, const ShardLine& line) {
  const fs::path path = folder / line.file;
  std::error_code failed;
  return fs::exists(path, failed) && sha256(read_file(path)) == line.checksum;
}

// Half-written files of a killed process, NAME.PROCESS.tmp (base/file.cc): nobody else writes here, the manifest's lock
// sees to that.
void clear_left_overs(const fs::path& folder) {
  std::error_code ignored;
  for (const fs::path& place : {folder, folder / "shards"}) {
    std::vector<fs::path> left_over;
    for (const auto& entry : fs::directory_iterator(place, ignored)) {
      const std::string process = entry.path().stem().extension().string();
      if (entry.path().extension() == ".tmp" && process.size() > 1 &&
          process.find_first_not_of("0123456789", 1) == std::string::npos)
        left_over.push_back(entry.path());
    }
    for (const fs::path& path : left_over) fs::remove(path, ignored);
  }
}

bool says(const std::function<bool()>& hook) { return hook && hook(); }

}  // namespace

std::vector<Range> missing(const std::vector<Range>& kept, std::int64_t wanted, std::uint32_t piece) {
  assert(piece > 0 && wanted >= 0 && wanted <= std::int64_t{UINT32_MAX});
  std::vector<Range> gaps;
  std::uint64_t next = 0;
  const auto fill = [&](std::uint64_t until) {
    for (until = std::min(until, static_cast<std::uint64_t>(wanted)); next < until; next += gaps.back().count)
      gaps.push_back(
          {static_cast<std::uint32_t>(next), static_cast<std::uint32_t>(std::min<std::uint64_t>(piece, until - next))});
  };
  for (const Range& range : kept) {
    fill(range.first);
    next = std::max(next, end_of(range));
  }
  fill(static_cast<std::uint64_t>(wanted));
  return gaps;
}

StudyDone run_study(const fs::path& folder, Manifest& manifest, const Model& model, const Plan& plan,
                    const StudyAsk& ask, const StudyHooks& hooks) {
  clear_left_overs(folder);
  StudyDone done;
  done.wanted = ask.runs;
  for (const ShardLine& line : manifest.shards()) {
    done.wanted = std::max(done.wanted, static_cast<std::int64_t>(end_of(line.range)));
    if (whole(folder, line)) {
      done.ranges.push_back(line.range);
      done.reused += line.range.count;
    } else {
      manifest.remove(line.range);
      done.mended += line.range.count;
    }
  }
  const std::vector<Range> gaps = missing(done.ranges, done.wanted, ask.shard);
  std::int64_t to_do = 0;
  for (const Range& gap : gaps) to_do += gap.count;
  if (hooks.plan) hooks.plan(to_do);

  Forecaster forecaster(model, plan, ask.threads);
  for (const Range& gap : gaps) {
    std::optional<Sample> sample;
    if (!says(hooks.stop)) sample = forecaster.run(gap, {hooks.progress, hooks.stop_now});
    if (!sample) {
      done.stopped = true;
      break;
    }
    const std::string bytes = pack(gap, *sample);
    write_file_atomically(folder / file_of(gap), bytes);
    manifest.add({gap, file_of(gap), sha256(bytes)});
    done.ranges.push_back(gap);
  }
  std::sort(done.ranges.begin(), done.ranges.end());
  for (const Range& range : done.ranges)
    if (range.first == done.runs) done.runs = static_cast<std::int64_t>(end_of(range));
  return done;
}

Sample read_shard(const fs::path& folder, const ShardLine& line) {
  const std::string bytes = read_file(folder / line.file);
  if (sha256(bytes) != line.checksum)
    throw std::runtime_error(fmt::format("{}: not the bytes that were written", (folder / line.file).string()));
  Shard shard = unpack(bytes);
  if (shard.range != line.range)
    throw std::runtime_error(fmt::format("{}: holds other runs than its name says", (folder / line.file).string()));
  return std::move(shard.sample);
}

Recheck verify_study(const fs::path& folder, const Manifest& manifest, const Model& model, const Plan& plan, int pieces,
                     int threads, const StudyHooks& hooks) {
  const std::vector<ShardLine> lines = manifest.shards();
  const auto count = std::min(static_cast<std::size_t>(pieces), lines.size());
  Recheck recheck;
  Forecaster forecaster(model, plan, threads);
  for (std::size_t i = 0; i < count; ++i) {
    const ShardLine& line = lines[count == 1 ? 0 : i * (lines.size() - 1) / (count - 1)];
    const auto again = forecaster.run(line.range, {hooks.progress, hooks.stop_now});
    if (!again) break;
    ++recheck.shards;
    if (*again != read_shard(folder, line)) recheck.differ.push_back(line.range);
  }
  return recheck;
}

}  // namespace armistice
