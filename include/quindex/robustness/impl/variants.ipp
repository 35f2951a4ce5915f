/// Bodies of robustness/variants.hpp.
#pragma once

#include <algorithm>
#include <cstring>
#include <map>

#include "quindex/compute/compute.hpp"
#include "quindex/compute/pipeline.hpp"
#include "quindex/robustness/impl/spec_key.ipp"
#include "quindex/robustness/variants.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

/// Puts the default in the place of a member of a spec, for it to be read anew.
QUINDEX_INLINE void forget_member(spec& s, const std::string& key) {
  if (key == "screen") s.screen.reset();
  if (key == "prepare") s.prepare.clear();
  if (key == "publish") s.publish.reset();
}

/// The spec with edits that leave its framework as it is: only the members edited are read again.
QUINDEX_INLINE spec spec_with_methods(const plan& p, const std::vector<vary::edit>& edits) {
  const describe::value changed = vary::with_edits(p.methods, p.tree(), edits, catalogue());
  const describe::reader r{&p.functions};
  spec out = p.recipe;
  std::vector<std::string> read;
  for (const vary::edit& e : edits) {
    const std::string key = e.address.substr(0, e.address.find('.'));
    if (std::find(read.begin(), read.end(), key) != read.end()) continue;
    read.push_back(key);
    forget_member(out, key);
    if (const describe::value* member = changed.find(key)) quindex::detail::read_member(out, key, *member, r);
  }
  return out;
}

QUINDEX_INLINE spec spec_with(const plan& p, const vary::alternative& what) {
  if (what.edits.empty() && what.dropped.empty()) return p.recipe;
  const bool is_same_tree =
      what.dropped.empty() && std::none_of(what.edits.begin(), what.edits.end(),
                                           [](const auto& e) { return e.address.rfind("framework", 0) == 0; });
  if (is_same_tree) {
    spec out = spec_with_methods(p, what.edits);
    quindex::detail::throw_first(quindex::validate(out));
    return out;
  }
  describe::value changed = vary::with_edits(p.written, p.tree(), what.edits, catalogue());
  if (!what.dropped.empty()) changed = vary::without_nodes(changed, p.tree(), what.dropped);
  spec out = read_spec(changed, p.functions);
  quindex::detail::throw_first(quindex::validate(out));
  return out;
}

QUINDEX_INLINE variant variant_of(const plan& p, const result& scored, const std::vector<std::size_t>& present) {
  variant out;
  out.state = scored.index().shared_state();
  out.units = p.data.units();
  out.unit_groups = p.data.groups();
  out.rows = scored.rows().empty() ? present : scored.rows();
  if (!scored.rows().empty() && !present.empty())
    for (std::size_t& row : out.rows) row = present[row];
  const framework& tree = out.tree();
  if (out.rows.empty()) {
    out.scores = scored.scores();
  } else {
    out.scores = matrix::Constant(static_cast<Eigen::Index>(out.units.size()), scored.scores().cols(), missing_value);
    for (std::size_t i = 0; i < out.rows.size(); ++i)
      out.scores.row(static_cast<Eigen::Index>(out.rows[i])) = scored.scores().row(static_cast<Eigen::Index>(i));
  }
  out.weights.assign(tree.size(), 1.0);
  out.origin.assign(tree.size(), 0);
  out.place.assign(p.tree().size(), framework::none);
  for (std::size_t i = 0; i < tree.size(); ++i) {
    for (std::size_t c = 0; c < tree.at(i).children.size(); ++c)
      out.weights[tree.at(i).children[c]] = out.state->groups[i].weights[c];
    out.origin[i] = *p.tree().codes().find(tree.about(i).code);
    out.place[out.origin[i]] = i;
  }
  return out;
}

QUINDEX_INLINE variant fitted_to_table(const plan& p, const spec& recipe, const numeric::executor& where) {
  return variant_of(p, result(quindex::detail::fit_and_score(recipe, quindex::detail::taking_part(recipe, p.data),
                                                             quindex::run_options{where})));
}

/// The table with other values.
QUINDEX_INLINE table with_values(const table& data, const matrix& values) {
  table_options more{data.groups(), data.sizes(), data.standard_errors(), data.period()};
  return {data.units(), data.indicators(), values, std::move(more)};
}

