// SPDX-License-Identifier: Apache-2.0
#include "armistice/model/xml.h"

#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>

#include "armistice/base/text.h"
#include "armistice/model/places.h"

namespace armistice {
namespace {

constexpr int deepest = 64;
constexpr unsigned how = pugi::parse_default | pugi::parse_doctype;

struct Builder {
  Places& places;
  const std::string& file;
  const Lines& lines;
  Problems& problems;

  void wrong(const Place& place, std::string message, std::string hint = "") {
    report(problems, place, std::move(message), lines.at(place), std::move(hint));
  }

  Place place(const pugi::xml_node& node) {
    const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 1));
    return places.at(offset - 1);  // the "<" before the name
  }

  void build(const pugi::xml_node& node, Element& element, int depth) {
    element.name = node.name();
    element.text = trimmed(node.text().get());
    element.place = place(node);
    for (const pugi::xml_attribute& a : node.attributes()) {
      if (element.find(a.name())) wrong(element.place, fmt::format("the attribute \"{}\" stands here twice", a.name()));
      element.attributes.emplace_back(a.name(), a.value());
    }
    for (const pugi::xml_node& child : node.children()) {
      if (child.type() != pugi::node_element) continue;
      if (depth == deepest) return wrong(place(child), fmt::format("elements nest deeper than {}", deepest));
      build(child, element.children.emplace_back(), depth + 1);
    }
  }

  // The root, once the document as a whole has been looked at.
  std::optional<Element> document(const pugi::xml_document& doc) {
    std::optional<Element> root;
    for (const pugi::xml_node& node : doc.children()) {
      if (node.type() == pugi::node_doctype &&
          std::string_view(node.value()).find("<!ENTITY") != std::string_view::npos)
        wrong({file, 1, 1}, "the file declares entities (<!ENTITY ...>), which are not read",
              "write the text itself in their place and take the declaration out");
      if (node.type() != pugi::node_element) continue;
      if (root) {
        wrong(place(node), "a second element at the root of the file");
      } else {
        build(node, root.emplace(), 1);
      }
    }
    return root;
  }
};

}  // namespace

const std::string* Element::find(std::string_view attribute) const {
  const auto found =
      std::find_if(attributes.begin(), attributes.end(), [&](const auto& a) { return a.first == attribute; });
  return found == attributes.end() ? nullptr : &found->second;
}

const Element* Element::child(std::string_view tag) const {
  const auto found = std::find_if(children.begin(), children.end(), [&](const Element& e) { return e.name == tag; });
  return found == children.end() ? nullptr : &*found;
}

std::optional<Element> parse_xml(const std::string& text, const std::string& file, const Lines& lines,
                                 Problems& problems) {
  const std::size_t before = problems.size();
  Places places(text, file);
  Builder builder{places, file, lines, problems};
  if (const auto bad = first_bad_byte(text)) {
    builder.wrong(places.at(*bad), "this is not UTF-8 text", "save the file as UTF-8");
    return std::nullopt;
  }
  pugi::xml_document doc;
  const pugi::xml_parse_result result = doc.load_buffer(text.data(), text.size(), how, pugi::encoding_utf8);
  if (!result) {
    std::string what = result.description();
    if (!what.empty() && what[0] >= 'A' && what[0] <= 'Z') what[0] = static_cast<char>(what[0] - 'A' + 'a');
    builder.wrong(places.at(static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0))),
                  "this is not XML: " + what);
    return std::nullopt;
  }
  std::optional<Element> root = builder.document(doc);
  return problems.size() == before ? std::move(root) : std::nullopt;
}

}  // namespace armistice
