/// Bodies of io/framework_file.hpp.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "quindex/base/text.hpp"
#include "quindex/error.hpp"
#include "quindex/io/csv.hpp"
#include "quindex/io/framework_file.hpp"
#include "quindex/io/text.hpp"

QUINDEX_BEGIN
namespace io {
namespace detail {

constexpr std::string_view name_prefix = "name_";

/// Two numbers in "[6.5, 8.5]" or "6.5..8.5", or nothing.
QUINDEX_INLINE std::optional<std::pair<double, double>> two_numbers(std::string_view text) {
  std::string_view separator = "..";
  if (text.size() > 2 && text.front() == '[' && text.back() == ']')
    text = text.substr(1, text.size() - 2), separator = ",";
  const std::size_t at = text.find(separator);
  if (at == std::string_view::npos) return std::nullopt;
  const auto low = number_in(text.substr(0, at)).value;
  const auto high = number_in(text.substr(at + separator.size())).value;
  return low && high ? std::optional(std::pair(*low, *high)) : std::nullopt;
}

/// Reads the rows of one file.
class framework_reader {
 public:
  explicit framework_reader(const csv& rows);
  [[nodiscard]] std::vector<framework_row> read() const;
  [[nodiscard]] const csv& rows() const { return rows_; }

 private:
  [[nodiscard]] std::string text(std::size_t row, std::string_view column) const {
    const auto at = rows_.header().find(column);
    return at ? std::string(trimmed(rows_.cell(row, *at))) : std::string{};
  }
  [[nodiscard]] std::string where(std::size_t row) const {
    return place_of(rows_.source(), rows_.line(row)) + ": " + text(row, "code");
  }
  [[nodiscard]] std::optional<double> number(std::size_t row, std::string_view column) const;
  [[nodiscard]] node_options options(std::size_t row) const;

