/// Diagnoses of columns: statistics, correlations, reliability, components, factors.
#include "diagnose.hpp"

#include "quindex/diagnose/components.hpp"
#include "quindex/diagnose/correlations.hpp"
#include "quindex/diagnose/reliability.hpp"
#include "quindex/diagnose/statistics.hpp"

namespace quindex_python {
namespace {

using namespace py::literals;
namespace dx = qx::diagnose;

dx::correlation kind_of(const std::string& word) {
  return choice_of<dx::correlation>("correlations.kind", word,
                                    {{"pearson", dx::correlation::pearson},
                                     {"spearman", dx::correlation::spearman},
                                     {"kendall", dx::correlation::kendall}});
}

py::dict as_dict(dx::correlation_table&& t) {
  return py::dict("rows"_a = t.rows.codes(), "columns"_a = t.columns.codes(), "r"_a = to_array(std::move(t.r)),
                  "n"_a = to_array(std::move(t.n)), "p"_a = to_array(std::move(t.p)),
                  "low"_a = to_array(std::move(t.low)), "high"_a = to_array(std::move(t.high)));
}

dx::correlation_table correlated(const qx::table& data, const std::string& kind, const std::string& rows,
                                 double level) {
  const dx::correlation_options how{kind_of(kind), rows_of(rows), level};
  const py::gil_scoped_release unlocked;
  return dx::correlations(data, how);
}

py::dict correlations(const qx::table& data, const std::string& kind, const std::string& rows, double level) {
  return as_dict(correlated(data, kind, rows, level));
}

py::dict links(const qx::table& data, const qx::table& outside, const std::string& kind, double level) {
  return as_dict(dx::links(data, outside, {.kind = kind_of(kind), .level = level}));
}

py::dict flagged_pairs(const qx::table& data, const std::string& kind, const std::string& rows, double collinear,
                       double negative, double significance) {
  using pair = dx::flagged_pair;
  const std::vector<pair> found =
      dx::flagged_pairs(correlated(data, kind, rows, 0.95), {collinear, negative, significance});
  py::list flags;
  for (const pair& p : found) flags.append(p.is_collinear ? "collinear" : "negative");
  return py::dict("first"_a = column_of_records(found, &pair::first),
                  "second"_a = column_of_records(found, &pair::second), "r"_a = column_of_records(found, &pair::r),
                  "n"_a = column_of_records(found, &pair::n), "p"_a = column_of_records(found, &pair::p),
                  "flag"_a = flags);
}

py::dict statistics(const qx::table& data, const dx::statistics_limits& limits) {
  using row = dx::column_statistics;
  const std::vector<row> found = dx::statistics(data, limits);
  py::dict out;
  const auto add = [&](const char* name, auto member) { out[name] = column_of_records(found, member); };
  add("column", &row::column), add("units", &row::units), add("present", &row::present);
  add("distinct", &row::distinct), add("zeros", &row::zeros), add("minimum", &row::minimum), add("q05", &row::q05);
  add("q25", &row::q25), add("median", &row::median), add("mean", &row::mean), add("q75", &row::q75);
  add("q95", &row::q95), add("maximum", &row::maximum), add("sd", &row::sd), add("iqr", &row::iqr);
  add("variation", &row::variation), add("skewness", &row::skewness), add("kurtosis", &row::kurtosis);
  add("is_constant", &row::is_constant), add("is_scarce", &row::is_scarce);
  add("is_mostly_zero", &row::is_mostly_zero), add("is_repetitive", &row::is_repetitive);
  add("has_outliers", &row::has_outliers);
  return out;
}

py::dict reliability(const qx::table& data, const std::string& rows, double level, std::size_t omega_factors) {
  using item = dx::item_reliability;
  const dx::reliability_report r = dx::reliability(data, {rows_of(rows), level, omega_factors});
  const py::dict items(
      "column"_a = column_of_records(r.items, &item::column),
      "alpha_if_dropped"_a = column_of_records(r.items, &item::alpha_if_dropped),
      "standardised_alpha_if_dropped"_a = column_of_records(r.items, &item::standardised_alpha_if_dropped),
      "item_total"_a = column_of_records(r.items, &item::item_total),
      "standardised_item_total"_a = column_of_records(r.items, &item::standardised_item_total),
      "explained"_a = column_of_records(r.items, &item::explained));
  return py::dict("n"_a = r.n, "alpha"_a = r.alpha, "alpha_low"_a = r.alpha_low, "alpha_high"_a = r.alpha_high,
                  "standardised_alpha"_a = r.standardised_alpha, "average_correlation"_a = r.average_correlation,
                  "lambdas"_a = py::cast(r.lambda), "lambda4_is_exact"_a = r.lambda4_is_exact, "omega"_a = r.omega,
                  "omega_hierarchical"_a = r.omega_hierarchical, "items"_a = items);
}

py::dict adequacy(const qx::table& data, const std::string& rows) {
  const dx::adequacy_report r = dx::adequacy(data, rows_of(rows));
  return py::dict("n"_a = r.n, "kmo"_a = r.kmo, "bartlett"_a = r.bartlett, "df"_a = r.df, "p"_a = r.p,
                  "kmo_columns"_a = r.kmo_columns);
}

dx::component_options component_options_of(const std::string& rows, std::size_t replicates, double quantile,
                                           std::uint64_t seed) {
  return {rows_of(rows), replicates, quantile, seed};
}

py::dict components(const qx::table& data, const std::string& rows, std::size_t replicates, double quantile,
                    std::uint64_t seed) {
  const dx::component_options how = component_options_of(rows, replicates, quantile, seed);
  dx::component_report r = [&] {
    const py::gil_scoped_release unlocked;
    return dx::components(data, how);
  }();
  return py::dict("n"_a = r.n, "above_one"_a = r.above_one, "retained"_a = r.retained, "eigenvalues"_a = r.eigenvalues,
                  "share"_a = r.share, "cumulative"_a = r.cumulative, "random_mean"_a = r.random_mean,
                  "random_quantile"_a = r.random_quantile, "vectors"_a = to_array(std::move(r.vectors)),
                  "loadings"_a = to_array(std::move(r.loadings)));
}

py::dict factors(const qx::table& data, std::size_t count, const std::string& extraction, const std::string& rotation,
                 double power, double gamma, const std::string& rows, std::uint64_t seed) {
  dx::factor_options how;
  how.factors = count, how.power = power, how.gamma = gamma;
  how.extraction =
      choice_of<qx::numeric::extraction>("factors.extraction", extraction,
                                         {{"minres", qx::numeric::extraction::minres},
                                          {"maximum_likelihood", qx::numeric::extraction::maximum_likelihood}});
  how.rotation = choice_of<dx::rotation>("factors.rotation", rotation,
                                         {{"none", dx::rotation::none},
                                          {"varimax", dx::rotation::varimax},
                                          {"promax", dx::rotation::promax},
                                          {"oblimin", dx::rotation::oblimin}});
  how.components.rows = rows_of(rows), how.components.seed = seed;
  dx::factor_report r = [&] {
    const py::gil_scoped_release unlocked;
    return dx::factors(data, how);
  }();
  return py::dict("n"_a = r.n, "residual"_a = r.residual, "chi_square"_a = r.chi_square, "df"_a = r.df, "p"_a = r.p,
                  "without_error"_a = r.without_error, "uniqueness"_a = r.uniqueness, "communality"_a = r.communality,
                  "variance"_a = r.variance, "share"_a = r.share, "loadings"_a = to_array(std::move(r.loadings)),
                  "structure"_a = to_array(std::move(r.structure)),
                  "correlations"_a = to_array(std::move(r.correlations)));
}

}  // namespace

void bind_diagnose(py::module_& m) {
  m.def("diagnose_correlations", &correlations, "table"_a, "kind"_a, "rows"_a, "level"_a);
  m.def("diagnose_links", &links, "table"_a, "outside"_a, "kind"_a, "level"_a);
  m.def("diagnose_flagged_pairs", &flagged_pairs, "table"_a, "kind"_a, "rows"_a, "collinear"_a, "negative"_a,
        "significance"_a);
  m.def(
      "diagnose_statistics",
      [](const qx::table& data, double present, double non_zero, double distinct, double skewness, double kurtosis) {
        return statistics(data, {present, non_zero, distinct, skewness, kurtosis});
      },
      "table"_a, "least_present"_a, "least_non_zero"_a, "least_distinct"_a, "most_skewness"_a, "most_kurtosis"_a);
  m.def("diagnose_reliability", &reliability, "table"_a, "rows"_a, "level"_a, "omega_factors"_a);
  m.def("diagnose_adequacy", &adequacy, "table"_a, "rows"_a);
  m.def(
      "diagnose_variance_inflation",
      [](const qx::table& data, const std::string& rows) { return dx::variance_inflation(data, rows_of(rows)); },
      "table"_a, "rows"_a);
  m.def("diagnose_components", &components, "table"_a, "rows"_a, "replicates"_a, "quantile"_a, "seed"_a);
  m.def("diagnose_factors", &factors, "table"_a, "factors"_a, "extraction"_a, "rotation"_a, "power"_a, "gamma"_a,
        "rows"_a, "seed"_a);
  m.def(
      "diagnose_disparity",
      [](const std::vector<double>& amounts, const std::vector<double>& sizes) {
        return dx::disparity(amounts, sizes);
      },
      "amounts"_a, "sizes"_a);
}

}  // namespace quindex_python
