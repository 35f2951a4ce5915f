// The Human Development Index and its companions, 1990 to 2022, against the published tables.
#include "golden/sets.hpp"

namespace golden {
namespace {

class hdi : public testing::Test {
 protected:
  static const csv& published() {
    static const csv table = data("hdi", "published.csv");
    return table;
  }
};

// Case normalise/goalposts, aggregate/geometric_mean: UNDP, Human Development Index 1990 to 2022, 6,171 values
TEST_F(hdi, has_the_published_value_for_every_country_and_year) {
  const set s = human_development("hdi_2010");
  const qx::result r = qx::compute(s.recipe, s.data);
  // Published with three decimals.
  const comparison found = expect_near("hdi", r.scores("hdi"), published().numbers("hdi"), 6171, rounding(3));
  EXPECT_EQ(found.surplus, 0U);
}

TEST_F(hdi, ranks_countries_as_published) {
  const csv everything = data("hdi", "inputs.csv");
  const auto ranked = [&](std::size_t i) { return !published().at(i, "hdi_rank").empty(); };
  const qx::result r = qx::compute(qx::presets::hdi_2010{}.make(),
                                   everything.filtered(ranked).table({"iso3"}, {"le", "eys", "mys", "gnipc"}));
  const rank_agreement found = compare_ranks(r.ranks("hdi"), published().filtered(ranked).numbers("hdi_rank"));
  say("hdi rank 2022", found.rows, std::to_string(found.same) + " the same");
  EXPECT_EQ(found.rows, 193U);
  // The preset ranks scores as they are printed, with three decimals; unrounded scores would move 27 of the countries.
  EXPECT_EQ(found.same, 193U);
}

TEST_F(hdi, by_sex_and_their_ratio_have_the_published_values) {
  const set s = human_development("gdi_2010");
  const qx::result r = qx::compute(s.recipe, s.data);
  // Published with nine decimals.
  expect_near("hdi_f", r.scores("hdi_f"), published().numbers("hdi_f"), 5014, 1e-9);
  expect_near("hdi_m", r.scores("hdi_m"), published().numbers("hdi_m"), 5014, 1e-9);
  const comparison found = expect_near("gdi", r.scores("gdi"), published().numbers("gdi"), 5014, rounding(3));
  EXPECT_EQ(found.surplus, 0U);
}

TEST_F(hdi, less_inequality_has_the_published_value) {
  const set s = human_development("ihdi_2010");
  const qx::result r = qx::compute(s.recipe, s.data);
  const comparison found = expect_near("ihdi", r.scores("ihdi"), published().numbers("ihdi"), 2106, rounding(3));
  EXPECT_EQ(found.surplus, 0U);
  expect_near("hdi inside the ihdi", r.scores("hdi"), published().numbers("hdi"), 6171, rounding(3));
}

TEST_F(hdi, coefficient_of_human_inequality_is_the_mean_of_the_three_inequalities) {
  qx::spec recipe = weighted_columns({{"ineq_le", 1}, {"ineq_edu", 1}, {"ineq_inc", 1}});
  const qx::result r = qx::compute(recipe, human_development("ihdi_2010").data);
  // Inputs and result are published with eight or nine significant digits of values up to 60.
  expect_near("coefficient of human inequality", r.scores("index"), published().numbers("coef_ineq"), 2106, 1e-7);
}

TEST_F(hdi, loss_compares_the_values_as_they_are_printed) {
  const set s = human_development("ihdi_2010");
  const qx::result r = qx::compute(s.recipe, s.data);
  std::vector<double> loss;
  for (std::size_t i = 0; i < r.units().size(); ++i)
    loss.push_back(100 * (1 - printed(r.scores("ihdi")[i], 3) / printed(r.scores("hdi")[i], 3)));
  // Per cent, published with nine decimals.
  expect_near("loss", loss, published().numbers("loss"), 2106, 1e-8);
}

}  // namespace
}  // namespace golden
