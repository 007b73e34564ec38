// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/shard_file.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/study/isles.h"

namespace armistice {
namespace {

TEST(ShardFile, ComesBackAsItWent) {
  const Range range{7, 45};
  const Sample sample = *Forecaster(isles(), {}, 1).run(range);
  const std::string bytes = pack(range, sample);
  const Shard shard = unpack(bytes);
  EXPECT_EQ(shard.range, range);
  EXPECT_EQ(shard.sample, sample);
  EXPECT_EQ(pack(range, sample), bytes);
}

TEST(ShardFile, RefusesWhatIsNotWhole) {
  const Range range{0, 9};
  const std::string bytes = pack(range, *Forecaster(isles(), {}, 1).run(range));
  EXPECT_THROW(unpack(""), std::runtime_error);
  EXPECT_THROW(unpack("something else altogether"), std::runtime_error);
  for (std::size_t size : {std::size_t{9}, std::size_t{30}, bytes.size() / 2, bytes.size() - 1})
    EXPECT_THROW(unpack(std::string_view(bytes).substr(0, size)), std::runtime_error) << size;
  std::string wide = bytes;
  wide[16] = '\x7f';  // weeks in the head
  EXPECT_THROW(unpack(wide), std::runtime_error);
}

}  // namespace
}  // namespace armistice
