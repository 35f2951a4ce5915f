/// A spec whose parameters have been estimated from a table: ready to be applied, compared and frozen.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "quindex/compute/spec.hpp"
#include "quindex/model/divisor.hpp"
#include "quindex/model/fill.hpp"
#include "quindex/model/fills.hpp"
#include "quindex/model/panel.hpp"
#include "quindex/numeric/parallel.hpp"

QUINDEX_BEGIN

class result;

/// How to compute; never changes what comes out.
struct run_options {
  numeric::executor executor{};  ///< Serial, `executor::threads(n)`, or a host's own pool.
};

/// What a preparation step has left behind for one indicator; nothing when the step is not for it.
using fitted_step = std::variant<std::monostate, any_map, fill, divisor>;

/// What fitting has left behind for one group.
struct fitted_group {
  std::vector<double> weights{};                ///< One per child, 0 or more, summing to 1.
  std::vector<std::optional<double>> mirror{};  ///< Per child: m where the child's score s enters as m − s.
  std::vector<fill> fills{};                    ///< Per child: what missing scores become (group means); may be empty.
  std::optional<scale> publish{};               ///< The last rescaling of the group's scores.
  friend bool operator==(const fitted_group&, const fitted_group&) = default;
};

/// Everything a fitted index consists of, as plain values.
struct fitted_state {
  spec recipe{};
  std::vector<std::vector<fitted_step>> steps{};   ///< Preparation steps × indicators, in the framework's order.
  std::vector<std::optional<joint_fill>> joint{};  ///< Per step: what one leaves that looks at several indicators.
  std::vector<scale> scales{};                     ///< One per indicator, in the framework's order.
  std::vector<fitted_group> groups{};              ///< One per node of the framework; empty for indicators.
  friend bool operator==(const fitted_state&, const fitted_state&) = default;
};

/// A fitted index: immutable, cheap to copy, applied to any table that has its indicators.
class fitted {
 public:
  explicit fitted(std::shared_ptr<const fitted_state> state) : state_(std::move(state)) {}
  /// The spec it was fitted from.
  [[nodiscard]] const quindex::spec& spec() const { return state_->recipe; }
  [[nodiscard]] const quindex::framework& framework() const { return state_->recipe.framework; }
  /// The estimated parameters.
  [[nodiscard]] const fitted_state& state() const { return *state_; }
  [[nodiscard]] const std::shared_ptr<const fitted_state>& shared_state() const { return state_; }
  /// Each node's share in the index: the product of the weights from the index down to it; 1 for the index.
  [[nodiscard]] std::vector<double> effective_weights() const;
  /// Scores of a table (include quindex/compute/compute.hpp). Throws data_error when an indicator has no column or a
  /// value is refused.
  [[nodiscard]] result operator()(const table& data, const run_options& how = {}) const;
  /// Scores of every period, in order; imputations that look at other periods are done first.
  [[nodiscard]] std::vector<result> operator()(const panel& data, const run_options& how = {}) const;
  friend bool operator==(const fitted& a, const fitted& b) { return a.state_ == b.state_ || *a.state_ == *b.state_; }

 private:
  std::shared_ptr<const fitted_state> state_;
};

QUINDEX_END
