// Benefit of the doubt over whole tables: against the plain linear program, and what has to hold for it.
#include "quindex/numeric/envelopment.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>

#include "quindex/numeric/linear_program.hpp"
#include "quindex/numeric/random.hpp"

namespace envelopment_test {

using namespace quindex;
using namespace quindex::numeric;

std::vector<column_view> columns_of(const matrix& y) {
  std::vector<column_view> out;
  for (Eigen::Index j = 0; j < y.cols(); ++j) out.push_back(column_of(y, j));
  return out;
}

/// The score of unit i from the linear program itself.
double plain_score(const matrix& y, Eigen::Index i, const matrix& restrictions = {}, bool on_contributions = false) {
  const Eigen::Index extra = restrictions.rows();
  matrix rows(y.rows() + extra, y.cols());
  rows.topRows(y.rows()) = y;
  for (Eigen::Index r = 0; r < extra; ++r)
    for (Eigen::Index j = 0; j < y.cols(); ++j)
      rows(y.rows() + r, j) = restrictions(r, j) * (on_contributions ? y(i, j) : 1);
  std::vector<double> right(static_cast<std::size_t>(rows.rows()), 0.0);
  std::fill_n(right.begin(), y.rows(), 1.0);
  std::vector<double> gain;
  for (Eigen::Index j = 0; j < y.cols(); ++j) gain.push_back(y(i, j));
  return maximise(rows, right, gain).value;
}

/// Values in 0, 1, ..., `levels` - 1 (ties, zeros and duplicates are common when few), or anywhere in (0, 1).
matrix random_table(Eigen::Index n, Eigen::Index p, std::size_t levels, std::uint64_t seed) {
  const random_stream r(seed, "envelopment.test");
  matrix y(n, p);
  for (Eigen::Index k = 0; k < n * p; ++k)
    y.data()[k] = levels == 0 ? r.uniform(static_cast<std::uint64_t>(k))
                              : static_cast<double>(r.below(levels, static_cast<std::uint64_t>(k)));
  return y;
}

void expect_plain(const matrix& y, const envelopment_options& options = {}) {
  const envelopment found = envelop(columns_of(y), options);
  for (Eigen::Index i = 0; i < y.rows(); ++i)
    EXPECT_NEAR(found.scores[static_cast<std::size_t>(i)],
                plain_score(y, i, options.restrictions, options.on == restricted::contributions), 1e-9)
        << "unit " << i << " of\n"
        << y;
}

TEST(envelopment, gives_a_case_done_by_hand) {
  // The frontier runs through (4, 0), (3, 2) and (0, 3) down to the axes. For (1, 2) the facet of (3, 2) and (0, 3),
  // 1/9 y1 + 1/3 y2 = 1, decides: 1/9 + 2/3 = 7/9. For (2, 0) it is 1/4 y1 + 1/8 y2 = 1: 2/4.
  const matrix y = (matrix(5, 2) << 4, 0, 3, 2, 0, 3, 1, 2, 2, 0).finished();
  const envelopment found = envelop(columns_of(y));
  EXPECT_EQ(found.scores[0], 1);
  EXPECT_EQ(found.scores[1], 1);
  EXPECT_EQ(found.scores[2], 1);
  EXPECT_NEAR(found.scores[3], 7.0 / 9, 1e-15);
  EXPECT_NEAR(found.scores[4], 0.5, 1e-15);
  EXPECT_NEAR(found.weights(3, 0), 1.0 / 9, 1e-15);
  EXPECT_NEAR(found.weights(3, 1), 1.0 / 3, 1e-15);
  ASSERT_EQ(found.peers[3].size(), 2U);  // 1/3 of (3, 2) and 4/9 of (0, 3) make (1, 2)
  EXPECT_EQ(found.peers[3][0].point, 1U);
  EXPECT_NEAR(found.peers[3][0].share, 1.0 / 3, 1e-15);
  EXPECT_NEAR(found.peers[3][1].share, 4.0 / 9, 1e-15);
  EXPECT_EQ(found.frontier, (std::vector<std::size_t>{0, 1, 2}));
}

TEST(envelopment, agrees_with_the_linear_program) {
  std::uint64_t seed = 0;
  for (const std::size_t levels : {0U, 2U, 3U, 5U})
    for (const Eigen::Index p : {1, 2, 3, 6})
      for (const Eigen::Index n : {1, 2, 7, 40}) expect_plain(random_table(n, p, levels, ++seed));
}

TEST(envelopment, agrees_with_the_linear_program_under_restrictions) {
  std::uint64_t seed = 100;
  for (const std::size_t levels : {0U, 3U, 5U}) {
    for (const Eigen::Index p : {2, 3, 5}) {
      // Each weight at least 0.1 and at most 0.6 of the sum, and the first at most twice the second.
      matrix g = matrix::Zero(2 * p + 1, p);
      for (Eigen::Index j = 0; j < p; ++j) {
        g.row(j).setConstant(0.1);
        g.row(p + j).setConstant(-0.6);
        g(j, j) -= 1;
        g(p + j, j) += 1;
      }
      g(2 * p, 0) = 1;
      g(2 * p, 1) = -2;
      expect_plain(random_table(25, p, levels, ++seed), {.restrictions = g});
      expect_plain(random_table(25, p, levels, ++seed), {.restrictions = g, .on = restricted::contributions});
    }
  }
}

TEST(envelopment, weights_and_peers_prove_every_score) {
  const matrix y = random_table(300, 5, 0, 5);
  const envelopment found = envelop(columns_of(y));
  for (Eigen::Index i = 0; i < y.rows(); ++i) {
    const auto unit = static_cast<std::size_t>(i);
    double shares = 0;
    std::vector<double> cover(5, 0);
    for (const peer& one : found.peers[unit]) {
      shares += one.share;
      for (Eigen::Index j = 0; j < 5; ++j)
        cover[static_cast<std::size_t>(j)] += one.share * y(static_cast<Eigen::Index>(one.point), j);
    }
    EXPECT_NEAR(shares, found.scores[unit], 1e-9);
    for (Eigen::Index j = 0; j < 5; ++j) EXPECT_GE(cover[static_cast<std::size_t>(j)], y(i, j) - 1e-9);
    for (Eigen::Index k = 0; k < y.rows(); ++k) EXPECT_LE(y.row(k).dot(found.weights.row(i)), 1 + 1e-9);
    EXPECT_NEAR(y.row(i).dot(found.weights.row(i)), found.scores[unit], 1e-9);
  }
}

TEST(envelopment, the_order_of_the_units_changes_no_bit) {
  const matrix y = random_table(80, 4, 4, 9);
  const envelopment found = envelop(columns_of(y));
  const matrix turned = y.colwise().reverse();
  const envelopment other = envelop(columns_of(turned));
  for (std::size_t i = 0; i < 80; ++i) EXPECT_EQ(found.scores[i], other.scores[79 - i]);
}

TEST(envelopment, units_of_measurement_change_nothing) {
  const matrix y = random_table(60, 3, 0, 11);
  matrix other = y;
  other.col(0) *= 1000;
  other.col(2) *= 0.03;
  const envelopment a = envelop(columns_of(y));
  const envelopment b = envelop(columns_of(other));
  for (std::size_t i = 0; i < 60; ++i) EXPECT_NEAR(a.scores[i], b.scores[i], 1e-12);
}

TEST(envelopment, a_better_value_never_lowers_a_score) {
  const matrix y = random_table(40, 3, 0, 13);
  const envelopment before = envelop(columns_of(y));
  for (Eigen::Index i = 0; i < 40; ++i) {
    matrix better = y;
    better(i, i % 3) *= 1.2;
    EXPECT_GE(envelop(columns_of(better)).scores[static_cast<std::size_t>(i)],
              before.scores[static_cast<std::size_t>(i)] - 1e-12);
  }
}

TEST(envelopment, twins_have_the_same_bits) {
  matrix y(120, 4);
  y.topRows(60) = random_table(60, 4, 0, 14);
  y.bottomRows(60) = y.topRows(60).colwise().reverse();
  const envelopment found = envelop(columns_of(y));
  for (std::size_t i = 0; i < 60; ++i) {
    EXPECT_EQ(found.scores[i], found.scores[119 - i]);
    EXPECT_EQ(found.peers[i], found.peers[119 - i]);
  }
}

TEST(envelopment, a_dominated_unit_changes_nobody) {
  const matrix y = random_table(50, 3, 0, 12);
  matrix more(51, 3);
  more.topRows(50) = y;
  more.row(50) = 0.9 * y.row(7);
  const envelopment a = envelop(columns_of(y));
  const envelopment b = envelop(columns_of(more));
  for (std::size_t i = 0; i < 50; ++i) EXPECT_NEAR(a.scores[i], b.scores[i], 1e-12);
  EXPECT_NEAR(b.scores[50], 0.9 * b.scores[7], 1e-12);
}

TEST(envelopment, zeros_duplicates_and_single_units_have_scores) {
  EXPECT_EQ(envelop(columns_of(matrix::Zero(3, 2))).scores, (std::vector<double>{0, 0, 0}));
  EXPECT_EQ(envelop(columns_of(matrix::Ones(1, 3))).scores, (std::vector<double>{1}));
  EXPECT_EQ(envelop(columns_of(matrix::Ones(4, 3))).scores, (std::vector<double>{1, 1, 1, 1}));
  const matrix zero_column = (matrix(3, 2) << 1, 0, 2, 0, 4, 0).finished();
  EXPECT_EQ(envelop(columns_of(zero_column)).scores, (std::vector<double>{0.25, 0.5, 1}));
  EXPECT_TRUE(envelop(columns_of(matrix(0, 2))).scores.empty());
}

TEST(envelope, says_when_weights_have_no_bound) {
  envelope hull(2);
  hull.add(std::vector<double>{1, 0});
  EXPECT_TRUE(hull.score(std::vector<double>{2, 0}));
  EXPECT_EQ(hull.value(), 2);
  EXPECT_FALSE(hull.score(std::vector<double>{1, 1}));
  EXPECT_TRUE(hull.score(std::vector<double>{0.5, 0}));
  EXPECT_EQ(hull.value(), 0.5);
}

}  // namespace envelopment_test
