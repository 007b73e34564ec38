// SPDX-License-Identifier: Apache-2.0
#include "armistice/base/text.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <memory>
#include <stdexcept>

namespace armistice {

namespace {

constexpr char32_t malformed = 0xFFFFFFFF;

// The character at `at`, which moves on past it; `malformed` moves on by one byte. Own code, because ICU's macros do
// not compile under -Wconversion.
char32_t next(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const unsigned first = byte(at);
  const std::size_t size = first < 0x80   ? 1
                           : first < 0xC2 ? 0
                           : first < 0xE0 ? 2
                           : first < 0xF0 ? 3
                           : first < 0xF5 ? 4
                                          : 0;
  char32_t c = size == 1 ? first : first & (0x7Fu >> size);
  bool good = size > 0;
  for (std::size_t i = 1; good && i < size; ++i) {
    good = (byte(at + i) & 0xC0) == 0x80;
    c = (c << 6) | (byte(at + i) & 0x3F);
  }
  // Longer than need be, a surrogate, or beyond Unicode.
  if (good && ((size == 3 && c < 0x800) || (size == 4 && c < 0x10000) || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))) {
    good = false;
  }
  at += good ? size : 1;
  return good ? c : malformed;
}

}  // namespace

std::optional<std::size_t> first_bad_byte(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    if (next(text, at) == malformed) return start;
  }
  return std::nullopt;
}

std::u32string characters(std::string_view text) {
  std::u32string all;
  all.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    all += c == malformed ? U'\uFFFD' : c;
  }
  return all;
}

std::string utf8(std::u32string_view characters) {
  std::string text;
  for (char32_t c : characters) icu::UnicodeString(static_cast<UChar32>(c)).toUTF8String(text);
  return text;
}

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n"), last = text.find_last_not_of(" \t\r\n");
  return first == std::string_view::npos ? "" : std::string(text.substr(first, last - first + 1));
}

int length(std::string_view text) {
  int count = 0;
  for (char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

int width(char32_t character) {
  const UChar32 c = static_cast<UChar32>(character);
  const int category = u_charType(c);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) return 0;
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

int width(std::string_view text) {
  int cells = 0;
  for (char32_t c : characters(text)) cells += width(c);
  return cells;
}

namespace {

// Making the transliterator costs milliseconds and using it is not promised to be safe across threads: one per thread.
const icu::Transliterator& to_simplified() {
  thread_local const std::unique_ptr<icu::Transliterator> table = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(
        icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
    if (U_FAILURE(status) || !made) throw std::runtime_error("ICU lacks its Traditional-Simplified table");
    return made;
  }();
  return *table;
}

bool left_out(UChar32 c) {
  return u_isUWhiteSpace(c) || u_ispunct(c) || u_iscntrl(c) || (U_GET_GC_MASK(c) & U_GC_S_MASK);
}

}  // namespace

std::string fold(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU lacks its NFKC tables");
  const auto whole = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  icu::UnicodeString normal = nfkc->normalize(whole, status);
  to_simplified().transliterate(normal);
  normal.toLower(icu::Locale::getRoot());
  icu::UnicodeString kept;
  for (int32_t at = 0; at < normal.length(); at = normal.moveIndex32(at, 1)) {
    const UChar32 c = normal.char32At(at);
    if (!left_out(c)) kept.append(c);
  }
  std::string folded;
  kept.toUTF8String(folded);
  return folded;
}

std::vector<std::string> paragraphs(std::string_view text) {
  std::vector<std::string> found;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    auto line =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(std::min(end, text.size()))));
    line.trim();
    if (!line.isEmpty()) line.toUTF8String(found.emplace_back());
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return found;
}

}  // namespace armistice
