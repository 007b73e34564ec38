// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "armistice/output/pages/bundle.h"
#include "armistice/output/pages/html.h"

namespace armistice {
namespace {

std::size_t count(const std::string& text, const std::string& word) {
  std::size_t found = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++found;
  return found;
}

// The page without the bundle's own text.
std::string frame_of(std::string html) {
  for (const std::string_view part : {bundle_script(), bundle_style()}) html.erase(html.find(part), part.size());
  return html;
}

TEST(Html, TextIsEscaped) {
  EXPECT_EQ(escaped_html("<b title=\"it's\">R&D</b> 群岛"),
            "&lt;b title=&quot;it&#39;s&quot;&gt;R&amp;D&lt;/b&gt; 群岛");
}

TEST(Html, ThePolicyLoadsNothingAndAsksNobody) {
  const std::string policy = page_policy(false), served = page_policy(true);
  const std::string start = "default-src 'none'; script-src 'sha256-",
                    end =
                        "'; style-src 'unsafe-inline'; img-src data: blob:; connect-src 'none'; base-uri 'none'; "
                        "form-action 'none'";
  ASSERT_TRUE(policy.starts_with(start)) << policy;
  EXPECT_EQ(policy.substr(start.size() + 44), end) << "a SHA-256 in base64 has 44 letters";
  EXPECT_NE(served.find("; connect-src 'self'; "), std::string::npos) << served;
}

TEST(Html, APageHoldsItsDataItsScriptAndWordsForThoseWithoutScripts) {
  if (bundle_script().empty()) GTEST_SKIP() << "built without pages";
  const std::string html = page_html({"Isles </title><script>", "zh", R"({"head":"\u003c"})", false});
  EXPECT_TRUE(html.starts_with("<!doctype html>\n<html lang=\"zh-Hans\">\n<head>\n<meta charset=\"utf-8\">\n"));
  const std::string frame = frame_of(html);
  EXPECT_NE(frame.find("<title>Isles &lt;/title&gt;&lt;script&gt;</title>"), std::string::npos) << frame;
  EXPECT_NE(frame.find("content=\"" + page_policy(false) + "\""), std::string::npos) << frame;
  EXPECT_NE(frame.find("<script type=\"application/json\" id=\"study\">{\"head\":\"\\u003c\"}</script>"),
            std::string::npos)
      << frame;
  EXPECT_NE(frame.find("<noscript><p>This page draws"), std::string::npos);
  EXPECT_EQ(count(frame, "<script"), 2u);
  EXPECT_EQ(count(frame, "</script>"), 2u);
  EXPECT_EQ(count(frame, "<style>"), 1u);
  for (const char* outside : {"http:", "https:", "src=", "href=", "@import"})
    EXPECT_EQ(frame.find(outside), std::string::npos) << outside;
}

TEST(Html, TheServedPageAsksOnlyItsServer) {
  if (bundle_script().empty()) GTEST_SKIP() << "built without pages";
  const std::string html = frame_of(page_html({"armistice", "en", R"({"served":true})", true}));
  EXPECT_NE(html.find("id=\"study\">{\"served\":true}</script>"), std::string::npos);
  EXPECT_NE(html.find("connect-src 'self'"), std::string::npos);
}

}  // namespace
}  // namespace armistice
