/// Bodies of robustness/one_at_a_time.hpp.
#pragma once

#include <algorithm>
#include <string>

#include "quindex/numeric/order.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/robustness/impl/sensitivity_parts.ipp"
#include "quindex/robustness/one_at_a_time.hpp"

QUINDEX_BEGIN
namespace robustness {
namespace detail {

QUINDEX_INLINE void check_one_at_a_time(const one_at_a_time_options& how) {
  if (how.levels < 2)
    throw spec_error({"one_at_a_time.levels", "found " + std::to_string(how.levels), "give 2 or more, such as 9"});
  if (!(how.low > 0 && how.low < how.high && how.high < 1))
    throw spec_error({"one_at_a_time", "the quantiles are " + number_text(how.low) + " and " + number_text(how.high),
                      "give two numbers inside (0, 1), the low one first"});
  if (how.draws == 0) throw spec_error({"one_at_a_time.draws", "found 0", "give 1 or more, such as 100"});
}

/// A factor alone: its engine, and what its levels are called.
class lone_factor {
 public:
  lone_factor(const spec& recipe, const table& data, const design& d, std::size_t f, const one_at_a_time_options& how)
      : how_(how), engine_(recipe, data, alone(d, f, how), {how.executor, how.fast, 256}, how.draws) {
    out_.factor = d.factors[f].name;
    out_.has_levels = engine_.dimension() == 1 && is_ordered();
    if (out_.has_levels)
      choose_levels();
    else
      choose_draws();
  }

  [[nodiscard]] const evaluator& engine() const { return engine_; }
  /// Runs all levels.
  [[nodiscard]] factor_curve run(column_view nominal) {
    evaluation found;
    ranked_evaluation ranked;
    evaluate_ranked(engine_, sources_, nominal, how_.executor, true, true, found, ranked);
    out_.shift = ranked.shift;
    out_.ranks = ranked.ranks.transpose();
    out_.scores.resize(out_.ranks.rows(), out_.ranks.cols());
    for (std::size_t r = 0; r < found.replicates; ++r)
      for (std::size_t i = 0; i < found.units; ++i)
        out_.scores(static_cast<Eigen::Index>(r), static_cast<Eigen::Index>(i)) = found.at(0, r)[i];
    for (const failed_source& one : found.failures)
      out_.failures.push_back({one.place, out_.factor + " " + out_.levels[one.place], one.why});
    return std::move(out_);
  }

 private:
  static design alone(design d, std::size_t f, const one_at_a_time_options& how) {
    d = watching(std::move(d), how.node);
    d.factors = {factor(d.factors[f])};
    d.correlation.clear();
    d.draws = how.draws;
    return d;
  }
  [[nodiscard]] double number_at(double u, std::size_t row) const {
    const source one{row, {}, nullptr};
    return engine_.of().factors[0].number({&u, 1}, engine_.of().stream(0, one));
  }
  [[nodiscard]] std::string level_at(std::span<const double> u, std::size_t row) const {
    const source one{row, {}, nullptr};
    return engine_.of().factors[0].level(u, engine_.of().stream(0, one));
  }
  /// Has its coordinate a meaning, or does it only stand for random numbers?
  [[nodiscard]] bool is_ordered() const {
    const double middle = 0.5;
    return !is_missing(number_at(middle, 0)) || !level_at({&middle, 1}, 0).empty();
  }

