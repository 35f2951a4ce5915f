/// Bodies of model/panel.hpp.
#pragma once

#include <algorithm>
#include <charconv>
#include <optional>

#include "quindex/base/text.hpp"
#include "quindex/model/panel.hpp"

QUINDEX_BEGIN
namespace detail {

QUINDEX_INLINE std::optional<double> as_number(const std::string& text) {
  double x = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), x);
  return end.ec == std::errc{} && end.ptr == text.data() + text.size() ? std::optional(x) : std::nullopt;
}

QUINDEX_INLINE bool is_earlier(const std::string& a, const std::string& b) {
  const auto x = as_number(a);
  const auto y = as_number(b);
  return x && y ? *x < *y : a < b;
}

QUINDEX_INLINE void append_rows(const table& from, const table_options& seen, matrix& values, table_options& to,
                                Eigen::Index row) {
  const Eigen::Index n = from.values().rows();
  values.middleRows(row, n) = from.values();
  if (!seen.groups.empty()) to.groups.insert(to.groups.end(), from.groups().begin(), from.groups().end());
  if (!seen.sizes.empty()) to.sizes.insert(to.sizes.end(), from.sizes().begin(), from.sizes().end());
  if (seen.standard_errors.size() > 0) to.standard_errors.middleRows(row, n) = from.standard_errors();
}

}  // namespace detail

QUINDEX_INLINE panel::panel(std::vector<table> tables) : tables_(std::move(tables)) {
  if (tables_.empty()) throw data_error({"panel", "there is no table", "give at least one period"});
  for (std::size_t i = 0; i < tables_.size(); ++i) {
    const std::string& period = tables_[i].period();
    const std::string where = "periods/" + period;
    if (period.empty())
      throw data_error({"panel", "table " + std::to_string(i + 1) + " has no period", "name it: .period = \"2022\""});
    if (tables_[i].indicators() != tables_[0].indicators())
      throw data_error({where, "its indicators differ from those of " + quoted(tables_[0].period()),
                        "give every period the same columns"});
    if (i == 0) continue;
    const std::string& before = tables_[i - 1].period();
    if (period == before) throw data_error({where, "the period stands twice", "give every period once"});
    if (!detail::is_earlier(before, period))
      throw data_error({where, "it comes after " + quoted(before), "write the periods in order"});
  }
}

QUINDEX_INLINE std::vector<std::string> panel::periods() const {
  return each([](const table& t) { return t.period(); });
}

QUINDEX_INLINE std::vector<double> panel::times() const {
  std::vector<double> out;
  for (const table& t : tables_)
    if (const auto number = detail::as_number(t.period())) out.push_back(*number);
  if (out.size() == tables_.size()) return out;
  out.clear();
  for (std::size_t t = 0; t < tables_.size(); ++t) out.push_back(static_cast<double>(t + 1));
  return out;
}

QUINDEX_INLINE const table& panel::at(const std::string& period) const {
  for (const table& t : tables_)
    if (t.period() == period) return t;
  throw data_error({"panel", "there is no period " + quoted(period), did_you_mean(period, periods())});
}

QUINDEX_INLINE table panel::pooled() const {
  if (tables_.empty()) throw data_error({"panel", "there is no table", "give at least one period"});
  std::size_t rows = 0;
  table_options seen{tables_[0].groups(), tables_[0].sizes(), tables_[0].standard_errors()};
  for (const table& t : tables_) {
    rows += t.units().size();
    if (t.groups().empty()) seen.groups.clear();
    if (t.sizes().empty()) seen.sizes.clear();
    if (t.standard_errors().size() == 0) seen.standard_errors.resize(0, 0);
  }
  const auto columns = static_cast<Eigen::Index>(tables_[0].indicators().size());
  matrix values(static_cast<Eigen::Index>(rows), columns);
  table_options more;
  if (seen.standard_errors.size() > 0) more.standard_errors.resize(static_cast<Eigen::Index>(rows), columns);
  std::vector<std::string> units;
  units.reserve(rows);
  for (const table& t : tables_) {
    detail::append_rows(t, seen, values, more, static_cast<Eigen::Index>(units.size()));
    for (const std::string& unit : t.units()) units.push_back(unit + " @ " + t.period());
  }
  return {labels(std::move(units)), tables_[0].indicators(), std::move(values), std::move(more)};
}

QUINDEX_END
