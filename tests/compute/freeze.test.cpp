#include <gtest/gtest.h>

#include "compute/support.hpp"
#include "quindex/compute/compute.hpp"

namespace qx = quindex;
using example::data;
using example::recipe;

namespace {

qx::spec elaborate() {
  qx::spec s = recipe();
  s.prepare = {qx::prepare_step(qx::impute::method(qx::impute::median{})),
               qx::prepare_step(qx::treat::method(qx::treat::winsorise{}), {"income"})};
  s.normalise = {qx::normalise::z_score{.mean = 50, .sd = 10}, {{"schooling", qx::normalise::percentile_rank{}}}};
  s.weigh = qx::weigh::equal{};
  s.aggregate = qx::aggregate::power_mean{.exponent = 2};
  s.missing = qx::missing::group_mean{};
  return s;
}

// Case treat/fixed, impute/fixed: a frozen index gives the bits of the fitted one
TEST(freeze, gives_the_same_bits_without_estimating_anything) {
  const qx::table holed = example::data_with(2, 1, qx::missing_value);
  const qx::result r = qx::compute(elaborate(), holed);
  const qx::spec frozen = qx::freeze(r.index());
  EXPECT_EQ(qx::compute(frozen, holed).scores(), r.scores());
}

TEST(freeze, scores_another_table_as_the_fitted_index_does) {
  const qx::fitted index = qx::fit(elaborate(), data());
  const qx::table other = example::data_with(0, 0, 12);
  EXPECT_EQ(qx::compute(qx::freeze(index), other).scores(), index(other).scores());
}

TEST(freeze, survives_a_round_trip_as_plain_data) {
  const qx::spec frozen = qx::freeze(qx::fit(elaborate(), data()));
  EXPECT_EQ(qx::read_spec(qx::write_spec(frozen)), frozen);
}

TEST(freeze, twice_is_the_same_as_once) {
  const qx::spec once = qx::freeze(qx::fit(elaborate(), data()));
  const qx::result first = qx::compute(once, data());
  EXPECT_EQ(qx::compute(qx::freeze(first.index()), data()).scores(), first.scores());
}

TEST(freeze, keeps_groups_in_which_low_is_better_turnable) {
  qx::spec s = recipe();
  s.framework = qx::group(
      "wellbeing", {qx::indicator("income"),
                    qx::group("harm", {qx::indicator("pollution")}, {.better = qx::direction::worse_when_high})});
  const qx::result r = qx::compute(s, data());
  EXPECT_EQ(qx::compute(qx::freeze(r.index()), data()).scores(), r.scores());
}

TEST(freeze, leaves_out_an_imputation_that_found_nothing_to_fill_in) {
  qx::spec s = recipe();
  s.prepare = {qx::prepare_step(qx::impute::method(qx::impute::group_mean{}))};
  qx::table_options groups;
  groups.groups = {"", "", "", ""};
  const qx::table t{data().units(), data().indicators(), qx::matrix(data().values()), groups};
  const qx::result r = qx::compute(s, t);
  const qx::spec frozen = qx::freeze(r.index());
  EXPECT_TRUE(frozen.prepare.empty());
  EXPECT_EQ(qx::read_spec(qx::write_spec(frozen)), frozen);
}

}  // namespace
