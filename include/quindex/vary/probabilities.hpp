/// One of several things, each with its probability.
#pragma once

#include <cmath>
#include <vector>

#include "quindex/numeric/sum.hpp"
#include "quindex/vary/concept.hpp"

QUINDEX_BEGIN
namespace vary::detail {

/// Refuses probabilities of another number than the things, and such as do not sum to 1.
inline void check_probabilities(const std::vector<double>& probabilities, std::size_t things, const path& where) {
  if (probabilities.empty()) return;
  if (probabilities.size() != things)
    throw spec_error(
        {where.text(),
         "there are " + std::to_string(probabilities.size()) + " for " + std::to_string(things) + " values",
         "give one for each, or none for equal ones"});
  const double total = numeric::sum(probabilities);
  constexpr double rounding = 1e-9;
  if (!(std::abs(total - 1) <= rounding))
    throw spec_error({where.text(), "they sum to " + number_text(total), "probabilities sum to 1"});
}

/// Which of so many things the coordinate means: [0, 1) cut at the probabilities, in order; equal parts without them.
[[nodiscard]] inline std::size_t option_at(double u, std::size_t things, const std::vector<double>& probabilities) {
  if (probabilities.empty()) return std::min(static_cast<std::size_t>(u * static_cast<double>(things)), things - 1);
  double before = 0;
  std::size_t last = 0;  // of those with a probability at all, for what rounding leaves at the end
  for (std::size_t k = 0; k < things; ++k) {
    if (probabilities[k] > 0) last = k;
    before += probabilities[k];
    if (u < before) return k;
  }
  return last;
}

}  // namespace vary::detail
QUINDEX_END
