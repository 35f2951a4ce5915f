/// The quality competitiveness index of Chinese manufacturing, from its twelve indicators.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "quindex/presets/concept.hpp"

QUINDEX_BEGIN
namespace presets {

/// The weights below the two blocks of the quality competitiveness index: given one by one, or assumed equal.
struct qci_weights {
  bool equal_weights_assumption = false;                  ///< Equal among siblings; the result says so in its name.
  std::vector<std::pair<std::string, double>> weights{};  ///< By code of the six parts and of the twelve indicators.

  [[nodiscard]] bool is_given() const { return equal_weights_assumption || !weights.empty(); }
  friend bool operator==(const qci_weights&, const qci_weights&) = default;
};

/// Quality level and development capability of manufacturing: twelve indicators, six parts, two blocks of equal weight.
///
/// What nobody has published has to be given: the weights inside the blocks, the two thresholds of each indicator and
/// the curve between them. `make` throws spec_error for what is missing.
struct qci {
  qci_weights lower_weights{};
  std::vector<std::pair<std::string, std::pair<double, double>>> thresholds{};
  std::optional<normalise::efficacy_form> curve{};

  static constexpr method_info info{
      .name = "qci",
      .title = "Manufacturing quality competitiveness index",
      .summary =
          "Quality level and development capability of manufacturing, from twelve indicators, on a scale from 60 to "
          "100.",
      .formula =
          R"(\mathrm{QCI} = \tfrac12 \sum_{j \in \mathrm{level}} w_j z_j + \tfrac12 \sum_{j \in \mathrm{capability}} w_j z_j)",
      .reference =
          "General Administration of Quality Supervision, Inspection and Quarantine of China, communiqués on the "
          "quality competitiveness index of manufacturing, 2006 to 2011",
      .details =
          "Published: the hierarchy, the directions, linear weighting, the range from 60 to 100. The equal weight of "
          "the two blocks is inferred: it reproduces the national totals of 2006 and 2007. Not published: the weights "
          "inside the blocks, the thresholds and the curve, which are parameters without defaults. Under "
          "equal_weights_assumption the index is called qci_equal_weights_assumption in every table that comes out. "
          "Scores are not kept within 60 and 100 when a value lies outside its thresholds."};

  static constexpr auto fields() {
    return fields_of(field("lower_weights", &qci::lower_weights,
                           "Weights by code of the six parts and the twelve indicators, relative among siblings; or "
                           "\"equal_weights_assumption\".")
                         .at_least(0),
                     field("thresholds", &qci::thresholds,
                           "Two values by code of each of the twelve indicators, the lower one first; the worse scores "
                           "60, the better 100."),
                     field("curve", &qci::curve,
                           "\"linear\", or \"exponential\" (60 times 100/60 to the power of the share of the way), "
                           "between the thresholds."));
  }
  void check(const path& where) const;
  [[nodiscard]] spec make() const;

  friend bool operator==(const qci&, const qci&) = default;
};

}  // namespace presets

namespace describe {
template <>
struct codec<presets::qci_weights> {
  static constexpr std::string_view python = "str | dict";
  static constexpr std::string_view assumption = "equal_weights_assumption";
  using weights_codec = codec<std::vector<std::pair<std::string, double>>>;
  static value write(const presets::qci_weights& w) {
    return w.equal_weights_assumption ? value(assumption) : w.is_given() ? weights_codec::write(w.weights) : value{};
  }
  static presets::qci_weights read(const value& v, const path& where, const interval& range, const reader& r) {
    if (v.is_null()) return {};
    const std::string* word = v.as_text();
    if (word == nullptr) return {false, weights_codec::read(v, where, range, r)};
    if (*word != assumption)
      throw spec_error(
          {where.text(), "unknown choice " + quoted(*word), did_you_mean(*word, {std::string(assumption)})});
    return {true, {}};
  }
  static value schema(const interval& range) {
    return value::object{{"anyOf", value::list{value::object{{"const", assumption}}, weights_codec::schema(range)}}};
  }
};
}  // namespace describe

QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/presets/impl/qci.ipp"
#endif
