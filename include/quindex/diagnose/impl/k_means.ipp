/// Bodies of diagnose/clusters.hpp: k-means.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string>

#include "quindex/diagnose/clusters.hpp"
#include "quindex/diagnose/impl/hierarchy.ipp"
#include "quindex/diagnose/impl/support.ipp"
#include "quindex/numeric/symmetric.hpp"

QUINDEX_BEGIN
namespace diagnose {
namespace detail {

/// Where each unit lies along the first principal component; one column is its own.
inline std::vector<double> along_first_component(const matrix& x) {
  if (x.cols() == 1) return {x.data(), x.data() + x.rows()};
  const numeric::eigen_system found = numeric::symmetric_eigen(numeric::covariance(x));
  std::vector<double> out(static_cast<size_t>(x.rows()), 0.0);
  for (Eigen::Index j = 0; j < x.cols(); ++j)
    for (Eigen::Index i = 0; i < x.rows(); ++i) out[static_cast<size_t>(i)] += x(i, j) * found.vectors(j, 0);
  return out;
}

/// The medians of the columns in k groups of equal size along a line.
inline matrix first_centres(const matrix& x, size_t k) {
  const std::vector<double> place = along_first_component(x);
  std::vector<double> cuts;
  for (size_t g = 1; g < k; ++g)
    cuts.push_back(numeric::quantile(place, static_cast<double>(g) / static_cast<double>(k), 1));
  matrix out(at(k), x.cols());
  std::vector<double> members;
  for (size_t g = 0; g < k; ++g)
    for (Eigen::Index j = 0; j < x.cols(); ++j) {
      members.clear();
      for (size_t i = 0; i < place.size(); ++i) {
        const auto group = static_cast<size_t>(std::lower_bound(cuts.begin(), cuts.end(), place[i]) - cuts.begin());
        if (group == g) members.push_back(x(at(i), j));
      }
      // A group without members (many equal values) starts from the value at its cut.
      const size_t cut = std::min(g, cuts.size() - 1);
      out(at(g), j) = members.empty()
                          ? numeric::quantile(column_of(x, j), static_cast<double>(cut + 1) / static_cast<double>(k), 1)
                          : numeric::median(members);
    }
  return out;
}

inline double square_between(const matrix& x, Eigen::Index i, const matrix& y, Eigen::Index k) {
  double sum = 0;
  for (Eigen::Index j = 0; j < x.cols(); ++j) {
    const double d = x(i, j) - y(k, j);
    sum += d * d;
  }
  return sum;
}

/// Units far from each other: the farthest from the mean of all, then always the one farthest from those taken.
inline matrix far_apart(const matrix& x, size_t k) {
  matrix middle(1, x.cols()), out(at(k), x.cols());
  for (Eigen::Index j = 0; j < x.cols(); ++j) middle(0, j) = numeric::mean(column_of(x, j));
  std::vector<double> nearest(static_cast<size_t>(x.rows()), std::numeric_limits<double>::infinity());
  for (size_t g = 0; g < k; ++g) {
    Eigen::Index best = 0;
    double most = -1;
    for (Eigen::Index i = 0; i < x.rows(); ++i) {
      double& own = nearest[static_cast<size_t>(i)];
      if (g > 0) own = std::min(own, square_between(x, i, out, at(g) - 1));
      const double apart = g == 0 ? square_between(x, i, middle, 0) : own;
      if (apart > most) most = apart, best = i;
    }
    for (Eigen::Index j = 0; j < x.cols(); ++j) out(at(g), j) = x(best, j);
  }
  return out;
}

/// The means of Ward's groups.
inline matrix ward_centres(const table& data, const matrix& x, size_t k) {
  const std::vector<int> groups =
      cluster_hierarchy(data.units(), distances_of(x, distance::euclidean), linkage::ward).groups(k);
  matrix out = matrix::Zero(at(k), x.cols());
  std::vector<double> count(k, 0.0);
  for (const int g : groups) count[static_cast<size_t>(g) - 1] += 1;
  for (Eigen::Index j = 0; j < x.cols(); ++j)
    for (size_t i = 0; i < groups.size(); ++i) {
      const size_t g = static_cast<size_t>(groups[i]) - 1;
      out(at(g), j) += x(at(i), j) / count[g];
    }
  return out;
}

/// Units, centres, and which is nearest to which.
class lloyd {
 public:
  lloyd(const matrix& x, matrix centres)
      : x_(x), centres_(std::move(centres)), group_(static_cast<size_t>(x.rows()), 0) {}

  /// Assigns and moves until nothing changes; units farther than `strict` from every centre move none.
  size_t run(double strict, size_t most_rounds) {
    for (size_t round = 1; round <= most_rounds; ++round) {
      const bool changed = assign();
      const bool moved = move(strict);
      if (!changed && !moved) return round;
    }
    throw numeric_error({"k_means", "groups still change after " + std::to_string(most_rounds) + " rounds",
                         "give more rounds, or another start"});
  }
  [[nodiscard]] const std::vector<size_t>& groups() const { return group_; }
  [[nodiscard]] const matrix& centres() const { return centres_; }
  [[nodiscard]] double square(size_t i, size_t g) const { return square_between(x_, at(i), centres_, at(g)); }
  [[nodiscard]] double within() const {
    double sum = 0;
    for (size_t i = 0; i < group_.size(); ++i) sum += square(i, group_[i]);
    return sum;
  }

