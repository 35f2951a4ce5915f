// How good an imputation is, by hiding known values.
#include "quindex/diagnose/imputation_quality.hpp"

#include <cmath>

#include "methods.hpp"

namespace {

using namespace trial;
using quindex::diagnose::impute_quality;
using quindex::diagnose::quality_of;

// P = 2, 4, 6 and O = 1, 5, 6: errors 1, −1, 0; Ō = 4. Reach (|P − 4| + |O − 4|): 2 + 3, 0 + 1, 2 + 2, squared 25,
// 1, 16. Correlation: deviations of P −2, 0, 2 and of O −3, 1, 2: 10 / √(8 · 14), squared 100/112.
TEST(QualityOf, has_the_four_measures_of_the_handbook) {
  const auto found = quality_of(std::vector<double>{2, 4, 6}, std::vector<double>{1, 5, 6});
  EXPECT_DOUBLE_EQ(found.rmse, std::sqrt(2.0 / 3));
  EXPECT_DOUBLE_EQ(found.mae, 2.0 / 3);
  EXPECT_NEAR(found.r_squared, 100.0 / 112, 1e-15);
  EXPECT_DOUBLE_EQ(found.willmott_d, 1 - 2.0 / 42);
}

TEST(QualityOf, leaves_out_what_was_not_filled) {
  const auto found = quality_of(std::vector<double>{2, none, 6}, std::vector<double>{1, 5, 6});
  EXPECT_EQ(found.hidden, 3U);
  EXPECT_EQ(found.filled, 2U);
  EXPECT_DOUBLE_EQ(found.mae, 0.5);
  EXPECT_TRUE(std::isnan(quality_of(std::vector<double>{none}, std::vector<double>{1}).rmse));
}

TEST(QualityOf, of_a_perfect_imputation) {
  const auto found = quality_of(std::vector<double>{1, 5, 6}, std::vector<double>{1, 5, 6});
  EXPECT_EQ(found.rmse, 0);
  EXPECT_NEAR(found.r_squared, 1, 1e-15);
  EXPECT_EQ(found.willmott_d, 1);
}

/// Forty units: b = 3 a + 1 exactly, c unrelated.
qx::table data() {
  qx::matrix x(40, 3);
  std::vector<std::string> units;
  for (Eigen::Index i = 0; i < 40; ++i) {
    x(i, 0) = static_cast<double>(i * 7 % 40);
    x(i, 1) = 3 * x(i, 0) + 1;
    x(i, 2) = static_cast<double>(i * i % 11);
    units.push_back("u" + std::to_string(i));
  }
  x(3, 1) = none;
  return {qx::labels(units), {"a", "b", "c"}, x};
}

TEST(ImputeQuality, tells_a_good_imputation_from_a_bad_one) {
  const auto em = impute_quality(qx::impute::nearest_neighbours{.neighbours = 2}, data());
  const auto mean = impute_quality(qx::impute::mean{}, data());
  ASSERT_EQ(em.size(), 3U);
  EXPECT_EQ(em[1].indicator, "b");
  EXPECT_LT(em[1].rmse, mean[1].rmse / 2);
  EXPECT_GT(em[1].willmott_d, 0.9);
  EXPECT_GT(em[1].willmott_d, mean[1].willmott_d);
}

TEST(ImputeQuality, finds_what_can_be_found_exactly) {
  const qx::framework tree = qx::group("index", {qx::indicator("a"), qx::indicator("b")});
  // Of about forty values one is hidden, of a and of b not of the same unit with this seed.
  const auto found =
      impute_quality({qx::impute::regression{}, {"a", "b"}}, data(), tree, {.share = 0.02, .repeats = 1});
  EXPECT_NEAR(found[0].rmse, 0, 1e-9);
  EXPECT_NEAR(found[1].rmse, 0, 1e-9);
  EXPECT_EQ(found[0].hidden, 1U);
}

TEST(ImputeQuality, hides_the_share_it_is_told_as_often_as_it_is_told) {
  const auto found = impute_quality(qx::impute::median{}, data(), {.share = 0.25, .repeats = 3});
  EXPECT_EQ(found[0].hidden, 30U);  // a quarter of 40
  EXPECT_EQ(found[1].hidden, 30U);  // a quarter of 39, rounded
  EXPECT_EQ(found[0].filled, 30U);
}

TEST(ImputeQuality, is_the_same_for_the_same_seed_and_for_units_in_another_order) {
  const qx::diagnose::masking how{.seed = 5};
  const double there = impute_quality(qx::impute::mean{}, data(), how)[0].rmse;
  EXPECT_EQ(impute_quality(qx::impute::mean{}, data(), how)[0].rmse, there);
  EXPECT_NE(impute_quality(qx::impute::mean{}, data(), {.seed = 6})[0].rmse, there);
  const qx::table ahead = data();
  const std::vector<std::string> units(ahead.units().codes().rbegin(), ahead.units().codes().rend());
  const qx::table back(qx::labels(units), ahead.indicators(), qx::matrix(ahead.values().colwise().reverse()));
  EXPECT_NEAR(impute_quality(qx::impute::mean{}, back, how)[0].rmse, there, 1e-12);
}

TEST(ImputeQuality, refuses_what_it_cannot_judge) {
  EXPECT_EQ(refused<qx::spec_error>([] { (void)impute_quality(qx::treat::clip{}, data()); }),
            "impute_quality: clip is no imputation; give a method to impute");
  EXPECT_EQ(refused<qx::spec_error>([] { (void)impute_quality(qx::impute::latest{}, data()); }),
            "impute_quality: latest looks at other periods, which one table has not; give a method that looks at one "
            "table");
  EXPECT_EQ(refused<qx::spec_error>([] { (void)impute_quality(qx::impute::mean{}, data(), {.share = 1}); }),
            "impute_quality.share: 1 is outside (0, 1); 0.1 hides a tenth of the known values");
  EXPECT_EQ(refused<qx::spec_error>([] { (void)impute_quality(qx::impute::mean{}, data(), {.repeats = 0}); }),
            "impute_quality.repeats: 0 is below 1; hide values once or more often");
}

}  // namespace
