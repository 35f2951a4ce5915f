/// Bodies of weigh/ahp.hpp.
#pragma once

#include <algorithm>

#include "quindex/base/text.hpp"
#include "quindex/weigh/ahp.hpp"

QUINDEX_BEGIN
namespace weigh {
namespace detail {

/// The judges' matrices as they are used: checked, not yet completed.
QUINDEX_INLINE std::vector<matrix> judged_matrices(const ahp& m, const path& where) {
  std::vector<matrix> out;
  if (!m.comparisons.empty()) out.push_back(comparisons(m.comparisons, where / "comparisons", m.criteria));
  for (std::size_t k = 0; k < m.judges.size(); ++k) {
    const std::string judge = std::to_string(k);
    const path in_judges = where / "judges";
    out.push_back(comparisons(m.judges[k], in_judges / judge, m.criteria));
  }
  return out;
}

QUINDEX_INLINE std::string consistency_remark(const consistency_report& report, const std::string& whose,
                                              const std::vector<std::string>& names, double threshold) {
  return "the consistency ratio of " + whose + " is " + brief(report.ratio) + ", above " + brief(threshold) +
         "; the comparison of " + pair_text(report.row, report.column, names) + " fits the others least: it is " +
         brief(report.given) + ", they say " + brief(report.proposed) + ", which would give " +
         brief(report.ratio_after);
}

}  // namespace detail

QUINDEX_INLINE void ahp::check(const path& where) const {
  detail::check_codes(where / "criteria", criteria);
  if (!comparisons.empty() && !judges.empty())
    throw spec_error({where.text(), "both `comparisons` and `judges` are given", "put all matrices into `judges`"});
  const std::vector<std::size_t> sizes = [&] {
    std::vector<std::size_t> out;
    if (!criteria.empty()) out.push_back(criteria.size());
    if (!comparisons.empty()) out.push_back(comparisons.size());
    for (const judged_matrix& judge : judges) out.push_back(judge.size());
    return out;
  }();
  const auto odd = std::adjacent_find(sizes.begin(), sizes.end(), std::not_equal_to<>());
  if (odd != sizes.end() && !(comparisons.empty() && judges.empty()))
    throw spec_error(
        {where.text(),
         "there are judgements of " + std::to_string(*odd) + " and of " + std::to_string(*(odd + 1)) + " criteria",
         "every matrix has a row and a column for each criterion"});
  if (!judge_weights.empty() && judge_weights.size() != std::max<std::size_t>(judges.size(), 1))
    throw spec_error({(where / "judge_weights").text(),
                      "there are " + std::to_string(judge_weights.size()) + " weights for " +
                          std::to_string(judges.size()) + " judges",
                      "give one for each"});
  if (!judge_weights.empty() &&
      std::all_of(judge_weights.begin(), judge_weights.end(), [](double w) { return w == 0; }))
    throw spec_error({(where / "judge_weights").text(), "all are 0", "let at least one judge count"});
  (void)detail::judged_matrices(*this, where);
}

QUINDEX_INLINE std::vector<double> ahp::fit(const group& g) const {
  const std::size_t size = comparisons.empty() && !judges.empty() ? judges.front().size() : comparisons.size();
  const std::vector<std::size_t> at = detail::judged_positions(g, criteria, size, "comparisons");
  const std::vector<std::string>& names = criteria.empty() ? g.children : criteria;
  const std::string where = g.where();
  std::vector<matrix> all = detail::judged_matrices(*this, path(where));
  if (aggregation == judge_aggregation::judgements || all.size() == 1)
    return detail::taken(
        priorities(completed(joint_judgements(all, judge_weights), completion, where, names), prioritisation), at);
  std::vector<std::vector<double>> each;
  for (matrix& judge : all)
    each.push_back(priorities(completed(std::move(judge), completion, where, names), prioritisation));
  return detail::taken(joint_priorities(each, judge_weights), at);
}

QUINDEX_INLINE std::vector<std::string> ahp::remarks(const group& g) const {
  const std::vector<std::string>& names = criteria.empty() ? g.children : criteria;
  const std::string where = g.where();
  std::vector<matrix> all = detail::judged_matrices(*this, path(where));
  const bool joint = aggregation == judge_aggregation::judgements && all.size() > 1;
  if (joint) all = {joint_judgements(all, judge_weights)};
  std::vector<std::string> out;
  for (std::size_t k = 0; k < all.size(); ++k) {
    const consistency_report report = consistency(all[k], {table, random_index});
    if (report.size < 3 || !(report.ratio > threshold)) continue;
    const std::string whose = joint            ? "the judges' joint comparisons"
                              : all.size() > 1 ? "judge " + std::to_string(k + 1)
                                               : "the comparisons";
    out.push_back(detail::consistency_remark(report, whose, names, threshold));
  }
  return out;
}

}  // namespace weigh
QUINDEX_END
