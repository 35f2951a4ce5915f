/// Frontier methods: a table in, plain arrays out; the frames are put together in Python.
#include "quindex/frontier/frontier.hpp"

#include <array>

#include "bindings.hpp"
#include "quindex/base/text.hpp"

namespace quindex_python {
namespace {

using namespace py::literals;
namespace fr = qx::frontier;

/// The enumerator with a name, in the order of the enumeration.
template <class Enum>
Enum named(const std::string& word, const char* where, const std::vector<std::string>& names) {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == word) return static_cast<Enum>(i);
  throw qx::spec_error({where, "unknown " + qx::quoted(word), qx::did_you_mean(word, names)});
}

fr::returns returns_named(const std::string& word) {
  return named<fr::returns>(word, "returns", {"constant", "variable", "non_increasing", "non_decreasing"});
}
fr::orientation orientation_named(const std::string& word) {
  return named<fr::orientation>(word, "orientation", {"input", "output"});
}
qx::numeric::restricted restricted_named(const std::string& word) {
  return named<qx::numeric::restricted>(word, "of", {"weights", "contributions"});
}

/// (unit, peer, share) for every share above 0.
py::list peers(const std::vector<std::vector<qx::numeric::peer>>& all) {
  py::list out;
  for (std::size_t i = 0; i < all.size(); ++i)
    for (const qx::numeric::peer& one : all[i]) out.append(py::make_tuple(i, one.point, one.share));
  return out;
}

py::dict data_envelopment(const qx::table& data, const fr::roles& names, const std::string& distance,
                          const std::string& returns, const std::string& orientation, bool super_efficiency,
                          const std::string& slack_weights) {
  fr::envelopment_options options{
      .by = named<fr::distance>(distance, "distance", {"radial", "additive", "slacks_based"}),
      .scale = returns_named(returns),
      .super_efficiency = super_efficiency,
      .slacks = named<fr::slack_weights>(slack_weights, "slack_weights", {"range", "one"})};
  options.both_sides = orientation == "both" && options.by == fr::distance::slacks_based;
  if (!options.both_sides) options.towards = orientation_named(orientation);
  fr::efficiency found;
  {
    const py::gil_scoped_release free;
    found = fr::data_envelopment(data, names, options);
  }
  py::list outcomes;
  constexpr std::array<const char*, 3> words{"optimal", "infeasible", "unbounded"};
  for (const fr::outcome how : found.outcomes) outcomes.append(words[static_cast<std::size_t>(how)]);
  return py::dict("scores"_a = to_array(std::move(found.scores)),
                  "objectives"_a = to_array(std::move(found.objectives)), "outcomes"_a = outcomes,
                  "peers"_a = peers(found.peers), "slacks"_a = to_array(std::move(found.slacks)),
                  "targets"_a = to_array(std::move(found.targets)), "weights"_a = to_array(std::move(found.weights)));
}

py::dict scale_efficiency(const qx::table& data, const fr::roles& names, const std::string& orientation) {
  fr::scale_analysis found = fr::scale_efficiency(data, names, orientation_named(orientation));
  py::list local;
  for (const fr::returns r : found.local)
    local.append(r == fr::returns::constant         ? "constant"
                 : r == fr::returns::non_decreasing ? "increasing"
                                                    : "decreasing");
  return py::dict("constant"_a = to_array(std::move(found.constant)),
                  "variable"_a = to_array(std::move(found.variable)), "scale"_a = to_array(std::move(found.scale)),
                  "returns"_a = local);
}

py::dict malmquist(const qx::table& before, const qx::table& after, const fr::roles& names,
                   const std::string& orientation) {
  fr::malmquist_index found = fr::malmquist(before, after, names, orientation_named(orientation));
  return py::dict("index"_a = to_array(std::move(found.index)), "efficiency"_a = to_array(std::move(found.efficiency)),
                  "technical"_a = to_array(std::move(found.technical)), "notes"_a = to_python(found.notes));
}

py::dict cross_efficiency(const qx::table& data, const fr::roles& names, const std::string& attitude) {
  const auto to_others = named<fr::attitude>(attitude, "attitude", {"benevolent", "aggressive"});
  fr::cross_scores found = fr::cross_efficiency(data, names, to_others);
  return py::dict("scores"_a = to_array(std::move(found.scores)), "mean"_a = to_array(std::move(found.mean)));
}

py::dict bootstrap(const qx::table& data, const fr::roles& names, const std::string& returns,
                   const std::string& orientation, std::size_t replicates, std::uint64_t seed, double confidence,
                   double bandwidth) {
  const fr::bootstrap_options options{
      returns_named(returns), orientation_named(orientation), replicates, seed, confidence, bandwidth};
  fr::bootstrap_scores found;
  {
    const py::gil_scoped_release free;
    found = fr::bootstrap(data, names, options);
  }
  return py::dict("score"_a = to_array(std::move(found.scores)), "bias"_a = to_array(std::move(found.bias)),
                  "corrected"_a = to_array(std::move(found.corrected)), "low"_a = to_array(std::move(found.low)),
                  "high"_a = to_array(std::move(found.high)), "notes"_a = to_python(found.notes));
}

py::dict written(fr::doubt&& found) {
  return py::dict("scores"_a = to_array(std::move(found.scores)), "weights"_a = to_array(std::move(found.weights)),
                  "shares"_a = to_array(std::move(found.shares)), "peers"_a = peers(found.peers));
}

using share_tuple = std::tuple<std::vector<std::string>, double, double>;
using ratio_tuple = std::tuple<std::string, std::string, double, double>;

py::dict benefit_of_the_doubt(const qx::table& data, const std::vector<share_tuple>& shares,
                              const std::vector<ratio_tuple>& ratios, const std::string& of) {
  fr::doubt_options options;
  options.on = restricted_named(of);
  for (const auto& [members, low, high] : shares) options.shares.push_back({members, low, high});
  for (const auto& [over, under, low, high] : ratios) options.ratios.push_back({over, under, low, high});
  fr::doubt found;
  {
    const py::gil_scoped_release free;
    found = fr::benefit_of_the_doubt(data, options);
  }
  return written(std::move(found));
}

py::dict order_m_doubt(const qx::table& data, std::size_t order, std::size_t replicates, std::uint64_t seed) {
  fr::robust_doubt found;
  {
    const py::gil_scoped_release free;
    found = fr::order_m_doubt(data, {order, replicates, seed});
  }
  return py::dict("score"_a = to_array(std::move(found.scores)), "error"_a = to_array(std::move(found.errors)));
}

}  // namespace

