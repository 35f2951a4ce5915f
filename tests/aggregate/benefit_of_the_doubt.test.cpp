// Benefit of the doubt as an aggregator: published scores, bounds of both kinds, degenerate tables.
#include "quindex/aggregate/benefit_of_the_doubt.hpp"

#include <gtest/gtest.h>

#include "tai.hpp"

namespace benefit_of_the_doubt_test {

using namespace quindex;
using aggregate::alternatives;
using aggregate::benefit_of_the_doubt;
using aggregate::shares_of;

alternatives over(const matrix& z, const std::vector<std::string>& units, std::vector<std::string> criteria = {}) {
  alternatives all{{}, {}, {}, std::move(criteria), units, "groups/index"};
  const auto m = static_cast<std::size_t>(z.cols());
  for (Eigen::Index j = 0; j < z.cols(); ++j) all.columns.push_back(column_of(z, j));
  all.weights.assign(m, 1.0 / static_cast<double>(m));
  all.better_when_high.assign(m, true);
  for (std::size_t j = all.criteria.size(); j < m; ++j) all.criteria.push_back("c" + std::to_string(j));
  return all;
}
const std::vector<std::string> abc{"A", "B", "C"};

// Case benefit_of_the_doubt: OECD and JRC Handbook (2008), table 19, 23 countries
TEST(benefit_of_the_doubt, gives_the_handbook_table_19) {
  const matrix z = tai::min_max();
  const auto scores =
      benefit_of_the_doubt{.lowest_share = 0.1, .highest_share = 0.15}.scores(over(z, tai::countries, tai::indicators));
  // Two printed decimals, of data whose logarithms are printed with two decimals: 0.01.
  for (std::size_t i = 0; i < 23; ++i) EXPECT_NEAR(scores[i], tai::table_19[i], 0.0101) << tai::countries[i];
}

TEST(benefit_of_the_doubt, is_the_share_of_the_best_for_one_child) {
  const matrix z = (matrix(3, 1) << 2, 8, 0).finished();
  EXPECT_EQ(benefit_of_the_doubt{}.scores(over(z, abc)), (std::vector<double>{0.25, 1, 0}));
}

TEST(benefit_of_the_doubt, with_no_deviation_is_the_weighted_mean_over_the_best_one) {
  const matrix z = (matrix(3, 2) << 4, 1, 1, 6, 2, 2).finished();
  alternatives all = over(z, abc);
  all.weights = {0.75, 0.25};  // means 3.25, 2.25 and 2
  const auto scores = benefit_of_the_doubt{.deviation = 0}.scores(all);
  EXPECT_EQ(scores[0], 1);
  EXPECT_NEAR(scores[1], 2.25 / 3.25, 1e-12);
  EXPECT_NEAR(scores[2], 2 / 3.25, 1e-12);
}

TEST(benefit_of_the_doubt, bounds_on_contributions_hold_for_each_unit) {
  // B alone against A: with half of the score from each child, w1 = s / 2, w2 = s / 8, and A allows w1 * 4 + w2 <= 1:
  // 2 s + s / 8 = 1, s = 8 / 17.
  const matrix z = (matrix(3, 2) << 4, 1, 1, 4, 0, 3).finished();
  const benefit_of_the_doubt half{.lowest_share = 0.5, .highest_share = 0.5, .of = shares_of::contributions};
  const alternatives all = over(z, abc);
  const auto scores = half.scores(all);
  EXPECT_NEAR(scores[1], 8.0 / 17, 1e-12);
  EXPECT_EQ(scores[2], 0);  // its first child cannot contribute
  const auto measures = half.measures(all);
  EXPECT_EQ(measures[2].name, "share/c0");
  EXPECT_NEAR(measures[2].values[1], 0.5, 1e-12);
}

TEST(benefit_of_the_doubt, takes_the_reciprocal_of_what_is_better_when_low) {
  const matrix z = (matrix(3, 1) << 2, 8, 4).finished();
  alternatives all = over(z, abc);
  all.better_when_high[0] = false;
  EXPECT_EQ(benefit_of_the_doubt{}.scores(all), (std::vector<double>{1, 0.25, 0.5}));
}

TEST(benefit_of_the_doubt, gives_all_of_one_kind_the_same) {
  const matrix z = (matrix(3, 2) << 2, 5, 2, 5, 1, 2).finished();
  const auto scores = benefit_of_the_doubt{}.scores(over(z, abc));
  EXPECT_EQ(scores[0], 1);
  EXPECT_EQ(scores[1], 1);
  EXPECT_NEAR(scores[2], 0.5, 1e-15);
  const std::vector<std::string> one{"A"};
  EXPECT_EQ(benefit_of_the_doubt{}.scores(over(matrix::Ones(1, 2), one)), (std::vector<double>{1}));
  EXPECT_EQ(benefit_of_the_doubt{}.scores(over(matrix::Zero(3, 2), abc)), (std::vector<double>{0, 0, 0}));
}

template <class Error>
std::string message(const benefit_of_the_doubt& m, const alternatives& all) {
  try {
    (void)m.scores(all);
  } catch (const Error& e) {
    return e.what();
  }
  return "nothing was thrown";
}

TEST(benefit_of_the_doubt, names_the_bounds_that_contradict_each_other) {
  const matrix z = matrix::Ones(3, 2);
  const alternatives all = over(z, abc, {"income", "health"});
  EXPECT_EQ(message<spec_error>({.lowest_share = 0.6}, all),
            "groups/index: bounds on shares, which sum to 1, contradict each other: 'income' at least 0.6, 'health' at "
            "least 0.6; widen lowest_share, highest_share or deviation");
  EXPECT_EQ(message<spec_error>({.highest_share = 0.4}, all),
            "groups/index: bounds on shares, which sum to 1, contradict each other: 'income' at most 0.4, 'health' at "
            "most 0.4; widen lowest_share, highest_share or deviation");
}

TEST(benefit_of_the_doubt, refuses_what_it_cannot_judge) {
  const matrix z = (matrix(3, 2) << 1, 2, 3, -4, 5, 6).finished();
  alternatives all = over(z, abc, {"income", "health"});
  EXPECT_EQ(message<data_error>({}, all),
            "groups/index/B/health: the value is -4; benefit_of_the_doubt needs values of at least 0");
  const matrix zero = (matrix(3, 2) << 1, 2, 0, 4, 5, 6).finished();
  all = over(zero, abc, {"income", "health"});
  all.better_when_high[0] = false;
  EXPECT_EQ(message<data_error>({}, all),
            "groups/index/B/income: the value is 0; benefit_of_the_doubt needs values above 0 where low is better");
  EXPECT_THROW((benefit_of_the_doubt{.lowest_share = 0.5, .highest_share = 0.4}.check(path("aggregate"))), spec_error);
}

}  // namespace benefit_of_the_doubt_test
