// A textbook example of the efficacy coefficients: four companies, four indicators, geometric mean.
#include "golden/sets.hpp"

namespace golden {
namespace {

// Case normalise/efficacy, aggregate/geometric_mean: a textbook example of four companies; see data/efficacy
TEST(efficacy, four_companies_have_the_printed_coefficients_and_totals) {
  const set s = companies();
  const qx::result r = qx::compute(s.recipe, s.data);
  const csv printed_table = data("efficacy", "published.csv");
  // The example rounds (x − lo)/(hi − lo) to four decimals before it multiplies by 40: 0.002 points.
  for (const std::string& column : s.data.indicators())
    expect_near("efficacy " + column, r.scores(column), printed_table.numbers(column), 4, 0.0021);
  expect_near("efficacy total", r.scores("index"), printed_table.numbers("total"), 4, 0.0021);
}

}  // namespace
}  // namespace golden
