// Methods of ratios and sums: COPRAS, WASPAS, ARAS, MARCOS, MOORA, MOOSRA, MULTIMOORA.
#include <cmath>
#include <gtest/gtest.h>

#include "printed_table.hpp"
#include "quindex/aggregate/aras.hpp"
#include "quindex/aggregate/copras.hpp"
#include "quindex/aggregate/marcos.hpp"
#include "quindex/aggregate/moora.hpp"
#include "quindex/aggregate/moosra.hpp"
#include "quindex/aggregate/multimoora.hpp"
#include "quindex/aggregate/waspas.hpp"

namespace {

using namespace trial;
using namespace quindex::aggregate;
using quindex::numeric_error;
using quindex::spec_error;

const printed_table with_zero({{3, 1}, {4, 0}}, {1, 1}, {1, -1});

// Case copras: scores the roads of Zavadskas et al 2007 (The Baltic Journal of Road and Bridge Engineering 2(4))
TEST(Copras, scores_the_roads_of_Zavadskas_et_al_2007) {
  // The Baltic Journal of Road and Bridge Engineering 2(4): the matrix and two sets of weights; the utilities follow
  // from the formula of the paper.
  const printed_table first({{30, 12.487, 6.261, 10.88, 7.61},
                             {20, 12.372, 5.961, 10.88, 7.46},
                             {27, 11.096, 6.262, 9.92, 6.69},
                             {18, 10.982, 5.962, 9.92, 6.54},
                             {24, 11.017, 6.283, 9.98, 7},
                             {16, 10.903, 5.983, 9.98, 6.85}},
                            {0.53, 0.1175, 0.1175, 0.1175, 0.1175}, {1, -1, -1, -1, -1});
  expect_close(copras{}.scores(first.view()), {1.0, 0.8022, 0.9724, 0.7965, 0.9059, 0.7503}, 6e-5);
  const printed_table second({{30, 12.487, 6.261, 10.88, 7.61},
                              {20, 12.372, 5.961, 10.88, 7.46},
                              {27, 11.096, 6.262, 9.92, 6.69},
                              {18, 10.982, 5.962, 9.92, 6.54},
                              {24, 11.017, 6.283, 9.98, 7},
                              {16, 10.903, 5.983, 9.98, 6.85}},
                             {0.075, 0.7, 0.075, 0.075, 0.075}, {1, -1, -1, -1, -1});
  expect_close(copras{}.scores(second.view()), {0.9167, 0.8948, 1.0, 0.9838, 0.9912, 0.9782}, 6e-5);
}

TEST(Copras, divides_what_costs_leave_in_proportion) {
  // S+ = 0.25, 0.75 halved; S- = 0.2, 0.8 halved; Q = S+ + 0.5 / (S- (10 + 2.5)) = 0.125 + 0.4, 0.375 + 0.1.
  const printed_table table({{1, 1}, {3, 4}}, {1, 1}, {1, -1});
  expect_close(measured(copras{}, table, "Q"), {0.525, 0.475}, 1e-15);
  expect_close(measured(copras{}, table, "S_minus"), {0.1, 0.4}, 1e-15);
  expect_close(copras{}.scores(table.view()), {1, 19.0 / 21}, 1e-15);
}

TEST(Copras, knows_its_edges) {
  EXPECT_EQ(copras{}.scores(printed_table({{3, 0}, {3, 0}}, {1, 1}).view()), (std::vector<double>{1, 1}));
  EXPECT_EQ(copras{}.scores(printed_table({{3, 2}}, {1, 1}, {1, -1}).view()), std::vector<double>{1});
  EXPECT_EQ(error_of<numeric_error>([] { (void)copras{}.scores(with_zero.view()); }),
            "groups/all/u2/c2: copras needs values above 0 where low is better, this is 0; normalise to a positive "
            "range, for instance min_max with low = 1");
}

// Case waspas: scores the machines of Chakraborty et al 2015
TEST(Waspas, scores_the_machines_of_Chakraborty_et_al_2015) {
  // Economic Computation and Economic Cybernetics Studies and Research 49(1), lambda = 0.5; the weights as printed,
  // which sum to 1.016.
  const printed_table table({{30, 23, 5, 0.745, 0.745, 1500, 5000},
                             {18, 13, 15, 0.745, 0.745, 1300, 6000},
                             {15, 12, 10, 0.5, 0.5, 950, 7000},
                             {25, 20, 13, 0.745, 0.745, 1200, 4000},
                             {14, 18, 14, 0.255, 0.745, 950, 3500},
                             {17, 15, 9, 0.745, 0.5, 1250, 5250},
                             {23, 18, 20, 0.5, 0.745, 1100, 3000},
                             {16, 8, 14, 0.255, 0.5, 1500, 3000}},
                            {0.1181, 0.1181, 0.0445, 0.1181, 0.2861, 0.2861, 0.0445}, {1, 1, 1, 1, 1, -1, -1});
  expect_close(waspas{}.scores(table.view()), {0.8329, 0.7884, 0.6987, 0.8831, 0.7971, 0.7036, 0.8728, 0.5749}, 6e-5);
}

TEST(Waspas, goes_from_the_product_to_the_sum_as_in_Chakraborty_et_al_2015) {
  // The same paper, the table that varies lambda; three decimals hold.
  const printed_table table({{0.8369799490562341, 0.8388695173426317, 1, 0.859375},
                             {0.8178129628821034, 0.9191634828071588, 1, 0.703125},
                             {0.8309217486264205, 0.8920765027322404, 1, 0.78125},
                             {0.931595268658401, 1, 1, 0.90625},
                             {0.8667753614159746, 0.8680212685150019, 1, 0.8125},
                             {0.8967644513194483, 0.6138866505506313, 0.75, 0.875},
                             {0.931595268658401, 0.6060726597719438, 0.75, 0.90625},
                             {1, 0.7299584797189397, 0.75, 0.875},
                             {0.9559790653207537, 0.69394261424017, 0.75, 1},
                             {0.9486434731451124, 0.6468091127776991, 0.75, 0.9375}},
                            {0.467, 0.16, 0.095, 0.278});
  expect_close(waspas{.lambda = 0}.scores(table.view()),
               {0.8578, 0.8144, 0.8408, 0.9413, 0.8632, 0.8241, 0.8454, 0.8915, 0.8987, 0.8697}, 0.002);
  expect_close(waspas{.lambda = 0.1}.scores(table.view()),
               {0.858, 0.8149, 0.841, 0.9414, 0.8633, 0.8249, 0.8464, 0.8922, 0.8995, 0.8706}, 0.002);
  expect_close(waspas{.lambda = 0.2}.scores(table.view()),
               {0.8581, 0.8154, 0.8412, 0.9415, 0.8634, 0.8256, 0.8474, 0.8929, 0.9003, 0.8714}, 0.002);
  expect_close(waspas{.lambda = 0.3}.scores(table.view()),
               {0.8582, 0.8159, 0.8414, 0.9415, 0.8636, 0.8263, 0.8484, 0.8936, 0.9011, 0.8723}, 0.002);
  expect_close(waspas{.lambda = 0.4}.scores(table.view()),
               {0.8583, 0.8164, 0.8417, 0.9416, 0.8637, 0.8271, 0.8493, 0.8942, 0.9019, 0.8732}, 0.002);
  expect_close(waspas{.lambda = 0.5}.scores(table.view()),
               {0.8584, 0.8169, 0.8419, 0.9417, 0.8638, 0.8278, 0.8503, 0.8949, 0.9027, 0.874}, 0.002);
  expect_close(waspas{.lambda = 0.6}.scores(table.view()),
               {0.8585, 0.8174, 0.8421, 0.9417, 0.864, 0.8286, 0.8513, 0.8956, 0.9035, 0.8749}, 0.002);
  expect_close(waspas{.lambda = 0.7}.scores(table.view()),
               {0.8586, 0.8179, 0.8423, 0.9418, 0.8641, 0.8293, 0.8523, 0.8963, 0.9043, 0.8758}, 0.002);
  expect_close(waspas{.lambda = 0.8}.scores(table.view()),
               {0.8588, 0.8184, 0.8425, 0.9419, 0.8643, 0.83, 0.8532, 0.8969, 0.9051, 0.8766}, 0.002);
  expect_close(waspas{.lambda = 0.9}.scores(table.view()),
               {0.8589, 0.8189, 0.8427, 0.9419, 0.8644, 0.8308, 0.8542, 0.8976, 0.9059, 0.8775}, 0.002);
  expect_close(waspas{.lambda = 1}.scores(table.view()),
               {0.859, 0.8194, 0.843, 0.942, 0.8645, 0.8315, 0.8552, 0.8983, 0.9067, 0.8784}, 0.002);
}

TEST(Waspas, knows_its_edges) {
  EXPECT_EQ(waspas{}.scores(printed_table({{3, 2}}, {1, 1}, {1, -1}).view()), std::vector<double>{1});
  // A benefit of 0 makes the product 0; the sum is half of 1.
  const printed_table table({{0, 2}, {4, 2}}, {1, 1}, {1, -1});
  expect_close(waspas{}.scores(table.view()), {0.25, 1}, 1e-15);
  EXPECT_EQ(error_of<numeric_error>([] { (void)waspas{}.scores(with_zero.view()); }),
            "groups/all/u2/c2: waspas needs values above 0 where low is better, this is 0; normalise to a positive "
            "range, for instance min_max with low = 1");
}

// Case aras: scores the candidates of Stanujkic et al 2015 (Quaestus 7; two decimals are printed)
TEST(Aras, scores_the_candidates_of_Stanujkic_et_al_2015) {
  // Quaestus 7; two decimals are printed.
  const printed_table table({{4.64, 3, 3, 3, 2.88, 3.63},
                             {4, 4, 4.64, 3.56, 3.63, 5},
                             {3.3, 4.31, 3.3, 4, 3.3, 4},
                             {2.62, 5, 4.22, 4.31, 5, 5}},
                            {0.28, 0.25, 0.19, 0.15, 0.08, 0.04});
  expect_close(aras{}.scores(table.view()), {0.74, 0.86, 0.78, 0.86}, 0.006);
}

TEST(Aras, takes_the_optimum_of_Zavadskas_and_Turskis_2010) {
  // Technological and Economic Development of Economy 16(2): the matrix and its optimal values; the utilities follow
  // from the formula of the paper.
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
  const aras method{.optimal = {{"c1", 15}, {"c2", 50}, {"c3", 24.5}, {"c4", 400}, {"c5", 0.05}, {"c6", 5}}};
  expect_close(
      method.scores(table.view()),
      {0.6706, 0.6564, 0.6269, 0.6315, 0.5464, 0.558, 0.5658, 0.7762, 0.7734, 0.6003, 0.6772, 0.6628, 0.6334, 0.6511},
      6e-5);
}

TEST(Aras, knows_its_edges) {
  EXPECT_EQ(aras{}.scores(printed_table({{3, 2}}, {1, 1}, {1, -1}).view()), std::vector<double>{1});
  // Both criteria are the same for all, one of them 0.
  expect_close(aras{}.scores(printed_table({{3, 0}, {3, 0}}, {1, 1}).view()), {1, 1}, 0);
  const printed_table table({{3, 1}, {4, 2}}, {1, 1}, {1, -1});
  EXPECT_EQ(error_of<spec_error>([&] {
              (void)aras{.optimal = {{"c2", 0}}}.scores(table.view());
            }),
            "groups/all/c2: its optimal value is 0, where low is better; give one above 0: it is divided by");
  EXPECT_EQ(error_of<spec_error>([&] {
              (void)aras{.optimal = {{"c9", 1}}}.scores(table.view());
            }),
            "groups/all.optimal: there is no criterion 'c9'; did you mean 'c1'?");
}

// Case marcos: scores the suppliers of Stevic et al 2020 (Computers and Industrial Engineering 140)
TEST(Marcos, scores_the_suppliers_of_Stevic_et_al_2020) {
  // Computers and Industrial Engineering 140.
  const printed_table table(
      {{6.257, 4.217, 4.217, 6.257, 3,    4.217, 5, 3.557, 3.557, 3.557, 3,
        5,     4.718, 3.557, 3.557, 2.08, 3.557, 3, 4.718, 3.557, 2.08},
       {4.217, 6.804, 7,     5, 7, 6.804, 5.593, 5.593, 6.804, 7,    5,
        7.612, 5.593, 6.257, 5, 7, 5.593, 5.593, 6.804, 5.593, 5.593},
       {4.718, 5.593, 6.257, 5,     4.718, 5,     5.593, 4.718, 5.593, 5,    3.557,
        6.257, 5,     4.718, 4.718, 5,     3.557, 5.593, 5.593, 3.557, 4.217},
       {5, 6.804, 5, 3, 5, 6.257, 7.612, 3.557, 5, 6.257, 6.257, 5.593, 6.257, 5, 5.593, 7, 5, 6.257, 5, 3.557, 4.217},
       {3.557, 5.593, 6.804, 3, 5, 7, 5.593, 5, 6.257, 7, 5.593, 7.612, 6.257, 6.257, 5, 6.257, 5.593, 7, 5, 4.718, 5},
       {6.257, 3, 4.217, 5, 3.557, 3, 4.217, 3, 4.217, 3, 2.466, 3, 4.217, 3.557, 5, 3, 4.217, 3.557, 2.08, 5, 3},
       {4.217, 5,     6.257, 5.593, 3.557, 5.593, 4.217, 5.593, 5,     6.257, 3.557,
        5,     6.257, 5.593, 5.593, 7,     6.257, 5,     6.257, 5.593, 5},
       {7.612, 1.442, 3, 9, 2.08, 3, 1.442, 2.08, 1.442, 3, 1, 1.442, 2.08, 3, 3, 1, 1.442, 1.442, 3, 2.08, 1}},
      {0.127, 0.159, 0.06,  0.075, 0.043, 0.051, 0.075, 0.061, 0.053, 0.02, 0.039,
       0.022, 0.017, 0.027, 0.022, 0.039, 0.017, 0.035, 0.015, 0.024, 0.016},
      {-1, 1, 1, -1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1});
  expect_close(marcos{}.scores(table.view()), {0.524, 0.846, 0.703, 0.796, 0.843, 0.499, 0.722, 0.291}, 0.0006);
}

TEST(Marcos, scores_the_software_of_Puska_et_al_2020) {
  // Operational Research in Engineering Sciences: Theory and Applications 3(1).
  const printed_table table({{8.675, 8.433, 8, 7.8, 8.025, 8.043},
                             {8.825, 8.6, 7.42, 7.463, 7.825, 8.229},
                             {8.325, 7.6, 8.04, 7.7, 7.925, 7.6},
                             {8.525, 8.667, 7.18, 7.375, 7.75, 8.071}},
                            {0.19019, 0.15915, 0.19819, 0.19019, 0.15115, 0.11111});
  expect_close(marcos{}.scores(table.view()), {0.684865943528, 0.672767106696, 0.662596906139, 0.66110320766}, 1e-6);
}

TEST(Marcos, knows_its_edges) {
  // One unit is both ideals: K+ = K- = 1, f = 1/2, so 2 / (1 + 1 + 1).
  expect_close(marcos{}.scores(printed_table({{3, 2}}, {1, 1}, {1, -1}).view()), {2.0 / 3}, 1e-15);
  EXPECT_EQ(error_of<numeric_error>([] {
              (void)marcos{}.scores(printed_table({{3, 1}, {0, 2}}, {1, 1}).view());
            }),
            "groups/all/u2/c1: marcos needs values above 0, this is 0; normalise to a positive range, for instance "
            "min_max with low = 1");
}

// Case moora: scores the heating losses of Kracka et al 2010 (Inzinerine Ekonomika 21(4))
TEST(Moora, scores_the_heating_losses_of_Kracka_et_al_2010) {
  // Inzinerine Ekonomika 21(4). The paper has no weights, so its numbers are 7 times those for equal weights.
  const printed_table table({{33.95, 23.78, 11.45, 39.97, 29.44, 167.1, 3.852},
                             {38.9, 4.17, 6.32, 0.01, 4.29, 132.52, 25.184},
                             {37.59, 9.36, 8.23, 4.35, 10.22, 136.71, 10.845},
                             {30.44, 37.59, 13.91, 74.08, 45.1, 198.34, 2.186},
                             {36.21, 14.79, 9.17, 17.77, 17.06, 148.3, 6.61},
                             {37.8, 8.55, 7.97, 2.35, 9.25, 134.83, 11.935}},
                            {1, 1, 1, 1, 1, 1, 1}, {-1, -1, -1, -1, 1, -1, 1});
  std::vector<double> ratio = moora{}.scores(table.view());
  for (double& y : ratio) y *= 7;
  expect_close(ratio, {-1.62447867, -0.25233889, -0.84635037, -2.23363519, -1.18698242, -0.77456208}, 1e-6);
  const moora reference{.form = moora_form::reference_point};
  std::vector<double> distance = measured(reference, table, "distance");
  for (double& d : distance) d *= 7;
  expect_close(distance, {0.68934931, 0.69986697, 0.59817104, 0.85955696, 0.6002238, 0.61480595}, 1e-6);
  EXPECT_EQ(ranks_of(reference.scores(table.view())), (std::vector<int>{4, 5, 1, 6, 2, 3}));
}

TEST(Moora, scores_the_candidates_of_Karabasevic_et_al_2015) {
  // Acta Montanistica Slovaca 20(2).
  const printed_table table({{4, 3, 3, 4, 3, 2, 4}, {3, 3, 4, 3, 5, 4, 4}, {5, 4, 4, 5, 5, 5, 4}},
                            {0.215, 0.215, 0.159, 0.133, 0.102, 0.102, 0.073});
  expect_close(moora{}.scores(table.view()), {0.494, 0.527, 0.677}, 0.0006);
  expect_close(measured(moora{}, table, "distance"), {0.046, 0.061, 0}, 0.0006);
}

TEST(Moora, scores_an_example_of_eight_criteria) {
  // The reference point form in the tests of JMcDM 0.8.3; the weights sum to 0.999, by which it divides them.
  const printed_table table({{100, 92, 10, 2, 80, 70, 95, 80},
                             {80, 70, 8, 4, 100, 80, 80, 90},
                             {90, 85, 5, 0, 75, 95, 70, 70},
                             {70, 88, 20, 18, 60, 90, 95, 85}},
                            {0.11, 0.035, 0.379, 0.384, 0.002, 0.002, 0.01, 0.077});
  std::vector<double> distance = measured(moora{.form = moora_form::reference_point}, table, "distance");
  for (double& d : distance) d /= 0.999;
  expect_close(distance, {0.33159387, 0.29014464, 0.37304311, 0.01926526}, 5.1e-9);
}

TEST(Moora, counts_a_column_of_zeros_as_nothing) {
  expect_close(moora{}.scores(printed_table({{0, 3}, {0, -4}}, {1, 1}, {-1, 1}).view()), {0.3, -0.4}, 1e-15);
  expect_close(moora{}.scores(printed_table({{2, 2}}, {1, 1}, {1, -1}).view()), {0}, 0);
}

// Case moosra: divides benefits by costs (Lengths 5 and 13: (3/5) / (5/13) and (4/5) / (12/13), weights cancel)
TEST(Moosra, divides_benefits_by_costs) {
  // Lengths 5 and 13: (3/5) / (5/13) and (4/5) / (12/13), weights cancel.
  const printed_table table({{3, 5}, {4, 12}}, {1, 1}, {1, -1});
  expect_close(moosra{}.scores(table.view()), {39.0 / 25, 52.0 / 60}, 1e-15);
  EXPECT_EQ(error_of<spec_error>([] {
              (void)moosra{}.scores(printed_table({{3, 5}}, {1, 1}).view());
            }),
            "groups/all: moosra divides benefits by costs, and no criterion is better when low; use moora, which takes "
            "costs off");
}

// Case multimoora: ranks the heating losses of Kracka et al 2010
TEST(Multimoora, ranks_the_heating_losses_of_Kracka_et_al_2010) {
  // The same paper: full multiplicative form, to the power of 1/7 for equal weights and of criteria divided by their
  // lengths there, which is one factor for all; and the joined ranking.
  const printed_table table({{33.95, 23.78, 11.45, 39.97, 29.44, 167.1, 3.852},
                             {38.9, 4.17, 6.32, 0.01, 4.29, 132.52, 25.184},
                             {37.59, 9.36, 8.23, 4.35, 10.22, 136.71, 10.845},
                             {30.44, 37.59, 13.91, 74.08, 45.1, 198.34, 2.186},
                             {36.21, 14.79, 9.17, 17.77, 17.06, 148.3, 6.61},
                             {37.8, 8.55, 7.97, 2.35, 9.25, 134.83, 11.935}},
                            {1, 1, 1, 1, 1, 1, 1}, {-1, -1, -1, -1, 1, -1, 1});
  const std::vector<double> product = measured(multimoora{}, table, "product");
  const std::vector<double> printed{3.4343, 148689.356, 120.3441, 0.7882, 16.2917, 252.9155};
  for (std::size_t i = 0; i < 6; ++i)
    EXPECT_NEAR(std::pow(product[i] / product[0], 7) / (printed[i] / printed[0]), 1, 1e-4) << i;
  EXPECT_EQ(ranks_of(multimoora{}.scores(table.view())), (std::vector<int>{5, 1, 3, 6, 4, 2}));
}

TEST(Multimoora, knows_its_edges) {
  EXPECT_EQ(multimoora{}.scores(printed_table({{3, 2}}, {1, 1}, {1, -1}).view()), std::vector<double>{1});
  EXPECT_EQ(multimoora{}.scores(printed_table({{3, 2}, {3, 2}}, {1, 1}).view()), (std::vector<double>{0.5, 0.5}));
  EXPECT_EQ(error_of<numeric_error>([] { (void)multimoora{}.scores(with_zero.view()); }),
            "groups/all/u2/c2: multimoora needs values above 0, this is 0; normalise to a positive "
            "range, for instance min_max with low = 1");
}

}  // namespace
