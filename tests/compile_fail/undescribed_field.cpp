// expect: constrain.*method_list
#include "quindex/describe/any_method.hpp"

struct forgetful {
  double low = 0;
  double high = 1;

  static constexpr quindex::describe::method_info info{.name = "forgetful"};
  static constexpr auto fields() {
    return quindex::describe::fields_of(quindex::describe::field("low", &forgetful::low, "Described; high is not."));
  }
  friend bool operator==(const forgetful&, const forgetful&) = default;
};

using methods = quindex::describe::method_list<forgetful>;
