/// Bodies of compute/group_scores.hpp: the scores of the units.
#pragma once

#include <algorithm>

#include "quindex/compute/group_scores.hpp"

QUINDEX_BEGIN
namespace detail {

QUINDEX_INLINE void group_inputs::score(std::span<double> out, const numeric::executor& where, const labels& units,
                                        std::span<double> own_terms) const {
  check_domain(*method_, columns_, names_, units.codes(), this->where());
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
