/// Bodies of aggregate/electre_tri.hpp.
#pragma once

#include "quindex/aggregate/electre_tri.hpp"

QUINDEX_BEGIN
namespace aggregate {

QUINDEX_INLINE std::vector<std::vector<double>> electre_tri::boundaries(const alternatives& all) const {
  criterion::check_codes(profiles, all, "profiles");
  std::vector<std::vector<double>> out;
  for (std::size_t j = 0; j < all.columns.size(); ++j) {
    std::vector<double> values = criterion::given_or(profiles, all.criteria[j], profile);
    const std::string where = all.where + "/" + all.criteria[j];
    if (values.empty())
      throw spec_error(
          {where, "electre_tri has no profile for it",
           "give profile = [...] for all criteria, or profiles = {" + quoted(all.criteria[j]) + ": [...]}"});
    if (!out.empty() && values.size() != out.front().size())
      throw spec_error({where,
                        "its profile has " + std::to_string(values.size()) + " values, that of " +
                            quoted(all.criteria[0]) + " has " + std::to_string(out.front().size()),
                        "every criterion needs one value for each boundary between classes"});
    if (!all.better_when_high[j])
      for (double& x : values) x = -x;
    for (std::size_t h = 1; h < values.size(); ++h)
      if (values[h] < values[h - 1])
        throw spec_error({where, "value " + std::to_string(h + 1) + " of its profile is worse than the one before",
                          "profiles go from the worst class to the best"});
    out.push_back(std::move(values));
  }
  return out;
}

QUINDEX_INLINE electre_tri::classes electre_tri::of(const alternatives& all) const {
  constexpr double slack = 1e-12;  // credibilities are rounded sums of weights
  const credibility_criteria criteria = credibility_parameters<electre_tri>::criteria(*this, all);
  const std::vector<std::vector<double>> profile_columns = boundaries(all);
  const std::size_t n = all.size();
  const std::size_t k = profile_columns.empty() ? 0 : profile_columns[0].size();
  const std::vector<double> up = credibilities(criteria.columns, profile_columns, criteria);
  const std::vector<double> down = credibilities(profile_columns, criteria.columns, criteria);
  classes out{std::vector<double>(n, 1.0), std::vector<double>(n, static_cast<double>(k + 1))};
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t h = k; h-- > 0;) {
      const bool reaches = up[i * k + h] >= cut - slack;
      if (reaches && out.pessimistic[i] == 1.0) out.pessimistic[i] = static_cast<double>(h + 2);
      if (!reaches && down[h * n + i] >= cut - slack) out.optimistic[i] = static_cast<double>(h + 1);
    }
  }
  return out;
}

QUINDEX_INLINE std::vector<double> electre_tri::scores(const alternatives& all) const {
  classes found = of(all);
  return assignment == tri_assignment::pessimistic ? std::move(found.pessimistic) : std::move(found.optimistic);
}

QUINDEX_INLINE std::vector<measure> electre_tri::measures(const alternatives& all) const {
  classes found = of(all);
  return {{"pessimistic_class", std::move(found.pessimistic)}, {"optimistic_class", std::move(found.optimistic)}};
}

}  // namespace aggregate
QUINDEX_END
