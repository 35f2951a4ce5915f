/// Scores as quotients of lines in one weight, where they are, and where two of them cross.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include "quindex/compute/chosen.hpp"
#include "quindex/robustness/impl/moved_weight.ipp"

QUINDEX_BEGIN
namespace robustness::detail {

/// f(score) = (a + b t) / (c + d t), t being what the weight has moved by; `size` bounds what a + b t is made of.
struct score_line {
  bool is_there = false;
  double a = 0, b = 0, c = 1, d = 0, size = 0;
};

/// The f of which a group's score is the mean, nothing where it is no mean.
struct mean_kind {
  numeric::mean_of f = numeric::mean_of::values;
  double power = 1;
  bool counts_once = false;  ///< An unweighted sum: weights say who counts.
  [[nodiscard]] bool is_like(const mean_kind& other) const { return f == other.f && power == other.power; }
  [[nodiscard]] bool falls() const {
    return f == numeric::mean_of::reciprocals || (f == numeric::mean_of::powers && power < 0);
  }
  [[nodiscard]] double forward(double z) const {
    switch (f) {
      case numeric::mean_of::logarithms:
        return std::log(z);
      case numeric::mean_of::reciprocals:
        return 1 / z;
      case numeric::mean_of::powers:
        return std::pow(z, power);
      case numeric::mean_of::values:
        break;
    }
    return z;
  }
};
[[nodiscard]] inline std::optional<mean_kind> mean_kind_of(const aggregate::method& method) {
  if (const auto* added = method.as<aggregate::sum>()) return mean_kind{.counts_once = !added->weighted};
  return method.visit([](const auto& m) -> std::optional<mean_kind> {
    if constexpr (requires { m.as_mean(); }) {
      const auto job = m.as_mean();
      if (job) return mean_kind{job->f, job->f == numeric::mean_of::powers ? job->power : 1};
    }
    return std::nullopt;
  });
}

/// The lines of all units for one moving weight; `found()` is false where there are none.
class score_lines {
 public:
  score_lines(const result& r, const moving& what) : r_(r), state_(r.index().state()), what_(what) {
    found_ = build() && meets_the_scores();
  }
  [[nodiscard]] bool found() const { return found_; }
  [[nodiscard]] const score_line& operator[](std::size_t unit) const { return lines_[unit]; }
  /// Whether the score rises where f(score) falls.
  [[nodiscard]] bool falls() const { return kind_.falls(); }

 private:
  bool build();
  bool first_group();
  bool next_group(std::size_t step);
  bool meets_the_scores() const;
  /// A child's scores as the group sees them: turned and filled.
  [[nodiscard]] std::vector<double> child_scores(std::size_t group, std::size_t place) const;

  const result& r_;
  const fitted_state& state_;
  const moving& what_;
  missing::rule rule_;
  mean_kind kind_;
  std::vector<score_line> lines_;
  bool found_ = false;
};

inline std::vector<double> score_lines::child_scores(std::size_t group, std::size_t place) const {
  const fitted_group& fitted = state_.groups[group];
  const std::size_t child = r_.framework().at(group).children[place];
  const column_view x = column_of(r_.scores(), static_cast<Eigen::Index>(child));
  std::vector<double> out(x.begin(), x.end());
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (fitted.mirror[place]) out[i] = *fitted.mirror[place] - out[i];
    if (!is_missing(out[i])) continue;
    if (rule_.what == missing::rule::kind::zero) out[i] = 0;
    if (!fitted.fills.empty()) out[i] = fitted.fills[place].at(r_.data().groups(), i).value_or(missing_value);
  }
  return out;
}

inline bool score_lines::build() {
  const spec& recipe = state_.recipe;
  rule_ = recipe.missing.visit([](const auto& m) { return m.rule(); });
  for (std::size_t k = 0; k < what_.groups.size(); ++k) {
    const auto kind = mean_kind_of(quindex::detail::chosen(recipe.aggregate, recipe.framework, what_.groups[k], false));
    if (!kind || (k > 0 && !kind->is_like(kind_))) return false;
    if (k == 0) kind_ = *kind;
  }
  if (!first_group()) return false;
  for (std::size_t k = 1; k < what_.groups.size(); ++k)
    if (!next_group(k)) return false;
  return true;
}

inline bool score_lines::first_group() {
  const std::size_t group = what_.groups.front();
  const std::vector<double>& fitted = state_.groups[group].weights;
  const double w = fitted[what_.place];
  const bool renormalises = rule_.what == missing::rule::kind::renormalise;
  const bool propagates = rule_.what == missing::rule::kind::propagate;
  const bool once =
      mean_kind_of(quindex::detail::chosen(state_.recipe.aggregate, r_.framework(), group, false))->counts_once;
  if (once && (w == 0 || w == 1)) return false;  // a child comes in as soon as it weighs anything
  const std::vector<double> none = weights_at(fitted, what_.place, 0);
  const column_view own = column_of(r_.scores(), static_cast<Eigen::Index>(group));
  std::vector<bool> is_there(r_.units().size(), false), others_are(r_.units().size(), false);
  lines_.assign(r_.units().size(), {});
  for (std::size_t i = 0; i < lines_.size(); ++i)
    lines_[i] = {!is_missing(own[i]), 0, 0, renormalises ? 0.0 : 1.0, 0, 0};
  for (std::size_t c = 0; c < fitted.size(); ++c) {
    const std::vector<double> z = child_scores(group, c);
    const column_view raw = column_of(r_.scores(), static_cast<Eigen::Index>(r_.framework().at(group).children[c]));
    const bool moves = c == what_.place;
    if (!moves && none[c] == 0) continue;  // left out, whatever the weight
    const double at = moves ? w : fitted[c], slope = moves ? 1 : -none[c];
    for (std::size_t i = 0; i < z.size(); ++i) {
      // Whether somebody has a score must not depend on the weight.
      if (is_missing(raw[i]) && (w == 0 || w == 1 || (!propagates && rule_.floor > 0))) return false;
      score_line& line = lines_[i];
      if (!line.is_there) continue;
      if (is_missing(z[i])) {
        if (!renormalises) return false;
        continue;
      }
      const double f = kind_.forward(z[i]);
      if (!std::isfinite(f)) return false;
      line.a += once ? f : at * f;
      line.b += once ? 0 : slope * f;
      line.size += std::abs(f);
      if (renormalises && once) line.c = 1;
      if (!renormalises || once) continue;
      line.c += at, line.d += slope;
      (moves ? is_there : others_are)[i] = true;
    }
  }
  // What a child makes up for alone, or is missing from, stays: both lines have the same root, at an end.
  for (std::size_t i = 0; i < lines_.size() && renormalises; ++i)
    if (!is_there[i] || !others_are[i]) lines_[i].b = lines_[i].d = 0;
  return true;
}

