/// A normalisation of the user's own.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "quindex/model/extension.hpp"
#include "quindex/normalise/concept.hpp"

QUINDEX_BEGIN
namespace normalise {

/// The scores that a function of yours gives a whole column.
struct custom {
  using function = maps::custom::function;
  std::string name{};
  std::shared_ptr<const function> call{};

  static constexpr std::size_t undescribed = 1;
  static constexpr method_info info{
      .name = "custom",
      .title = "A function of yours",
      .summary = "The scores that a function of yours gives a whole column.",
      .formula = R"(z = f(x))",
      .reference = "the user's own",
      .details =
          "The function gets the values over the units (missing ones as NaN) and the indicator, and returns one score "
          "for each, high being better; it has to look at the direction itself. For an indicator with an optimum the "
          "values are deviations. Missing values stay missing whatever it returns. It is called anew for every table, "
          "compares by name and identity, and a file holds only its name."};

  static constexpr auto fields() {
    return fields_of(
        field("name", &custom::name, "The name it has in files; reading one asks for the function again."));
  }
  /// Finds the function by its name.
  void bind(const path& where, const describe::reader& r) { call = function_named<function>(name, where, r); }
  [[nodiscard]] any_map fit(const column& x) const {
    return maps::custom{.name = name, .call = call, .about = std::make_shared<const node>(*x.about)};
  }

  /// By name and by identity of the function.
  friend bool operator==(const custom&, const custom&) = default;
};

/// A custom method around anything that can be called like `custom::function`.
[[nodiscard]] inline custom custom_function(std::string name, custom::function call) {
  return {.name = std::move(name), .call = std::make_shared<const custom::function>(std::move(call))};
}

}  // namespace normalise
QUINDEX_END
