/// Bodies of screen/availability.hpp.
#pragma once

#include <algorithm>

#include "quindex/base/text.hpp"
#include "quindex/screen/availability.hpp"

QUINDEX_BEGIN
namespace screen {

QUINDEX_INLINE void availability::check(const path& where) const {
  for (const std::string& unit : keep)
    if (std::find(drop.begin(), drop.end(), unit) != drop.end())
      throw spec_error({(where / "keep").text(), quoted(unit) + " is to be kept and to be dropped",
                        "name it in one of the two lists"});
}

namespace detail {

[[nodiscard]] inline std::string share_text(double share, const std::string& of, double limit) {
  const bool look_alike = brief_text(share) == brief_text(limit);
  const auto text = [&](double x) { return look_alike ? number_text(x) : brief_text(x); };
  return "it has " + text(share) + " of " + of + ", below " + text(limit);
}

}  // namespace detail

QUINDEX_INLINE std::vector<verdict> availability::judge(const candidates& all) const {
  const matrix shares = shares_available(all);
  const auto named = [](const std::vector<std::string>& list, const std::string& unit) {
    return std::find(list.begin(), list.end(), unit) != list.end();
  };
  std::vector<verdict> out(all.units.size());
  for (std::size_t i = 0; i < all.units.size(); ++i) {
    const auto row = static_cast<Eigen::Index>(i);
    std::string reason;
    if (shares(row, 0) < at_least) reason = detail::share_text(shares(row, 0), "all indicators", at_least);
    for (const std::size_t group : all.tree->at(0).children)
      if (const double share = shares(row, static_cast<Eigen::Index>(group)); reason.empty() && share < in_every_group)
        reason = detail::share_text(share, quoted(all.tree->about(group).code), in_every_group);
    double zeros = 0;
    double seen = 0;
    for (const column_view x : all.x) seen += is_missing(x[i]) ? 0 : 1, zeros += x[i] == 0 ? 1 : 0;
    const double others = seen == 0 ? 0 : 1 - zeros / seen;
    if (reason.empty() && others < non_zero) reason = detail::share_text(others, "its values other than 0", non_zero);
    if (named(drop, all.units[i]))
      out[i] = {false, "it is to be dropped"};
    else if (named(keep, all.units[i]))
      out[i] = {true, reason.empty() ? reason : "it is to be kept, although " + reason};
    else
      out[i] = {reason.empty(), reason};
  }
  return out;
}

}  // namespace screen
QUINDEX_END
