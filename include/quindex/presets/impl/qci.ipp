/// Bodies of presets/qci.hpp.
#pragma once

#include <algorithm>

#include "quindex/base/text.hpp"
#include "quindex/presets/qci.hpp"
#include "quindex/presets/qci_from_level_scores.hpp"

QUINDEX_BEGIN
namespace presets {
namespace detail {

constexpr std::pair<double, double> no_thresholds{0, 0};

inline node named(node n, std::string name, std::string zh) {
  n.about.name = std::move(name);
  n.about.names = {{"zh", std::move(zh)}};
  return n;
}

QUINDEX_INLINE node quality_level() {
  const auto part = [](const char* code, const char* name, const char* zh, std::vector<node> two) {
    return named(group(code, std::move(two)), name, zh);
  };
  return part(
      "quality_level", "Quality level", "质量水平",
      {part("standards_and_technology", "Standards and technology", "标准与技术水平",
            {named(indicator("grading_rate"), "Quality grading rate of products", "产品质量等级品率"),
             named(indicator("microelectronic_share"), "Share of micro-electronically controlled equipment",
                   "微电子控制设备比重")}),
       part("quality_management", "Quality management", "质量管理水平",
            {named(indicator("certification_rate"), "Certification rate of quality management systems",
                   "质量管理体系认证率"),
             named(indicator("quality_loss_rate", direction::worse_when_high), "Quality loss rate", "质量损失率")}),
       part("supervision_and_inspection", "Quality supervision and inspection", "质量监督与检验水平",
            {named(indicator("spot_check_pass_rate"), "Pass rate of supervision spot checks", "产品监督抽查合格率"),
             named(indicator("export_pass_rate"), "Inspection pass rate of export commodities",
                   "出口商品检验合格率")})});
}

QUINDEX_INLINE node development_capability() {
  const auto part = [](const char* code, const char* name, const char* zh, std::vector<node> two) {
    return named(group(code, std::move(two)), name, zh);
  };
  return part(
      "development_capability", "Development capability", "发展能力",
      {part("research_and_renovation", "Research and technical renovation", "研发与技术改造能力",
            {named(indicator("research_share"), "Share of research and development expenditure",
                   "研究与试验发展经费比重"),
             named(indicator("renovation_share"), "Share of technical renovation expenditure", "技术改造经费比重")}),
       part("core_technology", "Core technology", "核心技术能力",
            {named(indicator("patents"), "Patents held per million yuan of output", "每百万元产值拥有专利数"),
             named(indicator("new_product_share"), "Share of new products in sales", "新产品销售比重")}),
       part("market_adaptability", "Market adaptability", "市场适应能力",
            {named(indicator("average_sales"), "Average product sales revenue", "平均产品销售收入"),
             named(indicator("international_share"), "Share of international sales", "国际市场销售率")})});
}

/// Calls `f` with every node below `root`.
template <class F>
void for_each_below(node& root, F&& f) {
  for (node& child : root.children) {
    f(child);
    for_each_below(child, f);
  }
}

/// Keys that are not among the codes, and codes without a key, are errors.
template <class Value>
void check_keys(const path& where, const std::vector<std::pair<std::string, Value>>& given,
                const std::vector<std::string>& codes) {
  for (const auto& [code, value] : given)
    if (std::find(codes.begin(), codes.end(), code) == codes.end())
      throw spec_error({(where / code).text(), "the index has no such node here", did_you_mean(code, codes)});
  std::vector<std::string> absent;
  for (const std::string& code : codes)
    if (std::none_of(given.begin(), given.end(), [&](const auto& entry) { return entry.first == code; }))
      absent.push_back(code);
  if (!absent.empty())
    throw spec_error({where.text(), "there is none for " + listed(absent, codes.size()), "give one for each code"});
}

template <class Value>
Value value_of(const std::vector<std::pair<std::string, Value>>& given, const std::string& code) {
  return std::find_if(given.begin(), given.end(), [&](const auto& entry) { return entry.first == code; })->second;
}

}  // namespace detail

QUINDEX_INLINE void qci::check(const path& where) const {
  node level = detail::quality_level();
  node capability = detail::development_capability();
  std::vector<std::string> below;
  std::vector<std::string> indicators;
  for (node* block : {&level, &capability})
    detail::for_each_below(*block, [&](const node& n) {
      below.push_back(n.code);
      if (!n.is_group) indicators.push_back(n.code);
    });
  if (!lower_weights.is_given())
    throw spec_error(
        {(where / "lower_weights").text(), "nobody has published the weights inside the two blocks, and none are given",
         "give a weight for each of the 6 parts and the 12 indicators, or \"equal_weights_assumption\", which "
         "will be part of the index's name"});
  if (!lower_weights.equal_weights_assumption)
    detail::check_keys(where / "lower_weights", lower_weights.weights, below);
  if (thresholds.empty())
    throw spec_error({(where / "thresholds").text(), "nobody has published the thresholds, and none are given",
                      "give two values for each of the 12 indicators, the lower one first"});
  detail::check_keys(where / "thresholds", thresholds, indicators);
  for (const auto& [code, two] : thresholds)
    if (!(two.first < two.second))
      throw spec_error({(where / "thresholds" / code).text(),
                        "the first value (" + number_text(two.first) + ") must be below the second (" +
                            number_text(two.second) + ")",
                        "the lower value comes first, also where low is better"});
  if (!curve)
    throw spec_error({(where / "curve").text(),
                      "nobody has published the curve between the thresholds, and none is given",
                      "say \"linear\" or \"exponential\""});
}

QUINDEX_INLINE spec qci::make() const {
  const path root("presets");
  check(root / info.name);
  const bool assumed = lower_weights.equal_weights_assumption;
  node index = group(assumed ? "qci_equal_weights_assumption" : "qci",
                     {detail::quality_level(), detail::development_capability()});
  index = detail::named(std::move(index),
                        assumed ? "Quality competitiveness index (equal weights inside the blocks are an assumption)"
                                : "Quality competitiveness index",
                        assumed ? "质量竞争力指数(板块内等权为假设)" : "质量竞争力指数");
  for (node& block : index.children)
    detail::for_each_below(block, [&](node& n) {
      if (!assumed) n.about.weight = detail::value_of(lower_weights.weights, n.code);
      if (!n.is_group) n.about.goalposts = detail::value_of(thresholds, n.code);
    });
  spec out;
  out.framework = framework(std::move(index));
  out.normalise = normalise::efficacy{.form = *curve};
  out.weigh = weigh::given{};
  if (assumed) out.weigh.except = {{"level:2", weigh::equal{}}, {"level:3", weigh::equal{}}};
  out.aggregate = aggregate::arithmetic_mean{};
  return out;
}

QUINDEX_INLINE spec qci_from_level_scores::make() const {
  node index = group("qci", {detail::named(indicator("quality_level"), "Quality level", "质量水平"),
                             detail::named(indicator("development_capability"), "Development capability", "发展能力")});
  spec out;
  out.framework = framework(detail::named(std::move(index), "Quality competitiveness index", "质量竞争力指数"));
  out.normalise = normalise::identity{};
  out.aggregate = aggregate::arithmetic_mean{};
  return out;
}

}  // namespace presets
QUINDEX_END
