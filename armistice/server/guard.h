// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "armistice/server/http.h"

// Who may ask what: checks that come before anything is looked at.
namespace armistice {

struct Guard {
  std::string token;
  std::string cookie;              // name of the session's cookie
  std::vector<std::string> hosts;  // that this server is called by: "127.0.0.1:8400", "localhost:8400"
};

// A guard for a port on loopback, with further names by which the server is called: each as it stands ("example.org",
// "example.org:8443") and, where it holds no port, with this one.
Guard guard_for(std::string token, std::uint16_t port, const std::vector<std::string>& names = {});

// 32 bytes from the system's source of randomness, as base64 for addresses: 43 characters. Throws std::runtime_error
// when there is none.
std::string new_token();

// Whether two secrets are equal, in a time that does not tell where they differ.
bool same_secret(std::string_view a, std::string_view b);

// Why the request is refused, or nothing: a foreign Host (421: another site's name that leads here), a foreign Origin
// (403: another site's script), an unknown method (405), a body that is no JSON by its type (415), no token or a wrong
// one (401).
std::optional<Answer> refusal(const Guard& guard, const Request& request);

// The value of a key in "a=1&b=2", percent escapes read; nothing when it is not there or cannot be read.
std::optional<std::string> in_query(std::string_view query, std::string_view key);

// Percent escapes read once: "a%2Fb" is "a/b". Nothing where one is broken or the text holds a control character.
std::optional<std::string> unescaped(std::string_view text);

// An answer that says why in JSON: {"error": "..."}.
Answer fault(unsigned status, const std::string& why);

}  // namespace armistice