  /// The even grid of quantiles, or all options; what is the same as the level before is left out.
  void choose_levels() {
    const bool is_choice = engine_.of().factors[0].chooses();
    const std::size_t count = is_choice ? 2000 : how_.levels;
    for (std::size_t k = 0; k < count; ++k) {
      const double share = static_cast<double>(k) / static_cast<double>(count - 1);
      const double u = is_choice ? (static_cast<double>(k) + 0.5) / 2000 : how_.low + (how_.high - how_.low) * share;
      const double number = number_at(u, 0);
      if (!out_.numbers.empty() && number == out_.numbers.back()) continue;
      out_.coordinates.push_back(u);
      out_.numbers.push_back(number);
      out_.levels.push_back(level_at({&u, 1}, 0));
    }
    for (std::size_t k = 0; k < out_.coordinates.size(); ++k) {
      sources_.push_back({0, {}, &out_.coordinates[k]});
      if (out_.coordinates[k] <= how_.low) out_.low_level = k;
      if (out_.coordinates[k] <= how_.high + 1e-12) out_.high_level = k;
    }
  }
  void choose_draws() {
    std::vector<double> u(engine_.dimension());
    for (std::size_t r = 0; r < how_.draws; ++r) {
      sources_.push_back({r, {}, nullptr});
      engine_.coordinates(sources_.back(), u);
      out_.coordinates.push_back(missing_value);
      out_.numbers.push_back(engine_.of().factors[0].number(u, engine_.of().stream(0, sources_.back())));
      out_.levels.push_back(level_at(u, r));
    }
  }

  const one_at_a_time_options& how_;
  evaluator engine_;
  std::vector<source> sources_{};
  factor_curve out_{};
};

/// The output by level of one factor.
QUINDEX_INLINE std::vector<double> output_of(const factor_curve& curve, bool of_unit, std::size_t unit,
                                             unit_output output) {
  if (!of_unit) return curve.shift;
  const matrix& from = output == unit_output::rank ? curve.ranks : curve.scores;
  const column_view x = column_of(from, static_cast<Eigen::Index>(unit));
  return {x.begin(), x.end()};
}

}  // namespace detail

QUINDEX_INLINE one_at_a_time_result one_at_a_time(const spec& recipe, const table& data, const design& d,
                                                  const one_at_a_time_options& how) {
  detail::check_one_at_a_time(how);
  const std::vector<issue> wrong = validate(recipe, data, d);
  if (!wrong.empty()) throw spec_error(wrong.front());
  one_at_a_time_result out;
  for (std::size_t f = 0; f < d.factors.size(); ++f) {
    detail::lone_factor one(recipe, data, d, f, how);
    if (f == 0) {
      out.node = one.engine().nominal().nodes()[one.engine().watched().front()];
      out.units = one.engine().units();
      out.nominal_ranks = detail::nominal_ranks_of(one.engine());
      out.nominal_scores = one.engine().nominal_scores(0);
    }
    out.factors.push_back(one.run(out.nominal_ranks));
  }
  return out;
}

QUINDEX_INLINE tornado tornado_of(const one_at_a_time_result& found, const std::string& unit, unit_output output) {
  const bool of_unit = !unit.empty();
  const std::size_t at = of_unit ? detail::unit_position("tornado.unit", found.units, unit) : 0;
  tornado out;
  out.output = detail::output_name(unit, output);
  out.nominal = !of_unit ? 0 : output == unit_output::rank ? found.nominal_ranks[at] : found.nominal_scores[at];
  const std::size_t d = found.factors.size();
  std::vector<double> width(d), ends[4];
  for (std::vector<double>& end : ends) end.assign(d, missing_value);
  for (std::size_t f = 0; f < d; ++f) {
    const factor_curve& curve = found.factors[f];
    const std::vector<double> y = detail::output_of(curve, of_unit, at, output);
    const numeric::extent reach = numeric::range(y);
    if (curve.has_levels && !y.empty()) {
      ends[0][f] = y[curve.low_level];
      ends[1][f] = y[curve.high_level];
    }
    ends[2][f] = reach.low;
    ends[3][f] = reach.high;
    width[f] = reach.high - reach.low;
  }
  std::vector<std::string> names;
  std::vector<double>* const to[] = {&out.at_low, &out.at_high, &out.lowest, &out.highest};
  for (const std::size_t f : numeric::order(width, true)) {
    names.push_back(found.factors[f].factor);
    for (std::size_t e = 0; e < 4; ++e) to[e]->push_back(ends[e][f]);
  }
  out.factors = labels(std::move(names));
  return out;
}

}  // namespace robustness
QUINDEX_END
