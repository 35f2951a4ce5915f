// Weights by contrast and conflict: CRITIC and D-CRITIC, and the distance correlation under the latter.
#include <cmath>
#include <gtest/gtest.h>

#include "quindex/numeric/distance_correlation.hpp"
#include "quindex/weigh/critic.hpp"
#include "quindex/weigh/d_critic.hpp"
#include "weighing.hpp"

namespace {

using namespace quindex::weigh;
using trial::expect_near;
using trial::none;
using weighing::refused;
using weighing::rows;
using weighing::table;
namespace qx = quindex;

const rows firms{{61, 1.08, 4.33},  {20.7, 0.26, 4.34}, {16.3, 1.98, 2.53}, {9, 3.29, 1.65},
                 {5.4, 2.77, 2.33}, {4, 4.12, 1.21},    {-6.1, 3.52, 2.1},  {-34.6, 3.31, 0.98}};
const rows software{
    {5000, 3, 3, 4, 3, 2}, {680, 5, 3, 2, 2, 1}, {2000, 3, 2, 3, 4, 3}, {600, 4, 3, 1, 2, 2}, {800, 2, 4, 3, 3, 4}};

// Case critic: is that of diakoulaki et al (Diakoulaki, Mavrotas and Papayannakis (1995), C&OR 22(7), 763-770)
TEST(Critic, is_that_of_diakoulaki_et_al) {
  // Diakoulaki, Mavrotas and Papayannakis (1995), C&OR 22(7), 763-770: pharmaceutical firms.
  expect_near(critic{}.fit(table(firms)), {0.20222554, 0.48090173, 0.31687273}, 1e-7);
  expect_near(critic{.correlation = correlation_kind::spearman}.fit(table(firms)), {0.21454645, 0.4898563, 0.29559726},
              1e-7);
}

TEST(Critic, knows_directions) {
  // Tus and Adali (2019), Opsearch 56(2): time and attendance software. The paper's numbers take the price, the first
  // column, for a benefit; the other set turns it round, as the method asks.
  expect_near(critic{}.fit(table(software)), {0.157, 0.249, 0.168, 0.121, 0.154, 0.151}, 6e-4);
  expect_near(critic{}.fit(table(software, {-1, 1, 1, 1, 1, 1})),
              {0.184066, 0.213029, 0.142214, 0.158301, 0.168382, 0.134008}, 1e-6);
}

TEST(Critic, is_that_of_twenty_rivers) {
  // zhjx19.github.io/mathmodels-book, as in the test of entropy; s of the scores from 0 to 1 as they stand, so the
  // third and fourth column are given scored and nothing is scaled again.
  rows water{{4.69, 6.59, 51, 11.94}, {2.03, 7.86, 19, 6.46},  {9.11, 6.31, 46, 8.91}, {8.61, 7.05, 46, 26.43},
             {7.13, 6.5, 50, 23.57},  {2.39, 6.77, 38, 24.62}, {7.69, 6.79, 38, 6.01}, {9.3, 6.81, 27, 31.57},
             {5.45, 7.62, 5, 18.46},  {6.19, 7.27, 17, 7.51},  {7.93, 7.53, 9, 6.52},  {4.4, 7.28, 17, 25.3},
             {7.46, 8.24, 23, 14.42}, {2.01, 5.55, 47, 26.31}, {2.04, 6.4, 23, 17.91}, {7.73, 6.14, 52, 15.72},
             {6.35, 7.58, 25, 29.46}, {8.29, 8.41, 39, 12.02}, {3.54, 7.27, 54, 3.16}, {7.44, 6.26, 8, 28.41}};
  for (auto& row : water)
    row = {(row[0] - 2.01) / (9.3 - 2.01), 1 - std::abs(row[1] - 7) / 1.45, (54 - row[2]) / (54 - 5),
           1 - std::max({10 - row[3], row[3] - 20, 0.0}) / (31.57 - 20)};
  expect_near(critic{.scale = scaling::none}.fit(table(water)), {0.2561818, 0.2257389, 0.2539392, 0.2641401}, 1e-7);
}

TEST(Critic, may_leave_out_signs) {
  // r of (1, 2, 3) with (3, 2, 1) is -1, with (1, 3, 2) 1/2; of the latter two -1/2. All deviations are equal.
  const table t({{1, 3, 1}, {2, 2, 3}, {3, 1, 2}});
  expect_near(critic{}.fit(t), {2.5 / 8, 3.5 / 8, 2.0 / 8});
  expect_near(critic{.absolute = true}.fit(t), {0.25, 0.25, 0.5});
}

TEST(Critic, uses_the_units_that_a_pair_shares) {
  // Of the third unit the second child knows nothing: r = 1 over the first two and the fourth unit.
  const table t({{1, 1, 1}, {2, 2, 3}, {3, none, 2}, {4, 4, 1}});
  const double s1 = std::sqrt(5.0 / 3) / 3, s2 = std::sqrt(7.0 / 3) / 3, s3 = std::sqrt(2.75 / 3) / 2;
  const double r13 = -0.5 / std::sqrt(5 * 2.75), r23 = -2.0 / 3 / std::sqrt(14.0 / 3 * 8.0 / 3);
  const double a = s1 * (1 - r13), b = s2 * (1 - r23), c = s3 * (2 - r13 - r23);
  expect_near(critic{}.fit(t), {a / (a + b + c), b / (a + b + c), c / (a + b + c)});
  const rows complete{{1, 1, 1}, {2, 2, 3}, {4, 4, 1}};
  expect_near(critic{.rows = rows_used::complete}.fit(t), critic{}.fit(table(complete)), 0);
}

/// By the definition, over all pairs.
double slow_distance_correlation(const std::vector<double>& x, const std::vector<double>& y) {
  const std::size_t n = x.size();
  const auto centred = [n](const std::vector<double>& v) {
    std::vector<std::vector<double>> a(n, std::vector<double>(n));
    std::vector<double> row(n, 0.0);
    double all = 0;
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < n; ++j) {
        a[i][j] = std::abs(v[i] - v[j]);
        row[i] += a[i][j] / static_cast<double>(n);
        all += a[i][j] / static_cast<double>(n * n);
      }
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < n; ++j) a[i][j] += all - row[i] - row[j];
    return a;
  };
  const auto a = centred(x), b = centred(y);
  double ab = 0, aa = 0, bb = 0;
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j) ab += a[i][j] * b[i][j], aa += a[i][j] * a[i][j], bb += b[i][j] * b[i][j];
  return std::sqrt(std::max(0.0, ab) / std::sqrt(aa * bb));
}

