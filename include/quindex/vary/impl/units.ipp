/// Bodies of the factors that draw units.
#pragma once

#include <algorithm>
#include <numeric>

#include "quindex/vary/bootstrap_units.hpp"
#include "quindex/vary/leave_out_units.hpp"

QUINDEX_BEGIN
namespace vary {
namespace detail {

/// Calls `f` with `count` of the rows, every set of as many equally likely.
template <class F>
void for_each_left_out(std::size_t count, const chance& c, F f) {
  const std::vector<std::size_t>& rows = c.known.nodes;
  if (count == 1) {
    const auto at = static_cast<std::size_t>(c.u[0] * static_cast<double>(rows.size()));
    return f(rows[std::min(at, rows.size() - 1)]);
  }
  for (std::size_t k = 0; k < rows.size() && count > 0; ++k)
    if (c.stream.uniform(k) * static_cast<double>(rows.size() - k) < static_cast<double>(count)) f(rows[k]), --count;
}

/// Makes the rows explicit.
QUINDEX_INLINE void name_rows(const scene& s, alternative& out) {
  if (!out.units.empty()) return;
  out.units.resize(s.data.units().size());
  std::iota(out.units.begin(), out.units.end(), std::size_t{0});
}

}  // namespace detail

QUINDEX_INLINE void leave_out_units::check_scene(const scene& s, const path& where) const {
  for (const std::string& unit : units)
    if (!s.data.units().has(unit))
      throw data_error({(where / "units").text(), "the table has no unit " + quoted(unit),
                        did_you_mean(unit, s.data.units().codes())});
  const std::size_t candidates = prepare(s).nodes.size();
  const auto wanted = static_cast<std::size_t>(count);
  if (wanted > candidates || wanted >= s.data.units().size())
    throw spec_error({(where / "count").text(),
                      number_text(count) + " of " + std::to_string(candidates) + " units cannot be left out",
                      "leave out fewer, so that at least one unit stays"});
}

QUINDEX_INLINE constants leave_out_units::prepare(const scene& s) const {
  constants out;
  for (std::size_t i = 0; i < s.data.units().size(); ++i)
    if (units.empty() || std::find(units.begin(), units.end(), s.data.units()[i]) != units.end())
      out.nodes.push_back(i);
  return out;
}

QUINDEX_INLINE void leave_out_units::change(const scene& s, const chance& c, alternative& out) const {
  detail::name_rows(s, out);
  detail::for_each_left_out(static_cast<std::size_t>(count), c, [&](std::size_t row) { std::erase(out.units, row); });
}

QUINDEX_INLINE std::string leave_out_units::level(const scene& s, const chance& c) const {
  std::string out;
  detail::for_each_left_out(static_cast<std::size_t>(count), c,
                            [&](std::size_t row) { out += (out.empty() ? "" : ", ") + s.data.units()[row]; });
  return out;
}

QUINDEX_INLINE void bootstrap_units::check_scene(const scene& s, const path& where) const {
  if (s.data.units().size() < 2)
    throw data_error({where.text(), "the table has " + std::to_string(s.data.units().size()) + " units",
                      "a bootstrap needs 2 or more"});
}

QUINDEX_INLINE void bootstrap_units::change(const scene& s, const chance& c, alternative& out) const {
  // In place: what a factor before has left is copied first only when it has left anything.
  const std::size_t n = out.units.empty() ? s.data.units().size() : out.units.size();
  const std::vector<std::size_t> from = out.units;
  out.units.resize(n);
  for (std::size_t k = 0; k < n; ++k) {
    const std::size_t row = c.stream.below(n, k);
    out.units[k] = from.empty() ? row : from[row];
  }
}

}  // namespace vary
QUINDEX_END
