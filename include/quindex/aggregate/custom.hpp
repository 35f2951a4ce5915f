/// An aggregation of the user's own.
#pragma once

#include <cmath>
#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "quindex/aggregate/concept.hpp"
#include "quindex/base/text.hpp"
#include "quindex/model/extension.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// The score that a function of yours gives a unit's children.
struct custom {
  using function = std::function<double(column_view z, column_view w)>;
  std::string name{};
  std::shared_ptr<const function> call{};

  static constexpr std::size_t undescribed = 1;
  static constexpr method_info info{
      .name = "custom",
      .title = "A function of yours",
      .summary = "The score that a function of yours gives a unit's children.",
      .formula = "s = f(z, w)",
      .reference = "the user's own",
      .details =
          "The function gets the scores of one unit's children (none missing, high being better) and their weights, "
          "which sum to 1, and returns the score; NaN for none. It compares by name and identity, and a file holds "
          "only its name."};

  static constexpr auto fields() {
    return fields_of(
        field("name", &custom::name, "The name it has in files; reading one asks for the function again."));
  }
  /// Finds the function by its name.
  void bind(const path& where, const describe::reader& r) { call = function_named<function>(name, where, r); }
  [[nodiscard]] double score(column_view z, column_view w) const;

  /// By name and by identity of the function.
  friend bool operator==(const custom&, const custom&) = default;
};

/// A custom method around anything that can be called like `custom::function`.
[[nodiscard]] inline custom custom_function(std::string name, custom::function call) {
  return {.name = std::move(name), .call = std::make_shared<const custom::function>(std::move(call))};
}

inline double custom::score(column_view z, column_view w) const {
  if (!call || !*call)
    throw spec_error({"aggregate", "the custom function " + quoted(name) + " is not there", "pass it in `extensions`"});
  const double out = call_custom(name, "", [&] { return (*call)(z, w); });
  if (std::isinf(out))
    throw spec_error({"aggregate", "the custom function " + quoted(name) + " returned " + number_text(out),
                      "return a finite score, or NaN for none"});
  return out;
}

}  // namespace aggregate
QUINDEX_END
