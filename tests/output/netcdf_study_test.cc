// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/netcdf_study.h"

#include <gtest/gtest.h>
#include <netcdf.h>

#include <stdexcept>

#include "armistice/output/assemble.h"
#include "tests/output/temporary.h"
#include "tests/study/isles.h"

namespace armistice {
namespace {

// A NetCDF file as another program would read it.
class Reader {
 public:
  explicit Reader(const std::filesystem::path& path) { must(nc_open(path.c_str(), NC_NOWRITE, &file_)); }
  ~Reader() { nc_close(file_); }
  std::size_t length(const char* name) {
    int id = -1;
    std::size_t n = 0;
    must(nc_inq_dimid(file_, name, &id));
    must(nc_inq_dimlen(file_, id, &n));
    return n;
  }
  std::vector<double> numbers(const char* name, std::size_t count) {
    std::vector<double> values(count);
    must(nc_get_var_double(file_, id(name), values.data()));
    return values;
  }
  std::vector<std::string> texts(const char* name, std::size_t count) {
    std::vector<char*> raw(count);
    must(nc_get_var_string(file_, id(name), raw.data()));
    std::vector<std::string> values(raw.begin(), raw.end());
    must(nc_free_string(count, raw.data()));
    return values;
  }
  std::string attribute(const char* name) {
    std::size_t size = 0;
    must(nc_inq_attlen(file_, NC_GLOBAL, name, &size));
    std::string value(size, '\0');
    must(nc_get_att_text(file_, NC_GLOBAL, name, value.data()));
    return value;
  }

 private:
  int id(const char* name) {
    int found = -1;
    must(nc_inq_varid(file_, name, &found));
    return found;
  }
  static void must(int status) {
    if (status != NC_NOERR) throw std::runtime_error(nc_strerror(status));
  }
  int file_ = -1;
};

constexpr std::uint32_t runs = 150;

class NetcdfStudy : public testing::Test {
 protected:
  NetcdfStudy() {
    Manifest manifest(folder.path(), study_key(isles(), {}));
    run_study(folder.path(), manifest, isles(), {}, {runs, 64, 2});
    summary = assemble(folder.path(), manifest, isles(), {});
  }
  Temporary folder;
  Summary summary;
};

TEST_F(NetcdfStudy, DrawsHoldTheOutcomesAndDraws) {
  Reader file(folder / "draws.nc");
  const Outcomes o = Forecaster(isles(), {}, 1).run({0, runs})->outcomes;
  EXPECT_EQ(file.length("run"), runs);
  EXPECT_EQ(file.numbers("ending", runs), std::vector<double>(o.ending.begin(), o.ending.end()));
  EXPECT_EQ(file.numbers("week", runs), std::vector<double>(o.week.begin(), o.week.end()));
  EXPECT_EQ(file.numbers("deal_week", runs), std::vector<double>(o.deal_week.begin(), o.deal_week.end()));
  EXPECT_EQ(file.numbers("front", runs), std::vector<double>(o.front.begin(), o.front.end()));
  const auto issues = static_cast<std::size_t>(o.issues);
  const auto deal = file.numbers("deal", runs * issues);
  for (std::size_t i = 0; i < deal.size(); ++i) EXPECT_EQ(deal[i], o.deal[i] == no_deal ? -1 : o.deal[i]);

  const auto& knobs = isles().dossier.knobs;
  const auto names = file.texts("knob", file.length("knob"));
  const auto draws = file.numbers("draw", runs * names.size());
  const auto draw = draw_of(isles(), {}, 149);
  std::size_t column = 0;
  for (std::size_t k = 0; k < knobs.size(); ++k) {
    if (knobs[k].shape == Shape::fixed) continue;
    ASSERT_LT(column, names.size());
    EXPECT_EQ(names[column], knobs[k].path);
    EXPECT_EQ(draws[149 * names.size() + column], draw[k]) << knobs[k].path;
    ++column;
  }
  EXPECT_EQ(column, names.size());
}

TEST_F(NetcdfStudy, FilesSayHowTheyWereMade) {
  for (const char* name : {"draws.nc", "series.nc"}) {
    Reader file(folder / name);
    EXPECT_EQ(file.attribute("dossier"), "isles");
    EXPECT_EQ(file.attribute("dossier_hash"), isles().dossier.hash);
    EXPECT_EQ(file.attribute("seed"), "1");
    EXPECT_EQ(file.attribute("command"), "armistice forecast isles -n 150 --seed 1");
    EXPECT_EQ(file.attribute("handling"), isles().dossier.handling);
    EXPECT_EQ(file.attribute("Conventions"), "CF-1.8");
    EXPECT_FALSE(file.attribute("version").empty());
  }
}

TEST_F(NetcdfStudy, SeriesHoldQuantilesAndTheFirstRuns) {
  Reader file(folder / "series.nc");
  const std::size_t weeks = file.length("week"), kinds = file.length("series"), stored = file.length("stored");
  EXPECT_EQ(weeks, static_cast<std::size_t>(isles().weeks) + 1);
  EXPECT_EQ(stored, static_cast<std::size_t>(stored_runs));
  EXPECT_EQ(file.texts("series", kinds)[0], "front");
  const auto value = file.numbers("value", weeks * kinds * 5), path = file.numbers("path", stored * weeks * kinds);
  for (std::size_t w = 0; w < weeks; ++w)
    for (std::size_t q = 0; q < 5; ++q) EXPECT_EQ(value[w * kinds * 5 + q], summary.series[0].quantile[w][q]);
  // The first week of the first stored run is what the simulator starts with.
  double front = -1;
  Simulator(isles(), {}).run(0, 1, [&](const WeekSeen& seen) {
    if (seen.week == 0) front = static_cast<double>(lane(seen.state.front, 0));
  });
  EXPECT_EQ(path[0], front);
}

TEST(NetcdfFile, FailsInWordsAndLeavesNothing) {
  Temporary t;
  EXPECT_THROW(NetcdfFile(t / "no/such/folder.nc"), std::runtime_error);
  { NetcdfFile file(t / "unfinished.nc"); }
  EXPECT_TRUE(std::filesystem::is_empty(t.path()));
}

}  // namespace
}  // namespace armistice