/// A child's line where m − s enters instead of s.
[[nodiscard]] inline score_line turned(const score_line& x, std::optional<double> m) {
  if (!m) return x;
  return {x.is_there, *m * x.c - x.a, *m * x.d - x.b, x.c, x.d, x.size + std::abs(*m)};
}
/// The group's line, (fixed + w s) / whole, of a child's line s.
[[nodiscard]] inline score_line raised(const score_line& x, double fixed, double w, double whole, double size) {
  return {true, fixed * x.c + w * x.a, fixed * x.d + w * x.b, whole * x.c, whole * x.d, size + x.size};
}

inline bool score_lines::next_group(std::size_t step) {
  const std::size_t group = what_.groups[step];
  const std::vector<double>& weights = state_.groups[group].weights;
  const bool once =
      mean_kind_of(quindex::detail::chosen(state_.recipe.aggregate, r_.framework(), group, false))->counts_once;
  const bool renormalises = rule_.what == missing::rule::kind::renormalise && !once;
  const std::size_t place = what_.below[step];
  const std::optional<double> mirror = state_.groups[group].mirror[place];
  if (mirror && kind_.f != numeric::mean_of::values) return false;
  std::vector<double> fixed(lines_.size(), 0.0), there(lines_.size(), 0.0), size(lines_.size(), 0.0);
  for (std::size_t c = 0; c < weights.size(); ++c) {
    if (weights[c] == 0) continue;
    const std::vector<double> z = child_scores(group, c);
    for (std::size_t i = 0; i < z.size(); ++i) {
      if (is_missing(z[i]) || (c == place && lines_[i].is_there)) continue;
      const double f = kind_.forward(z[i]);
      if (!std::isfinite(f)) return false;
      fixed[i] += once ? f : weights[c] * f;
      there[i] += weights[c];
      size[i] += std::abs(f);
    }
  }
  const double w = weights[place] != 0 && once ? 1 : weights[place];
  const column_view own = column_of(r_.scores(), static_cast<Eigen::Index>(group));
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    score_line& line = lines_[i];
    if (line.is_there)
      line = raised(turned(line, mirror), fixed[i], w, renormalises ? there[i] + w : 1, size[i]);
    else
      line = {false, fixed[i], 0, renormalises ? there[i] : 1, 0, size[i]};
    line.is_there = !is_missing(own[i]);
  }
  return true;
}

/// The lines at the fitted weight against the scores as computed.
inline bool score_lines::meets_the_scores() const {
  const column_view scores = column_of(r_.scores(), static_cast<Eigen::Index>(what_.groups.back()));
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const score_line& line = lines_[i];
    if (is_missing(scores[i]) == line.is_there) return false;
    if (!line.is_there) continue;
    const double f = kind_.forward(scores[i]);
    if (!(std::abs(line.a / line.c - f) <= 1e-9 * (line.size / line.c))) return false;
  }
  return true;
}

/// Where two units change places as the weight moves by t: q₀ + q₁ t + q₂ t² is above 0 where the first is ahead.
struct crossing {
  bool is_tied = false;                                    ///< Equal at t = 0.
  bool is_same = false;                                    ///< Equal for all t.
  double ahead = 0;                                        ///< 1 or −1: the first is ahead or behind at t = 0.
  std::array<double, 2> at{missing_value, missing_value};  ///< Where the sign changes, if at all; not 0.
};
[[nodiscard]] inline crossing crossing_of(const score_line& x, const score_line& y) {
  const double size = x.size * (std::abs(y.c) + std::abs(y.d)) + y.size * (std::abs(x.c) + std::abs(x.d));
  const auto whole = [&](double q) { return std::abs(q) <= 1e-13 * size ? 0.0 : q; };
  const double q0 = whole(x.a * y.c - y.a * x.c);
  const double q1 = whole(x.a * y.d + x.b * y.c - y.a * x.d - y.b * x.c);
  const double q2 = whole(x.b * y.d - y.b * x.d);
  crossing out{q0 == 0, q0 == 0 && q1 == 0 && q2 == 0, q0 > 0 ? 1.0 : q0 < 0 ? -1.0 : 0.0};
  if (q0 == 0) {
    if (q1 != 0 && q2 != 0) out.at[0] = -q1 / q2;
    return out;
  }
  if (q2 == 0) {
    if (q1 != 0) out.at[0] = -q0 / q1;
    return out;
  }
  const double inside = q1 * q1 - 4 * q0 * q2;
  if (!(inside > 0)) return out;
  const double half = -0.5 * (q1 + std::copysign(std::sqrt(inside), q1));  // no cancellation
  out.at = {half / q2, q0 / half};
  return out;
}

}  // namespace robustness::detail
QUINDEX_END
