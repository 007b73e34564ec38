// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>

#include "armistice/server/guard.h"
#include "armistice/server/jobs.h"
#include "armistice/server/pages_cache.h"

// What the server answers: docs/openapi.json, and web/src/api.ts on the other side.
namespace armistice {

struct Desk {
  Guard guard;
  Library& library;
  PagesCache& pages;
  Jobs& jobs;
  std::shared_ptr<const std::string> page;  // the page itself; null: the program holds none
};

// Why a request is not let in, from its head alone; nothing: it is. The page itself answers for people, all else in
// JSON.
std::optional<Answer> turned_away(const Desk& desk, const Request& request);

// Answers one request that was let in. Reads, compiles and computes as work_of() says. Never throws: what fails is an
// answer, too.
Answer route(const Desk& desk, const Request& request);

// What answering takes, so that nothing waits behind what takes longer: a moment; files read and compiled; seconds of
// computing.
enum class Work { none, some, much };
Work work_of(const Request& request);

}  // namespace armistice