/// Some rows of a table, a row as often as it is named.
QUINDEX_INLINE table with_rows(const table& data, const std::vector<std::size_t>& rows) {
  const auto n = static_cast<Eigen::Index>(rows.size());
  const matrix_view from = data.values();
  const matrix& errors = data.standard_errors();
  matrix values(n, from.cols());
  table_options more{{}, {}, matrix(errors.size() > 0 ? n : 0, errors.cols()), data.period()};
  std::vector<std::string> units;
  std::map<std::size_t, std::size_t> times;
  for (Eigen::Index i = 0; i < n; ++i) {
    const std::size_t row = rows[static_cast<std::size_t>(i)];
    const std::size_t time = ++times[row];
    units.push_back(time == 1 ? data.units()[row] : data.units()[row] + " (" + std::to_string(time) + ")");
    values.row(i) = from.row(static_cast<Eigen::Index>(row));
    if (errors.size() > 0) more.standard_errors.row(i) = errors.row(static_cast<Eigen::Index>(row));
    if (!data.groups().empty()) more.groups.push_back(data.groups()[row]);
    if (!data.sizes().empty()) more.sizes.push_back(data.sizes()[row]);
  }
  return {labels(std::move(units)), data.indicators(), std::move(values), std::move(more)};
}

QUINDEX_INLINE table drawn_table(const table& data, const vary::alternative& drawn) {
  const table seen = drawn.values.size() > 0 ? with_values(data, drawn.values) : data;
  return drawn.units.empty() ? seen : with_rows(seen, drawn.units);
}

QUINDEX_INLINE variant fitted_to_drawn(const plan& p, const spec& recipe, const vary::alternative& drawn,
                                       const numeric::executor& where) {
  const table all = drawn.values.size() > 0 ? with_values(p.data, drawn.values) : p.data;
  const table fitted_on = drawn.units.empty() ? all : with_rows(all, drawn.units);
  result scored(quindex::detail::fit_and_score(recipe, quindex::detail::taking_part(recipe, fitted_on),
                                               quindex::run_options{where}));
  std::vector<std::size_t> present = drawn.units;
  std::sort(present.begin(), present.end());
  present.erase(std::unique(present.begin(), present.end()), present.end());
  if (!present.empty()) scored = scored.index()(with_rows(all, present));
  variant out = variant_of(p, scored, present);
  out.is_resampled = !drawn.units.empty();
  return out;
}

QUINDEX_INLINE std::vector<double> whole_weights(const variant& of) {
  std::vector<double> out(of.place.size(), 0.0);
  for (std::size_t i = 0; i < of.origin.size(); ++i) out[of.origin[i]] = of.weights[i];
  return out;
}

QUINDEX_INLINE std::vector<std::size_t> watched_in(const plan& p, const variant& of) {
  std::vector<std::size_t> out;
  for (const std::size_t node : p.watched) out.push_back(of.place[node]);
  return out;
}

QUINDEX_INLINE std::shared_ptr<const batch_scorer> scorer_of(const plan& p, variant of, bool fast) {
  std::vector<std::size_t> watched = watched_in(p, of);
  return std::make_shared<const batch_scorer>(std::make_shared<const variant>(std::move(of)), std::move(watched), fast);
}

QUINDEX_INLINE std::shared_ptr<changed_spec> variant_cache::find(const std::string& key) {
  const auto at = entries_.find(key);
  if (at == entries_.end()) return nullptr;
  if (at->second.round != round_) ++used_;
  at->second.round = round_;
  return at->second.what;
}

QUINDEX_INLINE void variant_cache::keep(const std::string& key, std::shared_ptr<changed_spec> what) {
  if (entries_.size() >= most_) {
    const auto oldest = std::min_element(entries_.begin(), entries_.end(),
                                         [](const auto& a, const auto& b) { return a.second.round < b.second.round; });
    if (oldest != entries_.end() && oldest->second.round < round_) entries_.erase(oldest);
  }
  entries_.insert_or_assign(key, entry{std::move(what), round_});
  ++used_;
}

}  // namespace robustness::detail
QUINDEX_END
