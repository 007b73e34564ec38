// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdlib>

#include <filesystem>
#include <stdexcept>
#include <string>

namespace armistice {

// A summary.json without the time at which it was written: all the rest must not differ. (No std::regex: GCC 12 warns
// inside it when it builds for the sanitizers.)
inline std::string without_time(std::string summary) {
  const std::string key = "\"time\": \"";
  const std::size_t time = summary.find(key);
  if (time == std::string::npos) throw std::runtime_error("no time in the summary");
  return summary.erase(time, summary.find('"', time + key.size()) + 1 - time);
}

// A folder that goes when the test ends.
class Temporary {
 public:
  Temporary() {
    std::string name = (std::filesystem::temp_directory_path() / "armistice-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  ~Temporary() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace armistice
