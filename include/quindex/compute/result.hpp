/// What comes out: scores, ranks, contributions, what was done to each column, and what is worth knowing.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "quindex/compute/fitted.hpp"
#include "quindex/model/note.hpp"

QUINDEX_BEGIN

/// One thing that was done to one column.
struct lineage_entry {
  std::string node;              ///< Code of the indicator or group.
  std::string step;              ///< "prepare.0", "normalise", "weigh", "missing", "aggregate", "publish".
  std::string method;            ///< The method's name.
  describe::value parameters{};  ///< What fitting left behind.
  std::size_t present = 0;       ///< Values present afterwards.
  std::size_t changed = 0;       ///< Values changed or filled by a step; "missing": scores filled, or units rescaled.
  friend bool operator==(const lineage_entry&, const lineage_entry&) = default;
};

/// One cell that preparation has changed: treated, filled or taken away.
struct cell_change {
  std::string step{};             ///< "prepare.0".
  std::string method{};           ///< The method's name.
  std::string indicator{};        ///< The indicator's code.
  std::string unit{};             ///< The unit.
  double before = missing_value;  ///< The value before the step; missing where it was filled.
  double after = missing_value;   ///< The value after it; missing where it was taken away.
};

/// The scores of a table, immutable and cheap to copy.
class result {
 public:
  /// What the pipeline hands over.
  struct parts {
    std::shared_ptr<const fitted_state> state{};
    table data{};
    std::shared_ptr<const matrix> prepared{};  ///< Units × indicators after preparation; null when there was none.
    std::vector<std::size_t> rows{};           ///< Where the units stood; empty when all take part.
    matrix scores{};                           ///< Units × nodes.
    matrix published{};                        ///< Units × groups, inside out; empty without `publish`.
    std::vector<std::vector<std::size_t>> changed{};  ///< Preparation steps × indicators: values changed.
    std::vector<std::size_t> stood_in{};  ///< Per node: scores filled, or units whose weights were rescaled.
    std::vector<note> notes{};
  };
  explicit result(parts all) : parts_(std::make_shared<const parts>(std::move(all))) {}

  /// The fitted index the scores come from.
  [[nodiscard]] fitted index() const { return fitted(parts_->state); }
  [[nodiscard]] const quindex::spec& spec() const { return parts_->state->recipe; }
  [[nodiscard]] const quindex::framework& framework() const { return spec().framework; }
  /// Positions of the units in the table that was given; empty when all of them take part.
  [[nodiscard]] const std::vector<std::size_t>& rows() const { return parts_->rows; }
  /// The table that was scored: without the units that the spec's selection leaves out.
  [[nodiscard]] const table& data() const { return parts_->data; }
  [[nodiscard]] const labels& units() const { return parts_->data.units(); }
  /// The codes of all nodes: the columns of `scores` and `ranks`.
  [[nodiscard]] const labels& nodes() const { return framework().codes(); }
  /// Units × nodes. An indicator's score is its normalised value, high being better; missing where it cannot be had.
  [[nodiscard]] const matrix& scores() const { return parts_->scores; }
  /// The scores of one node. Throws spec_error when there is no such node.
  [[nodiscard]] column_view scores(std::string_view node) const;
  /// Ranks of unrounded scores (or of scores rounded to `rank_decimals`), 1 being best, by the spec's tie rule.
  [[nodiscard]] matrix ranks() const;
  [[nodiscard]] std::vector<double> ranks(std::string_view node) const;
  /// Units × groups after the spec's last rescaling, groups as in `framework().groups_inside_out()`; empty without one.
  [[nodiscard]] const matrix& published() const { return parts_->published; }
  /// Units × indicators after preparation, in the units of measurement (or what treatment made of them).
  [[nodiscard]] matrix prepared() const;
  /// Units × children of a group: what each child adds to the group's score. Rows add up to the score, in the order of
  /// the children: to the last bit where no contribution is larger than the score, otherwise to the last bit that the
  /// largest contribution has. A linear group gives weight × score; any other the exact Shapley value of the game in
  /// which a coalition is worth the group's score of its members alone. Throws spec_error for an indicator, for an
  /// unknown node, for a method that compares all units, and for more than 16 children without a closed form
  /// (minimum and maximum have one; an unweighted median may have 500).
  [[nodiscard]] matrix contributions(std::string_view group) const;
  /// Each node's share in the index.
  [[nodiscard]] std::vector<double> effective_weights() const { return index().effective_weights(); }
  /// What was done to each column, in order.
  [[nodiscard]] std::vector<lineage_entry> lineage() const;
  /// Every cell that preparation has changed, with its value before and after: by step, then by indicator and unit.
  ///
  /// Computed anew from the fitted steps at every call, each step after all those before it; a transformation such as a
  /// logarithm changes all cells of a column. Include quindex/compute/compute.hpp.
  [[nodiscard]] std::vector<cell_change> changes() const;
  /// Fingerprint of units, indicators and values that went in.
  [[nodiscard]] std::string digest() const;
  [[nodiscard]] const std::vector<note>& notes() const { return parts_->notes; }

 private:
  std::shared_ptr<const parts> parts_;
};

/// Fingerprint of a table: its units, indicators and values.
[[nodiscard]] std::string digest_of(const table& data);

/// How scores moved between two results of the same nodes, for the units they share.
struct growth {
  labels units;        ///< Units in both, in the order of the later result.
  labels nodes;        ///< Nodes of the later result that the earlier one has, too.
  matrix difference;   ///< Later minus earlier.
  matrix ratio;        ///< Later over earlier; missing where the earlier score is 0.
  matrix rank_change;  ///< Places won: earlier rank minus later rank.
};
/// The growth from one result to another.
[[nodiscard]] growth growth_between(const result& earlier, const result& later);

QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/compute/impl/contributions.ipp"
#include "quindex/compute/impl/result.ipp"
#endif
