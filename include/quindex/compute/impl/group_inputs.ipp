/// Bodies of compute/group_scores.hpp: a group's children as its aggregator sees them.
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/base/text.hpp"
#include "quindex/compute/chosen.hpp"
#include "quindex/compute/group_scores.hpp"
#include "quindex/numeric/order.hpp"

QUINDEX_BEGIN
namespace detail {

QUINDEX_INLINE std::vector<double> rounded(column_view x, std::optional<int> decimals) {
  std::vector<double> out(x.begin(), x.end());
  if (!decimals) return out;
  const double scale = std::pow(10.0, *decimals);
  for (double& value : out) value = std::round(value * scale) / scale;
  return out;
}

QUINDEX_INLINE bool needs_all_children(const aggregate::method& method) {
  return method.visit([]<class M>(const M& /*unused*/) {
    if constexpr (requires { M::needs_all_children; })
      return M::needs_all_children;
    else
      return false;
  });
}

QUINDEX_INLINE bool compares_units(const aggregate::method& method) {
  return method.visit([]<class M>(const M& /*unused*/) { return aggregate::TableAggregator<M>; });
}

QUINDEX_INLINE void check_domain(const aggregate::method& method, const std::vector<column_view>& columns,
                                 const std::vector<std::string>& names, std::span<const std::string> units,
                                 const std::string& where) {
  const bool refuses = method.visit([](const auto& m) {
    if constexpr (requires { m.needs_non_negative(); })
      return m.needs_non_negative();
    else
      return false;
  });
  if (!refuses) return;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (!(numeric::range(columns[c]).low < 0)) continue;
    std::size_t i = 0;
    while (!(columns[c][i] < 0)) ++i;
    throw numeric_error({where + "/" + units[i],
                         std::string(method.name()) + " needs scores of 0 or more, " + quoted(names[c]) + " has " +
                             number_text(columns[c][i]),
                         "normalise to a positive range, for instance min_max with low = 1"});
  }
}

QUINDEX_INLINE std::optional<std::string> dominance_remark(const aggregate::method& method) {
  const bool keeps = method.visit([&]<class M>(const M& m) {
    if constexpr (aggregate::TableAggregator<M>)
      return method.view().claims.has(claim::dominance);
    else if constexpr (requires { m.breaks_dominance(); })
      return !m.breaks_dominance();
    else
      return true;  // monotone, or a function of which nothing is known
  });
  if (keeps) return std::nullopt;
  return std::string(method.name()) + " can score a unit below one that is nowhere better";
}

QUINDEX_INLINE void to_terms(const numeric::mean_job& mean, std::span<double> x) {
  const numeric::kernels& loops = numeric::active_kernels();
  if (mean.f == numeric::mean_of::logarithms) loops.log(x.data(), x.size(), x.data());
  if (mean.f == numeric::mean_of::powers) loops.pow(x.data(), x.size(), mean.power, x.data());
  if (mean.f == numeric::mean_of::reciprocals)
    for (double& value : x) value = 1.0 / value;
}

QUINDEX_INLINE void to_scores(const numeric::mean_job& mean, std::span<double> x) {
  const numeric::kernels& loops = numeric::active_kernels();
  if (mean.f == numeric::mean_of::logarithms) loops.exp(x.data(), x.size(), x.data());
  if (mean.f == numeric::mean_of::powers) loops.pow(x.data(), x.size(), 1.0 / mean.power, x.data());
  if (mean.f == numeric::mean_of::reciprocals)
    for (double& value : x) value = 1.0 / value;
}

QUINDEX_INLINE std::optional<numeric::mean_job> mean_of(const aggregate::method& method) {
  return method.visit([](const auto& m) -> std::optional<numeric::mean_job> {
    if constexpr (requires { m.as_mean(); })
      return m.as_mean();
    else
      return std::nullopt;
  });
}

QUINDEX_INLINE bool hands_on(const fitted_state& state, std::size_t group) {
  const framework& tree = state.recipe.framework;
  if (group == 0 || tree.about(group).about.better.better == direction::kind::low) return false;
  const auto own = mean_of(chosen(state.recipe.aggregate, tree, group, false));
  const auto above = mean_of(chosen(state.recipe.aggregate, tree, tree.at(group).parent, false));
  return own && above && own->f == above->f && own->power == above->power && own->f != numeric::mean_of::values;
}

QUINDEX_INLINE group_inputs::group_inputs(const fitted_state& state, std::size_t group,
                                          const std::vector<column_view>& children,
                                          const std::vector<std::string>& unit_groups,
                                          const std::vector<column_view>& terms) {
  const framework& tree = state.recipe.framework;
  const fitted_group& fitted = state.groups[group];
  code_ = tree.about(group).code;
  method_ = &chosen(state.recipe.aggregate, tree, group, false);
  rule_ = state.recipe.missing.visit([](const auto& m) { return m.rule(); });
  is_filled_ = rule_.what == missing::rule::kind::zero || !fitted.fills.empty();
  for (std::size_t c = 0; c < children.size(); ++c) {
    if (fitted.weights[c] == 0) continue;
    column_view x = children[c];
    if (fitted.mirror[c]) {
      std::vector<double> turned(x.begin(), x.end());
      for (double& value : turned) value = *fitted.mirror[c] - value;
      owned_.push_back(std::move(turned));
      x = owned_.back();
    }
    present_.push_back(x);
    column_view own_terms = terms.empty() ? column_view() : terms[c];
    if (is_filled_ && numeric::total(x).n < x.size()) {
      std::vector<double> filled(x.begin(), x.end());
      for (std::size_t i = 0; i < filled.size(); ++i)
        if (is_missing(filled[i]))
          filled[i] = rule_.what == missing::rule::kind::zero
                          ? 0.0
                          : fitted.fills[c].at(unit_groups, i).value_or(missing_value);
      if (!own_terms.empty()) {  // the terms are filled likewise
        std::vector<double> filled_terms(own_terms.begin(), own_terms.end());
        for (std::size_t i = 0; i < filled.size(); ++i)
          if (is_missing(x[i])) to_terms(*mean_of(*method_), {&(filled_terms[i] = filled[i]), 1});
        owned_.push_back(std::move(filled_terms));
        own_terms = owned_.back();
      }
      owned_.push_back(std::move(filled));
      x = owned_.back();
    }
    terms_.push_back(own_terms);
    has_terms_ = has_terms_ || !own_terms.empty();
    columns_.push_back(x);
    weights_.push_back(fitted.weights[c]);
    places_.push_back(c);
    names_.push_back(tree.about(tree.at(group).children[c]).code);
  }
}

}  // namespace detail
QUINDEX_END