TEST(DistanceCorrelation, is_that_of_its_definition_with_and_without_ties) {
  std::vector<double> x, y, tied;
  for (int i = 0; i < 57; ++i) {
    x.push_back(std::sin(i * 12.9898));
    y.push_back(x.back() * x.back() + 0.3 * std::cos(i * 78.233));
    tied.push_back(std::floor(4 * y.back()));
  }
  EXPECT_NEAR(qx::numeric::distance_correlation(x, y), slow_distance_correlation(x, y), 1e-12);
  EXPECT_NEAR(qx::numeric::distance_correlation(tied, y), slow_distance_correlation(tied, y), 1e-12);
  EXPECT_NEAR(qx::numeric::distance_correlation(tied, x), slow_distance_correlation(tied, x), 1e-12);
}

TEST(DistanceCorrelation, is_one_for_a_straight_line_either_way) {
  const std::vector<double> x{1, 5, 2, 9}, up{3, 11, 5, 19}, down{-1, -5, -2, -9}, flat{2, 2, 2, 2};
  EXPECT_NEAR(qx::numeric::distance_correlation(x, up), 1, 1e-15);
  EXPECT_NEAR(qx::numeric::distance_correlation(x, down), 1, 1e-15);
  EXPECT_TRUE(std::isnan(qx::numeric::distance_correlation(x, flat)));
}

TEST(DistanceCorrelation, of_four_corners_is_zero) {
  EXPECT_NEAR(qx::numeric::distance_correlation(std::vector<double>{0, 0, 1, 1}, std::vector<double>{0, 1, 0, 1}), 0,
              1e-7);
}

// Case d_critic: is spread times conflict
TEST(DCritic, is_spread_times_conflict) {
  std::vector<std::vector<double>> z(3);
  for (const auto& row : firms)
    for (std::size_t j = 0; j < 3; ++j) z[j].push_back(row[j]);
  std::vector<double> expected;
  for (std::size_t j = 0; j < 3; ++j) {
    double conflict = 0;
    for (std::size_t k = 0; k < 3; ++k) conflict += 1 - slow_distance_correlation(z[j], z[k]);
    const auto [low, high] = std::minmax_element(z[j].begin(), z[j].end());
    expected.push_back(qx::numeric::moments(z[j]).sd() / (*high - *low) * conflict);
  }
  const double total = expected[0] + expected[1] + expected[2];
  for (double& w : expected) w /= total;
  expect_near(d_critic{}.fit(table(firms)), expected, 1e-12);
  // No direction matters.
  expect_near(d_critic{}.fit(table(firms, {-1, 1, -1})), expected, 1e-12);
}

template <class M>
class Conflict : public testing::Test {};
using conflict_methods = testing::Types<critic, d_critic>;
TYPED_TEST_SUITE(Conflict, conflict_methods);

TYPED_TEST(Conflict, leaves_a_constant_child_out) {
  const std::vector<double> w = TypeParam{}.fit(table({{1, 5, 3}, {2, 5, 1}, {3, 5, 2}, {5, 5, 2}}));
  EXPECT_EQ(w[1], 0);
  const std::vector<double> without = TypeParam{}.fit(table({{1, 3}, {2, 1}, {3, 2}, {5, 2}}));
  expect_near({w[0], w[2]}, without, 1e-15);
}

TYPED_TEST(Conflict, gives_an_only_child_everything) {
  expect_near(TypeParam{}.fit(table(weighing::only_child)), {1}, 0);
}

TYPED_TEST(Conflict, refuses_children_that_are_all_the_same) {
  EXPECT_EQ(refused<qx::data_error>(TypeParam{}, table({{1, 1}, {2, 2}, {4, 4}})),
            "weigh/g: no two children differ from one another, so all weights would be 0; leave the group's weights "
            "equal");
}

TYPED_TEST(Conflict, refuses_a_pair_without_units_in_common) {
  EXPECT_EQ(refused<qx::data_error>(TypeParam{}, table({{1, none}, {2, none}, {none, 3}, {none, 4}})),
            "weigh/g: the children 'c1' and 'c2' have too few units in common to go together or not; set rows to "
            "'complete', or leave one of them out");
}

}  // namespace
