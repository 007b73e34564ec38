// SPDX-License-Identifier: Apache-2.0
#include "armistice/server/api_json.h"

#include "armistice/model/override.h"
#include "armistice/output/pages/json.h"

namespace armistice {
namespace {

// "<" is escaped, so that no text of a dossier is markup anywhere.
std::string text(const Json& json) {
  std::string made;
  for (const char c : json.dump(-1, ' ', false, Json::error_handler_t::replace))
    made.append(c == '<' ? "\\u003c" : std::string_view(&c, 1));
  return made + "\n";
}

Json job_object(const JobView& job) {
  return {{"id", job.id},
          {"study", job.study},
          {"state", job.state},
          {"runs_done", job.runs_done},
          {"runs", job.runs},
          {"rate", number(job.rate)},
          {"seconds_left", job.seconds_left ? number(*job.seconds_left) : Json(nullptr)},
          {"message", job.message}};
}

}  // namespace

std::string dossiers_json(const std::vector<DossierFound>& dossiers) {
  Json list = Json::array();
  for (const DossierFound& d : dossiers)
    list.push_back(
        {{"path", d.path}, {"id", d.id}, {"title", said(d.title)}, {"as_of", d.as_of}, {"problems", d.problems}});
  return text(list);
}

std::string studies_json(const std::vector<StudyFound>& studies, const std::vector<JobView>& jobs) {
  Json list = Json::array();
  for (const StudyFound& s : studies) {
    Json running = nullptr;
    for (const JobView& job : jobs)
      if (job.study == s.path && job.state == "running") running = job.id;
    list.push_back({{"path", s.path},
                    {"dossier", s.dossier},
                    {"dossier_path", s.dossier_path},
                    {"title", said(s.title)},
                    {"runs", s.runs},
                    {"weeks", s.weeks},
                    {"seed", std::to_string(s.seed)},
                    {"off", words(s.off)},
                    {"set", words(s.set)},
                    {"protocol", s.protocol},
                    {"central", s.central},
                    {"running", running},
                    {"pages", s.pages},
                    {"why", s.why.en.empty() ? Json(nullptr) : said(s.why)}});
  }
  return text(list);
}

std::string job_json(const JobView& job) { return text(job_object(job)); }

std::string jobs_json(const std::vector<JobView>& jobs) {
  Json list = Json::array();
  for (const JobView& job : jobs) list.push_back(job_object(job));
  return text(list);
}

std::string form_json(const Dossier& dossier) {
  Json switches = Json::array(), protocols = Json::array(), knobs = Json::array();
  for (const auto& [name, meaning] : switch_names()) switches.push_back({{"name", name}, {"meaning", meaning}});
  for (const std::string_view name : talk_protocol_names) protocols.push_back(std::string(name));
  for (const KnobLine& k : knob_lines(dossier))
    knobs.push_back({{"path", k.path},
                     {"meaning", k.meaning},
                     {"unit", k.unit},
                     {"low", number(k.low)},
                     {"mode", number(k.mode)},
                     {"high", number(k.high)},
                     {"least", number(k.least)},
                     {"most", number(k.most)},
                     {"source", k.source},
                     {"shape", k.shape}});
  return text({{"weeks", dossier.horizon_weeks},
               {"switches", std::move(switches)},
               {"protocols", std::move(protocols)},
               {"knobs", std::move(knobs)}});
}

std::string fault_json(const std::string& error, const Problems& problems) {
  Json list = Json::array();
  for (const Problem& p : problems)
    list.push_back({{"file", p.place.file},
                    {"line", p.place.line},
                    {"column", p.place.column},
                    {"message", p.message},
                    {"hint", p.hint}});
  return text({{"error", error}, {"problems", std::move(list)}});
}

}  // namespace armistice
