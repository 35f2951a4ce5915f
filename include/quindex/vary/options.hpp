/// One of several things at a place of the spec.
#pragma once

#include "quindex/vary/edits.hpp"
#include "quindex/vary/probabilities.hpp"

QUINDEX_BEGIN
namespace vary {

/// At a place of the spec stands one of several things: methods, numbers, sets of parameters, nothing.
struct options {
  std::string address{};
  std::vector<describe::value> values{};
  std::vector<double> probabilities{};

  static constexpr method_info info{
      .name = "options",
      .title = "One of several options",
      .summary = "At a place of the spec stands one of several things: methods, numbers, sets of parameters, nothing.",
      .formula = R"(\theta := v_k,\quad p_1 + \dots + p_{k-1} \le u < p_1 + \dots + p_k)",
      .reference =
          "Saisana, Saltelli and Tarantola (2005), Uncertainty and sensitivity analysis techniques as tools for the "
          "quality assessment of composite indicators, JRSS A 168(2)",
      .details =
          "The place may be a method (\"aggregate\", \"normalise.except.gdp\", \"missing\"), whose values are names "
          "or objects with parameters; a parameter; a preparation step (\"prepare.0\"), which nothing leaves out; a "
          "whole set of weights (\"weigh\": {\"method\": \"given\", ...}); a node's direction or target. A method for "
          "all keeps the exceptions it had, unless it comes with its own. Up to 32 ways to weigh are tried out once "
          "before anything runs. Coordinates are cut at the probabilities themselves, so that the same coordinate "
          "always means the same option."};

  static constexpr auto fields() {
    return fields_of(
        field("address", &options::address, "The place in the spec, such as \"aggregate\"."),
        field("values", &options::values, "What may stand there."),
        field("probabilities", &options::probabilities, "Of each value, summing to 1; empty for equal ones.")
            .within(0, 1));
  }
  static constexpr bool chooses = true;

  void check(const path& where) const;
  [[nodiscard]] std::size_t dimension(const scene& /*unused*/) const { return 1; }
  void check_scene(const scene& s, const path& where) const;
  void change(const scene& /*unused*/, const chance& c, alternative& out) const {
    out.edits.push_back({address, values[chosen(c.u[0])]});
  }
  /// The position of the value that was drawn.
  [[nodiscard]] double number(const scene& /*unused*/, const chance& c) const {
    return static_cast<double>(chosen(c.u[0]));
  }
  [[nodiscard]] std::string level(const scene& s, const chance& c) const;

  friend bool operator==(const options&, const options&) = default;

 private:
  [[nodiscard]] std::size_t chosen(double u) const { return detail::option_at(u, values.size(), probabilities); }
};

}  // namespace vary
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/vary/impl/options.ipp"
#endif
