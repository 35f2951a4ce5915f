// expect: no matching (member )?function
#include "quindex/describe/any_method.hpp"
#include "quindex/normalise/concept.hpp"

struct forgetful {
  static constexpr quindex::describe::method_info info{.name = "forgetful"};
  static constexpr auto fields() { return quindex::describe::fields_of(); }
  friend bool operator==(const forgetful&, const forgetful&) = default;
};

using methods = quindex::describe::method_list<forgetful>;
static_assert(quindex::describe::all_are(methods{}, []<quindex::normalise::Normaliser M>() { return true; }));
