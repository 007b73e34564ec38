// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/manifest.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <stdexcept>

namespace armistice {
namespace fs = std::filesystem;
namespace {

constexpr const char* format = "1";

// A connection that throws in words.
class Database {
 public:
  Database(const fs::path& path, int flags) : path_(path) {
    if (sqlite3_open_v2(path.c_str(), &db_, flags, nullptr) != SQLITE_OK) {
      const std::string why = db_ != nullptr ? sqlite3_errmsg(db_) : "out of memory";
      sqlite3_close(db_);
      throw std::runtime_error(fmt::format("{}: {}", path.string(), why));
    }
    sqlite3_extended_result_codes(db_, 1);
    sqlite3_busy_timeout(db_, 5000);
  }
  ~Database() { sqlite3_close(db_); }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  using Row = std::vector<std::string>;
  std::vector<Row> ask(const char* sql, const Row& given = {}) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(db_, sql, -1, &statement, nullptr) != SQLITE_OK) fail();
    const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> owner(statement, &sqlite3_finalize);
    for (std::size_t i = 0; i < given.size(); ++i)
      if (sqlite3_bind_text(statement, static_cast<int>(i) + 1, given[i].data(), static_cast<int>(given[i].size()),
                            SQLITE_STATIC) != SQLITE_OK)
        fail();
    std::vector<Row> rows;
    int step = 0;
    while ((step = sqlite3_step(statement)) == SQLITE_ROW) {
      Row row;
      for (int c = 0; c < sqlite3_column_count(statement); ++c) {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, c));
        row.emplace_back(text != nullptr ? text : "");
      }
      rows.push_back(std::move(row));
    }
    if (step != SQLITE_DONE) fail();
    return rows;
  }

 private:
  [[noreturn]] void fail() const {
    throw std::runtime_error(fmt::format("{}: {}", path_.string(), sqlite3_errmsg(db_)));
  }
  fs::path path_;
  sqlite3* db_ = nullptr;
};

// One process writes in a folder. The lock dies with its process, also by kill -9.
class FolderLock {
 public:
  explicit FolderLock(const fs::path& folder) {
    const fs::path path = folder / ".lock";
    file_ = ::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0644);
    if (file_ < 0) throw std::runtime_error(fmt::format("{}: {}", path.string(), std::strerror(errno)));
    if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
      ::close(file_);
      throw std::runtime_error(fmt::format("{}: another process is writing this study", folder.string()));
    }
  }
  ~FolderLock() { ::close(file_); }
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int file_ = -1;
};

using Pairs = std::vector<std::pair<std::string, std::string>>;

Pairs written(const StudyKey& key) {
  Pairs pairs{{"format", format},
              {"version", key.version},
              {"dossier", key.dossier_id},
              {"hash", key.dossier_hash},
              {"path", key.dossier_path},
              {"seed", std::to_string(key.seed)},
              {"off", key.off},
              {"central", key.central ? "1" : "0"},
              {"weeks", std::to_string(key.weeks)},
              {"search_every", std::to_string(key.search_every)},
              {"protocol", key.protocol}};
  if (!key.set.empty()) pairs.emplace_back("set", key.set);
  return pairs;
}

// A whole number of the manifest; std::stoull would take "x" for an error of its own and "-1" for a large number.
template <class N>
N whole(const std::string& text) {
  N number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size())
    throw std::runtime_error(fmt::format("manifest.sqlite is damaged: \"{}\" stands for a number", text));
  return number;
}

std::optional<StudyKey> stored_key(Database& db) {
  std::map<std::string, std::string> pairs;
  for (const auto& row : db.ask("SELECT name, value FROM study")) pairs[row[0]] = row[1];
  if (pairs.empty()) return std::nullopt;
  if (pairs["format"] != format) throw std::runtime_error("the study folder is of another format");
  return StudyKey{.version = pairs["version"],
                  .dossier_id = pairs["dossier"],
                  .dossier_hash = pairs["hash"],
                  .dossier_path = pairs["path"],
                  .seed = whole<std::uint64_t>(pairs["seed"]),
                  .off = pairs["off"],
                  .central = pairs["central"] == "1",
                  .weeks = whole<int>(pairs["weeks"]),
                  .search_every = whole<int>(pairs["search_every"]),
                  .protocol = pairs["protocol"].empty() ? "text" : pairs["protocol"],
                  .set = pairs["set"]};
}

std::vector<ShardLine> stored_shards(Database& db) {
  std::vector<ShardLine> lines;
  for (const auto& row : db.ask("SELECT first, count, file, checksum FROM shard ORDER BY first"))
    lines.push_back({{whole<std::uint32_t>(row[0]), whole<std::uint32_t>(row[1])}, row[2], row[3]});
  return lines;
}

}  // namespace

struct Manifest::Room {
  explicit Room(const fs::path& folder)
      : lock(folder), db(folder / "manifest.sqlite", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) {}
  FolderLock lock;
  Database db;
  StudyKey key;
};

Manifest::Manifest(const fs::path& folder, const std::optional<StudyKey>& key) {
  if (!key && !fs::exists(folder / "manifest.sqlite"))
    throw std::runtime_error(fmt::format("{} is not a study folder: no manifest.sqlite in it", folder.string()));
  std::error_code failed;
  fs::create_directories(folder / "shards", failed);
  if (failed) throw std::runtime_error(fmt::format("{}: {}", folder.string(), failed.message()));
  room_ = std::make_unique<Room>(folder);
  Database& db = room_->db;
  db.ask("PRAGMA synchronous = FULL");
  db.ask("BEGIN IMMEDIATE");
  db.ask("CREATE TABLE IF NOT EXISTS study(name TEXT PRIMARY KEY, value TEXT NOT NULL)");
  db.ask(
      "CREATE TABLE IF NOT EXISTS shard(first INTEGER PRIMARY KEY, count INTEGER NOT NULL, file TEXT NOT NULL, "
      "checksum TEXT NOT NULL)");
  if (key && !stored_key(db))
    for (const auto& [name, value] : written(*key)) db.ask("INSERT INTO study VALUES (?, ?)", {name, value});
  db.ask("COMMIT");
  const auto kept = stored_key(db);
  if (!kept) throw std::runtime_error(fmt::format("{}: the manifest is empty", folder.string()));
  room_->key = *kept;
}

Manifest::~Manifest() = default;

const StudyKey& Manifest::key() const { return room_->key; }

std::vector<ShardLine> Manifest::shards() const { return stored_shards(room_->db); }

void Manifest::add(const ShardLine& line) {
  room_->db.ask("INSERT OR REPLACE INTO shard VALUES (CAST(? AS INTEGER), CAST(? AS INTEGER), ?, ?)",
                {std::to_string(line.range.first), std::to_string(line.range.count), line.file, line.checksum});
}

void Manifest::remove(Range range) {
  room_->db.ask("DELETE FROM shard WHERE first = CAST(? AS INTEGER)", {std::to_string(range.first)});
}

std::optional<StudyKey> read_key(const fs::path& folder) {
  const fs::path path = folder / "manifest.sqlite";
  if (!fs::exists(path)) return std::nullopt;
  Database db(path, SQLITE_OPEN_READONLY);
  return stored_key(db);
}

std::vector<ShardLine> read_shards(const fs::path& folder) {
  Database db(folder / "manifest.sqlite", SQLITE_OPEN_READONLY);
  return stored_shards(db);
}

}  // namespace armistice
