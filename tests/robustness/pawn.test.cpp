// PAWN indices from given data.
#include "quindex/robustness/pawn.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

#include "quindex/error.hpp"
#include "quindex/numeric/random.hpp"
#include "robustness/models.hpp"

namespace {

using namespace robust;

qx::matrix uniform_sample(Eigen::Index rows, Eigen::Index columns, std::uint64_t seed) {
  const qx::numeric::random_stream stream(seed, "test.pawn");
  qx::matrix x(rows, columns);
  for (Eigen::Index k = 0; k < x.size(); ++k) x.data()[k] = stream.uniform(static_cast<std::uint64_t>(k));
  return x;
}

TEST(Pawn, by_hand) {
  // y is 1 … 6. Slices {1, 2, 3} and {4, 5, 6} of a: the whole is at 1/2 where the first is at 1. Slices of b take
  // every other row: {1, 3, 5} is ahead by 1/3 − 1/6 = 1/6 after 1, 3 and 5; {2, 4, 6} behind by as much.
  qx::matrix x(6, 2);
  x.col(0) << 1, 2, 3, 4, 5, 6;
  x.col(1) << 0, 1, 0, 1, 0, 1;
  const std::vector<double> y{1, 2, 3, 4, 5, 6};
  const auto found = rb::pawn({"a", "b"}, x, y, {.slices = 2, .dummies = 0, .intervals = {.resamples = 0}});
  EXPECT_NEAR(found.distances(0, 0), 0.5, 1e-15);
  EXPECT_NEAR(found.distances(0, 1), 0.5, 1e-15);
  EXPECT_NEAR(found.distances(1, 0), 1.0 / 6, 1e-15);
  EXPECT_NEAR(found.distances(1, 1), 1.0 / 6, 1e-15);
  EXPECT_TRUE(std::isnan(found.dummy) && std::isnan(found.index.low[0]));
}

TEST(Pawn, is_that_of_the_definition_with_ties) {
  // Against the definition, F_slice(y) − F(y) at every y, for outputs with many ties.
  const qx::matrix x = uniform_sample(200, 1, 5);
  std::vector<double> y;
  for (Eigen::Index k = 0; k < 200; ++k) y.push_back(std::floor(8 * x(k, 0) * x(k, 0)));
  const auto found = rb::pawn({"a"}, x, y, {.slices = 4, .dummies = 0, .intervals = {.resamples = 0}});
  std::vector<double> sorted(x.data(), x.data() + 200);
  std::sort(sorted.begin(), sorted.end());
  for (std::size_t s = 0; s < 4; ++s) {
    double widest = 0;
    for (double at = 0; at < 8; ++at) {
      double in = 0, all = 0;
      for (Eigen::Index k = 0; k < 200; ++k) {
        const bool is_low = y[static_cast<std::size_t>(k)] <= at;
        all += is_low ? 1.0 / 200 : 0;
        const auto place = std::lower_bound(sorted.begin(), sorted.end(), x(k, 0)) - sorted.begin();
        in += is_low && static_cast<std::size_t>(place) / 50 == s ? 1.0 / 50 : 0;
      }
      widest = std::max(widest, std::abs(in - all));
    }
    EXPECT_NEAR(found.distances(0, static_cast<Eigen::Index>(s)), widest, 1e-12);
  }
}

TEST(Pawn, dummy_tells_noise_from_influence) {
  // x0 decides, x1 adds little, x2 nothing: below what 95 of 100 factors without influence have (one seed in 20 fails).
  const qx::matrix x = uniform_sample(2000, 3, 7);
  std::vector<double> y;
  for (Eigen::Index k = 0; k < x.rows(); ++k) y.push_back(3 * x(k, 0) + x(k, 1));
  const auto found = rb::pawn({"strong", "weak", "none"}, x, y, {.intervals = {.resamples = 50}});
  EXPECT_GT(found.index.value[0], found.index.value[1]);
  EXPECT_EQ(found.is_above_dummy, (std::vector<bool>{true, true, false}));
  EXPECT_GT(found.dummy, 0);
  EXPECT_LE(found.index.low[0], found.index.value[0] + 0.02);
  EXPECT_GE(found.index.high[0], found.index.value[0]);
}

TEST(Pawn, dummy_holds_its_level) {
  // 100 samples with one factor of no influence: 5 are expected above the threshold with standard error 2.2; the
  // threshold itself is a quantile of 100 numbers, with a standard error of 2.2 again: four of √(2.2² + 2.2²) = 3.1.
  std::size_t above = 0;
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const qx::matrix x = uniform_sample(150, 2, 100 + seed);
    const std::vector<double> y(x.data(), x.data() + 150);
    const auto found = rb::pawn({"a", "none"}, x, y, {.intervals = {.resamples = 0, .seed = seed}});
    above += found.is_above_dummy[1] ? 1 : 0;
    EXPECT_TRUE(found.is_above_dummy[0]);
  }
  EXPECT_LE(above, 5U + 12U);
}

TEST(Pawn, says_what_it_cannot_do) {
  const qx::matrix x = uniform_sample(20, 2, 3);
  std::vector<double> y(20, 4.0);
  EXPECT_EQ(rb::pawn({"a", "b"}, x, y).notes.at(0).what, "the output is constant: nothing explains it, no indices");
  y[3] = qx::missing_value;
  EXPECT_EQ(rb::pawn({"a", "b"}, x, y).dropped, 1U);
  EXPECT_EQ(refused<qx::data_error>([&] { (void)rb::pawn({"a"}, x, y); }),
            "pawn.x: it is 20 x 2 for 20 outputs and 1 factors; give one row per output and one column per factor");
  EXPECT_EQ(refused<qx::spec_error>([&] {
              (void)rb::pawn({"a", "b"}, x, y, {.slices = 1});
            }),
            "pawn.slices: found 1; give 2 or more, such as 10");
}

}  // namespace
