/// Bodies of weigh/keyed.hpp.
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/base/text.hpp"
#include "quindex/weigh/keyed.hpp"

QUINDEX_BEGIN
namespace weigh::detail {

QUINDEX_INLINE std::string brief(double x) {
  if (!std::isfinite(x) || x == 0) return number_text(x);
  double unit = 1;  // the fourth significant digit
  while (std::abs(x) < 1000 * unit) unit /= 10;
  while (std::abs(x) >= 10000 * unit) unit *= 10;
  return unit < 1 ? number_text(std::round(x / unit) / std::round(1 / unit)) : number_text(std::round(x));
}

QUINDEX_INLINE void check_codes(const path& where, const std::vector<std::string>& codes) {
  for (std::size_t i = 0; i < codes.size(); ++i)
    if (std::find(codes.begin(), codes.begin() + static_cast<std::ptrdiff_t>(i), codes[i]) !=
        codes.begin() + static_cast<std::ptrdiff_t>(i))
      throw spec_error({(where / codes[i]).text(), "the code stands twice", "keep one of them"});
}

QUINDEX_INLINE void check_codes(const path& where, const by_code& entries) { check_codes(where, codes_of(entries)); }

QUINDEX_INLINE void check_is_child(const group& g, const std::string& code, std::string_view field) {
  if (std::find(g.children.begin(), g.children.end(), code) == g.children.end())
    throw spec_error({g.where(), std::string(field) + " names " + quoted(code) + ", which is no child of the group",
                      did_you_mean(code, g.children)});
}

QUINDEX_INLINE std::vector<double> by_child(const group& g, const by_code& entries, std::string_view field,
                                            std::string_view of) {
  if (entries.empty())
    throw spec_error({g.where(), "there are no judgements",
                      "give `" + std::string(field) + "`: " + std::string(of) + " for each of " + listed(g.children)});
  for (const auto& entry : entries) check_is_child(g, entry.first, field);
  std::vector<double> out;
  std::vector<std::string> without;
  for (const std::string& child : g.children) {
    if (const double* const number = given_for(entries, child); number != nullptr)
      out.push_back(*number);
    else
      without.push_back(child);
  }
  if (!without.empty())
    throw spec_error({g.where(), std::string(field) + " says nothing of " + listed(without),
                      "give " + std::string(of) + " for each child of the group"});
  return out;
}

QUINDEX_INLINE std::vector<std::size_t> judged_positions(const group& g, const std::vector<std::string>& criteria,
                                                         std::size_t size, std::string_view field) {
  if (size == 0)
    throw spec_error({g.where(), "there are no judgements",
                      "give `" + std::string(field) + "`: a row and a column for each of " + listed(g.children)});
  for (const std::string& code : criteria) check_is_child(g, code, "criteria");
  std::vector<std::size_t> out;
  std::vector<std::string> without;
  for (std::size_t c = 0; c < g.children.size(); ++c) {
    if (criteria.empty()) {
      out.push_back(c);
      continue;
    }
    const auto at = std::find(criteria.begin(), criteria.end(), g.children[c]);
    if (at == criteria.end()) without.push_back(g.children[c]);
    out.push_back(static_cast<std::size_t>(at - criteria.begin()));
  }
  if (!without.empty())
    throw spec_error({g.where(), "criteria lacks " + listed(without), "name every child of the group once"});
  if (size != g.children.size())
    throw spec_error({g.where(),
                      std::string(field) + " judges " + std::to_string(size) + " criteria, the group has " +
                          std::to_string(g.children.size()) + " children",
                      "give a row and a column for each of " + listed(g.children)});
  return out;
}

QUINDEX_INLINE std::vector<double> taken(const std::vector<double>& values, const std::vector<std::size_t>& positions) {
  std::vector<double> out;
  out.reserve(positions.size());
  for (const std::size_t p : positions) out.push_back(values[p]);
  return out;
}

QUINDEX_INLINE std::vector<std::string> codes_of(const by_code& entries) {
  std::vector<std::string> out;
  for (const auto& entry : entries) out.push_back(entry.first);
  return out;
}

}  // namespace weigh::detail
QUINDEX_END
