// SPDX-License-Identifier: Apache-2.0
#include "armistice/model/read_numbers.h"

#include <fmt/format.h>

#include <cmath>
#include <initializer_list>

namespace armistice {
namespace {

Knob knob_for(const std::string& path, const Spec& spec, const Place& place) {
  Knob knob;
  knob.path = path;
  knob.unit = spec.unit;
  knob.meaning = spec.meaning;
  knob.least = spec.least;
  knob.most = spec.most;
  knob.place = place;
  return knob;
}

Number add(Reading& reading, Knob knob) {
  reading.dossier.knobs.push_back(std::move(knob));
  return {static_cast<int>(reading.dossier.knobs.size()) - 1};
}

// A number of the file that must be finite and, when it is a value of the knob itself, lie in the legal range.
double value_of(Reading& reading, const Node& node, const Spec& spec, bool is_value) {
  if (!is_kind(reading, node, Node::Kind::number, spec.key)) return 0;
  if (!std::isfinite(node.number)) {
    reading.report(node.place, fmt::format("\"{}\" must be finite", spec.key));
  } else if (is_value && (node.number < spec.least || node.number > spec.most)) {
    reading.report(node.place, fmt::format("\"{}\" is a number {} ({}), not {:g}", spec.key,
                                           legal_range(spec.least, spec.most), spec.unit, node.number));
  } else {
    return node.number;
  }
  return std::nan("");
}

void read_range(Reading& reading, Cursor& table, Knob& knob, const Spec& spec) {
  const Entry* low = table.need("low");
  const Entry* mode = table.find("mode");
  const Entry* high = table.need("high");
  if (!low || !high) return;
  const double a = value_of(reading, low->value, spec, true);
  const double c = value_of(reading, high->value, spec, true);
  const double b = mode ? value_of(reading, mode->value, spec, true) : a;
  if (mode && (a > b || b > c)) {
    reading.report(mode->value.place, "a range asks for low <= mode <= high");
  } else if (a > c) {
    reading.report(high->value.place, "a range asks for low <= high");
  }
  knob.shape = mode ? Shape::triangular : Shape::uniform;
  knob.a = a;
  knob.b = mode ? b : c;
  knob.c = c;
}

// normal = [mean, s.d.], lognormal = [median, s.d. of the logarithm].
void read_bell(Reading& reading, const Entry& entry, Knob& knob, const Spec& spec, Shape shape) {
  knob.shape = shape;
  if (!is_kind(reading, entry.value, Node::Kind::array, entry.key)) return;
  const auto& items = entry.value.items;
  const char* centre = shape == Shape::normal ? "mean" : "median";
  if (items.size() != 2) {
    reading.report(entry.value.place, fmt::format("\"{}\" asks for two numbers: [{}, s.d.]", entry.key, centre));
    return;
  }
  knob.a = value_of(reading, items[0], spec, true);
  knob.b = value_of(reading, items[1], spec, false);
  if (knob.b <= 0) reading.report(items[1].place, "the standard deviation must be above 0");
  if (shape == Shape::lognormal && knob.a <= 0) reading.report(items[0].place, "the median must be above 0");
}

std::vector<std::string> read_sources(Cursor& table) {
  std::vector<std::string> ids;
  const std::vector<Ref> written = table.refs("source");
  for (const Ref& ref : written) {
    if (ref.id == "assumed" && written.size() == 1) return {};
    if (ref.id == "assumed") table.reading().report(ref.place, "\"assumed\" cannot stand beside a source");
    ids.push_back(ref.id);
  }
  return ids;
}

// Reads the one distribution that the table names.
void read_distribution(Reading& reading, Cursor& table, Knob& knob, const Spec& spec) {
  const Entry* value = table.find("value");
  const Entry* normal = table.find("normal");
  const Entry* lognormal = table.find("lognormal");
  bool range = false;
  for (const char* key : {"low", "mode", "high"}) range = table.find(key) != nullptr || range;
  const int ways = (value != nullptr) + (normal != nullptr) + (lognormal != nullptr) + range;
  if (ways != 1) {
    reading.report(table.place(),
                   fmt::format("\"{}\" {}", spec.key, ways ? "is given in more than one way" : "has no number"),
                   "give one of: value; low, mode, high; low, high; normal; lognormal");
  } else if (value) {
    knob.a = value_of(reading, value->value, spec, true);
  } else if (range) {
    read_range(reading, table, knob, spec);
  } else if (normal) {
    read_bell(reading, *normal, knob, spec, Shape::normal);
  } else {
    read_bell(reading, *lognormal, knob, spec, Shape::lognormal);
  }
}

}  // namespace

Number read_number(Reading& reading, const Node& node, const std::string& path, const Spec& spec) {
  Knob knob = knob_for(path, spec, node.place);
  if (node.kind == Node::Kind::number) {
    knob.a = value_of(reading, node, spec, true);
  } else if (node.kind == Node::Kind::table) {
    Cursor table(reading, node);
    read_distribution(reading, table, knob, spec);
    knob.sources = read_sources(table);
    table.finish();
  } else {
    reading.report(node.place, fmt::format("\"{}\" must be a number or a table such as {{ low = 1, high = 2 }}, not {}",
                                           spec.key, kind_name(node.kind)));
  }
  return add(reading, std::move(knob));
}

Number omitted_number(Reading& reading, const std::string& path, const Spec& spec, const Place& place, Omitted how) {
  Knob knob = knob_for(path, spec, place);
  const bool known = how == Omitted::structural || (spec.low == spec.mode && spec.mode == spec.high);
  knob.shape = known ? Shape::fixed : Shape::triangular;
  knob.a = known ? spec.mode : spec.low;
  if (!known) {
    knob.b = spec.mode;
    knob.c = spec.high;
  }
  knob.omitted = how == Omitted::assumed;
  knob.structural = how == Omitted::structural;
  return add(reading, std::move(knob));
}

Number read_number(Cursor& table, const std::string& path, const Spec& spec, Omitted how) {
  const std::string full = fmt::format("{}.{}", path, spec.key);
  if (const Entry* entry = table.find(spec.key)) return read_number(table.reading(), entry->value, full, spec);
  return omitted_number(table.reading(), full, spec, table.place(), how);
}

}  // namespace armistice
