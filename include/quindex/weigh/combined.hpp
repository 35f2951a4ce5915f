/// What combined weights share: several methods, each fitted to the same group.
#pragma once

#include "quindex/base/text.hpp"
#include "quindex/numeric/elementary.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/weigh/single_methods.hpp"

QUINDEX_BEGIN
namespace weigh::detail {

/// Checks each method at its place.
inline void check_methods(const std::vector<single_method>& methods, const path& where) {
  for (std::size_t k = 0; k < methods.size(); ++k) {
    const std::string step = std::to_string(k);
    methods[k].check(where / step);
  }
}

/// The weights of each method, summing to 1.
inline std::vector<std::vector<double>> shares_of(const std::vector<single_method>& methods, const group& g) {
  if (methods.empty())
    throw spec_error({g.where(), "there are no methods to combine", "give `methods`: two or more weighing methods"});
  std::vector<std::vector<double>> out;
  for (const single_method& method : methods) {
    std::vector<double> w = method.visit([&](const auto& m) { return m.fit(g); });
    const double total = numeric::sum(w);
    if (!(total > 0))
      throw spec_error(
          {g.where(), std::string(method.name()) + " gives every child the weight 0", "leave it out of `methods`"});
    for (double& x : w) x /= total;
    out.push_back(std::move(w));
  }
  return out;
}

/// The products of the methods' weights to a power, summing to 1.
inline std::vector<double> product_shares(const std::vector<single_method>& methods, const group& g, double power) {
  const std::vector<std::vector<double>> all = shares_of(methods, g);
  std::vector<double> out, logs(all.size());
  for (std::size_t j = 0; j < g.children.size(); ++j) {
    bool counts = true;
    for (std::size_t k = 0; k < all.size(); ++k) {
      counts = counts && all[k][j] > 0;
      logs[k] = counts ? numeric::log(all[k][j]) : 0;
    }
    out.push_back(counts ? numeric::exp(power * numeric::sum(logs)) : 0);
  }
  const double total = numeric::sum(out);
  if (!(total > 0))
    throw spec_error({g.where(), "every child has the weight 0 by one of the methods", "use linear, or other methods"});
  for (double& w : out) w /= total;
  return out;
}

/// What the methods themselves have to say.
inline std::vector<std::string> remarks_of(const std::vector<single_method>& methods, const group& g) {
  std::vector<std::string> out;
  for (const single_method& method : methods)
    method.visit([&](const auto& m) {
      if constexpr (requires { m.remarks(g); })
        for (const std::string& text : m.remarks(g)) out.push_back(std::string(method.name()) + ": " + text);
    });
  return out;
}

}  // namespace weigh::detail
QUINDEX_END
