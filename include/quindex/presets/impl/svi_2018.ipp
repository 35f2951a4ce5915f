/// Bodies of presets/svi_2018.hpp.
#pragma once

#include "quindex/presets/svi_2018.hpp"

QUINDEX_BEGIN
namespace presets {
namespace detail {

QUINDEX_INLINE node theme(const char* code, const char* name,
                          const std::vector<std::pair<const char*, const char*>>& indicators) {
  std::vector<node> children;
  for (const auto& [column, meaning] : indicators)
    children.push_back(indicator(column, node_options{.name = meaning, .unit = "%"}));
  return group(code, std::move(children), node_options{.name = name});
}

QUINDEX_INLINE framework social_vulnerability() {
  node status = theme("THEME1", "Socioeconomic status",
                      {{"EP_POV", "Persons below poverty"},
                       {"EP_UNEMP", "Unemployed"},
                       {"EP_PCI", "Per-capita income"},
                       {"EP_NOHSDP", "No high school diploma, age 25 and over"}});
  status.children[2].about.better = direction::worse_when_high;
  status.children[2].about.unit = "US$";
  return group("THEMES",
               {std::move(status),
                theme("THEME2", "Household composition and disability",
                      {{"EP_AGE65", "Aged 65 and over"},
                       {"EP_AGE17", "Aged 17 and under"},
                       {"EP_DISABL", "With a disability"},
                       {"EP_SNGPNT", "Single-parent households"}}),
                theme("THEME3", "Minority status and language",
                      {{"EP_MINRTY", "Minority"}, {"EP_LIMENG", "Speaks English less than well"}}),
                theme("THEME4", "Housing type and transport",
                      {{"EP_MUNIT", "Housing in structures of 10 units or more"},
                       {"EP_MOBILE", "Mobile homes"},
                       {"EP_CROWD", "Households with more people than rooms"},
                       {"EP_NOVEH", "Households without a vehicle"},
                       {"EP_GROUPQ", "Persons in group quarters"}})},
               node_options{.name = "Social vulnerability"});
}

}  // namespace detail

QUINDEX_INLINE spec svi_2018::make() const {
  const normalise::percentile_rank rank{
      .reversal = normalise::reversal::complement, .low = 0, .high = 1, .decimals = 4};
  spec out;
  out.framework = detail::social_vulnerability();
  out.normalise = rank;
  out.aggregate = aggregate::sum{};
  out.rank_decimals = 4;
  out.publish = choice<normalise::method>(rank);
  return out;
}

}  // namespace presets
QUINDEX_END
