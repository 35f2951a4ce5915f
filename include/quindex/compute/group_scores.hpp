/// The scores of one group from its children's: what computing and explaining share.
#pragma once

#include <array>
#include <exception>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "quindex/compute/fitted.hpp"
#include "quindex/numeric/kernels.hpp"

QUINDEX_BEGIN
namespace detail {

/// Values rounded to so many decimals; as they are without.
[[nodiscard]] std::vector<double> rounded(column_view x, std::optional<int> decimals);

/// Does the method mean nothing over some of the children, such as a ratio?
[[nodiscard]] bool needs_all_children(const aggregate::method& method);
/// Does the method compare all units, rather than score each from its own row?
[[nodiscard]] bool compares_units(const aggregate::method& method);

/// Throws numeric_error that names unit and child for a score below 0, where the method needs scores of 0 or more.
void check_domain(const aggregate::method& method, const std::vector<column_view>& columns,
                  const std::vector<std::string>& names, std::span<const std::string> units, const std::string& where);
/// What a result says of a method that can score a unit below one that is nowhere better; nothing of other methods.
[[nodiscard]] std::optional<std::string> dominance_remark(const aggregate::method& method);
/// The mean that a method is; nothing where it is none.
[[nodiscard]] std::optional<numeric::mean_job> mean_of(const aggregate::method& method);

/// Puts scores into the terms of a mean (logarithms, reciprocals, powers), and back.
void to_terms(const numeric::mean_job& mean, std::span<double> x);
void to_scores(const numeric::mean_job& mean, std::span<double> x);
/// Does a group hand its scores on to its parent in the terms of their mean, because both have the same? Nothing is
/// lost on the way to scores and back then. Not for arithmetic means, whose terms are scores.
[[nodiscard]] bool hands_on(const fitted_state& state, std::size_t group);

/// A group's children as its aggregator sees them: turned where low is better, filled where the policy says so,
/// children of weight 0 left out.
class group_inputs {
 public:
  /// `terms` are those of the children that hand theirs on, one column each, empty for others; none by default.
  group_inputs(const fitted_state& state, std::size_t group, const std::vector<column_view>& children,
               const std::vector<std::string>& unit_groups, const std::vector<column_view>& terms = {});

  /// Writes the group's scores, and the terms in which it hands them on unless `own_terms` is empty. Throws
  /// numeric_error that names unit and child where the mathematics has no answer.
  void score(std::span<double> out, const numeric::executor& where, const labels& units,
             std::span<double> own_terms = {}) const;
  /// Writes what each child (left-out ones included) adds to the score of unit `i`.
  void contributions(std::size_t i, double score, std::span<double> out) const;
  /// Writes, for each child (left-out ones included), the score and the weight that count for unit `i`: turned where
  /// low is better, filled where the policy says so, weights rescaled where it does that and the unit has a score;
  /// missing and 0 for a child that does not count.
  void entering(std::size_t i, bool has_score, std::span<double> z, std::span<double> w) const;
  /// What the policy for missing scores has done in the units with a score: scores filled in, or units whose weights
  /// were rescaled.
  [[nodiscard]] std::size_t stood_in(column_view scores) const;
  /// How many scores are 0 because a child is, under a mean that does not let others make up for it.
  [[nodiscard]] std::size_t zero_by_a_child(column_view scores) const;
  /// Why contributions cannot be had, or nothing where they can: in closed form, or over few enough coalitions.
  [[nodiscard]] std::optional<issue> no_contributions() const;

 private:
  [[nodiscard]] std::string where() const { return "groups/" + code_; }
  /// Says where it was when a custom function failed.
  template <class Call>
  void in_place(Call&& call) const {
    try {
      call();
    } catch (const spec_error& failed) {
      if (!failed.where().empty()) throw;
      std::throw_with_nested(spec_error({where(), failed.about().what, failed.hint()}));
    }
  }
  void score_rows(std::size_t begin, std::size_t end, std::span<double> out, std::span<double> own_terms) const;
  void mean_of_rows(const numeric::mean_job& job, std::size_t begin, std::size_t end, double* out) const;
  void score_table(std::span<double> out, const labels& units) const;
  /// Gathers the present children of unit `i`; returns how many, 0 when the unit has no score.
  std::size_t gather(std::size_t i, std::span<double> z, std::span<double> w) const;
  [[nodiscard]] bool has_enough(std::size_t i) const;

  std::string code_;
  const aggregate::method* method_;
  missing::rule rule_;
  std::vector<column_view> columns_;        // of the children that count
  std::vector<column_view> terms_;          // theirs, of those that hand them on; empty for others
  bool has_terms_ = false;                  // whether any does
  std::vector<double> weights_;             // theirs
  std::vector<std::size_t> places_;         // theirs among all children
  std::vector<std::string> names_;          // theirs
  bool is_filled_ = false;                  // whether the policy puts something in the place of missing scores
  std::vector<std::vector<double>> owned_;  // columns that had to be changed
  std::vector<column_view> present_;        // the columns before they were filled
};

/// The inputs of a group of a result, which has to outlive them.
[[nodiscard]] group_inputs inputs_of(const result& r, std::size_t group);

}  // namespace detail
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/compute/impl/group_inputs.ipp"
#include "quindex/compute/impl/group_scores.ipp"
#include "quindex/compute/impl/group_units.ipp"
#endif
