// How alike two rankings are, against published examples.
#include "quindex/diagnose/rank_similarity.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "diagnose/support.hpp"

namespace {

using namespace diagnosed;
namespace dx = quindex::diagnose;

TEST(Rank_similarity, agrees_with_salabun_and_urbaniak) {
  // Sałabun and Urbaniak (2020), A new coefficient of rankings similarity in decision-making problems, ICCS 2020.
  const auto found = dx::compare_ranks(std::vector<double>{1, 2, 3, 4, 5}, std::vector<double>{1, 3, 2, 4, 5});
  EXPECT_NEAR(found.spearman, 0.9, 1e-15);
  EXPECT_NEAR(found.weighted_spearman, 0.8833, 5e-5);
  EXPECT_NEAR(found.ws, 0.8542, 5e-5);
  EXPECT_NEAR(found.kendall, 0.8, 1e-15);
  EXPECT_NEAR(found.gamma, 0.8, 1e-15);
}

TEST(Rank_similarity, agrees_with_the_handbook) {
  // Box 7, page 82: 22 of 28 pairs are concordant; 2 · 22/28 − 1 = 0.57.
  const auto found =
      dx::compare_ranks(std::vector<double>{1, 2, 3, 4, 5, 6, 7, 8}, std::vector<double>{3, 4, 1, 2, 5, 7, 8, 6});
  EXPECT_NEAR(found.kendall, 0.57, 0.005);
  EXPECT_NEAR(found.gamma, 16.0 / 28, 1e-15);
}

TEST(Rank_similarity, leaves_ties_out_of_gamma_only) {
  // 1 1 2 2 with 1 2 2 3: three concordant pairs, none discordant, tau-b 3 / √20.
  const auto found = dx::compare_ranks(std::vector<double>{1, 1, 3, 3}, std::vector<double>{1, 2, 2, 4});
  EXPECT_EQ(found.gamma, 1);
  EXPECT_NEAR(found.kendall, 3 / std::sqrt(20.0), 1e-15);
}

TEST(Rank_similarity, takes_ranks_anew_over_the_units_of_both) {
  const auto found = dx::compare_ranks(std::vector<double>{1, 2, gap, 7}, std::vector<double>{4, 9, 1, 10});
  EXPECT_EQ(found.n, 3U);
  EXPECT_NEAR(found.spearman, 1, 1e-15);
  EXPECT_EQ(found.ws, 1);
  EXPECT_EQ(found.weighted_spearman, 1);
  const auto reversed = dx::compare_ranks(std::vector<double>{1, 2, 3}, std::vector<double>{3, 2, 1});
  EXPECT_NEAR(reversed.kendall, -1, 1e-15);
  EXPECT_EQ(reversed.weighted_spearman, -1);
  // 1 − (1/2 · 2/2 + 1/8 · 2/2)
  EXPECT_EQ(reversed.ws, 0.375);
  const auto one = dx::compare_ranks(std::vector<double>{1}, std::vector<double>{1});
  EXPECT_TRUE(std::isnan(one.ws) && std::isnan(one.spearman) && std::isnan(one.gamma));
  EXPECT_EQ(refused<qx::data_error>([] { (void)dx::compare_ranks(std::vector<double>{1}, std::vector<double>{}); }),
            "compare_ranks: the rankings have 1 and 0 units; give two rankings of the same units");
}

TEST(Rank_similarity, notes_values_that_can_be_no_ranks) {
  const std::vector<double> ranks{1, 2.5, 2.5, 4};
  EXPECT_TRUE(dx::compare_ranks(ranks, std::vector<double>{1, 2, 3, 4}).notes.empty());
  const auto found = dx::compare_ranks(ranks, std::vector<double>{71.3, 60, 55, 20.1});
  ASSERT_EQ(found.notes.size(), 1U);
  EXPECT_EQ(found.notes[0].where, "second");
  EXPECT_EQ(found.notes[0].what,
            "looks like scores: the smallest value is taken for the best place; give ranks where the highest is the "
            "best");
  EXPECT_LT(found.spearman, 0);  // which the note is about
  EXPECT_EQ(dx::compare_ranks(std::vector<double>{-1, 1, 2}, std::vector<double>{1, 2, 3}).notes[0].where, "reference");
}

}  // namespace
