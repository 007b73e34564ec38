// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/pages/json.h"

namespace armistice {

Json number(double x) {
  if (!std::isfinite(x)) return nullptr;
  return std::stod(fmt::format("{:.6g}", x));
}

Json said(const Phrase& phrase) { return {{"en", phrase.en}, {"zh", phrase.zh}}; }

Json said(const Name& name) { return said(phrase(name)); }

Json spread(const Spread& s) { return {{"mean", number(s.mean)}, {"low", number(s.low)}, {"high", number(s.high)}}; }

Json sentences(const std::vector<Phrase>& phrases) {
  Json list = Json::array();
  for (const Phrase& p : phrases) list.push_back(said(p));
  return list;
}

Json words(const std::string& joined) {
  Json list = Json::array();
  for (std::size_t from = 0; from < joined.size();) {
    const std::size_t comma = std::min(joined.find(',', from), joined.size());
    list.push_back(joined.substr(from, comma - from));
    from = comma + 1;
  }
  return list;
}

std::string inlined(const Json& json) {
  const std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  std::string safe;
  safe.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = std::string_view(text).substr(i, 3);
    if (text[i] == '<')
      safe += "\\u003c";
    else if (rest == "\u2028" || rest == "\u2029")
      safe += rest == "\u2028" ? "\\u2028" : "\\u2029", i += 2;
    else
      safe += text[i];
  }
  return safe;
}

}  // namespace armistice
