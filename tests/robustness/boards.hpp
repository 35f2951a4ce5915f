/// Scoreboards that the tests of running share.
#pragma once

#include <cstddef>
#include <functional>
#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "quindex/compute/compute.hpp"
#include "quindex/numeric/parallel.hpp"
#include "quindex/numeric/random.hpp"
#include "quindex/robustness/robustness.hpp"

namespace boards {

namespace qx = quindex;
namespace rb = quindex::robustness;

/// One thread that counts its rounds, and gives up after `most` of them.
struct counted_rounds {
  struct given_up {};
  std::size_t done = 0, most = 1'000'000;

  [[nodiscard]] qx::numeric::executor executor() {
    return qx::numeric::executor([this](std::size_t n, const std::function<void(std::size_t)>& round) {
      for (std::size_t i = 0; i < n; ++i) {
        if (++done > most) throw given_up{};
        round(i);
      }
    });
  }
};

/// Five units, three indicators that are scores already.
inline qx::table small_data() {
  return {{"A", "B", "C", "D", "E"},
          {"x", "y", "z"},
          (qx::matrix(5, 3) << 10, 20, 90, 40, 45, 40, 90, 10, 15, 55, 50, 60, 5, 95, 30).finished()};
}
/// The plain mean of the three.
inline qx::spec small_spec() {
  return {.framework = qx::group("index", {qx::indicator("x"), qx::indicator("y"), qx::indicator("z")}),
          .normalise = qx::normalise::identity{},
          .weigh = qx::weigh::equal{},
          .aggregate = qx::aggregate::arithmetic_mean{}};
}

/// 23 units in three groups of units, 9 indicators, with a few cells missing, and standard errors.
inline qx::table middle_data() {
  constexpr Eigen::Index units = 23, indicators = 9;
  qx::numeric::random_stream stream(7, "tests.robustness");
  std::vector<std::string> names, codes;
  qx::table_options more;
  qx::matrix values(units, indicators);
  more.standard_errors.resize(units, indicators);
  for (Eigen::Index i = 0; i < units; ++i) {
    names.push_back("unit " + std::to_string(i));
    more.groups.push_back(i % 3 == 0 ? "north" : i % 3 == 1 ? "south" : "west");
    for (Eigen::Index j = 0; j < indicators; ++j) {
      values(i, j) = 1 + 99 * stream.uniform(static_cast<std::uint64_t>(i * indicators + j));
      more.standard_errors(i, j) = 0.5;
    }
  }
  for (Eigen::Index j = 0; j < indicators; ++j) codes.push_back("i" + std::to_string(j));
  for (const auto& [i, j] : {std::pair<Eigen::Index, Eigen::Index>{2, 1}, {7, 1}, {11, 4}, {11, 8}, {20, 0}})
    values(i, j) = qx::missing_value;
  return {qx::labels(names), qx::labels(codes), values, more};
}
/// Three groups of two to four indicators, one below another.
inline qx::framework middle_tree() {
  return qx::group("all",
                   {qx::group("a", {qx::indicator("i0"), qx::indicator("i1"), qx::indicator("i2")}),
                    qx::group("b", {qx::indicator("i3", qx::direction::worse_when_high), qx::indicator("i4")}),
                    qx::group("c", {qx::indicator("i5"), qx::group("d", {qx::indicator("i6"), qx::indicator("i7")}),
                                    qx::indicator("i8")})});
}
inline qx::spec middle_spec() {
  return {.framework = middle_tree(),
          .normalise = qx::normalise::min_max{.low = 1, .high = 100},
          .weigh = qx::weigh::equal{},
          .aggregate = qx::aggregate::arithmetic_mean{},
          .missing = qx::missing::renormalise{}};
}

/// Everything that can vary, at once.
inline rb::design full_design(std::size_t draws) {
  rb::design d;
  d.draws = draws;
  d.seed = 11;
  d.factors = {
      {"normaliser", qx::vary::options{.address = "normalise", .values = {"min_max", "z_score", "percentile_rank"}}},
      {"aggregation", qx::vary::options{.address = "aggregate", .values = {"arithmetic_mean", "median"}}},
      {"weights", qx::vary::noise{.spread = 0.5}},
      {"left out", qx::vary::drop{.codes = {"i2", "b", "d"}, .each = true, .probability = 0.2}},
      {"errors", qx::vary::cell_errors{}}};
  d.nodes = {"all", "c", "i4"};
  return d;
}

/// Scores by unit of the whole table; missing for those that take no part.
inline std::vector<double> expanded(const qx::result& r, std::string_view node, const qx::labels& units) {
  std::vector<double> out(units.size(), qx::missing_value);
  for (std::size_t i = 0; i < r.units().size(); ++i) out[*units.find(r.units()[i])] = r.scores(node)[i];
  return out;
}

/// The same bits, missing ones in the same places.
inline void expect_same(qx::column_view a, qx::column_view b, const std::string& what) {
  ASSERT_EQ(a.size(), b.size()) << what;
  for (std::size_t i = 0; i < a.size(); ++i)
    EXPECT_TRUE(a[i] == b[i] || (qx::is_missing(a[i]) && qx::is_missing(b[i])))
        << what << ", unit " << i << ": " << a[i] << " and " << b[i];
}

/// The scores of the k-th replicate.
inline qx::column_view kept_row(const rb::node_counts& node, std::size_t k) {
  const std::size_t n = node.units.size();
  return qx::column_view(node.kept).subspan(k * n, n);
}

/// A design of some factors.
inline rb::design of(std::vector<rb::factor> factors, std::size_t draws = 20) {
  rb::design d;
  d.factors = std::move(factors);
  d.draws = draws;
  return d;
}

/// The text of the error `f` throws; empty when it throws none.
template <class F>
std::string message_of(F&& f) {
  try {
    f();
  } catch (const qx::error& e) {
    return e.what();
  }
  return {};
}

}  // namespace boards
