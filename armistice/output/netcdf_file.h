// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace armistice {

// A NetCDF-4 file that is being written: beside its place, and renamed to it by finish(), so that a reader sees a whole
// file or none. Every call throws std::runtime_error, naming the file, when the disk or the library fails; a file that
// was not finished leaves nothing behind.
class NetcdfFile {
 public:
  explicit NetcdfFile(const std::filesystem::path& path);
  ~NetcdfFile();
  NetcdfFile(const NetcdfFile&) = delete;
  NetcdfFile& operator=(const NetcdfFile&) = delete;

  enum class Type { byte, int16, int32, real32, real64, text };
  int dimension(const std::string& name, std::size_t length);
  int variable(const std::string& name, Type type, const std::vector<int>& dimensions);
  static constexpr int global = -1;
  void attribute(int variable, const std::string& name, const std::string& value);
  void attribute(int variable, const std::string& name, double value);
  void attribute(int variable, const std::string& name, std::span<const signed char> values);
  void fill(int variable, signed char value);
  void fill(int variable, short value);

  // Writes a slab: `start` and `count` for each dimension of the variable. The values have the variable's type.
  using Corner = std::vector<std::size_t>;
  void put(int variable, const Corner& start, const Corner& count, const signed char* values);
  void put(int variable, const Corner& start, const Corner& count, const short* values);
  void put(int variable, const Corner& start, const Corner& count, const int* values);
  void put(int variable, const Corner& start, const Corner& count, const float* values);
  void put(int variable, const Corner& start, const Corner& count, const double* values);
  void put(int variable, const std::vector<std::string>& values);  // a whole one-dimensional variable of text

  void finish();

 private:
  struct Room;
  std::unique_ptr<Room> room_;
};

}  // namespace armistice
