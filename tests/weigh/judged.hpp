/// What the tests of elicited weights share: a group of children with nothing but their codes.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "methods.hpp"
#include "quindex/weigh/concept.hpp"

namespace judged {

/// A group "g" of the children.
inline quindex::weigh::group of(std::vector<std::string> children) {
  const std::size_t n = children.size();
  return {.code = "g", .children = std::move(children), .given = std::vector<double>(n, 1.0), .scores = {}};
}

/// A group of n children called a, b, c, ...
inline quindex::weigh::group letters(std::size_t n) {
  std::vector<std::string> children;
  for (std::size_t i = 0; i < n; ++i) children.emplace_back(1, static_cast<char>('a' + i));
  return of(children);
}

/// The message with which a method refuses a group.
template <class Error, class M>
std::string refused(const M& method, const quindex::weigh::group& g) {
  return trial::refused<Error>([&] { (void)method.fit(g); });
}

/// The message with which a method refuses its own parameters.
template <class M>
std::string unchecked(const M& method) {
  return trial::refused<quindex::spec_error>([&] { method.check(quindex::path("weigh")); });
}

/// A matrix from its rows.
inline quindex::matrix table(const std::vector<std::vector<double>>& rows) {
  quindex::matrix out(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(rows.front().size()));
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (std::size_t j = 0; j < rows[i].size(); ++j)
      out(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = rows[i][j];
  return out;
}

}  // namespace judged
