// SPDX-License-Identifier: Apache-2.0
#include "armistice/server/guard.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace armistice {
namespace {

const std::string token = "0123456789abcdefghijklmnopqrstuvwxyz-_ABCDE";

Request asking(const std::string& method = "GET") {
  Request request;
  request.method = method, request.path = "/api/jobs", request.host = "127.0.0.1:8400";
  request.authorization = "Bearer " + token;
  return request;
}

// The status of the refusal; 0: let in.
unsigned status(const Request& request) {
  const auto no = refusal(guard_for(token, 8400), request);
  return no ? no->status : 0;
}

TEST(GuardHostile, SecretsAreEqualOnlyWhole) {
  EXPECT_TRUE(same_secret("abc", "abc"));
  for (const std::string wrong : {"", "a", "ab", "abd", "Abc", "abcd", "abc "}) EXPECT_FALSE(same_secret(wrong, "abc"));
  EXPECT_FALSE(same_secret(std::string("abc\0", 4), "abc"));
  EXPECT_FALSE(same_secret(std::string("ab\0", 3), "ab"));
  EXPECT_FALSE(same_secret(std::string("ab", 2), std::string("ab\0", 3)));
  EXPECT_FALSE(same_secret("", ""));  // no secret lets nobody in
  EXPECT_TRUE(same_secret("\xff\xfe", "\xff\xfe"));
  EXPECT_FALSE(same_secret("\xff\xfe", "\x7f\xfe"));
}

TEST(GuardHostile, TokensAreLongPlainAndDifferent) {
  std::set<std::string> seen;
  for (int i = 0; i < 200; ++i) {
    const std::string made = new_token();
    EXPECT_EQ(made.size(), 43U);
    EXPECT_EQ(made.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
              std::string::npos);
    seen.insert(made);
  }
  EXPECT_EQ(seen.size(), 200U);
}

TEST(GuardHostile, TheTokenMayComeFourWays) {
  EXPECT_EQ(status(asking()), 0U);
  for (const std::string scheme : {"Bearer ", "bearer ", "BEARER ", "token ", "Token "}) {
    Request request = asking();
    request.authorization = scheme + token;
    EXPECT_EQ(status(request), 0U) << scheme;
  }
  Request request = asking();
  request.authorization = "", request.query = "a=1&token=" + token + "&b=2";
  EXPECT_EQ(status(request), 0U);
  request.query = "", request.cookie = "other=1; armistice_8400=" + token + "; armistice_84000=no";
  EXPECT_EQ(status(request), 0U);
}

TEST(GuardHostile, WithoutItNothing) {
  Request request = asking();
  const std::vector<std::string> wrongs{"",
                                        "Bearer",
                                        "Bearer ",
                                        "Bearer x",
                                        token,
                                        "Basic " + token,
                                        "Bearer  " + token,
                                        "Bearer " + token + " ",
                                        "Bearer " + token.substr(1)};
  for (const std::string& given : wrongs) {
    request.authorization = given;
    EXPECT_EQ(status(request), 401U) << given;
  }
  request.authorization = "";
  for (const std::string cookies :
       {"armistice_8400", "armistice_8400=", "armistice_8400=x", "armistice_8401=", "xarmistice_8400=", ";;;=;"}) {
    request.cookie = cookies + (cookies.ends_with("1=") || cookies.starts_with('x') ? token : "");
    EXPECT_EQ(status(request), 401U) << cookies;
  }
  request.cookie = "armistice_8400=" + token;
  request.query = "token=wrong";  // a wrong one is wrong whatever else is there
  EXPECT_EQ(status(request), 401U);
  request.query = "", request.authorization = "Bearer wrong";
  EXPECT_EQ(status(request), 401U);
}

TEST(GuardHostile, ForeignHostsAreRefused) {
  Request request = asking();
  for (const std::string host : {"127.0.0.1:8400", "localhost:8400", "[::1]:8400"}) {
    request.host = host;
    EXPECT_EQ(status(request), 0U) << host;
  }
  for (const std::string host : {"", "127.0.0.1", "localhost", "127.0.0.1:8401", "evil.example", "evil.example:8400",
                                 "127.0.0.1:8400.evil.example", "localhost:8400@evil.example", "127.0.0.1:84000",
                                 "127.0.0.2:8400", "0.0.0.0:8400", "localhost.:8400"}) {
    request.host = host;
    EXPECT_EQ(status(request), 421U) << host;
  }
}

TEST(GuardHostile, FurtherNamesAreTakenAsTheyStand) {
  const auto hosts = [](const std::vector<std::string>& names, std::uint16_t port) {
    return guard_for(token, port, names).hosts;
  };
  const std::vector<std::string> own{"127.0.0.1:8400", "localhost:8400", "[::1]:8400"};
  const auto with = [&](std::vector<std::string> more) {
    more.insert(more.begin(), own.begin(), own.end());
    return more;
  };
  EXPECT_EQ(hosts({}, 8400), own);
  EXPECT_EQ(hosts({"lab.example"}, 8400), with({"lab.example", "lab.example:8400"}));
  EXPECT_EQ(hosts({"lab.example:8443"}, 8400), with({"lab.example:8443"}));
  EXPECT_EQ(hosts({"[fd00::1]"}, 8400), with({"[fd00::1]", "[fd00::1]:8400"}));
}

TEST(GuardHostile, ForeignOriginsAreRefused) {
  Request request = asking();
  for (const std::string origin : {"http://127.0.0.1:8400", "https://127.0.0.1:8400", ""}) {
    request.origin = origin;
    EXPECT_EQ(status(request), 0U) << origin;
  }
  for (const std::string origin :
       {"null", "http://evil.example", "http://localhost:8400", "http://127.0.0.1:8401", "http://127.0.0.1",
        "http://127.0.0.1:8400/", "127.0.0.1:8400", "file://", "http://127.0.0.1:8400.evil.example"}) {
    request.origin = origin;
    EXPECT_EQ(status(request), 403U) << origin;
  }
}

TEST(GuardHostile, MethodsAndTypes) {
  for (const std::string method : {"PUT", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "", "FOO"}) {
    const auto no = refusal(guard_for(token, 8400), asking(method));
    ASSERT_TRUE(no);
    EXPECT_EQ(no->status, 405U);
    EXPECT_EQ(no->headers, (std::vector<std::pair<std::string, std::string>>{{"Allow", "GET, HEAD, POST, DELETE"}}));
  }
  EXPECT_EQ(status(asking("DELETE")), 0U);
  Request post = asking("POST");
  for (const std::string type : {"application/json", "application/json; charset=utf-8", "Application/JSON ;x"}) {
    post.content_type = type;
    EXPECT_EQ(status(post), 0U) << type;
  }
  // What a form of another site can send without being asked, and what only looks like JSON.
  for (const std::string type : {"", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data",
                                 "application/jsonp", "text/plain; application/json"}) {
    post.content_type = type;
    EXPECT_EQ(status(post), 415U) << type;
  }
}

TEST(GuardHostile, QueriesAreReadKeyByKey) {
  EXPECT_EQ(in_query("a=1&b=2", "a"), "1");
  EXPECT_EQ(in_query("a=1&b=2", "b"), "2");
  EXPECT_EQ(in_query("a=1&a=2", "a"), "1");
  EXPECT_EQ(in_query("a", "a"), "");
  EXPECT_EQ(in_query("a=", "a"), "");
  EXPECT_EQ(in_query("a=b=c", "a"), "b=c");
  EXPECT_EQ(in_query("&&a=1&", "a"), "1");
  EXPECT_EQ(in_query("x=dossiers%2Fisles+a", "x"), "dossiers/isles+a");
  for (const std::string none : {"", "&", "ab=1", "b=a", "=a", "a=%", "a=%4", "a=%zz", "a=%00", "a=%0d"})
    EXPECT_EQ(in_query(none, "a"), std::nullopt) << none;
}

TEST(GuardHostile, EscapesAreReadOnce) {
  EXPECT_EQ(unescaped(""), "");
  EXPECT_EQ(unescaped("a%2Fb"), "a/b");
  EXPECT_EQ(unescaped("a%2fb%41"), "a/bA");
  EXPECT_EQ(unescaped("%252e"), "%2e");
  EXPECT_EQ(unescaped("%e7%be%a4"), "群");
  EXPECT_EQ(unescaped("+"), "+");
  const std::string controls[] = {"%",   "a%",  "%2",  "%g0", "%0g",  "%-1",
                                  "% 1", "%00", "%1f", "%7f", "a\nb", std::string("a\0b", 3)};
  for (const std::string& wrong : controls) EXPECT_EQ(unescaped(wrong), std::nullopt) << wrong;
}

TEST(GuardHostile, FaultsAreJsonWhateverTheySay) {
  EXPECT_EQ(*fault(404, "no \"a\"\n").body, "{\"error\":\"no \\\"a\\\"\\n\"}\n");
  EXPECT_EQ(*fault(404, "bad \xff").body, "{\"error\":\"bad \xef\xbf\xbd\"}\n");
  EXPECT_EQ(fault(404, "").status, 404U);
}

}  // namespace
}  // namespace armistice
