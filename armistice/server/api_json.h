// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "armistice/base/problem.h"
#include "armistice/server/jobs.h"
#include "armistice/server/library.h"

// The server's nouns as JSON (web/src/api.ts), each text with a line end.
namespace armistice {

std::string dossiers_json(const std::vector<DossierFound>& dossiers);
std::string studies_json(const std::vector<StudyFound>& studies, const std::vector<JobView>& jobs);
std::string job_json(const JobView& job);
std::string jobs_json(const std::vector<JobView>& jobs);
std::string form_json(const Dossier& dossier);
std::string fault_json(const std::string& error, const Problems& problems);

// What a request for a forecast asks for, or why it cannot be had: a status and a fault.
struct JobAsked {
  std::optional<JobWanted> wanted;
  unsigned status = 400;
  std::string fault;
};
JobAsked job_asked(const Library& library, const std::string& body);

}  // namespace armistice
