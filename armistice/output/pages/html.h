// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

// The page itself: the bundle of web/ (bundle.h) with what it reads, in one file.
namespace armistice {

struct PageText {
  std::string title;        // plain text
  std::string lang = "en";  // "en" or "zh"
  std::string data;         // JSON for the pages, without "<" (sections.h); {"served":true} for the server
  bool served = false;      // may ask the server it came from
};

// A report (or the served page) as HTML. Its own policy lets only the bundle's script run and loads nothing from
// anywhere. Asserts that the program holds a bundle and that the data have no "<".
std::string page_html(const PageText& page);

// The same policy as the value of a header: "default-src 'none'; script-src 'sha256-…'; …".
std::string page_policy(bool served);

// Text for HTML: "<b>" becomes "&lt;b&gt;".
std::string escaped_html(std::string_view text);

}  // namespace armistice
