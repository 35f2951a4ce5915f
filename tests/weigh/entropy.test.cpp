#include "quindex/weigh/entropy.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

#include "weighing.hpp"

namespace {

using namespace quindex::weigh;
using trial::expect_near;
using trial::none;
using weighing::refused;
using weighing::rows;
using weighing::table;
namespace qx = quindex;

// Case entropy: is that of elsayed et al (2017)
TEST(Entropy, is_that_of_elsayed_et_al) {
  // Elsayed, Dawood and Karthikeyan (2017), Int. J. Eng. Trends Technol. 46(2), 60-66.
  const table t({{7, 312, 1891, 6613, 163},
                 {72, 88, 728, 941804, 1078},
                 {10, 252, 2594, 3466, 117471},
                 {10, 145, 980, 2371, 86329},
                 {65, 54, 350, 501, 29897},
                 {29, 48, 380, 912, 34051},
                 {7, 476, 3300, 78470, 2212},
                 {70, 87, 650, 733, 819000},
                 {4, 86, 591, 3015, 103},
                 {12, 79, 579, 3240, 96098},
                 {21, 45, 261, 1253, 453},
                 {1, 72, 530, 4333, 0.1048}});
  expect_near(entropy{}.fit(t), {0.104991, 0.069124, 0.071373, 0.449937, 0.304575}, 1e-6);
}

TEST(Entropy, is_that_of_xu) {
  // Xu (2004), European Journal of Operational Research 156(2), 530-532.
  const table t({{30, 30, 38, 29}, {19, 54, 86, 29}, {19, 15, 85, 28.9}, {68, 70, 60, 29}});
  expect_near(entropy{}.fit(t), {0.463, 0.3992, 0.1378, 0.0}, 1e-4);
}

TEST(Entropy, is_that_of_ersoy) {
  // Ersoy (2021), LogForum 17(3): equipment selection.
  const table t({{256, 8, 41, 1.6, 1.77, 7347.16},
                 {256, 8, 32, 1, 1.8, 6919.99},
                 {256, 8, 53, 1.6, 1.9, 8400},
                 {256, 8, 41, 1, 1.75, 6808.9},
                 {512, 8, 35, 1.6, 1.7, 8479.99},
                 {256, 4, 35, 1.6, 1.7, 7499.99}});
  expect_near(entropy{}.fit(t), {0.405, 0.221, 0.134, 0.199, 0.007, 0.034}, 6e-4);
}

TEST(Entropy, takes_zeros_in_three_ways_that_give_three_answers) {
  // Two units with shares (0, 1) have entropy 0: 1 - e = 1. Against (1/3, 2/3), whose entropy in bits is known.
  const double third = 1 + (std::log(1.0 / 3) / 3 + 2 * std::log(2.0 / 3) / 3) / std::log(2.0);
  const table t({{0, 1}, {5, 2}});
  expect_near(entropy{}.fit(t), {1 / (1 + third), third / (1 + third)});
  const auto one_minus_e = [](double p) { return 1 + (p * std::log(p) + (1 - p) * std::log(1 - p)) / std::log(2.0); };
  const double a = one_minus_e(1.0 / 7), b = one_minus_e(2.0 / 5);
  expect_near(entropy{.zeros = entropy_zeros::shift, .amount = 1}.fit(t), {a / (a + b), b / (a + b)});
  // Rescaled to [0.1, 0.9], both columns become the same.
  expect_near(entropy{.zeros = entropy_zeros::rescale, .amount = 0.1}.fit(t), {0.5, 0.5});
}

TEST(Entropy, scales_columns_in_their_own_direction) {
  // (1, 2, 5) becomes (0, 1/4, 1) where high is better and (1, 3/4, 0) where low is.
  const table high({{1, 1}, {2, 1}, {5, 3}}, {1, 1}), low({{1, 1}, {2, 1}, {5, 3}}, {-1, 1});
  const double up = 1 + (0.2 * std::log(0.2) + 0.8 * std::log(0.8)) / std::log(3.0);
  const double down = 1 + (4.0 / 7 * std::log(4.0 / 7) + 3.0 / 7 * std::log(3.0 / 7)) / std::log(3.0);
  const entropy scaled{.scale = scaling::min_max};
  expect_near(scaled.fit(high), {up / (1 + up), 1 / (1 + up)});
  expect_near(scaled.fit(low), {down / (1 + down), 1 / (1 + down)});
  // Without scaling the direction says nothing.
  expect_near(entropy{}.fit(low), entropy{}.fit(high), 0);
}

TEST(Entropy, is_that_of_twenty_rivers) {
  // Twenty rivers with oxygen (high is better), pH (7 is best), germs (low is better) and nutrients (10 to 20 is best);
  // weights printed with seven decimals at zhjx19.github.io/mathmodels-book. Raw columns are rescaled to [0.002,
  // 0.998]; the two that were scored by their distance from the optimum are cut off there, which is done here by hand.
  rows water{{4.69, 6.59, 51, 11.94}, {2.03, 7.86, 19, 6.46},  {9.11, 6.31, 46, 8.91}, {8.61, 7.05, 46, 26.43},
             {7.13, 6.5, 50, 23.57},  {2.39, 6.77, 38, 24.62}, {7.69, 6.79, 38, 6.01}, {9.3, 6.81, 27, 31.57},
             {5.45, 7.62, 5, 18.46},  {6.19, 7.27, 17, 7.51},  {7.93, 7.53, 9, 6.52},  {4.4, 7.28, 17, 25.3},
             {7.46, 8.24, 23, 14.42}, {2.01, 5.55, 47, 26.31}, {2.04, 6.4, 23, 17.91}, {7.73, 6.14, 52, 15.72},
             {6.35, 7.58, 25, 29.46}, {8.29, 8.41, 39, 12.02}, {3.54, 7.27, 54, 3.16}, {7.44, 6.26, 8, 28.41}};
  const double widest = 31.57 - 20;
  for (auto& row : water) {
    row[0] = 0.002 + 0.996 * (row[0] - 2.01) / (9.3 - 2.01);
    row[1] = std::clamp(1 - std::abs(row[1] - 7) / 1.45, 0.002, 0.998);
    row[2] = 0.002 + 0.996 * (54 - row[2]) / (54 - 5);
    const double outside = std::max({10 - row[3], row[3] - 20, 0.0});
    row[3] = std::clamp(1 - outside / widest, 0.002, 0.998);
  }
  expect_near(entropy{}.fit(table(water)), {0.3153202, 0.1813149, 0.3506929, 0.1526721}, 1e-7);
}

TEST(Entropy, is_theils_index_over_that_of_one_who_has_all) {
  // The incomes of R's package ineq 0.2-13 with Theil's T of 0.3623412423, beside one that has all: ln 10.
  rows cells{{541, 0},  {1463, 0}, {2445, 0}, {3438, 0},  {4437, 0},
             {5401, 0}, {6392, 0}, {8304, 0}, {11904, 0}, {22261, 1}};
  const double theil = 0.3623412423;
  expect_near(entropy{}.fit(table(cells)),
              {theil / (theil + std::log(10.0)), std::log(10.0) / (theil + std::log(10.0))}, 1e-10);
}

TEST(Entropy, rescales_as_done_by_hand) {
  const rows raw{{4.69, 51}, {2.03, 19}, {9.11, 46}, {8.61, 46}, {7.13, 50}};
  rows scaled = raw;
  for (auto& row : scaled)
    row = {0.002 + 0.996 * (row[0] - 2.03) / (9.11 - 2.03), 0.002 + 0.996 * (51 - row[1]) / (51 - 19)};
  const entropy method{.scale = scaling::min_max, .zeros = entropy_zeros::rescale, .amount = 0.002};
  expect_near(method.fit(table(raw, {1, -1})), entropy{}.fit(table(scaled)), 1e-13);
}

TEST(Entropy, takes_shares_as_they_are_printed) {
  // Influence of 20 live-streaming platforms, ChinaXiv 201712.01371V1, tables 3 and 5: the printed shares sum to 0.72
  // to 1.07, and the printed weights follow only when they are not divided by their sums.
  const table t({{0.5997, 0.3121, 0.0878, 0.5217, 0.0034, 0.0061, 0.0929, 0.0454, 0.034},
                 {0.0142, 0.0724, 0.0847, 0.0609, 0.0327, 0.0302, 0.2261, 0.0978, 0.0885},
                 {0.0121, 0.1228, 0.1545, 0.0932, 0.0652, 0.0544, 0.0469, 0.0845, 0.0795},
                 {0.266, 0.0297, 0.038, 0.022, 0.0007, 0.0006, 0.0728, 0.0663, 0.1162},
                 {0.0006, 0.0106, 0.0082, 0.0128, 0.1153, 0.1532, 0.0218, 0.0217, 0.0267},
                 {0.0121, 0.1061, 0.1876, 0.03, 0.0563, 0.0175, 0.0563, 0.0536, 0.0563},
                 {0.0114, 0.0094, 0.0729, 0.011, 0.0064, 0.0094, 0.021, 0.0185, 0.0098},
                 {0.0007, 0.0096, 0.0103, 0.0088, 0.0906, 0.092, 0.0948, 0.0706, 0.0425},
                 {0.0092, 0.0719, 0.0951, 0.0502, 0.0499, 0.0383, 0.0547, 0.0445, 0.0421},
                 {0.0078, 0.0557, 0.0513, 0.0598, 0.0459, 0.0541, 0.0352, 0.0687, 0.0738},
                 {0.0036, 0.0397, 0.0543, 0.0261, 0.0716, 0.0517, 0.0435, 0.0344, 0.0291},
                 {0.0017, 0.0195, 0.0265, 0.0129, 0.072, 0.0525, 0.0058, 0.0261, 0.0127},
                 {0.0012, 0.0104, 0.0149, 0.0061, 0.0547, 0.0355, 0.0134, 0.0698, 0.1016},
                 {0.0088, 0.0167, 0.0156, 0.0177, 0.0121, 0.0142, 0.1252, 0.0437, 0.052},
                 {0.0042, 0.0337, 0.0651, 0.0043, 0.0511, 0.0072, 0.0181, 0.0608, 0.0502},
                 {0.0118, 0.0372, 0.0337, 0.0404, 0.0202, 0.0241, 0.037, 0.0403, 0.0383},
                 {0.0035, 0.0206, 0.03, 0.0118, 0.0383, 0.0241, 0.006, 0.0404, 0.04},
                 {0.0005, 0.0026, 0.0018, 0.0034, 0.0358, 0.0506, 0.0068, 0.0402, 0.0271},
                 {0.0303, 0.0171, 0.0264, 0.0085, 0.0036, 0.002, 0.0152, 0.0445, 0.045},
                 {0.0119, 0.0092, 0.0129, 0.0057, 0.005, 0.0034, 0.0164, 0.0282, 0.0347}});
  expect_near(entropy{.shares = true}.fit(t), {0.294, 0.103, 0.043, 0.185, 0.107, 0.158, 0.07, 0.014, 0.026}, 1e-3);
}

TEST(Entropy, counts_the_units_that_a_child_has) {
  // (1, 2) over two units and (1, 1, 2) over three.
  const double a = 1 + (std::log(1.0 / 3) / 3 + 2 * std::log(2.0 / 3) / 3) / std::log(2.0);
  const double b = 1 + (std::log(0.25) / 2 + std::log(0.5) / 2) / std::log(3.0);
  expect_near(entropy{}.fit(table({{1, 1}, {2, 1}, {none, 2}})), {a / (a + b), b / (a + b)});
}

TEST(Entropy, keeps_its_digits_where_shares_are_nearly_equal) {
  // 1 - e is about the squared coefficient of variation over 2 ln n: here 9 times as much for the second child.
  const double d = 1e-7;
  const std::vector<double> w = entropy{}.fit(table({{1 - d, 1 - 3 * d}, {1 + d, 1 + 3 * d}}));
  EXPECT_NEAR(w[0], 0.1, 1e-7);
}

TEST(Entropy, spans_more_than_one_block) {
  // Half of 5,000 units at 1, half at 3: n times the divergence is 2500 (0.5 ln 0.5 + 1.5 ln 1.5); against two units.
  rows many;
  for (int i = 0; i < 5000; ++i) many.push_back({i % 2 == 0 ? 1.0 : 3.0, i < 2500 ? 1.0 : 0.0});
  const double a = (0.5 * std::log(0.5) + 1.5 * std::log(1.5)) / 2, b = std::log(2.0);
  expect_near(entropy{}.fit(table(many)), {a / (a + b), b / (a + b)}, 1e-13);
}

TEST(Entropy, gives_a_constant_child_exactly_nothing) {
  expect_near(entropy{}.fit(table({{0.1, 1}, {0.1, 2}, {0.1, 4}})), {0, 1}, 0);
  expect_near(entropy{}.fit(table({{0, 1}, {0, 2}, {0, 4}})), {0, 1}, 0);
  EXPECT_EQ(refused<qx::data_error>(entropy{}, table({{1, 2}, {1, 2}})),
            "weigh/g: no child differs from unit to unit, so all weights would be 0; leave the group's weights equal");
}

TEST(Entropy, gives_an_only_child_everything) { expect_near(entropy{}.fit(table(weighing::only_child)), {1}, 0); }

TEST(Entropy, refuses_what_has_no_entropy) {
  EXPECT_EQ(refused<qx::data_error>(entropy{}, table({{1, -1}, {2, 1}})),
            "weigh/g/c2: a score is -1; entropy needs scores of 0 or more; scale the children to such a range, or set "
            "scale to 'min_max'");
  EXPECT_EQ(refused<qx::data_error>(entropy{}, table({{1, 2}})), "weigh/g/c1: 1 unit has a score; entropy needs 2");
  // -(0.3 ln 0.3 + 0.4 ln 0.4) / ln 2 = 1.0499.
  const std::string found = refused<qx::data_error>(entropy{.shares = true}, table({{0.2, 0.3}, {0.8, 0.4}}));
  EXPECT_EQ(found.rfind("weigh/g/c2: the entropy is 1.0498", 0), 0U) << found;
}

TEST(Entropy, refuses_settings_that_do_not_go_together) {
  const auto check = [](const entropy& m) {
    return trial::refused<qx::spec_error>([&] { m.check(qx::path("weigh")); });
  };
  EXPECT_EQ(check({.zeros = entropy_zeros::rescale, .amount = 0.5}),
            "weigh.amount: the amount is 0.5; rescaling to [amount, 1 - amount] needs one below 0.5");
  EXPECT_EQ(check({.scale = scaling::min_max, .shares = true}),
            "weigh.shares: shares are neither scaled nor shifted; set scale to 'none' and zeros to 'defined'");
}

}  // namespace
