/// The published indices of the committed data, each as a spec and a table.
#pragma once

#include "golden/support.hpp"
#include "quindex/presets/presets.hpp"

namespace golden {

namespace qx = quindex;

/// One index with its data.
struct set {
  std::string name;
  qx::spec recipe;
  qx::table data;
};

/// Human development: the columns of the preset, for every country, region and year.
inline set human_development(const std::string& preset) {
  const csv inputs = data("hdi", "inputs.csv");
  std::vector<std::string> columns(inputs.header().begin() + 2, inputs.header().end());
  return {preset, qx::presets::load(preset), inputs.table({"iso3", "year"}, columns)};
}

inline set social_vulnerability() {
  const csv inputs = data("svi_2018", "inputs.csv");
  std::vector<std::string> columns(inputs.header().begin() + 1, inputs.header().end());
  return {"svi_2018", qx::presets::load("svi_2018"), inputs.table({"FIPS"}, columns)};
}

/// Indicators in rows and years in columns, as the paper prints them: years become the units.
inline set kubuqi() {
  const csv inputs = data("kubuqi", "inputs.csv");
  const std::vector<std::string> years(inputs.header().begin() + 4, inputs.header().end());
  qx::matrix values(years.size(), inputs.size());
  std::vector<qx::node> ecology;
  std::vector<qx::node> society;
  for (std::size_t j = 0; j < inputs.size(); ++j) {
    for (std::size_t i = 0; i < years.size(); ++i)
      values(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = std::stod(inputs.at(j, years[i]));
    const bool high = inputs.at(j, "direction") == "1";
    (inputs.at(j, "subsystem") == "eco" ? ecology : society)
        .push_back(qx::indicator(inputs.at(j, "indicator"),
                                 {.better = high ? qx::direction::better_when_high : qx::direction::worse_when_high,
                                  .weight = std::stod(inputs.at(j, "weight"))}));
  }
  qx::spec recipe;
  recipe.framework = qx::group("development", {qx::group("ecology", ecology), qx::group("society", society)});
  recipe.normalise = qx::normalise::min_max{.low = 0, .high = 1};
  return {"kubuqi", recipe, qx::table(years, inputs.texts("indicator"), std::move(values))};
}

/// A flat index: columns with weights, already comparable.
inline qx::spec weighted_columns(const std::vector<std::pair<std::string, double>>& weights) {
  std::vector<qx::node> children;
  for (const auto& [code, weight] : weights) children.push_back(qx::indicator(code, {.weight = weight}));
  qx::spec recipe;
  recipe.framework = qx::group("index", std::move(children));
  recipe.normalise = qx::normalise::identity{};
  return recipe;
}

inline set wales() {
  const csv inputs = data("wimd_2019", "inputs.csv");
  return {"wimd_2019",
          weighted_columns({{"Income", .22},
                            {"Employment", .22},
                            {"Health", .15},
                            {"Education", .14},
                            {"Access to Services", .10},
                            {"Housing", .07},
                            {"Community Safety", .05},
                            {"Physical Environment", .05}}),
          inputs.table({"lsoa"}, {inputs.header().begin() + 1, inputs.header().end()})};
}

/// Ranks of seven domains, 1 being the most deprived, become exponentially transformed scores before they are weighted.
inline set northern_ireland() {
  const csv inputs = data("nimdm_2017", "inputs.csv");
  set out{"nimdm_2017",
          weighted_columns({{"Income", .25},
                            {"Employment", .25},
                            {"Health", .15},
                            {"Education", .15},
                            {"Access", .10},
                            {"Environment", .05},
                            {"Crime", .05}}),
          inputs.table({"soa01_code"}, {inputs.header().begin() + 1, inputs.header().end()})};
  qx::node root = out.recipe.framework.root();
  for (qx::node& domain : root.children) domain.about.better = qx::direction::worse_when_high;
  out.recipe.framework = qx::framework(root);
  out.recipe.normalise = qx::normalise::exponential_rank{};
  return out;
}

/// Logistics performance of one year with given weights of its six components.
inline set logistics(const std::string& year, const std::vector<double>& weights) {
  const csv all = data("lpi_2010_2012", "inputs.csv");
  const csv inputs = all.filtered([&](std::size_t i) { return all.at(i, "Year") == year; });
  const std::vector<std::string> columns(inputs.header().begin() + 2, inputs.header().end());
  std::vector<std::pair<std::string, double>> weighted;
  for (std::size_t j = 0; j < columns.size(); ++j) weighted.emplace_back(columns[j], weights.at(j));
  return {"lpi_" + year, weighted_columns(weighted), inputs.table({"Code"}, columns)};
}

inline set quality_competitiveness() {
  return {"qci", qx::presets::load("qci_from_level_scores"),
          data("qci", "inputs.csv").table({"year"}, {"quality_level", "development_capability"})};
}

/// Four companies, sample minimum and maximum as thresholds, geometric mean.
inline set companies() {
  const csv inputs = data("efficacy", "inputs.csv");
  const std::vector<std::string> columns(inputs.header().begin() + 1, inputs.header().end());
  std::vector<std::pair<std::string, double>> equal;
  for (const std::string& column : columns) equal.emplace_back(column, 1.0);
  set out{"efficacy", weighted_columns(equal), inputs.table({"company"}, columns)};
  out.recipe.normalise = qx::normalise::efficacy{};
  out.recipe.aggregate = qx::aggregate::geometric_mean{};
  return out;
}

/// The last step of the hospital star ratings: groups that a hospital lacks leave their weight to the others.
inline set hospitals() {
  set out{
      "cms_2021",
      weighted_columns(
          {{"mortality", .22}, {"safety", .22}, {"readmission", .22}, {"patient_experience", .22}, {"process", .12}}),
      data("cms_2021", "inputs.csv")
          .table({"provider"}, {"mortality", "safety", "readmission", "patient_experience", "process"})};
  out.recipe.missing = qx::missing::renormalise{};
  return out;
}

}  // namespace golden
