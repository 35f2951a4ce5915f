// Weights of several methods made into one.
#include <cmath>
#include <gtest/gtest.h>

#include "judged.hpp"
#include "quindex/weigh/game_theoretic.hpp"
#include "quindex/weigh/linear.hpp"
#include "quindex/weigh/minimum_relative_entropy.hpp"
#include "quindex/weigh/multiplicative.hpp"

namespace {

using namespace quindex::weigh;
using trial::expect_near;
namespace qx = quindex;

const auto two = judged::letters(2);
const std::vector<single_method> pair{given{.weights = {{"a", 3}, {"b", 2}}}, given{.weights = {{"a", 1}, {"b", 4}}}};

// Case multiplicative: by hand, 0.6 * 0.2 against 0.4 * 0.8.
TEST(Multiplicative, multiplies) {
  expect_near(multiplicative{.methods = pair}.fit(two), {0.12 / 0.44, 0.32 / 0.44}, 1e-15);
}

// Case minimum_relative_entropy: by hand, the roots of 0.12 and 0.32; and no other weights are nearer.
TEST(MinimumRelativeEntropy, is_the_geometric_mean) {
  const std::vector<double> w = minimum_relative_entropy{.methods = pair}.fit(two);
  const double a = std::sqrt(0.12), b = std::sqrt(0.32);
  expect_near(w, {a / (a + b), b / (a + b)}, 1e-15);
  const auto entropy_to_both = [](double x) {
    return x * std::log(x / 0.6) + (1 - x) * std::log((1 - x) / 0.4) + x * std::log(x / 0.2) +
           (1 - x) * std::log((1 - x) / 0.8);
  };
  EXPECT_LT(entropy_to_both(w[0]), entropy_to_both(w[0] + 1e-4));
  EXPECT_LT(entropy_to_both(w[0]), entropy_to_both(w[0] - 1e-4));
}

// Case linear: by hand, the mean of (0.6, 0.4) and (0.2, 0.8), and three quarters of the first.
TEST(Linear, is_a_mean) {
  expect_near(linear{.methods = pair}.fit(two), {0.4, 0.6}, 1e-15);
  expect_near(linear{.methods = pair, .shares = {3, 1}}.fit(two), {0.5, 0.5}, 1e-15);
}

// Case game_theoretic: by hand, (0.52 0.44; 0.44 0.68) a = (0.52, 0.68) gives a = (0.34, 0.78).
TEST(GameTheoretic, solves_for_the_coefficients) {
  const double first = 0.34 / 1.12, second = 0.78 / 1.12;
  expect_near(game_theoretic{.methods = pair}.fit(two), {first * 0.6 + second * 0.2, first * 0.4 + second * 0.8},
              1e-13);
  EXPECT_TRUE(game_theoretic{.methods = pair}.remarks(two).empty());
}

TEST(GameTheoretic, gives_equal_weights_no_say_next_to_one_other_method) {
  expect_near(game_theoretic{.methods = {equal{}, pair[1]}}.fit(two), {0.2, 0.8}, 1e-12);
}

TEST(Combinations, of_a_method_with_itself_are_that_method) {
  const std::vector<single_method> twice{pair[0], pair[0]};
  expect_near(linear{.methods = twice}.fit(two), {0.6, 0.4}, 1e-15);
  expect_near(game_theoretic{.methods = twice}.fit(two), {0.6, 0.4}, 1e-15);
  expect_near(minimum_relative_entropy{.methods = twice}.fit(two), {0.6, 0.4}, 1e-15);
}

TEST(Combinations, hand_on_what_their_methods_have_to_say) {
  const ahp odd{.comparisons = {{1, 9, 1 / 9.0}, {std::nullopt, 1, 9}, {std::nullopt, std::nullopt, 1}}};
  const std::vector<std::string> notes = linear{.methods = {odd, equal{}}}.remarks(judged::letters(3));
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0].substr(0, 27), "ahp: the consistency ratio ");
}

TEST(Combinations, refuse_what_cannot_be_combined) {
  EXPECT_EQ(judged::refused<qx::spec_error>(linear{}, two),
            "weigh/g: there are no methods to combine; give `methods`: two or more weighing methods");
  EXPECT_EQ(judged::unchecked(linear{.methods = pair, .shares = {1}}),
            "weigh.shares: there are 1 shares for 2 methods; give one for each");
  const std::vector<single_method> apart{given{.weights = {{"a", 1}, {"b", 0}}},
                                         given{.weights = {{"a", 0}, {"b", 1}}}};
  EXPECT_EQ(judged::refused<qx::spec_error>(multiplicative{.methods = apart}, two),
            "weigh/g: every child has the weight 0 by one of the methods; use linear, or other methods");
  EXPECT_EQ(judged::unchecked(multiplicative{.methods = {given{.weights = {{"a", -1}}}}}),
            "weigh.methods.0.weights.a: -1 is below 0");
}

}  // namespace
