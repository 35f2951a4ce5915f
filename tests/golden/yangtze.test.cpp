// High-quality development of 41 cities of the Yangtze delta, 2024; the data cannot be passed on, see support.hpp.
#include "golden/sets.hpp"

namespace golden {
namespace {

// Case normalise/min_max, aggregate/arithmetic_mean: 41 cities of the Yangtze delta, 2024
TEST(yangtze, dimensions_total_and_ranks_agree) {
  const auto folder = reference("yangtze41_2024");
  if (!folder) GTEST_SKIP() << without_reference;  // left out for its licence or its size
  const csv inputs(*folder / "inputs.csv");
  const csv published(*folder / "published.csv");
  std::vector<qx::node> dimensions;
  for (const std::string& column : inputs.header()) {
    const std::size_t bar = column.find('|');
    if (bar == std::string::npos) continue;
    const std::string dimension = column.substr(0, bar);
    if (dimensions.empty() || dimensions.back().code != dimension) dimensions.push_back(qx::group(dimension, {}));
    dimensions.back().children.push_back(qx::indicator(column, {.goalposts = std::pair(0.0, 1.0)}));
  }
  ASSERT_EQ(dimensions.size(), 5U);
  qx::spec recipe;
  recipe.framework = qx::group("total", dimensions);
  recipe.normalise = qx::normalise::goalposts{.low = 0, .high = 20};
  recipe.aggregate = {qx::aggregate::arithmetic_mean{}, {{"total", qx::aggregate::sum{}}}};
  const std::vector<std::string> columns(inputs.header().begin() + 1, inputs.header().end());
  const qx::result r = qx::compute(recipe, inputs.table({"city"}, columns));

  const auto in_order = [&](const std::string& column) {  // the published table is in the order of ranks
    const std::vector<std::string> cities = published.texts("city");
    const std::vector<double> values = published.numbers(column);
    std::vector<double> out;
    for (const std::string& city : r.units())
      out.push_back(values[static_cast<std::size_t>(std::find(cities.begin(), cities.end(), city) - cities.begin())]);
    return out;
  };
  // Indicators have two decimals: each may be 0.005 off, a dimension of 20 points 0.1 and half a unit of its last
  // decimal.
  for (const qx::node& dimension : dimensions)
    expect_near("yangtze " + dimension.code, r.scores(dimension.code), in_order(dimension.code), 41, 0.105);
  // The errors of thirty rounded indicators add up to at most 0.5 points, and were seen to stay below 0.15.
  expect_near("yangtze total", r.scores("total"), in_order("score_full"), 41, 0.15);
  const rank_agreement ranks = compare_ranks(r.ranks("total"), in_order("rank"));
  say("yangtze rank", ranks.rows, std::to_string(ranks.same) + " the same");
  EXPECT_GE(ranks.same, 39U) << "two neighbours are closer than the rounding of their indicators";
  EXPECT_LE(ranks.largest, 1);

  const qx::spec sum_of_published = weighted_columns({{"score_full", 1}});
  const qx::result of_published = qx::compute(sum_of_published, published.table({"city"}, {"score_full"}));
  EXPECT_EQ(compare_ranks(of_published.ranks("index"), published.numbers("rank")).same, 41U);
}

}  // namespace
}  // namespace golden
