// Clusters by hand, against every other partition, and against the hospital stars.
#include "quindex/diagnose/clusters.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

#include "diagnose/support.hpp"
#include "golden/support.hpp"

namespace {

using namespace diagnosed;
namespace dx = quindex::diagnose;
using dx::linkage;

const qx::table line = table_of({"x"}, {{0, 1, 3, 7, 8}});

std::vector<double> heights(const dx::hierarchy& h) {
  std::vector<double> out;
  for (const auto& j : h.joinings) out.push_back(j.height);
  return out;
}

void expect_heights(linkage how, const std::vector<double>& expected) {
  const auto found = dx::cluster_hierarchy(line, {.linkage = how, .standardise = false});
  ASSERT_EQ(found.joinings.size(), expected.size());
  for (std::size_t k = 0; k < expected.size(); ++k) EXPECT_NEAR(heights(found)[k], expected[k], 1e-12) << k;
}

TEST(Hierarchy, joins_at_the_heights_of_its_linkage) {
  // 0 1 3 7 8: {0 1} and {7 8} at 1, then 3 to {0 1}, then both.
  expect_heights(linkage::single, {1, 1, 2, 4});
  expect_heights(linkage::complete, {1, 1, 3, 8});
  expect_heights(linkage::average, {1, 1, 2.5, 37.0 / 6});
  expect_heights(linkage::weighted, {1, 1, 2.5, (7 + 4.5) / 2});
  // Ward: √(2 na nb / (na + nb)) times the distance of the means: √(4/3) 2.5, and √(12/5) (7.5 − 4/3).
  expect_heights(linkage::ward, {1, 1, std::sqrt(4.0 / 3) * 2.5, std::sqrt(12.0 / 5) * (7.5 - 4.0 / 3)});
}

TEST(Hierarchy, joins_the_earliest_of_equally_near_units) {
  const auto found =
      dx::cluster_hierarchy(table_of({"x"}, {{0, 1, 2, 3}}), {.linkage = linkage::complete, .standardise = false});
  EXPECT_EQ(found.joinings[0].first, 0U);
  EXPECT_EQ(found.joinings[0].second, 1U);
  EXPECT_EQ(found.joinings[1].first, 2U);
  EXPECT_EQ(found.groups(2), (std::vector<int>{1, 1, 2, 2}));
  EXPECT_EQ(found.groups(4), (std::vector<int>{1, 2, 3, 4}));
  EXPECT_EQ(found.leaf_order(), (std::vector<std::size_t>{0, 1, 2, 3}));
  EXPECT_EQ(refused<qx::spec_error>([&] { (void)found.groups(5); }), "groups: found 5; give from 1 to 4 groups");
}

TEST(Hierarchy, agrees_with_a_search_of_all_pairs_of_groups) {
  // Average linkage from its definition, on 23 countries.
  const qx::table data = tai();
  const auto found = dx::cluster_hierarchy(
      data, {.linkage = linkage::average, .distance = dx::distance::manhattan, .standardise = false});
  const qx::matrix x = data.values();
  std::vector<std::vector<Eigen::Index>> groups;
  for (Eigen::Index i = 0; i < x.rows(); ++i) groups.push_back({i});
  for (const auto& joining : found.joinings) {
    double best = std::numeric_limits<double>::infinity();
    std::size_t a = 0, b = 0;
    for (std::size_t i = 0; i < groups.size(); ++i)
      for (std::size_t j = i + 1; j < groups.size(); ++j) {
        double sum = 0;
        for (const auto p : groups[i])
          for (const auto q : groups[j]) sum += (x.row(p) - x.row(q)).cwiseAbs().sum();
        sum /= static_cast<double>(groups[i].size() * groups[j].size());
        if (sum < best) best = sum, a = i, b = j;
      }
    EXPECT_NEAR(joining.height, best, 1e-9);
    groups[a].insert(groups[a].end(), groups[b].begin(), groups[b].end());
    groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(b));
  }
}

