// Sobol' indices of functions with known ones, within the Monte Carlo error that is stated.
#include "quindex/robustness/sobol_indices.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <gtest/gtest.h>

#include "quindex/error.hpp"
#include "quindex/robustness/saltelli.hpp"
#include "robustness/models.hpp"

namespace {

using namespace robust;

constexpr std::array firsts{rb::first_order::saltelli_2010, rb::first_order::jansen_1999, rb::first_order::janon_2014,
                            rb::first_order::azzini_2021};
constexpr std::array totals{rb::total_order::jansen_1999, rb::total_order::homma_saltelli_1996,
                            rb::total_order::sobol_2007, rb::total_order::janon_2014, rb::total_order::azzini_2021};

// Case Ishigami, Case sobol_g8, Case sobol_g_equal4, Case linear_4: indices in closed form.
std::vector<model> known() {
  return {ishigami(), g_function({0, 1, 4.5, 9, 99, 99, 99, 99}), g_function({0, 0, 0, 0}), line({1, 2, 3, 4})};
}

/// Four standard errors, those of the bootstrap: exceeded by chance once in 16,000 estimates. About 200 are looked at.
void expect_within_error(const rb::estimates& found, const std::vector<double>& exact, const std::string& what) {
  ASSERT_EQ(found.size(), exact.size());
  for (std::size_t i = 0; i < exact.size(); ++i) {
    EXPECT_NEAR(found.value[i], exact[i], 4 * found.error[i] + 1e-12) << what << " " << i;
    EXPECT_LE(found.low[i], found.high[i]);
  }
}

TEST(Models, have_the_published_indices) {
  const model i = ishigami();
  EXPECT_NEAR(i.variance, 13.844588, 5e-7);
  EXPECT_NEAR(i.first[0], 0.3139, 5e-5);
  EXPECT_NEAR(i.total[0], 0.5576, 5e-5);
  const model g = g_function({0, 1, 4.5, 9, 99, 99, 99, 99});
  EXPECT_NEAR(g.first[0], 0.71619217, 5e-9);
  EXPECT_NEAR(g.total[1], 0.24219819, 5e-9);
  EXPECT_NEAR(g.total[7], 0.00010495, 5e-9);
}

TEST(Sobol, every_estimator_is_within_its_error) {
  for (const model& m : known())
    for (std::size_t k = 0; k < totals.size(); ++k) {
      rb::saltelli_options how{.base_rows = 2048, .seed = 11};
      how.sobol.first = firsts[std::min(k, firsts.size() - 1)];
      how.sobol.total = totals[k];
      how.sobol.intervals.resamples = 100;
      const rb::sobol_indices found = rb::sobol(m.f, m.distributions, how);
      expect_within_error(found.first, m.first, m.name + " first " + std::to_string(k));
      expect_within_error(found.total, m.total, m.name + " total " + std::to_string(k));
      EXPECT_NEAR(found.mean, m.mean, 4 * std::sqrt(m.variance / 8192));
    }
}

TEST(Sobol, errors_are_small_enough_to_tell_something) {
  // 4,096 base rows: the errors of the default estimators on Ishigami's function are below 0.03 (0.02 was expected).
  const model m = ishigami();
  const rb::sobol_indices found = rb::sobol(m.f, m.distributions, {.base_rows = 4096, .seed = 5});
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_LT(found.first.error[i], 0.03);
    EXPECT_LT(found.total.error[i], 0.03);
  }
  EXPECT_EQ(found.runs, 4096U * 5);
}

TEST(Sobol, intervals_cover_as_often_as_they_say) {
  // 200 designs × 3 factors × 2 orders at level 0.9; with 200 independent designs a coverage of 0.9 has the standard
  // error 0.021, and small samples cost percentile intervals a few hundredths.
  const model m = ishigami();
  std::size_t covered = 0, all = 0;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    rb::saltelli_options how{.base_rows = 256, .seed = seed};
    how.sobol.intervals = {.resamples = 99, .level = 0.9, .seed = seed};
    const rb::sobol_indices found = rb::sobol(m.f, m.distributions, how);
    for (std::size_t i = 0; i < 3; ++i) {
      covered += found.first.low[i] <= m.first[i] && m.first[i] <= found.first.high[i] ? 1 : 0;
      covered += found.total.low[i] <= m.total[i] && m.total[i] <= found.total.high[i] ? 1 : 0;
      all += 2;
    }
  }
  const double share = static_cast<double>(covered) / static_cast<double>(all);
  EXPECT_GT(share, 0.9 - 3 * 0.021);
  EXPECT_LT(share, 0.9 + 3 * 0.021);
}

