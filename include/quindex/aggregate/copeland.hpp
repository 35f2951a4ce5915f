/// Copeland's method: won comparisons less lost ones.
#pragma once

#include <array>
#include <cstdint>
#include <utility>

#include "quindex/aggregate/pairwise.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// How many units a unit beats, less how many beat it; the majority of weight decides.
struct copeland {
  static constexpr method_info info{
      .name = "copeland",
      .title = "Copeland's method",
      .summary = "How many units a unit beats, less how many beat it; the majority of weight decides.",
      .formula = R"(s_i = \sum_{k \ne i} \mathrm{sign}\Big( \sum_j w_j\, \mathrm{sign}(x_{ij} - x_{kj}) \Big))",
      .reference =
          "Copeland (1951), A reasonable social welfare function, University of Michigan; Munda (2008), Social "
          "Multi-Criteria Evaluation for a Sustainable Economy; Becker (2022), COINr: Composite indicator construction "
          "and analysis, Journal of Open Source Software 7(78)",
      .details =
          "Criteria on which two units are equal speak for neither. Weights for both sides that differ by less than "
          "1e-9 are a draw, so that rounding decides nothing. Only the order of values counts; one criterion in which "
          "a unit is much worse cannot be made up for, nor can it do more harm than its weight. Takes n² m steps in "
          "blocks and keeps nothing of the size of n²."};
  static constexpr claim_set claims = claim::dominance | claim::unit_invariant | claim::scale_invariant;

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const {
    const tally of(all);
    std::vector<double> out(all.size());
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = of.wins[i] - of.losses[i];
    return out;
  }
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const {
    tally of(all);
    return {{"wins", std::move(of.wins)}, {"losses", std::move(of.losses)}};
  }

  friend bool operator==(const copeland&, const copeland&) = default;

 private:
  struct tally {
    std::vector<double> wins, losses;
    explicit tally(const alternatives& all) : wins(all.size()), losses(all.size()) {
      if (pairwise::are_alike(all))
        count(all);
      else
        weigh(all);
    }
    // A lead of one criterion decides, as its weight is above the tolerance.
    void count(const alternatives& all) {
      const pairwise::tiled<short> places = pairwise::places_of(all);
      std::array<short, kernel::units_tile> won{};  // by the others of a tile
      std::array<short, kernel::units_tile> lost{};
      const auto settle = [&](std::size_t left) {
        for (std::size_t l = 0; l < won.size() && left + l < wins.size(); ++l) {
          wins[left + l] += won[l];
          losses[left + l] += lost[l];
        }
        won.fill(0);
        lost.fill(0);
      };
      std::size_t tile = 0;
      places.for_each([&](std::size_t i, std::size_t left, std::size_t from, std::size_t to, const short* others) {
        if (left != tile) settle(std::exchange(tile, left));
        const kernel::pair_counts found = numeric::active_kernels().majorities(others, places.of(i), places.criteria,
                                                                               from, to, won.data(), lost.data());
        wins[i] += static_cast<double>(found.ahead);
        losses[i] += static_cast<double>(found.behind);
      });
      settle(tile);
    }
    void weigh(const alternatives& all) {
      std::vector<std::int32_t> won(all.size(), 0);
      std::vector<std::int32_t> lost(all.size(), 0);
      pairwise::for_each_stretch(all, {}, [&](std::size_t i, std::size_t k, auto margins, double unit) {
        std::int32_t ahead = 0;
        std::int32_t behind = 0;
        for (std::size_t c = 0; c < margins.size(); ++c) {
          const double margin = unit * margins[c];
          const auto wins_it = static_cast<std::int32_t>(margin > pairwise::tolerance);
          const auto loses_it = static_cast<std::int32_t>(margin < -pairwise::tolerance);
          ahead += wins_it;
          behind += loses_it;
          lost[k + c] += wins_it;
          won[k + c] += loses_it;
        }
        won[i] += ahead;
        lost[i] += behind;
      });
      wins.assign(won.begin(), won.end());
      losses.assign(lost.begin(), lost.end());
    }
  };
};

}  // namespace aggregate
QUINDEX_END
