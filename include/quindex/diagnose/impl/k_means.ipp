/// Bodies of diagnose/clusters.hpp: k-means.
#pragma once

#include <algorithm>
#include <cmath>
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
  [[nodiscard]] double square(size_t i, size_t g) const {
    double sum = 0;
    for (Eigen::Index j = 0; j < x_.cols(); ++j) {
      const double d = x_(at(i), j) - centres_(at(g), j);
      sum += d * d;
    }
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

  const matrix& x_;
  matrix centres_;
  std::vector<size_t> group_;
};

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
  matrix start = how.start;
  for (Eigen::Index j = 0; how.standardise && start.size() > 0 && j < x.cols(); ++j) {
    const numeric::moments own(data.column(static_cast<std::size_t>(j)));
    for (double& v : column_of(start, j)) v = (v - own.mean) / own.sd();
  }
  if (start.size() == 0 && how.k > 1) start = detail::first_centres(x, how.k);
  if (start.size() == 0) start = matrix(x.topRows(1));
  detail::lloyd search(x, std::move(start));
  partition out{data.units(), data.indicators(), {}, {}, {}};
  out.rounds = search.run(missing_value, how.most_rounds);
  if (!is_missing(how.strict)) out.rounds += search.run(how.strict, how.most_rounds);
  detail::report(search, x, data, how.standardise, out);
  return out;
}

}  // namespace diagnose
QUINDEX_END
