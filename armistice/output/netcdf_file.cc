// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/netcdf_file.h"

#include <fcntl.h>
#include <netcdf.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace armistice {
namespace fs = std::filesystem;

struct NetcdfFile::Room {
  fs::path path, beside;
  int file = -1;
  bool open = false;

  void must(int status) const {
    if (status != NC_NOERR) throw std::runtime_error(fmt::format("{}: {}", path.string(), nc_strerror(status)));
  }
  void must_system(bool done) const {
    if (!done) throw std::runtime_error(fmt::format("{}: {}", path.string(), std::strerror(errno)));
  }
};

NetcdfFile::NetcdfFile(const fs::path& path) : room_(std::make_unique<Room>()) {
  room_->path = path;
  room_->beside = path;
  room_->beside += ".part";
  room_->must(nc_create(room_->beside.c_str(), NC_NETCDF4 | NC_CLOBBER, &room_->file));
  room_->open = true;
}

NetcdfFile::~NetcdfFile() {
  if (room_->open) nc_close(room_->file);
  std::error_code ignored;
  fs::remove(room_->beside, ignored);
}

int NetcdfFile::dimension(const std::string& name, std::size_t length) {
  int id = -1;
  room_->must(nc_def_dim(room_->file, name.c_str(), length, &id));
  return id;
}

int NetcdfFile::variable(const std::string& name, Type type, const std::vector<int>& dimensions) {
  static constexpr std::array<nc_type, 6> types{NC_BYTE, NC_SHORT, NC_INT, NC_FLOAT, NC_DOUBLE, NC_STRING};
  int id = -1;
  room_->must(nc_def_var(room_->file, name.c_str(), types[static_cast<std::size_t>(type)],
                         static_cast<int>(dimensions.size()), dimensions.data(), &id));
  return id;
}

static_assert(NetcdfFile::global == NC_GLOBAL);

void NetcdfFile::attribute(int variable, const std::string& name, const std::string& value) {
  room_->must(nc_put_att_text(room_->file, variable, name.c_str(), value.size(), value.c_str()));
}
void NetcdfFile::attribute(int variable, const std::string& name, double value) {
  room_->must(nc_put_att_double(room_->file, variable, name.c_str(), NC_DOUBLE, 1, &value));
}
void NetcdfFile::attribute(int variable, const std::string& name, std::span<const signed char> values) {
  room_->must(nc_put_att_schar(room_->file, variable, name.c_str(), NC_BYTE, values.size(), values.data()));
}
void NetcdfFile::fill(int variable, signed char value) {
  room_->must(nc_def_var_fill(room_->file, variable, NC_FILL, &value));
}
void NetcdfFile::fill(int variable, short value) {
  room_->must(nc_def_var_fill(room_->file, variable, NC_FILL, &value));
}

void NetcdfFile::put(int variable, const Corner& start, const Corner& count, const signed char* values) {
  room_->must(nc_put_vara_schar(room_->file, variable, start.data(), count.data(), values));
}
void NetcdfFile::put(int variable, const Corner& start, const Corner& count, const short* values) {
  room_->must(nc_put_vara_short(room_->file, variable, start.data(), count.data(), values));
}
void NetcdfFile::put(int variable, const Corner& start, const Corner& count, const int* values) {
  room_->must(nc_put_vara_int(room_->file, variable, start.data(), count.data(), values));
}
void NetcdfFile::put(int variable, const Corner& start, const Corner& count, const float* values) {
  room_->must(nc_put_vara_float(room_->file, variable, start.data(), count.data(), values));
}
void NetcdfFile::put(int variable, const Corner& start, const Corner& count, const double* values) {
  room_->must(nc_put_vara_double(room_->file, variable, start.data(), count.data(), values));
}
void NetcdfFile::put(int variable, const std::vector<std::string>& values) {
  std::vector<const char*> texts;
  for (const std::string& value : values) texts.push_back(value.c_str());
  if (!texts.empty()) room_->must(nc_put_var_string(room_->file, variable, texts.data()));
}

void NetcdfFile::finish() {
  room_->open = false;
  room_->must(nc_close(room_->file));
  const int file = ::open(room_->beside.c_str(), O_RDONLY | O_CLOEXEC);
  room_->must_system(file >= 0);
  const bool synced = ::fsync(file) == 0;
  ::close(file);
  room_->must_system(synced);
  room_->must_system(::rename(room_->beside.c_str(), room_->path.c_str()) == 0);
}

}  // namespace armistice
