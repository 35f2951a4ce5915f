/// How `custom` methods of a file find their functions again.
#pragma once

#include <any>
#include <exception>
#include <memory>
#include <new>
#include <string>
#include <utility>

#include "quindex/describe/any_method.hpp"

QUINDEX_BEGIN

/// The function called `name` among those that were passed with the file, either as a `Function` or as a
/// `std::shared_ptr<const Function>`, which keeps its identity. Throws spec_error when it is not there or of another
/// kind.
template <class Function>
[[nodiscard]] std::shared_ptr<const Function> function_named(const std::string& name, const path& where,
                                                             const describe::reader& r) {
  const std::string at = (where / "method").text();
  const auto missing = [&] { return spec_error({at, quoted(name) + " is custom", "pass it in `extensions`"}); };
  if (r.functions == nullptr) throw missing();
  const auto found = r.functions->find(name);
  if (found == r.functions->end()) throw missing();
  if (const auto* shared = std::any_cast<std::shared_ptr<const Function>>(&found->second)) return *shared;
  if (const auto* plain = std::any_cast<Function>(&found->second)) return std::make_shared<const Function>(*plain);
  throw spec_error({at, "what `extensions` holds as " + quoted(name) + " is no function of this family",
                    "pass one that takes and returns what the family's custom method does"});
}

/// What a custom function returns. What it throws and is no `error` becomes a spec_error that says which function
/// failed and how, `where` it was, with the original nested in it.
template <class Call>
decltype(auto) call_custom(const std::string& name, const std::string& where, Call&& call) {
  try {
    return std::forward<Call>(call)();
  } catch (const error&) {
    throw;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& failed) {
    const std::string why(failed.what());
    std::throw_with_nested(
        spec_error({where, "the custom function " + quoted(name) + " failed: " + why.substr(0, why.find('\n')),
                    "make it return for every column it may be given"}));
  }
}

QUINDEX_END
