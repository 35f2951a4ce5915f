/// The best weights a point can find under which no point of a set exceeds 1: one small dual simplex, kept warm.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "quindex/base/types.hpp"
#include "quindex/error.hpp"

QUINDEX_BEGIN
namespace numeric {

/// A share of a point in the combination that envelops another one.
struct peer {
  std::size_t point;
  double share;
  friend bool operator==(const peer&, const peer&) = default;
};

/// Points a in p dimensions, none below 0, and for any r >= 0 the program max w · r with w · a <= 1 for every point,
/// g · w <= 0 for every restriction, w >= 0.
///
/// The dual is the envelopment min sum of shares, where the shares of the points and the restrictions cover r. A basis
/// that is dual feasible for one r is so for all: `score` starts from where the one before it ended, and nothing is to
/// be done for an r in the same facet. Values should be about 1 in size. The optimum is checked: the primal and the
/// dual value agree within 1e-10.
class envelope {
 public:
  explicit envelope(std::size_t dimensions);

  /// Takes a point; returns its number. The next score starts from nothing.
  std::size_t add(std::span<const double> point);
  /// Replaces all restrictions by the rows of a matrix with p columns. The next score starts from nothing.
  void restrict_to(const matrix& rows);
  /// Forgets all points and restrictions.
  void clear();

  /// Solves for r; false where the weights have no bound, since no point is above 0 where r is. Throws `numeric_error`
  /// where the certificate cannot be reached.
  bool score(std::span<const double> r);

  /// w · r of the last score.
  [[nodiscard]] double value() const { return value_; }
  /// The best weights of the last score, p of them; one of several best where there are ties.
  [[nodiscard]] std::span<const double> weights() const { return weights_; }
  /// The points with a share in what envelops the last r, in the order of their numbers.
  [[nodiscard]] std::vector<peer> peers() const;
  /// The largest w · a over all points, and at least 0: 1 or less at an optimum.
  [[nodiscard]] double furthest() const;
  [[nodiscard]] std::size_t size() const { return points_; }

 private:
  static constexpr std::size_t lanes = 8;
  enum class step { done, unbounded, moved };

  std::size_t p_;
  std::size_t restrictions_ = 0;  // columns [0, restrictions_) of the store, the points follow
  std::size_t points_ = 0;
  std::size_t since_refresh_ = 0;
  bool cold_ = true;
  double value_ = 0;
  std::vector<double> store_;                      // blocks of 8 columns: p rows of 8
  std::vector<double> rates_, gaps_;               // one per column: the pivot row, and cost - w · column
  std::vector<std::size_t> basis_;                 // p of them: a column, or surplus_ + row
  std::vector<double> inverse_, x_, weights_, v_;  // the inverse row after row
  static constexpr std::size_t surplus_ = std::size_t{1} << 62U;

  [[nodiscard]] std::size_t columns() const { return restrictions_ + points_; }
  [[nodiscard]] double& entry(std::size_t column, std::size_t row) {
    return store_[(column / lanes * p_ + row) * lanes + column % lanes];
  }
  [[nodiscard]] double entry(std::size_t column, std::size_t row) const {
    return store_[(column / lanes * p_ + row) * lanes + column % lanes];
  }
  [[nodiscard]] double cost(std::size_t column) const { return column < restrictions_ ? 0 : 1; }
  void resize();
  void restart();
  bool refresh();
  void multiply(std::span<const double> by, std::vector<double>& out) const;
  void set_x(std::span<const double> r);
  [[nodiscard]] std::size_t leaving(bool careful) const;
  [[nodiscard]] std::size_t entering(std::size_t row, bool careful);
  step pivot(bool careful);
  bool iterate(std::span<const double> r, bool careful, bool& bounded);
  [[nodiscard]] bool proven(std::span<const double> r);
};

}  // namespace numeric
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/numeric/impl/envelope.ipp"
#endif
