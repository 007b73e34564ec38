// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "armistice/model/dossier.h"

namespace armistice {

// How many numbers of one part of a dossier rest on a source, are assumed, or are not there. A number that is left out
// and for which the fallback stands in is missing; an effect that is not there (Knob::structural) is not counted.
struct Coverage {
  std::string who;   // party or audience; in coverage_by_part the part: "party", "side", "value"
  std::string what;  // issue; "" for the party's own numbers
  int cited = 0, assumed = 0, missing = 0;

  int all() const { return cited + assumed + missing; }
};

// Every party with its own numbers and each issue: the weight, the worth of leaving the issue open and of each option.
// What a party does not value counts as missing.
std::vector<Coverage> coverage(const Dossier& dossier);

// All numbers by the first word of their path, in the order in which the words first stand.
std::vector<Coverage> coverage_by_part(const Dossier& dossier);

// The Admiralty grade: reliability of the source (A-F) and credibility of the information (1-6), with the claims that
// bear it and the numbers that cite one of them. Numbers that cite a source without a claim stand under information
// '6'.
struct Grade {
  char reliability = 'F', information = '6';
  int claims = 0, numbers = 0;
};
std::vector<Grade> grades(const Dossier& dossier);

// The fingerprint of a quoted span: the first 16 hex digits of the SHA-256 of the folded span, and its length in
// characters: "sha256:0123456789abcdef/41". fold is in base/text.h.
std::string fingerprint(std::string_view span);

// A text to be searched for spans: its paragraphs, folded and joined.
struct FoldedText {
  std::vector<std::string> paragraphs;  // as they stand
  std::string folded;                   // all of them, one after the other
  std::vector<std::size_t> characters;  // byte at which each folded character begins, and the end
  std::vector<std::size_t> starts;      // (paragraph) its first folded character, and the end
};
FoldedText fold_text(std::string_view text);

// The paragraph (from 1) in which a span with this fingerprint begins, or 0. `expected` is looked at first (0: none).
// A span may run on into the next paragraphs.
int find_fingerprint(const FoldedText& text, std::string_view fingerprint, int expected = 0);

enum class Found { at_paragraph, elsewhere, changed, no_text, no_fingerprint };
struct Verified {
  std::string claim;
  Found found = Found::no_text;
  int expected = 0, paragraph = 0;  // as the locator says; where the span was found, 0 for nowhere
};

// Looks up the fingerprint of every claim in the texts of `folder`. A span that is not there is a problem at its claim,
// with the paragraph as it reads now. Throws std::runtime_error when a text is there and cannot be read.
std::vector<Verified> verify_fingerprints(const Dossier& dossier, const std::filesystem::path& folder,
                                          Problems& problems);

}  // namespace armistice
