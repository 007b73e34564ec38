// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace armistice {

// The place of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7), or nothing when all is well.
// first_bad_byte("ab\xff") is 2.
std::optional<std::size_t> first_bad_byte(std::string_view text);

// A text without the blanks, tabs and line ends at its ends.
std::string trimmed(std::string_view text);

// How many characters (code points) a text has. length("线界") is 2.
int length(std::string_view text);

// The characters of a UTF-8 text; a malformed byte becomes U+FFFD.
std::u32string characters(std::string_view text);
std::string utf8(std::u32string_view characters);

// How many cells a text fills in a terminal: wide East Asian characters count two, combining marks none.
// width("线 a") is 4.
int width(char32_t character);
int width(std::string_view text);

// The text by which quotations are compared: Unicode NFKC, traditional to simplified Chinese, lower case; white space,
// punctuation and symbols left out. fold("前線，Held 30%") is fold("前线 held　30").
std::string fold(std::string_view text);

// The lines of a text that hold more than white space, without the white space at their ends: paragraph n of a source
// is the n-th of them, counted from 1.
std::vector<std::string> paragraphs(std::string_view text);

}  // namespace armistice
