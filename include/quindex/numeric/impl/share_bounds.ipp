/// Bodies of numeric/share_bounds.hpp.
#pragma once

#include <cmath>

#include "quindex/numeric/linear_program.hpp"
#include "quindex/numeric/share_bounds.hpp"

QUINDEX_BEGIN
namespace numeric {

QUINDEX_INLINE void share_bounds::add(std::vector<double> row, std::string name) {
  rows_.push_back(std::move(row));
  names_.push_back(std::move(name));
}

QUINDEX_INLINE void share_bounds::at_least(const std::vector<std::size_t>& of, double share, std::string name) {
  if (share <= 0) return;
  std::vector<double> row(members_, share);
  for (const std::size_t j : of) row[j] -= 1;
  add(std::move(row), std::move(name));
}

QUINDEX_INLINE void share_bounds::at_most(const std::vector<std::size_t>& of, double share, std::string name) {
  if (share >= 1) return;
  std::vector<double> row(members_, -share);
  for (const std::size_t j : of) row[j] += 1;
  add(std::move(row), std::move(name));
}

QUINDEX_INLINE void share_bounds::ratio(std::size_t over, std::size_t under, double low, double high,
                                        const std::string& name) {
  std::vector<double> row(members_, 0.0);
  if (low > 0) {
    row[under] = low;
    row[over] -= 1;
    add(row, name);
    row.assign(members_, 0.0);
  }
  if (std::isinf(high)) return;
  row[over] = 1;
  row[under] -= high;
  add(std::move(row), name);
}

QUINDEX_INLINE matrix share_bounds::rows() const {
  matrix out(static_cast<Eigen::Index>(rows_.size()), static_cast<Eigen::Index>(members_));
  for (std::size_t r = 0; r < rows_.size(); ++r)
    for (std::size_t j = 0; j < members_; ++j)
      out(static_cast<Eigen::Index>(r), static_cast<Eigen::Index>(j)) = rows_[r][j];
  return out;
}

QUINDEX_INLINE std::vector<std::string> share_bounds::contradiction() const {
  const auto r = static_cast<Eigen::Index>(rows_.size());
  linear_program p{std::vector<double>(members_, 0.0), matrix(r + 1, static_cast<Eigen::Index>(members_)), {}, {}};
  p.rows.topRows(r) = rows();
  p.rows.row(r).setOnes();
  p.relations.assign(rows_.size(), row_relation::at_most);
  p.relations.push_back(row_relation::equal);
  p.right.assign(rows_.size(), 0.0);
  p.right.push_back(1);
  const program_solution found = solve(p);
  std::vector<std::string> out;
  if (found.status != program_status::infeasible) return out;
  for (std::size_t k = 0; k < names_.size(); ++k)
    if (std::abs(found.duals[k]) > 1e-9 && (out.empty() || out.back() != names_[k])) out.push_back(names_[k]);
  return out;
}

}  // namespace numeric
QUINDEX_END
