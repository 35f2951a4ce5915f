/// Bodies of io/table_file.hpp: the writer.
#pragma once

#include "quindex/base/text.hpp"
#include "quindex/io/table_file.hpp"
#include "quindex/io/text.hpp"

QUINDEX_BEGIN
namespace io {
namespace detail {

QUINDEX_INLINE std::string number_or_nothing(double x) { return is_missing(x) ? std::string{} : number_text(x); }

}  // namespace detail

QUINDEX_INLINE void write_table(const table& data, const std::filesystem::path& file, const table_columns& columns) {
  const auto named = [](const std::string& name, const char* otherwise) {
    return name.empty() ? std::string(otherwise) : name;
  };
  const bool has_errors = data.standard_errors().size() > 0;
  std::vector<std::string> header{named(columns.unit, "unit")};
  if (!data.period().empty()) header.push_back(named(columns.period, "period"));
  if (!data.groups().empty()) header.push_back(named(columns.group, "group"));
  if (!data.sizes().empty()) header.push_back(named(columns.size, "size"));
  header.insert(header.end(), data.indicators().begin(), data.indicators().end());
  if (has_errors)
    for (const std::string& code : data.indicators()) header.push_back(code + named(columns.error_suffix, "_se"));
  const labels names(header);
  if (const auto twice = names.duplicate())
    throw data_error({file.string(), "two columns would be called " + quoted(header[*twice]),
                      "call the column of the table otherwise"});
  std::string out;
  append_csv_row(out, header, columns.format);
  for (std::size_t i = 0; i < data.units().size(); ++i) {
    std::vector<std::string> row{data.units()[i]};
    if (!data.period().empty()) row.push_back(data.period());
    if (!data.groups().empty()) row.push_back(data.groups()[i]);
    if (!data.sizes().empty()) row.push_back(detail::number_or_nothing(data.sizes()[i]));
    for (std::size_t j = 0; j < data.indicators().size(); ++j)
      row.push_back(detail::number_or_nothing(data.column(j)[i]));
    if (has_errors)
      for (Eigen::Index j = 0; j < data.standard_errors().cols(); ++j)
        row.push_back(detail::number_or_nothing(data.standard_errors()(static_cast<Eigen::Index>(i), j)));
    append_csv_row(out, row, columns.format);
  }
  write_file(file, out);
}

}  // namespace io
QUINDEX_END
