/// Bodies of presets/ihdi_2010.hpp.
#pragma once

#include "quindex/presets/ihdi_2010.hpp"

QUINDEX_BEGIN
namespace presets {

QUINDEX_INLINE spec ihdi_2010::make() const {
  const auto unequal = [](const char* code, const char* name, const char* zh) {
    return indicator(code, node_options{.better = direction::worse_when_high,
                                        .name = name,
                                        .names = {{"zh", zh}},
                                        .unit = "%",
                                        .goalposts = std::pair(0.0, 100.0)});
  };
  node equality = group("equality",
                        {unequal("ineq_le", "Inequality in life expectancy", "预期寿命不平等"),
                         unequal("ineq_edu", "Inequality in education", "教育不平等"),
                         unequal("ineq_inc", "Inequality in income", "收入不平等")},
                        node_options{.name = "Equality", .names = {{"zh", "平等"}}});
  spec out = detail::human_development_spec(
      group("ihdi",
            {detail::human_development("", {20, 85}, "Human Development Index", "人类发展指数"), std::move(equality)},
            node_options{.name = "Inequality-adjusted Human Development Index",
                         .names = {{"zh", "不平等调整后的人类发展指数"}}}),
      {""});
  out.aggregate.except.emplace_back("equality", aggregate::geometric_mean{});
  out.aggregate.except.emplace_back("ihdi", aggregate::product{});
  return out;
}

}  // namespace presets
QUINDEX_END
