/// The 2-additive Choquet integral: importance of children and interaction of pairs.
#pragma once

#include <string>
#include <vector>

#include "quindex/aggregate/row_statistics.hpp"
#include "quindex/base/text.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// A mean in which pairs of children support one another or stand in for one another.
struct choquet {
  std::vector<double> interactions{};

  static constexpr method_info info{
      .name = "choquet",
      .title = "Choquet integral (2-additive)",
      .summary = "A mean in which pairs of children support one another or stand in for one another.",
      .formula =
          R"(s = \sum_{I_{ij} > 0} I_{ij} \min(z_i, z_j) + \sum_{I_{ij} < 0} |I_{ij}| \max(z_i, z_j) + \sum_i z_i \Big( w_i - \tfrac12 \sum_{j \ne i} |I_{ij}| \Big))",
      .reference =
          "Choquet (1954), Theory of capacities, Annales de l'Institut Fourier 5; Grabisch (1997), k-order additive "
          "discrete fuzzy measures and their representation, Fuzzy Sets and Systems 92(2); Marichal (2000), An "
          "axiomatic approach of the discrete Choquet integral, IEEE Transactions on Fuzzy Systems 8(6)",
      .details =
          "The children's weights are their importances (Shapley values). `interactions` are the indices I of pairs "
          "in the order (1,2), (1,3), ..., (1,m), (2,3), ...: above 0 both children have to be good, below 0 one good "
          "child is enough; none of them gives the arithmetic mean. The capacity is monotone as long as half the sum "
          "of a child's absolute interactions does not exceed its weight; otherwise there is an error that names the "
          "child. Contributions share what a pair earns equally. All children are needed."};
  static constexpr claim_set claims = claim::monotone | claim::idempotent | claim::internal | claim::homogeneous;
  static constexpr bool needs_all_children = true;

  static constexpr auto fields() {
    return fields_of(field("interactions", &choquet::interactions,
                           "Interaction indices of the pairs (1,2), (1,3), ..., (2,3), ...; none for no interaction.")
                         .within(-1, 1));
  }
  void check_children(std::size_t n, const std::string& where) const {
    const std::size_t pairs = n * (n - 1) / 2;
    if (interactions.empty()) return;
    if (interactions.size() != pairs)
      throw spec_error({where,
                        "choquet has " + std::to_string(interactions.size()) + " interactions for " +
                            std::to_string(n) + (n == 1 ? " child" : " children"),
                        std::to_string(n) + " children make " + std::to_string(pairs) + " pairs"});
    double most = 0;  // importances sum to 1, so the halves of all children together cannot exceed that
    for (const double interaction : interactions) most += std::abs(interaction);
    if (most > 1 + slack)
      throw spec_error({where, "the absolute interactions sum to " + number_text(most),
                        "no weights make this monotone unless they sum to 1 or less"});
  }
  [[nodiscard]] double score(column_view z, column_view w) const {
    double out = 0;
    for_each_part(z, w, [&](std::size_t, double part) { out += part; });
    return out;
  }
  void contributions(column_view z, column_view w, std::span<double> out) const {
    std::fill(out.begin(), out.end(), 0.0);
    for_each_part(z, w, [&](std::size_t child, double part) { out[child] += part; });
  }

  friend bool operator==(const choquet&, const choquet&) = default;

 private:
  static constexpr double slack = 1e-12;  // importances are rounded numbers
  /// The place of the pair of two different children among the interactions.
  [[nodiscard]] static std::size_t pair(std::size_t i, std::size_t j, std::size_t m) {
    return i < j ? i * (2 * m - i - 1) / 2 + (j - i - 1) : pair(j, i, m);
  }
  template <class Add>
  void for_each_part(column_view z, column_view w, Add&& add) const {
    const std::size_t m = z.size();
    double total = 0;
    for (const double weight : w) total += weight;
    for (std::size_t i = 0; i < m; ++i) {
      double alone = w[i] / total;
      for (std::size_t j = 0; j < m && !interactions.empty(); ++j) {
        if (j == i) continue;
        const double both = interactions[pair(i, j, m)];
        alone -= 0.5 * std::abs(both);
        if (both != 0) add(i, 0.5 * std::abs(both) * (both > 0 ? std::min(z[i], z[j]) : std::max(z[i], z[j])));
      }
      if (alone < -slack)
        throw spec_error({"aggregate.interactions",
                          "half the absolute interactions of child " + std::to_string(i + 1) +
                              " exceed its weight by " + number_text(-alone),
                          "make them smaller or its weight larger, else a better child could lower the score"});
      if (w[i] != 0.0) add(i, alone * z[i]);
    }
  }
};

}  // namespace aggregate
QUINDEX_END
