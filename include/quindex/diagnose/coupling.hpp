/// Coupling coordination (耦合协调度): whether systems develop at one level, and whether that level is high.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "quindex/base/labels.hpp"
#include "quindex/model/table.hpp"

QUINDEX_BEGIN
namespace diagnose {

/// Which coupling degree C of systems U₁ … Uₙ, all in [0, 1].
enum class coupling_form {
  ratio,  ///< (∏U)^(1/n) / (ΣU / n): geometric over arithmetic mean; for two 2 √(U₁U₂) / (U₁ + U₂).
  product,  ///< ∏U / (ΣU / n)ⁿ: the n-th power of `ratio`; for two 4 U₁U₂ / (U₁ + U₂)². Papers raise it to k.
  modified,  ///< √((1 − Σ|Uᵢ − Uⱼ| / (n (n − 1) / 2)) (∏ U / max U)^(1 / (n − 1))); Wang and others (2021).
};

/// How coupling is computed.
struct coupling_options {
  coupling_form form = coupling_form::ratio;  ///< Which degree C.
  double exponent = 1;                        ///< The k that C is raised to; papers use 2, also 1/2 to 5. Above 0.
  std::vector<double> weights{};              ///< Of the systems in T; equal without. They are divided by their sum.
};

/// C, T and D of each unit; missing where a system is.
struct coupling_table {
  labels units;
  std::vector<double> coupling;      ///< C, in [0, 1]; 0 where a system is 0, and for systems that all are.
  std::vector<double> development;   ///< T = Σ weight · U, in [0, 1].
  std::vector<double> coordination;  ///< D = √(C T), in [0, 1].
  std::vector<int> grade;            ///< Of D, from 1 to 10; 0 where missing.
};

/// Coupling, development and coordination of the systems in the columns of a table.
///
/// C is near 1 for most inputs, and high where all systems are equally low: read D beside it, and name the form, since
/// the literature's variants differ (Wang Shujia and others 2021, Journal of Natural Resources 36(3), doi
/// 10.31497/zrzyxb.20210319, who also give `modified`). Throws data_error for fewer than two systems and for values
/// outside [0, 1], and spec_error for weights that do not fit and for an exponent that is not above 0.
[[nodiscard]] coupling_table coupling(const table& systems, const coupling_options& how = {});

/// One of the ten grades.
struct coordination_grade {
  double from;            ///< Lowest D of the grade.
  std::string_view name;  ///< "extreme imbalance" … "superior coordination".
  std::string_view chinese;
};
/// The customary ten grades in steps of 0.1, from 极度失调 to 优质协调 (Liao Chongbin 1999).
inline constexpr std::array<coordination_grade, 10> coordination_grades{{
    {0.0, "extreme imbalance", "极度失调"},
    {0.1, "severe imbalance", "严重失调"},
    {0.2, "moderate imbalance", "中度失调"},
    {0.3, "mild imbalance", "轻度失调"},
    {0.4, "near imbalance", "濒临失调"},
    {0.5, "barely coordinated", "勉强协调"},
    {0.6, "primary coordination", "初级协调"},
    {0.7, "intermediate coordination", "中级协调"},
    {0.8, "good coordination", "良好协调"},
    {0.9, "superior coordination", "优质协调"},
}};
/// Which end of [from, to] belongs to a grade; papers do either.
enum class grade_ends {
  lower,  ///< [0.4, 0.5): a D of 0.4 has the higher grade.
  upper,  ///< (0.4, 0.5]: a D of 0.4 has the lower grade.
};
/// The grade of D, from 1 to 10; 0 for a missing D. Throws data_error outside [0, 1].
[[nodiscard]] int grade_of(double coordination, grade_ends ends = grade_ends::lower);

}  // namespace diagnose
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/diagnose/impl/coupling.ipp"
#endif
