/// What an index is: a framework and the methods that make scores of a table.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "quindex/aggregate/methods.hpp"
#include "quindex/denominate/methods.hpp"
#include "quindex/draw/methods.hpp"
#include "quindex/impute/methods.hpp"
#include "quindex/missing/methods.hpp"
#include "quindex/model/choice.hpp"
#include "quindex/model/framework.hpp"
#include "quindex/model/ties.hpp"
#include "quindex/normalise/methods.hpp"
#include "quindex/screen/methods.hpp"
#include "quindex/treat/methods.hpp"
#include "quindex/vary/methods.hpp"
#include "quindex/weigh/methods.hpp"

QUINDEX_BEGIN

/// One step of preparing indicators before they are normalised: a treatment, an imputation or a denomination.
struct prepare_step {
  using any_step = std::variant<treat::method, impute::method, denominate::method>;
  any_step what{};
  std::vector<std::string> only{};    ///< Codes of the indicators (or groups of them) it is for; empty for all.
  std::vector<std::string> except{};  ///< Codes of the indicators (or groups of them) it is not for.

  prepare_step() = default;
  template <class M>
  requires std::constructible_from<any_step, M&&> prepare_step(M&& method, std::vector<std::string> for_only = {},
                                                               std::vector<std::string> not_for = {})  // NOLINT
      : what(std::forward<M>(method)), only(std::move(for_only)), except(std::move(not_for)) {}
  prepare_step(treat::method method) : what(std::move(method)) {}       // NOLINT(google-explicit-constructor)
  prepare_step(impute::method method) : what(std::move(method)) {}      // NOLINT(google-explicit-constructor)
  prepare_step(denominate::method method) : what(std::move(method)) {}  // NOLINT(google-explicit-constructor)

  /// "treat", "impute" or "denominate".
  [[nodiscard]] const char* family() const {
    constexpr const char* names[] = {"treat", "impute", "denominate"};
    return names[what.index()];
  }
  /// The method's name.
  [[nodiscard]] std::string_view name() const {
    return std::visit([](const auto& m) { return m.name(); }, what);
  }
  friend bool operator==(const prepare_step&, const prepare_step&) = default;
};

/// A composite index as plain data: compares, copies, and is written to and read from files.
struct spec {
  quindex::framework framework{};                               ///< The tree of groups and indicators.
  std::optional<quindex::screen::method> screen{};              ///< Which units take part; all without one.
  std::vector<prepare_step> prepare{};                          ///< What is done to the indicators, in this order.
  choice<quindex::normalise::method> normalise{};               ///< From values to comparable scores.
  choice<quindex::weigh::method> weigh{};                       ///< Weights of each group's children.
  choice<quindex::aggregate::method> aggregate{};               ///< From children's scores to the group's.
  quindex::missing::method missing{};                           ///< What a group does when children are missing.
  quindex::ties ties = quindex::ties::best;                     ///< How equal scores share a rank.
  std::optional<int> rank_decimals{};                           ///< Round scores to so many decimals before ranking.
  std::optional<choice<quindex::normalise::method>> publish{};  ///< A last rescaling of the groups' scores.
  friend bool operator==(const spec&, const spec&) = default;
};

/// The number of the spec file format; changes far less often than the library.
inline constexpr int spec_schema = 1;

/// The spec as plain data.
[[nodiscard]] describe::value write_spec(const spec& s);
/// Reads plain data; `functions` are what custom methods are bound to. Throws spec_error or framework_error that name
/// the place.
[[nodiscard]] spec read_spec(const describe::value& v, const describe::extensions& functions = {});
namespace detail {
/// Reads one member of a spec, "normalise" for instance, which has its default until then.
void read_member(spec& s, const std::string& key, const describe::value& v, const describe::reader& r);
}  // namespace detail
/// JSON Schema (draft 2020-12) of spec files.
[[nodiscard]] describe::value spec_json_schema();

/// Every family of methods, in the order an index is computed; then those that vary it.
[[nodiscard]] const std::vector<describe::family_view>& catalogue();

QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/compute/impl/spec.ipp"
#include "quindex/compute/impl/spec_schema.ipp"
#endif
