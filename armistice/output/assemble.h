// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "armistice/output/rundir.h"
#include "armistice/output/summary.h"

namespace armistice {

// Reads the shards of a complete study one by one and writes what people open: summary.json, endings.csv, terms.csv,
// series.csv, draws.nc, series.nc. Memory does not grow with the number of runs. Each file appears whole or stays as it
// was. Throws std::runtime_error when a shard is damaged or the disk fails.
Summary assemble(const std::filesystem::path& folder, const Manifest& manifest, const Model& model, const Plan& plan);

}  // namespace armistice
