/// Bodies of presets/hdi_2010.hpp.
#pragma once

#include "quindex/presets/hdi_2010.hpp"

QUINDEX_BEGIN
namespace presets {
namespace detail {

QUINDEX_INLINE node human_development(const std::string& suffix, std::pair<double, double> life_expectancy,
                                      std::string name, std::string name_zh) {
  const auto measured = [&](const char* code, const char* label, const char* zh, const char* unit,
                            std::pair<double, double> goalposts) {
    return indicator(code + suffix,
                     node_options{.name = label, .names = {{"zh", zh}}, .unit = unit, .goalposts = goalposts});
  };
  const auto dimension = [&](const char* code, const char* label, const char* zh, std::vector<node> children) {
    return group(code + suffix, std::move(children), node_options{.name = label, .names = {{"zh", zh}}});
  };
  return group("hdi" + suffix,
               {dimension("health", "Health", "健康",
                          {measured("le", "Life expectancy at birth", "出生时预期寿命", "years", life_expectancy)}),
                dimension("education", "Education", "教育",
                          {measured("eys", "Expected years of schooling", "预期受教育年限", "years", {0, 18}),
                           measured("mys", "Mean years of schooling", "平均受教育年限", "years", {0, 15})}),
                dimension("income", "Income", "收入",
                          {measured("gnipc", "Gross national income per capita", "人均国民总收入", "2017 PPP $",
                                    {100, 75000})})},
               node_options{.name = std::move(name), .names = {{"zh", std::move(name_zh)}}});
}

QUINDEX_INLINE spec human_development_spec(node root, const std::vector<std::string>& suffixes) {
  spec out;
  out.framework = framework(std::move(root));
  normalise::goalposts between{.low = 0, .high = 1, .clip = true};
  out.rank_decimals = 3;
  out.normalise = between;
  between.transform = maps::transform::log;
  out.aggregate = aggregate::arithmetic_mean{};
  for (const std::string& suffix : suffixes) {
    out.normalise.except.emplace_back("gnipc" + suffix, between);
    out.aggregate.except.emplace_back("hdi" + suffix, aggregate::geometric_mean{});
  }
  return out;
}

}  // namespace detail

QUINDEX_INLINE spec hdi_2010::make() const {
  return detail::human_development_spec(
      detail::human_development("", {20, 85}, "Human Development Index", "人类发展指数"), {""});
}

}  // namespace presets
QUINDEX_END
