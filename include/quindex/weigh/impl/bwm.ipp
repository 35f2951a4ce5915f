/// Bodies of weigh/bwm.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

#include "quindex/base/text.hpp"
#include "quindex/numeric/linear_program.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/weigh/bwm.hpp"

QUINDEX_BEGIN
namespace weigh {
namespace detail {

QUINDEX_INLINE double* entry_of(by_code& entries, const std::string& code) {
  for (auto& entry : entries)
    if (entry.first == code) return &entry.second;
  return nullptr;
}

/// Writes what may be left out, and refuses what was written otherwise.
QUINDEX_INLINE void complete_entry(by_code& entries, const std::string& code, double value, const std::string& where,
                                   const std::string& what) {
  const double* written = entry_of(entries, code);
  if (written == nullptr)
    entries.emplace_back(code, value);
  else if (*written != value)
    throw spec_error(
        {where, what + " is " + number_text(*written), "write " + number_text(value) + ", or leave it out"});
}

QUINDEX_INLINE best_worst ordered_comparisons(const group& g, const std::string& best, const std::string& worst,
                                              const by_code& best_to_others, const by_code& others_to_worst) {
  if (best.empty() || worst.empty() || best_to_others.empty() || others_to_worst.empty())
    throw spec_error(
        {g.where(), "there are no judgements",
         "give `best`, `worst`, and by code `best_to_others` and `others_to_worst` for " + listed(g.children)});
  check_is_child(g, best, "best");
  check_is_child(g, worst, "worst");
  by_code from = best_to_others, to = others_to_worst;
  if (best == worst && g.children.size() > 1)
    throw spec_error({g.where(), "the best and the worst child are both " + quoted(best),
                      "name two, or use equal weights where all count the same"});
  if (best != worst) {
    const double* over = entry_of(to, best);
    const double* under = entry_of(from, worst);
    if (under == nullptr && over != nullptr) from.emplace_back(worst, *over);
    if (over == nullptr && under != nullptr) to.emplace_back(best, *under);
    over = entry_of(to, best);
    under = entry_of(from, worst);
    if (over != nullptr && under != nullptr && *over != *under)
      throw spec_error({g.where(),
                        "the best over the worst is " + number_text(*under) + " in best_to_others and " +
                            number_text(*over) + " in others_to_worst",
                        "write the same in both"});
  }
  complete_entry(from, best, 1, g.where(), "the best over itself");
  complete_entry(to, worst, 1, g.where(), "the worst over itself");
  const auto place = [&](const std::string& code) {
    return static_cast<std::size_t>(std::find(g.children.begin(), g.children.end(), code) - g.children.begin());
  };
  return {place(best), place(worst), by_child(g, from, "best_to_others", "a comparison"),
          by_child(g, to, "others_to_worst", "a comparison")};
}

/// w_B - a_Bj w_j <= k and the three others of each child, w >= 0, sum w = 1; the last variable is k.
QUINDEX_INLINE numeric::linear_program best_worst_program(const best_worst& judged) {
  const std::size_t m = judged.from_best.size();
  const auto last = static_cast<Eigen::Index>(m);
  numeric::linear_program out;
  out.cost.assign(m + 1, 0.0);
  out.cost.back() = 1;
  out.rows = matrix::Zero(4 * last + 1, last + 1);
  out.right.assign(4 * m + 1, 0.0);
  out.relations.assign(4 * m + 1, numeric::row_relation::at_most);
  for (std::size_t j = 0; j < m; ++j)
    for (const int sign : {1, -1}) {
      const auto row = static_cast<Eigen::Index>(4 * j) + (sign < 0 ? 2 : 0);
      out.rows(row, static_cast<Eigen::Index>(judged.best)) += sign;
      out.rows(row, static_cast<Eigen::Index>(j)) -= sign * judged.from_best[j];
      out.rows(row + 1, static_cast<Eigen::Index>(j)) += sign;
      out.rows(row + 1, static_cast<Eigen::Index>(judged.worst)) -= sign * judged.to_worst[j];
      out.rows(row, last) = out.rows(row + 1, last) = -1;
    }
  for (Eigen::Index j = 0; j < last; ++j) out.rows(4 * last, j) = 1;
  out.relations.back() = numeric::row_relation::equal;
  out.right.back() = 1;
  return out;
}

QUINDEX_INLINE bwm_solution linear_best_worst(const best_worst& judged, const std::string& where) {
  const std::size_t m = judged.from_best.size();
  if (m == 1) return {{1.0}, 0, 0};
  numeric::linear_program program = best_worst_program(judged);
  const numeric::program_solution first = numeric::solve(program);
  if (first.status != numeric::program_status::optimal)
    throw numeric_error({where, "the linear programme has no optimum", "check the comparisons"});
  bwm_solution out{{}, std::max(0.0, first.x.back()), std::max(0.0, first.x.back())};
  program.high.assign(m + 1, std::numeric_limits<double>::infinity());
  program.high.back() = out.deviation + 1e-10;  // what rounding may hide
  for (std::size_t j = 0; j < m; ++j) {
    double ends[2];
    for (const int sign : {1, -1}) {
      program.cost.assign(m + 1, 0.0);
      program.cost[j] = sign;
      const numeric::program_solution end = numeric::solve(program);
      ends[sign < 0] = end.status == numeric::program_status::optimal ? end.x[j] : first.x[j];
    }
    out.weights.push_back((ends[0] + ends[1]) / 2);
  }
  const double total = numeric::sum(out.weights);
  for (double& w : out.weights) w /= total;
  return out;
}

/// The range of r = w_B / w_W that a deviation leaves: empty when it is too small.
QUINDEX_INLINE std::array<double, 2> ratio_range(const best_worst& judged, double k) {
  double low = 0, high = std::numeric_limits<double>::infinity();
  for (std::size_t j = 0; j < judged.from_best.size(); ++j) {
    const double a = judged.from_best[j], b = judged.to_worst[j];
    if (j == judged.best || j == judged.worst) {
      const double direct = j == judged.best ? b : a;
      low = std::max(low, direct - k);
      high = std::min(high, direct + k);
    } else {
      low = std::max(low, std::max(0.0, a - k) * std::max(0.0, b - k));
      high = std::min(high, (a + k) * (b + k));
    }
  }
  return {low, high};
}

QUINDEX_INLINE bwm_solution nonlinear_best_worst(const best_worst& judged) {
  const std::size_t m = judged.from_best.size();
  if (judged.best == judged.worst) return {std::vector<double>(m, 1.0 / static_cast<double>(m)), 0, 0};
  const auto fits = [&](double k) {
    const auto [low, high] = ratio_range(judged, k);
    return low <= high;
  };
  double below = 0, k = 0;
  if (!fits(0)) {
    k = 1;
    while (!fits(k)) k *= 2;
    for (double middle = k / 2; middle > below && middle < k; middle = below + (k - below) / 2)
      (fits(middle) ? k : below) = middle;
  }
  const auto [low_ratio, high_ratio] = ratio_range(judged, k);
  const double r = low_ratio + (high_ratio - low_ratio) / 2;
  std::vector<double> low(m, 1.0), high(m, 1.0);  // of w_j / w_W
  for (std::size_t j = 0; j < m; ++j) {
    if (j == judged.worst) continue;
    const double a = judged.from_best[j], b = judged.to_worst[j];
    low[j] = j == judged.best ? r : std::max(std::max(0.0, b - k), r / (a + k));
    high[j] = j == judged.best ? r : a > k ? std::min(b + k, r / (a - k)) : b + k;
    if (high[j] < low[j]) high[j] = low[j] = (low[j] + high[j]) / 2;  // they met, up to rounding
  }
  bwm_solution out{{}, k, 0};
  const double all_low = numeric::sum(low), all_high = numeric::sum(high);
  for (std::size_t j = 0; j < m; ++j)
    out.weights.push_back((low[j] / (all_high - high[j] + low[j]) + high[j] / (all_low - low[j] + high[j])) / 2);
  const double total = numeric::sum(out.weights), a = judged.to_worst[judged.best];
  for (double& w : out.weights) w /= total;
  const double most = (1 + 2 * a - std::sqrt(1 + 8 * a)) / 2;
  out.ratio = k == 0 ? 0 : most > 0 ? k / most : std::numeric_limits<double>::infinity();
  return out;
}

}  // namespace detail

QUINDEX_INLINE void bwm::check(const path& where) const {
  detail::check_codes(where / "best_to_others", best_to_others);
  detail::check_codes(where / "others_to_worst", others_to_worst);
}

QUINDEX_INLINE bwm_solution bwm::solve(const group& g) const {
  const detail::best_worst judged = detail::ordered_comparisons(g, best, worst, best_to_others, others_to_worst);
  return form == bwm_form::linear ? detail::linear_best_worst(judged, g.where()) : detail::nonlinear_best_worst(judged);
}

QUINDEX_INLINE std::vector<std::string> bwm::remarks(const group& g) const {
  const bwm_solution found = solve(g);
  if (!(found.ratio > threshold)) return {};
  const detail::best_worst judged = detail::ordered_comparisons(g, best, worst, best_to_others, others_to_worst);
  const double all = judged.to_worst[judged.best];
  std::size_t odd = 0;
  const auto gap = [&](std::size_t j) { return std::abs(judged.from_best[j] * judged.to_worst[j] - all); };
  for (std::size_t j = 1; j < g.children.size(); ++j)
    if (gap(j) > gap(odd)) odd = j;
  return {"the consistency ratio is " + detail::brief(found.ratio) + ", above " + detail::brief(threshold) + "; " +
          quoted(g.children[odd]) + " fits least: the best is " + detail::brief(judged.from_best[odd]) +
          " times as important and it " + detail::brief(judged.to_worst[odd]) +
          " times as important as the worst, whose product should be " + detail::brief(all)};
}

}  // namespace weigh
QUINDEX_END
