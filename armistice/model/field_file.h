// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "armistice/base/lines.h"
#include "armistice/base/problem.h"
#include "armistice/theory/collective/field.h"
#include "armistice/theory/collective/spatial.h"

// Fields of actors in files: KTAB's CSV and XML, the text of the position-exchange programs, and plain CSV.
namespace armistice {

struct FieldFile {
  collective::Field field;
  std::string name, format, hash;      // format: "plain", "ktab-csv", "ktab-xml" or "exchange"; hash as of a domain
  collective::SpatialChoices spatial;  // the switches that an XML file of KTAB sets
  std::optional<std::uint64_t> seed;   // that such a file names
  std::vector<std::string> notes;      // what a reader of results should know of the reading
};

struct FieldOptions {
  std::optional<std::pair<double, double>> scale;  // of every issue, in place of what the file says or of its range
};

inline constexpr std::size_t most_field_bytes = 16u << 20;
inline constexpr double most_field_number = 1e30;  // of positions and capabilities; sums of powers of it are finite
inline constexpr std::size_t most_actors = 1000, most_field_issues = 1000, most_field_cells = 100'000;

// Reads a file of any of the formats, told apart by what stands in it. What is wrong goes to `problems`, all at once,
// and there is no field. Throws std::runtime_error when the file cannot be read.
std::optional<FieldFile> read_field(const std::filesystem::path& path, const FieldOptions& options, Problems& problems);

// The readers of the formats, given the text; used by read_field.
void read_plain_field(const std::string& text, const std::string& file, FieldFile& into, Problems& problems);
void read_ktab_csv(const std::string& text, const std::string& file, FieldFile& into, Problems& problems);
void read_ktab_xml(const std::string& text, const std::string& file, FieldFile& into, Problems& problems);
void read_exchange_text(const std::string& text, const std::string& file, FieldFile& into, Problems& problems);

}  // namespace armistice
