// Slacks-based super-efficiency: a program of another form, a case done by hand, and what has to hold.
#include <gtest/gtest.h>

#include "quindex/frontier/data_envelopment.hpp"
#include "sample.hpp"

namespace super_slacks_test {

using namespace quindex;
using namespace quindex::frontier;
using sample::named;
using sample::random_activities;
using sample::two_by_two;

TEST(super_slacks, agree_with_a_program_of_another_form) {
  // Six units, all efficient; the ratio minimised over moved inputs and outputs themselves by Dinkelbach's method, each
  // step a program solved by SciPy's HiGHS. NaN: infeasible.
  const matrix data = (matrix(6, 6) << 80, 600, 54, 8, 90, 5, 65, 200, 97, 1, 58, 1, 83, 400, 72, 4, 60, 7, 40, 1000,
                       75, 7, 80, 10, 52, 600, 20, 3, 72, 8, 94, 700, 36, 5, 96, 6)
                          .finished();
  const double nan = missing_value;
  const auto expect = [&](returns scale, orientation towards, bool both, const std::vector<double>& expected) {
    const efficiency found =
        data_envelopment(named(data, {"a", "b", "c", "d", "e", "f"}), {{"a", "b", "c", "d"}, {"e", "f"}},
                         {.by = distance::slacks_based,
                          .scale = scale,
                          .towards = towards,
                          .both_sides = both,
                          .super_efficiency = true});
    for (std::size_t i = 0; i < 6; ++i) {
      EXPECT_EQ(found.outcomes[i], is_missing(expected[i]) ? outcome::infeasible : outcome::optimal);
      if (is_missing(expected[i])) {
        EXPECT_TRUE(is_missing(found.scores[i]));
      } else {
        EXPECT_NEAR(found.scores[i], expected[i], 1e-9);
      }
    }
  };
  using enum orientation;
  expect(returns::constant, input, false, {1.0116159882, 1.7083333333, 1.078125, 1.15625, 1.7988095238, 1.0198097644});
  expect(returns::constant, output, false,
         {1.0139302706, 1.4146341463, 1.1919866444, 1.5294117647, 1.7322240329, 1.0304386573});
  expect(returns::constant, input, true, {1.0116159882, 1.4146341463, 1.078125, 1.15625, 1.5858461538, 1.0198097644});
  expect(returns::variable, input, false, {1.0382127193, 2, 1.0892857143, nan, 1.8700320513, nan});
  expect(returns::variable, output, false, {1.0304257069, nan, 1.2173913043, nan, nan, 1.095890411});
  expect(returns::variable, input, true, {1.0304257069, 2, 1.0892857143, 1.2647058824, 1.8402930403, 1.095890411});
}

TEST(super_slacks, keep_the_score_of_what_is_not_efficient) {
  const envelopment_options plain{.by = distance::slacks_based, .both_sides = true};
  envelopment_options super = plain;
  super.super_efficiency = true;
  const table data = random_activities(30, 0, 9);
  const efficiency before = data_envelopment(data, sample::roles_of_random, plain);
  const efficiency found = data_envelopment(data, sample::roles_of_random, super);
  for (std::size_t i = 0; i < 30; ++i) {
    if (before.scores[i] < 1) {
      EXPECT_NEAR(found.scores[i], before.scores[i], 1e-10);  // the tolerance of a proof: programs start elsewhere
    } else {
      EXPECT_GE(found.scores[i], 1);
    }
    for (const numeric::peer& one : found.peers[i]) EXPECT_TRUE(before.scores[i] < 1 || one.point != i);
  }
  // By hand: without itself C (8, 1) of the drawn frontier is nearest to F (10, 1): (10/8 + 1) / 2.
  const efficiency drawn =
      data_envelopment(two_by_two(), {{"x1", "x2"}, {"y"}}, {.by = distance::slacks_based, .super_efficiency = true});
  EXPECT_NEAR(drawn.scores[2], 1.125, 1e-9);
  EXPECT_THROW((void)data_envelopment(two_by_two(), {{"x1", "x2"}, {"y"}},
                                      {.by = distance::additive, .scale = returns::variable, .super_efficiency = true}),
               spec_error);
}

}  // namespace super_slacks_test
