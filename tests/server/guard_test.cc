// SPDX-License-Identifier: Apache-2.0
#include "armistice/server/guard.h"

#include <gtest/gtest.h>

#include <set>

namespace armistice {
namespace {

const std::string secret = "abcdefghijklmnopqrstuvwxyz012345";

Request asking(const std::string& method = "GET") {
  Request request;
  request.method = method, request.path = "/api/studies", request.host = "127.0.0.1:8400";
  request.authorization = "Bearer " + secret, request.content_type = "application/json";
  return request;
}

unsigned status(const Request& request, const std::vector<std::string>& names = {}) {
  const auto no = refusal(guard_for(secret, 8400, names), request);
  return no ? no->status : 200;
}

TEST(Guard, LetsInByTokenOrCookie) {
  Request request = asking();
  EXPECT_EQ(status(request), 200u);
  request.authorization = "token " + secret;
  EXPECT_EQ(status(request), 200u);
  request.authorization = "";
  EXPECT_EQ(status(request), 401u);
  request.query = "a=1&token=" + secret;
  EXPECT_EQ(status(request), 200u);
  request.query = "";
  request.cookie = "other=1; armistice_8400=" + secret + "; more=2";
  EXPECT_EQ(status(request), 200u);
  request.cookie = "armistice_8401=" + secret;
  EXPECT_EQ(status(request), 401u) << "another server's";
  request.cookie = "armistice_8400" + secret;
  EXPECT_EQ(status(request), 401u);
}

TEST(Guard, RefusesWrongTokens) {
  for (const std::string& wrong :
       {std::string("Bearer "), std::string("Bearer"), "Bearer " + secret.substr(1), "Bearer " + secret + "x",
        "Bearer  " + secret, "Basic " + secret, "bearer" + secret, secret, "Bearer " + std::string(32, 'a')}) {
    Request request = asking();
    request.authorization = wrong;
    EXPECT_EQ(status(request), 401u) << wrong;
  }
  Request request = asking();
  request.authorization = "Bearer wrong", request.cookie = "armistice_8400=" + secret;
  EXPECT_EQ(status(request), 401u) << "a wrong one is not mended by another";
}

TEST(Guard, RefusesOtherHostsAndOrigins) {
  for (const char* host : {"127.0.0.1:8400", "localhost:8400", "[::1]:8400"}) {
    Request request = asking();
    request.host = host;
    EXPECT_EQ(status(request), 200u) << host;
    request.origin = std::string("http://") + host;
    EXPECT_EQ(status(request), 200u) << host;
  }
  for (const char* host : {"", "127.0.0.1", "127.0.0.1:8401", "evil.example:8400", "localhost.evil.example:8400",
                           "127.0.0.1:8400.evil.example", "localhost:8400 "}) {
    Request request = asking();
    request.host = host;
    EXPECT_EQ(status(request), 421u) << host;
  }
  for (const char* origin : {"null", "http://evil.example", "http://localhost:8400", "http://127.0.0.1:84000",
                             "http://127.0.0.1:8400/", "http://127.0.0.1"}) {
    Request request = asking();
    request.origin = origin;
    EXPECT_EQ(status(request), 403u) << origin;
  }
  Request request = asking();
  request.host = "war.example:8400";
  EXPECT_EQ(status(request), 421u);
  EXPECT_EQ(status(request, {"war.example"}), 200u);
}

TEST(Guard, KnowsThePortThatBrowsersLeaveOut) {
  const Guard guard = guard_for(secret, 80);
  Request request = asking();
  for (const char* host : {"localhost", "localhost:80", "127.0.0.1", "[::1]"}) {
    request.host = host;
    EXPECT_FALSE(refusal(guard, request).has_value()) << host;
  }
}

TEST(Guard, TakesNoFormsAndNoOtherMethods) {
  Request request = asking("POST");
  EXPECT_EQ(status(request), 200u);
  for (const char* type : {"", "application/x-www-form-urlencoded", "text/plain", "multipart/form-data"}) {
    request.content_type = type;
    EXPECT_EQ(status(request), 415u) << type;
  }
  for (const char* method : {"PUT", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "<unknown>"})
    EXPECT_EQ(status(asking(method)), 405u) << method;
}

TEST(Guard, TokensAreNewEachTime) {
  std::set<std::string> seen;
  for (int i = 0; i < 100; ++i) {
    const std::string token = new_token();
    EXPECT_EQ(token.size(), 43u);
    EXPECT_EQ(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
              std::string::npos);
    seen.insert(token);
  }
  EXPECT_EQ(seen.size(), 100u);
  EXPECT_TRUE(same_secret("abc", "abc"));
  for (const char* wrong : {"", "ab", "abd", "abcd"}) EXPECT_FALSE(same_secret(wrong, "abc")) << wrong;
  EXPECT_FALSE(same_secret("", "")) << "no token lets nobody in";
}

TEST(Guard, ReadsEscapesOnce) {
  EXPECT_EQ(unescaped("a%2Fb%20c"), "a/b c");
  EXPECT_EQ(unescaped("%252e"), "%2e");
  EXPECT_EQ(unescaped("%e5%b2%9b"), "岛");
  for (const char* broken : {"%", "%2", "a%2", "%zz", "%00", "a%0ab", "%7f"})
    EXPECT_EQ(unescaped(broken), std::nullopt) << broken;
  EXPECT_EQ(in_query("a=1&bb=x%26y&b=3", "bb"), "x&y");
  EXPECT_EQ(in_query("a=1&b", "b"), "");
  EXPECT_EQ(in_query("a=1", "b"), std::nullopt);
  EXPECT_EQ(in_query("b=%zz", "b"), std::nullopt);
}

}  // namespace
}  // namespace armistice
