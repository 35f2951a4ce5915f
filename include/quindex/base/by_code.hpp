/// Values that are given for some codes: reference points, judgements, thresholds.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "quindex/config.hpp"

QUINDEX_BEGIN

/// Values by code, in the order in which they were written.
template <class T>
using by_code_of = std::vector<std::pair<std::string, T>>;

/// What is given for `code`, or null; the first where a code stands twice.
template <class T>
[[nodiscard]] const T* given_for(const by_code_of<T>& given, std::string_view code) {
  for (const auto& entry : given)
    if (entry.first == code) return &entry.second;
  return nullptr;
}

QUINDEX_END
