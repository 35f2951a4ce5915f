/// Bodies of io/table_file.hpp.
#pragma once

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "quindex/base/text.hpp"
#include "quindex/io/table_file.hpp"
#include "quindex/io/text.hpp"

QUINDEX_BEGIN
namespace io {
namespace detail {

/// Finds the columns of a file once and reads tables out of chosen rows.
class table_reader {
 public:
  table_reader(const csv& rows, const table_columns& columns);

  [[nodiscard]] table read(const std::vector<std::size_t>& rows, const std::string& period) const;
  [[nodiscard]] std::string period_of(std::size_t row) const;
  [[nodiscard]] bool has_periods() const { return period_.has_value(); }
  [[nodiscard]] std::string where(std::size_t row, const std::string& what) const {
    return place_of(rows_.source(), rows_.line(row)) + ": " + what;
  }

 private:
  [[nodiscard]] std::size_t find(const std::string& name, const char* what) const;
  [[nodiscard]] std::optional<std::size_t> find_named(const std::string& name, const char* what) const;
  void find_indicators();
  [[nodiscard]] double number(std::size_t row, std::size_t column, const std::string& family) const;
  void fill(const std::vector<std::size_t>& rows, std::size_t column, std::span<double> out,
            const std::string& family) const;
  [[nodiscard]] std::vector<std::string> units_of(const std::vector<std::size_t>& rows,
                                                  const std::string& period) const;

