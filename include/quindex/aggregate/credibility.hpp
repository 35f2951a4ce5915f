/// What ELECTRE III and TRI share: thresholds, and how credible it is that one thing outranks another.
#pragma once

#include <optional>

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// The thresholds of one criterion, in its unit.
struct outranking_thresholds {
  double indifference = 0;       ///< q: leads up to it do not count.
  double preference = 0;         ///< p: leads from it on count in full.
  std::optional<double> veto{};  ///< v: leads from it on forbid outranking; none if absent.

  /// How far a lead of the other still allows "at least as good", from 1 to 0.
  [[nodiscard]] double concordance(double lead) const {
    if (lead <= indifference) return 1.0;
    return lead >= preference ? 0.0 : (preference - lead) / (preference - indifference);
  }
  /// How far a lead of the other speaks against it, from 0 to 1.
  [[nodiscard]] double discordance(double lead) const {
    if (!veto || lead <= preference) return 0.0;
    return lead >= *veto ? 1.0 : (lead - preference) / (*veto - preference);
  }
};

/// Everything that credibilities are computed from; the columns are turned so that high is better.
struct credibility_criteria {
  std::vector<std::vector<double>> columns{};
  std::vector<outranking_thresholds> thresholds{};
  std::vector<double> weights{};
};

/// How credible it is that a outranks b, for every a of one set and b of another: rows a, columns b, row after row.
[[nodiscard]] std::vector<double> credibilities(const std::vector<std::vector<double>>& a,
                                                const std::vector<std::vector<double>>& b,
                                                const credibility_criteria& criteria);

/// The parameters of the methods with such thresholds, and what follows from them.
template <class Method>
struct credibility_parameters {
  /// The criteria of a table; throws spec_error for codes that are not there and thresholds out of order.
  [[nodiscard]] static credibility_criteria criteria(const Method& m, const alternatives& all) {
    criterion::check_codes(m.indifferences, all, "indifferences");
    criterion::check_codes(m.preferences, all, "preferences");
    criterion::check_codes(m.vetoes, all, "vetoes");
    credibility_criteria out;
    out.weights = all.weights;
    for (std::size_t j = 0; j < all.columns.size(); ++j) {
      const std::string& code = all.criteria[j];
      out.thresholds.push_back({criterion::given_or(m.indifferences, code, m.indifference),
                                criterion::given_or(m.preferences, code, m.preference), m.veto});
      if (const double* veto = criterion::given_for(m.vetoes, code)) out.thresholds.back().veto = *veto;
      check(out.thresholds.back(), all.where + "/" + code);
      out.columns.emplace_back(all.columns[j].begin(), all.columns[j].end());
      if (!all.better_when_high[j])
        for (double& x : out.columns.back()) x = -x;
    }
    return out;
  }
  /// Throws spec_error unless q <= p <= v.
  static void check(const outranking_thresholds& t, const std::string& where) {
    if (t.preference < t.indifference)
      throw spec_error({where,
                        "the preference threshold is " + number_text(t.preference) +
                            ", below the indifference threshold " + number_text(t.indifference),
                        "the thresholds have to rise: indifference, preference, veto"});
    if (t.veto && *t.veto < t.preference)
      throw spec_error({where,
                        "the veto threshold is " + number_text(*t.veto) + ", below the preference threshold " +
                            number_text(t.preference),
                        "the thresholds have to rise: indifference, preference, veto"});
  }
  /// The rule above where one set of thresholds holds for all criteria.
  static void check(const Method& m, const path& where) {
    if (m.indifferences.empty() && m.preferences.empty() && m.vetoes.empty())
      check(outranking_thresholds{m.indifference, m.preference, m.veto}, where.text());
  }
};

}  // namespace aggregate
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/aggregate/impl/credibility.ipp"
#endif
