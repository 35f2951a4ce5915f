/// Bodies of frontier/data_envelopment.hpp.
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/frontier/data_envelopment.hpp"
#include "quindex/frontier/impl/super_slacks.ipp"
#include "quindex/numeric/sum.hpp"

QUINDEX_BEGIN
namespace frontier {
namespace detail {

/// Divides every column by a power of two of about its largest value; returns those.
inline std::vector<double> scale_columns(matrix& m) {
  std::vector<double> out;
  for (Eigen::Index j = 0; j < m.cols(); ++j) {
    int exponent = 0;
    const double most = m.rows() == 0 ? 0 : m.col(j).maxCoeff();
    if (most > 0) std::frexp(most, &exponent);
    out.push_back(std::ldexp(1.0, exponent));
    m.col(j) /= out.back();
  }
  return out;
}

/// Measures the units one after another; everything in scaled columns until the end.
class envelopment_analysis {
 public:
  envelopment_analysis(activities all, const roles& names, const envelopment_options& options)
      : options_(options), all_(std::move(all)) {
    std::vector<std::string> measures = names.inputs;
    measures.insert(measures.end(), names.outputs.begin(), names.outputs.end());
    out_.units = all_.units;
    out_.measures = labels(measures);
    scales_ = scale_columns(all_.inputs);
    const std::vector<double> more = scale_columns(all_.outputs);
    scales_.insert(scales_.end(), more.begin(), more.end());
    const auto n = static_cast<Eigen::Index>(all_.units.size());
    const auto width = static_cast<Eigen::Index>(scales_.size());
    out_.slacks = matrix::Constant(n, width, missing_value);
    out_.targets = out_.weights = out_.slacks;
    out_.scores.assign(all_.units.size(), missing_value);
    out_.objectives = out_.scores;
    out_.outcomes.assign(all_.units.size(), outcome::optimal);
    out_.peers.resize(all_.units.size());
  }

  efficiency run() {
    technology t(all_.inputs, all_.outputs, options_.scale);
    for (std::size_t i = 0; i < all_.units.size(); ++i) {
      if (options_.by == distance::radial) radial(t, i);
      if (options_.by == distance::additive) additive(t, i);
      if (options_.by == distance::slacks_based) slacks_based(t, i);
    }
    for (Eigen::Index j = 0; j < out_.slacks.cols(); ++j) {
      const double scale = scales_[static_cast<std::size_t>(j)];
      out_.slacks.col(j) *= scale;
      out_.targets.col(j) *= scale;
      out_.weights.col(j) /= scale;
    }
    return std::move(out_);
  }

 private:
  const envelopment_options options_;
  activities all_;
  std::vector<double> scales_;
  efficiency out_;

  [[nodiscard]] column_view measure(std::size_t j) const {
    const auto m = static_cast<std::size_t>(all_.inputs.cols());
    return j < m ? column_of(all_.inputs, static_cast<Eigen::Index>(j))
                 : column_of(all_.outputs, static_cast<Eigen::Index>(j - m));
  }

  /// 1 over the range of a column (or its largest value where it has none), or over its mean.
  [[nodiscard]] double slack_weight(std::size_t j, bool by_range) const {
    const column_view x = measure(j);
    const auto [low, high] = std::minmax_element(x.begin(), x.end());
    const double size = !by_range ? numeric::mean(x) : *high > *low ? *high - *low : *high;
    return size > 0 ? 1 / size : 0;
  }

