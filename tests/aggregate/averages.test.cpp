// Methods of distances from an average, a border or the worst: EDAS, MABAC, CODAS; and CoCoSo.
#include <cmath>
#include <gtest/gtest.h>

#include "printed_table.hpp"
#include "quindex/aggregate/cocoso.hpp"
#include "quindex/aggregate/codas.hpp"
#include "quindex/aggregate/edas.hpp"
#include "quindex/aggregate/mabac.hpp"

namespace {

using namespace trial;
using namespace quindex::aggregate;
using quindex::numeric_error;

// Case edas: scores the energy sources of Yazdani et al 2020 (Sustainable Operations and Computers 1)
TEST(Edas, scores_the_energy_sources_of_Yazdani_et_al_2020) {
  // Sustainable Operations and Computers 1.
  const printed_table table({{3873, 39.55, 0.27, 0.87, 150, 0.07, 12, 2130},
                             {5067, 67.26, 0.23, 0.23, 40, 0.02, 21, 2200},
                             {2213, 24.69, 0.08, 0.17, 200, 0.04, 35, 570},
                             {6243, 132, 0.07, 0.25, 100, 0.04, 16, 100},
                             {8312, 460.47, 0.05, 0.21, 25, 0.1, 25, 200}},
                            {0.131, 0.113, 0.126, 0.125, 0.126, 0.129, 0.132, 0.117}, {-1, -1, -1, 1, 1, -1, 1, 1});
  expect_close(edas{}.scores(table.view()), {0.841, 0.632, 0.883, 0.457, 0.104}, 0.0006);
}

TEST(Edas, scores_the_equipment_of_Ersoy_2021) {
  // LogForum 17(3).
  const printed_table table({{256, 8, 41, 1.6, 1.77, 7347.16},
                             {256, 8, 32, 1, 1.8, 6919.99},
                             {256, 8, 53, 1.6, 1.9, 8400},
                             {256, 8, 41, 1, 1.75, 6808.9},
                             {512, 8, 35, 1.6, 1.7, 8479.99},
                             {256, 4, 35, 1.6, 1.7, 7499.99}},
                            {0.405, 0.221, 0.134, 0.199, 0.007, 0.034}, {1, 1, 1, 1, -1, -1});
  expect_close(edas{}.scores(table.view()), {0.414, 0.13, 0.461, 0.212, 0.944, 0.043}, 0.0006);
}

TEST(Edas, knows_its_edges) {
  // 0.1 three times has a mean that is rounded; no one is above or below it all the same.
  EXPECT_EQ(edas{}.scores(printed_table({{0.1, 0}, {0.1, 0}, {0.1, 0}}, {1, 1}).view()),
            (std::vector<double>{0.5, 0.5, 0.5}));
  EXPECT_EQ(edas{}.scores(printed_table({{3}}, {1}).view()), std::vector<double>{0.5});
  EXPECT_EQ(edas{}.scores(printed_table({{1, 7}, {3, 7}}, {1, 1}).view()), (std::vector<double>{0, 1}));
  EXPECT_EQ(error_of<numeric_error>([] {
              (void)edas{}.scores(printed_table({{1}, {-3}}, {1}).view());
            }),
            "groups/all/u2/c1: edas needs values of 0 or more, this is -3; normalise to a range that starts at 0, "
            "for instance min_max");
}

// Case mabac: scores the forklifts of Pamucar and Cirovic 2015 (Expert Systems with Applications 42(6))
TEST(Mabac, scores_the_forklifts_of_Pamucar_and_Cirovic_2015) {
  // Expert Systems with Applications 42(6).
  const printed_table table({{22600, 3800, 2, 5, 1.06, 3, 3.5, 2.8, 24.5, 6.5},
                             {19500, 4200, 3, 2, 0.95, 3, 3.4, 2.2, 24, 7},
                             {21700, 4000, 1, 3, 1.25, 3.2, 3.3, 2.5, 24.5, 7.3},
                             {20600, 3800, 2, 5, 1.05, 3.25, 3.2, 2, 22.5, 11},
                             {22500, 3800, 4, 3, 1.35, 3.2, 3.7, 2.1, 23, 6.3},
                             {23250, 4210, 3, 5, 1.45, 3.6, 3.5, 2.8, 23.5, 7},
                             {20300, 3850, 2, 5, 0.9, 3.25, 3, 2.6, 21.5, 6}},
                            {0.146, 0.144, 0.119, 0.121, 0.115, 0.101, 0.088, 0.068, 0.05, 0.048},
                            {-1, 1, 1, 1, -1, -1, 1, 1, 1, 1});
  expect_close(mabac{}.scores(table.view()), {0.0826, 0.2183, -0.0488, 0.0246, -0.0704, 0.0465, 0.0464}, 6e-5);
}

TEST(Mabac, scores_the_logistics_of_Isik_et_al_2020) {
  // LogForum 16(4).
  const printed_table table({{2.937588, 2.762986, 3.233723, 2.881315, 3.015289, 3.313491},
                             {2.978555, 3.01282, 2.929487, 3.096154, 3.01282, 3.593939},
                             {3.286673, 3.4646, 3.746009, 3.715632, 3.703427, 4.13362},
                             {3.322037, 3.098638, 3.262154, 3.147851, 3.206675, 3.798684},
                             {3.354866, 3.270945, 3.22188, 3.213207, 3.670508, 3.785941},
                             {2.79657, 2.983, 2.744904, 2.69255, 2.787563, 2.878851},
                             {2.846491, 2.729618, 2.78999, 2.955624, 3.123323, 3.646595},
                             {3.253458, 3.208902, 3.678499, 3.580044, 3.505663, 3.954262},
                             {2.580718, 2.906903, 3.176497, 3.073653, 3.264727, 3.681887},
                             {2.789011, 3, 3.101099, 3.139194, 2.985348, 3.139194},
                             {3.418681, 3.261905, 3.187912, 3.052381, 3.266667, 3.695238}},
                            {0.171761, 0.105975, 0.191793, 0.168824, 0.161768, 0.19988});
  expect_close(mabac{}.scores(table.view()),
               {-0.1553, -0.0895, 0.5054, 0.1324, 0.2469, -0.3868, -0.1794, 0.3629, -0.0842, -0.1675, 0.1399}, 0.005);
}

TEST(Mabac, knows_its_edges) {
  EXPECT_EQ(mabac{}.scores(printed_table({{0.1, -7}, {0.1, -7}}, {1, 1}).view()), (std::vector<double>{0, 0}));
  EXPECT_EQ(mabac{}.scores(printed_table({{3}}, {1}).view()), std::vector<double>{0});
  // Ends 2 and 1, border at the square root of 2.
  expect_close(mabac{}.scores(printed_table({{3}, {5}}, {1}, {-1}).view()), {2 - std::sqrt(2.0), 1 - std::sqrt(2.0)},
               1e-15);
}

// Case codas: scores the steel suppliers of Badi et al 2018 (Decision Making)
TEST(Codas, scores_the_steel_suppliers_of_Badi_et_al_2018) {
  // Decision Making: Applications in Management and Engineering 1(1).
  const printed_table table({{45, 3600, 45, 0.9},
                             {25, 3800, 60, 0.8},
                             {23, 3100, 35, 0.9},
                             {14, 3400, 50, 0.7},
                             {15, 3300, 40, 0.8},
                             {28, 3000, 30, 0.6}},
                            {0.2857, 0.3036, 0.2321, 0.1786}, {1, -1, 1, 1});
  expect_close(codas{}.scores(table.view()), {1.3914, 0.3411, -0.217, -0.5381, -0.7292, -0.2481}, 2e-4);
}

TEST(Codas, scores_the_robots_of_Keshavarz_Ghorabaee_et_al_2016) {
  // Economic Computation and Economic Cybernetics Studies and Research 50(3); three decimals are printed.
  const printed_table table({{7.6, 46, 18, 390, 0.1, 11},
                             {5.5, 32, 21, 360, 0.05, 11},
                             {5.3, 32, 21, 290, 0.05, 11},
                             {5.7, 37, 19, 270, 0.05, 9},
                             {4.2, 38, 19, 240, 0.1, 8},
                             {4.4, 38, 19, 260, 0.1, 8},
                             {3.9, 42, 16, 270, 0.1, 5},
                             {7.9, 44, 20, 400, 0.05, 6},
                             {8.1, 44, 20, 380, 0.05, 6},
                             {4.5, 46, 18, 320, 0.1, 7},
                             {5.7, 48, 20, 320, 0.05, 11},
                             {5.2, 48, 20, 310, 0.05, 11},
                             {7.1, 49, 19, 280, 0.1, 12},
                             {6.9, 50, 16, 250, 0.05, 10}},
                            {0.21, 0.16, 0.26, 0.17, 0.12, 0.08}, {1, 1, 1, 1, -1, -1});
  expect_close(codas{}.scores(table.view()),
               {0.768, 0.363, -0.105, -0.329, -2.384, -2.207, -2.043, 2.929, 2.89, -1.282, 0.568, 0.313, 0.157, 0.364},
               0.002);
}

/// The formula of the paper, pair by pair.
std::vector<double> codas_by_pairs(const codas& method, const printed_table& table) {
  const std::vector<double> e = measured(method, table, "euclidean");
  const std::vector<double> t = measured(method, table, "taxicab");
  std::vector<double> out(e.size(), 0.0);
  for (std::size_t i = 0; i < e.size(); ++i)
    for (std::size_t k = 0; k < e.size(); ++k)
      out[i] += (e[i] - e[k]) + (std::abs(e[i] - e[k]) >= method.threshold ? t[i] - t[k] : 0.0);
  return out;
}

TEST(Codas, sorts_to_what_its_pairs_give) {
  std::vector<std::vector<double>> rows;
  for (int i = 0; i < 60; ++i) rows.push_back({1.0 + (i * 37) % 20, 1.0 + (i * 17) % 7, 1.0 + (i * 11) % 13});
  const printed_table table(rows, {3, 2, 1}, {1, -1, 1});
  for (const double threshold : {0.0, 0.02, 0.1, 5.0})
    expect_close(codas{.threshold = threshold}.scores(table.view()), codas_by_pairs({threshold}, table), 1e-12);
}

TEST(Codas, may_put_a_unit_below_one_that_it_beats_everywhere) {
  // Ratios halved: (0.5, 0.05), (0.5, 0.1), (0.05, 0.5), (0.4, 0.3). The second unit beats the first. E = 0.45, 0.4528,
  // 0.45, 0.4301: the fourth unit is within 0.02 of the first, so its taxicab lead of 0.15 does not count there, but it
  // is not of the second, against which its lead of 0.1 does.
  const printed_table table({{10, 1}, {10, 2}, {1, 10}, {8, 6}}, {1, 1});
  const std::vector<double> scores = codas{}.scores(table.view());
  EXPECT_NEAR(scores[0], 0.0171, 5e-5);
  EXPECT_NEAR(scores[1], -0.0718, 5e-5);
  EXPECT_FALSE(quindex::claim_set(codas::claims).has(quindex::claim::dominance));
}

TEST(Codas, knows_its_edges) {
  EXPECT_EQ(codas{}.scores(printed_table({{3, 2}}, {1, 1}, {1, -1}).view()), std::vector<double>{0});
  EXPECT_EQ(codas{}.scores(printed_table({{0, 2}, {0, 2}}, {1, 1}).view()), (std::vector<double>{0, 0}));
  EXPECT_EQ(
      error_of<numeric_error>([] {
        (void)codas{}.scores(printed_table({{1}, {0}}, {1}, {-1}).view());
      }),
      "groups/all/u2/c1: codas needs values above 0 where low is better, this is 0; normalise to a positive range, "
      "for instance min_max with low = 1");
}

// Case cocoso: scores the providers of Yazdani et al 2019 (Management Decision 57(9); three decimals are printed)
TEST(Cocoso, scores_the_providers_of_Yazdani_et_al_2019) {
  // Management Decision 57(9); three decimals are printed.
  const printed_table table({{60, 0.4, 2540, 500, 990},
                             {6.35, 0.15, 1016, 3000, 1041},
                             {6.8, 0.1, 1727.2, 1500, 1676},
                             {10, 0.2, 1000, 2000, 965},
                             {2.5, 0.1, 560, 500, 915},
                             {4.5, 0.08, 1016, 350, 508},
                             {3, 0.1, 1778, 1000, 920}},
                            {0.036, 0.192, 0.326, 0.326, 0.12}, {1, -1, 1, 1, 1});
  expect_close(cocoso{}.scores(table.view()), {2.041, 2.788, 2.882, 2.416, 1.299, 1.443, 2.519}, 0.0006);
  expect_close(measured(cocoso{}, table, "a"), {0.131, 0.175, 0.18, 0.163, 0.088, 0.097, 0.165}, 0.0006);
  // 3.682 is printed for unit 4, which its score of 2.416 contradicts: (a b c)^(1/3) + (a + b + c)/3 would be 2.400.
  expect_close(measured(cocoso{}, table, "b"), {3.245, 4.473, 4.64, 3.721, 2.0, 2.225, 3.951}, 0.0011);
  expect_close(measured(cocoso{}, table, "c"), {0.724, 0.973, 1.0, 0.906, 0.487, 0.54, 0.915}, 0.0006);
}

TEST(Cocoso, knows_its_edges) {
  // A single unit: S = 1 and P = 2, a = 1, b = 2, c = 1.
  expect_close(cocoso{}.scores(printed_table({{3, 2}}, {1, 1}, {1, -1}).view()), {std::cbrt(2.0) + 4.0 / 3}, 1e-15);
  EXPECT_EQ(error_of<numeric_error>([] {
              (void)cocoso{}.scores(printed_table({{3, 1}, {1, 2}}, {1, 1}, {1, -1}).view());
            }),
            "groups/all/u2: cocoso divides by the lowest sum of scores, and this unit's is 0: it is the worst on every "
            "criterion; leave the unit out, or use waspas or marcos");
}

}  // namespace
