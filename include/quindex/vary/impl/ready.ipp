/// Bodies of vary/ready.hpp.
#pragma once

#include "quindex/vary/ready.hpp"

QUINDEX_BEGIN
namespace vary {

QUINDEX_INLINE ready::ready(method what, const scene& in, const path& where)
    : what_(std::move(what)),
      scene_(in),
      changes_(vary::changes(what_)),
      chooses_(vary::chooses(what_)),
      reweighs_(vary::reweighs(what_)) {
  what_.check(where);
  what_.visit([&]<Factor M>(const M& m) {
    m.check_scene(scene_, where);
    dimension_ = m.dimension(scene_);
    constexpr bool prepares = requires { m.prepare(scene_); };
    static_assert(prepares || !Reweighing<M>, "the nodes of a factor that changes weights have to be known");
    if constexpr (prepares) known_ = m.prepare(scene_);
  });
}

QUINDEX_INLINE void ready::change(std::span<const double> u, const numeric::random_stream& stream,
                                  alternative& out) const {
  what_.visit([&]<class M>(const M& m) {
    if constexpr (Changing<M>) m.change(scene_, chance{u, stream, known_}, out);
  });
}

QUINDEX_INLINE void ready::reweigh(std::span<const double> u, const numeric::random_stream& stream,
                                   std::span<double> weights) const {
  what_.visit([&]<class M>(const M& m) {
    if constexpr (Reweighing<M>) m.reweigh(chance{u, stream, known_}, weights);
  });
}

QUINDEX_INLINE std::string ready::level(std::span<const double> u, const numeric::random_stream& stream) const {
  return what_.visit([&]<class M>(const M& m) -> std::string {
    if constexpr (requires(const chance& c) { m.level(scene_, c); })
      return m.level(scene_, chance{u, stream, known_});
    else
      return {};
  });
}

QUINDEX_INLINE double ready::number(std::span<const double> u, const numeric::random_stream& stream) const {
  return what_.visit([&]<class M>(const M& m) -> double {
    if constexpr (requires(const chance& c) { m.number(scene_, c); })
      return m.number(scene_, chance{u, stream, known_});
    else
      return missing_value;
  });
}

}  // namespace vary
QUINDEX_END
