// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/shard_file.h"

#include <zlib.h>

#include <bit>
#include <cstring>
#include <stdexcept>
#include <type_traits>

namespace armistice {
namespace {

static_assert(std::endian::native == std::endian::little, "shard files are little-endian");
constexpr std::string_view magic = "ARMSHRD1";

// Deflate at its fastest level: a shard is written once and is mostly zeros.
constexpr int deflate_level = 1;

struct Head {
  std::uint32_t first, count;
  std::int32_t weeks, series, issues, parties;
  std::uint64_t payload;  // bytes before deflating
};
static_assert(std::has_unique_object_representations_v<Head>);

template <class T>
void put(std::string& to, const std::vector<T>& column) {
  to.append(reinterpret_cast<const char*>(column.data()), column.size() * sizeof(T));
}

template <class O, class F>
void columns(O& o, F f) {
  f(o.ending), f(o.week), f(o.deal_week), f(o.ceasefires_broken), f(o.zone_weeks), f(o.searched_weeks), f(o.meetings);
  f(o.refusals), f(o.front), f(o.deal);
}

[[noreturn]] void damaged(const char* why) { throw std::runtime_error(fmt::format("damaged shard: {}", why)); }

class Taker {
 public:
  explicit Taker(std::string_view from) : from_(from) {}
  void take(void* to, std::size_t bytes) {
    if (from_.size() < bytes) damaged("too short");
    std::memcpy(to, from_.data(), bytes);
    from_.remove_prefix(bytes);
  }
  template <class T>
  void operator()(std::vector<T>& column) {
    take(column.data(), column.size() * sizeof(T));
  }
  std::string_view rest() const { return from_; }

 private:
  std::string_view from_;
};

std::string inflated(std::string_view from, std::uint64_t size) {
  std::string bytes(size, '\0');
  uLongf got = size;
  const int done = uncompress(reinterpret_cast<Bytef*>(bytes.data()), &got, reinterpret_cast<const Bytef*>(from.data()),
                              from.size());
  if (done != Z_OK || got != size) damaged("it cannot be inflated");
  return bytes;
}

}  // namespace

std::string pack(Range range, const Sample& sample) {
  std::string payload;
  sums(sample.tally, [&](const std::int64_t& n) { payload.append(reinterpret_cast<const char*>(&n), sizeof n); });
  counts(sample.tally, [&](const auto& column) { put(payload, column); });
  columns(sample.outcomes, [&](const auto& column) { put(payload, column); });

  const TallyShape& shape = sample.tally.shape;
  const Head head{range.first, range.count, shape.weeks, shape.series, shape.issues, shape.parties, payload.size()};
  uLongf size = compressBound(payload.size());
  std::string bytes(magic);
  bytes.append(reinterpret_cast<const char*>(&head), sizeof head);
  const std::size_t front = bytes.size();
  bytes.resize(front + size);
  const int done = compress2(reinterpret_cast<Bytef*>(bytes.data() + front), &size,
                             reinterpret_cast<const Bytef*>(payload.data()), payload.size(), deflate_level);
  if (done != Z_OK) throw std::runtime_error("a shard cannot be deflated: out of memory");
  bytes.resize(front + size);
  return bytes;
}

Shard unpack(std::string_view bytes) {
  if (!bytes.starts_with(magic)) damaged("not a shard of this format");
  Taker whole(bytes.substr(magic.size()));
  Head head{};
  whole.take(&head, sizeof head);
  const auto within = [](std::int32_t n, std::int32_t most) { return n >= 0 && n <= most; };
  if (!within(head.weeks, 10000) || !within(head.series, 1000) || !within(head.issues, most_issues) ||
      !within(head.parties, most_parties))
    damaged("impossible shape");
  Shard shard{{head.first, head.count}, {}};
  shard.sample.tally = empty_tally({head.weeks, head.series, head.issues, head.parties});
  shard.sample.outcomes = empty_outcomes(head.count, head.issues);

  std::uint64_t expected = 0;
  sums(shard.sample.tally, [&](std::int64_t&) { expected += sizeof(std::int64_t); });
  const auto measure = [&](const auto& column) { expected += column.size() * sizeof(column[0]); };
  counts(shard.sample.tally, measure);
  columns(shard.sample.outcomes, measure);
  if (head.payload != expected) damaged("its length does not fit its shape");

  const std::string payload = inflated(whole.rest(), head.payload);
  Taker take(payload);
  sums(shard.sample.tally, [&](std::int64_t& n) { take.take(&n, sizeof n); });
  counts(shard.sample.tally, [&](auto& column) { take(column); });
  columns(shard.sample.outcomes, [&](auto& column) { take(column); });
  return shard;
}

}  // namespace armistice
