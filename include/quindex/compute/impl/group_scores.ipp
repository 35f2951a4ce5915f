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

/// The mean that a method is; nothing where it is none.
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

QUINDEX_INLINE void group_inputs::check_domain(const labels& units) const {
  const bool refuses = method_->visit([](const auto& m) {
    if constexpr (requires { m.needs_non_negative(); })
      return m.needs_non_negative();
    else
      return false;
  });
  if (!refuses) return;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    if (!(numeric::range(columns_[c]).low < 0)) continue;
    std::size_t i = 0;
    while (!(columns_[c][i] < 0)) ++i;
    throw numeric_error({where() + "/" + units[i],
                         std::string(method_->name()) + " needs scores of 0 or more, " + quoted(names_[c]) + " has " +
                             number_text(columns_[c][i]),
                         "normalise to a positive range, for instance min_max with low = 1"});
  }
}

QUINDEX_INLINE void group_inputs::score(std::span<double> out, const numeric::executor& where, const labels& units,
                                        std::span<double> own_terms) const {
  check_domain(units);
  if (compares_units(*method_)) return score_table(out, units);
  const std::size_t n = out.size();
  constexpr std::size_t block = 4096;  // rows: a few columns of a block fit the second-level cache
  numeric::parallel_for(where, (n + block - 1) / block, [&](std::size_t b) {
    in_place([&] { score_rows(b * block, std::min(n, (b + 1) * block), out, own_terms); });
  });
}

/// The mean of all children; in the mean's own terms where a child hands on such.
QUINDEX_INLINE void group_inputs::mean_of_rows(const numeric::mean_job& job, std::size_t begin, std::size_t end,
                                               double* out) const {
  const numeric::kernels& loops = numeric::active_kernels();
  std::vector<const double*> columns;
  if (!has_terms_) {
    for (const column_view& x : columns_) columns.push_back(x.data() + begin);
    return loops.mean(columns.data(), weights_.data(), columns.size(), end - begin, job, out);
  }
  std::vector<std::vector<double>> made;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    if (terms_[c].empty()) {
      const column_view x = columns_[c].subspan(begin, end - begin);
      to_terms(job, made.emplace_back(x.begin(), x.end()));
    }
    columns.push_back(terms_[c].empty() ? made.back().data() : terms_[c].data() + begin);
  }
  loops.mean(columns.data(), weights_.data(), columns.size(), end - begin,
             {numeric::mean_of::values, 1.0, job.missing, job.coverage}, out);
}

QUINDEX_INLINE void group_inputs::score_rows(std::size_t begin, std::size_t end, std::span<double> out,
                                             std::span<double> own_terms) const {
  const bool renormalises = rule_.what == missing::rule::kind::renormalise;
  method_->visit([&](const auto& m) {
    if constexpr (requires { m.as_mean(); }) {
      numeric::mean_job job = *m.as_mean();
      job.missing = renormalises ? numeric::absence::renormalise : numeric::absence::propagate;
      job.coverage = rule_.floor;
      job.gives_terms = has_terms_ || !own_terms.empty();
      mean_of_rows(job, begin, end, out.data() + begin);
      if (!own_terms.empty())
        std::copy(out.begin() + static_cast<std::ptrdiff_t>(begin), out.begin() + static_cast<std::ptrdiff_t>(end),
                  own_terms.begin() + static_cast<std::ptrdiff_t>(begin));
      if (job.gives_terms) to_scores(job, out.subspan(begin, end - begin));
    } else if constexpr (requires(column_view z) { m.score(z, z); }) {
      std::vector<double> z(columns_.size());
      std::vector<double> w(columns_.size());
      for (std::size_t i = begin; i < end; ++i) {
        const std::size_t m_present = gather(i, z, w);
        out[i] = m_present == 0 ? missing_value
                                : m.score(column_view(z.data(), m_present), column_view(w.data(), m_present));
      }
    }
  });
  if (is_filled_)  // a child that was filled in does not count as there
    for (std::size_t i = begin; i < end; ++i)
      if (!has_enough(i)) {
        out[i] = missing_value;
        if (!own_terms.empty()) own_terms[i] = missing_value;
      }
}

/// Units are compared on all children: those that lack one have no score and are not compared.
QUINDEX_INLINE void group_inputs::score_table(std::span<double> out, const labels& units) const {
  std::vector<std::size_t> complete;
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = missing_value;
    const bool is_complete =
        std::none_of(columns_.begin(), columns_.end(), [i](column_view x) { return is_missing(x[i]); });
    if (is_complete && (!is_filled_ || has_enough(i))) complete.push_back(i);
  }
  if (complete.empty()) return;
  const bool all = complete.size() == out.size();
  std::vector<std::vector<double>> kept(all ? 0 : columns_.size());
  std::vector<std::string> names;
  if (!all)
    for (const std::size_t i : complete) names.push_back(units[i]);
  aggregate::alternatives compared{
      columns_, weights_, std::vector<bool>(columns_.size(), true), names_, all ? units.codes() : names, where()};
  for (std::size_t c = 0; c < kept.size(); ++c) {
    for (const std::size_t i : complete) kept[c].push_back(columns_[c][i]);
    compared.columns[c] = kept[c];
  }
  // Children of weight 0 have been left out, so that the weights of the others need not be divided again.
  const std::vector<double> scores = method_->visit([&](const auto& m) -> std::vector<double> {
    if constexpr (requires { m.scores(compared); })
      return m.scores(compared);
    else
      return {};
  });
  for (std::size_t k = 0; k < complete.size(); ++k) out[complete[k]] = scores[k];
}

}  // namespace detail
QUINDEX_END
