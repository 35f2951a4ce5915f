// The quality competitiveness index of Chinese manufacturing: national totals from the published scores of its blocks.
#include "golden/sets.hpp"

namespace golden {
namespace {

TEST(qci, published_scores_of_the_two_blocks_give_the_published_totals_and_bands) {
  const set s = quality_competitiveness();
  const qx::result r = qx::compute(s.recipe, s.data);
  const csv published = data("qci", "published.csv");
  for (std::size_t i = 0; i < published.size(); ++i) {
    EXPECT_EQ(printed(r.scores("qci")[i], 2), std::stod(published.at(i, "qci"))) << published.at(i, "year");
    const auto band = qx::presets::qci_band(r.scores("qci")[i], qx::presets::qci_scheme::aqsiq_2011);
    ASSERT_TRUE(band);
    EXPECT_EQ(band->name_zh, published.at(i, "band_zh"));
    EXPECT_EQ(band->name, published.at(i, "band_en"));
  }
  // 80.985 is printed as 80.99: half a unit of the second decimal.
  expect_near("qci", r.scores("qci"), published.numbers("qci"), 2, rounding(2));
}

}  // namespace
}  // namespace golden
