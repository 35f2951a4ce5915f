/// Bodies of weigh/sapevo.hpp.
#pragma once

#include <algorithm>
#include <limits>

#include "quindex/weigh/sapevo.hpp"

QUINDEX_BEGIN
namespace weigh {

QUINDEX_INLINE void sapevo::check(const path& where) const {
  detail::check_codes(where / "criteria", criteria);
  const path all = where / "judges";
  for (std::size_t k = 0; k < judges.size(); ++k) {
    const std::string judge = std::to_string(k);
    detail::check_table(judges[k], criteria, all / judge);
    if (judges[k].size() != judges.front().size())
      throw spec_error({(all / judge).text(), "the table has " + std::to_string(judges[k].size()) + " rows",
                        "the first judge's has " + std::to_string(judges.front().size())});
    for (std::size_t i = 0; i < judges[k].size(); ++i)
      if (judges[k][i][i] != 0)
        throw spec_error({(all / judge).text() + "." + std::to_string(i) + "." + std::to_string(i),
                          "a criterion is compared with itself as " + number_text(judges[k][i][i]), "write 0"});
  }
}

QUINDEX_INLINE std::vector<double> sapevo::fit(const group& g) const {
  const std::vector<std::size_t> at =
      detail::judged_positions(g, criteria, judges.empty() ? 0 : judges.front().size(), "judges");
  std::vector<double> all(at.size(), 0.0);
  for (const square_table& judge : judges) {
    std::vector<double> sums;
    for (const auto& row : judge) sums.push_back(numeric::sum(row));
    const auto [low, high] = std::minmax_element(sums.begin(), sums.end());
    const double from = *low, range = *high - *low;
    for (std::size_t j = 0; j < sums.size(); ++j) all[j] += range > 0 ? (sums[j] - from) / range : 1;
  }
  double smallest = std::numeric_limits<double>::infinity();
  for (const double w : all)
    if (w > 0) smallest = std::min(smallest, w);
  for (double& w : all)
    if (!(w > 0)) w = least * smallest;
  std::vector<double> out = detail::taken(all, at);
  const double total = numeric::sum(out);
  for (double& w : out) w /= total;
  return out;
}

QUINDEX_INLINE std::vector<std::string> sapevo::remarks(const group& g) const {
  const std::vector<std::string>& names = criteria.empty() ? g.children : criteria;
  std::vector<std::string> out;
  for (std::size_t k = 0; k < judges.size(); ++k) {
    const std::size_t n = judges[k].size();
    for (std::size_t cell = 0; cell < n * n; ++cell) {
      const std::size_t i = cell / n, j = cell % n;
      if (i >= j || judges[k][i][j] == -judges[k][j][i]) continue;
      out.push_back("judge " + std::to_string(k + 1) + " compares " + quoted(names[i]) + " and " + quoted(names[j]) +
                    " as " + number_text(judges[k][i][j]) + " one way and " + number_text(judges[k][j][i]) +
                    " the other, which is not opposite");
      break;
    }
  }
  return out;
}

}  // namespace weigh
QUINDEX_END
