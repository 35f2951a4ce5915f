// What published indices do where a part is missing.
#include "golden/sets.hpp"

namespace golden {
namespace {

// Case missing/renormalise: CMS, Overall Hospital Quality Star Rating 2021
TEST(missing_policies, hospital_ratings_share_out_the_weight_of_absent_groups) {
  const set s = hospitals();
  const qx::result r = qx::compute(s.recipe, s.data);
  // Ten significant digits: half a unit is 5e-10 for the summary and for group scores below 10, and 5e-9 for the two
  // beyond, whose groups carry less than half of their hospital's weight.
  expect_near("cms summary score", r.scores("index"), data("cms_2021", "published.csv").numbers("summary"), 4536,
              3.25e-9);
}

/// The score of one policy: the ordinal value less half a point where a policy is targeted, in per cent of its maximum.
std::vector<double> policy(const csv& inputs, const std::string& code, double most, bool has_flag) {
  std::vector<double> value = inputs.numbers(code);
  if (!has_flag) {
    for (double& v : value) v = 100 * v / most;
    return value;
  }
  const std::vector<double> flag = inputs.numbers(code + "_flag");
  for (std::size_t i = 0; i < value.size(); ++i)
    value[i] = value[i] == 0 ? 0 : 100 * (value[i] - 0.5 * (1 - (qx::is_missing(flag[i]) ? 0 : flag[i]))) / most;
  return value;
}

// Case missing/zero: Oxford COVID-19 Government Response Tracker, stringency index
TEST(missing_policies, stringency_counts_an_absent_policy_as_zero_and_asks_for_eight_of_nine) {
  const auto folder = reference("oxcgrt_stringency");
  if (!folder) GTEST_SKIP() << without_reference;  // left out for its licence or its size
  const csv inputs(*folder / "inputs.csv");
  const std::vector<std::string> codes{"C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "H1"};
  const std::vector<double> most{3, 3, 2, 4, 2, 3, 2, 4, 2};
  qx::matrix values(inputs.size(), codes.size());
  std::vector<std::pair<std::string, double>> equal;
  for (std::size_t j = 0; j < codes.size(); ++j) {
    const std::vector<double> scores = policy(inputs, codes[j], most[j], codes[j] != "C8");
    std::copy(scores.begin(), scores.end(), qx::column_of(values, static_cast<Eigen::Index>(j)).begin());
    equal.emplace_back(codes[j], 1.0);
  }
  qx::spec recipe = weighted_columns(equal);
  recipe.missing = qx::missing::zero{.at_least = 8.0 / 9.0};
  const qx::table data(inputs.table({"code", "date"}, {}).units(), codes, values);
  const comparison found = expect_near("oxcgrt stringency", qx::compute(recipe, data).scores("index"),
                                       csv(*folder / "published.csv").numbers("stringency_index"), 29057, rounding(2));
  EXPECT_EQ(found.surplus, 0U);
}

}  // namespace
}  // namespace golden
