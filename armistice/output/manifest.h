// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "armistice/study/forecast.h"

namespace armistice {

// What a study is a study of. Two runs of one folder agree in all of it but the path, or they do not belong together.
struct StudyKey {
  std::string version;  // of the program
  std::string dossier_id;
  std::string dossier_hash;
  std::string dossier_path;  // absolute; where replay finds the dossier again (not compared: a folder may move)
  std::uint64_t seed = 1;
  std::string off;  // switches that are off, sorted, joined by commas
  bool central = false;
  int weeks = 0;
  int search_every = 0;
  std::string protocol = "text";  // of talk_protocol_names
  std::string set;                // numbers set by hand (model/override.h), sorted by path, joined by commas
};
StudyKey study_key(const Model& model, const Plan& plan);

// The plan that a key remembers.
Plan plan_of(const StudyKey& key);

// The model of the study: the dossier as it is in its folder today, with the key's numbers set by hand and its horizon.
// Compare study_key of it by mismatch before its runs are computed again: the files may have changed. Throws
// std::runtime_error when they have not and the numbers cannot be set all the same.
Model model_of(const StudyKey& key, Dossier dossier);

// The words of key.set, one a number: {"side.A.will=0.5", "war.strikes=1:2:3"}; and as the command line takes them,
// "--set side.A.will=0.5 --set war.strikes=1:2:3", "" for none.
std::vector<std::string> set_words(const StudyKey& key);
std::string set_flags(const StudyKey& key);

// Names of the switches that are off, in the order of the alphabet; and all names with their meanings.
std::string off_list(const Switches& on);
std::vector<std::pair<std::string, std::string>> switch_names();
// The protocol of that name; nothing when there is none.
std::optional<TalkProtocol> talk_protocol(std::string_view name);
// Turns the named switch off; false when there is none of that name.
bool turn_off(Switches& on, std::string_view name);

// Why runs of `asked` do not belong beside those of `kept`, in plain words; "" when they do.
std::string mismatch(const StudyKey& kept, const StudyKey& asked);

// A stored range of runs.
struct ShardLine {
  Range range;
  std::string file;      // relative to the folder
  std::string checksum;  // SHA-256 of the file
};

// The list of what is done in a study folder: manifest.sqlite. Every change is on disk when its call returns. All throw
// std::runtime_error when the disk or the database fails. One process at a time: opening takes the folder's lock.
class Manifest {
 public:
  // Opens the folder's manifest; nothing there: makes it for `key` when given, else throws.
  Manifest(const std::filesystem::path& folder, const std::optional<StudyKey>& key);
  ~Manifest();
  Manifest(const Manifest&) = delete;
  Manifest& operator=(const Manifest&) = delete;

  const StudyKey& key() const;
  std::vector<ShardLine> shards() const;  // in the order of their first run
  void add(const ShardLine& line);
  void remove(Range range);

 private:
  struct Room;
  std::unique_ptr<Room> room_;
};

// The key of a study folder, read without its lock (for replay and readers); nothing when it is no study folder.
std::optional<StudyKey> read_key(const std::filesystem::path& folder);

// The ranges that a study folder holds, in the order of their first run; read like the key.
std::vector<ShardLine> read_shards(const std::filesystem::path& folder);

}  // namespace armistice
