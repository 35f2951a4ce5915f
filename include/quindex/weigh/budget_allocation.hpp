/// Weights from points that judges share out.
#pragma once

#include <array>
#include <cmath>
#include <optional>
#include <string_view>

#include "quindex/base/text.hpp"
#include "quindex/describe/codec.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/weigh/keyed.hpp"

QUINDEX_BEGIN
namespace weigh {

/// What stands for the shares of all judges.
enum class joint_share { mean, median };

/// Weights from points that judges share out.
struct budget_allocation {
  std::vector<by_code> judges{};
  std::optional<double> budget{};
  joint_share joint = joint_share::mean;

  static constexpr method_info info{
      .name = "budget_allocation",
      .title = "Budget allocation",
      .summary = "Weights from points that judges share out.",
      .formula = R"(w_j = \frac{1}{K} \sum_{k=1}^{K} \frac{p_{kj}}{\sum_l p_{kl}})",
      .reference = "OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 6.2",
      .details =
          "Each judge has a budget, commonly 100 points, and gives most to what matters most. Judges count the same "
          "whatever the size of their budget; a child that a judge does not name gets none of it. With `budget` "
          "everybody has to spend exactly that. The handbook advises at most 10 to 12 children. The median is less "
          "moved by a single judge."};

  static constexpr auto fields() {
    return fields_of(
        field("judges", &budget_allocation::judges, "For each judge, points by code of the child.").at_least(0),
        field("budget", &budget_allocation::budget, "Points that every judge has to spend; any number without.")
            .above(0),
        field("joint", &budget_allocation::joint, "What stands for the shares of all judges."));
  }
  void check(const path& where) const;
  [[nodiscard]] std::vector<double> fit(const group& g) const;

  friend bool operator==(const budget_allocation&, const budget_allocation&) = default;
};

}  // namespace weigh

template <>
struct describe::enum_names<weigh::joint_share> {
  static constexpr auto names = std::to_array<std::string_view>({"mean", "median"});
};

namespace weigh {

inline void budget_allocation::check(const path& where) const {
  const path all = where / "judges";
  for (std::size_t k = 0; k < judges.size(); ++k) {
    const std::string judge = std::to_string(k);
    const path here = all / judge;
    detail::check_codes(here, judges[k]);
    std::vector<double> points;
    for (const auto& entry : judges[k]) points.push_back(entry.second);
    const double spent = numeric::sum(points);
    if (!(spent > 0)) throw spec_error({here.text(), "the judge gives no points", "leave the judge out"});
    if (budget && std::abs(spent - *budget) > 1e-9 * *budget)
      throw spec_error(
          {here.text(), "the judge gives " + number_text(spent) + " points", "the budget is " + number_text(*budget)});
  }
}

inline std::vector<double> budget_allocation::fit(const group& g) const {
  if (judges.empty())
    throw spec_error({g.where(), "there are no judgements",
                      "give `judges`: for each judge, points by code among " + listed(g.children)});
  std::vector<std::vector<double>> shares(g.children.size());
  for (const by_code& judge : judges) {
    std::vector<double> points;
    for (const auto& entry : judge) {
      detail::check_is_child(g, entry.first, "judges");
      points.push_back(entry.second);
    }
    const double spent = numeric::sum(points);
    for (std::size_t j = 0; j < g.children.size(); ++j) {
      double own = 0;
      for (const auto& entry : judge)
        if (entry.first == g.children[j]) own = entry.second;
      shares[j].push_back(own / spent);
    }
  }
  std::vector<double> out;
  for (const std::vector<double>& share : shares)
    out.push_back(joint == joint_share::mean ? numeric::mean(share) : numeric::median(share));
  const double total = numeric::sum(out);
  if (!(total > 0))
    throw spec_error({g.where(), "the medians of all shares are 0", "use the mean, or ask more judges"});
  for (double& w : out) w /= total;
  return out;
}

}  // namespace weigh
QUINDEX_END
