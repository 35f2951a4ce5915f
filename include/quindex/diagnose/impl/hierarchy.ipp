/// Bodies of diagnose/clusters.hpp: the tree of joinings.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>

#include "quindex/diagnose/clusters.hpp"
#include "quindex/diagnose/impl/support.ipp"

QUINDEX_BEGIN
namespace diagnose {
namespace detail {

/// Columns as they are clustered; refuses gaps.
inline matrix cluster_columns(const std::string& where, const table& data, bool standardise) {
  require_columns(where, data, 1);
  matrix x = data.values();
  for (Eigen::Index j = 0; j < x.cols(); ++j)
    for (Eigen::Index i = 0; i < x.rows(); ++i)
      if (is_missing(x(i, j)))
        throw data_error(
            {where + "." + data.indicators()[static_cast<size_t>(j)] + "." + data.units()[static_cast<size_t>(i)],
             "the value is missing", "fill the gaps, or leave the unit out"});
  if (!standardise) return x;
  require_spread(where, data, x);
  for (Eigen::Index j = 0; j < x.cols(); ++j) {
    const numeric::moments m(column_of(x, j));
    for (double& v : column_of(x, j)) v = (v - m.mean) / m.sd();
  }
  return x;
}

inline matrix distances_of(const matrix& x, distance how) {
  const matrix turned = x.transpose();  // a unit in a column
  if (how == distance::correlation) {
    matrix out = numeric::pearson(turned);
    for (Eigen::Index j = 0; j < out.cols(); ++j)
      for (Eigen::Index i = 0; i < out.rows(); ++i) out(i, j) = i == j ? 0 : 1 - out(i, j);
    return out;
  }
  matrix out = matrix::Zero(x.rows(), x.rows());
  for (Eigen::Index j = 0; j < x.rows(); ++j)
    for (Eigen::Index i = 0; i < j; ++i) {
      double sum = 0;
      for (Eigen::Index k = 0; k < x.cols(); ++k) {
        const double d = turned(k, i) - turned(k, j);
        sum += how == distance::euclidean ? d * d : std::abs(d);
      }
      out(i, j) = out(j, i) = how == distance::euclidean ? std::sqrt(sum) : sum;
    }
  return out;
}

/// Groups that can still be joined, each in the place of its earliest unit, and the nearest later one of each.
class joiner {
 public:
  joiner(const matrix& distances, linkage how) : d_(distances), how_(how), n_(static_cast<size_t>(distances.rows())) {
    for (size_t i = 0; i < n_; ++i) name_.push_back(i), size_.push_back(1), live_.push_back(true);
    if (how == linkage::ward) d_ = d_.cwiseProduct(d_);
    nearest_.resize(n_);
    for (size_t i = 0; i < n_; ++i) look(i);
  }

  joining join(size_t k) {
    size_t a = n_;
    for (size_t i = 0; i < n_; ++i)
      if (live_[i] && nearest_[i] < n_ && (a == n_ || gap(i, nearest_[i]) < gap(a, nearest_[a]))) a = i;
    const size_t b = nearest_[a];
    const double height = how_ == linkage::ward ? std::sqrt(std::max(0.0, gap(a, b))) : gap(a, b);
    merge(a, b);
    const joining out{name_[a], name_[b], height, static_cast<size_t>(size_[a])};
    name_[a] = n_ + k;
    return out;
  }

 private:
  double& gap(size_t i, size_t j) { return d_(at(i), at(j)); }

  void look(size_t i) {
    nearest_[i] = n_;
    for (size_t j = i + 1; j < n_; ++j)
      if (live_[j] && (nearest_[i] == n_ || gap(i, j) < gap(i, nearest_[i]))) nearest_[i] = j;
  }

  /// How far group c is from the one that a and b make.
  double after(size_t a, size_t b, size_t c) {
    const double da = gap(a, c), db = gap(b, c);
    const double na = size_[a], nb = size_[b], nc = size_[c];
    switch (how_) {
      case linkage::single:
        return std::min(da, db);
      case linkage::complete:
        return std::max(da, db);
      case linkage::average:
        return (na * da + nb * db) / (na + nb);
      case linkage::weighted:
        return (da + db) / 2;
      default:
        return ((na + nc) * da + (nb + nc) * db - nc * gap(a, b)) / (na + nb + nc);
    }
  }

