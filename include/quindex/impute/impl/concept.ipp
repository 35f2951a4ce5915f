/// Bodies of impute/concept.hpp.
#pragma once

#include <map>
#include <vector>

#include "quindex/impute/concept.hpp"

QUINDEX_BEGIN
namespace impute {

QUINDEX_INLINE fill fill_by_group(const column& x, std::string_view method,
                                  const std::function<double(column_view)>& statistic) {
  if (x.groups.empty())
    throw spec_error({x.where(), std::string(method) + " needs groups of units, the table has none",
                      "give the table groups, or impute without them"});
  std::map<std::string, std::vector<double>> values;
  for (std::size_t i = 0; i < x.x.size(); ++i)
    if (!x.groups[i].empty() && !is_missing(x.x[i])) values[x.groups[i]].push_back(x.x[i]);
  fill out;
  for (const auto& [label, present] : values) out.by_group.emplace_back(label, statistic(present));
  return out;
}

}  // namespace impute
QUINDEX_END
