// SPDX-License-Identifier: Apache-2.0
#include "armistice/output/domain_export.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>

#include "armistice/base/file.h"
#include "tests/output/temporary.h"

namespace armistice {
namespace {

// Two issues, two parties; cells by party.
Domain small(std::vector<double> utility, std::vector<double> reservation = {0.25, 0}) {
  Domain domain;
  domain.name = "fair";
  domain.reading = "genius";
  domain.issues = {{"Stall & place", {"gate", "\"old\" <well>", "河边, 南"}}, {"Days", {"1", "2"}}};
  domain.parties.resize(2);
  domain.parties[0].name = "anna", domain.parties[0].file = "anna.xml";
  domain.parties[1].name = "bert", domain.parties[1].file = "bert.xml";
  domain.space.parties = 2;
  domain.space.options = {3, 2};
  domain.space.utility = std::move(utility);
  domain.space.constant = {0, 0};
  domain.space.reservation = std::move(reservation);
  domain.space.cap = 1;
  return domain;
}

const std::vector<double> plain = {0.75, 0.3, 0, 0.125, 0.25, 0.1, 0.2, 0.5, 0.5, 0};

Domain read_back(const std::filesystem::path& folder) {
  Problems problems;
  const auto domain = read_domain({folder}, {}, problems);
  EXPECT_EQ(show(problems), "");
  return domain.value_or(Domain{});
}

void expect_same(const Domain& a, const Domain& b) {
  ASSERT_EQ(a.space.options, b.space.options);
  ASSERT_EQ(a.parties.size(), b.parties.size());
  for (std::size_t k = 0; k < a.issues.size(); ++k) {
    EXPECT_EQ(a.issues[k].name, b.issues[k].name);
    EXPECT_EQ(a.issues[k].options, b.issues[k].options);
  }
  for (int p = 0; p < a.space.parties; ++p) {
    const auto at = static_cast<std::size_t>(p);
    EXPECT_NEAR(a.space.reservation[at], b.space.reservation[at], 1e-12);
    EXPECT_EQ(a.parties[at].discount, b.parties[at].discount);
    for (std::uint64_t n = 0; n < package_count(a.space); ++n)
      EXPECT_NEAR(utility_of(a.space, p, package_of(a.space, n)), utility_of(b.space, p, package_of(b.space, n)), 1e-12)
          << p << " " << n;
  }
}

TEST(DomainExport, GeniusComesBackTheSame) {
  const Temporary t;
  Domain domain = small(plain);
  domain.parties[1].discount = 0.8;
  ASSERT_EQ(show(cannot_hold(domain, DomainFormat::genius)), "");
  EXPECT_EQ(write_domain(domain, DomainFormat::genius, t / "out"),
            (std::vector<std::string>{"fair.xml", "anna.xml", "bert.xml"}));
  const Domain back = read_back(t / "out");
  expect_same(domain, back);
  EXPECT_EQ(back.parties[0].name, "anna");
}

TEST(DomainExport, GeniusWebComesBackTheSame) {
  const Temporary t;
  const Domain domain = small(plain, {0.55, 0});  // what "old" <well> for 2 days gives anna
  ASSERT_EQ(show(cannot_hold(domain, DomainFormat::geniusweb)), "");
  write_domain(domain, DomainFormat::geniusweb, t / "out");
  const Domain back = read_back(t / "out");
  expect_same(domain, back);
  EXPECT_EQ(back.parties[0].notes, std::vector<std::string>{}) << "weights sum to 1";
}

TEST(DomainExport, ConstantsAndNegativeCellsMove) {
  const Temporary t;
  Domain domain = small({0.2, -0.1, 0, 0.3, 0.4, 0, 0, 0, 0, 0});  // bert cares for nothing
  domain.space.constant = {0.1, 0.25};
  for (const DomainFormat format : {DomainFormat::genius, DomainFormat::geniusweb}) {
    domain.space.reservation = {0.3, 0};
    ASSERT_EQ(show(cannot_hold(domain, format)), "");
    const auto folder = t / (format == DomainFormat::genius ? "genius" : "web");
    write_domain(domain, format, folder);
    expect_same(domain, read_back(folder));
  }
}

TEST(DomainExport, RandomSpacesComeBack) {
  std::mt19937 random(1);  // few of them: every file is synced to the disk
  for (int round = 0; round < 12; ++round) {
    std::vector<double> utility;
    for (int cell = 0; cell < 10; ++cell) utility.push_back(static_cast<double>(random() % 5001) / 10001.0);
    const Temporary t;
    const Domain domain = small(utility, {0, 0});
    for (const DomainFormat format : {DomainFormat::genius, DomainFormat::geniusweb}) {
      ASSERT_TRUE(cannot_hold(domain, format).empty());
      const auto folder = t / (format == DomainFormat::genius ? "genius" : "web");
      write_domain(domain, format, folder);
      expect_same(domain, read_back(folder));
    }
  }
}

TEST(DomainExport, SaysWhatAFormatCannotHold) {
  Domain domain = small(plain);
  domain.space.utility[0] = 0.9;
  domain.space.utility[5] = -0.2;
  domain.parties[1].discount = 0.5;
  domain.space.interactions = {{0, {{0, 1}, {1, 1}}, 0.1}};
  domain.space.implications = {{{{0, 0}}, {}}};
  domain.space.cap = std::numeric_limits<double>::infinity();
  EXPECT_EQ(show(cannot_hold(domain, DomainFormat::genius)),
            "anna.xml: GENIUS cannot hold utilities above 1 (1.15)\n"
            "bert.xml: GENIUS cannot hold utilities below 0 (-0.2)\n"
            "fair: GENIUS cannot hold interactions of clauses: utilities there are sums over issues\n"
            "fair: GENIUS cannot hold constraints\n4 problems\n");
  domain = small(plain);
  domain.parties[1].discount = 0.5;
  domain.space.reservation[0] = 0.26;
  EXPECT_EQ(
      show(cannot_hold(domain, DomainFormat::geniusweb)),
      "anna.xml: GeniusWeb tells what a party has without a deal by a package, and none is found of utility 0.26\n"
      "  --reservation anna=0 leaves it out\n"
      "bert.xml: GeniusWeb cannot hold a discount\n  --time T writes the utilities of one moment\n2 problems\n");
}

TEST(DomainExport, PartiesKeepTheirOrder) {
  const Temporary t;
  Domain domain = small(plain);
  std::swap(domain.parties[0], domain.parties[1]);
  EXPECT_EQ(write_domain(domain, DomainFormat::genius, t / "out"),
            (std::vector<std::string>{"fair.xml", "party1-bert.xml", "party2-anna.xml"}));
  expect_same(domain, read_back(t / "out"));
}

TEST(DomainExport, NothingIsOverwritten) {
  const Temporary t;
  std::filesystem::create_directory(t / "out");
  std::ofstream(t / "out/mine.txt") << "mine\n";
  try {
    write_domain(small(plain), DomainFormat::genius, t / "out");
    FAIL() << "it wrote";
  } catch (const std::runtime_error& e) {
    EXPECT_EQ(std::string(e.what()),
              (t / "out").string() + " is there already and not an empty folder: nothing written");
  }
  EXPECT_THROW(write_domain(small(plain), DomainFormat::genius, "/proc/no-such-place/x"), std::exception);
  std::size_t left = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(t.path())) ++left;
  EXPECT_EQ(left, 1u);
}

TEST(DomainExport, PackagesAsCsv) {
  const Temporary t;
  Domain domain = small(plain);
  domain.space.implications = {{{{0, 2}, {1, 1}}, {}}};  // forbids the last package
  Frontier pareto;
  pareto.utility = {{1, 0.1}, {0.55, 0.2}};
  Provenance made;
  made.version = "1";
  made.command = "armistice deals x";
  write_packages_csv(domain, pareto, made, t / "all.csv");
  EXPECT_EQ(read_file(t / "all.csv"),
            "# armistice 1 \u00B7 armistice deals x\n"
            "number,Stall & place,Days,anna,bert,rational,pareto\n"
            "0,gate,1,0.875,0.6,1,0\n"
            "1,gate,2,1,0.1,1,1\n"
            "2,\"\"\"old\"\" <well>\",1,0.425,0.7,1,0\n"
            "3,\"\"\"old\"\" <well>\",2,0.55,0.2,1,1\n"
            "4,\"河边, 南\",1,0.125,1,0,0\n");
  EXPECT_THROW(write_packages_csv(domain, pareto, made, t / "none/all.csv"), std::runtime_error);
  write_packages_csv(domain, pareto, made, t / "all.csv");  // a plain file is replaced
  std::filesystem::create_symlink("all.csv", t / "link.csv");
  try {
    write_packages_csv(domain, pareto, made, t / "link.csv");
    ADD_FAILURE() << "a link was replaced";
  } catch (const std::runtime_error& e) {
    EXPECT_EQ(e.what(), (t / "link.csv").string() + " is there already and not a plain file: nothing written");
  }
  EXPECT_TRUE(std::filesystem::is_symlink(t / "link.csv"));
}

}  // namespace
}  // namespace armistice
