// Statistics of columns, and the disparity of what units have per head.
#include "quindex/diagnose/statistics.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "diagnose/support.hpp"

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

}  // namespace
