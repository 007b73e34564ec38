// SPDX-License-Identifier: Apache-2.0
#include "armistice/server/routes.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "armistice/model/read.h"
#include "armistice/output/pages/html.h"
#include "armistice/output/pages/sections.h"
#include "armistice/server/api_json.h"
#include "armistice/server/openapi.h"

namespace armistice {
namespace {

constexpr const char* no_page =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>armistice</title><p>This program was built "
    "without "
    "its pages, for want of Node or of its packages: ./dev build installs them and builds again. The interface at "
    "/api/openapi.json works.";
constexpr const char* locked =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>armistice</title><p>Open the address that "
    "armistice serve has printed: it holds the token.<p lang=\"zh-Hans\">请打开 armistice serve "
    "打印的地址，其中含有令牌。";

// A path in its parts, escapes read; nothing where one cannot be read, or the path does not begin with "/".
std::optional<std::vector<std::string>> parts_of(std::string_view path) {
  std::vector<std::string> parts;
  if (!path.starts_with('/')) return std::nullopt;
  while (!path.empty()) {
    path.remove_prefix(1);  // "/"
    const std::size_t end = std::min(path.find('/'), path.size());
    auto part = unescaped(path.substr(0, end));
    if (!part) return std::nullopt;
    parts.push_back(std::move(*part));
    path.remove_prefix(end);
  }
  return parts;
}

std::string joined(std::span<const std::string> parts) {
  std::string all;
  for (const std::string& part : parts) all.append(all.empty() ? "" : "/").append(part);
  return all;
}

Answer not_found(const std::string& what) { return fault(404, what); }

Answer wrong_method(const std::string& allowed) {
  Answer made = fault(405, "only " + allowed + " is understood here");
  made.headers.emplace_back("Allow", allowed);
  return made;
}

// The page, or the way to it: the token in the address becomes a cookie and leaves the address.
Answer page(const Desk& desk, const Request& request) {
  if (in_query(request.query, "token")) {
    Answer made = answer(303, "");
    made.headers.emplace_back("Location", "/");
    made.headers.emplace_back(
        "Set-Cookie", fmt::format("{}={}; HttpOnly; SameSite=Strict; Path=/", desk.guard.cookie, desk.guard.token));
    return made;
  }
  if (!desk.page) return answer(200, no_page, "text/html; charset=utf-8");
  Answer made;
  made.type = "text/html; charset=utf-8";
  made.body = desk.page;
  made.headers.emplace_back("Content-Security-Policy", page_policy(true) + "; frame-ancestors 'none'");
  return made;
}

std::optional<std::uint32_t> run_number(const std::string& text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

bool known_section(const std::string& name) {
  const auto pages = page_sections();
  return name == "head" ||
         std::any_of(pages.begin(), pages.end(), [&](const Section& one) { return one.name == name; });
}

// /api/studies/PATH.../summary.json, .../section/NAME, .../runs/N: the path may hold slashes, so it is read from
// behind. Without a path it is the served folder itself (".", which browsers take out of addresses).
Answer of_study(const Desk& desk, std::span<const std::string> parts) {
  const std::size_t size = parts.size();
  const bool summary = size >= 1 && parts[size - 1] == "summary.json";
  const bool section = size >= 2 && parts[size - 2] == "section";
  const bool run = size >= 2 && parts[size - 2] == "runs";
  if (!summary && !section && !run) return not_found("there is nothing here");
  const std::string path = joined(parts.first(size - (summary ? 1 : 2)));
  const auto folder = desk.library.study(path.empty() ? "." : path);
  if (!folder) return not_found("there is no such study in the served folder");
  if (summary) {
    Answer made;
    made.body = desk.library.summary(*folder);
    return made.body ? made : not_found("the study has no summary yet: it was stopped, or is at work");
  }
  if (section && !known_section(parts[size - 1])) return not_found("there is no such section");
  try {
    if (section) {
      Answer made;
      made.body = desk.pages.section(*folder, parts[size - 1]);
      return made;
    }
    const auto number = run_number(parts[size - 1]);
    if (!number) return fault(400, "a run is named by its number, from 0");
    return answer(200, desk.pages.run(*folder, *number));
  } catch (const std::runtime_error& error) {
    return fault(409, error.what());
  }
}

Answer form(const Desk& desk, const Request& request) {
  const auto path = in_query(request.query, "dossier");
  const auto folder = path ? desk.library.dossier(*path) : std::nullopt;
  if (!folder) return not_found("there is no such dossier in the served folder");
  Problems problems;
  std::optional<Dossier> dossier = read_dossier(*folder, problems);
  if (dossier) check_meaning(*dossier, problems);
  if (!problems.empty()) return answer(409, fault_json("the dossier has problems", problems));
  return answer(200, form_json(*dossier));
}

Answer start_job(const Desk& desk, const Request& request) {
  JobAsked asked = job_asked(desk.library, request.body);
  if (!asked.wanted) return answer(asked.status, asked.fault);
  std::string why;
  bool busy = false;
  const auto job = desk.jobs.start(std::move(*asked.wanted), why, busy);
  if (!job) return fault(busy ? 429 : 409, why);
  Answer made = answer(201, job_json(*job));
  made.headers.emplace_back("Location", "/api/jobs/" + job->id);
  return made;
}

Answer of_job(const Desk& desk, const Request& request, std::span<const std::string> parts) {
  const std::string id = parts[0];
  if (!desk.jobs.find(id)) return not_found("there is no such job");
  if (parts.size() == 2 && parts[1] == "events") {
    if (request.method != "GET") return wrong_method("GET");
    Answer made;
    made.events = [&jobs = desk.jobs, id, over = false]() mutable -> std::optional<std::string> {
      const auto job = jobs.find(id);
      if (over || !job) return std::nullopt;
      over = job->state != "running";
      std::string now = job_json(*job);
      while (now.ends_with('\n')) now.pop_back();
      return "event: job\ndata: " + now + "\n\n";
    };
    return made;
  }
  if (parts.size() != 1) return not_found("there is nothing here");
  if (request.method != "GET" && request.method != "DELETE") return wrong_method("GET, DELETE");
  const bool stop = request.method == "DELETE";
  if (stop) desk.jobs.stop(id);
  const auto job = desk.jobs.find(id);  // again: a job that is over may be forgotten at any moment
  return job ? answer(stop ? 202 : 200, job_json(*job)) : not_found("there is no such job");
}

Answer by_path(const Desk& desk, const Request& request) {
  const auto found = parts_of(request.path);
  if (!found) return fault(400, "the path cannot be read");
  const std::span<const std::string> parts(*found);
  const bool get = request.method == "GET";
  if (request.path == "/") return get ? page(desk, request) : wrong_method("GET");
  if (parts.size() < 2 || parts[0] != "api") return not_found("there is nothing here");
  const std::string& what = parts[1];
  if (what == "jobs" && parts.size() == 2) {
    if (request.method == "POST") return start_job(desk, request);
    return get ? answer(200, jobs_json(desk.jobs.all())) : wrong_method("GET, POST");
  }
  if (what == "jobs") return of_job(desk, request, parts.subspan(2));
  if (!get) return wrong_method("GET");
  if (what == "studies" && parts.size() > 2) return of_study(desk, parts.subspan(2));
  if (parts.size() != 2) return not_found("there is nothing here");
  if (what == "openapi.json") return answer(200, std::string(openapi()));
  if (what == "dossiers") return answer(200, dossiers_json(desk.library.dossiers()));
  if (what == "studies") return answer(200, studies_json(desk.library.studies(), desk.jobs.all()));
  if (what == "form") return form(desk, request);
  return not_found("there is nothing here");
}

}  // namespace

std::optional<Answer> turned_away(const Desk& desk, const Request& request) {
  std::optional<Answer> no = refusal(desk.guard, request);
  if (no && no->status == 401 && request.path == "/") return answer(401, locked, "text/html; charset=utf-8");
  return no;
}

Work work_of(const Request& request) {
  const std::string& path = request.path;
  if (path == "/" || path.ends_with("/summary.json") || path == "/api/openapi.json") return Work::none;
  if (path.starts_with("/api/jobs")) return request.method == "POST" ? Work::some : Work::none;
  return path.starts_with("/api/studies/") ? Work::much : Work::some;
}

Answer route(const Desk& desk, const Request& request) {
  try {
    return by_path(desk, request);
  } catch (const std::exception& error) {
    return fault(500, error.what());
  }
}

}  // namespace armistice
