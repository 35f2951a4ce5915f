// Ecology and economy of the Kubuqi desert, 18 indicators over 10 years, against the tables and the text of the paper.
#include "golden/sets.hpp"
#include "quindex/diagnose/coupling.hpp"

namespace golden {
namespace {

qx::result computed() {
  const set s = kubuqi();
  return qx::compute(s.recipe, s.data);
}

// Case normalise/min_max: 180 normalised values of the Kubuqi study; see data/kubuqi
TEST(kubuqi, normalised_table_agrees) {
  const qx::result r = computed();
  const csv table = data("kubuqi", "published.csv");
  double largest = 0;
  std::vector<std::string> apart;
  for (std::size_t j = 0; j < table.size(); ++j)
    for (std::size_t i = 0; i < r.units().size(); ++i) {
      const std::string& code = table.at(j, "indicator");
      const double error = std::abs(r.scores(code)[i] - std::stod(table.at(j, r.units()[i])));
      // Four decimals, some rounded and some cut: one unit of the last.
      if (error > 1e-4)
        apart.push_back(code + " " + r.units()[i]);
      else
        largest = std::max(largest, error);
    }
  const std::size_t rows = table.size() * r.units().size();
  say("kubuqi normalised table", rows, "max error " + qx::number_text(largest) + " but for one slip of the paper");
  EXPECT_EQ(rows, 180U);
  // Printed as 0.0256 where (59.3 - 50.8) / (378.3 - 50.8) is 0.0260.
  EXPECT_EQ(apart, std::vector<std::string>{"B7 2009"});
  EXPECT_NEAR(r.scores("B7")[1], 8.5 / 327.5, 1e-12);
}

TEST(kubuqi, subsystem_scores_give_the_coupling_and_coordination_of_the_text) {
  const qx::result r = computed();
  const csv text = data("kubuqi", "published_text.csv");
  qx::matrix levels(static_cast<Eigen::Index>(r.units().size()), 2);
  for (const auto& [column, code] : {std::pair<Eigen::Index, const char*>{0, "ecology"}, {1, "society"}})
    for (std::size_t i = 0; i < r.units().size(); ++i) levels(static_cast<Eigen::Index>(i), column) = r.scores(code)[i];
  // C = {4fg/(f+g)²}^k with the paper's k = 2; T is the sum of all weighted values, so the subsystems weigh alike.
  const qx::diagnose::coupling_table found =
      qx::diagnose::coupling(qx::table(r.units(), qx::labels(std::vector<std::string>{"ecology", "society"}), levels),
                             {.form = qx::diagnose::coupling_form::product, .exponent = 2});
  double largest = 0;
  for (std::size_t row = 0; row < text.size(); ++row) {
    const std::size_t i = *r.units().find(text.at(row, "year"));
    EXPECT_NEAR(found.development[i], r.scores("development")[i], 1e-15);
    const double computed = text.at(row, "quantity") == "C" ? found.coupling[i] : found.coordination[i];
    largest = std::max(largest, std::abs(computed - std::stod(text.at(row, "value"))));
  }
  say("kubuqi coupling and coordination", text.size(), "max error " + qx::number_text(largest));
  EXPECT_EQ(text.size(), 9U);
  // Four decimals, of a fourth power of scores whose weights and values have four decimals themselves.
  EXPECT_LE(largest, 1e-4);
}

}  // namespace
}  // namespace golden
