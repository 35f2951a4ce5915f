/// What the replicates of a design are counted into: a value that merges, is stored and is asked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "quindex/base/labels.hpp"
#include "quindex/base/ties.hpp"
#include "quindex/numeric/exact_sum.hpp"
#include "quindex/robustness/design.hpp"

QUINDEX_BEGIN
namespace robustness {

/// So many failures keep their spec, the first ones.
inline constexpr std::size_t most_failed_specs = 100;

/// A replicate that could not be computed.
struct failure {
  std::size_t replicate = 0;  ///< Its number.
  std::string message{};      ///< What went wrong.
  describe::value spec{};     ///< The spec that failed, as plain data.
  friend bool operator==(const failure&, const failure&) = default;
};

/// How often a unit had each rank: the counts between its best and its worst one.
struct rank_counts {
  std::uint32_t first = 0;              ///< The bin of the best rank seen.
  std::vector<std::uint32_t> counts{};  ///< By bin from there; first and last are not 0. Empty: never ranked.
  /// How often the unit fell into a bin; see `outcomes::rank_of_bin`.
  [[nodiscard]] std::uint32_t at(std::size_t bin) const {
    return bin < first || bin - first >= counts.size() ? 0 : counts[bin - first];
  }
  friend bool operator==(const rank_counts&, const rank_counts&) = default;
};

/// The weights with which a unit came first.
struct first_places {
  std::uint32_t times = 0;                    ///< How often it did; units that share the first place all count.
  std::vector<numeric::exact_sum> weights{};  ///< By node of the framework: sums of shares in the watched node.
  friend bool operator==(const first_places&, const first_places&) = default;
};

/// One unit over the replicates, at one node.
struct unit_counts {
  rank_counts ranks{};
  std::uint32_t present = 0;           ///< Replicates in which it has a score, and so a rank.
  numeric::exact_sum sum{};            ///< Of score − centre; the centre is the nominal score, 0 where there is none.
  numeric::exact_sum squares{};        ///< Of (score − centre)².
  double least = missing_value;        ///< The lowest score.
  double most = missing_value;         ///< The highest score.
  std::vector<std::uint32_t> bands{};  ///< By band, from the lowest: one more than the design's limits, or none.
  first_places first{};                ///< With `central_weights`.
  friend bool operator==(const unit_counts& a, const unit_counts& b);
};

/// One watched node over the replicates.
struct node_counts {
  std::string node{};                    ///< Its code.
  bool low_is_better = false;            ///< Ranked from the lowest score.
  std::vector<double> nominal_scores{};  ///< By unit: what the spec gives as it stands; missing without a score.
  std::vector<double> nominal_ranks{};   ///< By unit, by the spec's tie rule.
  std::vector<unit_counts> units{};      ///< By unit.
  std::vector<std::uint32_t> beats{};    ///< Units × units, row by row: how often the row's rank is better.
  std::vector<std::uint32_t> tied{};     ///< Units × units: how often both have the same rank; with `pairs`.
  numeric::exact_sum shift{};            ///< Of the average rank shift R_S over the replicates.
  numeric::exact_sum shift_squares{};    ///< Of its square.
  std::vector<double> shifts{};          ///< R_S by replicate done; missing where it failed. Kept with the scores.
  std::vector<double> kept{};            ///< Replicates done × units, row by row: the scores, if kept.
  friend bool operator==(const node_counts& a, const node_counts& b);
};

/// A range of replicates: first to last − 1.
struct replicate_range {
  std::size_t first = 0;
  std::size_t last = 0;
  friend bool operator==(const replicate_range&, const replicate_range&) = default;
};

/// The counted replicates of a design: the same bytes for any number of threads, any batches and any order of merging.
///
/// Units are those of the table; a unit that a replicate gives no score (that its selection leaves out, whose data are
/// missing) has no rank in it and is counted as not present. Copies share nothing.
class outcomes {
 public:
  /// What a run hands over, and storing keeps.
  struct parts {
    robustness::design design{};
    std::string of{};  ///< Fingerprint of the spec and the table.
    labels units{};
    labels nodes{};  ///< All nodes of the framework.
    ties rule = ties::best;
    std::optional<int> rank_decimals{};
    std::vector<replicate_range> done{};  ///< Ascending, apart from each other.
    std::vector<failure> failures{};      ///< By replicate.
    std::vector<node_counts> watched{};
    friend bool operator==(const parts&, const parts&) = default;
  };
  explicit outcomes(parts all) : parts_(std::move(all)) {}

  [[nodiscard]] const robustness::design& design() const { return parts_.design; }
  [[nodiscard]] const labels& units() const { return parts_.units; }
  /// The codes of all nodes of the framework, in its order.
  [[nodiscard]] const labels& nodes() const { return parts_.nodes; }
  /// The replicates that have been counted, failures included.
  [[nodiscard]] const std::vector<replicate_range>& ranges() const { return parts_.done; }
  /// How many replicates have been counted, failures included.
  [[nodiscard]] std::size_t done() const;
  /// How many of them have scores.
  [[nodiscard]] std::size_t successes() const { return done() - failures().size(); }
  /// Have all replicates of the design been counted?
  [[nodiscard]] bool is_complete() const { return done() == parts_.design.draws; }
  [[nodiscard]] const std::vector<failure>& failures() const { return parts_.failures; }
  /// Fingerprint of spec and table.
  [[nodiscard]] const std::string& digest() const { return parts_.of; }

  /// The counts of one watched node; of the first one without a code. Throws spec_error when it was not watched.
  [[nodiscard]] const node_counts& at(std::string_view node = {}) const;
  [[nodiscard]] const std::vector<node_counts>& watched() const { return parts_.watched; }

  /// Bins of ranks: as many as units, twice as many less one when tied units share the mean of their ranks.
  [[nodiscard]] std::size_t bins() const;
  /// The rank that a bin counts: 1, 2, 3, … or 1, 1.5, 2, …
  [[nodiscard]] double rank_of_bin(std::size_t bin) const;
  /// The bin of a rank.
  [[nodiscard]] std::size_t bin_of_rank(double rank) const;
  /// Ranks of a watched node's scores of all units by the rule of the spec, 1 being best; missing scores have none.
  void ranks_of(const node_counts& node, column_view scores, std::span<double> out) const;

  /// Are the scores of every replicate kept?
  [[nodiscard]] bool is_kept() const;
  /// The number of the k-th replicate done: of row k of `kept` and of `shifts`.
  [[nodiscard]] std::size_t replicate_at(std::size_t k) const;

  /// Adds the replicates of another part of the same run. Throws spec_error unless design, spec and table are the same
  /// and no replicate is in both.
  outcomes& operator+=(const outcomes& other);
  friend outcomes operator+(outcomes a, const outcomes& b) { return std::move(a += b); }

  /// Everything in a portable binary form, its version in it; the same state has the same bytes.
  [[nodiscard]] std::string to_bytes() const;
  /// Reads it back. Throws io_error for bytes that are no outcomes, of another version, cut off or damaged.
  /// `functions` are what custom methods in the design are bound to.
  [[nodiscard]] static outcomes from_bytes(std::string_view bytes, const describe::extensions& functions = {});

  friend bool operator==(const outcomes&, const outcomes&) = default;

 private:
  parts parts_;
};

}  // namespace robustness
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/merge.ipp"
#include "quindex/robustness/impl/outcomes.ipp"
#include "quindex/robustness/impl/storing.ipp"
#endif
