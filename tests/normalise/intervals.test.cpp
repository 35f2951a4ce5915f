// Methods that measure by an ideal interval, a reference value or a band around the mean.
#include <array>
#include <cmath>

#include "methods.hpp"

namespace {

using namespace trial;
using namespace quindex::normalise;
using interval = std::pair<double, double>;

TEST(ReferenceIdeal, gives_full_marks_inside_the_ideal_and_none_at_the_ends) {
  const reference_ideal rim{.range = {{23, 60}}, .ideal = {{30, 35}}};
  expect_near(scores(rim, {23, 26.5, 30, 33, 35, 47.5, 60, none}), {0, 0.5, 1, 1, 1, 0.5, 0, none}, 1e-15);
  expect_near(scores(rim, {10, 70}), {0, 0}, 0);
}

// Case reference_ideal: leads to the published index
TEST(ReferenceIdeal, leads_to_the_published_index) {
  // Cables, Lamata and Verdegay (2016), Information Sciences 337-338: five people for one post. The index is that of
  // the paper: the weighted distance to nothing over that and the weighted distance to the ideal.
  const std::vector<std::vector<double>> people{{30, 40, 25, 27, 45}, {0, 9, 0, 0, 15}, {2, 1, 3, 5, 2},
                                                {3, 3, 1, 3, 2},      {3, 2, 3, 3, 3},  {2, 2, 2, 1, 4}};
  const std::array<interval, 6> range{{{23, 60}, {0, 15}, {0, 10}, {1, 3}, {1, 3}, {1, 5}}};
  const std::array<interval, 6> ideal{{{30, 35}, {10, 15}, {0, 0}, {3, 3}, {3, 3}, {4, 5}}};
  const std::array<double, 6> weight{0.2262, 0.2143, 0.1786, 0.1429, 0.119, 0.119};
  std::vector<double> from_nothing(5, 0), from_ideal(5, 0), index(5);
  for (std::size_t j = 0; j < 6; ++j) {
    const std::vector<double> z = scores(reference_ideal{.range = range[j], .ideal = ideal[j]}, people[j]);
    for (std::size_t i = 0; i < 5; ++i) {
      from_nothing[i] += std::pow(z[i] * weight[j], 2);
      from_ideal[i] += std::pow((1 - z[i]) * weight[j], 2);
    }
  }
  for (std::size_t i = 0; i < 5; ++i)
    index[i] = std::sqrt(from_nothing[i]) / (std::sqrt(from_nothing[i]) + std::sqrt(from_ideal[i]));
  expect_near(index, {0.58663, 0.75584, 0.37163, 0.46658, 0.74015}, 6e-6);
}

TEST(ReferenceIdeal, takes_range_and_ideal_from_the_indicator_where_they_are_not_written) {
  expect_near(scores(reference_ideal{}, {10, 15, 20}), {0, 0.5, 1}, 0);
  expect_near(scores(reference_ideal{}, {10, 15, 20}, low_is_better()), {1, 0.5, 0}, 0);
  expect_near(scores(reference_ideal{.ideal = {{14, 16}}}, {10, 15, 20}), {0, 1, 0}, 0);
  expect_near(scores(reference_ideal{.high = 10}, {10, 20}, about({.goalposts = {{0, 40}}})), {2.5, 5}, 0);
  expect_near(scores(reference_ideal{}, {5, 7, 11}, qx::indicator("x", qx::direction::optimal_point(7))), {0.5, 1, 0},
              0);
}

TEST(ReferenceIdeal, refuses_an_ideal_outside_its_range) {
  EXPECT_EQ(
      refused<qx::spec_error>([] {
        scores(reference_ideal{.ideal = {{14, 26}}}, {10, 20});
      }),
      "indicators/x: the ideal [14, 26] is not within the range [10, 20]; write a range that holds the ideal, both "
      "with the lower end first");
  EXPECT_EQ(refused<qx::spec_error>([] {
              reference_ideal{.range = {{5, 5}}}.check(qx::path("normalise"));
            }),
            "normalise.range: the range [5, 5] is empty; write the lower end first");
  EXPECT_EQ(refused<qx::spec_error>([] {
              reference_ideal{.ideal = {{6, 5}}}.check(qx::path("normalise"));
            }),
            "normalise.ideal: the ideal [6, 5] is reversed; write the lower end first");
  EXPECT_EQ(refused<qx::spec_error>([] {
              scores(reference_ideal{.ideal = {{1, 2}}}, {1, 4}, qx::indicator("x", qx::direction::optimal_point(7)));
            }),
            "indicators/x: reference_ideal has a range or an ideal of its own, the indicator has an optimum; write the "
            "ideal here and 'high' as the direction, or leave both to the indicator");
  EXPECT_EQ(refused<qx::data_error>([] {
              scores(reference_ideal{}, {4, 4});
            }),
            "indicators/x: reference_ideal needs at least two distinct values, found one (4); remove the indicator, or "
            "give it goalposts and a method that uses them");
}

// Case mpi_scale: has a mean of 100 and a deviation of 10 (1, 2, 3, 6)
TEST(MpiScale, has_a_mean_of_100_and_a_deviation_of_10) {
  // 1, 2, 3, 6: mean 3, sum of squares 14, so deviations sqrt(14 / 4) and sqrt(14 / 3)
  const double whole = 10 / std::sqrt(3.5), sample = 10 / std::sqrt(14.0 / 3);
  expect_near(scores(mpi_scale{}, {1, 2, 3, 6, none}), {100 - 2 * whole, 100 - whole, 100, 100 + 3 * whole, none});
  expect_near(scores(mpi_scale{}, {1, 2, 3, 6}, low_is_better()), {100 + 2 * whole, 100 + whole, 100, 100 - 3 * whole});
  expect_near(scores(mpi_scale{.ddof = 1}, {1, 2, 3, 6}), {100 - 2 * sample, 100 - sample, 100, 100 + 3 * sample});
  EXPECT_EQ(
      refused<qx::data_error>([] {
        scores(mpi_scale{}, {4, 4});
      }),
      "indicators/x: mpi_scale needs at least two distinct values, found one (4); remove the indicator, or give it "
      "goalposts and a method that uses them");
}

// Case ampi_scale: gives 100 to the reference and 60 points to the range of all years
TEST(AmpiScale, gives_100_to_the_reference_and_60_points_to_the_range_of_all_years) {
  // The scores that R Compind 3.4 prints for two years of three units, references 20 and 6 (Mazziotta and Pareto 2016)
  expect_near(scores(ampi_scale{.reference = 20}, {10, 20, 30, 12, 25, 33}),
              {73.91304, 100, 126.08696, 79.13043, 113.04348, 133.91304}, 5e-6);
  expect_near(scores(ampi_scale{.reference = 6}, {5, 7, 6, 6, 9, 4}), {88, 112, 100, 100, 136, 76}, 1e-13);
  expect_near(scores(ampi_scale{.reference = 6}, {5, 7, 6, 6, 9, 4}, low_is_better()), {112, 88, 100, 100, 64, 124},
              1e-13);
}

TEST(AmpiScale, takes_ends_from_goalposts_and_the_middle_from_the_mean) {
  expect_near(scores(ampi_scale{}, {2, 4, 6, none}, about({.goalposts = {{0, 10}}})), {88, 100, 112, none});
  expect_near(scores(ampi_scale{}, {4, 4}, about({.goalposts = {{0, 10}}})), {100, 100}, 0);
  expect_near(scores(ampi_scale{.low = 0, .high = 100}, {2, 4, 6}), {0, 50, 100});
  EXPECT_EQ(refused<qx::spec_error>([] { (ampi_scale{.low = 5, .high = 5}.check(qx::path("normalise"))); }),
            "normalise: low (5) must be below high (5)");
  EXPECT_EQ(
      refused<qx::data_error>([] {
        scores(ampi_scale{}, {4, 4});
      }),
      "indicators/x: ampi_scale needs at least two distinct values, found one (4); remove the indicator, or give it "
      "goalposts and a method that uses them");
}

// Case above_below_mean: agrees with the handbook (OECD and JRC (2008), table 15: mean years of schooling, p = 20 %)
TEST(AboveBelowMean, agrees_with_the_handbook) {
  // OECD and JRC (2008), table 15: mean years of schooling, p = 20 %
  const std::vector<double> schooling{10,  12,  11.4, 9.5, 10.8, 9.4, 9.4, 11.6, 10.9, 7.1, 10.2, 11.9,
                                      9.4, 9.3, 11.7, 8.4, 7.9,  9.6, 7.3, 7.2,  9.5,  9.1, 7.1};
  const std::vector<double> printed{0, 1, 0, 0, 0, 0, 0, 1, 0, -1, 0, 1, 0, 0, 1, 0, 0, 0, -1, -1, 0, 0, -1};
  expect_near(scores(above_below_mean{}, schooling), printed, 0);
  std::vector<double> turned = printed;
  for (double& z : turned) z = 0 - z;
  expect_near(scores(above_below_mean{}, schooling, low_is_better()), turned, 0);
}

TEST(AboveBelowMean, counts_the_ends_of_the_band_to_it) {
  const above_below_mean half{.threshold = 0.5, .reference = 4, .high = 10};
  expect_near(scores(half, {2, 6, 1.999, std::nextafter(6, 7), none}), {0, 0, -10, 10, none}, 0);
  expect_near(scores(above_below_mean{.threshold = 0, .reference = 4}, {3, 4, 5}), {-1, 0, 1}, 0);
  expect_near(scores(above_below_mean{.threshold = 0.5, .reference = -4}, {-7, -5, -1}), {-1, 0, 1}, 0);
  expect_near(scores(above_below_mean{}, {0.1, 0.1, 0.1}), {0, 0, 0}, 0);
  EXPECT_EQ(refused<qx::numeric_error>([] {
              scores(above_below_mean{}, {-1, 1});
            }),
            "indicators/x: above_below_mean has a band in relation to the mean, the mean is 0; use z_score, or a "
            "threshold of 0");
}

}  // namespace
