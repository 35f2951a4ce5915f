/// Bodies of weigh/delphi.hpp.
#pragma once

#include <cmath>

#include "quindex/weigh/delphi.hpp"

QUINDEX_BEGIN
namespace weigh {
namespace detail {

/// One round: experts × children.
QUINDEX_INLINE matrix ratings_of(const std::vector<by_code>& round, const group& g) {
  matrix out(static_cast<Eigen::Index>(round.size()), static_cast<Eigen::Index>(g.children.size()));
  for (std::size_t k = 0; k < round.size(); ++k) {
    const std::vector<double> row = by_child(g, round[k], "rounds", "a rating");
    for (std::size_t j = 0; j < row.size(); ++j)
      out(static_cast<Eigen::Index>(k), static_cast<Eigen::Index>(j)) = row[j];
  }
  return out;
}

}  // namespace detail

QUINDEX_INLINE void delphi::check(const path& where) const {
  const path all = where / "rounds";
  for (std::size_t t = 0; t < rounds.size(); ++t) {
    const std::string round = std::to_string(t);
    const path in_round = all / round;
    if (rounds[t].empty()) throw spec_error({in_round.text(), "nobody rated in the round", "leave the round out"});
    for (std::size_t k = 0; k < rounds[t].size(); ++k) {
      const std::string expert = std::to_string(k);
      detail::check_codes(in_round / expert, rounds[t][k]);
    }
  }
}

QUINDEX_INLINE std::vector<double> delphi::fit(const group& g) const {
  if (rounds.empty())
    throw spec_error({g.where(), "there are no judgements",
                      "give `rounds`: for each round, for each expert, a rating of each of " + listed(g.children)});
  const matrix last = detail::ratings_of(rounds.back(), g);
  std::vector<double> out;
  for (Eigen::Index j = 0; j < last.cols(); ++j)
    out.push_back(joint == joint_share::mean ? numeric::mean(column_of(last, j)) : numeric::median(column_of(last, j)));
  const double total = numeric::sum(out);
  if (!(total > 0)) throw spec_error({g.where(), "all ratings are 0", "rate at least one child above 0"});
  for (double& w : out) w /= total;
  return out;
}

QUINDEX_INLINE std::vector<std::string> delphi::remarks(const group& g) const {
  std::vector<std::string> out;
  double before = missing_value;
  for (std::size_t t = 0; t < rounds.size(); ++t) {
    const double w = kendall_w(detail::ratings_of(rounds[t], g)).w;
    const bool last = t + 1 == rounds.size();
    std::string text = "round " + std::to_string(t + 1) + ": ";
    if (is_missing(w)) {
      text += "agreement cannot be told from one expert, or from ratings that are all the same";
    } else {
      text += "Kendall's W is " + detail::brief(w);
      if (last && w >= agreement)
        text += "; the experts agree";
      else if (last && std::abs(w - before) <= stability)
        text += "; it no longer changes";
      else if (last)
        text += "; below " + detail::brief(agreement) + ", ask another round";
    }
    out.push_back(std::move(text));
    before = w;
  }
  return out;
}

}  // namespace weigh
QUINDEX_END
