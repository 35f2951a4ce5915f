/// Bodies of weigh/given.hpp.
#pragma once

#include "quindex/weigh/given.hpp"

QUINDEX_BEGIN
namespace weigh {

QUINDEX_INLINE void given::check(const path& where) const {
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const auto& [code, weight] = weights[i];
    const std::string at = (where / "weights" / code).text();
    if (!std::isfinite(weight) || weight < 0)
      throw spec_error({at, "the weight is " + number_text(weight), "weights are 0 or more"});
    for (std::size_t k = 0; k < i; ++k)
      if (weights[k].first == code) throw spec_error({at, "the code stands twice", "keep one of them"});
  }
}

QUINDEX_INLINE std::vector<double> given::fit(const group& g) const {
  std::vector<double> out;
  std::vector<std::string> without;
  for (const std::string& child : g.children) {
    const auto at =
        std::find_if(weights.begin(), weights.end(), [&](const auto& entry) { return entry.first == child; });
    if (at == weights.end())
      without.push_back(child);
    else
      out.push_back(at->second);
  }
  if (out.empty()) return g.given;
  if (!without.empty())
    throw spec_error({g.where(), "there are weights for some children, none for " + listed(without),
                      "give every child of the group a weight; 0 leaves it out"});
  if (std::all_of(out.begin(), out.end(), [](double w) { return w == 0; }))
    throw spec_error({g.where(), "all weights are 0", "give at least one child a weight above 0"});
  return out;
}

}  // namespace weigh
QUINDEX_END