TEST(Hierarchy, refuses_what_it_cannot_join) {
  EXPECT_EQ(refused<qx::data_error>([] {
              (void)dx::cluster_hierarchy(table_of({"x"}, {{1, gap}}));
            }),
            "cluster_hierarchy.x.u2: the value is missing; fill the gaps, or leave the unit out");
  EXPECT_EQ(
      refused<qx::data_error>([] { (void)dx::cluster_hierarchy(table_of({"x"}, {{1}}), {.standardise = false}); }),
      "cluster_hierarchy: there are 1 units; give from 2 to 20000");
  EXPECT_EQ(refused<qx::data_error>([] {
              (void)dx::cluster_hierarchy(table_of({"x"}, {{1, 1}}));
            }),
            "cluster_hierarchy.x: every value on the rows used is 1; leave the column out");
  EXPECT_EQ(refused<qx::spec_error>([] { (void)dx::cluster_hierarchy(line, {.distance = dx::distance::manhattan}); }),
            "cluster_hierarchy.distance: ward adds up squares of euclidean distances; use the euclidean distance, or "
            "another linkage");
}

TEST(Column_clusters, are_the_best_of_all_cuts) {
  const std::vector<double> x{2.5, 9, 1, 1, 4, gap, 10, 7.5, 3, 2, 14, 9};
  std::vector<double> sorted;
  for (const double v : x)
    if (!qx::is_missing(v)) sorted.push_back(v);
  std::sort(sorted.begin(), sorted.end());
  const auto cost = [&](std::size_t from, std::size_t to) {
    double mean = 0, sum = 0;
    for (std::size_t i = from; i < to; ++i) mean += sorted[i] / static_cast<double>(to - from);
    for (std::size_t i = from; i < to; ++i) sum += (sorted[i] - mean) * (sorted[i] - mean);
    return sum;
  };
  double best = std::numeric_limits<double>::infinity();
  for (std::size_t a = 1; a < sorted.size(); ++a)
    for (std::size_t b = a + 1; b < sorted.size(); ++b)
      best = std::min(best, cost(0, a) + cost(a, b) + cost(b, sorted.size()));
  const auto found = dx::cluster_column(x, 3);
  EXPECT_NEAR(found.within, best, 1e-12);
  EXPECT_EQ(found.groups[5], 0) << "missing";
  EXPECT_EQ(found.groups[2], 1);
  EXPECT_EQ(found.groups[10], 3);
  EXPECT_NEAR(found.explained, 1 - best / cost(0, sorted.size()), 1e-12);
}

TEST(Column_clusters, never_part_equal_values_and_say_when_there_are_too_few) {
  const auto found = dx::cluster_column(std::vector<double>{1, 1, 1, 1, 5, 5}, 2);
  EXPECT_EQ(found.groups, (std::vector<int>{1, 1, 1, 1, 2, 2}));
  EXPECT_EQ(found.cuts, std::vector<double>{5});
  EXPECT_EQ(found.within, 0);
  EXPECT_EQ(refused<qx::data_error>([] {
              (void)dx::cluster_column(std::vector<double>{1, 1}, 2);
            }),
            "cluster_column: there are 1 different values for 2 groups; ask for fewer groups");
  EXPECT_EQ(refused<qx::spec_error>([] { (void)dx::cluster_column(std::vector<double>{1}, 0); }),
            "cluster_column.k: found 0; give the number of groups");
}

TEST(K_means, of_separate_groups_finds_them_whatever_the_order) {
  const auto found = dx::k_means(table_of({"x", "y"}, {{9, 1, 2, 10, 1, 9}, {9, 1, 1, 10, 2, 10}}), {.k = 2});
  EXPECT_EQ(found.groups, (std::vector<int>{2, 1, 1, 2, 1, 2}));
  EXPECT_NEAR(found.centres(0, 0), 4.0 / 3, 1e-14);
  EXPECT_EQ(found.sizes, (std::vector<std::size_t>{3, 3}));
  EXPECT_GT(found.explained, 0.97);
  const auto one = dx::k_means(line, {.k = 1});
  EXPECT_NEAR(one.centres(0, 0), 3.8, 1e-14);
  EXPECT_NEAR(one.explained, 0, 1e-14);
}

