// SPDX-License-Identifier: Apache-2.0
#include "armistice/base/text.h"

#include "armistice/base/hash.h"

namespace armistice {
namespace {

TEST(Text, FirstBadByte) {
  EXPECT_FALSE(first_bad_byte(""));
  EXPECT_FALSE(first_bad_byte("abc 线 \xF0\x9F\x95\x8A"));
  EXPECT_EQ(first_bad_byte("ab\xff"), 2u);
  EXPECT_EQ(first_bad_byte("\xC0\xAF"), 0u);          // longer than need be
  EXPECT_EQ(first_bad_byte("\xE0\x80\xAF"), 0u);      // the same in three bytes
  EXPECT_EQ(first_bad_byte("x\xED\xA0\x80"), 1u);     // a surrogate
  EXPECT_EQ(first_bad_byte("\xF4\x90\x80\x80"), 0u);  // beyond Unicode
  EXPECT_EQ(first_bad_byte("a\xE7\xBA"), 1u);         // cut off
}

TEST(Text, LengthAndWidth) {
  EXPECT_EQ(length("线界"), 2);
  EXPECT_EQ(length("na\u00EFve"), 5);
  EXPECT_EQ(width("线 a"), 4);
  EXPECT_EQ(width("e\u0301"), 1);
  EXPECT_EQ(width(""), 0);
}

TEST(Text, CharactersAndBack) {
  EXPECT_EQ(utf8(characters("线 a\u00B6")), "线 a\u00B6");
  EXPECT_EQ(characters("a\xff"), U"a\uFFFD");
}

TEST(Text, FoldingDropsWhatEditorsChange) {
  EXPECT_EQ(fold("Held, 30 %!"), "held30");
  EXPECT_EQ(fold("ＡＢＣ　１２"), "abc12");
  EXPECT_EQ(fold("“停火”——三十天。"), fold("\"停火\" 三十天"));
  EXPECT_EQ(fold("雙方軍隊停在現地，界線不動。"), fold("双方军队停在现地 界线不动"));
  EXPECT_EQ(fold("雙方軍隊"), "双方军队");
  EXPECT_NE(fold("双方军队停在现地"), fold("双方军队不在现地"));
  EXPECT_EQ(fold(" \t\n。，"), "");
}

TEST(Text, Paragraphs) {
  const std::vector<std::string> expected = {"one", "two", "三"};
  EXPECT_EQ(paragraphs("\xEF\xBB\xBF"
                       "one \r\n\r\n  \u3000\n two\n三"),
            expected);
  EXPECT_TRUE(paragraphs("\n\n").empty());
}

TEST(Hash, KnownAnswers) {  // FIPS 180-4 examples
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

}  // namespace
}  // namespace armistice
