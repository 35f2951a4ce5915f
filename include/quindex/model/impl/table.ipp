/// Bodies of model/table.hpp.
#pragma once

#include <cmath>

#include "quindex/base/text.hpp"
#include "quindex/model/table.hpp"

QUINDEX_BEGIN
namespace detail {

QUINDEX_INLINE void check_codes(const labels& codes, const std::string& what, std::vector<issue>& found) {
  if (const auto twice = codes.duplicate())
    found.push_back({what + "/" + codes[*twice],
                     "it stands twice, the second time at position " + std::to_string(*twice + 1),
                     "give every one a name of its own"});
}

QUINDEX_INLINE std::string cell(const labels& units, const labels& indicators, Eigen::Index i, Eigen::Index j) {
  return "indicators/" + indicators[static_cast<std::size_t>(j)] + "/" + units[static_cast<std::size_t>(i)];
}

QUINDEX_INLINE void check_shape(const std::string& what, const char* each, std::size_t found_size, std::size_t wanted,
                                std::vector<issue>& found) {
  if (found_size != wanted)
    found.push_back({what, "there are " + std::to_string(found_size),
                     "expected " + std::to_string(wanted) + ", one for each " + each});
}

}  // namespace detail

QUINDEX_INLINE std::vector<issue> table::problems(const labels& units, const labels& indicators,
                                                  const matrix_view& values, const table_options& more) {
  std::vector<issue> found;
  if (units.is_empty()) found.push_back({"units", "the table has no unit", "give it at least one row"});
  detail::check_shape("units", "row", units.size(), static_cast<std::size_t>(values.rows()), found);
  detail::check_shape("indicators", "column", indicators.size(), static_cast<std::size_t>(values.cols()), found);
  if (!more.groups.empty()) detail::check_shape("groups", "unit", more.groups.size(), units.size(), found);
  if (!more.sizes.empty()) detail::check_shape("sizes", "unit", more.sizes.size(), units.size(), found);
  const matrix& errors = more.standard_errors;
  if (errors.size() > 0 && (errors.rows() != values.rows() || errors.cols() != values.cols()))
    found.push_back({"standard_errors",
                     "there are " + std::to_string(errors.rows()) + " × " + std::to_string(errors.cols()),
                     "expected one for each cell"});
  detail::check_codes(units, "units", found);
  detail::check_codes(indicators, "indicators", found);
  if (!found.empty()) return found;
  for (Eigen::Index j = 0; j < values.cols(); ++j)
    for (Eigen::Index i = 0; i < values.rows(); ++i) {
      if (std::isinf(values(i, j)))
        found.push_back({detail::cell(units, indicators, i, j), "the value is " + number_text(values(i, j)),
                         "give a finite number, or leave the cell missing"});
      if (errors.size() > 0 && (std::isinf(errors(i, j)) || errors(i, j) < 0))
        found.push_back(
            {"standard_errors/" + indicators[static_cast<std::size_t>(j)] + "/" + units[static_cast<std::size_t>(i)],
             "the standard error is " + number_text(errors(i, j)), "give 0 or more, or leave the cell missing"});
    }
  for (std::size_t i = 0; i < more.sizes.size(); ++i)
    if (std::isinf(more.sizes[i]) || more.sizes[i] < 0)
      found.push_back(
          {"sizes/" + units[i], "the size is " + number_text(more.sizes[i]), "give 0 or more, or leave it missing"});
  return found;
}

QUINDEX_INLINE table::table(labels units, labels indicators, matrix values, table_options more) {
  const auto kept = std::make_shared<const matrix>(std::move(values));
  *this = table(std::move(units), std::move(indicators), matrix_view(kept->data(), kept->rows(), kept->cols()), kept,
                std::move(more));
}

QUINDEX_INLINE table::table(labels units, labels indicators, const matrix_view& values,
                            std::shared_ptr<const void> owner, table_options more)
    : units_(std::move(units)),
      indicators_(std::move(indicators)),
      owner_(std::move(owner)),
      data_(values.data()),
      more_(std::make_shared<const table_options>(std::move(more))) {
  const std::vector<issue> found = problems(units_, indicators_, values, *more_);
  if (!found.empty()) throw data_error(found.front());
}

QUINDEX_END
