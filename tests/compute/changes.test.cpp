#include <cmath>
#include <gtest/gtest.h>

#include "compute/support.hpp"

namespace qx = quindex;
using example::data;
using example::recipe;

namespace {

/// "prepare.0 clip income/C 60 -> 50", missing as nan.
std::vector<std::string> lines(const qx::result& r) {
  std::vector<std::string> out;
  for (const qx::cell_change& c : r.changes())
    out.push_back(c.step + ' ' + c.method + ' ' + c.indicator + '/' + c.unit + ' ' + qx::number_text(c.before) +
                  " -> " + qx::number_text(c.after));
  return out;
}

using texts = std::vector<std::string>;

TEST(changes, name_every_cell_with_its_value_before_and_after) {
  qx::spec s = recipe();
  s.prepare = {qx::prepare_step(qx::impute::median{}, {"schooling"}),
               qx::prepare_step(qx::treat::clip{.high = 50}, {"income"}),
               qx::prepare_step(qx::treat::clip{.high = 45}, {"income"})};
  EXPECT_EQ(lines(qx::compute(s, example::data_with(0, 2, qx::missing_value))),
            (texts{"prepare.0 median schooling/A nan -> 12", "prepare.1 clip income/C 60 -> 50",
                   "prepare.2 clip income/C 50 -> 45"}));
}

TEST(changes, are_none_without_preparation_or_where_nothing_had_to_be_done) {
  EXPECT_TRUE(qx::compute(recipe(), data()).changes().empty());
  qx::spec s = recipe();
  s.prepare = {qx::prepare_step(qx::treat::winsorise{})};
  EXPECT_TRUE(qx::compute(s, data()).changes().empty());
}

TEST(changes, say_what_was_taken_away) {
  qx::spec s = recipe();
  s.missing = qx::missing::renormalise{};
  s.prepare = {qx::prepare_step(
      qx::treat::winsorise{
          .rule = qx::treat::outlier_rule::fences, .multiple = 0.1, .action = qx::treat::outlier_action::remove},
      {"income"})};
  // quartiles of 25, 33, 40 and 60 are 31 and 45: fences at 29.6 and 46.4
  EXPECT_EQ(lines(qx::compute(s, data())),
            (texts{"prepare.0 winsorise income/B 25 -> nan", "prepare.0 winsorise income/C 60 -> nan"}));
}

TEST(changes, of_a_frozen_index_and_of_another_table_are_those_of_the_fitted_limits) {
  qx::spec s = recipe();
  s.prepare = {qx::prepare_step(qx::treat::clip{.high = 50}, {"income"})};
  const qx::fitted index = qx::fit(s, data());
  const qx::table later = example::data_with(3, 0, 70);
  const texts expected{"prepare.0 clip income/C 60 -> 50", "prepare.0 clip income/D 70 -> 50"};
  EXPECT_EQ(lines(index(later)), expected);
  texts frozen = expected;
  for (std::string& line : frozen) line.replace(line.find("clip"), 4, "fixed");
  EXPECT_EQ(lines(qx::compute(qx::freeze(index), later)), frozen);
}

TEST(changes, agree_with_the_counts_of_the_lineage) {
  qx::spec s = recipe();
  s.prepare = {qx::prepare_step(qx::treat::log_shift{.shift = 1}),
               qx::prepare_step(qx::treat::clip{.high = 3}, {"life"})};
  const qx::result r = qx::compute(s, data());
  std::size_t counted = 0;
  for (const qx::lineage_entry& e : r.lineage()) counted += e.changed;
  EXPECT_EQ(r.changes().size(), counted);
  EXPECT_GT(counted, 12U);
}

TEST(Preparation, of_a_named_indicator_goes_by_what_is_written_for_it_and_not_by_the_test) {
  // Income is not skewed: the general step leaves all alone. The step written for income transforms it in any case.
  qx::spec s = recipe();
  s.prepare = {qx::prepare_step(qx::treat::log_shift{.when = qx::treat::when::skewed}, {}, {"income"}),
               qx::prepare_step(qx::treat::log_shift{.shift = 0}, {"income"})};
  const qx::matrix prepared = qx::compute(s, data()).prepared();
  EXPECT_NEAR(prepared(0, 0), std::log(40.0), 1e-14);
  EXPECT_EQ(prepared(0, 1), 12);
  EXPECT_EQ(prepared(0, 2), 11);
  s.prepare = {qx::prepare_step(qx::treat::winsorise{}, {}, {"income"}),
               qx::prepare_step(qx::treat::winsorise{.skewness = 0, .kurtosis = -10, .max_points = 1}, {"income"})};
  EXPECT_EQ(lines(qx::compute(s, data())), texts{"prepare.1 winsorise income/C 60 -> 40"});
}

}  // namespace
