// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/pages/json.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <stdexcept>

namespace armistice {

Json shortened(double x, int digits) {
  if (!std::isfinite(x)) return nullptr;
  const std::string text = fmt::format("{:.{}g}", x, digits);
  double value = 0;  // std::stod would throw where a number is too small for all its digits
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Json number(double x) { return shortened(x, 6); }

Json said(const Phrase& phrase) { return {{"en", phrase.en}, {"zh", phrase.zh}}; }

Json said(const Name& name) { return said(phrase(name)); }

Json spread(const Spread& s) { return {{"mean", number(s.mean)}, {"low", number(s.low)}, {"high", number(s.high)}}; }

Json share(const Share& s) {
  if (s.of == 0) return {{"runs", 0}, {"of", 0}, {"share", nullptr}, {"low", nullptr}, {"high", nullptr}};
  return {{"runs", s.runs}, {"of", s.of}, {"share", number(s.share)}, {"low", number(s.low)}, {"high", number(s.high)}};
}

Json quantiles(const std::array<double, 5>& q) {
  return {{"q05", number(q[0])},
          {"q25", number(q[1])},
          {"q50", number(q[2])},
          {"q75", number(q[3])},
          {"q95", number(q[4])}};
}

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

Json summary_of(const StudyPages& pages) {
  try {
    Json summary = Json::parse(pages.summary);
    if (summary.at("dossier").at("hash") == pages.study.key.dossier_hash) return summary;
  } catch (const Json::exception&) {  // said below, in plain words
  }
  throw std::runtime_error(
      fmt::format("{} is damaged or not of this study; the study's own forecast command writes it again",
                  (pages.study.folder / "summary.json").string()));
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