 private:
  bool assign() {
    bool changed = false;
    for (size_t i = 0; i < group_.size(); ++i) {
      size_t best = 0;
      double least = square(i, 0);
      for (size_t g = 1; g < static_cast<size_t>(centres_.rows()); ++g)
        if (const double d = square(i, g); d < least) least = d, best = g;
      changed = changed || best != group_[i];
      group_[i] = best;
    }
    return changed;
  }
  bool move(double strict) {
    matrix sum = matrix::Zero(centres_.rows(), centres_.cols());
    std::vector<double> count(static_cast<size_t>(centres_.rows()), 0.0);
    for (size_t i = 0; i < group_.size(); ++i) {
      if (!is_missing(strict) && square(i, group_[i]) > strict * strict) continue;
      count[group_[i]] += 1;
      for (Eigen::Index j = 0; j < x_.cols(); ++j) sum(at(group_[i]), j) += x_(at(i), j);
    }
    bool moved = false;
    for (size_t g = 0; g < count.size(); ++g)
      for (Eigen::Index j = 0; j < x_.cols() && count[g] > 0; ++j) {
        const double centre = sum(at(g), j) / count[g];
        moved = moved || centre != centres_(at(g), j);
        centres_(at(g), j) = centre;
      }
    return moved;
  }

  const matrix& x_;  // outlives the search
  matrix centres_;
  std::vector<size_t> group_;
};

/// Where the search may start: where it is told, or, for several columns, from several places.
inline std::vector<matrix> starts_of(const table& data, const matrix& x, const k_means_options& how) {
  constexpr Eigen::Index most_for_ward = 2000;
  if (how.start.size() > 0) {
    matrix start = how.start;
    for (Eigen::Index j = 0; how.standardise && j < x.cols(); ++j) {
      const numeric::moments own(data.column(static_cast<size_t>(j)));
      for (double& v : column_of(start, j)) v = (v - own.mean) / own.sd();
    }
    return {start};
  }
  if (how.k == 1) return {matrix(x.topRows(1))};
  std::vector<matrix> out{first_centres(x, how.k)};
  if (x.cols() > 1) out.push_back(far_apart(x, how.k));
  if (x.cols() > 1 && x.rows() <= most_for_ward) out.push_back(ward_centres(data, x, how.k));
  return out;
}

inline void check_k_means(const table& data, const k_means_options& how) {
  if (how.k == 0) throw spec_error({"k_means.k", "found 0", "give the number of groups"});
  if (how.k > data.units().size())
    throw data_error(
        {"k_means",
         "there are " + std::to_string(data.units().size()) + " units for " + std::to_string(how.k) + " groups",
         "ask for fewer groups"});
  const bool has_start = how.start.size() > 0;
  if (has_start && (how.start.rows() != at(how.k) || how.start.cols() != at(data.indicators().size())))
    throw spec_error({"k_means.start",
                      "it is " + std::to_string(how.start.rows()) + " by " + std::to_string(how.start.cols()),
                      "give one row per group and one column per column of the table"});
  if (!is_missing(how.strict) && !(how.strict > 0))
    throw spec_error({"k_means.strict", "found " + number_text(how.strict), "give a distance above 0"});
}

/// Numbers the groups by the first column of their centres and fills what is reported.
inline void report(const lloyd& found, const matrix& x, const table& data, bool standardise, partition& out) {
  const size_t k = static_cast<size_t>(found.centres().rows());
  const std::vector<size_t> order = numeric::order(column_of(found.centres(), 0));
  std::vector<int> number(k);
  for (size_t g = 0; g < k; ++g) number[order[g]] = static_cast<int>(g) + 1;
  out.sizes.assign(k, 0);
  std::vector<double> squares;
  for (size_t i = 0; i < found.groups().size(); ++i) {
    out.groups.push_back(number[found.groups()[i]]);
    ++out.sizes[static_cast<size_t>(out.groups.back()) - 1];
    squares.push_back(found.square(i, found.groups()[i]));
  }
  out.within = numeric::sum(squares);
  double total = 0;
  out.centres = matrix(at(k), x.cols());
  for (Eigen::Index j = 0; j < x.cols(); ++j) {
    total += numeric::moments(column_of(x, j)).m2;
    const numeric::moments own(data.column(static_cast<size_t>(j)));
    for (size_t g = 0; g < k; ++g) {
      const double centre = found.centres()(at(order[g]), j);
      out.centres(at(g), j) = standardise ? own.mean + own.sd() * centre : centre;
    }
  }
  if (total > 0) out.explained = 1 - out.within / total;
}

}  // namespace detail

QUINDEX_INLINE partition k_means(const table& data, const k_means_options& how) {
  detail::check_k_means(data, how);
  const matrix x = detail::cluster_columns("k_means", data, how.standardise);
  std::optional<detail::lloyd> best;
  std::size_t rounds = 0;
  for (matrix& start : detail::starts_of(data, x, how)) {
    detail::lloyd search(x, std::move(start));
    rounds += search.run(missing_value, how.most_rounds);
    if (!best || search.within() < best->within()) best.emplace(std::move(search));
  }
  partition out{data.units(), data.indicators(), {}, {}, {}};
  out.rounds = rounds;
  if (!is_missing(how.strict)) out.rounds += best->run(how.strict, how.most_rounds);
  detail::report(*best, x, data, how.standardise, out);
  return out;
}

}  // namespace diagnose
QUINDEX_END