  void keep_weights(std::size_t i, const std::vector<double>& duals, double factor) {
    for (std::size_t j = 0; j < scales_.size(); ++j)
      out_.weights(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = std::abs(duals[j]) * factor;
  }

  void keep_peers(std::size_t i, std::vector<numeric::peer> peers) {
    for (std::size_t j = 0; j < scales_.size(); ++j) {
      double sum = 0;
      for (const numeric::peer& one : peers) sum += one.share * measure(j)[one.point];
      out_.targets(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = sum;
    }
    out_.peers[i] = std::move(peers);
  }

  void keep_slacks(std::size_t i, const std::vector<double>& own, std::size_t from, double divisor) {
    for (std::size_t j = 0; j < scales_.size(); ++j) {
      const double slack = own[from + j] / divisor;
      out_.slacks(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = slack > 1e-9 ? slack : 0;
    }
  }

  /// The most slack at inputs x and outputs y, valued by `values`.
  program_answer most_slack(technology& t, const std::vector<double>& x, const std::vector<double>& y,
                            const std::vector<double>& values, std::size_t i) {
    numeric::linear_program p = t.empty_program(scales_.size());
    for (std::size_t j = 0; j < scales_.size(); ++j) {
      const bool is_input = j < x.size();
      p.cost[j] = -values[j];
      p.relations[j] = numeric::row_relation::equal;
      p.right[j] = is_input ? x[j] : y[j - x.size()];
      p.rows(static_cast<Eigen::Index>(j), static_cast<Eigen::Index>(j)) = is_input ? 1 : -1;
    }
    const std::optional<std::size_t> own(i);
    return t.solve(p, own, options_.super_efficiency ? own : std::nullopt);
  }

  void radial(technology& t, std::size_t i) {
    std::vector<double> x = t.inputs_of(i);
    std::vector<double> y = t.outputs_of(i);
    const std::optional<std::size_t> own(i);
    program_answer first = t.radial(x, y, options_.towards, own, options_.super_efficiency ? own : std::nullopt);
    out_.scores[i] = radial_score(first, options_.towards);
    if (first.status != numeric::program_status::optimal) {
      const bool infeasible = first.status == numeric::program_status::infeasible;
      out_.outcomes[i] = infeasible ? outcome::infeasible : outcome::unbounded;
      return;
    }
    out_.objectives[i] = std::abs(first.value);
    keep_weights(i, first.duals, 1);
    const bool shrinks = options_.towards == orientation::input;
    for (double& value : shrinks ? x : y) value *= out_.objectives[i];
    std::vector<double> values;
    for (std::size_t j = 0; j < scales_.size(); ++j) values.push_back(slack_weight(j, false));
    program_answer second = most_slack(t, x, y, values, i);
    if (second.status != numeric::program_status::optimal) {  // the factor is off by a rounding error: no slack is left
      second = std::move(first);
      second.own.assign(scales_.size(), 0.0);
    }
    keep_slacks(i, second.own, 0, 1);
    keep_peers(i, std::move(second.peers));
  }

  void additive(technology& t, std::size_t i) {
    std::vector<double> values;
    for (std::size_t j = 0; j < scales_.size(); ++j)
      values.push_back(options_.slacks == slack_weights::range ? slack_weight(j, true) : scales_[j]);
    const program_answer found = proven(most_slack(t, t.inputs_of(i), t.outputs_of(i), values, i), all_.units[i]);
    keep_weights(i, found.duals, 1);
    keep_slacks(i, found.own, 0, 1);
    keep_peers(i, found.peers);
    out_.objectives[i] = std::abs(found.value) <= 1e-9 ? 0 : -found.value;
    double shares = 0;
    for (std::size_t j = 0; j < scales_.size(); ++j)
      shares += slack_weight(j, true) * out_.slacks(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j));
    out_.scores[i] = 1 - shares / static_cast<double>(scales_.size());
  }

  /// Tone's fractional program, made linear by the factor t of Charnes and Cooper, which is its first column.
  void slacks_based(technology& t, std::size_t i) {
    const std::vector<double> x = t.inputs_of(i);
    const std::vector<double> y = t.outputs_of(i);
    numeric::linear_program p = t.empty_program(1 + scales_.size(), 1);
    const sides counted{options_.both_sides || options_.towards == orientation::input,
                        options_.both_sides || options_.towards == orientation::output};
    const auto last = static_cast<Eigen::Index>(p.right.size()) - 1;
    p.cost[0] = 1;
    for (std::size_t j = 0; j < scales_.size(); ++j) {
      const bool is_input = j < x.size();
      const double value = is_input ? x[j] : y[j - x.size()];
      const auto row = static_cast<Eigen::Index>(j);
      p.relations[j] = numeric::row_relation::equal;
      p.rows(row, 0) = -value;
      p.rows(row, row + 1) = is_input ? 1 : -1;
      if (value == 0) continue;
      if (is_input && counted.inputs) p.cost[j + 1] = -1 / (used(x) * value);
      if (!is_input && counted.outputs) p.rows(last, row + 1) = 1 / (used(y) * value);
    }
    if (t.scale() != returns::constant) {
      p.rows(last - 1, 0) = -1;
      p.right[static_cast<std::size_t>(last) - 1] = 0;
    }
    p.rows(last, 0) = 1;
    p.right[static_cast<std::size_t>(last)] = 1;
    program_answer found = proven(t.solve(p, i), all_.units[i]);
    if (options_.super_efficiency && found.value >= 1 - 1e-9) return beyond(t, i, counted);
    const double factor = found.own[0];
    keep_weights(i, found.duals, 1);
    keep_slacks(i, found.own, 1, factor);
    for (numeric::peer& one : found.peers) one.share /= factor;
    keep_peers(i, std::move(found.peers));
    out_.objectives[i] = out_.scores[i] = std::abs(found.value - 1) <= 1e-9 ? 1 : found.value;
  }

  /// The slacks-based super-efficiency of an efficient unit.
  void beyond(technology& t, std::size_t i, sides counted) {
    program_answer found = super_slacks(t, i, counted);
    if (found.status == numeric::program_status::infeasible) {
      out_.outcomes[i] = outcome::infeasible;
      return;
    }
    found = proven(std::move(found), all_.units[i]);
    const double factor = found.own[0];
    keep_weights(i, found.duals, 1);
    for (numeric::peer& one : found.peers) one.share /= factor;
    keep_peers(i, std::move(found.peers));
    std::vector<double> left;  // of the point that its inputs and outputs are moved to, beyond what the peers do
    for (std::size_t j = 0; j < scales_.size(); ++j) {
      const bool is_input = j < t.input_count();
      const double share = found.own[j + 1] / factor;
      const double moved = measure(j)[i] * (is_input ? 1 + share : 1 - share);
      const double target = out_.targets(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j));
      left.push_back(is_input ? moved - target : target - moved);
    }
    keep_slacks(i, left, 0, 1);
    out_.objectives[i] = out_.scores[i] = std::abs(found.value - 1) <= 1e-9 ? 1 : found.value;
  }
};

}  // namespace detail

QUINDEX_INLINE efficiency data_envelopment(const table& data, const roles& names, const envelopment_options& options) {
  if (options.super_efficiency && options.by == distance::additive)
    throw spec_error({"super_efficiency", "the distance is additive", "use distance 'radial' or 'slacks_based'"});
  if (options.by == distance::additive && options.slacks == slack_weights::range && options.scale != returns::variable)
    throw spec_error({"returns",
                      "range-adjusted slacks are defined under variable returns, where none exceeds its range",
                      "use returns 'variable', or slack_weights 'one'"});
  return detail::envelopment_analysis(activities::of(data, names), names, options).run();
}

QUINDEX_INLINE scale_analysis scale_efficiency(const table& data, const roles& names, orientation towards) {
  activities all = activities::of(data, names);
  detail::scale_columns(all.inputs);
  detail::scale_columns(all.outputs);
  const auto measured = [&](returns scale) {
    technology t(all.inputs, all.outputs, scale);
    std::vector<double> out;
    for (std::size_t i = 0; i < t.size(); ++i)
      out.push_back(radial_score(t.radial(t.inputs_of(i), t.outputs_of(i), towards, i), towards));
    return out;
  };
  scale_analysis out{all.units, measured(returns::constant), measured(returns::variable),
                     measured(returns::non_increasing)};
  constexpr double same = 1e-8;
  for (std::size_t i = 0; i < out.constant.size(); ++i) {
    const bool nothing = out.variable[i] == 0;  // a unit without outputs
    const double ratio = nothing ? missing_value : std::min(out.constant[i] / out.variable[i], 1.0);
    out.scale.push_back(std::abs(ratio - 1) <= same ? 1 : ratio);
    out.local.push_back(nothing || out.scale[i] == 1 ? returns::constant
                        : std::abs(out.non_increasing[i] - out.variable[i]) <= same * out.variable[i]
                            ? returns::non_increasing
                            : returns::non_decreasing);
  }
  return out;
}

}  // namespace frontier
QUINDEX_END
