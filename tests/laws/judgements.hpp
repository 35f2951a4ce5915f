/// Judgements of the children c0, c1 and c2 for the weighing methods that need some, found by the names of their
/// parameters.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "quindex/base/path.hpp"
#include "quindex/describe/value.hpp"

namespace laws {

template <class M>
void add_tables(M& m) {
  constexpr std::nullopt_t gap = std::nullopt;
  if constexpr (requires { m.influences; }) m.influences = {{0, 3, 1}, {1, 0, 2}, {0, 1, 0}};
  if constexpr (requires { m.supermatrix; }) m.supermatrix = {{0.2, 0.5, 0.3}, {0.5, 0.1, 0.4}, {0.3, 0.4, 0.3}};
  if constexpr (requires { m.prioritisation; }) m.comparisons = {{1, 3, 5}, {gap, 1, 2}, {gap, gap, 1}};
  if constexpr (requires { m.least; }) m.judges = {{{0, 2, 1}, {-2, 0, -1}, {-1, 1, 0}}};
  if constexpr (requires { m.comparisons[0][0]->front(); })
    m.comparisons = {{gap, std::vector<double>{1, 2, 3}, std::vector<double>{2, 3, 4}},
                     {gap, gap, std::vector<double>{1, 2, 2}},
                     {gap, gap, gap}};
  if constexpr (requires {
                  m.criteria;
                  m.ranks;
                })
    return;
  if constexpr (requires { m.criteria; }) m.criteria = {"c0", "c1", "c2"};
  if constexpr (requires { m.elements; }) m.elements = {"c0", "c1", "c2"};
}

template <class M>
void add_best_and_worst(M& m) {
  const std::vector<std::pair<std::string, double>> from{{"c0", 1}, {"c1", 2}, {"c2", 6}};
  const std::vector<std::pair<std::string, double>> to{{"c0", 6}, {"c1", 4}, {"c2", 1}};
  if constexpr (requires { m.draws; }) {
    m.best = {"c0", "c0"};
    m.worst = {"c2", "c2"};
    m.best_to_others = {from, from};
    m.others_to_worst = {to, to};
    m.draws = m.burn_in = 200;
  } else {
    m.best = "c0";
    m.worst = "c2";
    m.best_to_others = from;
    m.others_to_worst = to;
  }
}

/// The judgements that `m` has a place for.
template <class M>
void add_judgements(M& m) {
  using by_code = std::vector<std::pair<std::string, double>>;
  if constexpr (requires { m.ranks = by_code{}; }) m.ranks = {{"c2", 1}, {"c0", 2}, {"c1", 3}};
  if constexpr (requires { m.steps = by_code{}; }) m.steps = {{"c1", 0}, {"c0", 0.5}, {"c2", 0.2}};
  if constexpr (requires { m.significance = by_code{}; }) m.significance = {{"c1", 1}, {"c0", 2}, {"c2", 5}};
  if constexpr (requires { m.points = by_code{}; }) m.points = {{"c0", 100}, {"c1", 10}, {"c2", 40}};
  if constexpr (requires {
                  m.levels = by_code{};
                  m.values = by_code{};
                }) {
    m.levels = {{"c0", 1}, {"c1", 1}, {"c2", 2}};
    m.values = {{"c0", 0}, {"c1", 1}, {"c2", 1}};
  }
  if constexpr (requires { m.budget; }) m.judges = {{{"c0", 50}, {"c1", 30}, {"c2", 20}}, {{"c0", 7}, {"c2", 3}}};
  if constexpr (requires {
                  m.rounds;
                  m.stability;
                })
    m.rounds = {{{{"c0", 5}, {"c1", 3}, {"c2", 1}}, {{"c0", 4}, {"c1", 4}, {"c2", 2}}}};
  if constexpr (requires { m.best_to_others; }) add_best_and_worst(m);
  if constexpr (requires { m.methods[0].view(); }) {
    using method = typename decltype(m.methods)::value_type;
    using object = quindex::describe::value::object;
    const object weights{{"c0", 1}, {"c1", 4}, {"c2", 2}};
    m.methods = {method{}, method::read(object{{"method", "given"}, {"weights", weights}}, quindex::path("weigh"))};
  }
  add_tables(m);
}

}  // namespace laws