TEST(K_means, starts_where_it_is_told_and_may_leave_far_units_out) {
  qx::matrix start(2, 1);
  start(0, 0) = 0, start(1, 0) = 8;
  const qx::table data = table_of({"x"}, {{0, 1, 3, 7, 8, 30}});
  const auto plain = dx::k_means(data, {.k = 2, .standardise = false, .start = start});
  EXPECT_EQ(plain.groups, (std::vector<int>{1, 1, 1, 1, 1, 2}));
  const auto strict = dx::k_means(data, {.k = 2, .standardise = false, .start = start, .strict = 5});
  EXPECT_EQ(strict.groups, plain.groups);
  EXPECT_EQ(strict.centres(1, 0), 30);
  EXPECT_EQ(refused<qx::spec_error>([&] { (void)dx::k_means(data, {.k = 3, .start = start}); }),
            "k_means.start: it is 2 by 1; give one row per group and one column per column of the table");
  EXPECT_EQ(refused<qx::data_error>([&] { (void)dx::k_means(data, {.k = 7}); }),
            "k_means: there are 6 units for 7 groups; ask for fewer groups");
}

TEST(K_means, keeps_the_groups_of_the_handbook_and_finds_better_ones) {
  // Handbook (2008), table 13: leaders, potential leaders, and fifteen dynamic adopters of technology.
  const qx::table data = tai();
  const std::vector<std::size_t> leaders{0, 1, 2, 5}, potential{7, 8, 11, 14};
  std::vector<std::size_t> adopters;
  for (std::size_t i = 0; i < 23; ++i)
    if (std::find(leaders.begin(), leaders.end(), i) == leaders.end() &&
        std::find(potential.begin(), potential.end(), i) == potential.end())
      adopters.push_back(i);
  qx::matrix start = qx::matrix::Zero(3, 8);
  std::vector<int> published(23, 0);
  const std::vector<std::vector<std::size_t>> groups{leaders, potential, adopters};
  for (std::size_t g = 0; g < 3; ++g)
    for (const std::size_t i : groups[g]) {
      published[i] = static_cast<int>(g);
      for (Eigen::Index j = 0; j < 8; ++j)
        start(static_cast<Eigen::Index>(g), j) +=
            data.values()(static_cast<Eigen::Index>(i), j) / static_cast<double>(groups[g].size());
    }
  const auto kept = dx::k_means(data, {.k = 3, .start = start});
  for (std::size_t i = 0; i < 23; ++i)
    for (std::size_t k = 0; k < i; ++k) EXPECT_EQ(kept.groups[i] == kept.groups[k], published[i] == published[k]);
  const auto own = dx::k_means(data, {.k = 3});
  EXPECT_LT(own.within, kept.within) << "the published groups are a local optimum";
  EXPECT_EQ(own.groups, dx::k_means(data, {.k = 3}).groups);
}

TEST(K_means, makes_the_hospital_stars_of_2021) {
  const auto folder = golden::reference("cms_stars_2021");
  if (!folder) GTEST_SKIP() << golden::without_reference;  // left out for its licence or its size
  const golden::csv all(*folder / "published.csv");
  std::size_t compared = 0, same = 0;
  for (const std::string peers : {"1) # of groups=3", "2) # of groups=4", "3) # of groups=5"}) {
    const golden::csv peer_group =
        all.filtered([&](std::size_t i) { return all.at(i, "cnt_grp") == peers && !all.at(i, "star").empty(); });
    const auto found =
        dx::k_means(peer_group.table({"PROVIDER_ID"}, {"summary_score"}), {.k = 5, .standardise = false, .strict = 1});
    const std::vector<double> stars = peer_group.numbers("star");
    for (std::size_t i = 0; i < stars.size(); ++i) same += found.groups[i] == stars[i] ? 1 : 0;
    compared += stars.size();
  }
  golden::say("cms stars", compared, std::to_string(same) + " the same");
  EXPECT_EQ(compared, 3355U);
  EXPECT_EQ(same, compared);
}

}  // namespace
