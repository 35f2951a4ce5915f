/// One pass that fits (when asked) and applies, stage by stage: prepare, normalise, weigh and aggregate, publish.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "quindex/compute/group_scores.hpp"
#include "quindex/compute/result.hpp"
#include "quindex/compute/screen.hpp"

QUINDEX_BEGIN
namespace detail {

/// m, where a score s of group `i` enters its parent as m − s; nothing where high is better. Throws spec_error when the
/// group's scores cannot be turned.
[[nodiscard]] std::optional<double> mirror_of(const spec& recipe, std::size_t i);
/// Fits a normaliser to a column, an indicator with an optimum through its deviations.
[[nodiscard]] scale fit_scale(const normalise::method& method, column_view x, const node& about);
/// A group as its weighing method sees it.
[[nodiscard]] weigh::group weighing_group(const framework& tree, std::size_t g,
                                          const std::vector<column_view>& children);
/// Weights of 0 or more that sum to 1. Throws spec_error that names the child at fault.
[[nodiscard]] std::vector<double> normalised_weights(std::vector<double> weights, const weigh::group& group,
                                                     std::string_view method);

/// Means of a column that stand for missing values: of all units, or of each group of units where there are groups.
[[nodiscard]] fill group_means(column_view x, const std::vector<std::string>& unit_groups);
/// Throws numeric_error for a score that is infinite; `sum` is that of all scores, so that nothing is looked at twice.
void check_finite(const std::string& where, column_view scores, double sum, const labels& units);
/// Throws the first of the problems, if there is one.
void throw_first(const std::vector<issue>& found);
/// The part of a table that takes part; the whole of it without a rule.
[[nodiscard]] selected_units taking_part(const spec& recipe, const table& data);
/// Fits a spec that `validate` has passed to the units that take part, and scores them.
[[nodiscard]] result::parts fit_and_score(const spec& recipe, selected_units seen, const run_options& how);

/// Is a preparation step for node `i`?
[[nodiscard]] bool concerns(const prepare_step& step, const framework& tree, std::size_t i);
/// How many cells each step has filled in each indicator: steps × indicators, or nothing.
using filled_cells = std::vector<std::vector<std::size_t>>;

/// Fits and applies a spec to one table.
class pipeline {
 public:
  /// `before` are the cells that imputations have filled from other periods.
  pipeline(fitted_state& state, const table& data, const run_options& how, bool fitting, filled_cells before = {})
      : state_(state),
        tree_(state.recipe.framework),
        data_(data),
        how_(how),
        fitting_(fitting),
        before_(std::move(before)) {}

  /// What goes wrong column by column, all of it, and then, where nothing has, the first thing in a group; for the
  /// columns that the table has.
  void collect_problems(std::vector<issue>& found, bool with_groups);
  /// The indicators after preparation, units × indicators in the framework's order.
  matrix prepared() {
    find_columns();
    copy_columns();
    prepare();
    return *prepared_;
  }

  result::parts run() {
    find_columns();
    if (!state_.recipe.prepare.empty()) copy_columns();
    prepare();
    normalise();
    aggregate();
    publish();
    return std::move(out_);
  }

 private:
  void find_columns();
  [[nodiscard]] std::vector<bool> find_known_columns(column_view nothing);
  void prepare();
  void copy_columns();
  void prepare_in_order(const std::function<void(std::size_t, std::size_t)>& by_column,
                        const std::function<void(std::size_t)>& jointly);
  void prepare_column(std::size_t first, std::size_t last, std::size_t k);
  void prepare_jointly(std::size_t step);
  std::size_t prepare_step_of(std::size_t step, std::size_t k, std::span<double> x);
  void fit_step(std::size_t step, std::size_t k, column_view x);
  void describe_preparation();
  void describe_ends(const std::string& where, const normalise::method& method, const scale& s, column_view x);
  void describe_group(std::size_t g, const group_inputs& inputs);
  void describe_gaps();
  void start_scores();
  void normalise();
  void normalise_column(std::size_t k);
  void aggregate();
  void fit_group(std::size_t g, const std::vector<column_view>& children);
  void publish();

  [[nodiscard]] std::size_t units() const { return data_.units().size(); }
  [[nodiscard]] std::span<double> score_column(std::size_t node) {
    return column_of(out_.scores, static_cast<Eigen::Index>(node));
  }
  void remark(std::string where, std::string what, std::size_t count = 0) {
    out_.notes.push_back({std::move(where), std::move(what), count});
  }

  fitted_state& state_;
  const framework& tree_;
  const table& data_;
  const run_options& how_;
  bool fitting_;
  filled_cells before_;
  std::vector<column_view> columns_;  // one per indicator: the table's own, or the prepared copy
  std::shared_ptr<matrix> prepared_;
  result::parts out_;
};

}  // namespace detail
QUINDEX_END
