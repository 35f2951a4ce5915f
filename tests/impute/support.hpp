/// A table as an imputation sees it, and what it makes of it.
#pragma once

#include <string>
#include <vector>

#include "methods.hpp"
#include "quindex/impute/concept.hpp"

namespace gaps {

namespace qx = quindex;
using columns = std::vector<std::vector<double>>;

/// Columns with names of their own: indicators "a", "b", "c", ..., units "u0", "u1", ... unless given.
struct frame {
  columns x;
  std::vector<std::string> units{};
  std::vector<std::string> groups{};
  std::vector<std::string> codes{};

  explicit frame(columns values, std::vector<std::string> named = {}, std::vector<std::string> grouped = {})
      : x(std::move(values)), units(std::move(named)), groups(std::move(grouped)) {
    for (std::size_t j = 0; j < x.size(); ++j) codes.emplace_back(1, static_cast<char>('a' + j));
    if (units.empty())
      for (std::size_t i = 0; i < x[0].size(); ++i) units.push_back("u" + std::to_string(i));
  }
  [[nodiscard]] qx::impute::indicators seen() const {
    return {.x = {x.begin(), x.end()}, .codes = codes, .units = units, .groups = groups, .where = "prepare.0"};
  }
  [[nodiscard]] qx::fillable cells() {
    return {.x = {x.begin(), x.end()}, .codes = codes, .units = units, .groups = groups, .where = "prepare.0"};
  }
};

/// The columns after a fill.
template <class Fill>
columns filled(const Fill& fill, frame data, const qx::random_choice& random = {},
               const qx::numeric::executor& how = {}) {
  qx::fillable cells = data.cells();
  cells.random = random;
  fill.apply(cells, how);
  return data.x;
}

/// The columns after a method that is fitted to them.
template <class M>
columns imputed(const M& method, const frame& data) {
  const qx::joint_fill fill = method.fit(data.seen());
  columns out;
  fill.visit([&](const auto& f) { out = filled(f, data); });
  return out;
}

}  // namespace gaps
