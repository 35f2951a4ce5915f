// Mean less a penalty for imbalance: Mazziotta-Pareto, mean-min, bottleneck, spreads.
#include <gtest/gtest.h>

#include "methods.hpp"
#include "quindex/aggregate/ampi.hpp"
#include "quindex/aggregate/bottleneck_penalty.hpp"
#include "quindex/aggregate/mean_min.hpp"
#include "quindex/aggregate/mpi.hpp"
#include "quindex/aggregate/penalised_mean.hpp"
#include "quindex/numeric/moments.hpp"

namespace {

using namespace trial;
using namespace quindex::aggregate;

// Transport infrastructure of 34 European regions: the set EU_NUTS1 of R's Compind 3.4; kilometres of road (low is
// good) and rail (high is good). Values of mpi were computed by Compind's ci_mpi from scores of 100 +- 10 z.
const std::vector<double> roads{
    3152.70330848589, 3521.76313128736, 694.805087916199, 1844.80306787383, 388.032813917058, 583.661016949152,
    3048.53927674401, 1715.73064623738, 2771.75738595456, 4136.48328737116, 3533.55497332957, 2498.40723582616,
    2718.46925230719, 1993.50094308402, 2317.55132181362, 2255.73476130702, 2057.52886022361, 1594.79491427599,
    3665.88337983724, 2688.0154573845,  2703.10252352009, 10628.4081871637, 7820.35411424179, 8414.82081933715,
    5979.00365674993, 8091.60542989828, 7271.47344577361, 7856.85837788626, 5996.39669983436, 3243.1297420827,
    3824.09226594301, 2801.36767866401, 3257.72637274544, 2133.94764393701};
const std::vector<double> trains{
    573.029569854878, 412.653055824862, 5043.0228208006,  491.524676302676, 2852.66716134883, 2948.44632768362,
    757.608048736978, 272.620608737663, 407.841128773265, 934.303428582605, 496.62756795249,  977.147973683186,
    575.552068458118, 529.659462711094, 274.067978986012, 277.43253298376,  163.609931193855, 700.906444768323,
    82.3106807899844, 266.293347912646, 80.9887363668399, 1373.59206813017, 331.376748058692, 808.489271607822,
    416.476680845335, 223.386353808261, 150.677566417339, 267.05455324427,  207.446324869444, 388.092514076766,
    555.31433740389,  382.610820674802, 249.509380159702, 82.862629422659};
const std::vector<double> mpi_subtract{
    100.35554536834,  98.8150050877168, 123.852523090866, 102.154081500182, 117.031909161986, 116.990670195598,
    101.527542000418, 101.01949861973,  100.120165673325, 100.20224863685,  99.2417076512584, 103.717905690894,
    101.154733273399, 102.136376796729, 100.090937444303, 100.209897619934, 99.8199641677227, 103.80009495464,
    96.7307426839998, 99.4426244508097, 98.3111677272543, 83.1034854835297, 89.0803394376669, 89.0415414688997,
    93.8367863993431, 87.9910550114319, 89.7328809095519, 88.7503403297065, 92.8634706200402, 99.1845907966102,
    98.9942707843043, 99.9255781001273, 98.3835531239974, 99.1984760235151};
const std::vector<double> mpi_add{
    100.501721289172, 98.9735905468963, 131.353258624603, 103.10011448784,  117.561433360948, 117.778244083816,
    101.584563238676, 102.566674991515, 100.607755924508, 100.33791485253,  99.3370115213851, 103.773850112135,
    101.457244605919, 102.905693997768, 101.112596119967, 101.273392163305, 101.318156882017, 104.537089576356,
    97.1908361814853, 100.207839897597, 99.4320156243301, 95.9581667349927, 90.7766582465882, 93.2037234210901,
    94.2026692681129, 89.709050894769,  90.5090432169847, 90.3200711048589, 93.0230117870692, 99.4689800689651,
    99.0122431666908, 100.432899328523, 98.8304281153195, 100.830346278585};
// The same with the papers' standard deviations, divided by the number of values.
const std::vector<double> mpi_papers{100.39743,  98.836815,  126.092252, 102.423024, 117.420695, 117.443483, 101.564769,
                                     101.421642, 100.24385,  100.2392,   99.254122,  103.787808, 101.247724, 102.360864,
                                     100.347686, 100.478898, 100.191753, 104.041564, 96.79652,   99.625498,  98.565869,
                                     86.056499,  89.339371,  89.915481,  93.835461,  88.239024,  89.772146,  88.972795,
                                     92.795978,  99.243402,  98.983638,  100.051264, 98.470913,  99.594299};
// Mean-min with alpha 0.5, beta 1, by the formula of Casadio Tarabusi and Guarini (2013); Compind itself subtracts the
// means of columns, which depends on the order of rows.
const std::vector<double> mean_min_scores{
    99.848117, 98.285154, 120.352425, 100.613527, 115.763948, 115.429247, 101.273794, 99.116101, 99.045024,
    99.721176, 98.872072, 103.463094, 100.334463, 100.745195, 98.518398,  98.606092,  97.959882, 102.421765,
    95.717749, 98.083751, 96.692739,  81.534907,  87.300526,  86.728318,  92.97053,   86.221115, 88.471129,
    87.029522, 92.358452, 98.407114,  98.902251,  98.828174,  97.373768,  97.281663};

/// 100 + 10 z, turned where low is good.
std::vector<double> standardised(const std::vector<double>& x, std::size_t ddof, double sign) {
  const qx::numeric::moments of(x);
  std::vector<double> out(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) out[i] = 100 + sign * 10 * (x[i] - of.mean) / of.sd(ddof);
  return out;
}

std::vector<double> of_regions(const auto& method, std::size_t ddof) {
  const std::vector<double> first = standardised(roads, ddof, -1);
  const std::vector<double> second = standardised(trains, ddof, 1);
  const std::vector<double> halves{0.5, 0.5};
  std::vector<double> out(roads.size());
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = method.score(std::vector<double>{first[i], second[i]}, halves);
  return out;
}

// Case mpi: reproduces the regions of compind
TEST(Mpi, reproduces_the_regions_of_compind) {
  expect_near(of_regions(mpi{.ddof = 1}, 1), mpi_subtract, 1e-9);
  expect_near(of_regions(mpi{.imbalance = penalty::add, .ddof = 1}, 1), mpi_add, 1e-9);
  expect_near(of_regions(mpi{}, 0), mpi_papers, 1e-6);
}

TEST(Mpi, has_contributions_that_add_up) {
  const std::vector<double> z{90, 120, 105}, w{0.5, 0.3, 0.2};
  const mpi index{.ddof = 1};
  std::vector<double> parts(3);
  index.contributions(z, w, parts);
  EXPECT_NEAR(parts[0] + parts[1] + parts[2], index.score(z, w), 1e-12);
  EXPECT_GT(parts[1], parts[2]);
}

TEST(Mpi, is_the_mean_of_equal_children_of_one_child_and_of_zeros) {
  EXPECT_EQ(mpi{}.score(std::vector<double>{80, 80}, std::vector<double>{0.5, 0.5}), 80);
  EXPECT_EQ(mpi{.ddof = 1}.score(std::vector<double>{80}, std::vector<double>{1}), 80);
  EXPECT_EQ(mpi{}.score(std::vector<double>{0, 0}, std::vector<double>{0.5, 0.5}), 0);
  EXPECT_TRUE(mpi{}.needs_non_negative());
}

// Case ampi: reproduces a small panel of compind (Two indicators, three units, two years, reference (20, 6))
TEST(Ampi, reproduces_a_small_panel_of_compind) {
  // Two indicators, three units, two years, reference (20, 6): scores 70 to 130 and values of Compind 3.4's ci_ampi,
  // which are rounded to 3 decimals; with `add`, recomputed by the formula.
  const std::vector<double> first{73.91304, 100, 126.08696, 79.13043, 113.04348, 133.91304};
  const std::vector<double> second{88, 112, 100, 100, 136, 76};
  const std::vector<double> subtract{80.344, 105.66, 111.538, 88.35, 123.464, 96.968};
  const std::vector<double> add{81.569327, 106.339623, 114.548495, 90.78092, 125.579791, 112.945355};
  const std::vector<double> halves{0.5, 0.5};
  for (std::size_t i = 0; i < first.size(); ++i) {
    const std::vector<double> z{first[i], second[i]};
    EXPECT_NEAR(ampi{}.score(z, halves), subtract[i], 0.0006);
    EXPECT_NEAR(ampi{.imbalance = penalty::add}.score(z, halves), add[i], 1e-4);
  }
}

// Case mean_min: reproduces the regions
TEST(MeanMin, reproduces_the_regions) {
  expect_near(of_regions(mean_min{.alpha = 0.5, .beta = 1}, 1), mean_min_scores, 1e-6);
}

TEST(MeanMin, goes_from_the_mean_to_the_minimum) {
  const std::vector<double> z{10, 40}, w{0.25, 0.75};
  EXPECT_EQ((mean_min{.alpha = 0}.score(z, w)), 32.5);
  EXPECT_EQ((mean_min{.alpha = 1}.score(z, w)), 10);
  EXPECT_EQ((mean_min{.alpha = 1, .beta = 30}.score(z, w)), 32.5 - 7.5);  // sqrt(22.5 squared + 30 squared) is 37.5
}

// Case bottleneck_penalty: holds children back by the weakest (Scores 0.2, 0.5, 0.8 of [0, 1])
TEST(BottleneckPenalty, holds_children_back_by_the_weakest) {
  // Scores 0.2, 0.5, 0.8 of [0, 1]: 0.2, 0.2 + 1 - exp(-0.3) and 0.2 + 1 - exp(-0.6), computed with 30 digits.
  const std::vector<double> z{0.2, 0.5, 0.8}, w(3, 1.0 / 3);
  EXPECT_NEAR((bottleneck_penalty{.unit = 1}.score(z, w)), 0.2 + (0.259181779318282 + 0.451188363905974) / 3, 1e-14);
  const std::vector<double> points{20, 50, 80};
  EXPECT_NEAR(bottleneck_penalty{}.score(points, w), 100 * (bottleneck_penalty{.unit = 1}.score(z, w)), 1e-12);
  EXPECT_EQ(refused<qx::spec_error>([] { (bottleneck_penalty{.most = 2, .slope = 1}).check(qx::path("aggregate")); }),
            "aggregate: most times slope is 2; at most 1 is allowed");
}

// Case penalised_mean: subtracts each kind of spread, by hand
TEST(PenalisedMean, subtracts_each_kind_of_spread) {
  // Mean 4; mean difference of the nine ordered pairs (3 + 6 + 3) * 2 / 9 = 8/3; mean deviation 2; variance 6.
  const std::vector<double> z{1, 4, 7}, w(3, 1.0 / 3);
  EXPECT_NEAR(penalised_mean{}.score(z, w), 4 - 4.0 / 3, 1e-14);
  EXPECT_NEAR((penalised_mean{.by = spread::mean_deviation}.score(z, w)), 2, 1e-14);
  EXPECT_NEAR((penalised_mean{.by = spread::standard_deviation, .strength = 0.5}.score(z, w)), 4 - 0.5 * std::sqrt(6),
              1e-14);
}

TEST(PenalisedMean, counts_a_child_of_double_weight_as_two) {
  const penalised_mean index{};
  EXPECT_NEAR(index.score(std::vector<double>{3, 9}, std::vector<double>{2.0 / 3, 1.0 / 3}),
              index.score(std::vector<double>{9, 3, 3}, std::vector<double>(3, 1.0 / 3)), 1e-14);
}

TEST(PenalisedMean, says_when_a_better_child_can_lower_the_score) {
  // One child of weight 0.001 that gets better: the mean rises by 0.001, spreads by 0.000999, 0.001998 and 0.0316.
  const std::vector<double> w{0.001, 0.999};
  const auto falls = [&](const penalised_mean& m) {
    return m.score(std::vector<double>{20, 0}, w) < m.score(std::vector<double>{10, 0}, w);
  };
  for (const auto& [by, safe] : {std::pair{spread::gini, 1.0}, std::pair{spread::mean_deviation, 0.5},
                                 std::pair{spread::standard_deviation, 0.0}}) {
    const penalised_mean keeps{.by = by, .strength = safe};
    const penalised_mean breaks{.by = by, .strength = safe + 0.05};
    EXPECT_FALSE(keeps.breaks_dominance());
    EXPECT_FALSE(falls(keeps));
    EXPECT_TRUE(breaks.breaks_dominance());
    EXPECT_TRUE(falls(breaks));
  }
}

}  // namespace
