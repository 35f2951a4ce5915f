/// Bodies of robustness/plan.hpp.
#pragma once

#include <algorithm>
#include <string>

#include "quindex/robustness/design.hpp"
#include "quindex/robustness/plan.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

QUINDEX_INLINE vary::scene scene_of(const describe::value& written, const spec& recipe, const table& data,
                                    const describe::extensions& functions) {
  return {written, recipe.framework, data, catalogue(), &functions};
}

/// The design, once it is known to run.
QUINDEX_INLINE const design& checked(const spec& recipe, const table& data, const design& d) {
  const std::vector<issue> found = validate(recipe, data, d);
  if (!found.empty()) throw spec_error(found.front());
  return d;
}

QUINDEX_INLINE matrix correlation_matrix(const design& d) {
  const auto n = static_cast<Eigen::Index>(d.correlation.size());
  matrix out(n, n);
  for (Eigen::Index i = 0; i < n; ++i)
    for (Eigen::Index j = 0; j < n; ++j)
      out(i, j) = d.correlation[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
  return out;
}

QUINDEX_INLINE describe::value without_framework(const describe::value& written) {
  describe::value::object members = *written.as_object();
  std::erase_if(members, [](const auto& member) { return member.first == "framework"; });
  return members;
}

QUINDEX_INLINE plan::plan(const spec& recipe_, const table& data_, const design& d, std::size_t rows)
    : recipe(recipe_),
      data(data_),
      what(checked(recipe, data, d)),
      functions(functions_of(recipe)),
      written(write_spec(recipe)),
      methods(without_framework(written)),
      here(scene_of(written, recipe, data, functions)) {
  first.push_back(0);
  for (std::size_t f = 0; f < what.factors.size(); ++f) {
    const std::string number = std::to_string(f);
    const path at("design");
    const path all = at / "factors";
    const path own = all / number;
    factors.emplace_back(what.factors[f].what, here, own / "what");
    first.push_back(first.back() + factors.back().dimension());
    from_a.emplace_back(what.seed, "robustness.a/" + what.factors[f].name);
    from_b.emplace_back(what.seed, "robustness.b/" + what.factors[f].name);
    changes = changes || factors.back().changes();
    reweighs = reweighs || factors.back().reweighs();
    is_finite = is_finite && (!factors.back().changes() || factors.back().chooses());
  }
  find_families();
  if (rows == 0) rows = what.draws;
  if (dimension() > 0)
    for (const std::size_t times : {std::size_t{1}, std::size_t{2}})
      samplers_.emplace_back(what.sampler, rows, times * dimension(), what.seed, "robustness");
  if (!what.correlation.empty()) {
    std::vector<std::string> names;
    for (const factor& one : what.factors) names.push_back(one.name);
    copula_ = numeric::gaussian_copula(correlation_matrix(what), names);
    joined_.assign(first.begin(), first.end() - 1);
  }
  for (const std::string& code : what.nodes) watched.push_back(*tree().codes().find(code));
  if (watched.empty()) watched.push_back(0);
}

QUINDEX_INLINE void plan::find_families() {
  std::vector<std::size_t> met(tree().size(), factors.size());  // by node: by which factor first
  for (std::size_t f = 0; f < factors.size(); ++f) {
    family_of_.push_back(f);
    if (!factors[f].reweighs()) continue;
    for (const std::size_t node : factors[f].nodes()) {
      if (met[node] == factors.size()) met[node] = f;
      const std::size_t own = family_of_[f], other = family_of_[met[node]];
      if (own != other) std::replace(family_of_.begin(), family_of_.end(), std::max(own, other), std::min(own, other));
    }
  }
  families_.resize(factors.size());
  for (std::size_t f = 0; f < factors.size(); ++f) {
    if (!factors[f].reweighs()) continue;
    weight_family& own = families_[family_of_[f]];
    own.factors.push_back(f);
    own.nodes.insert(own.nodes.end(), factors[f].nodes().begin(), factors[f].nodes().end());
  }
}

QUINDEX_INLINE void plan::correlate(std::span<double> u) const {
  if (!joined_.empty()) copula_.apply(u, joined_);
}

QUINDEX_INLINE void plan::coordinates(const source& of, std::span<double> out) const {
  if (samplers_.empty()) return;
  if (of.coordinates != nullptr) {
    std::copy_n(of.coordinates, dimension(), out.begin());
    return;
  }
  if (std::none_of(of.from_b.begin(), of.from_b.end(), [](std::uint8_t b) { return b != 0; })) {
    samplers_[0].row(of.row, out);
  } else {
    std::vector<double> both(2 * dimension());  // a row of A and the same row of B beside it
    samplers_[1].row(of.row, both);
    for (std::size_t f = 0; f < factors.size(); ++f)
      std::copy_n(both.data() + first[f] + (of.from_b[f] != 0 ? dimension() : 0), first[f + 1] - first[f],
                  out.data() + first[f]);
  }
  correlate(out);
}

QUINDEX_INLINE void plan::coordinates(std::size_t from, std::size_t count, std::span<double> out) const {
  if (samplers_.empty() || count == 0) return;
  samplers_[0].rows(from, count, out);
  if (joined_.empty()) return;
  for (std::size_t k = 0; k < count; ++k) correlate(out.subspan(k * dimension(), dimension()));
}

QUINDEX_INLINE void plan::change(const source& of, const double* u, vary::alternative& out) const {
  for (std::size_t f = 0; f < factors.size(); ++f)
    if (factors[f].changes()) factors[f].change(part(f, u), stream(f, of), out);
}

QUINDEX_INLINE void plan::reweigh(const source& of, const double* u, std::span<double> weights) const {
  for (std::size_t f = 0; f < factors.size(); ++f)
    if (factors[f].reweighs()) factors[f].reweigh(part(f, u), stream(f, of), weights);
}

QUINDEX_INLINE void plan::reweigh_exchanged(const source& of, const double* u, std::span<const double> fitted,
                                            std::span<double> weights) const {
  std::size_t before = factors.size();
  for (const std::size_t exchanged : *of.exchanged) {
    const std::size_t own = family_of_[exchanged];
    if (own == before) continue;
    before = own;
    for (const std::size_t node : families_[own].nodes) weights[node] = fitted[node];
    for (const std::size_t f : families_[own].factors) factors[f].reweigh(part(f, u), stream(f, of), weights);
  }
}

}  // namespace robustness::detail
QUINDEX_END
