/// A number of the spec, drawn from a distribution.
#pragma once

#include <cmath>

#include "quindex/draw/methods.hpp"
#include "quindex/vary/edits.hpp"

QUINDEX_BEGIN
namespace vary {

/// A number of the spec is drawn from a distribution.
struct parameter {
  std::string address{};
  draw::method draw{};

  static constexpr method_info info{
      .name = "parameter",
      .title = "A parameter of the spec",
      .summary = "A number of the spec is drawn from a distribution.",
      .formula = R"(\theta := F^{-1}(u))",
      .reference =
          "Saltelli et al. (2008), Global Sensitivity Analysis: The Primer, chapter 1; OECD and JRC (2008), Handbook "
          "on Constructing Composite Indicators, step 7",
      .details =
          "The address names the place: \"aggregate.exponent\", \"normalise.high\", \"prepare.0.treat.skewness\", "
          "\"normalise.except.gdp.low\", \"framework.gdp.weight\". The ends of the distribution have to be values "
          "that the parameter may have: a normal distribution can be truncated, a lognormal one has no upper end. A "
          "number that has to be whole is rounded to the nearest. Every replicate is computed from the beginning, "
          "where `options` with a few values share the work."};

  static constexpr auto fields() {
    return fields_of(field("address", &parameter::address, "The place in the spec, such as \"aggregate.exponent\"."),
                     field("draw", &parameter::draw, "The distribution it is drawn from."));
  }
  void check(const path& where) const { draw.check(where / "draw"); }
  [[nodiscard]] constants prepare(const scene& s) const { return {{}, {detail::is_whole(s, address) ? 1.0 : 0.0}}; }
  [[nodiscard]] std::size_t dimension(const scene& /*unused*/) const { return 1; }
  void check_scene(const scene& s, const path& where) const;
  void change(const scene& s, const chance& c, alternative& out) const { out.edits.push_back({address, number(s, c)}); }
  [[nodiscard]] double number(const scene& /*unused*/, const chance& c) const {
    return drawn(c.u[0], c.known.numbers[0] != 0);
  }
  [[nodiscard]] std::string level(const scene& s, const chance& c) const { return number_text(number(s, c)); }

  friend bool operator==(const parameter&, const parameter&) = default;

 private:
  [[nodiscard]] double drawn(double u, bool whole) const {
    const double x = quindex::draw::quantile(draw, u);
    return whole ? std::floor(x + 0.5) : x;
  }
};

}  // namespace vary
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/vary/impl/parameter.ipp"
#endif
