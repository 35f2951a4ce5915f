// ELECTRE I, II, III and TRI: concordance, kernels, rankings and classes.
#include <gtest/gtest.h>

#include "printed_table.hpp"
#include "quindex/aggregate/electre_1.hpp"
#include "quindex/aggregate/electre_2.hpp"
#include "quindex/aggregate/electre_3.hpp"
#include "quindex/aggregate/electre_tri.hpp"

namespace {

using namespace trial;
using namespace quindex::aggregate;
using quindex::numeric_error;
using quindex::spec_error;

/// The sites of Cebrian and Porcar (2009), Rev. Metodos Cuantitativos 7.
const printed_table& sites() {
  static const printed_table table(
      {{6, 5, 28, 5, 5}, {4, 2, 25, 10, 9}, {5, 7, 35, 9, 6}, {6, 1, 27, 6, 7}, {6, 8, 30, 7, 9}, {5, 6, 26, 4, 8}},
      {0.25, 0.25, 0.1, 0.2, 0.2}, {1, 1, -1, 1, 1});
  return table;
}

TEST(Electre, agrees_with_the_concordance_of_Cebrian_and_Porcar_2009) {
  const std::vector<std::vector<double>> concordance{{0, 0.5, 0.35, 0.5, 0.35, 0.45}, {0.5, 0, 0.5, 0.75, 0.5, 0.5},
                                                     {0.65, 0.5, 0, 0.45, 0.2, 0.7},  {0.75, 0.25, 0.55, 0, 0.35, 0.45},
                                                     {0.9, 0.7, 0.8, 0.9, 0, 0.9},    {0.55, 0.5, 0.55, 0.55, 0.1, 0}};
  const std::vector<std::vector<double>> discordance{
      {0, 0.5052, 0.4042, 0.1883, 0.42857, 0.2825}, {0.4286, 0, 0.7143, 0.2589, 0.8571, 0.5714},
      {0.1696, 0.2825, 0, 0.1938, 0.2825, 0.218},   {0.5714, 0.4042, 0.8571, 0, 1, 0.7143},
      {0.0485, 0.3031, 0.2021, 0.0727, 0, 0.0969},  {0.1295, 0.6063, 0.5052, 0.2021, 0.3031, 0}};
  electre_comparison pair(sites().view(), electre_scale::sum, "electre_1");
  for (std::size_t a = 0; a < 6; ++a) {
    pair.compare(a);
    for (std::size_t b = 0; b < 6; ++b) {
      if (a == b) continue;
      EXPECT_NEAR(pair.concordance()[b], concordance[a][b], 1e-15) << a << b;
      EXPECT_NEAR(pair.discordance()[b], discordance[a][b], 6e-5) << a << b;
    }
  }
}

// Case electre_1: chooses the site of Cebrian and Porcar 2009
TEST(Electre1, chooses_the_site_of_Cebrian_and_Porcar_2009) {
  const electre_1 method{.scale = electre_scale::sum};
  EXPECT_EQ(method.scores(sites().view()), (std::vector<double>{0, 0, 0, 0, 1, 0}));
  // Site 5 outranks all; site 3 outranks 1 (0.65, 0.17) and 6 (0.7, 0.22), site 2 outranks 4 (0.75, 0.26); site 4 has
  // the concordance to outrank 1, but a discordance of 0.57.
  EXPECT_EQ(measured(method, sites(), "outranks"), (std::vector<double>{0, 1, 2, 0, 5, 0}));
  EXPECT_EQ(measured(method, sites(), "outranked_by"), (std::vector<double>{2, 1, 1, 2, 0, 2}));
}

TEST(Electre1, reaches_a_threshold_that_is_a_sum_of_weights) {
  // 0.1 + 0.2 is not quite 0.3; the first unit leads on both.
  const printed_table table({{1, 1, 0}, {0, 0, 1}}, {0.1, 0.2, 0.7});
  const electre_1 method{.concordance = 0.3, .discordance = 1};
  EXPECT_EQ(measured(method, table, "outranks"), (std::vector<double>{1, 1}));
}

TEST(Electre1, takes_units_in_a_circle_as_one) {
  // a beats b, b beats c and c beats a on two of three criteria; d is beaten by all.
  const printed_table table({{3, 2, 1}, {1, 3, 2}, {2, 1, 3}, {0, 0, 0}}, {1, 1, 1});
  EXPECT_EQ((electre_1{.concordance = 0.6, .discordance = 1}.scores(table.view())), (std::vector<double>{1, 1, 1, 0}));
}

TEST(Electre1, keeps_in_the_kernel_whom_only_the_beaten_outrank) {
  // a outranks b, b outranks c, and a does not outrank c: the kernel is a and c.
  outranking chain(3);
  chain.add(0, 1);
  chain.add(1, 2);
  EXPECT_EQ(kernel_of(chain), (std::vector<bool>{true, false, true}));
}

// Case electre_2: ranks the table of Wang and Triantaphyllou 2008 (Omega 36(1))
TEST(Electre2, ranks_the_table_of_Wang_and_Triantaphyllou_2008) {
  // Omega 36(1); the scores are the means of the two rankings.
  const printed_table table({{1, 2, 1, 5, 2, 2, 4},
                             {3, 5, 3, 5, 3, 3, 3},
                             {3, 5, 3, 5, 3, 2, 2},
                             {1, 2, 2, 5, 1, 1, 1},
                             {1, 1, 3, 5, 4, 1, 5}},
                            {0.078, 0.118, 0.157, 0.314, 0.235, 0.039, 0.059});
  const electre_2 method{.scale = electre_scale::sum};
  EXPECT_EQ(measured(method, table, "mean_rank"), (std::vector<double>{3, 1, 2, 4, 1.5}));
  EXPECT_EQ(ranks_of(method.scores(table.view())), (std::vector<int>{4, 1, 3, 5, 2}));
}

TEST(Electre2, ranks_the_sites_of_Cebrian_and_Porcar_2009) {
  // As scikit-criteria 0.9 ranks them, after Gomes et al. (2004).
  const electre_2 method{.strict_lead = true, .scale = electre_scale::sum};
  EXPECT_EQ(ranks_of(method.scores(sites().view())), (std::vector<int>{6, 3, 2, 5, 1, 4}));
}

TEST(Electre2, refuses_thresholds_out_of_order) {
  EXPECT_EQ(error_of<spec_error>([] { electre_2{.concordance_middle = 0.8}.check(quindex::path("aggregate")); }),
            "aggregate: the thresholds are out of order: concordance 0.65, 0.8, 0.35, discordance 0.65, 0.35; each has "
            "to be at least the next");
}

// Case electre_3: ranks five projects
TEST(Electre3, ranks_five_projects) {
  // The example of R OutrankingTools 1.0 (Roy 1991, the manual of the ELECTRE III software).
  const printed_table table(
      {{-14, 90, 0, 40, 100}, {129, 100, 0, 0, 0}, {-10, 50, 0, 10, 100}, {44, 90, 0, 5, 20}, {-14, 100, 0, 20, 40}},
      {1, 1, 1, 1, 1});
  const electre_3 method{.indifferences = {{"c1", 25}, {"c2", 16}, {"c3", 0}, {"c4", 12}, {"c5", 10}},
                         .preferences = {{"c1", 50}, {"c2", 24}, {"c3", 1}, {"c4", 24}, {"c5", 20}},
                         .vetoes = {{"c1", 100}, {"c2", 60}, {"c3", 2}, {"c4", 48}, {"c5", 90}}};
  expect_close(method.credibility(table.view()),
               {1,   0,   1,      0.8, 1,      0, 1,    0,      0.8, 0.6667, 0.6, 0, 1,
                0.6, 0.8, 0.2144, 0.8, 0.5716, 1, 0.75, 0.6667, 0,   0.8,    0.8, 1},
               0.001);
  EXPECT_EQ(ranks_of(method.scores(table.view())), (std::vector<int>{1, 2, 4, 3, 4}));
}

TEST(Electre3, distils_six_units) {
  // The example of ELECTREIIIDistillation in R MCDA 0.1.0: its descending order is 6, 5, 1, 4, then 2 and 3. The
  // ascending one by hand: the highest credibility is 1, so the first cut-off is the next below 0.85, 0.8. Above it and
  // clearly outranking are 1 over 2 and 3; 4 over 2; 5 over 2, 3 and 4; 6 over 2 to 5. The qualifications are 2, -4,
  // -3, -1, 2, 4: unit 2 is the last, then 3, then 4. Among 1, 5 and 6 the cut-off is 0.7, and 6 over 5 is above it: 5
  // is the next to last. Between 1 and 6 it is 0, and 6 outranks 1.
  const printed_table table({{10, 20, 5, 10, 16},
                             {0, 5, 5, 16, 10},
                             {0, 10, 0, 16, 7},
                             {20, 5, 10, 10, 13},
                             {20, 10, 15, 10, 13},
                             {20, 10, 20, 13, 13}},
                            {3, 2, 3, 1, 1});
  const electre_3 method{.indifference = 3, .preference = 5, .veto = 11};
  EXPECT_EQ(measured(method, table, "descending_rank"), (std::vector<double>{3, 5, 5, 4, 2, 1}));
  EXPECT_EQ(measured(method, table, "ascending_rank"), (std::vector<double>{2, 6, 5, 4, 3, 1}));
}

TEST(Electre3, counts_every_lead_where_there_are_no_thresholds) {
  // Credibility is then the weight of the criteria where one is at least as good.
  const printed_table table({{3, 1}, {1, 2}, {3, 2}}, {0.25, 0.75});
  expect_close(electre_3{}.credibility(table.view()), {1, 0.25, 0.25, 0.75, 1, 0.75, 1, 1, 1}, 1e-15);
  EXPECT_EQ(ranks_of(electre_3{}.scores(table.view())), (std::vector<int>{3, 2, 1}));
}

TEST(Electre3, refuses_thresholds_out_of_order) {
  const printed_table table({{3, 1}, {1, 2}}, {1, 1});
  const electre_3 method{.preference = 1, .vetoes = {{"c2", 0.5}}};
  EXPECT_EQ(error_of<spec_error>([&] { (void)method.scores(table.view()); }),
            "groups/all/c2: the veto threshold is 0.5, below the preference threshold 1; the thresholds have to rise: "
            "indifference, preference, veto");
  EXPECT_EQ(
      error_of<spec_error>([] { electre_3{.indifference = 1}.check(quindex::path("aggregate")); }),
      "aggregate: the preference threshold is 0, below the indifference threshold 1; the thresholds have to rise: "
      "indifference, preference, veto");
}

// Case electre_tri: assigns classes between profiles
TEST(ElectreTri, assigns_classes_between_profiles) {
  // Two criteria with equal weights, profiles (10, 10) and (20, 20), q = 2, p = 6. Credibilities, by hand:
  //          unit over b1, b2       b1, b2 over unit
  // (24, 22)  1, 1                   0, 0.875
  // (18, 7)   0.875, 0.5             0.5, 1
  // (4, 21)   0.5, 0.5               1/2 + 1/2 * 0, 1/2 + 1/2 * 1
  // (9, 3)    0.5, 0                 1, 1
  // so that at a cut of 0.7 the first unit outranks both profiles, the second b1, and the third neither, nor is it
  // outranked by b1, while b2 is preferred to it.
  const printed_table table({{24, 22}, {18, 7}, {4, 21}, {9, 3}}, {1, 1});
  electre_tri method{.profile = {10, 20}, .cut = 0.7, .indifference = 2, .preference = 6};
  EXPECT_EQ(method.scores(table.view()), (std::vector<double>{3, 2, 1, 1}));
  method.assignment = tri_assignment::optimistic;
  EXPECT_EQ(method.scores(table.view()), (std::vector<double>{3, 2, 2, 1}));
  EXPECT_EQ(measured(method, table, "pessimistic_class"), (std::vector<double>{3, 2, 1, 1}));
}

TEST(ElectreTri, takes_profiles_in_the_direction_of_the_criterion) {
  const printed_table table({{24, 5}, {4, 30}, {24, 30}}, {1, 1}, {1, -1});
  const electre_tri method{.profile = {10}, .profiles = {{"c2", {20}}}, .veto = 15};
  EXPECT_EQ(method.scores(table.view()), (std::vector<double>{2, 1, 1}));
}

TEST(ElectreTri, says_which_profile_is_wrong) {
  const printed_table table({{3, 1}, {1, 2}}, {1, 1}, {1, -1});
  EXPECT_EQ(error_of<spec_error>([&] { (void)electre_tri{}.scores(table.view()); }),
            "groups/all/c1: electre_tri has no profile for it; give profile = [...] for all criteria, or profiles = "
            "{'c1': [...]}");
  EXPECT_EQ(error_of<spec_error>([&] {
              (void)electre_tri{.profile = {1, 2}}.scores(table.view());
            }),
            "groups/all/c2: value 2 of its profile is worse than the one before; profiles go from the worst class to "
            "the best");
  const electre_tri uneven{.profile = {1, 2}, .profiles = {{"c2", {3}}}};
  EXPECT_EQ(error_of<spec_error>([&] { (void)uneven.scores(table.view()); }),
            "groups/all/c2: its profile has 1 values, that of 'c1' has 2; every criterion needs one value for each "
            "boundary between classes");
}

TEST(Electre, knows_its_edges) {
  const printed_table one({{3, 4}}, {1, 1});
  const printed_table same({{3, 0}, {3, 0}}, {1, 1});
  const std::vector<double> both{1, 1};
  EXPECT_EQ(electre_1{}.scores(one.view()), std::vector<double>{1});
  EXPECT_EQ(electre_2{}.scores(one.view()), std::vector<double>{1});
  EXPECT_EQ(electre_3{}.scores(one.view()), std::vector<double>{1});
  EXPECT_EQ(electre_1{}.scores(same.view()), both);
  EXPECT_EQ(electre_2{}.scores(same.view()), both);
  EXPECT_EQ(electre_3{}.scores(same.view()), both);
  EXPECT_EQ(error_of<numeric_error>([] {
              (void)electre_1{.scale = electre_scale::sum}.scores(printed_table({{3}, {-1}}, {1}).view());
            }),
            "groups/all/u2/c1: electre_1 needs values of 0 or more, this is -1; normalise to a range that starts at 0, "
            "for instance min_max");
}

}  // namespace
