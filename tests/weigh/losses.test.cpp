// Weights by removal, by loss and by size over spread: MEREC, CILOS, IDOCRIW, LOPCOW, PSI and MPSI.
#include <cmath>
#include <gtest/gtest.h>

#include "quindex/weigh/cilos.hpp"
#include "quindex/weigh/idocriw.hpp"
#include "quindex/weigh/lopcow.hpp"
#include "quindex/weigh/merec.hpp"
#include "quindex/weigh/psi.hpp"
#include "weighing.hpp"

namespace {

using namespace quindex::weigh;
using trial::expect_near;
using trial::none;
using weighing::refused;
using weighing::rows;
using weighing::table;
namespace qx = quindex;

const rows contractors{{3, 100, 10, 7}, {2.5, 80, 8, 5}, {1.8, 50, 20, 11}, {2.2, 70, 12, 9}};
const std::vector<int> contractor_types{-1, 1, -1, 1};

// Case merec: is that of keshavarz ghorabaee et al (2021)
TEST(Merec, is_that_of_keshavarz_ghorabaee_et_al) {
  // Keshavarz-Ghorabaee et al. (2021), Symmetry 13(4), 525, the first example.
  const table t(
      {{450, 8000, 54, 145}, {10, 9100, 2, 160}, {100, 8200, 31, 153}, {220, 9300, 1, 162}, {5, 8400, 23, 158}},
      {1, 1, -1, -1});
  expect_near(merec{}.fit(t), {0.57522, 0.0141, 0.40156, 0.00912}, 1e-5);
}

TEST(Merec, leaves_incomplete_units_out) {
  expect_near(merec{}.fit(table({{1, 2}, {3, none}, {2, 3}, {4, 9}})), merec{}.fit(table({{1, 2}, {2, 3}, {4, 9}})), 0);
}

// Case cilos: is that of zavadskas and podvezko (Zavadskas and Podvezko (2016), IJITDM 15(2), 267-283)
TEST(Cilos, is_that_of_zavadskas_and_podvezko) {
  // Zavadskas and Podvezko (2016), IJITDM 15(2), 267-283.
  expect_near(cilos{}.fit(table(contractors, contractor_types)), {0.3343, 0.2199, 0.1957, 0.2501}, 1e-4);
}

TEST(Cilos, solves_its_equations) {
  // Three benefits, best at three units. F from the definition, with columns divided by their sums.
  const rows cells{{9, 2, 4}, {3, 8, 5}, {6, 4, 7}};
  const std::vector<double> w = cilos{}.fit(table(cells));
  for (std::size_t i = 0; i < 3; ++i) {
    double left = 0;
    for (std::size_t j = 0; j < 3; ++j) {
      if (i == j) continue;
      left += w[j] * (cells[j][j] - cells[i][j]) / cells[j][j];
      left -= w[i] * (cells[i][i] - cells[j][i]) / cells[i][i];
    }
    EXPECT_NEAR(left, 0, 1e-15) << "row " << i;
  }
  EXPECT_NEAR(w[0] + w[1] + w[2], 1, 1e-15);
}

TEST(Cilos, averages_losses_over_units_that_are_equally_good) {
  const rows cells{{9, 2}, {9, 4}, {3, 8}};
  // Child 1 is best at units 1 and 2: child 2 loses 6/8 and 4/8 there, 5/8 on average; child 1 loses 6/9 at unit 3.
  const double first = 6.0 / 9, second = 5.0 / 8;
  expect_near(cilos{}.fit(table(cells)), {second / (first + second), first / (first + second)}, 1e-15);
}

TEST(Cilos, refuses_losses_that_leave_weights_open) {
  EXPECT_EQ(refused<qx::data_error>(cilos{}, table({{9, 8}, {3, 2}})),
            "weigh/g: the losses leave the weights open: some units are best on several children; cilos needs children "
            "with different best units; use another method");
}

// Case idocriw: is that of zavadskas and podvezko (Zavadskas and Podvezko (2016): the entropy weights and the product)
TEST(Idocriw, is_that_of_zavadskas_and_podvezko) {
  // Zavadskas and Podvezko (2016): the entropy weights and the product.
  expect_near(entropy{}.fit(table(contractors, contractor_types)), {0.1146, 0.1981, 0.4185, 0.2689}, 1e-4);
  expect_near(idocriw{}.fit(table(contractors, contractor_types)), {0.1658, 0.1885, 0.3545, 0.2911}, 1e-4);
}

// Case lopcow: is that of ecer and pamucar (Ecer and Pamucar (2022), Omega 112, 102690)
TEST(Lopcow, is_that_of_ecer_and_pamucar) {
  // Ecer and Pamucar (2022), Omega 112, 102690: nine developing countries' banks, printed with four decimals.
  const table t(
      {{21.8, 14.1, 10.7, 1.6, 1.8, 770, 12750, 18, 5100, 1.5, 9.1, 1.054, 4.196, 29.407, 7.03, 15.08, 9.705},
       {16.4, 8.5, 13.9, 1.2, 1.3, 524, 12087, 5.7, 2941, 2.208, 15.2, 1.123, 3.86, 5.228, 14.724, 32.103, 19},
       {14.5, 7, 2.3, 0.2, 0.2, 238, 3265, 1.9, 320, 2.32, 16.202, 1.008, 3.095, 5.549, 17.34, 65.129, 32.056},
       {18.2, 10.3, 11.4, 1.2, 1.1, 835, 16037, 21.3, 4332, 0.875, 9.484, 0.856, 2.191, 23.75, 13.1, 58.157, 27.46},
       {18.5, 8.1, 11.1, 1, 1.1, 504, 9464, 1.4, 1743, 2.95, 0.7, 0.479, 2.44, 8.77, 13.48, 33.45, 17.68},
       {18.7, 11.4, 10.8, 1.3, 1.5, 1227, 24053, 20, 6521, 0.733, 1.6, 0.857, 2.377, 4.985, 11.743, 26.732, 24.485},
       {18.5, 12.6, 10.8, 1.4, 1.8, 912, 18800, 18.2, 5300, 1.29, 8.27, 0.558, 0.635, 5.22, 13.829, 31.914, 7.515},
       {16.4, 6.7, 12.6, 0.9, 0.9, 951, 16767, 22, 3917, 2.46, 3.9, 0.724, 0.568, 4.491, 14.357, 28.869, 7.313},
       {15.2, 6.3, 6.9, 0.5, 0.5, 1013, 20170, 10.97, 4060, 1.67, 1.7, 0.704, 2.96, 3.24, 10.029, 60.981, 23.541}},
      {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1});
  expect_near(lopcow{}.fit(t),
              {0.0495, 0.0366, 0.0846, 0.0706, 0.0637, 0.0661, 0.0699, 0.0504, 0.069, 0.0492, 0.0556, 0.0487, 0.0482,
               0.0763, 0.0551, 0.0532, 0.0534},
              5.1e-5);
  // The same to the last digits in the tests of pymcdm, crispyn and pyrepo-mcda.
  expect_near(lopcow{}.fit(t),
              {0.0494739618585499, 0.0366230783749353, 0.0845662443200203, 0.0705594164719862, 0.0637406420860843,
               0.0660734602415126, 0.0699299682542297, 0.0504004077191502, 0.0689844249442893, 0.0491618867560788,
               0.0555597725236513, 0.0487457716462668, 0.0482437589634006, 0.0762536089544412, 0.0550717149127653,
               0.0532072757707825, 0.0534046062018556},
              1e-9);
}

TEST(Lopcow, is_the_logarithm_of_size_over_spread) {
  // r = (0, 1/2, 1): mean square 5/12, s = 1/2; r = (1, 0, 1/4) of the cost: 17/48 against s^2 = 13/48.
  const double a = std::log(5.0 / 3) / 2, b = std::log(17.0 / 13) / 2;
  expect_near(lopcow{}.fit(table({{1, 1}, {2, 5}, {3, 4}}, {1, -1})), {a / (a + b), b / (a + b)});
  const double a0 = std::log(5.0 / 2) / 2, b0 = std::log(51.0 / 26) / 2;
  expect_near(lopcow{.ddof = 0}.fit(table({{1, 1}, {2, 5}, {3, 4}}, {1, -1})), {a0 / (a0 + b0), b0 / (a0 + b0)});
}

TEST(Lopcow, gives_a_constant_child_nothing) { expect_near(lopcow{}.fit(table({{1, 3}, {1, 4}, {1, 9}})), {0, 1}, 0); }

// Case psi: is one minus variation (x of the first child 1, 1/2, 3/4 with mean 3/4)
TEST(Psi, is_one_minus_variation) {
  // x of the first child 1, 1/2, 3/4 with mean 3/4: V = 1/8. Of the second, a cost, 1/2, 1, 1/4: mean 7/12,
  // V = 1/144 + 25/144 + 16/144 = 7/24.
  const table t({{8, 2}, {4, 1}, {6, 4}}, {1, -1});
  expect_near(psi{}.fit(t), {21.0 / 38, 17.0 / 38}, 1e-15);
  expect_near(psi{.modified = true}.fit(t), {3.0 / 10, 7.0 / 10}, 1e-15);
}

TEST(Psi, gives_a_constant_child_most_and_its_modified_form_nothing) {
  const table t({{8, 2}, {4, 2}, {6, 2}});
  expect_near(psi{}.fit(t), {7.0 / 15, 8.0 / 15}, 1e-15);
  expect_near(psi{.modified = true}.fit(t), {1, 0}, 0);
}

TEST(Psi, refuses_a_variation_above_one) {
  // x = 0.01 twice, 1 twice: V = 4 * 0.495^2 = 0.9801; three of each make 1.47015.
  const table four({{1, 1}, {1, 2}, {100, 1}, {100, 2}}), six({{1, 1}, {1, 2}, {100, 1}, {100, 2}, {1, 1}, {100, 1}});
  EXPECT_NO_THROW((void)psi{}.fit(four));
  EXPECT_EQ(refused<qx::data_error>(psi{}, six).rfind("weigh/g/c1: the variation is 1.4701", 0), 0U);
}

template <class M>
class AboveZero : public testing::Test {};
using methods_above_zero = testing::Types<merec, cilos, idocriw, psi>;
TYPED_TEST_SUITE(AboveZero, methods_above_zero);

TYPED_TEST(AboveZero, refuses_zero_and_below) {
  EXPECT_EQ(refused<qx::data_error>(TypeParam{}, table({{1, 0}, {2, 1}})).rfind("weigh/g/c2: a score is 0; ", 0), 0U);
  EXPECT_EQ(refused<qx::data_error>(TypeParam{}, table({{-1, 1}, {2, 2}})).rfind("weigh/g/c1: a score is -1; ", 0), 0U);
}

TYPED_TEST(AboveZero, gives_an_only_child_everything) {
  expect_near(TypeParam{}.fit(table(weighing::only_child)), {1}, 0);
}

template <class M>
class Losses : public testing::Test {};
using loss_methods = testing::Types<merec, cilos, idocriw>;
TYPED_TEST_SUITE(Losses, loss_methods);

TYPED_TEST(Losses, give_a_constant_child_exactly_nothing) {
  EXPECT_EQ(TypeParam{}.fit(table({{1, 3, 7}, {2, 3, 5}, {3, 3, 4}}))[1], 0);
  EXPECT_EQ(refused<qx::data_error>(TypeParam{}, table({{1, 2}, {1, 2}})).rfind("weigh/g: no child differs", 0), 0U);
}

}  // namespace