  const csv& rows_;
};

QUINDEX_INLINE framework_reader::framework_reader(const csv& rows) : rows_(rows) {
  const std::vector<std::string> known{"code",    "parent",  "weight",       "direction",     "unit",  "name",
                                       "name_en", "name_zh", "goalpost_low", "goalpost_high", "target"};
  const std::string where = place_of(rows.source(), 1);
  for (const std::string& column : {known[0], known[1]})
    if (!rows.header().has(column))
      throw framework_error(
          {where, "the column " + quoted(column) + " is missing", "the columns are " + listed(known, known.size())});
  for (const std::string& column : rows.header()) {
    const bool is_name = column.size() > name_prefix.size() && column.substr(0, name_prefix.size()) == name_prefix;
    if (!is_name && std::find(known.begin(), known.end(), column) == known.end())
      throw framework_error({where, "a framework has no column " + quoted(column), did_you_mean(column, known)});
  }
}

QUINDEX_INLINE std::optional<double> framework_reader::number(std::size_t row, std::string_view column) const {
  const std::string found = text(row, column);
  if (found.empty()) return std::nullopt;
  const number_in_text x = number_in(found);
  if (!x.value)
    throw framework_error({where(row) + "/" + std::string(column), x.problem,
                           x.hint.empty() ? "write a number, or leave the cell empty" : x.hint});
  return x.value;
}

QUINDEX_INLINE node_options framework_reader::options(std::size_t row) const {
  node_options about;
  about.better = direction_from_text(text(row, "direction"), where(row) + "/direction");
  about.weight = number(row, "weight").value_or(about.weight);
  about.unit = text(row, "unit");
  about.name = text(row, "name");
  for (const std::string& column : rows_.header())
    if (column.substr(0, name_prefix.size()) == name_prefix)
      if (std::string name = text(row, column); !name.empty())
        about.names.emplace_back(column.substr(name_prefix.size()), std::move(name));
  about.target = number(row, "target");
  const auto low = number(row, "goalpost_low");
  const auto high = number(row, "goalpost_high");
  if (low.has_value() != high.has_value())
    throw framework_error({where(row), std::string("it has a ") + (low ? "lower" : "upper") + " goalpost only",
                           "give both goalposts, or none"});
  if (low) about.goalposts = {*low, *high};
  return about;
}

QUINDEX_INLINE std::vector<framework_row> framework_reader::read() const {
  std::vector<framework_row> out;
  for (std::size_t row = 0; row < rows_.rows(); ++row) {
    const std::string code = text(row, "code");
    if (code.empty())
      throw framework_error(
          {place_of(rows_.source(), rows_.line(row)), "the row has no code", "give every row a code"});
    out.push_back({code, text(row, "parent"), options(row)});
  }
  if (out.empty())
    throw framework_error(
        {rows_.source(), "there is a header and no row", "give the index a row, and every group and indicator"});
  return out;
}

}  // namespace detail

QUINDEX_INLINE direction direction_from_text(std::string_view text, const std::string& where) {
  constexpr std::array<std::string_view, 6> high{"", "high", "+", "1", "正", "正向"};
  constexpr std::array<std::string_view, 6> low{"low", "-", "-1", "−", "负", "负向"};
  text = detail::trimmed(text);
  if (std::find(high.begin(), high.end(), text) != high.end()) return direction::better_when_high;
  if (std::find(low.begin(), low.end(), text) != low.end()) return direction::worse_when_high;
  if (const auto point = number_in(text).value) return direction::optimal_point(*point);
  if (const auto ends = detail::two_numbers(text)) {
    if (ends->first <= ends->second) return direction::optimal_interval(ends->first, ends->second);
    throw framework_error(
        {where, "the optimal interval " + quoted(text) + " is reversed", "write the lower end first"});
  }
  throw framework_error({where, "unknown direction " + quoted(text),
                         did_you_mean(text, {"high", "low", "+", "-", "1", "-1", "正", "负"}) +
                             " (or an optimal point 7, or an optimal interval [6.5, 8.5])"});
}

QUINDEX_INLINE std::string direction_text(const direction& better) {
  if (!better.is_optimal()) return better.better == direction::kind::high ? "high" : "low";
  std::string low = number_text(better.optimum_low);
  if (better.optimum_low == better.optimum_high && low != "1" && low != "-1") return low;
  return "[" + low + ", " + number_text(better.optimum_high) + "]";
}

QUINDEX_INLINE framework framework_from_csv(const csv& rows) {
  const std::vector<framework_row> read = detail::framework_reader(rows).read();
  try {
    return framework_from_rows(read);
  } catch (const framework_error& wrong) {
    std::string where = wrong.where();
    for (std::size_t row = 0; row < read.size(); ++row)  // the last row of a code: the one that is too many
      if (read[row].code == wrong.where()) where = place_of(rows.source(), rows.line(row)) + ": " + wrong.where();
    if (where == wrong.where() && !rows.source().empty()) where = rows.source() + ": " + where;
    throw framework_error({where, wrong.about().what, wrong.hint()});
  }
}

QUINDEX_INLINE framework read_framework(const std::filesystem::path& file, csv_format format) {
  return framework_from_csv(read_csv(file, format));
}

QUINDEX_INLINE std::string framework_csv(const framework& tree, csv_format format) {
  const std::vector<framework_row> rows = framework_rows(tree);
  std::set<std::string> languages;
  bool has_names = false;
  for (const framework_row& row : rows) {
    has_names = has_names || !row.about.name.empty();
    for (const auto& name : row.about.names) languages.insert(name.first);
  }
  std::vector<std::string> header{"code", "parent", "weight", "direction", "unit"};
  if (has_names) header.emplace_back("name");
  for (const std::string& language : languages) header.push_back(std::string(detail::name_prefix) + language);
  header.insert(header.end(), {"goalpost_low", "goalpost_high", "target"});
  std::string out;
  append_csv_row(out, header, format);
  const auto number = [](const std::optional<double>& x) { return x ? number_text(*x) : std::string{}; };
  for (const framework_row& row : rows) {
    const node_options& about = row.about;
    std::vector<std::string> fields{row.code, row.parent, number_text(about.weight), direction_text(about.better),
                                    about.unit};
    if (has_names) fields.push_back(about.name);
    for (const std::string& language : languages) {
      const auto at = std::find_if(about.names.begin(), about.names.end(),
                                   [&](const auto& name) { return name.first == language; });
      fields.push_back(at == about.names.end() ? std::string{} : at->second);
    }
    fields.push_back(about.goalposts ? number_text(about.goalposts->first) : std::string{});
    fields.push_back(about.goalposts ? number_text(about.goalposts->second) : std::string{});
    fields.push_back(number(about.target));
    append_csv_row(out, fields, format);
  }
  return out;
}

QUINDEX_INLINE void write_framework(const framework& tree, const std::filesystem::path& file, csv_format format) {
  write_file(file, framework_csv(tree, format));
}

}  // namespace io
QUINDEX_END