TEST(Sobol, second_order_is_that_of_the_interaction) {
  const model m = ishigami();
  rb::saltelli_options how{.base_rows = 8192, .seed = 3};
  how.sobol.second = true;
  const rb::sobol_indices found = rb::sobol(m.f, m.distributions, how);
  EXPECT_EQ(found.runs, 8192U * 8);
  const double exact = m.total[0] - m.first[0];  // only x1 and x3 interact: 0.2437
  const auto within = [&](Eigen::Index i, Eigen::Index j, double value) {
    // The interval of 95 % is about ± 2 standard errors: twice its width to either side is 4 of them.
    const double width = found.second_high(i, j) - found.second_low(i, j);
    EXPECT_NEAR(found.second(i, j), value, width) << i << j;
    EXPECT_LT(width, 0.2);
    EXPECT_EQ(found.second(i, j), found.second(j, i));
  };
  within(0, 2, exact);
  within(0, 1, 0);
  within(1, 2, 0);
  EXPECT_TRUE(std::isnan(found.second(0, 0)));
}

TEST(Sobol, level_of_the_output_does_not_matter) {
  // Not centred, adding 50 to y = x1 + 2 x2 + 3 x3 raises the error of the first order from 0.11 to 1.71.
  const model m = line({1, 2, 3});
  for (const rb::first_order first : firsts) {
    rb::saltelli_options how{.base_rows = 128, .seed = 2};
    how.sobol.first = first;
    const auto plain = rb::sobol(m.f, m.distributions, how);
    const auto raised = rb::sobol([&](std::span<const double> x) { return m.f(x) + 1e6; }, m.distributions, how);
    for (std::size_t i = 0; i < 3; ++i) {
      EXPECT_NEAR(plain.first.value[i], raised.first.value[i], 1e-8);
      EXPECT_NEAR(plain.first.error[i], raised.first.error[i], 1e-8);
      EXPECT_NEAR(plain.total.value[i], raised.total.value[i], 1e-8);
    }
  }
}

TEST(Sobol, groups_have_the_index_of_all_their_members) {
  const model m = line({1, 2, 3, 4});
  rb::saltelli_options how{.base_rows = 4096, .seed = 9, .groups = {{"small", {0, 1}}, {"large", {2, 3}}}};
  const rb::sobol_indices found = rb::sobol(m.f, m.distributions, how);
  EXPECT_EQ(found.factors.codes(), (std::vector<std::string>{"small", "large"}));
  EXPECT_EQ(found.runs, 4096U * 4);
  expect_within_error(found.first, {5.0 / 30, 25.0 / 30}, "groups");
  expect_within_error(found.total, {5.0 / 30, 25.0 / 30}, "groups");
  how.groups = {{"small", {0, 1}}, {"large", {1, 2, 3}}};
  EXPECT_EQ(refused<qx::spec_error>([&] { (void)rb::sobol(m.f, m.distributions, how); }),
            "sensitivity.groups.large: factor 'x2' is in 'small', too; put each factor into one group");
  how.groups = {{"small", {0, 1}}, {"large", {3}}};
  EXPECT_EQ(refused<qx::spec_error>([&] { (void)rb::sobol(m.f, m.distributions, how); }),
            "sensitivity.groups: factor 'x3' is in none; put it into one, if need be on its own");
}

TEST(Sobol, constant_output_has_no_indices_and_says_why) {
  const auto found = rb::sobol([](std::span<const double>) { return 0.1; }, std::vector<between>(2));
  EXPECT_TRUE(std::isnan(found.first.value[0]) && std::isnan(found.total.value[1]) && std::isnan(found.first.low[0]));
  EXPECT_EQ(found.variance, 0);
  EXPECT_EQ(found.mean, 0.1);
  ASSERT_EQ(found.notes.size(), 1U);
  EXPECT_EQ(found.notes[0].what, "the output is always 0.1: nothing explains a constant, no indices");
}

TEST(Sobol, failed_runs_cost_their_base_row_only) {
  const model m = ishigami();
  rb::saltelli_options how{.base_rows = 512, .seed = 4};
  rb::sobol_runs runs = rb::run_saltelli(m.f, m.distributions, how);
  rb::sobol_runs shorter = rb::run_saltelli(m.f, m.distributions, {.base_rows = 510, .seed = 4});
  runs.a[510] = qx::missing_value;
  runs.ab(511, 2) = qx::missing_value;
  const qx::labels names{"a", "b", "c"};
  const auto found = rb::sobol_from_runs(names, runs);
  EXPECT_EQ(found.dropped, 2U);
  EXPECT_EQ(found.base_rows, 510U);
  EXPECT_EQ(found.notes.at(0).count, 2U);
  EXPECT_EQ(found.first.value, rb::sobol_from_runs(names, shorter).first.value);
  EXPECT_EQ(found.total.low, rb::sobol_from_runs(names, shorter).total.low);
}

