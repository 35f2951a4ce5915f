// Panels: gaps filled from other periods, all periods scored by one fitted index.
#include <gtest/gtest.h>

#include "compute/support.hpp"
#include "quindex/compute/compute.hpp"

namespace qx = quindex;
using example::message_of;

namespace {

constexpr double none = qx::missing_value;

qx::table period(const char* name, qx::labels units, qx::matrix x) {
  return {std::move(units), {"a", "b"}, std::move(x), {.period = name}};
}
/// Unit "late" comes in 2012; the order of units changes.
qx::panel data() {
  return qx::panel(
      {period("2010", {"one", "two"}, (qx::matrix(2, 2) << 1, 5, 10, 6).finished()),
       period("2012", {"two", "one", "late"}, (qx::matrix(3, 2) << none, 7, none, none, 4, none).finished()),
       period("2015", {"one", "two", "late"}, (qx::matrix(3, 2) << 6, none, 20, 9, 8, 2).finished())});
}
qx::spec recipe(std::vector<qx::prepare_step> steps) {
  return {.framework = qx::group("index", {qx::indicator("a"), qx::indicator("b")}), .prepare = std::move(steps)};
}

TEST(PanelSteps, fill_from_the_units_own_other_periods) {
  const std::vector<qx::result> found = qx::compute(recipe({{qx::impute::linear{.extend = false}}}), data());
  ASSERT_EQ(found.size(), 3U);
  // 2012 is two of five years after 2010: 10 + 10 · 2/5 for "two", 1 + 5 · 2/5 for "one".
  EXPECT_NEAR(found[1].prepared()(0, 0), 14, 1e-12);
  EXPECT_NEAR(found[1].prepared()(1, 0), 3, 1e-12);
  EXPECT_TRUE(qx::is_missing(found[1].prepared()(1, 1))) << "its only value of b is of 2010";
  EXPECT_TRUE(qx::is_missing(found[1].prepared()(2, 1)));
  EXPECT_EQ(found[1].notes()[0].what, "linear filled missing values: 2");
  EXPECT_EQ(found[1].notes()[1].what, "missing values that no imputation filled: 2");
  EXPECT_EQ(found[1].lineage()[0].changed, 2U);
}

TEST(PanelSteps, carry_on_the_latest_value) {
  const std::vector<qx::result> found = qx::compute(recipe({{qx::impute::latest{}}, {qx::impute::mean{}}}), data());
  EXPECT_EQ(found[1].prepared()(0, 0), 10);
  EXPECT_EQ(found[2].prepared()(0, 1), 5);
  EXPECT_FALSE(found[1].scores().hasNaN());
}

TEST(PanelSteps, come_before_all_others) {
  EXPECT_EQ(
      message_of([] {
        (void)qx::compute(recipe({{qx::impute::mean{}}, {qx::impute::latest{}}}), data());
      }),
      "prepare.1: latest looks at other periods, but comes after a step that looks at one table; put it before all "
      "other steps");
}

TEST(PanelSteps, do_nothing_to_a_table_on_its_own_but_say_so) {
  qx::spec s = recipe({{qx::impute::latest{}}});
  s.normalise = qx::normalise::identity{};
  const qx::result r = qx::compute(s, data().at("2012"));
  EXPECT_EQ(r.notes()[0].what, "missing values that no imputation filled: 2");
}

TEST(PanelSteps, stay_in_a_frozen_spec) {
  const qx::spec s = recipe({{qx::impute::linear{}}, {qx::impute::mean{}}});
  const std::vector<qx::result> there = qx::compute(s, data());
  const qx::spec frozen = qx::freeze(there[0].index());
  EXPECT_EQ(frozen.prepare.front(), s.prepare.front());
  const std::vector<qx::result> again = qx::compute(frozen, data());
  for (std::size_t t = 0; t < 3; ++t) EXPECT_EQ(again[t].scores(), there[t].scores());
}

TEST(PanelCompute, scores_every_period_by_one_fitted_index) {
  const qx::spec s = recipe({{qx::impute::mean{}}});
  const std::vector<qx::result> found = qx::compute(s, data(), "2015");
  const qx::fitted index = qx::fit(s, data(), "2015");
  for (std::size_t t = 0; t < 3; ++t) EXPECT_EQ(found[t].scores(), index(data().tables()[t]).scores());
}

TEST(PanelScreen, chooses_units_period_by_period) {
  qx::spec s = recipe({});
  s.screen = qx::screen::availability{.at_least = 0.5, .drop = {"late"}};
  s.missing = qx::missing::renormalise{};
  const std::vector<qx::result> found = qx::compute(s, data());
  EXPECT_EQ(found[1].units().codes(), (std::vector<std::string>{"two"}));
  EXPECT_EQ(found[2].units().codes(), (std::vector<std::string>{"one", "two"}));
}

}  // namespace
