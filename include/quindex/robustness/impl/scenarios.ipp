/// Bodies of robustness/scenarios.hpp: the grid and its computation.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "quindex/base/text.hpp"
#include "quindex/robustness/plan.hpp"
#include "quindex/robustness/rank_shifts.hpp"
#include "quindex/robustness/scenarios.hpp"

QUINDEX_BEGIN
namespace robustness {
namespace detail {

/// A method as people write it: "min_max", "min_max (low 1, high 100)".
[[nodiscard]] inline std::string option_name(const describe::value& v) {
  if (const std::string* text = v.as_text()) return *text;
  const describe::value* method = v.find("method");
  if (method == nullptr || method->as_text() == nullptr) return vary::detail::brief(v);
  std::string parameters;
  for (const auto& [key, item] : *v.as_object())
    if (key != "method") parameters += (parameters.empty() ? "" : ", ") + key + " " + option_name(item);
  return *method->as_text() + (parameters.empty() ? "" : " (" + parameters + ")");
}

/// A grid in its scene: the first option of each choice is the spec as it stands.
class prepared_grid {
 public:
  prepared_grid(const spec& recipe, const table& data, const scenario_grid& grid)
      : recipe_(recipe),
        functions_(functions_of(recipe)),
        written_(write_spec(recipe)),
        here_(scene_of(written_, recipe, data, functions_)),
        one_at_a_time_(grid.one_at_a_time) {
    if (grid.choices.empty())
      throw spec_error({"scenarios.choices", "there is nothing to choose", "give one choice or more"});
    std::vector<std::string> names;
    for (std::size_t c = 0; c < grid.choices.size(); ++c) {
      add(grid.choices[c], "scenarios.choices." + std::to_string(c));
      if (std::find(names.begin(), names.end(), grid.choices[c].name) != names.end())
        throw spec_error({"scenarios.choices." + std::to_string(c),
                          "there are two choices called " + quoted(grid.choices[c].name),
                          "give each a name of its own"});
      names.push_back(grid.choices[c].name);
    }
    double all = 1;
    for (const scenario_choice& choice : choices_) {
      const auto n = static_cast<double>(choice.options.size());
      all = one_at_a_time_ ? all + n - 1 : all * n;
    }
    if (all > static_cast<double>(grid.most))
      throw spec_error({"scenarios.choices",
                        "they make " + number_text(all) + " scenarios, more than " + std::to_string(grid.most),
                        "leave out options, change one choice at a time, or raise `most`"});
    count_ = static_cast<std::size_t>(all);
  }
  prepared_grid(const prepared_grid&) = delete;
  prepared_grid& operator=(const prepared_grid&) = delete;
  ~prepared_grid() = default;

  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] const std::vector<scenario_choice>& choices() const { return choices_; }
  /// The options of a scenario: the last choice changes fastest.
  [[nodiscard]] std::vector<std::size_t> options(std::size_t number) const {
    std::vector<std::size_t> out(choices_.size(), 0);
    if (one_at_a_time_) {
      for (std::size_t c = 0; c < out.size() && number > 0; ++c) {
        const std::size_t others = choices_[c].options.size() - 1;
        if (number <= others) out[c] = number;
        number -= std::min(number, others);
      }
      return out;
    }
    for (std::size_t c = out.size(); c-- > 0; number /= choices_[c].options.size())
      out[c] = number % choices_[c].options.size();
    return out;
  }
  [[nodiscard]] std::string name(const std::vector<std::size_t>& options) const {
    std::string out;
    for (std::size_t c = 0; c < options.size(); ++c)
      if (options[c] != 0)
        out += (out.empty() ? "" : ", ") + choices_[c].name + " " + choices_[c].options[options[c]].name;
    return out.empty() ? as_it_is : out;
  }
  [[nodiscard]] spec spec_of(const std::vector<std::size_t>& options) const {
    std::vector<vary::edit> edits;
    for (std::size_t c = 0; c < options.size(); ++c) {
      const auto& own = choices_[c].options[options[c]].edits;
      edits.insert(edits.end(), own.begin(), own.end());
    }
    return edits.empty() ? recipe_ : with(edits);
  }

