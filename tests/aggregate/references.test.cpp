// Methods with references, ideals and comparisons with other units: RIM, ERVD, RAFSI, PROBID, TODIM, grey relations.
#include <gtest/gtest.h>

#include "decision.hpp"
#include "quindex/aggregate/ervd.hpp"
#include "quindex/aggregate/grey_relational.hpp"
#include "quindex/aggregate/grey_series.hpp"
#include "quindex/aggregate/probid.hpp"
#include "quindex/aggregate/rafsi.hpp"
#include "quindex/aggregate/rim.hpp"
#include "quindex/aggregate/todim.hpp"

namespace {

using namespace trial;
using namespace quindex::aggregate;
namespace cases {

// Cables, E., Lamata, M.T., Verdegay, J.L. (2016) RIM. Information Sciences 337:1-10 (pymcdm: paper has an error in the
// final results, authors confirmed these)
const decision rim{
    {{30, 0, 2, 3, 3, 2}, {40, 9, 1, 3, 2, 2}, {25, 0, 3, 1, 3, 2}, {27, 0, 5, 3, 3, 1}, {45, 15, 2, 2, 3, 4}},
    {0.2262, 0.2143, 0.1786, 0.1429, 0.119, 0.119}};
const std::vector<double> rim_published{0.58663, 0.75584, 0.37163, 0.46658, 0.74015};

// Shyur, H.J. et al. (2015) FCDS 40(4):299-315
const decision ervd{{{80, 70, 87, 77, 76, 80, 75},
                     {85, 65, 76, 80, 75, 65, 75},
                     {78, 90, 72, 80, 85, 90, 85},
                     {75, 84, 69, 85, 65, 65, 70},
                     {84, 67, 60, 75, 85, 75, 80},
                     {85, 78, 82, 81, 79, 80, 80},
                     {77, 83, 74, 70, 71, 65, 70},
                     {78, 82, 72, 80, 78, 70, 60},
                     {85, 90, 80, 88, 90, 80, 85},
                     {89, 75, 79, 67, 77, 70, 75},
                     {65, 55, 68, 62, 70, 50, 60},
                     {70, 64, 65, 65, 60, 60, 65},
                     {95, 80, 70, 75, 70, 75, 75},
                     {70, 80, 79, 80, 85, 80, 70},
                     {60, 78, 87, 70, 66, 70, 65},
                     {92, 85, 88, 90, 85, 90, 95},
                     {86, 87, 80, 70, 72, 80, 85}},
                    {0.066, 0.196, 0.066, 0.13, 0.13, 0.216, 0.196}};
const std::vector<double> ervd_published{0.66,  0.503, 0.885, 0.521, 0.61,  0.796, 0.498, 0.549, 0.908,
                                         0.565, 0.07,  0.199, 0.632, 0.716, 0.438, 0.972, 0.767};

// Zizovic, M. et al. (2020) RAFSI. Mathematics 8(6):1015
const decision rafsi{{{180, 10.5, 15.5, 160, 3.7},
                      {165, 9.2, 16.5, 131, 5},
                      {160, 8.8, 14, 125, 4.5},
                      {170, 9.5, 16, 135, 3.4},
                      {185, 10, 14.5, 143, 4.3},
                      {167, 8.9, 15.1, 140, 4.1}},
                     {0.35, 0.25, 0.15, 0.15, 0.1},
                     {1, 1, -1, -1, 1}};
const std::vector<double> rafsi_published{0.5081, 0.4522, 0.4381, 0.456, 0.5299, 0.4373};

// Wang, Z., Rangaiah, G.P., Wang, X. (2021) PROBID. I&EC Research 60(30):11216-11230
const decision probid{{{1679000, 1.525e-07, 3.747e-05, 0.251, 2.917},
                       {2213000, 1.304e-07, 3.2500000000000004e-05, 0.218, 6.633},
                       {2461000, 1.445e-07, 3.854000000000001e-05, 0.259, 0.553},
                       {2854000, 1.54e-07, 3.97e-05, 0.266, 1.597},
                       {3107000, 1.522e-07, 3.779e-05, 0.254, 2.905},
                       {3574000, 1.469e-07, 3.2970000000000005e-05, 0.221, 6.378},
                       {3932000, 1.977e-07, 3.129e-05, 0.21, 11.381},
                       {4383000, 1.292e-07, 3.142e-05, 0.211, 9.929},
                       {4988000, 1.69e-07, 3.7670000000000004e-05, 0.253, 8.459},
                       {5497000, 5.703e-07, 3.0120000000000003e-05, 0.2, 18.918},
                       {5751000, 4.652999999999999e-07, 3.017e-05, 0.201, 17.517}},
                      {0.1819, 0.2131, 0.1838, 0.1832, 0.2379},
                      {1, -1, -1, -1, -1}};
const std::vector<double> probid_published{0.8568, 0.7826, 0.9362, 0.9369, 0.9379, 0.8716,
                                           0.5489, 0.7231, 0.7792, 0.3331, 0.3387};

// Yildirim & Onder (2015), same example
const decision greyrelational{{{105000, 105, 10, 4, 300, 10},
                               {120000, 110, 15, 4, 500, 8},
                               {150000, 120, 12, 3, 550, 12},
                               {115000, 105, 20, 4, 600, 9},
                               {135000, 115, 15, 5, 400, 9}},
                              {0.05, 0.2, 0.1, 0.15, 0.1, 0.4},
                              {-1, 1, -1, 1, 1, -1}};
const std::vector<double> greyrelational_published{0.525, 0.7007142857, 0.5464285714, 0.5762820513, 0.650952381};

}  // namespace cases

// Case rim: reproduces cables lamata and verdegay 2016
TEST(Rim, reproduces_cables_lamata_and_verdegay_2016) {
  const rim method{
      .ranges = {{"c1", {23, 60}}, {"c2", {0, 15}}, {"c3", {0, 10}}, {"c4", {1, 3}}, {"c5", {1, 3}}, {"c6", {1, 5}}},
      .ideals = {{"c1", {30, 35}}, {"c2", {10, 15}}, {"c3", {0, 0}}, {"c4", {3, 3}}, {"c5", {3, 3}}, {"c6", {4, 5}}}};
  expect_near(scores_of(method, cases::rim), cases::rim_published, 6e-5);
}

TEST(Rim, takes_range_and_ideal_from_the_units_where_none_is_given) {
  expect_near(scores_of(rim{}, {{{9, 50}, {1, 10}}, {0.6, 0.4}, {1, -1}}), {0.6 / (0.4 + 0.6), 0.4 / (0.4 + 0.6)},
              1e-15);
}

TEST(Rim, refuses_what_is_out_of_range) {
  EXPECT_EQ(refused_value<qx::data_error>(rim{.ranges = {{"c1", {1, 9}}}}, 10),
            "groups/index/a1/c1: 10 is outside the range of rim; the range is [1, 9]");
  EXPECT_EQ(refused_value<qx::spec_error>(rim{.ranges = {{"c1", {1, 9}}}, .ideals = {{"c1", {8, 10}}}}, 2),
            "groups/index.ideals.c1: [8, 10] is not within the range; the range is [1, 9]");
  EXPECT_EQ(refused_value<qx::spec_error>(rim{.ideals = {{"c11", {8, 10}}}}, 2),
            "groups/index.ideals: there is no criterion 'c11'; did you mean 'c1'?");
  EXPECT_EQ(refused<qx::spec_error>([] {
              rim{.ideals = {{"c1", {3, 2}}}}.check(qx::path("aggregate"));
            }),
            "aggregate.ideals.c1: 3 is above 2; give the lower end first");
}

// Case ervd: reproduces shyur 2015
TEST(Ervd, reproduces_shyur_2015) {
  ervd method{};
  for (int j = 1; j <= 7; ++j) method.references.emplace_back("c" + std::to_string(j), 80);
  expect_near(scores_of(method, cases::ervd), cases::ervd_published, 6e-4);
}

TEST(Ervd, turns_costs) {
  const std::vector<double> benefit = scores_of(ervd{.references = {{"c1", 2}}}, {{{1}, {2}, {4}}, {1}});
  // gains 0 and 2, loss 1, of a sum of 7: from -2.25/7^a over 0 to (2/7)^a, where 7^a cancels
  expect_near(benefit, {0, 2.25 / (2.25 + std::pow(2, 0.88)), 1}, 1e-12);
  const std::vector<double> cost = scores_of(ervd{.references = {{"c1", 2}}}, {{{1}, {2}, {4}}, {1}, {-1}});
  const double loss = 2.25 * std::pow(2, 0.88);
  expect_near(cost, {1, loss / (loss + 1), 0}, 1e-12);
}

// Case rafsi: reproduces zizovic 2020
TEST(Rafsi, reproduces_zizovic_2020) {
  const rafsi method{.ideals = {{"c1", 200}, {"c2", 12}, {"c3", 10}, {"c4", 100}, {"c5", 8}},
                     .anti_ideals = {{"c1", 120}, {"c2", 6}, {"c3", 20}, {"c4", 200}, {"c5", 2}}};
  expect_near(scores_of(method, cases::rafsi), cases::rafsi_published, 6e-5);
}

TEST(Rafsi, refuses_ends_that_make_no_sense) {
  EXPECT_EQ(
      refused_value<qx::spec_error>(rafsi{.ideals = {{"c1", 1}}, .anti_ideals = {{"c1", 4}}}, 2),
      "groups/index.ideals.c1: the anti-ideal 4 is better than the ideal 1; exchange them, or turn the criterion");
  EXPECT_EQ(
      refused_value<qx::data_error>(rafsi{.ideals = {{"c1", 40}}, .anti_ideals = {{"c1", 50}}}, 30, -1),
      "groups/index/a1/c1: 30 is too far beyond the ideal of rafsi; the ideal is 40; give one that no unit exceeds");
  EXPECT_EQ(refused<qx::spec_error>([] { (rafsi{.low = 6, .high = 6}.check(qx::path("aggregate"))); }),
            "aggregate.high: 6 is not above low = 6; the paper takes 1 and 6");
}

// Case probid: reproduces wang rangaiah and wang 2021
TEST(Probid, reproduces_wang_rangaiah_and_wang_2021) {
  expect_near(scores_of(probid{}, cases::probid), cases::probid_published, 6e-5);
}

// Two columns of one value each: unit vectors. By hand for one criterion (3, 4) / 5: ideals 0.8 and 0.6, distances of
// unit 1 to them 0.2 and 0, of unit 2 0 and 0.2, to the mean 0.1 each; two units: one ideal on either side.
TEST(Probid, weighs_distances_from_all_ideals_and_the_mean) {
  const decision d{{{3}, {4}}, {1}};
  const std::vector<double> score = scores_of(probid{}, d);
  EXPECT_NEAR(score[1], 1 + 0.1, 1e-15);
  EXPECT_NEAR(score[0], 0 + 0.1, 1e-15);
}

TEST(Probid, has_a_simple_form) {
  // Five units of one criterion: a quarter of five is one ideal on either side, at 5 and 1 (over the length).
  const decision d{{{1}, {2}, {3}, {4}, {5}}, {1}};
  expect_near(scores_of(probid{.simple = true}, d), {0, 0.25, 0.5, 0.75, 1}, 1e-12);
  expect_near(measure_of(probid{.simple = true}, d, "performance"), {0, 1.0 / 3, 1, 3, none}, 1e-12);
}

// Case todim: adds gains and losses (By hand)
// By hand: shares 0.1, 0.3, 0.6 of the benefit; 1/x of the cost 1/2, 1/4, 1/4 of their sum 4.
TEST(Todim, adds_gains_and_losses) {
  const decision d{{{1, 2}, {3, 4}, {6, 4}}, {0.5, 0.5}, {1, -1}};
  const double g = std::sqrt(0.5), l = -std::sqrt(2.0);
  const double d1 = l * (std::sqrt(0.2) + std::sqrt(0.5)) + g * (0.5 + 0.5);
  const double d2 = g * std::sqrt(0.2) + l * std::sqrt(0.3) + l * 0.5;
  const double d3 = g * (std::sqrt(0.5) + std::sqrt(0.3)) + l * 0.5;
  expect_near(measure_of(todim{}, d, "dominance"), {d1, d2, d3}, 1e-12);
  const double low = std::min(d1, d2);
  expect_near(scores_of(todim{}, d), {(d1 - low) / (d3 - low), (d2 - low) / (d3 - low), 1}, 1e-12);
  const double mild = l / 4 * (std::sqrt(0.2) + std::sqrt(0.5)) + g;
  EXPECT_NEAR((measure_of(todim{.attenuation = 4}, d, "dominance")[0]), mild, 1e-12);
}

TEST(Todim, takes_units_that_differ_by_rounding_only_as_the_same) {
  // Every unit has 10, 20 and 70 once; the sums over the criteria come in three orders.
  expect_near(scores_of(todim{}, {{{10, 20, 70}, {70, 10, 20}, {20, 70, 10}}, {1, 1, 1}}), {1, 1, 1}, 0);
  // 0.1, 0.3 / 3 and 0.7 / 7 differ in the last bit, of which the root is 1e-9.
  const decision noisy{{{0.1, 5}, {0.3 / 3, 5}, {0.7 / 7, 5}}, {0.5, 0.5}};
  ASSERT_NE(noisy.rows[0][0], noisy.rows[1][0]);
  expect_near(scores_of(todim{}, noisy), {1, 1, 1}, 0);
}

// Case grey_relational: reproduces yildirim and onder 2015
TEST(GreyRelational, reproduces_yildirim_and_onder_2015) {
  expect_near(scores_of(grey_relational{}, cases::greyrelational), cases::greyrelational_published, 1e-9);
}

// Case grey_series: compares series with a reference series
// Gross domestic product and its three sectors, 2000 to 2005 (360docs.net, document 415135850): each series divided by
// its mean, resolution 0.4, printed coefficients within 0.004 as the source rounds on the way; printed grades of the
// first two sectors 0.4571 and 0.5760.
TEST(GreySeries, compares_series_with_a_reference_series) {
  const std::vector<double> product{1988, 2061, 2335, 2750, 3356, 3806};
  grey_series method{.resolution = 0.4};
  for (std::size_t j = 0; j < product.size(); ++j)
    method.reference.emplace_back("c" + std::to_string(j + 1), product[j]);
  const std::vector<double> grade = scores_of(
      method, {{{386, 408, 422, 482, 511, 561}, {839, 846, 960, 1258, 1577, 1893}, {763, 808, 953, 1010, 1268, 1352}},
               std::vector<double>(6, 1)});
  EXPECT_NEAR(grade[0], 0.4571, 0.001);
  EXPECT_NEAR(grade[1], 0.5760, 0.001);
  EXPECT_NEAR(grade[2], 0.7213, 0.001);
}

// Divided by their first values: reference 1, 2; units 1, 2 and 1, 1.5; differences 0, 0 and 0, 0.5.
TEST(GreySeries, can_divide_by_the_value_of_a_year) {
  const grey_series method{.base = "c1", .reference = {{"c1", 10}, {"c2", 20}}};
  expect_near(scores_of(method, {{{3, 6}, {2, 3}}, {0.5, 0.5}}), {1, 0.5 * (1 + 0.25 / 0.75)}, 1e-15);
}

TEST(GreySeries, refuses_half_a_reference_and_a_series_without_a_mean) {
  EXPECT_EQ(refused_value<qx::spec_error>(grey_relational{.scaling = grey_scaling::none, .reference = {{"c2", 1}}}, 3),
            "groups/index.reference: there is no value for criterion 'c1'; give one for every criterion, or none");
  EXPECT_EQ(refused_value(grey_series{}, -1),
            "groups/index/a1: the mean of the series is 0; only series with another can be divided by it");
  EXPECT_EQ(refused_value<qx::spec_error>(grey_series{.base = "c11"}, 1),
            "groups/index.base: there is no criterion 'c11'; did you mean 'c1'?");
}

TEST(MethodsWithReferences, are_sound_at_the_edges) {
  expect_sound_at_the_edges(rim{});
  expect_sound_at_the_edges(ervd{});
  expect_sound_at_the_edges(rafsi{});
  expect_sound_at_the_edges(probid{});
  expect_sound_at_the_edges(probid{.simple = true});
  expect_sound_at_the_edges(todim{});
  expect_sound_at_the_edges(grey_relational{});
  expect_sound_at_the_edges(grey_relational{.scaling = grey_scaling::none});
  expect_sound_at_the_edges(grey_series{});
  expect_sound_at_the_edges(grey_series{.base = "c1"});
}

}  // namespace
