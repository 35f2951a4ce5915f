/// A decision matrix for methods that compare units: rows of values, weights, directions; criteria c1, c2, ...
#pragma once

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "methods.hpp"
#include "quindex/aggregate/concept.hpp"

namespace trial {

struct decision {
  std::vector<std::vector<double>> rows;
  std::vector<double> weights;
  std::vector<int> types{};  // 1 for benefit, -1 for cost; all benefit when empty
};

/// Owns what `alternatives` only looks at.
class decided {
 public:
  explicit decided(const decision& d) {
    const std::size_t m = d.weights.size();
    columns_.resize(m);
    for (std::size_t i = 0; i < d.rows.size(); ++i) units_.push_back("a" + std::to_string(i + 1));
    all_.where = "groups/index";
    all_.weights = d.weights;
    double total = 0;
    for (const double w : d.weights) total += w;
    if (std::abs(total - 1) > 0.005)  // printed with few digits they stay as printed
      for (double& w : all_.weights) w /= total;
    for (std::size_t j = 0; j < m; ++j) {
      for (const auto& row : d.rows) columns_[j].push_back(row[j]);
      all_.columns.emplace_back(columns_[j]);
      all_.better_when_high.push_back(d.types.empty() || d.types[j] == 1);
      all_.criteria.push_back("c" + std::to_string(j + 1));
    }
    all_.units = units_;
  }
  decided(const decided&) = delete;
  decided& operator=(const decided&) = delete;
  [[nodiscard]] const quindex::aggregate::alternatives& all() const { return all_; }

 private:
  std::vector<std::vector<double>> columns_;
  std::vector<std::string> units_;
  quindex::aggregate::alternatives all_;
};

std::vector<double> scores_of(const auto& method, const decision& d) { return method.scores(decided(d).all()); }

/// The measure of that name.
std::vector<double> measure_of(const auto& method, const decision& d, const std::string& name) {
  for (const auto& measure : method.measures(decided(d).all()))
    if (measure.name == name) return measure.values;
  ADD_FAILURE() << "no measure " << name;
  return {};
}

/// One unit, one criterion, equal units, a criterion that is the same for all: a finite score each, equal for equal
/// units.
void expect_sound_at_the_edges(const auto& method) {
  const std::vector<decision> edges{{{{3, 4}}, {0.5, 0.5}},
                                    {{{3}, {7}, {5}}, {1}},
                                    {{{3, 4}, {3, 4}, {3, 4}}, {0.5, 0.5}, {1, -1}},
                                    {{{3, 4}, {5, 4}, {3, 4}, {9, 4}}, {0.5, 0.5}, {1, -1}}};
  for (const decision& d : edges) {
    const std::vector<double> out = scores_of(method, d);
    ASSERT_EQ(out.size(), d.rows.size());
    for (std::size_t i = 0; i < out.size(); ++i) {
      EXPECT_TRUE(std::isfinite(out[i])) << method.info.name;
      for (std::size_t k = 0; k < i; ++k)
        if (d.rows[i] == d.rows[k]) {
          EXPECT_NEAR(out[i], out[k], 1e-12) << method.info.name;
        }
    }
  }
}

/// The text of what is refused for a table with this value in the first row.
template <class Error = quindex::numeric_error>
std::string refused_value(const auto& method, double x, int type = 1) {
  return refused<Error>([&] { (void)scores_of(method, {{{x, 1}, {2, 2}, {5, 3}}, {0.5, 0.5}, {type, 1}}); });
}

}  // namespace trial
