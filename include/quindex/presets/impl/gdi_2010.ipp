/// Bodies of presets/gdi_2010.hpp.
#pragma once

#include "quindex/presets/gdi_2010.hpp"

QUINDEX_BEGIN
namespace presets {

QUINDEX_INLINE spec gdi_2010::make() const {
  spec out = detail::human_development_spec(
      group("gdi",
            {detail::human_development("_f", {22.5, 87.5}, "Human Development Index of women", "女性人类发展指数"),
             detail::human_development("_m", {17.5, 82.5}, "Human Development Index of men", "男性人类发展指数")},
            node_options{.name = "Gender Development Index", .names = {{"zh", "性别发展指数"}}}),
      {"_f", "_m"});
  out.aggregate.except.emplace_back("gdi", aggregate::ratio{});
  return out;
}

}  // namespace presets
QUINDEX_END
