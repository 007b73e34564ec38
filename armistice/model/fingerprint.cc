// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <charconv>

#include "armistice/base/file.h"
#include "armistice/base/hash.h"
#include "armistice/base/text.h"
#include "armistice/model/evidence.h"

namespace armistice {
namespace {

constexpr std::size_t most_text_bytes = 64u << 20;

std::string digest(std::string_view folded) { return sha256(folded).substr(0, 16); }

struct Print {
  std::string_view digest;
  std::size_t size = 0;  // in folded characters
};

// The parts of "sha256:0123456789abcdef/41"; size 0 when it is not of this form.
Print parts(std::string_view fingerprint) {
  if (!fingerprint.starts_with("sha256:") || fingerprint.size() < 25) return {};
  Print print{fingerprint.substr(7, 16), 0};
  std::from_chars(fingerprint.data() + 24, fingerprint.data() + fingerprint.size(), print.size);
  return print;
}

// The first character in [from, to) at which a span with this print begins, or `to`.
std::size_t find_span(const FoldedText& text, const Print& print, std::size_t from, std::size_t to) {
  const std::size_t end = text.characters.size() - 1;
  for (std::size_t at = from; at < to && at + print.size <= end; ++at) {
    const std::size_t first = text.characters[at], last = text.characters[at + print.size];
    if (digest(std::string_view(text.folded).substr(first, last - first)) == print.digest) return at;
  }
  return to;
}

std::string shortened(const std::string& paragraph) {
  const std::u32string all = characters(paragraph);
  return all.size() <= 160 ? paragraph : utf8(all.substr(0, 160)) + "\u2026";
}

Verified verify(const Claim& claim, const FoldedText* text) {
  Verified result{claim.id, Found::no_text, claim.paragraph, 0};
  if (claim.fingerprint.empty()) {
    result.found = Found::no_fingerprint;
  } else if (text) {
    result.paragraph = find_fingerprint(*text, claim.fingerprint, claim.paragraph);
    const bool right = claim.paragraph == 0 || result.paragraph == claim.paragraph;
    result.found = result.paragraph == 0 ? Found::changed : right ? Found::at_paragraph : Found::elsewhere;
  }
  return result;
}

Problem changed(const Claim& claim, const FoldedText& text, const std::string& file) {
  Problem problem;
  problem.place = claim.place;
  problem.message = fmt::format("the span of claim \"{}\" does not stand in {}", claim.id, file);
  const std::size_t paragraph = static_cast<std::size_t>(claim.paragraph);
  if (paragraph >= 1 && paragraph <= text.paragraphs.size()) {
    problem.hint = fmt::format("paragraph {} reads: {}", paragraph, shortened(text.paragraphs[paragraph - 1]));
  } else if (paragraph > 0) {
    problem.hint = fmt::format("it has {} paragraphs, none numbered {}", text.paragraphs.size(), paragraph);
  }
  return problem;
}

}  // namespace

std::string fingerprint(std::string_view span) {
  const std::string folded = fold(span);
  return fmt::format("sha256:{}/{}", digest(folded), length(folded));
}

FoldedText fold_text(std::string_view text) {
  FoldedText result;
  result.paragraphs = paragraphs(text);
  for (const std::string& paragraph : result.paragraphs) {
    const std::string folded = fold(paragraph);
    result.starts.push_back(result.characters.size());
    for (std::size_t i = 0; i < folded.size(); ++i) {
      if ((static_cast<unsigned char>(folded[i]) & 0xC0) != 0x80) result.characters.push_back(result.folded.size() + i);
    }
    result.folded += folded;
  }
  result.starts.push_back(result.characters.size());
  result.characters.push_back(result.folded.size());
  return result;
}

int find_fingerprint(const FoldedText& text, std::string_view fingerprint, int expected) {
  const Print print = parts(fingerprint);
  if (print.size == 0) return 0;
  const std::size_t count = text.paragraphs.size(), first = static_cast<std::size_t>(std::max(expected, 0));
  if (first >= 1 && first <= count &&
      find_span(text, print, text.starts[first - 1], text.starts[first]) < text.starts[first]) {
    return expected;
  }
  const std::size_t end = text.starts.back();
  const std::size_t at = find_span(text, print, 0, end);
  if (at == end) return 0;
  const auto after = std::upper_bound(text.starts.begin(), text.starts.end(), at);
  return static_cast<int>(after - text.starts.begin());
}

std::vector<Verified> verify_fingerprints(const Dossier& dossier, const std::filesystem::path& folder,
                                          Problems& problems) {
  std::map<std::string, std::string> files;  // source -> file, for those whose text is at hand
  std::map<std::string, FoldedText> texts;   // file -> text
  for (const Source& source : dossier.sources) {
    if (source.file.empty() || !std::filesystem::exists(folder / source.file)) continue;
    files[source.name.id] = source.file;
    if (!texts.contains(source.file)) texts[source.file] = fold_text(read_file(folder / source.file, most_text_bytes));
  }
  std::vector<Verified> results;
  for (const Claim& claim : dossier.claims) {
    const auto file = files.find(claim.source.id);
    const FoldedText* text = file == files.end() ? nullptr : &texts.at(file->second);
    results.push_back(verify(claim, text));
    if (results.back().found == Found::changed) problems.push_back(changed(claim, *text, file->second));
  }
  return results;
}

}  // namespace armistice
