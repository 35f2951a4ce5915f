/// Bodies of vary/parameter.hpp.
#pragma once

#include "quindex/vary/parameter.hpp"

QUINDEX_BEGIN
namespace vary {

QUINDEX_INLINE void parameter::check_scene(const scene& s, const path& where) const {
  const detail::route way = detail::route_to(s.recipe, s.tree, address, where / "address");
  const describe::value* before = detail::value_at(s.recipe, way);
  const bool is_unset = before == nullptr || before->is_null();
  if (!is_unset && before->as_number() == nullptr)
    throw spec_error({(where / "address").text(), quoted(address) + " is " + before->kind() + ", not a number",
                      "vary it with 'options'"});
  const bool whole = detail::is_whole(s, address);
  constexpr double first = 0x1p-53, last = 1 - 0x1p-53;  // the ends of all coordinates there are
  for (const double u : {first, last, 0.5}) try {
      detail::check_edit(s, {address, drawn(u, whole)}, where / "draw");
    } catch (const spec_error& e) {
      if (!e.hint().empty()) throw;
      throw spec_error({e.where(), e.about().what,
                        draw.as<quindex::draw::normal>() != nullptr
                            ? "truncate the distribution with `low` and `high`, or choose one that stays in the range"
                            : "choose a distribution that stays in the range, such as 'uniform' or a truncated "
                              "'normal'"});
    }
}

}  // namespace vary
QUINDEX_END
