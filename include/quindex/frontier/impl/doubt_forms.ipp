/// Bodies of frontier/doubt.hpp: the directional and the robust form, and common weights.
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/base/text.hpp"
#include "quindex/frontier/impl/doubt.ipp"
#include "quindex/frontier/technology.hpp"
#include "quindex/numeric/moments.hpp"
#include "quindex/numeric/random.hpp"

QUINDEX_BEGIN
namespace frontier {

QUINDEX_INLINE doubt directional_doubt(const table& data, const std::vector<double>& direction) {
  const std::vector<column_view> columns = detail::doubt_columns(data);
  const std::size_t p = columns.size();
  if (direction.size() != p)
    throw spec_error({"direction", "it has " + std::to_string(direction.size()) + " values",
                      "give one for each of the " + std::to_string(p) + " indicators"});
  for (const double g : direction)
    if (!(g >= 0) || std::isinf(g))
      throw spec_error({"direction", "it holds " + number_text(g), "give finite values of at least 0"});
  if (*std::max_element(direction.begin(), direction.end()) == 0)
    throw spec_error({"direction", "it leads nowhere", "give at least one value above 0"});
  const std::size_t n = data.units().size();
  technology t(matrix::Ones(static_cast<Eigen::Index>(n), 1), data.values(), returns::constant);
  doubt out{data.units(), data.indicators(), std::vector<double>(n), {}, {}, {}};
  out.weights.resize(static_cast<Eigen::Index>(n), static_cast<Eigen::Index>(p));
  for (std::size_t i = 0; i < n; ++i) {
    numeric::linear_program program = t.empty_program(1);
    program.cost[0] = -1;
    program.right[0] = 1;
    for (std::size_t j = 0; j < p; ++j) {
      program.rows(static_cast<Eigen::Index>(j) + 1, 0) = -direction[j];
      program.right[j + 1] = columns[j][i];
    }
    program_answer found = proven(t.solve(program, i), data.units()[i]);
    const double step = std::abs(found.value) <= 1e-10 ? 0 : -found.value;
    out.scores[i] = 1 / (1 + step);
    for (std::size_t j = 0; j < p; ++j)
      out.weights(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = std::abs(found.duals[j + 1]);
    out.peers.push_back(std::move(found.peers));
  }
  detail::fill_shares(out, columns);
  return out;
}

namespace detail {

/// Fills an envelope with a sample; throws where it has nothing of an indicator that some unit has.
inline void fill_sample(numeric::envelope& hull, const table& data, const matrix& rows,
                        const std::vector<std::size_t>& sample, std::size_t order) {
  hull.clear();
  const auto p = static_cast<std::size_t>(rows.rows());
  for (std::size_t j = 0; j < p; ++j) {
    bool some = false;
    for (const std::size_t k : sample) some = some || data.column(j)[k] > 0;
    const column_view x = data.column(j);
    if (!some && *std::max_element(x.begin(), x.end()) > 0)
      throw data_error({"indicators/" + data.indicators()[j],
                        "a sample of order " + std::to_string(order) + " has no unit above 0 in it",
                        "take a larger order, or shift the scale above 0"});
  }
  for (const std::size_t k : sample) hull.add(column_of(rows, static_cast<Eigen::Index>(k)));
}

}  // namespace detail

QUINDEX_INLINE robust_doubt order_m_doubt(const table& data, const order_options& options) {
  const std::vector<column_view> columns = detail::doubt_columns(data);
  if (options.order < 1) throw spec_error({"order", "it is 0", "draw at least 1 unit"});
  if (options.replicates < 2)
    throw spec_error({"replicates", "there are " + std::to_string(options.replicates), "ask for at least 2"});
  const std::size_t n = data.units().size();
  matrix rows = data.values().transpose();  // a column per unit
  for (Eigen::Index j = 0; j < rows.rows(); ++j) {
    int exponent = 0;
    const double most = n == 0 ? 0 : rows.row(j).maxCoeff();
    if (most > 0) std::frexp(most, &exponent);
    rows.row(j) *= std::ldexp(1.0, -exponent);
  }
  numeric::envelope hull(columns.size());
  const numeric::random_stream r(options.seed, "frontier.order_m");
  matrix found(static_cast<Eigen::Index>(options.replicates), static_cast<Eigen::Index>(n));
  for (std::size_t b = 0; b < options.replicates; ++b) {
    const auto draws = r.in_replicate(static_cast<std::uint32_t>(b));
    std::vector<std::size_t> sample;
    for (std::size_t k = 0; k < options.order; ++k) sample.push_back(draws.below(n, k));
    std::sort(sample.begin(), sample.end());
    sample.erase(std::unique(sample.begin(), sample.end()), sample.end());
    detail::fill_sample(hull, data, rows, sample, options.order);
    for (std::size_t i = 0; i < n; ++i) {
      hull.score(column_of(rows, static_cast<Eigen::Index>(i)));
      found(static_cast<Eigen::Index>(b), static_cast<Eigen::Index>(i)) = std::max(hull.value(), 0.0);
    }
  }
  robust_doubt out{data.units(), {}, {}};
  for (std::size_t i = 0; i < n; ++i) {
    const numeric::moments m(column_of(found, static_cast<Eigen::Index>(i)));
    out.scores.push_back(m.mean);
    out.errors.push_back(m.sd() / std::sqrt(static_cast<double>(options.replicates)));
  }
  return out;
}

QUINDEX_INLINE doubt common_weights_doubt(const table& data, const common_options& options) {
  const std::vector<column_view> columns = detail::doubt_columns(data);
  const auto p = static_cast<Eigen::Index>(columns.size());
  const auto n = static_cast<Eigen::Index>(data.units().size());
  if (!(options.balance >= 0 && options.balance <= 1))
    throw spec_error({"balance", number_text(options.balance) + " is not between 0 and 1", "1 is for the sum"});
  doubt_options rules;
  for (const std::string& code : data.indicators()) rules.shares.push_back({{code}, options.lowest_share, 1});
  const matrix shares = detail::rule_rows(data, rules);
  std::vector<double> best(static_cast<std::size_t>(n), 1.0);
  if (options.against_own) best = numeric::envelop(columns, {.restrictions = shares, .peers = false}).scores;
  // Variables w and the room left below the largest shortfall, c = 1 - max d; w y <= best, c - w y <= 1 - best.
  matrix rows = matrix::Zero(2 * n + shares.rows() + 1, p + 1);
  rows.topLeftCorner(n, p) = data.values();
  rows.block(n, 0, n, p) = -data.values();
  rows.block(n, p, n, 1).setOnes();
  rows.block(2 * n, 0, shares.rows(), p) = shares;
  rows(2 * n + shares.rows(), p) = 1;
  std::vector<double> right = best;
  for (const double own : best) right.push_back(1 - own);
  right.resize(right.size() + static_cast<std::size_t>(shares.rows()), 0.0);
  right.push_back(1);
  std::vector<double> gain;
  for (const column_view x : columns) {
    double mean = 0;
    for (const double value : x) mean += value / static_cast<double>(n);
    gain.push_back(options.balance * mean);
  }
  gain.push_back(1 - options.balance);
  const numeric::program_solution found = numeric::maximise(rows, right, gain);
  if (found.status != numeric::program_status::optimal)
    throw numeric_error({"common_weights", "the weights have no bound", "leave out indicators that are 0 everywhere"});
  doubt out{data.units(), data.indicators(), std::vector<double>(best.size(), 0.0), matrix(n, p), {}, {}};
  for (Eigen::Index j = 0; j < p; ++j) {
    out.weights.col(j).setConstant(found.x[static_cast<std::size_t>(j)]);
    for (std::size_t i = 0; i < best.size(); ++i)
      out.scores[i] += found.x[static_cast<std::size_t>(j)] * columns[static_cast<std::size_t>(j)][i];
  }
  for (double& score : out.scores)
    if (std::abs(score - 1) <= 1e-9) score = 1;
  detail::fill_shares(out, columns);
  return out;
}

}  // namespace frontier
QUINDEX_END
