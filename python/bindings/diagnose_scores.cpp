/// Diagnoses of units and scores: clusters, coupling, obstacles, importance, levels, comparisons.
#include "diagnose.hpp"
#include "quindex/diagnose/clusters.hpp"
#include "quindex/diagnose/comparison.hpp"
#include "quindex/diagnose/coupling.hpp"
#include "quindex/diagnose/importance.hpp"
#include "quindex/diagnose/levels.hpp"
#include "quindex/diagnose/obstacles.hpp"
#include "quindex/diagnose/rank_similarity.hpp"

namespace quindex_python {
namespace {

using namespace py::literals;
namespace dx = qx::diagnose;

/// The scores of some nodes of a result as a table.
qx::table scores_table(const qx::result& r, const std::vector<std::string>& nodes) {
  qx::matrix values(r.scores().rows(), static_cast<Eigen::Index>(nodes.size()));
  for (std::size_t j = 0; j < nodes.size(); ++j) {
    const qx::column_view x = r.scores(nodes[j]);
    std::copy(x.begin(), x.end(), qx::column_of(values, static_cast<Eigen::Index>(j)).begin());
  }
  return {r.units(), qx::labels(nodes), std::move(values)};
}

py::dict hierarchy(const qx::table& data, std::size_t k, const std::string& linkage, const std::string& distance,
                   bool standardise) {
  dx::hierarchy_options how;
  how.linkage = choice_of<dx::linkage>("clusters.linkage", linkage,
                                       {{"single", dx::linkage::single},
                                        {"complete", dx::linkage::complete},
                                        {"average", dx::linkage::average},
                                        {"weighted", dx::linkage::weighted},
                                        {"ward", dx::linkage::ward}});
  how.distance = choice_of<dx::distance>("clusters.distance", distance,
                                         {{"euclidean", dx::distance::euclidean},
                                          {"manhattan", dx::distance::manhattan},
                                          {"correlation", dx::distance::correlation}});
  how.standardise = standardise;
  const dx::hierarchy found = [&] {
    const py::gil_scoped_release unlocked;
    return dx::cluster_hierarchy(data, how);
  }();
  using step = dx::joining;
  return py::dict("groups"_a = found.groups(k), "order"_a = found.leaf_order(),
                  "joinings"_a = py::dict("first"_a = column_of_records(found.joinings, &step::first),
                                          "second"_a = column_of_records(found.joinings, &step::second),
                                          "height"_a = column_of_records(found.joinings, &step::height),
                                          "size"_a = column_of_records(found.joinings, &step::size)));
}

py::dict k_means(const qx::table& data, std::size_t k, bool standardise, const std::vector<std::vector<double>>& start,
                 const std::optional<double>& strict) {
  dx::k_means_options how;
  how.k = k, how.standardise = standardise, how.strict = strict.value_or(qx::missing_value);
  if (!start.empty()) {
    how.start = qx::matrix(static_cast<Eigen::Index>(start.size()), static_cast<Eigen::Index>(start[0].size()));
    for (std::size_t g = 0; g < start.size(); ++g)
      for (std::size_t j = 0; j < start[g].size() && j < start[0].size(); ++j)
        how.start(static_cast<Eigen::Index>(g), static_cast<Eigen::Index>(j)) = start[g][j];
  }
  dx::partition found = [&] {
    const py::gil_scoped_release unlocked;
    return dx::k_means(data, how);
  }();
  return py::dict("groups"_a = found.groups, "sizes"_a = found.sizes, "within"_a = found.within,
                  "explained"_a = found.explained, "rounds"_a = found.rounds,
                  "centres"_a = to_array(std::move(found.centres)));
}

py::dict cluster_column(const std::vector<double>& x, std::size_t k) {
  const dx::column_clusters found = dx::cluster_column(x, k);
  return py::dict("groups"_a = found.groups, "centres"_a = found.centres, "cuts"_a = found.cuts,
                  "within"_a = found.within, "explained"_a = found.explained);
}

py::dict coupling(const qx::table& systems, const std::string& form, double exponent, std::vector<double> weights,
                  const std::string& ends) {
  const auto how_ends = choice_of<dx::grade_ends>("coupling.ends", ends,
                                                  {{"lower", dx::grade_ends::lower}, {"upper", dx::grade_ends::upper}});
  const auto chosen = choice_of<dx::coupling_form>("coupling.form", form,
                                                   {{"ratio", dx::coupling_form::ratio},
                                                    {"product", dx::coupling_form::product},
                                                    {"modified", dx::coupling_form::modified}});
  dx::coupling_table found = dx::coupling(systems, {chosen, exponent, std::move(weights)});
  py::list grades, names, chinese;
  for (const double d : found.coordination) {
    const int grade = dx::grade_of(d, how_ends);
    const auto& about = dx::coordination_grades[static_cast<std::size_t>(std::max(grade, 1) - 1)];
    grades.append(grade);
    names.append(grade == 0 ? py::object(py::none()) : py::str(std::string(about.name)));
    chinese.append(grade == 0 ? py::object(py::none()) : py::str(std::string(about.chinese)));
  }
  return py::dict("coupling"_a = to_array(std::move(found.coupling)),
                  "development"_a = to_array(std::move(found.development)),
                  "coordination"_a = to_array(std::move(found.coordination)), "grade"_a = grades, "name"_a = names,
                  "name_zh"_a = chinese);
}

py::dict as_dict(dx::obstacle_table&& t) {
  return py::dict("indicators"_a = t.indicators.codes(), "degree"_a = to_array(std::move(t.degree)),
                  "gap"_a = to_array(std::move(t.gap)), "sum"_a = to_array(std::move(t.sum)));
}

py::dict obstacles_of(const qx::result& r, double low, double high) {
  dx::obstacle_table found = dx::obstacles(r, low, high);
  qx::labels groups;
  qx::matrix blocks = dx::block_obstacles(found, r.framework(), groups);
  py::dict out = as_dict(std::move(found));
  out["groups"] = groups.codes();
  out["blocks"] = to_array(std::move(blocks));
  return out;
}

py::dict as_dict(const std::vector<dx::part_importance>& found) {
  using part = dx::part_importance;
  return py::dict("part"_a = column_of_records(found, &part::part),
                  "weight"_a = column_of_records(found, &part::weight),
                  "share"_a = column_of_records(found, &part::share),
                  "share_to_weight"_a = column_of_records(found, &part::share_to_weight),
                  "correlation_ratio"_a = column_of_records(found, &part::correlation_ratio),
                  "linear"_a = column_of_records(found, &part::linear),
                  "rank_correlation"_a = column_of_records(found, &part::rank_correlation),
                  "is_decisive"_a = column_of_records(found, &part::is_decisive),
                  "is_dominant"_a = column_of_records(found, &part::is_dominant),
                  "is_silent"_a = column_of_records(found, &part::is_silent));
}

dx::parts_of parts_of(const std::string& word) {
  return choice_of<dx::parts_of>("parts", word,
                                 {{"children", dx::parts_of::children}, {"indicators", dx::parts_of::indicators}});
}

py::dict levels(const qx::result& r, const std::string& kind) {
  using fit = dx::node_fit;
  dx::level_report found = dx::levels(r, choice_of<dx::correlation>("levels.kind", kind,
                                                                    {{"pearson", dx::correlation::pearson},
                                                                     {"spearman", dx::correlation::spearman},
                                                                     {"kendall", dx::correlation::kendall}}));
  const auto& nodes = found.nodes;
  const py::dict rows("node"_a = column_of_records(nodes, &fit::node),
                      "group"_a = column_of_records(nodes, &fit::group),
                      "with_group"_a = column_of_records(nodes, &fit::with_group),
                      "with_siblings"_a = column_of_records(nodes, &fit::with_siblings),
                      "with_index"_a = column_of_records(nodes, &fit::with_index),
                      "nearest"_a = column_of_records(nodes, &fit::nearest),
                      "with_nearest"_a = column_of_records(nodes, &fit::with_nearest),
                      "is_negative"_a = column_of_records(nodes, &fit::is_negative),
                      "is_elsewhere"_a = column_of_records(nodes, &fit::is_elsewhere));
  return py::dict("rows"_a = found.all.rows.codes(), "columns"_a = found.all.columns.codes(),
                  "r"_a = to_array(std::move(found.all.r)), "nodes"_a = rows);
}

py::dict similarity(const std::vector<double>& reference, const std::vector<double>& second) {
  const dx::rank_similarity found = dx::compare_ranks(reference, second);
  py::list notes;
  for (const qx::note& n : found.notes) notes.append(n.where + " " + n.what);
  return py::dict("n"_a = found.n, "spearman"_a = found.spearman, "weighted_spearman"_a = found.weighted_spearman,
                  "ws"_a = found.ws, "kendall"_a = found.kendall, "gamma"_a = found.gamma, "notes"_a = notes);
}

py::dict compare(const qx::result& earlier, const qx::result& later, const std::string& group,
                 const std::string& parts) {
  dx::comparison c = dx::compare(earlier, later, group, parts_of(parts));
  py::list why;
  for (const std::string& unit : c.units) why.append(dx::movement_text(c, unit));
  return py::dict(
      "node"_a = c.node, "units"_a = c.units.codes(), "parts"_a = c.parts.codes(), "why"_a = why,
      "before"_a = to_array(std::move(c.before)), "after"_a = to_array(std::move(c.after)),
      "difference"_a = to_array(std::move(c.difference)), "rank_before"_a = to_array(std::move(c.rank_before)),
      "rank_after"_a = to_array(std::move(c.rank_after)), "rank_change"_a = to_array(std::move(c.rank_change)),
      "change"_a = to_array(std::move(c.change)), "from_scores"_a = to_array(std::move(c.from_scores)),
      "from_weights"_a = to_array(std::move(c.from_weights)));
}

}  // namespace

void bind_diagnose_scores(py::module_& m) {
  m.def("scores_table", &scores_table, "result"_a, "nodes"_a);
  m.def("diagnose_hierarchy", &hierarchy, "table"_a, "k"_a, "linkage"_a, "distance"_a, "standardise"_a);
  m.def("diagnose_k_means", &k_means, "table"_a, "k"_a, "standardise"_a, "start"_a, "strict"_a);
  m.def("diagnose_cluster_column", &cluster_column, "values"_a, "k"_a);
  m.def("diagnose_coupling", &coupling, "table"_a, "form"_a, "exponent"_a, "weights"_a, "ends"_a);
  m.def(
      "diagnose_obstacles",
      [](const qx::table& z, const std::vector<double>& weights) { return as_dict(dx::obstacles(z, weights)); },
      "table"_a, "weights"_a);
  m.def("diagnose_obstacles_of", &obstacles_of, "result"_a, "low"_a, "high"_a);
  m.def(
      "diagnose_importance",
      [](const qx::table& parts, const std::vector<double>& score, const std::vector<double>& weights, double decisive,
         double dominant, double silent) {
        return as_dict(dx::importance(parts, score, weights, {decisive, dominant, silent}));
      },
      "table"_a, "score"_a, "weights"_a, "decisive"_a, "dominant"_a, "silent"_a);
  m.def(
      "diagnose_importance_of",
      [](const qx::result& r, const std::string& group, const std::string& parts, double decisive, double dominant,
         double silent) {
        return as_dict(dx::importance(r, group, parts_of(parts), {decisive, dominant, silent}));
      },
      "result"_a, "group"_a, "parts"_a, "decisive"_a, "dominant"_a, "silent"_a);
  m.def("diagnose_levels", &levels, "result"_a, "kind"_a);
  m.def("diagnose_compare_ranks", &similarity, "reference"_a, "second"_a);
  m.def("diagnose_compare", &compare, "earlier"_a, "later"_a, "group"_a, "parts"_a);
}

}  // namespace quindex_python
