/// Bodies of weigh/anp.hpp.
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/weigh/anp.hpp"

QUINDEX_BEGIN
namespace weigh {
namespace detail {

/// For each element the number of its cluster, in the order in which clusters first stand; and how many there are.
QUINDEX_INLINE std::vector<std::size_t> cluster_numbers(const std::vector<std::string>& clusters, std::size_t& count) {
  std::vector<std::string> names;
  std::vector<std::size_t> out;
  for (const std::string& cluster : clusters) {
    const auto at = std::find(names.begin(), names.end(), cluster);
    out.push_back(static_cast<std::size_t>(at - names.begin()));
    if (at == names.end()) names.push_back(cluster);
  }
  count = names.size();
  return out;
}

/// The supermatrix weighted by clusters, its columns summing to 1.
QUINDEX_INLINE matrix stochastic(const anp& m, const std::string& where, const std::vector<std::string>& names) {
  matrix out = mean_table({m.supermatrix});
  std::size_t count = 0;
  const std::vector<std::size_t> cluster = cluster_numbers(m.clusters, count);
  for (Eigen::Index j = 0; j < out.cols(); ++j) {
    for (Eigen::Index i = 0; !cluster.empty() && i < out.rows(); ++i)
      out(i, j) *= m.cluster_weights[cluster[static_cast<std::size_t>(i)]][cluster[static_cast<std::size_t>(j)]];
    const double total = numeric::sum(column_of(out, j));
    if (!(total > 0))
      throw spec_error({where, "the column of " + quoted(names[static_cast<std::size_t>(j)]) + " is all 0",
                        "say what it depends on, or put 1 on the diagonal for an element that depends on nothing"});
    for (Eigen::Index i = 0; i < out.rows(); ++i) out(i, j) /= total;
  }
  return out;
}

/// The mean of all powers on a vector, as the limit of (I + W)/2, which has the same and never cycles.
QUINDEX_INLINE std::vector<double> mean_of_powers(const matrix& w, std::vector<double> x, const std::string& where) {
  constexpr int most_steps = 200000;
  std::vector<double> next(x.size()), terms(x.size());
  double change = 0, last = 1;
  for (int step = 0; step < most_steps; ++step) {
    change = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
      for (std::size_t j = 0; j < x.size(); ++j)
        terms[j] = w(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) * x[j];
      next[i] = (x[i] + numeric::sum(terms)) / 2;
      change = std::max(change, std::abs(next[i] - x[i]));
    }
    const double total = numeric::sum(next);
    for (std::size_t i = 0; i < x.size(); ++i) x[i] = next[i] / total;
    if (change < 1e-17 || (change < 1e-15 && change >= last)) return x;
    last = change;
  }
  throw numeric_error({where,
                       "the supermatrix has no limit in " + std::to_string(most_steps) +
                           " steps; the last one changed a priority by " + number_text(change),
                       "look for clusters that hardly depend on one another"});
}

}  // namespace detail

QUINDEX_INLINE void anp::check(const path& where) const {
  detail::check_codes(where / "elements", elements);
  detail::check_table(supermatrix, elements, where / "supermatrix");
  detail::check_table(cluster_weights, {}, where / "cluster_weights");
  std::size_t count = 0;
  (void)detail::cluster_numbers(clusters, count);
  if (!clusters.empty() && clusters.size() != supermatrix.size())
    throw spec_error(
        {(where / "clusters").text(),
         "there are " + std::to_string(clusters.size()) + " for " + std::to_string(supermatrix.size()) + " elements",
         "give one for each element"});
  if (count != cluster_weights.size())
    throw spec_error(
        {(where / "cluster_weights").text(),
         "the table has " + std::to_string(cluster_weights.size()) + " rows for " + std::to_string(count) + " clusters",
         "give a row and a column for each cluster"});
  if (!goal.empty() && std::find(elements.begin(), elements.end(), goal) == elements.end())
    throw spec_error({(where / "goal").text(), quoted(goal) + " is no element", did_you_mean(goal, elements)});
}

QUINDEX_INLINE std::vector<double> anp::fit(const group& g) const {
  const std::vector<std::string>& names = elements.empty() ? g.children : elements;
  if (supermatrix.empty() || (elements.empty() && supermatrix.size() != g.children.size()))
    (void)detail::judged_positions(g, {}, supermatrix.size(), "supermatrix");
  for (const std::string& child : g.children)
    if (std::find(names.begin(), names.end(), child) == names.end())
      throw spec_error({g.where(), "elements lacks " + quoted(child), did_you_mean(child, names)});
  const matrix w = detail::stochastic(*this, g.where(), names);
  std::vector<double> start(names.size(), goal.empty() ? 1.0 / static_cast<double>(names.size()) : 0.0);
  if (!goal.empty()) start[static_cast<std::size_t>(std::find(names.begin(), names.end(), goal) - names.begin())] = 1;
  const std::vector<double> limit = detail::mean_of_powers(w, std::move(start), g.where());
  std::vector<double> out;
  for (const std::string& child : g.children)
    out.push_back(limit[static_cast<std::size_t>(std::find(names.begin(), names.end(), child) - names.begin())]);
  const double total = numeric::sum(out);
  if (!(total > 1e-12))
    throw spec_error({g.where(), "nothing flows to the children in the limit",
                      "put 1 on the diagonal of each child, or let something depend on them"});
  for (double& x : out) x /= total;
  return out;
}

}  // namespace weigh
QUINDEX_END
