/// One pass that fits (when asked) and applies, stage by stage: prepare, normalise, weigh and aggregate, publish.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "quindex/compute/result.hpp"

QUINDEX_BEGIN
namespace detail {

/// m, where a score s of group `i` enters its parent as m − s; nothing where high is better. Throws spec_error when the
/// group's scores cannot be turned.
[[nodiscard]] std::optional<double> mirror_of(const spec& recipe, std::size_t i);
/// A group as its weighing method sees it.
[[nodiscard]] weigh::group weighing_group(const framework& tree, std::size_t g,
                                          const std::vector<column_view>& children);
/// Weights of 0 or more that sum to 1. Throws spec_error that names the child at fault.
[[nodiscard]] std::vector<double> normalised_weights(std::vector<double> weights, const weigh::group& group,
                                                     std::string_view method);

/// Fits and applies a spec to one table.
class pipeline {
 public:
  pipeline(fitted_state& state, const table& data, const run_options& how, bool fitting)
      : state_(state), tree_(state.recipe.framework), data_(data), how_(how), fitting_(fitting) {}

  /// What goes wrong column by column and then group by group, all of it.
  void collect_problems(std::vector<issue>& found);

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
  void prepare();
  void copy_columns();
  void prepare_column(std::size_t k);
  std::size_t prepare_step_of(std::size_t step, std::size_t k, std::span<double> x);
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
  std::vector<column_view> columns_;  // one per indicator: the table's own, or the prepared copy
  std::shared_ptr<matrix> prepared_;
  result::parts out_;
};

}  // namespace detail
QUINDEX_END
