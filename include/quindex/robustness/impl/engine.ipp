/// Bodies of robustness/engine.hpp.
#pragma once

#include "quindex/robustness/engine.hpp"
#include "quindex/robustness/impl/evaluate.ipp"

QUINDEX_BEGIN
namespace robustness::detail {

QUINDEX_INLINE evaluator::evaluator(const spec& recipe, const table& data, const design& d,
                                    const evaluator_options& how, std::size_t rows)
    : state_(std::make_unique<state>(recipe, data, d, how, rows)) {}
QUINDEX_INLINE evaluator::evaluator(evaluator&&) noexcept = default;
QUINDEX_INLINE evaluator& evaluator::operator=(evaluator&&) noexcept = default;
QUINDEX_INLINE evaluator::~evaluator() = default;

QUINDEX_INLINE const result& evaluator::nominal() const { return state_->nominal; }
QUINDEX_INLINE const labels& evaluator::units() const { return state_->of.data.units(); }
QUINDEX_INLINE const plan& evaluator::of() const { return state_->of; }

QUINDEX_INLINE const std::vector<std::size_t>& evaluator::watched() const { return state_->of.watched; }
QUINDEX_INLINE std::size_t evaluator::dimension() const { return state_->of.dimension(); }
QUINDEX_INLINE const std::vector<std::size_t>& evaluator::first_coordinate() const { return state_->of.first; }
QUINDEX_INLINE void evaluator::coordinates(const source& one, std::span<double> out) const {
  state_->of.coordinates(one, out);
}

QUINDEX_INLINE std::vector<double> evaluator::nominal_scores(std::size_t k) const {
  const column_view scores =
      column_of(state_->whole->scorer->of().scores, static_cast<Eigen::Index>(state_->of.watched[k]));
  return {scores.begin(), scores.end()};
}

QUINDEX_INLINE void evaluator::evaluate(std::span<const source> sources, evaluation& out) {
  state_->evaluate(
      sources.size(), [&](std::size_t k) -> const source& { return sources[k]; }, out);
}

/// Sources that are rows of A one after another.
struct rows_of_a {
  std::size_t first_row = 0;
  source operator()(std::size_t k) const { return {first_row + k, {}, nullptr}; }
};

QUINDEX_INLINE void evaluator::evaluate_rows(std::size_t first, std::size_t count, evaluation& out) {
  state_->evaluate(count, rows_of_a{first}, out);
}

}  // namespace robustness::detail
QUINDEX_END
