/// Bodies of robustness/batch_scorer.hpp: the general path.
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/compute/chosen.hpp"
#include "quindex/compute/compute.hpp"
#include "quindex/compute/group_scores.hpp"
#include "quindex/compute/pipeline.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/robustness/batch_scorer.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

QUINDEX_INLINE batch_scorer::batch_scorer(std::shared_ptr<const variant> of, std::vector<std::size_t> watched,
                                          bool fast)
    : of_(std::move(of)), watched_(std::move(watched)), program_(fast ? compile_fast(*of_, watched_) : nullptr) {}

QUINDEX_INLINE bool batch_scorer::group_weights(const variant& of, std::size_t group, const double* weights,
                                                std::vector<double>& out) {
  const std::vector<std::size_t>& children = of.tree().at(group).children;
  bool is_own = true;
  for (const std::size_t child : children) is_own = is_own && weights[child] == of.weights[child];
  out.resize(children.size());
  for (std::size_t c = 0; c < children.size(); ++c) out[c] = weights[children[c]];
  if (is_own) return false;
  const double total = numeric::sum(out);
  bool is_fine = std::isfinite(total) && total > 0;
  for (const double w : out) is_fine = is_fine && w >= 0;
  if (!is_fine)  // throws, and says what is wrong
    out = quindex::detail::normalised_weights(out, quindex::detail::weighing_group(of.tree(), group, {}), "the design");
  else
    for (double& w : out) w /= total;
  return true;
}

/// The fills of a group's missing children are means of their scores: they follow the scores.
QUINDEX_INLINE void follow_fills(const variant& of, fitted_state& state, std::size_t group,
                                 const std::vector<column_view>& children) {
  fitted_group& fitted = state.groups[group];
  const auto* given = state.recipe.missing.as<missing::group_mean>();
  if (fitted.fills.empty() || of.is_resampled || (given != nullptr && !given->means.empty())) return;
  std::vector<std::string> unit_groups = of.unit_groups;
  if (!of.rows.empty() && !unit_groups.empty()) {
    unit_groups.clear();
    for (const std::size_t row : of.rows) unit_groups.push_back(of.unit_groups[row]);
  }
  for (std::size_t c = 0; c < children.size(); ++c) {
    std::vector<double> scores;
    if (of.rows.empty()) scores.assign(children[c].begin(), children[c].end());
    for (const std::size_t row : of.rows) scores.push_back(children[c][row]);
    if (fitted.mirror[c])
      for (double& score : scores) score = *fitted.mirror[c] - score;
    fitted.fills[c] = quindex::detail::group_means(scores, unit_groups);
  }
}

QUINDEX_INLINE void batch_scorer::score_one(const double* weights, memory& own) const {
  const framework& tree = of_->tree();
  if (own.of != of_) {
    own.of = of_;
    own.state = *of_->state;
    own.scores = of_->scores;
    own.touched.assign(tree.size(), 0);
    own.terms.assign(tree.size(), {});
    for (const std::size_t g : tree.groups_inside_out())
      if (quindex::detail::hands_on(*of_->state, g)) own.terms[g].resize(of_->units.size());
  }
  for (const std::size_t g : tree.groups_inside_out()) {
    std::vector<double>& used = own.state.groups[g].weights;
    // What a group hands on is not among the variant's scores, so that it is always scored anew.
    bool is_changed = group_weights(*of_, g, weights, used) || !own.terms[g].empty();
    std::vector<column_view> children;
    std::vector<column_view> handed_on;
    for (const std::size_t child : tree.at(g).children) {
      is_changed = is_changed || own.touched[child] != 0;
      children.push_back(column_of(std::as_const(own.scores), static_cast<Eigen::Index>(child)));
      handed_on.emplace_back(own.terms[child]);
    }
    const std::span<double> out = column_of(own.scores, static_cast<Eigen::Index>(g));
    if (!is_changed) {
      const column_view before = column_of(of_->scores, static_cast<Eigen::Index>(g));
      if (own.touched[g] != 0) std::copy(before.begin(), before.end(), out.begin());
      own.touched[g] = 0;
      continue;
    }
    own.touched[g] = 1;  // before scoring, which may throw half way
    follow_fills(*of_, own.state, g, children);
    const quindex::detail::group_inputs inputs(own.state, g, children, of_->unit_groups, handed_on);
    inputs.score(out, {}, of_->units, own.terms[g]);
    quindex::detail::check_finite("groups/" + tree.about(g).code, out, numeric::total(out).sum, of_->units);
  }
}

QUINDEX_INLINE void batch_scorer::score_generally(const score_job& job, std::size_t replicate, memory& own,
                                                  std::vector<refusal>& refused) const {
  const std::size_t units = of_->units.size();
  bool is_scored = true;
  try {
    score_one(job.weights + replicate * of_->weights.size(), own);
  } catch (const error& e) {
    refused.push_back({replicate, e.about()});
    is_scored = false;
  }
  for (std::size_t w = 0; w < watched_.size(); ++w) {
    double* out = job.scores + (w * job.replicates + replicate) * units;
    if (is_scored && watched_[w] != framework::none) {
      const column_view scores = column_of(std::as_const(own.scores), static_cast<Eigen::Index>(watched_[w]));
      std::copy(scores.begin(), scores.end(), out);
    } else {
      std::fill_n(out, units, missing_value);
    }
  }
}

QUINDEX_INLINE void batch_scorer::score(const score_job& job, memory& own, std::vector<refusal>& refused) const {
  if (program_ == nullptr) {
    if (job.apart != nullptr) std::fill_n(job.apart, job.replicates, -1.0);
    for (std::size_t b = 0; b < job.replicates; ++b) score_generally(job, b, own, refused);
    return;
  }
  own.left.clear();
  run_fast(*program_, job, own.fast, own.left);
  for (const std::size_t b : own.left) {
    if (job.apart != nullptr) job.apart[b] = -1.0;
    score_generally(job, b, own, refused);
  }
}

template <numeric::StoredRank Place>
void batch_scorer::rank(const score_job& job, ties rule, bool largest_first, memory& own, std::span<Place> out,
                        std::vector<refusal>& refused) const {
  const std::size_t units = of_->units.size(), nodes = of_->weights.size();
  own.apart.resize(job.replicates);
  score_job rough = job;
  rough.apart = own.apart.data();
  score(rough, own, refused);
  own.open.clear();
  own.ranker.ranks({job.scores, job.replicates, units, units}, own.apart, rule, largest_first, out, own.open);
  std::vector<refusal> again;  // of which none comes: they have been refused before
  for (const std::size_t r : own.open) {
    score({1, job.weights + r * nodes, job.scores + r * units}, own, again);
    own.ranker.ranks({job.scores + r * units, 1, units, units}, rule, largest_first, out.subspan(r * units, units));
  }
}

#ifdef QUINDEX_COMPILED
template void batch_scorer::rank(const score_job&, ties, bool, memory&, std::span<std::uint16_t>,
                                 std::vector<refusal>&) const;
template void batch_scorer::rank(const score_job&, ties, bool, memory&, std::span<std::uint32_t>,
                                 std::vector<refusal>&) const;
#endif

}  // namespace robustness::detail
QUINDEX_END