void bind_frontier(py::module_& m) {
  py::class_<fr::roles>(m, "FrontierRoles", "Which indicators are inputs and which outputs.")
      .def(py::init<std::vector<std::string>, std::vector<std::string>>(), "inputs"_a, "outputs"_a);
  m.def("data_envelopment", &data_envelopment, "table"_a, "roles"_a, "distance"_a, "returns"_a, "orientation"_a,
        "super_efficiency"_a, "slack_weights"_a);
  m.def("scale_efficiency", &scale_efficiency, "table"_a, "roles"_a, "orientation"_a);
  m.def("malmquist", &malmquist, "before"_a, "after"_a, "roles"_a, "orientation"_a);
  m.def("cross_efficiency", &cross_efficiency, "table"_a, "roles"_a, "attitude"_a);
  m.def("frontier_bootstrap", &bootstrap, "table"_a, "roles"_a, "returns"_a, "orientation"_a, "replicates"_a, "seed"_a,
        "confidence"_a, "bandwidth"_a);
  m.def("benefit_of_the_doubt", &benefit_of_the_doubt, "table"_a, "shares"_a, "ratios"_a, "of"_a);
  m.def(
      "directional_doubt",
      [](const qx::table& data, const std::vector<double>& direction) {
        return written(fr::directional_doubt(data, direction));
      },
      "table"_a, "direction"_a);
  m.def("order_m_doubt", &order_m_doubt, "table"_a, "order"_a, "replicates"_a, "seed"_a);
  m.def(
      "common_weights_doubt",
      [](const qx::table& data, double balance, bool against_own, double lowest_share) {
        return written(fr::common_weights_doubt(data, {balance, against_own, lowest_share}));
      },
      "table"_a, "balance"_a, "against_own"_a, "lowest_share"_a);
}

}  // namespace quindex_python
