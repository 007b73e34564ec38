// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "armistice/model/csv.h"
#include "armistice/model/field_file.h"
#include "armistice/model/xml.h"

namespace armistice {
namespace {

// "Policy Position" is the position on "Policy".
std::string dimension_name(const std::string& head) {
  for (const std::string_view end : {" Position", " position", " Pos"})
    if (head.size() > end.size() && head.substr(head.size() - end.size()) == end)
      return head.substr(0, head.size() - end.size());
  return head;
}

void note_saliences(FieldFile& into) {
  const collective::Field& field = into.field;
  for (std::size_t i = 0; i < field.actors.size(); ++i) {
    double sum = 0;
    for (std::size_t k = 0; k < field.issues.size(); ++k) sum += field.salience[field.at(i, k)];
    if (sum > 1 + 1e-9)
      into.notes.emplace_back(
          fmt::format("the saliences of {} sum to {:.6g}, above the 100 that KTAB allows", field.actors[i], 100 * sum));
  }
}

void set_scales(FieldFile& into) {
  into.field.low.assign(into.field.issues.size(), 0), into.field.high.assign(into.field.issues.size(), 100);
}

// A seed of up to 64 bits, in decimal or, behind 0x, hexadecimal digits; nothing when it is none.
std::optional<std::uint64_t> seed_in(std::string_view text) {
  const bool hexadecimal = text.starts_with("0x");
  if (hexadecimal) text.remove_prefix(2);
  std::uint64_t seed = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed, hexadecimal ? 16 : 10);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(seed) : std::nullopt;
}

// A position or salience of KTAB, 0 to 100.
double share(const Columns& columns, const CsvRow& row, std::size_t column, const std::string& what) {
  return columns.number(row, column, what, 0, 100).value_or(0);
}

}  // namespace

// First line: name, description, number of actors, number of dimensions. Second: heads. Then a line an actor: name,
// description, power, and for each dimension position and salience, all of 0 to 100.
void read_ktab_csv(const std::string& text, const std::string& file, FieldFile& into, Problems& problems) {
  const Csv csv = read_csv(text, file, problems);
  const Columns columns(csv, problems);
  if (csv.rows.size() < 2) return report(problems, {file, 0, 0}, "there is no actor in the file");
  const CsvRow& title = csv.rows[0];
  into.name = Columns::text(title, 0);
  const auto actors = columns.number(title, 2, "number of actors", 1, most_actors);
  const auto dimensions = columns.number(title, 3, "number of dimensions", 1, most_field_issues);
  if (!actors || !dimensions) return;
  const auto issues = static_cast<std::size_t>(*dimensions);
  collective::Field& field = into.field;
  for (std::size_t k = 0; k < issues; ++k)
    field.issues.push_back(dimension_name(Columns::text(csv.rows[1], 3 + 2 * k)));
  for (std::size_t r = 2; r < csv.rows.size(); ++r) {
    const CsvRow& row = csv.rows[r];
    const std::string& name = Columns::text(row, 0);
    if (name.empty()) report(problems, place_of(csv, row, 0), "no name of an actor", row.text);
    if (std::find(field.actors.begin(), field.actors.end(), name) != field.actors.end())
      report(problems, place_of(csv, row, 0), fmt::format("\"{}\" stands here again", name), row.text);
    field.actors.push_back(name);
    const double power = columns.number(row, 2, "power", 0, most_field_number).value_or(0);
    for (std::size_t k = 0; k < issues; ++k) {
      field.capability.push_back(power);
      field.position.push_back(share(columns, row, 3 + 2 * k, "position on " + field.issues[k]));
      field.salience.push_back(share(columns, row, 4 + 2 * k, "salience of " + field.issues[k]) / 100);
    }
  }
  if (field.actors.size() != static_cast<std::size_t>(*actors))
    report(problems, place_of(csv, title, 2),
           fmt::format("the first line says {} actors, {} follow", *actors, field.actors.size()), title.text);
  set_scales(into), note_saliences(into);
}

namespace {

// What the reader of the XML form shares.
struct XmlField {
  const Lines& lines;
  FieldFile& into;
  Problems& problems;

  void wrong(const Place& place, std::string message, std::string hint = "") const {
    report(problems, place, std::move(message), lines.at(place), std::move(hint));
  }

  double number(const Element& element, std::string_view what, double low, double high) const {
    const auto value = number_in(element.text);
    if (!value)
      wrong(element.place, element.text.empty() ? fmt::format("no {}", what)
                                                : fmt::format("{}: \"{}\" is not a number", what, element.text));
    else if (*value < low || *value > high)
      wrong(element.place, fmt::format("{} {} is not in [{}, {}]", what, *value, low, high));
    return value.value_or(0);
  }

