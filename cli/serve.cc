// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "armistice/base/file.h"
#include "armistice/output/pages/bundle.h"
#include "armistice/output/pages/html.h"
#include "armistice/server/routes.h"
#include "cli/command.h"
#include "cli/progress.h"

namespace armistice {
namespace {

constexpr std::uint16_t usual_port = 8400;
constexpr int ports_tried = 20;
constexpr std::size_t shortest_token = 16;

struct ServeFlags {
  std::string folder = ".", bind = "127.0.0.1", token_file;
  std::vector<std::string> names;
  int port = -1;  // the usual one, or the next that is free
  int jobs = 2, longest = 120, arrival = 10;
  bool open = false;
};

void refuse(Common& common, const std::string& message) {
  fmt::print(stderr, "armistice serve: {}\n", message);
  common.exit = wrong_usage;
}

bool on_loopback(const std::string& address) { return address.starts_with("127.") || address == "::1"; }

// "::1" is "[::1]" in an address.
std::string in_address(const std::string& host) {
  return host.find(':') == std::string::npos ? host : "[" + host + "]";
}

std::string token_of(const ServeFlags& flags) {
  if (flags.token_file.empty()) return new_token();
  std::string token = read_file(flags.token_file, 4096);
  while (!token.empty() && static_cast<unsigned char>(token.back()) <= ' ') token.pop_back();
  const auto plain = [](char c) {  // stands in an address and in a cookie as it is
    return c > ' ' && c < 0x7f && std::string_view(";,&%#\"\\").find(c) == std::string_view::npos;
  };
  if (token.size() < shortest_token || !std::all_of(token.begin(), token.end(), plain))
    throw std::runtime_error(
        fmt::format("{}: a token has at least {} characters of ASCII and no blanks, commas, semicolons, quotes, "
                    "\"&\", \"%\", \"#\" or backslashes",
                    flags.token_file, shortest_token));
  return token;
}

std::string wrong_flags(const ServeFlags& flags) {
  if (on_loopback(flags.bind)) return "";
  if (!flags.open || flags.token_file.empty())
    return fmt::format(
        "--bind {} is not loopback: others on the network could reach the studies. That wants "
        "--open-to-network and a token of your own (--token-file); traffic is not encrypted",
        flags.bind);
  return "";
}

// The port asked for, or the first free one from the usual one on.
std::unique_ptr<HttpServer> listen(const ServeFlags& flags, const Door& door, const Handler& handler) {
  HttpLimits limits;
  limits.arrival = std::chrono::seconds(flags.arrival);
  const auto on = [&](int port) {
    return std::make_unique<HttpServer>(flags.bind, static_cast<std::uint16_t>(port), limits, door, handler);
  };
  if (flags.port >= 0) return on(flags.port);
  for (int port = usual_port; port < usual_port + ports_tried - 1; ++port) {
    try {
      return on(port);
    } catch (const std::runtime_error&) {
    }
  }
  return on(usual_port + ports_tried - 1);
}

void say_where(const ServeFlags& flags, const Common& common, const std::string& token, int port,
               const Library& library) {
  const std::string address = fmt::format("http://{}:{}/?token={}", in_address(flags.bind), port, token);
  if (common.json) {
    const nlohmann::ordered_json said{
        {"address", address}, {"port", port}, {"token", token}, {"folder", library.root().string()}};
    return put(said.dump() + "\n");
  }
  put(fmt::format("armistice serves {} at\n  {}\nOnly this address lets in: it holds the token. Ctrl-C stops it.\n",
                  library.root().string(), address));
}

void serve(const ServeFlags& flags, Common& common) {
  if (const std::string why = wrong_flags(flags); !why.empty()) return refuse(common, why);
  Library library(flags.folder);
  const std::string token = token_of(flags);
  PagesCache pages(library, common.threads);
  Jobs jobs({flags.jobs, common.threads, std::chrono::minutes(flags.longest)});
  Desk desk{{}, library, pages, jobs, nullptr};
  if (!bundle_script().empty())
    desk.page = std::make_shared<const std::string>(page_html({"armistice", common.lang, R"({"served":true})", true}));

  // Reading and computing have threads of their own: nothing waits for what takes longer.
  std::atomic<int> computing{0};
  auto readers = std::make_unique<boost::asio::thread_pool>(2);
  auto computers = std::make_unique<boost::asio::thread_pool>(4);
  const auto server = listen(
      flags, [&](const Request& request) { return turned_away(desk, request); },
      [&](Request request, Reply reply) {
        const Work work = work_of(request);
        if (work == Work::none) return reply(route(desk, request));
        auto task = [&desk, request = std::move(request), reply = std::move(reply)] { reply(route(desk, request)); };
        if (work == Work::some) return boost::asio::post(*readers, std::move(task));
        boost::asio::post(*computers, [&computing, task = std::move(task)] {
          ++computing;
          task();
          --computing;
        });
      });
  desk.guard = guard_for(token, server->port(), flags.names);
  if (!on_loopback(flags.bind)) {
    desk.guard.hosts.push_back(fmt::format("{}:{}", in_address(flags.bind), server->port()));
    fmt::print(stderr, "armistice serve: open to the network, and not encrypted: anyone on the way can read along.\n");
  }
  const Interrupt interrupt;
  say_where(flags, common, token, server->port(), library);
  server->run(Interrupt::asked);
  if (!common.quiet) fmt::print(stderr, "\nStopping: studies at work keep what is done.\n");
  readers->stop(), computers->stop();  // what waits is dropped …
  readers.reset();                     // … with the connections that it holds, which must go before the server does
  jobs.stop_all();
  jobs.wait_all();
  // A section of pages changes nothing on disk: nobody waits seconds for one that is being computed.
  if (computing > 0) {
    std::fflush(nullptr);
    std::_Exit(interrupted);
  }
  computers.reset();
  common.exit = interrupted;
}

}  // namespace

void add_serve(CLI::App& app, Common& common) {
  auto flags = std::make_shared<ServeFlags>();
  CLI::App* command =
      app.add_subcommand("serve", "The pages live, and a desk to start forecasts from, on this machine");
  command->add_option("folder", flags->folder, "what is served: dossiers and studies are looked for in it")
      ->capture_default_str();
  command->add_option("--port", flags->port, "port; 0: any free one; otherwise 8400 or the next free one")
      ->check(not_a_whole_number)
      ->check(CLI::Range(0, 65535));
  command->add_option("--bind", flags->bind, "numeric address to listen on")->capture_default_str();
  command->add_flag("--open-to-network", flags->open, "allow an address beyond loopback (with --token-file)");
  command->add_option("--token-file", flags->token_file, "a token of your own instead of a new one at each start");
  command->add_option("--host-name", flags->names, "a further name that browsers reach the server by; repeatable")
      ->allow_extra_args(false);
  command->add_option("--jobs", flags->jobs, "forecasts at work at once, at most")
      ->check(not_a_whole_number)
      ->check(CLI::Range(1, 64))
      ->capture_default_str();
  command->add_option("--longest", flags->longest, "minutes after which a forecast is stopped")
      ->check(not_a_whole_number)
      ->check(CLI::Range(1, 10'000))
      ->capture_default_str();
  command->add_option("--arrival", flags->arrival, "seconds within which a request must have arrived")
      ->check(not_a_whole_number)
      ->check(CLI::Range(1, 600))
      ->capture_default_str();
  command->footer("Example:\n  armistice serve . --port 8400");
  command->callback([flags, &common] { serve(*flags, common); });
}

}  // namespace armistice
