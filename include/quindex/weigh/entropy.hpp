/// Weights by how much information a child holds, in Shannon's sense.
#pragma once

#include "quindex/weigh/columns.hpp"

QUINDEX_BEGIN
namespace weigh {

/// What is done about the logarithm of zero.
enum class entropy_zeros {
  defined,  ///< 0 ln 0 = 0.
  shift,    ///< The amount is added to every score.
  rescale,  ///< Scores are brought into [amount, 1 - amount].
};

/// A child weighs as much as the shares of the units in it are uneven.
struct entropy {
  scaling scale = scaling::none;
  entropy_zeros zeros = entropy_zeros::defined;
  double amount = 0.001;
  bool shares = false;
  rows_used rows = rows_used::available;

  static constexpr method_info info{
      .name = "entropy",
      .title = "Entropy weights",
      .summary = "A child weighs as much as the shares of the units in it are uneven.",
      .formula =
          R"(w_j = \frac{1 - e_j}{\sum_k (1 - e_k)}, \quad e_j = -\frac{1}{\ln n} \sum_i p_{ij} \ln p_{ij}, \quad p_{ij} = \frac{z_{ij}}{\sum_l z_{lj}})",
      .reference =
          "Shannon (1948), A mathematical theory of communication, Bell System Technical Journal 27; Zeleny (1982), "
          "Multiple Criteria Decision Making, McGraw-Hill",
      .details =
          "熵值法, 熵权法. Three conventions for zeros are in use and give different weights: 0 ln 0 = 0 (the "
          "default), adding an amount such as 0.001 to every score (平移法), and rescaling to [amount, 1 - amount], "
          "often [0.002, 0.998] with the amount 0.002. Raw columns may be divided by their sums as they are (the "
          "usual way in decision making) or be scaled to [0, 1] in their own direction first (the usual way in "
          "Chinese index studies). For a panel, scores of all "
          "years stand in one column: shares are of the sum over all years, and n counts every unit in every year. n "
          "is the number of units that count for the child. Scores have to be 0 or more; a child that is the same "
          "for every unit weighs 0. With `shares` the scores are taken for the p as they are, for tables printed as "
          "shares."};
  static constexpr claim_set claims = claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(
        field("scale", &entropy::scale, "What is done to the columns first."),
        field("zeros", &entropy::zeros, "What is done about the logarithm of zero."),
        field("amount", &entropy::amount, "What `shift` adds, and how far from 0 and 1 `rescale` stays.").above(0),
        field("shares", &entropy::shares, "Whether the scores are shares already and are not divided by their sum."),
        field("rows", &entropy::rows, "Which units count when scores are missing."));
  }
  /// Shares cannot be scaled or shifted, and `rescale` needs room.
  void check(const path& where) const;
  [[nodiscard]] std::vector<double> fit(const group& g) const;

  friend bool operator==(const entropy&, const entropy&) = default;
};

}  // namespace weigh

namespace describe {
template <>
struct enum_names<weigh::entropy_zeros> {
  static constexpr auto names = std::to_array<std::string_view>({"defined", "shift", "rescale"});
};
}  // namespace describe
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/weigh/impl/entropy.ipp"
#endif