  const csv& rows_;
  const table_columns& columns_;
  std::size_t unit_ = 0;
  std::optional<std::size_t> group_;
  std::optional<std::size_t> size_;
  std::optional<std::size_t> period_;
  std::vector<std::size_t> indicators_;
  std::vector<std::optional<std::size_t>> errors_;  // one per indicator; empty when no indicator has a column of them
  labels names_;
};

QUINDEX_INLINE table_reader::table_reader(const csv& rows, const table_columns& columns)
    : rows_(rows), columns_(columns) {
  unit_ = columns.unit.empty() ? 0 : find(columns.unit, "units");
  group_ = find_named(columns.group, "groups");
  size_ = find_named(columns.size, "sizes");
  period_ = find_named(columns.period, "periods");
  find_indicators();
}

QUINDEX_INLINE std::size_t table_reader::find(const std::string& name, const char* what) const {
  if (const auto at = rows_.header().find(name)) return *at;
  throw data_error({(rows_.source().empty() ? "" : rows_.source() + ": ") + what,
                    "the file has no column " + quoted(name), did_you_mean(name, rows_.header().codes())});
}

QUINDEX_INLINE std::optional<std::size_t> table_reader::find_named(const std::string& name, const char* what) const {
  return name.empty() ? std::nullopt : std::optional(find(name, what));
}

QUINDEX_INLINE void table_reader::find_indicators() {
  const labels& header = rows_.header();
  const std::string& suffix = columns_.error_suffix;
  std::vector<bool> taken(header.size(), false);
  for (const auto& column : {std::optional(unit_), group_, size_, period_})
    if (column) taken[*column] = true;
  const auto error_of = [&](const std::string& name) {
    return suffix.empty() ? std::nullopt : header.find(name + suffix);
  };
  std::vector<std::string> names = columns_.indicators;
  if (names.empty()) {
    for (const std::string& name : header)
      if (const auto at = error_of(name)) taken[*at] = true;
    for (std::size_t j = 0; j < header.size(); ++j)
      if (!taken[j]) names.push_back(header[j]);
  }
  if (names.empty())
    throw io_error({rows_.source().empty() ? "text" : rows_.source(),
                    "there is no column for an indicator, only " + listed(header.codes()),
                    "check the delimiter: it is " + quoted(std::string_view(&columns_.format.delimiter, 1))});
  bool has_errors = false;
  for (const std::string& name : names) {
    indicators_.push_back(find(name, "indicators"));
    errors_.push_back(error_of(name));
    has_errors = has_errors || errors_.back();
  }
  if (!has_errors) errors_.clear();
  names_ = labels(std::move(names));
}

QUINDEX_INLINE double table_reader::number(std::size_t row, std::size_t column, const std::string& family) const {
  const std::string_view text = trimmed(rows_.cell(row, column));
  for (const std::string& word : columns_.missing)
    if (text == word) return missing_value;
  const number_in_text found = number_in(text);
  if (found.value) return *found.value;
  std::string hint = found.hint;
  if (hint.empty())
    hint = "write a number; a missing value is " + listed(columns_.missing, 4) + "; a column of text is no indicator";
  throw data_error({where(row, family + "/" + rows_.header()[column] + "/" + std::string(rows_.cell(row, unit_))),
                    found.problem, hint});
}

QUINDEX_INLINE void table_reader::fill(const std::vector<std::size_t>& rows, std::size_t column, std::span<double> out,
                                       const std::string& family) const {
  for (std::size_t i = 0; i < rows.size(); ++i) out[i] = number(rows[i], column, family);
}

QUINDEX_INLINE std::string table_reader::period_of(std::size_t row) const {
  std::string text(trimmed(rows_.cell(row, *period_)));
  if (text.empty())
    throw data_error({where(row, "units/" + std::string(rows_.cell(row, unit_))), "the row has no period",
                      "fill in the column " + quoted(columns_.period)});
  return text;
}

QUINDEX_INLINE std::vector<std::string> table_reader::units_of(const std::vector<std::size_t>& rows,
                                                               const std::string& period) const {
  std::vector<std::string> units;
  std::unordered_map<std::string_view, std::size_t> first;
  units.reserve(rows.size());
  first.reserve(rows.size());
  for (const std::size_t row : rows) {
    const std::string_view unit = rows_.cell(row, unit_);
    if (unit.empty())
      throw data_error(
          {where(row, "units"), "the unit has no name", "fill in the column " + quoted(rows_.header()[unit_])});
    const auto [seen, is_new] = first.emplace(unit, row);
    if (!is_new)
      throw data_error({where(row, "units/" + std::string(unit)),
                        "it stands twice" + (period.empty() ? "" : " in period " + quoted(period)) +
                            ", first on line " + std::to_string(rows_.line(seen->second)),
                        period.empty() ? "give every unit one row, or name the column of periods"
                                       : "give every unit one row a period"});
    units.emplace_back(unit);
  }
  return units;
}

QUINDEX_INLINE table table_reader::read(const std::vector<std::size_t>& rows, const std::string& period) const {
  if (rows.empty())
    throw data_error({rows_.source().empty() ? "text" : rows_.source(), "there is a header and no row",
                      "give it at least one unit"});
  std::vector<std::string> units = units_of(rows, period);
  const auto n = static_cast<Eigen::Index>(rows.size());
  const auto m = static_cast<Eigen::Index>(indicators_.size());
  matrix values(n, m);
  table_options more;
  more.period = period;
  for (Eigen::Index j = 0; j < m; ++j)
    fill(rows, indicators_[static_cast<std::size_t>(j)], column_of(values, j), "indicators");
  if (group_)
    for (const std::size_t row : rows) more.groups.emplace_back(rows_.cell(row, *group_));
  if (size_) {
    more.sizes.resize(rows.size());
    fill(rows, *size_, more.sizes, "sizes");
  }
  if (!errors_.empty()) {
    more.standard_errors = matrix::Constant(n, m, missing_value);
    for (Eigen::Index j = 0; j < m; ++j)
      if (const auto& column = errors_[static_cast<std::size_t>(j)])
        fill(rows, *column, column_of(more.standard_errors, j), "standard_errors");
  }
  return {labels(std::move(units)), names_, std::move(values), std::move(more)};
}

/// Rows by period, the periods in order; mixed numbers and texts would have none.
QUINDEX_INLINE std::vector<std::pair<std::string, std::vector<std::size_t>>> rows_by_period(const table_reader& reader,
                                                                                            const csv& rows) {
  std::vector<std::pair<std::string, std::vector<std::size_t>>> out;
  std::unordered_map<std::string, std::size_t> places;
  const auto is_number = [](const std::string& text) { return number_in(text).value.has_value(); };
  for (std::size_t row = 0; row < rows.rows(); ++row) {
    const std::string period = reader.period_of(row);
    const auto [at, is_new] = places.emplace(period, out.size());
    if (is_new) {
      out.emplace_back(period, std::vector<std::size_t>{});
      if (is_number(period) != is_number(out.front().first))
        throw data_error({reader.where(row, "periods/" + period),
                          "some periods are numbers and some are not: found " + quoted(period) + " beside " +
                              quoted(out.front().first),
                          "write all periods alike, so that they have an order"});
    }
    out[at->second].second.push_back(row);
  }
  const bool numbers = !out.empty() && is_number(out.front().first);
  std::stable_sort(out.begin(), out.end(), [&](const auto& a, const auto& b) {
    return numbers ? *number_in(a.first).value < *number_in(b.first).value : a.first < b.first;
  });
  return out;
}

}  // namespace detail

QUINDEX_INLINE table table_from_csv(const csv& rows, const table_columns& columns) {
  const detail::table_reader reader(rows, columns);
  std::vector<std::size_t> all(rows.rows());
  for (std::size_t row = 0; row < all.size(); ++row) all[row] = row;
  std::string period;
  for (const std::size_t row : all) {
    if (!reader.has_periods()) break;
    const std::string own = reader.period_of(row);
    if (row > 0 && own != period)
      throw data_error({reader.where(row, "periods/" + own),
                        "a table has one period, found " + quoted(own) + " beside " + quoted(period),
                        "read the file as a panel"});
    period = own;
  }
  return reader.read(all, period);
}

QUINDEX_INLINE table read_table(const std::filesystem::path& file, const table_columns& columns) {
  return table_from_csv(read_csv(file, columns.format), columns);
}

QUINDEX_INLINE panel panel_from_csv(const csv& rows, const table_columns& columns) {
  if (columns.period.empty())
    throw data_error({"periods", "no column of periods is named", "say which column holds them"});
  const detail::table_reader reader(rows, columns);
  std::vector<table> tables;
  for (const auto& [period, own] : detail::rows_by_period(reader, rows)) tables.push_back(reader.read(own, period));
  if (tables.empty()) return panel({reader.read({}, "")});  // throws: no row
  return panel(std::move(tables));
}

QUINDEX_INLINE panel read_panel(const std::filesystem::path& file, const table_columns& columns) {
  return panel_from_csv(read_csv(file, columns.format), columns);
}

}  // namespace io
QUINDEX_END
