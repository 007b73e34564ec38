// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "armistice/model/read_parts.h"

namespace armistice {
namespace {

// The digits after the paragraph sign: 17 for "Z¶17", 0 when there is none.
int paragraph_of(std::string_view locator) {
  constexpr std::string_view sign = "\u00B6";
  const std::size_t at = locator.find(sign);
  if (at == std::string_view::npos) return 0;
  const char* first = locator.data() + at + sign.size();
  int paragraph = 0;
  std::from_chars(first, locator.data() + locator.size(), paragraph);
  return std::max(paragraph, 0);
}

// "sha256:0123456789abcdef/41"
bool is_fingerprint(std::string_view text) {
  if (!text.starts_with("sha256:") || text.size() < 25 || text[23] != '/') return false;
  const auto hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  const std::string_view digits = text.substr(7, 16), size = text.substr(24);
  int folded = 0;
  const auto [end, error] = std::from_chars(size.data(), size.data() + size.size(), folded);
  return std::all_of(digits.begin(), digits.end(), hex) && error == std::errc() && end == size.data() + size.size() &&
         folded > 0;
}

}  // namespace

void read_claims(Reading& reading, const Node& file) {
  Cursor root(reading, file);
  each_table(root, "claim", [&](Cursor& table, const std::string& id, const Place& place) {
    Claim claim;
    claim.id = id;
    claim.place = place;
    claim.source = table.need_ref("source");
    claim.locator = table.text("at");
    claim.paragraph = paragraph_of(claim.locator);
    claim.claim = table.need_text("claim");
    const Ref print = table.ref("fingerprint");
    claim.fingerprint = print.id;
    if (print.place.line > 0 && !is_fingerprint(print.id)) {
      reading.report(print.place, "not a fingerprint such as \"sha256:0123456789abcdef/41\"",
                     "armistice fingerprint FILE \"the span\" prints one");
    }
    claim.information = static_cast<char>('0' + table.whole("information", 1, 6, 6));
    reading.dossier.claims.push_back(std::move(claim));
  });
  root.finish();
}

void read_sources(Reading& reading, const Node& file) {
  Cursor root(reading, file);
  each_table(root, "source", [&](Cursor& table, const std::string& id, const Place& place) {
    Source source;
    table.need("title");
    source.name = table.name("title", id, place);
    source.author = table.text("author");
    source.publisher = table.text("publisher");
    const Ref text_file = table.ref("file");
    source.file = text_file.id;
    if (source.file.find('/') != std::string::npos || source.file == "..") {
      reading.report(text_file.place, "\"file\" is the name of a file in the folder of texts, without folders");
    }
    source.licence = table.text("licence");
    source.date = table.date("date", {});
    const std::vector<std::string> letters = {"A", "B", "C", "D", "E", "F"};
    const std::string reliability = table.word("reliability", letters, "F");
    source.reliability = reliability.size() == 1 ? reliability[0] : 'F';
    reading.dossier.sources.push_back(std::move(source));
  });
  root.finish();
}

}  // namespace armistice
