#include "quindex/compute/result.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

#include "compute/support.hpp"

namespace qx = quindex;
using example::data;
using example::recipe;

namespace {

/// Contributions added in the order of the children, as a reader would.
double row_sum(const qx::matrix& parts, Eigen::Index i) {
  double sum = 0;
  for (Eigen::Index c = 0; c < parts.cols(); ++c) sum += parts(i, c);
  return sum;
}

TEST(contributions, of_an_arithmetic_mean_are_weight_times_score) {
  const qx::result r = qx::compute(recipe(), data());
  const qx::matrix parts = r.contributions("wellbeing");
  EXPECT_DOUBLE_EQ(parts(0, 0), r.scores("income")[0] / 2);
  EXPECT_DOUBLE_EQ(parts(0, 1), r.scores("life")[0] / 2);
}

const std::vector<qx::aggregate::method> aggregators{qx::aggregate::arithmetic_mean{},
                                                     qx::aggregate::geometric_mean{},
                                                     qx::aggregate::harmonic_mean{},
                                                     qx::aggregate::power_mean{.exponent = 3},
                                                     qx::aggregate::minimum{},
                                                     qx::aggregate::median{},
                                                     qx::aggregate::sum{},
                                                     qx::aggregate::product{}};

TEST(contributions, add_up_to_the_score_to_the_last_bit_there_is) {
  for (const auto& method : aggregators) {
    qx::spec s = recipe();
    s.aggregate = method;
    const qx::result r = qx::compute(s, data());
    for (const char* group : {"life", "wellbeing"}) {
      const qx::matrix parts = r.contributions(group);
      for (Eigen::Index i = 0; i < 4; ++i) {
        const double score = r.scores(group)[static_cast<std::size_t>(i)];
        double largest = 0;
        for (Eigen::Index c = 0; c < parts.cols(); ++c) largest = std::max(largest, std::abs(parts(i, c)));
        // a sum of numbers of which one is larger than the sum has no finer bits than that one
        const double last_bit = largest > score ? std::nextafter(largest, INFINITY) - largest : 0.0;
        EXPECT_LE(std::abs(row_sum(parts, i) - score), last_bit) << method.name() << ' ' << group << ' ' << i;
      }
    }
  }
}

TEST(contributions, of_a_linear_group_add_up_to_the_last_bit) {
  qx::spec s = recipe();
  s.framework =
      qx::group("index", {qx::indicator("income", {.weight = 0.1}), qx::indicator("pollution", {.weight = 0.3}),
                          qx::indicator("schooling", {.weight = 0.7})});
  const qx::result r = qx::compute(s, data());
  for (Eigen::Index i = 0; i < 4; ++i)
    EXPECT_EQ(row_sum(r.contributions("index"), i), r.scores("index")[static_cast<std::size_t>(i)]);
}

TEST(contributions, of_a_minimum_are_the_shapley_values_of_the_best_available_child) {
  // v({a}) = a, v({b}) = b, v({a, b}) = min(a, b): phi_a = (a + min(a, b) − b) / 2
  qx::spec s = recipe();
  s.aggregate = qx::aggregate::minimum{};
  const qx::result r = qx::compute(s, data());
  const double a = r.scores("pollution")[0];
  const double b = r.scores("schooling")[0];
  EXPECT_DOUBLE_EQ(r.contributions("life")(0, 0), (a + std::min(a, b) - b) / 2);
}

TEST(contributions, of_a_missing_child_are_nothing) {
  qx::spec s = recipe();
  s.missing = qx::missing::renormalise{};
  const qx::result r = qx::compute(s, example::data_with(0, 2, qx::missing_value));
  const qx::matrix parts = r.contributions("life");
  EXPECT_EQ(parts(0, 0), 100.0);
  EXPECT_EQ(parts(0, 1), 0.0);
}

TEST(contributions, ask_for_a_group) {
  const qx::result r = qx::compute(recipe(), data());
  EXPECT_EQ(example::message_of([&] { (void)r.contributions("income"); }),
            "contributions: 'income' is an indicator; ask for one of its groups");
  EXPECT_EQ(example::message_of([&] { (void)r.contributions("lif"); }),
            "contributions: there is no node 'lif'; did you mean 'life'?");
}

TEST(lineage, says_what_was_done_to_each_column) {
  const auto lines = qx::compute(recipe(), data()).lineage();
  ASSERT_EQ(lines.size(), 3U + 2 * 2);
  EXPECT_EQ(lines[0].node, "income");
  EXPECT_EQ(lines[0].step, "normalise");
  EXPECT_EQ(lines[0].method, "min_max");
  EXPECT_EQ(
      qx::describe::json_text(lines[0].parameters),
      R"({"optimum":null,"map":{"method":"affine","before":"identity","exponent":1,"origin":25,"range":35,"base":1,"span":99,"clip":false}})");
  EXPECT_EQ(lines[0].present, 4U);
}

TEST(digest, changes_with_any_cell_and_any_label) {
  const std::string before = qx::digest_of(data());
  EXPECT_EQ(before, qx::digest_of(data()));
  EXPECT_NE(before, qx::digest_of(example::data_with(3, 2, 12.000001)));
  EXPECT_NE(before, qx::digest_of({{"A", "B", "C", "E"}, data().indicators(), qx::matrix(data().values())}));
}

TEST(explain, shows_one_unit_from_raw_values_to_its_score) {
  const qx::result r = qx::compute(recipe(), data());
  EXPECT_EQ(qx::explanation_text(qx::explain(r, "A"), 5),
            "wellbeing: 59.339 (rank 1) = arithmetic_mean of 2 children\n"
            "  income: 43.429 (rank 2, weight 0.5, adds 21.714) = min_max: 1 + 99 × (40 − 25) / 35\n"
            "  life: 75.25 (rank 2, weight 0.5, adds 37.625) = arithmetic_mean of 2 children\n"
            "    pollution: 100 (rank 1, weight 0.5, adds 50) = min_max: 1 + 99 × (12 − 45) / -33\n"
            "    schooling: 50.5 (rank 3, weight 0.5, adds 25.25) = min_max: 1 + 99 × (11 − 9) / 4\n");
}

qx::result of_seventeen_children() {
  std::vector<qx::node> children;
  std::vector<std::string> codes;
  for (int j = 0; j < 17; ++j) {
    codes.push_back("x" + std::to_string(j));
    children.push_back(qx::indicator(codes.back()));
  }
  qx::matrix x(2, 17);
  for (Eigen::Index j = 0; j < 17; ++j) x(0, j) = 1 + static_cast<double>(j), x(1, j) = 2 + static_cast<double>(j);
  qx::spec s{.framework = qx::group("index", children), .normalise = qx::normalise::identity{}};
  s.aggregate = qx::aggregate::geometric_mean{};
  return qx::compute(s, {{"a", "b"}, codes, x});
}

TEST(contributions, of_too_many_coalitions_are_refused) {
  EXPECT_EQ(example::message_of([] { (void)of_seventeen_children().contributions("index"); }),
            "contributions.index: geometric_mean over 17 children has no closed form and too many coalitions; split "
            "the group "
            "so that it has at most 16 children");
}

TEST(explain, goes_on_where_contributions_cannot_be_had) {
  const auto lines = qx::explain(of_seventeen_children(), "b");
  ASSERT_EQ(lines.size(), 18U);
  EXPECT_EQ(lines[1].score, 2);
  EXPECT_TRUE(qx::is_missing(lines[1].contribution));
}

}  // namespace
