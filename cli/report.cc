// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>
#include <stdexcept>

#include "armistice/base/file.h"
#include "armistice/output/pages/bundle.h"
#include "armistice/output/pages/html.h"
#include "armistice/output/pages/sections.h"
#include "armistice/study/names.h"
#include "cli/command.h"

namespace armistice {
namespace {

namespace fs = std::filesystem;

struct ReportFlags {
  std::string folder, out, dossier;
  std::vector<std::string> pages;
  std::uint32_t draws = 64;
};

void refuse(Common& common, const std::string& message) {
  fmt::print(stderr, "armistice report: {}\n", message);
  common.exit = wrong_usage;
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string all;
  for (const std::string& word : words) all.append(all.empty() ? "" : between).append(word);
  return all;
}

std::vector<std::string> known_pages() {
  std::vector<std::string> names;
  for (const Section& section : page_sections()) names.emplace_back(section.name);
  return names;
}

std::string unknown_page(const std::string& name) {
  const std::vector<std::string> known = known_pages();
  if (std::find(known.begin(), known.end(), name) != known.end()) return "";
  const std::string near = suggestion(name, known);
  return fmt::format(
      "--pages: there is no page \"{}\"; {}", name,
      near.empty() ? fmt::format("there are {}", joined(known, ", ")) : fmt::format("did you mean \"{}\"?", near));
}

// What is wrong with the place for the report: better said now than after a minute of work.
std::string wrong_place(const fs::path& out) {
  if (fs::is_directory(out))
    return fmt::format("{} is a folder; name a file in it: -o {}", out.string(), (out / "report.html").string());
  if (fs::exists(out) && !fs::is_regular_file(out)) return fmt::format("{} is not a file", out.string());
  const fs::path folder = out.has_parent_path() ? out.parent_path() : ".";
  if (!fs::is_directory(folder))
    throw std::runtime_error(fmt::format("cannot write {}: there is no folder {}", out.string(), folder.string()));
  if (::access(folder.c_str(), W_OK) != 0)
    throw std::runtime_error(fmt::format("cannot write {}: {}", out.string(), std::strerror(errno)));
  return "";
}

std::string wrong_flags(const ReportFlags& flags, const Common& common) {
  for (const std::string& page : flags.pages)
    if (std::string why = unknown_page(page); !why.empty()) return why;
  if (common.csv) return fmt::format("pages are no tables; those of the study are the .csv files in {}", flags.folder);
  if (common.json && !flags.out.empty()) return "--json prints the data to standard output: leave out -o";
  if (flags.out.empty() && !common.json) return "name the file to write: -o report.html (or --json for the data alone)";
  return common.json ? "" : wrong_place(flags.out);
}

// The pages asked for, each once and in the order in which they are shown; none asked for: all.
std::vector<std::string> chosen(const std::vector<std::string>& asked) {
  std::vector<std::string> pages = known_pages();
  if (!asked.empty())
    std::erase_if(pages, [&](const auto& page) { return std::find(asked.begin(), asked.end(), page) == asked.end(); });
  return pages;
}

// The study's summary as its forecast wrote it.
std::string summary_of(const fs::path& folder, std::string& why) {
  const fs::path path = folder / "summary.json";
  if (!fs::exists(path)) {
    why = fmt::format("{}: the forecast was stopped before its summary; the same command goes on and writes it",
                      folder.string());
    return "";
  }
  return read_file(path);
}

std::string size_of(std::size_t bytes) {
  return bytes < 1'000'000 ? fmt::format("{:.0f} kB", static_cast<double>(bytes) / 1e3)
                           : fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

// The study as one object of JSON; says on standard error which page is being written, where somebody is looking.
std::string data_of(const StudyPages& pages, const Common& common) {
  const bool told = !common.quiet && isatty(STDERR_FILENO) == 1;
  const std::string data = study_json(pages, [&](std::string_view page) {
    if (told) fmt::print(stderr, "\r\033[Kwriting: {}", page);
  });
  if (told) fmt::print(stderr, "\r\033[K");
  return data;
}

void report(const ReportFlags& flags, Common& common) {
  if (const std::string why = wrong_flags(flags, common); !why.empty()) return refuse(common, why);
  if (!common.json && bundle_script().empty())
    throw std::runtime_error(
        "this program was built without its pages, for want of Node or of its packages; ./dev build installs them and "
        "builds again (report --json prints the data without pages)");
  Problems problems;
  std::string why;
  const std::optional<OpenStudy> study = open_study(flags.folder, flags.dossier, problems, why);
  if (!problems.empty()) return print(common, problems);
  if (!study) return refuse(common, why);
  StudyPages pages{*study, summary_of(flags.folder, why), common.lang, chosen(flags.pages), flags.draws};
  if (!why.empty()) return refuse(common, why);
  pages.threads = common.threads;

  const std::string data = data_of(pages, common);
  if (common.json) return put(data + "\n");
  const std::string title = phrase(study->model.dossier.title).in(language_of(common.lang));
  const std::string html = page_html({title, common.lang, data, false});
  write_file_atomically(flags.out, html);
  if (!common.quiet)
    put(fmt::format("{}: {}, with the pages {}. Open it in a browser; it needs no network.\n", flags.out,
                    size_of(html.size()), joined(pages.shown, ", ")));
}

}  // namespace

void add_report(CLI::App& app, Common& common) {
  auto flags = std::make_shared<ReportFlags>();
  CLI::App* command = app.add_subcommand("report", "Write a study as pages in one file that opens anywhere, offline");
  command->add_option("study", flags->folder, "a study folder (of forecast --out)")->required();
  command->add_option("-o,--out", flags->out, "file to write: report.html");
  command->add_option("--pages", flags->pages, fmt::format("which, with commas: {}", joined(known_pages(), ",")))
      ->delimiter(',');
  command->add_option("--draws", flags->draws, "of the dossier's numbers, for what is not simulated")
      ->check(not_a_whole_number)
      ->check(CLI::Range(8u, 10'000u))
      ->capture_default_str();
  command->add_option("--dossier", flags->dossier, "where the study's dossier is now, if it has moved");
  command->footer(
      "A file that is there is replaced, and only when the new one is whole. --json prints what the pages read.\n\n"
      "Example:\n  armistice report runs/demo -o report.html --lang zh");
  command->callback([flags, &common] { report(*flags, common); });
}

}  // namespace armistice
