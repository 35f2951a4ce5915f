/// Bodies of frontier/doubt.hpp.
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/base/text.hpp"
#include "quindex/frontier/doubt.hpp"
#include "quindex/numeric/share_bounds.hpp"

QUINDEX_BEGIN
namespace frontier {
namespace detail {

/// The columns of a table; throws for cells that are missing or below 0, and without indicators.
inline std::vector<column_view> doubt_columns(const table& data) {
  if (data.indicators().is_empty()) throw data_error({"indicators", "there are none", "give at least one"});
  std::vector<column_view> out;
  for (std::size_t j = 0; j < data.indicators().size(); ++j) {
    out.push_back(data.column(j));
    for (std::size_t i = 0; i < data.units().size(); ++i) {
      const double x = out[j][i];
      if (is_missing(x) || x < 0)
        throw data_error({"units/" + data.units()[i] + "/" + data.indicators()[j],
                          is_missing(x) ? "the value is missing" : "the value is " + number_text(x),
                          "benefit of the doubt needs every value, and none below 0"});
    }
  }
  return out;
}

inline std::size_t indicator_at(const table& data, const std::string& code, const std::string& where) {
  const auto at = data.indicators().find(code);
  if (!at)
    throw spec_error({where, "there is no indicator " + quoted(code), did_you_mean(code, data.indicators().codes())});
  return *at;
}

inline void check_range(const std::string& where, double low, double high, double most) {
  if (!(low >= 0 && low <= high && high <= most))
    throw spec_error({where,
                      "the range " + number_text(low) + " to " + number_text(high) + " is empty or out of bounds",
                      std::isinf(most) ? "let 0 <= low <= high" : "let 0 <= low <= high <= 1"});
}

/// The rules as rows; throws where they cannot hold together, naming those that cannot.
inline matrix rule_rows(const table& data, const doubt_options& options) {
  numeric::share_bounds out(data.indicators().size());
  for (std::size_t k = 0; k < options.shares.size(); ++k) {
    const share_rule& rule = options.shares[k];
    const std::string where = "shares/" + std::to_string(k + 1);
    check_range(where, rule.low, rule.high, 1);
    if (rule.of.empty()) throw spec_error({where, "it is about no indicator", "name at least one"});
    std::vector<std::size_t> members;
    std::string name;
    for (const std::string& code : rule.of) {
      members.push_back(indicator_at(data, code, where));
      name += (name.empty() ? "" : " + ") + quoted(code);
    }
    out.at_least(members, rule.low, name + " at least " + number_text(rule.low));
    out.at_most(members, rule.high, name + " at most " + number_text(rule.high));
  }
  for (std::size_t k = 0; k < options.ratios.size(); ++k) {
    const ratio_rule& rule = options.ratios[k];
    const std::string where = "ratios/" + std::to_string(k + 1);
    check_range(where, rule.low, rule.high, std::numeric_limits<double>::infinity());
    out.ratio(indicator_at(data, rule.over, where), indicator_at(data, rule.under, where), rule.low, rule.high,
              quoted(rule.over) + " to " + quoted(rule.under) + " from " + number_text(rule.low) + " to " +
                  (std::isinf(rule.high) ? "any" : number_text(rule.high)));
  }
  const std::vector<std::string> against = out.contradiction();
  if (against.empty()) return out.rows();
  std::string what = "bounds on shares, which sum to 1, contradict each other: ";
  for (std::size_t k = 0; k < against.size(); ++k) what += (k == 0 ? "" : ", ") + against[k];
  throw spec_error({"shares", what, "widen one of them"});
}

/// What each indicator contributes to a weighted sum, as a share of it.
inline void fill_shares(doubt& out, const std::vector<column_view>& columns) {
  out.shares = matrix::Zero(out.weights.rows(), out.weights.cols());
  for (Eigen::Index i = 0; i < out.weights.rows(); ++i) {
    double sum = 0;
    for (std::size_t j = 0; j < columns.size(); ++j)
      sum += out.weights(i, static_cast<Eigen::Index>(j)) * columns[j][static_cast<std::size_t>(i)];
    for (std::size_t j = 0; sum > 0 && j < columns.size(); ++j) {
      const auto column = static_cast<Eigen::Index>(j);
      out.shares(i, column) = out.weights(i, column) * columns[j][static_cast<std::size_t>(i)] / sum;
    }
  }
}

}  // namespace detail

QUINDEX_INLINE doubt benefit_of_the_doubt(const table& data, const doubt_options& options) {
  const std::vector<column_view> columns = detail::doubt_columns(data);
  numeric::envelopment found =
      numeric::envelop(columns, {.restrictions = detail::rule_rows(data, options), .on = options.on});
  doubt out{data.units(), data.indicators(), std::move(found.scores), std::move(found.weights), {}, {}};
  out.peers = std::move(found.peers);
  detail::fill_shares(out, columns);
  return out;
}

}  // namespace frontier
QUINDEX_END
