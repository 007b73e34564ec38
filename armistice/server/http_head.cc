// SPDX-License-Identifier: Apache-2.0
#include "armistice/server/http_head.h"

#include <fmt/format.h>

#include <string_view>

namespace armistice {
namespace {

// The phrases of RFC 9110, 15, for what is sent here.
std::string_view phrase_of(unsigned status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 202:
      return "Accepted";
    case 303:
      return "See Other";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 413:
      return "Content Too Large";
    case 415:
      return "Unsupported Media Type";
    case 421:
      return "Misdirected Request";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 503:
      return "Service Unavailable";
    default:
      return "";
  }
}

}  // namespace

std::string head_of(const Answer& answer, bool keep) {
  std::string head = fmt::format("HTTP/1.1 {} {}\r\n", answer.status, phrase_of(answer.status));
  if (answer.events)
    head += "Content-Type: text/event-stream\r\n";
  else
    head +=
        fmt::format("Content-Type: {}\r\nContent-Length: {}\r\n", answer.type, answer.body ? answer.body->size() : 0);
  head += keep ? "Connection: keep-alive\r\n" : "Connection: close\r\n";
  head +=
      "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
      "Cross-Origin-Opener-Policy: same-origin\r\nCross-Origin-Resource-Policy: same-origin\r\n";
  bool policy = false;
  for (const auto& [name, value] : answer.headers) {
    head += fmt::format("{}: {}\r\n", name, value);
    policy = policy || name == "Content-Security-Policy";
  }
  if (!policy) head += "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n";
  return head + "\r\n";
}

}  // namespace armistice
