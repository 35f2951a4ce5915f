/// Random tables of units and criteria, and examples of the methods that compare units.
#pragma once

#include "laws.hpp"
#include "quindex/aggregate/concept.hpp"

namespace laws {

/// Units and criteria that own their values.
struct table {
  std::vector<std::vector<double>> columns;
  std::vector<double> weights;
  std::vector<bool> high;
  std::vector<std::string> criteria, units;

  [[nodiscard]] qx::aggregate::alternatives view() const {
    qx::aggregate::alternatives all{.columns = {},
                                    .weights = weights,
                                    .better_when_high = high,
                                    .criteria = criteria,
                                    .units = units,
                                    .where = "groups/all"};
    for (const auto& x : columns) all.columns.emplace_back(x);
    return all;
  }
  [[nodiscard]] std::size_t size() const { return units.size(); }
  /// Is unit `a` at least as good as `b` on every criterion?
  [[nodiscard]] bool dominates(std::size_t a, std::size_t b) const {
    for (std::size_t j = 0; j < columns.size(); ++j)
      if (high[j] ? columns[j][a] < columns[j][b] : columns[j][a] > columns[j][b]) return false;
    return true;
  }
};

/// A table of n units with values from 1 to 99; every second criterion is better when low. On a grid there are ties.
inline table random_table(numbers& random, std::size_t n, std::size_t m, bool on_a_grid) {
  table out;
  double total = 0;
  for (std::size_t j = 0; j < m; ++j) {
    out.columns.push_back(random.several(n, 1, 99));
    if (on_a_grid)
      for (double& x : out.columns[j]) x = std::ceil(x / 10);
    out.weights.push_back(0.1 + random.next());
    total += out.weights[j];
    out.high.push_back(j % 2 == 0);
    out.criteria.push_back("c" + std::to_string(j + 1));
  }
  for (double& w : out.weights) w /= total;
  for (std::size_t i = 0; i < n; ++i) out.units.push_back("u" + std::to_string(i + 1));
  return out;
}

/// Makes unit `a` what `b` is, and a little or much better on some criteria.
inline void improve(table& t, std::size_t a, std::size_t b, numbers& random) {
  for (std::size_t j = 0; j < t.columns.size(); ++j) {
    const double by = random.next() < 0.5 ? 0 : random.next() < 0.5 ? 0.01 : 0.5 * random.next();
    const double x = t.columns[j][b];
    t.columns[j][a] = t.high[j] ? x + by * (99 - x) : x - by * (x - 1);
  }
}

/// A method with what it cannot do without for such tables.
template <class M>
M table_example() {
  M m = example<M>();
  if constexpr (requires {
                  m.indifference;
                  m.preference;
                }) {
    m.indifference = 4;
    m.preference = 15;
  }
  if constexpr (requires { m.veto; }) m.veto = 50;
  if constexpr (requires { m.profiles; }) {  // values between classes, in the direction of the criterion
    m.profile = {30, 60};
    m.profiles = {{"c2", {60, 30}}, {"c4", {60, 30}}};
  }
  return m;
}

/// The example, and one for every other choice of a parameter that is a choice.
template <class M>
std::vector<M> variants_of() {
  std::vector<M> out{table_example<M>()};
  for (const qx::describe::field_view& field : qx::describe::view_of<M>.fields) {
    const qx::describe::value schema = field.schema();
    std::vector<qx::describe::value> choices;
    if (const auto* named = schema.find("enum")) choices = *named->as_list();
    if (field.get(&out[0]).as_bool() != nullptr) choices = {false, true};
    for (const qx::describe::value& choice : choices) {
      M m = out[0];
      field.set(&m, choice, qx::path("spec"), {});
      if (!(m == out[0])) out.push_back(m);
    }
  }
  return out;
}

}  // namespace laws
