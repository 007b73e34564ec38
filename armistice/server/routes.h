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

// Answers one request: checks first, then by path. Reads, compiles and computes: call it on a worker's thread. Never
// throws: what fails is an answer, too.
Answer route(const Desk& desk, const Request& request);

// Whether route() answers this one without computing, so that it need not wait behind others that do.
bool is_quick(const Request& request);

}  // namespace armistice
