/// Bodies of compute/pipeline.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstring>

#include "quindex/base/text.hpp"
#include "quindex/compute/chosen.hpp"
#include "quindex/compute/group_scores.hpp"
#include "quindex/compute/impl/prepare.ipp"
#include "quindex/compute/impl/remarks.ipp"
#include "quindex/compute/pipeline.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/numeric/sum.hpp"

QUINDEX_BEGIN
namespace detail {

QUINDEX_INLINE void pipeline::find_columns() {
  if (data_.units().is_empty()) throw data_error({"units", "the table has no unit", "give it at least one row"});
  out_.data = data_;
  std::vector<bool> used(data_.indicators().size(), false);
  for (const std::size_t node : tree_.indicators()) {
    const std::string& code = tree_.about(node).code;
    const auto at = data_.indicators().find(code);
    if (!at) throw data_error(without_column(code, data_));
    used[*at] = true;
    columns_.push_back(data_.column(*at));
  }
  for (const prepare_step& step : state_.recipe.prepare)
    if (const auto* ratio = std::get_if<denominate::method>(&step.what)) used[denominator_of(*ratio, data_)] = true;
  std::vector<std::string> extra;
  for (std::size_t j = 0; j < used.size(); ++j)
    if (!used[j]) extra.push_back(data_.indicators()[j]);
  if (!extra.empty()) remark("table", "columns that the framework does not use: " + listed(extra), extra.size());
}

QUINDEX_INLINE void pipeline::start_scores() {
  out_.scores.resize(static_cast<Eigen::Index>(units()), static_cast<Eigen::Index>(tree_.size()));
  if (fitting_) state_.scales.assign(columns_.size(), {});
}

QUINDEX_INLINE void pipeline::normalise() {
  start_scores();
  numeric::parallel_for(how_.executor, columns_.size(), [&](std::size_t k) { normalise_column(k); });
  for (std::size_t k = 0; k < columns_.size(); ++k) {
    const std::size_t at = tree_.indicators()[k];
    describe_ends("indicators/" + tree_.about(at).code, chosen(state_.recipe.normalise, tree_, at, true),
                  state_.scales[k], columns_[k]);
  }
}

/// Throws data_error for values so large or so small that what they are measured by is no number to divide by.
QUINDEX_INLINE void check_spread(const any_map& map, const normalise::column& seen) {
  const bool measures = map.visit([](const auto& m) {
    if constexpr (requires { m.origin, m.range; })
      return std::isfinite(m.origin) && std::isfinite(m.range) && m.range != 0;
    else
      return true;
  });
  const numeric::extent values = measures ? numeric::extent{} : numeric::range(seen.x);
  if (measures || !(values.low < values.high)) return;
  const bool is_small = std::max(std::abs(values.low), std::abs(values.high)) < 1;
  throw data_error({seen.where(),
                    "the values run from " + number_text(values.low) + " to " + number_text(values.high) +
                        ", a range beyond double precision",
                    is_small ? "measure in smaller units" : "measure in larger units"});
}

QUINDEX_INLINE scale fit_scale(const normalise::method& method, column_view x, const node& about) {
  if (const auto* fixed = method.as<normalise::fixed>()) return fixed->scale;
  const direction& better = about.about.better;
  scale out;
  std::vector<double> deviations;
  normalise::column seen{.x = x, .better_when_high = better.better == direction::kind::high, .about = &about};
  if (better.is_optimal()) {
    out.optimum = {better.optimum_low, better.optimum_high};
    deviations.reserve(x.size());
    for (const double value : x) deviations.push_back(better.deviation(value));
    seen.x = deviations;
    seen.best = 0.0;
  }
  out.map = method.visit([&](const auto& m) -> any_map { return m.fit(seen); });
  check_spread(out.map, seen);
  return out;
}

QUINDEX_INLINE void check_finite(const std::string& where, column_view scores, double sum, const labels& units) {
  if (std::isfinite(sum)) return;
  for (std::size_t i = 0; i < scores.size(); ++i)
    if (std::isinf(scores[i]))
      throw numeric_error({where + "/" + units[i], "the score is beyond the range of numbers",
                           "normalise to a smaller range, or measure in larger units"});
}

QUINDEX_INLINE void pipeline::normalise_column(std::size_t k) {
  const std::size_t at = tree_.indicators()[k];
  const node& about = tree_.about(at);
  if (fitting_) state_.scales[k] = fit_scale(chosen(state_.recipe.normalise, tree_, at, true), columns_[k], about);
  apply_at("indicators/" + about.code, state_.scales[k], columns_[k], score_column(at), data_.units());
}

QUINDEX_INLINE void pipeline::aggregate() {
  if (fitting_) state_.groups.assign(tree_.size(), {});
  std::vector<std::vector<double>> terms(tree_.size());  // of the groups that hand them on
  for (const std::size_t g : tree_.groups_inside_out()) {
    std::vector<column_view> children;
    std::vector<column_view> handed_on;
    for (const std::size_t child : tree_.at(g).children) {
      children.push_back(score_column(child));
      handed_on.emplace_back(terms[child]);
    }
    if (fitting_) fit_group(g, children);
    if (hands_on(state_, g)) terms[g].resize(units());
    const group_inputs inputs(state_, g, children, data_.groups(), handed_on);
    inputs.score(score_column(g), how_.executor, data_.units(), terms[g]);
    const numeric::tally all = numeric::total(score_column(g));
    check_finite("groups/" + tree_.about(g).code, score_column(g), all.sum, data_.units());
    describe_group(g, inputs);
    const std::size_t absent = units() - all.n;
    if (absent > 0) remark("groups/" + tree_.about(g).code, "units without a score: " + std::to_string(absent), absent);
    const auto& method = chosen(state_.recipe.aggregate, tree_, g, false);
    if (const auto text = dominance_remark(method)) remark("groups/" + tree_.about(g).code, *text);
  }
  describe_gaps();
}

QUINDEX_INLINE void pipeline::publish() {
  if (!state_.recipe.publish) return;
  const auto& groups = tree_.groups_inside_out();
  out_.published.resize(static_cast<Eigen::Index>(units()), static_cast<Eigen::Index>(groups.size()));
  for (std::size_t p = 0; p < groups.size(); ++p) {
    const std::size_t g = groups[p];
    const std::vector<double> seen = rounded(score_column(g), state_.recipe.rank_decimals);
    auto& fitted = state_.groups[g].publish;
    if (fitting_) fitted = fit_scale(chosen(*state_.recipe.publish, tree_, g, false), seen, tree_.about(g));
    apply_at("publish/" + tree_.about(g).code, *fitted, seen, column_of(out_.published, static_cast<Eigen::Index>(p)),
             data_.units());
    describe_ends("publish/" + tree_.about(g).code, chosen(*state_.recipe.publish, tree_, g, false), *fitted, seen);
  }
}

}  // namespace detail
QUINDEX_END
