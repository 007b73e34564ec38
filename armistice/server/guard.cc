// SPDX-License-Identifier: Apache-2.0
#include "armistice/server/guard.h"

#include <fmt/format.h>
#include <sys/random.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "armistice/output/pages/base64.h"

namespace armistice {
namespace {

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string lower(std::string_view text) {
  std::string made(text);
  for (char& c : made)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return made;
}

// Whether a Content-Type is JSON: "application/json", parameters behind ";" or not.
bool is_json(std::string_view type) {
  type = type.substr(0, type.find(';'));
  while (type.ends_with(' ') || type.ends_with('\t')) type.remove_suffix(1);
  return lower(type) == "application/json";
}

// The value of a cookie in "a=1; b=2"; "" when it is not there.
std::string_view cookie_of(std::string_view cookies, std::string_view name) {
  while (!cookies.empty()) {
    const std::size_t end = std::min(cookies.find(';'), cookies.size());
    std::string_view one = cookies.substr(0, end);
    cookies.remove_prefix(std::min(end + 1, cookies.size()));
    while (one.starts_with(' ')) one.remove_prefix(1);
    if (one.starts_with(name) && one.substr(name.size()).starts_with('=')) return one.substr(name.size() + 1);
  }
  return {};
}

bool has_token(const Guard& guard, const Request& request) {
  const std::string_view given = request.authorization;
  for (const std::string_view scheme : {"bearer ", "token "})
    if (lower(given.substr(0, scheme.size())) == scheme) return same_secret(given.substr(scheme.size()), guard.token);
  if (const auto in_address = in_query(request.query, "token")) return same_secret(*in_address, guard.token);
  return same_secret(cookie_of(request.cookie, guard.cookie), guard.token);
}

}  // namespace

Guard guard_for(std::string token, std::uint16_t port, const std::vector<std::string>& names) {
  Guard guard{std::move(token), fmt::format("armistice_{}", port), {}};
  for (const char* name : {"127.0.0.1", "localhost", "[::1]"}) guard.hosts.push_back(fmt::format("{}:{}", name, port));
  for (const std::string& name : names) {
    guard.hosts.push_back(name);  // behind a tunnel: the port is the tunnel's, or left out
    if (name.ends_with(']') || name.find(':') == std::string::npos)
      guard.hosts.push_back(fmt::format("{}:{}", name, port));
  }
  if (port == 80)  // which browsers leave out
    for (std::size_t i = guard.hosts.size(); i-- > 0;)
      if (guard.hosts[i].ends_with(":80")) guard.hosts.push_back(guard.hosts[i].substr(0, guard.hosts[i].size() - 3));
  return guard;
}

std::string new_token() {
  std::array<unsigned char, 32> bytes{};
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
    throw std::runtime_error("the system gives no random bytes for a token");
  std::string token = base64(bytes.data(), bytes.size());
  std::replace(token.begin(), token.end(), '+', '-');
  std::replace(token.begin(), token.end(), '/', '_');
  token.erase(token.find('='));
  return token;
}

bool same_secret(std::string_view a, std::string_view b) {
  unsigned differ = a.size() == b.size() ? 0 : 1;
  for (std::size_t i = 0; i < b.size(); ++i)
    differ |= static_cast<unsigned>(static_cast<unsigned char>(i < a.size() ? a[i] : '\0') ^
                                    static_cast<unsigned char>(b[i]));
  return differ == 0 && !b.empty();
}

std::optional<Answer> refusal(const Guard& guard, const Request& request) {
  if (std::find(guard.hosts.begin(), guard.hosts.end(), request.host) == guard.hosts.end())
    return fault(421, "this server does not go by that name");
  if (!request.origin.empty() && request.origin != "http://" + request.host &&
      request.origin != "https://" + request.host)
    return fault(403, "requests from another site are refused");
  const bool known = request.method == "GET" || request.method == "POST" || request.method == "DELETE";
  if (!known) {
    Answer made = fault(405, "GET, HEAD, POST and DELETE are understood here");
    made.headers.emplace_back("Allow", "GET, HEAD, POST, DELETE");
    return made;
  }
  if (!has_token(guard, request))
    return fault(401, "open the address that armistice serve has printed: it holds the token");
  if (request.method == "POST" && !is_json(request.content_type))
    return fault(415, "the body is to be application/json");
  return std::nullopt;
}

std::optional<std::string> in_query(std::string_view query, std::string_view key) {
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view one = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    const std::size_t sign = one.find('=');
    if (one.substr(0, sign) == key) return unescaped(sign == std::string_view::npos ? "" : one.substr(sign + 1));
  }
  return std::nullopt;
}

std::optional<std::string> unescaped(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%') {
      const int high = i + 2 < text.size() ? hex(text[i + 1]) : -1, low = i + 2 < text.size() ? hex(text[i + 2]) : -1;
      if (high < 0 || low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    }
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return std::nullopt;
    plain += c;
  }
  return plain;
}

Answer fault(unsigned status, const std::string& why) {
  const nlohmann::ordered_json said{{"error", why}};
  return answer(status, said.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
}

}  // namespace armistice
