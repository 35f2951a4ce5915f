/// The unit's last known value.
#pragma once

#include "quindex/impute/concept.hpp"

QUINDEX_BEGIN
namespace impute {

/// Missing values of a panel take the unit's latest earlier value.
struct latest {
  int limit = 0;
  bool backwards = false;

  static constexpr method_info info{
      .name = "latest",
      .title = "Latest earlier value",
      .summary = "Missing values of a panel take the unit's latest earlier value.",
      .formula = R"(x_{it} := x_{is}, \quad s = \max\{r < t : x_{ir} \text{ observed}\})",
      .reference =
          "Becker, Caperna, Del Sorbo, Norlén, Papadimitriou and Saisana (2022), COINr: An R package for "
          "developing composite indicators, Journal of Open Source Software 7(78); panel imputation",
      .details =
          "Looks at other periods of a panel, so it is done before all other steps, and does nothing to a table on its "
          "own. Only observed values are carried, up to limit periods of the panel. With backwards, what comes before "
          "the first observation takes that one, up to limit periods back (COINr's constant). What then is missing "
          "stays so, and a note says it."};

  static constexpr auto fields() {
    return fields_of(
        field("limit", &latest::limit, "For how many periods a value is carried on; 0 for any.").at_least(0),
        field("backwards", &latest::backwards, "Whether the first value also serves the periods before it."));
  }
  void complete(const series& /*unused*/, std::span<double> x) const {
    const std::size_t none = x.size();
    std::size_t first = none;
    std::size_t last = none;
    for (std::size_t t = 0; t < x.size(); ++t) {
      if (!is_missing(x[t])) {
        last = t;
        if (first == none) first = t;
      } else if (last != none && (limit == 0 || t - last <= static_cast<std::size_t>(limit))) {
        x[t] = x[last];
      }
    }
    if (backwards && first != none)
      for (std::size_t t = 0; t < first; ++t)
        if (limit == 0 || first - t <= static_cast<std::size_t>(limit)) x[t] = x[first];
  }

  friend bool operator==(const latest&, const latest&) = default;
};

}  // namespace impute
QUINDEX_END