 private:
  static constexpr const char* as_it_is = "as it is";
  [[nodiscard]] spec with(const std::vector<vary::edit>& edits) const {
    return read_spec(vary::with_edits(written_, recipe_.framework, edits, here_.catalogue), functions_);
  }
  [[nodiscard]] bool is_nominal(const std::vector<vary::edit>& edits) const {
    try {
      return with(edits) == recipe_;
    } catch (const error&) {
      return false;  // it fails where it is computed, and says why
    }
  }
  void add(const scenario_choice& choice, const std::string& where) {
    if (choice.name.empty()) throw spec_error({where, "the choice has no name", "name it"});
    if (choice.options.empty())
      throw spec_error(
          {where, "there is nothing to choose from for " + quoted(choice.name), "give one option or more"});
    scenario_choice out{choice.name, {{as_it_is, {}}}};
    std::vector<std::string> names;
    for (std::size_t k = 0; k < choice.options.size(); ++k) {
      const scenario_option& option = choice.options[k];
      const std::string at = where + ".options." + std::to_string(k);
      if (option.name.empty()) throw spec_error({at, "the option has no name", "name it"});
      if (std::find(names.begin(), names.end(), option.name) != names.end())
        throw spec_error({at, "there are two options called " + quoted(option.name), "give each a name of its own"});
      names.push_back(option.name);
      for (const vary::edit& change : option.edits) vary::detail::check_edit(here_, change, path(at));
      if (is_nominal(option.edits))
        out.options[0].name = option.name;
      else
        out.options.push_back(option);
    }
    choices_.push_back(std::move(out));
  }

  const spec& recipe_;
  const describe::extensions functions_;
  const describe::value written_;
  const vary::scene here_;
  bool one_at_a_time_;
  std::vector<scenario_choice> choices_;
  std::size_t count_ = 1;
};

/// Writes one scenario's scores and ranks by unit of the table; units it leaves out have none.
inline void fill_scenario(const result& r, const std::string& node, std::size_t number, scenario_table& out) {
  const column_view scores = r.scores(node);
  const std::vector<double> ranks = r.ranks(node);
  for (std::size_t k = 0; k < r.units().size(); ++k) {
    const auto unit = static_cast<Eigen::Index>(r.rows().empty() ? k : r.rows()[k]);
    out.scores(static_cast<Eigen::Index>(number), unit) = scores[k];
    out.ranks(static_cast<Eigen::Index>(number), unit) = ranks[k];
  }
}

/// R_S between two scenarios, see `shift_of_shared`; missing where they share no unit.
[[nodiscard]] inline double shift_between(const scenario_table& found, std::size_t a, std::size_t b) {
  const auto ranks_of = [&](std::size_t scenario) {
    const auto row = found.ranks.row(static_cast<Eigen::Index>(scenario));
    return std::vector<double>(row.begin(), row.end());
  };
  return shift_of_shared(ranks_of(a), ranks_of(b), found.tie_rule);
}

}  // namespace detail

QUINDEX_INLINE scenario_choice choice_at(std::string address, const std::vector<describe::value>& values,
                                         std::string name) {
  scenario_choice out{name.empty() ? address : std::move(name)};
  for (const describe::value& v : values) out.options.push_back({detail::option_name(v), {{address, v}}});
  return out;
}

QUINDEX_INLINE scenario_table scenarios(const spec& recipe, const table& data, const scenario_grid& grid,
                                        std::string_view node, const quindex::run_options& how) {
  const detail::prepared_grid all(recipe, data, grid);
  const labels& codes = recipe.framework.codes();
  const std::string code = node.empty() ? codes[0] : std::string(node);
  if (!codes.has(code))
    throw spec_error({"scenarios.node", "there is no node " + quoted(code), did_you_mean(code, codes.codes())});
  const matrix none = matrix::Constant(static_cast<Eigen::Index>(all.count()),
                                       static_cast<Eigen::Index>(data.units().size()), missing_value);
  scenario_table out{code, data.units(),        {},         {}, std::vector<scenario>(all.count()), none, none,
                     {},   !grid.one_at_a_time, recipe.ties};
  std::vector<std::string> choices;
  for (const scenario_choice& choice : all.choices()) {
    choices.push_back(choice.name);
    out.options.emplace_back();
    for (const scenario_option& option : choice.options) out.options.back().push_back(option.name);
  }
  out.choices = labels(choices);
  numeric::parallel_for(how.executor, all.count(), [&](std::size_t k) {
    scenario& one = out.scenarios[k];
    one.options = all.options(k);
    one.name = all.name(one.options);
    try {
      detail::fill_scenario(compute(all.spec_of(one.options), data), code, k, out);
    } catch (const error& e) {
      if (k == 0) throw;
      one.has_failed = true;
      one.message = e.what();
    }
  });
  for (std::size_t k = 0; k < all.count(); ++k) out.shift.push_back(detail::shift_between(out, 0, k));
  return out;
}

QUINDEX_INLINE spec scenario_spec(const spec& recipe, const table& data, const scenario_grid& grid,
                                  std::size_t number) {
  const detail::prepared_grid all(recipe, data, grid);
  if (number >= all.count())
    throw spec_error({"scenarios", "there is no scenario " + std::to_string(number),
                      "they are numbered from 0 to " + std::to_string(all.count() - 1)});
  return all.spec_of(all.options(number));
}

}  // namespace robustness
QUINDEX_END
