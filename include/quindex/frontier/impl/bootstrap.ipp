/// Bodies of frontier/comparisons.hpp: the bootstrap.
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/base/text.hpp"
#include "quindex/frontier/comparisons.hpp"
#include "quindex/numeric/elementary.hpp"
#include "quindex/numeric/moments.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/numeric/random.hpp"
#include "quindex/numeric/sum.hpp"

QUINDEX_BEGIN
namespace frontier {
namespace detail {

/// The normal reference rule, 0.9 min(sd, IQR / 1.34) n^(-1/5), on the scores below 1 and their reflections, brought
/// from those back to all units.
inline double reference_bandwidth(const std::vector<double>& scores) {
  std::vector<double> reflected;
  for (const double x : scores)
    if (x < 1) {
      reflected.push_back(x);
      reflected.push_back(2 - x);
    }
  const auto both = static_cast<double>(reflected.size());
  const double sd = numeric::moments(reflected).sd();
  const double spread = (numeric::quantile(reflected, 0.75) - numeric::quantile(reflected, 0.25)) / 1.34;
  const double h = 0.9 * (spread > 0 ? std::min(sd, spread) : sd) * numeric::pow(both, -0.2);
  return h * numeric::pow(both / static_cast<double>(scores.size()), 0.2) * (numeric::moments(scores).sd() / sd);
}

/// Scores drawn from the smoothed distribution of the scores, reflected at 1, with their mean and variance.
inline std::vector<double> smoothed_draw(const std::vector<double>& scores, double h, double variance,
                                         const numeric::random_stream& r) {
  const std::size_t n = scores.size();
  std::vector<double> drawn(n);
  for (std::size_t i = 0; i < n; ++i) drawn[i] = scores[r.below(n, 2 * i)];
  const double mean = numeric::mean(drawn);
  const double shrink = std::sqrt(1 + h * h / variance);
  std::vector<double> out(n);
  for (std::size_t i = 0; i < n; ++i) {
    double moved = drawn[i] + h * r.normal(2 * i + 1);
    if (moved > 1) moved = 2 - moved;
    out[i] = std::max(mean + (moved - mean) / shrink, 1e-6);
  }
  return out;
}

/// Scores of all units against the units moved to where the drawn scores put them.
inline std::vector<double> replicate(const activities& all, const std::vector<double>& scores,
                                     const std::vector<double>& drawn, const bootstrap_options& options,
                                     const std::vector<std::size_t>& start) {
  matrix inputs = all.inputs;
  matrix outputs = all.outputs;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const auto row = static_cast<Eigen::Index>(i);
    if (options.towards == orientation::input)
      inputs.row(row) *= scores[i] / drawn[i];
    else
      outputs.row(row) *= drawn[i] / scores[i];
  }
  technology moved(std::move(inputs), std::move(outputs), options.scale);
  moved.start_from(start);
  std::vector<double> out;
  for (std::size_t i = 0; i < scores.size(); ++i)
    out.push_back(radial_score(
        moved.radial(technology::row_of(all.inputs, i), technology::row_of(all.outputs, i), options.towards, i),
        options.towards));
  return out;
}

inline void check_bootstrap(const bootstrap_options& options) {
  if (options.replicates < 2)
    throw spec_error({"replicates", "there are " + std::to_string(options.replicates), "ask for at least 2"});
  if (!(options.confidence > 0 && options.confidence < 1))
    throw spec_error({"confidence", number_text(options.confidence) + " is not between 0 and 1", "try 0.95"});
  if (!(options.bandwidth >= 0) || std::isinf(options.bandwidth))
    throw spec_error(
        {"bandwidth", number_text(options.bandwidth) + " is below 0 or not finite", "0 lets a rule choose"});
}

/// A note on each column in which there are values below 0, which no score is.
inline void note_negatives(bootstrap_scores& found) {
  const auto count = [&](const char* where, const char* what, const std::vector<double>& x) {
    const auto n = static_cast<std::size_t>(std::count_if(x.begin(), x.end(), [](double v) { return v < 0; }));
    if (n > 0)
      found.notes.push_back(
          {where, std::string(what) + " below 0: " + std::to_string(n) + "; the units are too few for the correction",
           n});
  };
  count("corrected", "corrected scores", found.corrected);
  count("low", "lower ends", found.low);
  count("high", "upper ends", found.high);
}

}  // namespace detail

QUINDEX_INLINE bootstrap_scores bootstrap(const table& data, const roles& names, const bootstrap_options& options) {
  detail::check_bootstrap(options);
  const activities all = activities::of(data, names);
  technology t(all.inputs, all.outputs, options.scale);
  bootstrap_scores out;
  out.units = all.units;
  for (std::size_t i = 0; i < t.size(); ++i) {
    out.scores.push_back(radial_score(t.radial(t.inputs_of(i), t.outputs_of(i), options.towards, i), options.towards));
    if (!(out.scores[i] > 0))
      throw data_error({"units/" + all.units[i], "its score is 0", "leave out units without outputs"});
  }
  const double sd = t.size() < 2 ? 0 : numeric::moments(out.scores).sd();
  if (!(sd > 0))
    throw data_error({"bootstrap", "all units have the same score", "a bootstrap needs units that differ"});
  out.bandwidth = options.bandwidth > 0 ? options.bandwidth : detail::reference_bandwidth(out.scores);
  const numeric::random_stream r(options.seed, "frontier.bootstrap");
  matrix found(static_cast<Eigen::Index>(options.replicates), static_cast<Eigen::Index>(t.size()));
  for (std::size_t b = 0; b < options.replicates; ++b) {
    const auto drawn =
        detail::smoothed_draw(out.scores, out.bandwidth, sd * sd, r.in_replicate(static_cast<std::uint32_t>(b)));
    const auto scores = detail::replicate(all, out.scores, drawn, options, t.needed());
    for (std::size_t i = 0; i < scores.size(); ++i)
      found(static_cast<Eigen::Index>(b), static_cast<Eigen::Index>(i)) = scores[i];
  }
  const double tail = (1 - options.confidence) / 2;
  for (std::size_t i = 0; i < t.size(); ++i) {
    const column_view x = column_of(found, static_cast<Eigen::Index>(i));
    const double score = out.scores[i];
    out.bias.push_back(numeric::mean(x) - score);
    out.corrected.push_back(score - out.bias[i]);
    out.low.push_back(2 * score - numeric::quantile(x, 1 - tail));
    out.high.push_back(2 * score - numeric::quantile(x, tail));
  }
  detail::note_negatives(out);
  return out;
}

}  // namespace frontier
QUINDEX_END
