// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/pages/html.h"

#include <cassert>

#include "armistice/base/hash.h"
#include "armistice/output/pages/base64.h"
#include "armistice/output/pages/bundle.h"

namespace armistice {
namespace {

// A SHA-256 as content security policies write it: base64 of its bytes.
std::string script_hash() {
  const std::string digits = sha256(bundle_script());
  std::vector<unsigned char> bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
    bytes.push_back(static_cast<unsigned char>(std::stoi(digits.substr(i, 2), nullptr, 16)));
  return base64(bytes.data(), bytes.size());
}

constexpr const char* no_script_en =
    "This page draws its pictures with a script that it brings along. It asks for nothing from the network.";
constexpr const char* no_script_zh = "本页用自带的脚本绘图，不访问网络。请允许脚本运行。";

}  // namespace

std::string page_policy(bool served) {
  return fmt::format(
      "default-src 'none'; script-src 'sha256-{}'; style-src 'unsafe-inline'; img-src data: blob:; "
      "connect-src {}; base-uri 'none'; form-action 'none'",
      script_hash(), served ? "'self'" : "'none'");
}

std::string escaped_html(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '<')
      safe += "&lt;";
    else if (c == '>')
      safe += "&gt;";
    else if (c == '&')
      safe += "&amp;";
    else if (c == '"')
      safe += "&quot;";
    else if (c == '\'')
      safe += "&#39;";
    else
      safe += c;
  }
  return safe;
}

std::string page_html(const PageText& page) {
  assert(!bundle_script().empty());
  assert(page.data.find('<') == std::string::npos);
  // The builder escapes "</script" in strings of the bundle; nothing else could end the element early.
  assert(bundle_script().find("</script") == std::string_view::npos);
  const std::string lang = page.lang == "zh" ? "zh-Hans" : "en";
  std::string html = fmt::format(
      "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n<title>{}</title>\n",
      lang, page_policy(page.served), escaped_html(page.title));
  html.append("<style>").append(bundle_style()).append("</style>\n</head>\n<body>\n<div id=\"app\">");
  html.append(
      fmt::format("<noscript><p>{}</p><p lang=\"zh-Hans\">{}</p></noscript></div>\n", no_script_en, no_script_zh));
  html.append("<script type=\"application/json\" id=\"study\">").append(page.data).append("</script>\n");
  html.append("<script>").append(bundle_script()).append("</script>\n</body>\n</html>\n");
  return html;
}

}  // namespace armistice
