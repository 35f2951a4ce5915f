/// Bounds on shares, as rows that a linear program takes, and whether they can hold together.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "quindex/base/types.hpp"

QUINDEX_BEGIN
namespace numeric {

/// Bounds on the shares s of p members, which are at least 0 and sum to 1; each a row with row · s <= 0.
class share_bounds {
 public:
  explicit share_bounds(std::size_t members) : members_(members) {}

  /// The members together have at least this share; nothing to ask for at 0. `name` is for messages.
  void at_least(const std::vector<std::size_t>& of, double share, std::string name);
  /// The members together have at most this share; nothing to ask for at 1.
  void at_most(const std::vector<std::size_t>& of, double share, std::string name);
  /// The share of `over` is at least `low` and at most `high` times that of `under`; infinity for no bound.
  void ratio(std::size_t over, std::size_t under, double low, double high, const std::string& name);

  [[nodiscard]] bool is_empty() const { return names_.empty(); }
  /// One row per bound, p columns.
  [[nodiscard]] matrix rows() const;
  /// The names of bounds that cannot hold together; empty when all can.
  [[nodiscard]] std::vector<std::string> contradiction() const;

 private:
  std::size_t members_;
  std::vector<std::vector<double>> rows_;
  std::vector<std::string> names_;

  void add(std::vector<double> row, std::string name);
};

}  // namespace numeric
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/numeric/impl/share_bounds.ipp"
#endif
