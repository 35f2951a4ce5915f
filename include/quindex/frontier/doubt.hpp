/// Benefit of the doubt in its further forms: bounds by indicator and group, directional, robust, common weights.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "quindex/model/table.hpp"
#include "quindex/numeric/envelopment.hpp"

QUINDEX_BEGIN
namespace frontier {

/// Together these indicators have a share from `low` to `high`.
struct share_rule {
  std::vector<std::string> of;
  double low = 0;
  double high = 1;
};
/// The share of one indicator is from `low` to `high` times that of another.
struct ratio_rule {
  std::string over;
  std::string under;
  double low = 0;
  double high = std::numeric_limits<double>::infinity();
};

/// What the shares have to keep to.
struct doubt_options {
  std::vector<share_rule> shares{};  ///< Bounds of shares in the sum.
  std::vector<ratio_rule> ratios{};  ///< Bounds of ratios of two.
  /// Shares in the sum of the weights, or in what the indicators contribute to a unit's own score.
  numeric::restricted on = numeric::restricted::weights;
};

/// Scores with the weights that give them; rows are units, columns indicators.
struct doubt {
  labels units{};
  labels indicators{};
  std::vector<double> scores{};  ///< High is better, 1 is the best.
  matrix weights{};
  matrix shares{};  ///< What each indicator contributes, as a share of the score; 0 where the score is 0.
  std::vector<std::vector<numeric::peer>> peers{};
};

/// Benefit of the doubt of a table of indicators that are better when high and at least 0; Melyn and Moesen (1991);
/// Cherchye, Moesen, Rogge and Van Puyenbroeck (2007) for the bounds. Throws `spec_error` naming the bounds that cannot
/// hold together, `data_error` for missing or negative values.
[[nodiscard]] doubt benefit_of_the_doubt(const table& data, const doubt_options& options = {});

/// Directional: the largest b for which a unit's values plus b times `direction` lie inside the frontier; the score is
/// 1 / (1 + b), 1 at the frontier.
///
/// Fusco (2015), Enhancing non-compensatory composite indicators: a directional proposal, European Journal of
/// Operational Research 242(2). The direction has one value of at least 0 for each indicator, not all of them 0; with a
/// unit's own values as direction it would be the radial score.
[[nodiscard]] doubt directional_doubt(const table& data, const std::vector<double>& direction);

/// How the robust form draws its samples.
struct order_options {
  std::size_t order = 30;        ///< m, the size of a sample.
  std::size_t replicates = 200;  ///< How many samples.
  std::uint64_t seed = 0;        ///< Where the random numbers come from.
};
/// Scores that a few outstanding units cannot push down.
struct robust_doubt {
  labels units{};
  std::vector<double> scores{};  ///< The mean over the samples; above 1 where a unit beats the usual sample.
  std::vector<double> errors{};  ///< The standard error of that mean from the number of samples.
};
/// Robust: the mean score of a unit against samples of m units drawn with replacement, itself included or not; Cazals,
/// Florens and Simar (2002), Nonparametric frontier estimation, Journal of Econometrics 106(1).
///
/// One sample serves all units in each replicate. Throws `data_error` naming the indicator that a whole sample has
/// nothing of, which would make scores unbounded.
[[nodiscard]] robust_doubt order_m_doubt(const table& data, const order_options& options = {});

/// How common weights are chosen.
struct common_options {
  double balance = 1;       ///< t: 1 for the smallest sum of shortfalls, 0 for the smallest largest one.
  bool against_own = true;  ///< Shortfalls from each unit's own best score (Despotis), or from 1 (Hatefi and Torabi).
  double lowest_share = 0;  ///< Of each indicator in the sum of the weights.
};
/// One set of weights for all units, nearest to what each unit would choose: min t mean d + (1 - t) max d, where d is
/// the shortfall of a unit from its own best score, or from 1.
///
/// Despotis (2005), A reassessment of the human development index via data envelopment analysis, Journal of the
/// Operational Research Society 56(8); Hatefi and Torabi (2010), A common weight MCDA-DEA approach to construct
/// composite indicators, Ecological Economics 70(1).
[[nodiscard]] doubt common_weights_doubt(const table& data, const common_options& options = {});

}  // namespace frontier
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/frontier/impl/doubt.ipp"
#include "quindex/frontier/impl/doubt_forms.ipp"
#endif
