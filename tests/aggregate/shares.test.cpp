// Methods that compare units by shares of each criterion: MAIRCA, OCRA, CRADIS, RAM, AROMAN, LMAW, PIV, ROV.
#include <gtest/gtest.h>

#include "decision.hpp"
#include "quindex/aggregate/aroman.hpp"
#include "quindex/aggregate/cradis.hpp"
#include "quindex/aggregate/lmaw.hpp"
#include "quindex/aggregate/mairca.hpp"
#include "quindex/aggregate/ocra.hpp"
#include "quindex/aggregate/piv.hpp"
#include "quindex/aggregate/ram.hpp"
#include "quindex/aggregate/rov.hpp"

namespace {

using namespace trial;
using namespace quindex::aggregate;
namespace cases {

// Aksoy, E. (2021) MAIRCA method ... Gumushane Univ. SBE Elektronik Dergisi 12(1):1-11
const decision mairca{
    {{70, 245, 16.4, 19}, {52, 246, 7.3, 22}, {53, 295, 10.3, 25}, {63, 256, 12, 8}, {64, 233, 5.3, 17}},
    {0.04744, 0.02464, 0.51357, 0.41435}};
const std::vector<double> mairca_published{0.0332, 0.1122, 0.0654, 0.1304, 0.1498};

// Isik, A.T., Adali, E.A. (2016) SWARA and OCRA hotel selection. IJAOM 8(2):140-151
const decision ocra{{{7.7, 256, 7.2, 7.3, 7.3},
                     {8.1, 250, 7.9, 7.8, 7.7},
                     {8.7, 352, 8.6, 7.9, 8},
                     {8.1, 262, 7, 8.1, 7.2},
                     {6.5, 271, 6.3, 6.4, 6.1},
                     {6.8, 228, 7.1, 7.2, 6.5}},
                    {0.239, 0.225, 0.197, 0.186, 0.153},
                    {1, -1, 1, 1, 1}};
const std::vector<double> ocra_published{0.143, 0.21, 0.164, 0.167, 0, 0.112};

// Puška, A., Stević, Ž., & Pamučar, D. (2021). Evaluation and selection of healthcare waste incinerators using extended
// sustainability criteria and multi-criteria analysis methods. Environment, Development and Sustainability, 1-31. DOI:
// https://doi.org/10.1007/s10668-021-01902-2
const decision cradis{{{1.82, 1.59, 2.62, 2.62, 4.31, 3.3, 2.29, 3.3, 4.31, 5.31, 2.29, 1.26, 0.36, 30, 10, 5.02},
                       {1.82, 1.59, 2.62, 2.62, 3.63, 3.3, 2.29, 3.3, 4.31, 6, 2.29, 1.26, 0.54, 40, 11.5, 6.26},
                       {2.88, 2.62, 3.3, 3, 4.64, 3.91, 2.52, 3.91, 3.3, 6, 3.3, 1.44, 0.75, 50, 12.5, 8.97},
                       {1.82, 1.59, 2.62, 3.17, 3.63, 3.3, 2.29, 3.3, 4.31, 6, 3.3, 2, 0.57, 65, 17.5, 8.79},
                       {3.11, 3, 3.91, 4, 5, 4.58, 3.3, 4, 2.29, 5, 3.91, 2.88, 1.35, 100, 16.5, 11.68},
                       {2.88, 2.29, 3.63, 3.63, 5, 4.31, 3.3, 4.31, 2.88, 6, 4.31, 2.29, 1.2, 100, 15.5, 12.9}},
                      {0.07, 0.05, 0.05, 0.06, 0.09, 0.06, 0.06, 0.06, 0.05, 0.07, 0.05, 0.05, 0.09, 0.06, 0.07, 0.06},
                      {-1, -1, -1, -1, -1, -1, -1, -1, 1, 1, -1, -1, 1, 1, -1, -1}};
const std::vector<double> cradis_published{0.79, 0.82, 0.64, 0.74, 0.58, 0.61};

// Sotoudeh-Anvari, A. (2023) Root Assessment Method. J. Cleaner Production 423:138695
const decision ram{{{0.068, 0.066, 0.15, 0.098, 0.156, 0.114, 0.098},
                    {0.078, 0.076, 0.108, 0.136, 0.082, 0.171, 0.105},
                    {0.157, 0.114, 0.128, 0.083, 0.108, 0.113, 0.131},
                    {0.106, 0.139, 0.058, 0.074, 0.132, 0.084, 0.12},
                    {0.103, 0.187, 0.125, 0.176, 0.074, 0.064, 0.057},
                    {0.105, 0.083, 0.15, 0.051, 0.134, 0.094, 0.113},
                    {0.137, 0.127, 0.056, 0.133, 0.122, 0.119, 0.114},
                    {0.1, 0.082, 0.086, 0.06, 0.062, 0.109, 0.093},
                    {0.053, 0.052, 0.043, 0.1, 0.05, 0.078, 0.063},
                    {0.094, 0.074, 0.097, 0.087, 0.08, 0.054, 0.106}},
                   {0.132, 0.135, 0.138, 0.162, 0.09, 0.223, 0.12},
                   {1, -1, -1, 1, 1, 1, 1}};
const std::vector<double> ram_published{1.4332, 1.4392, 1.4353, 1.4322, 1.4279, 1.4301, 1.4394, 1.4308, 1.4294, 1.4288};

// Boskovic, S. et al. (2023) AROMAN. IEEE Access 11:39496-39507
const decision aroman{
    {{40000, 1.2, 1.4, 8, 9}, {38500, 1.15, 1.2, 6, 6}, {39400, 0.6, 1.1, 7, 5}, {48000, 1.3, 1.6, 10, 12}},
    {0.28, 0.22, 0.26, 0.15, 0.09},
    {-1, 1, 1, 1, 1}};
const std::vector<double> aroman_published{0.6727, 0.5535, 0.4721, 0.8718};

// Pamucar, D. et al. (2021) LMAW. FU Mech Eng 19(3):361-380
const decision lmaw{{{647.34, 6.24, 49.87, 19.46, 212.58, 6.75},
                     {115.64, 3.24, 16.26, 9.69, 207.59, 3},
                     {373.61, 5, 26.43, 12, 184.62, 3.74},
                     {37.63, 2.48, 2.85, 9.35, 142.5, 3.24},
                     {858.01, 4.74, 62.85, 45.96, 267.95, 4},
                     {222.92, 3, 19.24, 21.46, 221.38, 3.49}},
                    {0.215, 0.126, 0.152, 0.09, 0.19, 0.226},
                    {1, 1, -1, -1, -1, 1}};
const std::vector<double> lmaw_published{4.84, 4.681, 4.799, 4.733, 4.736, 4.704};

}  // namespace cases

// Case mairca: reproduces aksoy 2021
TEST(Mairca, reproduces_aksoy_2021) {
  expect_near(measure_of(mairca{}, cases::mairca, "gap"), cases::mairca_published, 6e-5);
  const std::vector<double> score = scores_of(mairca{}, cases::mairca);
  for (std::size_t i = 0; i < 5; ++i) EXPECT_NEAR(score[i], 0.2 - cases::mairca_published[i], 6e-5);
}

// Case ocra: reproduces isik and adali 2016
TEST(Ocra, reproduces_isik_and_adali_2016) {
  expect_near(scores_of(ocra{}, cases::ocra), cases::ocra_published, 6e-4);
  EXPECT_EQ(refused_value(ocra{}, 0),
            "groups/index/a1/c1: ocra needs values above 0, this is 0; normalise to a positive range, for instance "
            "min_max with low = 1");
}

// Case cradis: reproduces puska stevic and pamucar 2022
TEST(Cradis, reproduces_puska_stevic_and_pamucar_2022) {
  // the inputs printed are geometric means rounded to two decimals, the scores too
  expect_near(scores_of(cradis{}, cases::cradis), cases::cradis_published, 6e-3);
}

TEST(Cradis, gives_1_to_the_best_possible_unit) {
  EXPECT_EQ(scores_of(cradis{}, {{{4, 1}, {2, 2}}, {0.5, 0.5}, {1, -1}})[0], 1);
  EXPECT_EQ(refused_value(cradis{}, -1).substr(0, 55), "groups/index/a1/c1: cradis needs values above 0, this i");
}

// Case ram: reproduces sotoudeh anvari 2023
TEST(Ram, reproduces_sotoudeh_anvari_2023) {
  expect_near(scores_of(ram{}, cases::ram), cases::ram_published, 6e-5);
  EXPECT_EQ(refused_value(ram{}, -2),
            "groups/index/a1/c1: ram needs values of 0 or more, this is -2; normalise to a range that starts at 0, for "
            "instance min_max");
  expect_near(scores_of(ram{}, {{{0}, {0}}, {1}}), std::vector<double>(2, std::sqrt(2.0)), 1e-15);
}

// Case aroman: reproduces boskovic 2023
TEST(Aroman, reproduces_boskovic_2023) {
  expect_near(scores_of(aroman{}, cases::aroman), cases::aroman_published, 6e-5);
}

TEST(Aroman, prefers_the_dearer_of_two_as_published) {
  const std::vector<double> score = scores_of(aroman{}, {{{10, 5}, {20, 5}, {5, 1}}, {0.5, 0.5}, {-1, 1}});
  EXPECT_GT(score[1], score[0]);
  EXPECT_FALSE(qx::claim_set(aroman::claims).has(qx::claim::dominance));
}

// Case lmaw: reproduces pamucar 2021
TEST(Lmaw, reproduces_pamucar_2021) { expect_near(scores_of(lmaw{}, cases::lmaw), cases::lmaw_published, 6e-4); }

// Case piv: adds distances from the best (Mufazzal and Muzakkir's steps by hand)
// Mufazzal and Muzakkir's steps by hand: columns (3, 4) of length 5 and (5, 12) of length 13, the second a cost.
TEST(Piv, adds_distances_from_the_best) {
  const decision d{{{3, 5}, {4, 12}}, {0.75, 0.25}, {1, -1}};
  expect_near(measure_of(piv{}, d, "proximity"), {0.75 / 5, 0.25 * 7 / 13}, 1e-15);
  expect_near(scores_of(piv{}, d), {1 - 0.15, 1 - 1.75 / 13}, 1e-15);
  EXPECT_EQ(scores_of(piv{}, {{{0}, {0}}, {1}}), (std::vector<double>{1, 1}));
  expect_near(scores_of(piv{}, {{{-3}, {4}}, {1}}), {1 - 7.0 / 5, 1}, 1e-15);
}

// Case rov: is the middle of two utilities (By hand)
// By hand: utilities (1, 0, 0.5) of the benefit and (0, 1, 0.25) of the cost.
TEST(Rov, is_the_middle_of_two_utilities) {
  const decision d{{{9, 50}, {1, 10}, {5, 40}}, {0.6, 0.4}, {1, -1}};
  expect_near(measure_of(rov{}, d, "benefits"), {0.6, 0, 0.3}, 1e-15);
  expect_near(measure_of(rov{}, d, "costs"), {0, 0.4, 0.1}, 1e-15);
  expect_near(scores_of(rov{}, d), {0.3, 0.2, 0.2}, 1e-15);
}

TEST(MethodsByShares, are_sound_at_the_edges) {
  expect_sound_at_the_edges(mairca{});
  expect_sound_at_the_edges(ocra{});
  expect_sound_at_the_edges(cradis{});
  expect_sound_at_the_edges(ram{});
  expect_sound_at_the_edges(aroman{});
  expect_sound_at_the_edges(lmaw{});
  expect_sound_at_the_edges(piv{});
  expect_sound_at_the_edges(rov{});
}

}  // namespace
