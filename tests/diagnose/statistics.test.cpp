// Statistics of columns, and the disparity of what units have per head.
#include "quindex/diagnose/statistics.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "diagnose/support.hpp"
#include "quindex/compute/rank.hpp"

namespace {

using namespace diagnosed;
namespace dx = quindex::diagnose;

TEST(Statistics, describe_each_column) {
  const auto found = dx::statistics(table_of({"x"}, {{2, gap, 4, 4, 4, 5, 5, 7, 9, 0}}));
  ASSERT_EQ(found.size(), 1U);
  const dx::column_statistics& s = found[0];
  EXPECT_EQ(s.column, "x");
  EXPECT_EQ(s.units, 10U);
  EXPECT_EQ(s.present, 9U);
  EXPECT_EQ(s.distinct, 6U);
  EXPECT_EQ(s.zeros, 1U);
  EXPECT_EQ(s.minimum, 0);
  EXPECT_EQ(s.maximum, 9);
  EXPECT_NEAR(s.mean, 40.0 / 9, 1e-14);
  EXPECT_EQ(s.q25, 4);
  EXPECT_EQ(s.median, 4);
  EXPECT_EQ(s.q75, 5);
  EXPECT_EQ(s.iqr, 1);
  EXPECT_NEAR(s.sd, std::sqrt((232 - 1600.0 / 9) / 8), 1e-14);
  EXPECT_NEAR(s.variation, s.sd / s.mean, 1e-15);
  EXPECT_FALSE(s.is_scarce || s.is_mostly_zero || s.is_repetitive || s.has_outliers || s.is_constant);
}

TEST(Statistics, flag_what_calls_for_a_look) {
  const auto found =
      dx::statistics(table_of({"scarce", "zero", "tail", "same", "none"}, {{1, 2, gap, gap, gap, gap, 3, 4},
                                                                           {0, 0, 0, 0, 0, 1, 2, 3},
                                                                           {1, 2, 3, 4, 5, 6, 7, 1000},
                                                                           {5, 5, 5, 5, 5, 5, 5, 5},
                                                                           {gap, gap, gap, gap, gap, gap, gap, gap}}));
  EXPECT_TRUE(found[0].is_scarce && !found[0].is_repetitive);
  EXPECT_TRUE(found[1].is_mostly_zero);
  EXPECT_TRUE(found[2].has_outliers);
  EXPECT_TRUE(found[3].is_constant && found[3].is_repetitive && !found[3].has_outliers);
  EXPECT_TRUE(std::isnan(found[3].skewness)) << "a constant has no shape";
  EXPECT_EQ(found[4].present, 0U);
  EXPECT_TRUE(found[4].is_scarce && std::isnan(found[4].median));
}

TEST(Disparity, is_the_variation_of_books_per_student) {
  // Five schools of a county, 1,913 books for 302 students; the worked example of a training paper on China's balanced
  // compulsory education prints 0.52 from rounded quotients, from which nothing but the quotients differs here.
  const std::vector<double> books{279, 137, 935, 160, 402}, students{45, 37, 89, 76, 55};
  EXPECT_NEAR(dx::disparity(books, students), 0.51526, 5e-6);
  EXPECT_EQ(dx::disparity(std::vector<double>{2, 4}, std::vector<double>{1, 2}), 0);
  EXPECT_EQ(refused<qx::data_error>([] { (void)dx::disparity(std::vector<double>{1}, std::vector<double>{0}); }),
            "disparity.sizes: unit 1 has 0; a size has to be above 0");
}

// The index of imbalance of a county is the mean of its eight disparities (scheme of 2012): Luyang and Shushan in
// Anhui, five districts of Changchun, each primary and junior, as the supervisors' reports print them (max.book118.com,
// 2015/0816/23463879; m.wenke99.com/p-504402). All have three decimals.
TEST(Disparity, of_eight_resources_has_the_published_means) {
  const std::vector<std::vector<double>> disparities{{0.881, 1.299, 0.977, 0.379, 0.17, 0.334, 0.286, 0.408},
                                                     {0.353, 0.784, 0.146, 0.491, 0.037, 0.226, 0.223, 0.253},
                                                     {0.711, 0.649, 0.472, 0.338, 0.235, 0.274, 0.26, 0.396},
                                                     {0.505, 0.484, 0.325, 0.275, 0.199, 0.715, 0.421, 1.021},
                                                     {0.393, 0.578, 0.372, 0.246, 0.208, 0.311, 0.311, 0.455},
                                                     {0.433, 0.464, 0.334, 0.318, 0.433, 0.362, 0.368, 0.335},
                                                     {0.251, 0.426, 0.267, 0.227, 0.127, 0.318, 0.302, 0.44},
                                                     {0.285, 0.373, 0.243, 0.333, 0.224, 0.391, 0.355, 0.569},
                                                     {0.38, 0.605, 0.352, 0.362, 0.101, 0.301, 0.295, 0.415},
                                                     {0.32, 0.431, 0.291, 0.223, 0.095, 0.4, 0.386, 0.431},
                                                     {0.246, 0.471, 0.388, 0.299, 0.189, 0.475, 0.479, 0.533},
                                                     {0.441, 0.494, 0.495, 0.311, 0.388, 0.365, 0.236, 0.493},
                                                     {0.28, 0.819, 0.315, 0.206, 0.104, 0.353, 0.343, 0.406},
                                                     {0.362, 0.446, 0.324, 0.402, 0.362, 0.372, 0.342, 0.496}};
  const std::vector<double> published{0.592, 0.314, 0.417, 0.493, 0.359, 0.381, 0.295,
                                      0.347, 0.351, 0.322, 0.385, 0.403, 0.353, 0.388};
  std::vector<std::string> counties, resources;
  for (std::size_t i = 0; i < disparities.size(); ++i) counties.push_back("county " + std::to_string(i + 1));
  for (std::size_t j = 0; j < 8; ++j) resources.push_back("resource " + std::to_string(j + 1));
  qx::matrix values(14, 8);
  for (Eigen::Index i = 0; i < 14; ++i)
    for (Eigen::Index j = 0; j < 8; ++j)
      values(i, j) = disparities[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
  const qx::ranking found = qx::rank(qx::table(counties, resources, values), qx::aggregate::arithmetic_mean{});
  for (std::size_t i = 0; i < 14; ++i) EXPECT_NEAR(found.scores[i], published[i], 0.0005 + 0.0005) << counties[i];
}

}  // namespace
