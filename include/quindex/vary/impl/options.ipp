/// Bodies of vary/options.hpp.
#pragma once

#include "quindex/vary/options.hpp"

QUINDEX_BEGIN
namespace vary {

QUINDEX_INLINE void options::check(const path& where) const {
  detail::check_probabilities(probabilities, values.size(), where / "probabilities");
}

QUINDEX_INLINE void options::check_scene(const scene& s, const path& where) const {
  (void)detail::route_to(s.recipe, s.tree, address, where / "address");
  if (values.empty())
    throw spec_error({(where / "values").text(), "there is nothing to choose from", "give two values or more"});
  for (std::size_t k = 0; k < values.size(); ++k) {
    const std::string number = std::to_string(k);
    detail::check_edit(s, {address, values[k]}, where / "values" / number);
  }
}

QUINDEX_INLINE std::string options::level(const scene& /*unused*/, const chance& c) const {
  const describe::value& v = values[chosen(c.u[0])];
  const std::string* name = v.as_text();
  if (name == nullptr && v.as_object() != nullptr && v.as_object()->size() == 1 && v.find("method") != nullptr)
    name = v.find("method")->as_text();
  return name != nullptr ? *name : detail::brief(v);
}

}  // namespace vary
QUINDEX_END
