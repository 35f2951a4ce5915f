/// Bodies of aggregate/dp2.hpp.
#pragma once

#include "quindex/aggregate/dp2.hpp"
#include "quindex/numeric/association.hpp"
#include "quindex/numeric/moments.hpp"

QUINDEX_BEGIN
namespace aggregate {
namespace detail {

/// Distances by criterion in standard deviations, for criteria that differ between units, and their correlations.
struct partial_distances {
  std::vector<std::vector<double>> of;
  std::vector<std::string> criteria;
  matrix correlations;

  explicit partial_distances(const alternatives& all) {
    const auto m = static_cast<double>(all.columns.size());
    for (std::size_t j = 0; j < all.columns.size(); ++j) {
      const criterion::ends reach = criterion::ends_of(all, j);
      if (reach.is_constant()) continue;
      const double rate = m * all.weights[j] / numeric::moments(all.columns[j]).sd(0);
      of.emplace_back(all.size());
      for (std::size_t i = 0; i < all.size(); ++i) of.back()[i] = rate * std::abs(all.columns[j][i] - reach.worst);
      criteria.push_back(all.criteria[j]);
    }
    const auto kept = static_cast<Eigen::Index>(of.size());
    correlations = matrix::Identity(kept, kept);
    for (Eigen::Index a = 0; a < kept; ++a)
      for (Eigen::Index b = 0; b < a; ++b)
        correlations(a, b) = correlations(b, a) =
            numeric::pearson(of[static_cast<std::size_t>(a)], of[static_cast<std::size_t>(b)]);
  }

  /// The distances added up, each times its factor.
  [[nodiscard]] std::vector<double> total(const std::vector<double>& factors, std::size_t n) const {
    std::vector<double> out(n, 0.0);
    for (std::size_t j = 0; j < of.size(); ++j)
      for (std::size_t i = 0; i < n; ++i) out[i] += factors[j] * of[j][i];
    return out;
  }

  /// 1 - R² of each criterion on those before it in the order: the pivots of the ordered correlation matrix.
  [[nodiscard]] std::vector<double> unexplained(const std::vector<std::size_t>& order) const {
    constexpr double nothing = 1e-12;
    const std::size_t m = order.size();
    std::vector<double> out(m, 0.0);
    matrix lower = matrix::Zero(static_cast<Eigen::Index>(m), static_cast<Eigen::Index>(m));
    for (std::size_t a = 0; a < m; ++a) {
      const auto row = static_cast<Eigen::Index>(a);
      double left = 1;
      for (std::size_t b = 0; b < a; ++b) {
        const auto column = static_cast<Eigen::Index>(b);
        if (out[order[b]] == 0) continue;
        double entry = correlations(static_cast<Eigen::Index>(order[a]), static_cast<Eigen::Index>(order[b]));
        for (Eigen::Index c = 0; c < column; ++c) entry -= lower(row, c) * lower(column, c);
        lower(row, column) = entry / std::sqrt(out[order[b]]);
        left -= lower(row, column) * lower(row, column);
      }
      out[order[a]] = left < nothing ? 0.0 : left;
    }
    return out;
  }

  /// Criteria by absolute correlation with a distance, the highest first; near ties in their own order.
  [[nodiscard]] std::vector<std::size_t> order_by(const std::vector<double>& distance) const {
    constexpr double same = 1e-12;
    std::vector<double> strength(of.size());
    std::vector<std::size_t> out(of.size());
    for (std::size_t j = 0; j < of.size(); ++j) {
      const double r = std::abs(numeric::pearson(of[j], distance));
      strength[j] = is_missing(r) ? 0.0 : std::round(r / same) * same;
      out[j] = j;
    }
    std::stable_sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) { return strength[a] > strength[b]; });
    return out;
  }
};

/// How strongly an order's first criterion correlates with the distance that the order gives.
[[nodiscard]] inline double strength_of(const partial_distances& parts, const std::vector<std::size_t>& order,
                                        std::size_t n) {
  const std::vector<double> distance = parts.total(parts.unexplained(order), n);
  return std::abs(numeric::pearson(parts.of[order.front()], distance));
}

/// The distances by the order that the rounds end with, and whether they ended by themselves.
[[nodiscard]] inline std::pair<std::vector<double>, bool> settle_order(const partial_distances& parts, std::size_t n) {
  std::vector<double> distance = parts.total(std::vector<double>(parts.of.size(), 1.0), n);
  std::vector<std::vector<std::size_t>> orders;
  while (true) {
    std::vector<std::size_t> next = parts.order_by(distance);
    if (!orders.empty() && next == orders.back()) return {std::move(distance), true};
    const auto seen = std::find(orders.begin(), orders.end(), next);
    if (seen != orders.end()) {
      const auto strongest = std::max_element(seen, orders.end(), [&](const auto& a, const auto& b) {
        return strength_of(parts, a, n) < strength_of(parts, b, n);
      });
      return {parts.total(parts.unexplained(*strongest), n), false};
    }
    distance = parts.total(parts.unexplained(next), n);
    orders.push_back(std::move(next));
  }
}

}  // namespace detail

QUINDEX_INLINE std::vector<double> dp2::scores(const alternatives& all) const {
  return detail::settle_order(detail::partial_distances(all), all.size()).first;
}

QUINDEX_INLINE std::vector<measure> dp2::measures(const alternatives& all) const {
  const detail::partial_distances parts(all);
  const double settled = detail::settle_order(parts, all.size()).second ? 1 : 0;
  return {{"frechet", parts.total(std::vector<double>(parts.of.size(), 1.0), all.size())},
          {"settled", std::vector<double>(all.size(), settled)}};
}

}  // namespace aggregate
QUINDEX_END
