/// ELECTRE TRI: classes between profiles.
#pragma once

#include "quindex/aggregate/credibility.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// How ELECTRE TRI treats a unit that is incomparable to a profile.
enum class tri_assignment {
  pessimistic,  ///< The highest class whose lower profile the unit outranks.
  optimistic,   ///< The lowest class whose upper profile is preferred to the unit.
};

}  // namespace aggregate

namespace describe {
template <>
struct enum_names<aggregate::tri_assignment> {
  static constexpr auto names = std::to_array<std::string_view>({"pessimistic", "optimistic"});
};
}  // namespace describe

namespace aggregate {

/// The class of a unit, from 1 for the worst, by outranking the profiles between classes.
struct electre_tri {
  std::vector<double> profile{};
  criterion::by_code<std::vector<double>> profiles{};
  double cut = 0.75;
  tri_assignment assignment = tri_assignment::pessimistic;
  double indifference = 0;
  double preference = 0;
  std::optional<double> veto{};
  criterion::by_code<double> indifferences{};
  criterion::by_code<double> preferences{};
  criterion::by_code<double> vetoes{};

  static constexpr method_info info{
      .name = "electre_tri",
      .title = "ELECTRE TRI",
      .summary = "The class of a unit, from 1 for the worst, by outranking the profiles between classes.",
      .formula =
          R"(a\,S\,b_h \iff \sigma(a, b_h) \ge \lambda; \qquad s_i = 1 + \max\{h : a_i\,S\,b_h\} \text{ or } \min\{h : b_h\,S\,a_i,\ \text{not } a_i\,S\,b_h\})",
      .reference =
          "Yu (1992), ELECTRE TRI: aspects methodologiques et manuel d'utilisation, Document du LAMSADE 74, "
          "Universite Paris-Dauphine",
      .details =
          "k profiles make k + 1 classes. A profile has one value per criterion, from the worse classes to the "
          "better: rising where high values are better, falling where low ones are. `profile` holds for all "
          "criteria, as in an index of scores between 0 and 100; `profiles` for some, by code. The credibility sigma "
          "is that of ELECTRE III. Without any profile that is preferred, the optimistic class is the highest. The "
          "measures are both classes; where they differ, the unit is incomparable to the profiles between. A unit's "
          "class does not depend on the other units."};
  static constexpr claim_set claims = claim::dominance;

  static constexpr auto fields() {
    return fields_of(
        field("profile", &electre_tri::profile, "The values between the classes, worst first, of all criteria."),
        field("profiles", &electre_tri::profiles, "Other values for some criteria, by code."),
        field("cut", &electre_tri::cut, "The credibility from which on outranking holds.").within(0.5, 1),
        field("assignment", &electre_tri::assignment, "Which of the two rules the score is."),
        field("indifference", &electre_tri::indifference, "The threshold q: leads up to it do not count.").at_least(0),
        field("preference", &electre_tri::preference, "The threshold p: leads from it on count in full.").at_least(0),
        field("veto", &electre_tri::veto, "The threshold v: leads from it on forbid outranking; none if not given.")
            .at_least(0),
        field("indifferences", &electre_tri::indifferences, "Other thresholds q for some criteria, by code.")
            .at_least(0),
        field("preferences", &electre_tri::preferences, "Other thresholds p for some criteria, by code.").at_least(0),
        field("vetoes", &electre_tri::vetoes, "Other thresholds v for some criteria, by code.").at_least(0));
  }
  void check(const path& where) const { credibility_parameters<electre_tri>::check(*this, where); }
  /// Throws spec_error where a criterion has no profile, or one out of order or of another length.
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const;
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const;

  friend bool operator==(const electre_tri&, const electre_tri&) = default;

 private:
  struct classes {
    std::vector<double> pessimistic, optimistic;
  };
  [[nodiscard]] classes of(const alternatives& all) const;
  [[nodiscard]] std::vector<std::vector<double>> boundaries(const alternatives& all) const;
};

}  // namespace aggregate
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/aggregate/impl/electre_tri.ipp"
#endif