  void merge(size_t a, size_t b) {
    for (size_t c = 0; c < n_; ++c)
      if (live_[c] && c != a && c != b) gap(a, c) = gap(c, a) = after(a, b, c);
    size_[a] += size_[b];
    live_[b] = false;
    for (size_t i = 0; i < n_; ++i) {
      if (!live_[i]) continue;
      // Only those whose nearest was a or b, or to whom a has come nearer, have to look again.
      if (i == a || nearest_[i] == a || nearest_[i] == b)
        look(i);
      else if (i < a && (gap(i, a) < gap(i, nearest_[i]) || (gap(i, a) == gap(i, nearest_[i]) && a < nearest_[i])))
        nearest_[i] = a;
    }
  }

  matrix d_;
  linkage how_;
  size_t n_;
  std::vector<size_t> name_, nearest_;
  std::vector<double> size_;
  std::vector<bool> live_;
};

}  // namespace detail

QUINDEX_INLINE hierarchy cluster_hierarchy(labels units, const matrix& distances, linkage how) {
  const std::size_t n = units.size();
  if (n < 2 || n > 20000)
    throw data_error({"cluster_hierarchy", "there are " + std::to_string(n) + " units", "give from 2 to 20000"});
  if (distances.rows() != distances.cols() || static_cast<std::size_t>(distances.rows()) != n)
    throw data_error({"cluster_hierarchy",
                      "the distances are " + std::to_string(distances.rows()) + " by " +
                          std::to_string(distances.cols()) + " for " + std::to_string(n) + " units",
                      "give a square matrix"});
  for (Eigen::Index j = 0; j < distances.cols(); ++j)
    for (Eigen::Index i = 0; i < j; ++i)
      if (!(distances(i, j) >= 0) || distances(i, j) != distances(j, i))
        throw data_error({"cluster_hierarchy",
                          "the distance of " + quoted(units[static_cast<std::size_t>(i)]) + " and " +
                              quoted(units[static_cast<std::size_t>(j)]) + " is " + number_text(distances(i, j)) +
                              " and " + number_text(distances(j, i)),
                          "a distance is 0 or more, and the same both ways"});
  hierarchy out{std::move(units), {}};
  detail::joiner work(distances, how);
  for (std::size_t k = 0; k + 1 < n; ++k) out.joinings.push_back(work.join(k));
  return out;
}

QUINDEX_INLINE hierarchy cluster_hierarchy(const table& data, const hierarchy_options& how) {
  const matrix x = detail::cluster_columns("cluster_hierarchy", data, how.standardise);
  if (how.linkage == linkage::ward && how.distance != distance::euclidean)
    throw spec_error({"cluster_hierarchy.distance", "ward adds up squares of euclidean distances",
                      "use the euclidean distance, or another linkage"});
  if (x.rows() > 20000)
    throw data_error({"cluster_hierarchy", "there are " + std::to_string(x.rows()) + " units", "give from 2 to 20000"});
  return cluster_hierarchy(data.units(), detail::distances_of(x, how.distance), how.linkage);
}

QUINDEX_INLINE std::vector<int> hierarchy::groups(std::size_t k) const {
  const std::size_t n = units.size();
  if (k == 0 || k > n)
    throw spec_error({"groups", "found " + std::to_string(k), "give from 1 to " + std::to_string(n) + " groups"});
  std::vector<std::size_t> above(2 * n, 2 * n);  // the group that a group has become part of
  for (std::size_t j = 0; j + k < n; ++j) above[joinings[j].first] = above[joinings[j].second] = n + j;
  std::vector<int> number(2 * n, 0), out(n);
  int next = 0;
  for (std::size_t i = 0; i < n; ++i) {
    std::size_t top = i;
    while (above[top] != 2 * n) top = above[top];
    if (number[top] == 0) number[top] = ++next;
    out[i] = number[top];
  }
  return out;
}

QUINDEX_INLINE std::vector<std::size_t> hierarchy::leaf_order() const {
  const std::size_t n = units.size();
  std::vector<std::size_t> out, waiting{n == 1 ? 0 : 2 * n - 2};
  while (!waiting.empty()) {
    const std::size_t group = waiting.back();
    waiting.pop_back();
    if (group < n) {
      out.push_back(group);
    } else {
      waiting.push_back(joinings[group - n].second);
      waiting.push_back(joinings[group - n].first);
    }
  }
  return out;
}

}  // namespace diagnose
QUINDEX_END