TEST(Sobol, estimates_below_nought_are_reported_with_a_note) {
  // Σ y_B (y_AB − y_A) = 4 − 4 + 1 − 6 = −5 and Σ (y_AB − y_A) = 0; V = 10 / 7.
  const rb::sobol_runs runs{{1, 2, 3, 4}, {2, 4, 1, 3}, Eigen::Vector4d(3, 1, 4, 2), {}};
  const auto found = rb::sobol_from_runs({"a"}, runs);
  EXPECT_NEAR(found.first.value[0], -5.0 / 4 / (10.0 / 7), 1e-14);
  EXPECT_NEAR(found.total.value[0], 10.0 / 8 / (10.0 / 7), 1e-14);
  EXPECT_LT(found.first.low[0], 0);
  EXPECT_EQ(found.notes.at(0).count, 1U);
  EXPECT_EQ(found.notes.at(0).what,
            "estimates below 0: the index itself is 0 or more, the rest is the error of the estimate, which more base "
            "rows make smaller");
}

TEST(Sobol, same_bits_for_any_number_of_threads) {
  const model m = ishigami();
  rb::saltelli_options how{.base_rows = 300, .seed = 6};
  how.sobol.second = true;
  const auto alone = rb::sobol(m.f, m.distributions, how);
  how.sobol.intervals.executor = qx::numeric::executor::threads(3);
  const auto several = rb::sobol(m.f, m.distributions, how);
  EXPECT_EQ(alone.first.low, several.first.low);
  EXPECT_EQ(alone.total.error, several.total.error);
  EXPECT_EQ(alone.second(0, 1), several.second(0, 1));
}

TEST(Sobol, refuses_what_does_not_fit) {
  const qx::labels two{"a", "b"};
  rb::sobol_runs runs{{1, 2}, {1, 3}, qx::matrix::Ones(2, 3), {}};
  EXPECT_EQ(refused<qx::data_error>([&] { (void)rb::sobol_from_runs(two, runs); }),
            "sensitivity.runs.ab: it is 2 x 3 for 2 base rows and 2 factors; give one row per base row and one column "
            "per factor");
  runs.ab = qx::matrix::Ones(2, 2);
  EXPECT_EQ(
      refused<qx::spec_error>([&] { (void)rb::sobol_from_runs(two, runs, {.total = rb::total_order::azzini_2021}); }),
      "sensitivity.runs.ba: it is empty, and what is asked for needs it; run B with each factor's column from A, "
      "or choose other estimators and no second order");
  EXPECT_EQ(refused<qx::spec_error>([&] { (void)rb::sobol_from_runs(two, runs, {.intervals = {.level = 1}}); }),
            "sensitivity.level: found 1; give a number above 0 and below 1");
}

TEST(Convergence, widths_fall_and_the_verdict_follows) {
  const model m = ishigami();
  const auto runs = rb::run_saltelli(m.f, m.distributions, {.base_rows = 2048, .seed = 12});
  const qx::labels names{"x1", "x2", "x3"};
  const auto found = rb::sobol_convergence(names, runs);
  EXPECT_EQ(found.base_rows, (std::vector<std::size_t>{256, 512, 1024, 2048}));
  for (Eigen::Index i = 0; i < 3; ++i) {
    EXPECT_LT(found.total_width(3, i), found.total_width(0, i));
    EXPECT_EQ(found.total(3, i), rb::sobol_from_runs(names, runs).total.value[static_cast<std::size_t>(i)]);
  }
  EXPECT_FALSE(found.has_converged);
  EXPECT_GT(found.base_rows_needed, 2048U);
  const auto loose = rb::sobol_convergence(names, runs, {}, found.widest);
  EXPECT_TRUE(loose.has_converged);
  EXPECT_EQ(loose.base_rows_needed, 2048U);
  EXPECT_NE(loose.verdict.find("at most the limit"), std::string::npos);
  EXPECT_EQ(refused<qx::spec_error>([&] { (void)rb::sobol_convergence(names, runs, {}, 0.05, {3000}); }),
            "sensitivity.sizes: found 3000; give numbers from 2 to the 2048 base rows that have all outputs");
  EXPECT_EQ(refused<qx::spec_error>([&] { (void)rb::sobol_convergence(names, runs, {.intervals = {.resamples = 1}}); }),
            "sensitivity.resamples: found 1; convergence is seen from intervals: give 100 or more");
}

}  // namespace