  std::string text(const Element& element, std::string_view tag) const {
    const Element* child = element.child(tag);
    return child ? child->text : "";
  }

  void switches(const Element& root) const {
    const Element* all = root.child("ModelParameters");
    if (!all) return;
    for (const Element& one : all->children) {
      const std::string objection = set_ktab_choice(into.spatial, one.name, one.text);
      if (!objection.empty()) wrong(one.place, objection);
    }
  }

  // Coordinates of one kind; as many as there are dimensions.
  std::vector<double> coordinates(const Element& actor, std::string_view tag, std::string_view one,
                                  const std::string& name) const {
    std::vector<double> values;
    const Element* all = actor.child(tag);
    if (all)
      for (const Element& value : all->children)
        if (value.name == one)
          values.push_back(
              number(value, fmt::format("{} of {}", one == "dSal" ? "salience" : "position", name), 0, 100));
    const std::size_t wanted = into.field.issues.size();
    if (values.size() != wanted)
      wrong(all ? all->place : actor.place,
            fmt::format("{} {} of {} where there are {} dimensions", values.size(), tag, name, wanted));
    values.resize(wanted);
    return values;
  }

  void actor(const Element& element) const {
    collective::Field& field = into.field;
    const std::string name = text(element, "name");
    if (name.empty()) wrong(element.place, "an actor without a name");
    if (std::find(field.actors.begin(), field.actors.end(), name) != field.actors.end())
      wrong(element.place, fmt::format("\"{}\" stands here again", name));
    field.actors.push_back(name);
    const Element* power = element.child("capability");
    if (!power) wrong(element.place, fmt::format("no capability of {}", name));
    const double capability = power ? number(*power, "capability of " + name, 0, most_field_number) : 0;
    const std::vector<double> position = coordinates(element, "Position", "dCoord", name),
                              salience = coordinates(element, "Salience", "dSal", name);
    for (std::size_t k = 0; k < field.issues.size(); ++k) {
      field.capability.push_back(capability), field.position.push_back(position[k]);
      field.salience.push_back(salience[k] / 100);
    }
  }

  std::size_t actor_named(const Element& pair, std::string_view tag) const {
    const std::vector<std::string>& actors = into.field.actors;
    const Element* child = pair.child(tag);
    const auto found = std::find(actors.begin(), actors.end(), child ? child->text : "");
    if (found == actors.end()) {
      const std::string near = child ? suggestion(child->text, actors) : "";
      wrong(child ? child->place : pair.place,
            child ? fmt::format("there is no actor \"{}\"", child->text) : fmt::format("no {} in the pair", tag),
            near.empty() ? "" : "did you mean \"" + near + "\"?");
    }
    return static_cast<std::size_t>(found - actors.begin());
  }

  // Everybody follows its own position, unless a pair says otherwise.
  void ideals(const Element& root) const {
    const Element* all = root.child("IdealAdjustment");
    if (!all) return;
    collective::Field& field = into.field;
    const std::size_t n = field.actors.size();
    field.affinity.assign(n * n, 0);
    for (std::size_t i = 0; i < n; ++i) field.affinity[i * n + i] = 1;
    for (const Element& pair : all->children) {
      if (pair.name != "iaPair") continue;
      const std::size_t who = actor_named(pair, "adjustingIdeal"), whom = actor_named(pair, "referencePos");
      const Element* much = pair.child("adjust");
      if (!much) wrong(pair.place, "no adjust in the pair");
      const double value = much ? number(*much, "adjust", 0, 1) : 0;
      if (who < n && whom < n) field.affinity[who * n + whom] = value;
    }
  }
};

}  // namespace

void read_ktab_xml(const std::string& text, const std::string& file, FieldFile& into, Problems& problems) {
  Lines lines;
  lines.add(file, text);
  const std::optional<Element> root = parse_xml(text, file, lines, problems);
  if (!root) return;
  const XmlField reader{lines, into, problems};
  if (root->name != "Scenario")
    return reader.wrong(root->place, fmt::format("the root is \"{}\", not the \"Scenario\" of KTAB", root->name));
  into.name = reader.text(*root, "name");
  into.seed = seed_in(reader.text(*root, "prngSeed"));
  reader.switches(*root);
  if (const Element* dimensions = root->child("Dimensions"))
    for (const Element& one : dimensions->children)
      if (one.name == "dName") into.field.issues.push_back(one.text);
  if (into.field.issues.empty()) return reader.wrong(root->place, "no dimension (dName in Dimensions)");
  if (const Element* actors = root->child("Actors"))
    for (const Element& one : actors->children)
      if (one.name == "Actor") reader.actor(one);
  if (into.field.actors.empty()) return reader.wrong(root->place, "no actor (Actor in Actors)");
  reader.ideals(*root);
  set_scales(into), note_saliences(into);
}

}  // namespace armistice
