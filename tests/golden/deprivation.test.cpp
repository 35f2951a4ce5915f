// Multiple deprivation of the small areas of Wales (2019) and Northern Ireland (2017).
#include "golden/sets.hpp"

namespace golden {
namespace {

// Case aggregate/arithmetic_mean: Welsh Index of Multiple Deprivation 2019, 1,909 areas
TEST(deprivation, weighted_mean_of_eight_domains_gives_the_welsh_index) {
  const set s = wales();
  const qx::result r = qx::compute(s.recipe, s.data);
  // Domains and index have one decimal: 0.05 from each side.
  expect_near("wimd 2019", r.scores("index"), data("wimd_2019", "published.csv").numbers("WIMD 2019"), 1909, 0.1);
}

// Case normalise/exponential_rank: Northern Ireland Multiple Deprivation Measure 2017, 890 areas
TEST(deprivation, exponentially_transformed_ranks_give_the_northern_irish_ranks) {
  const set s = northern_ireland();
  const qx::result r = qx::compute(s.recipe, s.data);
  const csv published = data("nimdm_2017", "published.csv");
  const rank_agreement found = compare_ranks(r.ranks("index"), published.numbers("IMD_rank"));
  say("nimdm 2017 rank", found.rows,
      std::to_string(found.same) + " the same, " + std::to_string(found.within_one) + " within one place");
  EXPECT_EQ(found.rows, 890U);
  // Domain ranks were published without the decimals that tied areas have: 84 % the same, 97.8 % within one, five at
  // most.
  EXPECT_GE(found.same, 748U);
  EXPECT_GE(found.within_one, 870U);
  EXPECT_LE(found.largest, 5);
  std::size_t same_decile = 0;
  for (std::size_t i = 0; i < published.size(); ++i)
    same_decile += std::ceil(10 * r.ranks("index")[i] / 890) == std::stod(published.at(i, "IMD_decile")) ? 1U : 0U;
  EXPECT_EQ(same_decile, 890U);
}

TEST(deprivation, transform_has_its_published_ends) {
  const set s = northern_ireland();
  const qx::result r = qx::compute(s.recipe, s.data);
  const double n = 890;
  for (std::size_t i = 0; i < r.units().size(); i += 89) {
    const double share = (n - s.data.column(0)[i] + 1) / n;
    EXPECT_NEAR(r.scores("Income")[i], -23 * std::log(1 - share * (1 - std::exp(-100.0 / 23))), 1e-10);
  }
}

}  // namespace
}  // namespace golden
