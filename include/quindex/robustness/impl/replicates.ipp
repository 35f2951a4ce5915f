/// What the questions to outcomes share: refusals, kept scores, counts of ranks.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "quindex/base/text.hpp"
#include "quindex/robustness/outcomes.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

inline void check_level(const char* where, double level) {
  if (!(level > 0 && level < 1))
    throw spec_error(
        {std::string(where) + ".level", "found " + number_text(level), "give a number above 0 and below 1"});
}
inline void check_scores(const char* where, const outcomes& o) {
  if (o.design().scores) return;
  throw spec_error({where, "the scores of the replicates were not counted", "run the design with scores = true"});
}
inline void check_kept(const char* where, const outcomes& o) {
  if (o.is_kept()) return;
  throw spec_error({where, "the scores of the replicates were not kept",
                    "run the design with keep = true; ranks, means and standard deviations need no scores"});
}
/// The probabilities of the ends of an interval and the middle one; 1 − 0.9 is not quite 0.1, nor meant to be less.
[[nodiscard]] inline std::vector<double> ends_and_middle(double level) {
  const double low = std::round((1 - level) / 2 * 1e15) / 1e15;
  return {low, 0.5, 1 - low};
}
inline void check_probabilities(const char* where, const std::vector<double>& all) {
  for (const double p : all)
    if (!(p >= 0 && p <= 1))
      throw spec_error({where, number_text(p) + " is no probability", "give numbers from 0 to 1"});
}

/// A column of what was kept: a unit's scores by replicate done.
[[nodiscard]] inline std::vector<double> kept_scores(const node_counts& node, std::size_t unit) {
  const std::size_t n = node.units.size();
  std::vector<double> out(node.kept.size() / n);
  for (std::size_t r = 0; r < out.size(); ++r) out[r] = node.kept[r * n + unit];
  return out;
}

/// The rank counts of one unit, asked.
class ranks_seen {
 public:
  ranks_seen(const outcomes& o, const rank_counts& counted) : o_(o), counted_(counted) {
    for (std::uint32_t k = 0; k < counted.counts.size(); ++k)
      if (counted.counts[k] != 0) bins_.push_back(k), n_ += counted.counts[k];
  }
  [[nodiscard]] std::uint64_t count() const { return n_; }
  [[nodiscard]] double best() const { return n_ == 0 ? missing_value : rank(0); }
  [[nodiscard]] double worst() const { return n_ == 0 ? missing_value : rank(counted_.counts.size() - 1); }
  [[nodiscard]] double expected() const {
    double sum = 0;  // of whole numbers and halves: exact
    for (const std::uint32_t k : bins_) sum += rank(k) * counted_.counts[k];
    return n_ == 0 ? missing_value : sum / static_cast<double>(n_);
  }
  [[nodiscard]] double sd() const {
    if (n_ < 2) return missing_value;
    const double centre = expected();
    double squares = 0;
    for (const std::uint32_t k : bins_) squares += (rank(k) - centre) * (rank(k) - centre) * counted_.counts[k];
    return std::sqrt(squares / static_cast<double>(n_ - 1));
  }
  /// Type 7: between the two ranks on either side of place (n − 1) p, counted from 0.
  [[nodiscard]] double quantile(double p) const {
    if (n_ == 0) return missing_value;
    // 0.1 * 30 is not 3: places that miss a whole number by rounding are meant to be whole.
    constexpr double rounding = 4 * 2.220446049250313e-16;
    const double place = static_cast<double>(n_ - 1) * p, slack = rounding * std::max(1.0, place);
    const double below = std::floor(place + slack);
    const double share = std::abs(place - below) <= slack ? 0 : place - below;
    const double low = at(static_cast<std::uint64_t>(below));
    if (share == 0) return low;
    const double high = at(static_cast<std::uint64_t>(below) + 1);
    return low == high ? low : (1 - share) * low + share * high;
  }

 private:
  [[nodiscard]] double rank(std::size_t k) const { return o_.rank_of_bin(counted_.first + k); }
  [[nodiscard]] double at(std::uint64_t place) const {
    std::uint64_t so_far = 0;
    std::size_t k = 0;
    while (k + 1 < bins_.size() && (so_far += counted_.counts[bins_[k]]) <= place) ++k;
    return rank(bins_[k]);
  }

  const outcomes& o_;
  const rank_counts& counted_;
  std::vector<std::uint32_t> bins_{};  // with something in them
  std::uint64_t n_ = 0;
};

}  // namespace robustness::detail
QUINDEX_END
