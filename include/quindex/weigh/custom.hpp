/// Weights of the user's own.
#pragma once

#include <cmath>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "quindex/base/text.hpp"
#include "quindex/model/extension.hpp"
#include "quindex/weigh/concept.hpp"

QUINDEX_BEGIN
namespace weigh {

/// The weights that a function of yours gives a group's children.
struct custom {
  using function = std::function<std::vector<double>(const group&)>;
  std::string name{};
  std::shared_ptr<const function> call{};

  static constexpr std::size_t undescribed = 1;
  static constexpr method_info info{.name = "custom",
                                    .title = "A function of yours",
                                    .summary = "The weights that a function of yours gives a group's children.",
                                    .formula = "w = f(Z)",
                                    .reference = "the user's own",
                                    .details =
                                        "The function gets the group with its children's codes, framework weights and "
                                        "scores, and returns one weight of 0 or more for each child; they need not "
                                        "sum to 1. It compares by name and identity, and a file holds only its name."};

  static constexpr auto fields() {
    return fields_of(
        field("name", &custom::name, "The name it has in files; reading one asks for the function again."));
  }
  /// Finds the function by its name.
  void bind(const path& where, const describe::reader& r) { call = function_named<function>(name, where, r); }
  [[nodiscard]] std::vector<double> fit(const group& g) const;

  /// By name and by identity of the function.
  friend bool operator==(const custom&, const custom&) = default;
};

/// A custom method around anything that can be called like `custom::function`.
[[nodiscard]] inline custom custom_function(std::string name, custom::function call) {
  return {.name = std::move(name), .call = std::make_shared<const custom::function>(std::move(call))};
}

inline std::vector<double> custom::fit(const group& g) const {
  if (!call || !*call)
    throw spec_error({g.where(), "the custom function " + quoted(name) + " is not there", "pass it in `extensions`"});
  std::vector<double> out = call_custom(name, g.where(), [&] { return (*call)(g); });
  if (out.size() != g.children.size())
    throw spec_error({g.where(),
                      "the custom function " + quoted(name) + " returned " + std::to_string(out.size()) +
                          " weights for " + std::to_string(g.children.size()) + " children",
                      "return one for each"});
  for (std::size_t j = 0; j < out.size(); ++j)
    if (!(out[j] >= 0) || std::isinf(out[j]))
      throw spec_error({g.where(),
                        "the custom function " + quoted(name) + " gave " + quoted(g.children[j]) + " the weight " +
                            number_text(out[j]),
                        "weights are 0 or more"});
  return out;
}

}  // namespace weigh
QUINDEX_END
