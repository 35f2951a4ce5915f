// Correlations, weights and rankings behind the same C interface as kernels.cpp, for compare_methods.py.
#include <cstddef>
#include <string>
#include <vector>

#include "quindex/aggregate/copeland.hpp"
#include "quindex/aggregate/promethee_2.hpp"
#include "quindex/aggregate/topsis.hpp"
#include "quindex/numeric/association.hpp"
#include "quindex/numeric/kernels.hpp"
#include "quindex/weigh/critic.hpp"
#include "quindex/weigh/d_critic.hpp"
#include "quindex/weigh/entropy.hpp"

namespace {

using quindex::column_view;
using quindex::matrix;

std::vector<column_view> columns_of(const double* x, std::size_t n, std::size_t m) {
  std::vector<column_view> out;
  for (std::size_t j = 0; j < m; ++j) out.emplace_back(x + j * n, n);
  return out;
}

std::vector<std::string> numbered(std::size_t count) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < count; ++i) out.push_back(std::to_string(i + 1));
  return out;
}

template <class Method>
void rank(const Method& method, const double* x, std::size_t n, std::size_t m, double* out, std::size_t times) {
  const std::vector<std::string> units = numbered(n);
  const quindex::aggregate::alternatives all{columns_of(x, n, m),
                                             std::vector<double>(m, 1.0 / static_cast<double>(m)),
                                             std::vector<bool>(m, true),
                                             numbered(m),
                                             units,
                                             "rank"};
  for (std::size_t i = 0; i < times; ++i) {
    const std::vector<double> scores = method.scores(all);
    std::copy(scores.begin(), scores.end(), out);
  }
}

template <class Method>
void weigh(const Method& method, const double* x, std::size_t n, std::size_t m, double* out, std::size_t times) {
  const quindex::weigh::group group{"g", numbered(m), std::vector<double>(m, 1.0), columns_of(x, n, m), {}};
  for (std::size_t i = 0; i < times; ++i) {
    const std::vector<double> weights = method.fit(group);
    std::copy(weights.begin(), weights.end(), out);
  }
}

void correlate(quindex::numeric::rows_used rows, const double* x, std::size_t n, std::size_t m, double* out,
               std::size_t times) {
  const std::vector<column_view> columns = columns_of(x, n, m);
  for (std::size_t i = 0; i < times; ++i) {
    const matrix r = quindex::numeric::pearson(columns, rows);
    std::copy(r.data(), r.data() + r.size(), out);
  }
}

}  // namespace

extern "C" {

void correlations_complete(const double* x, std::size_t n, std::size_t m, double* out, std::size_t times) {
  correlate(quindex::numeric::rows_used::complete, x, n, m, out, times);
}
void correlations_pairwise(const double* x, std::size_t n, std::size_t m, double* out, std::size_t times) {
  correlate(quindex::numeric::rows_used::pairwise, x, n, m, out, times);
}
void kendall_correlations(const double* x, std::size_t n, std::size_t m, double* out, std::size_t times) {
  const std::vector<column_view> columns = columns_of(x, n, m);
  for (std::size_t i = 0; i < times; ++i) {
    const matrix r = quindex::numeric::kendall(columns);
    std::copy(r.data(), r.data() + r.size(), out);
  }
}
void logarithms(const double* x, std::size_t n, std::size_t m, double* out, std::size_t times) {
  for (std::size_t i = 0; i < times; ++i) quindex::numeric::active_kernels().log(x, n * m, out);
}
void entropy(const double* x, std::size_t n, std::size_t m, double* out, std::size_t times) {
  weigh(quindex::weigh::entropy{}, x, n, m, out, times);
}
void critic(const double* x, std::size_t n, std::size_t m, double* out, std::size_t times) {
  weigh(quindex::weigh::critic{}, x, n, m, out, times);
}
void d_critic(const double* x, std::size_t n, std::size_t m, double* out, std::size_t times) {
  weigh(quindex::weigh::d_critic{}, x, n, m, out, times);
}
void topsis(const double* x, std::size_t n, std::size_t m, double* out, std::size_t times) {
  rank(quindex::aggregate::topsis{}, x, n, m, out, times);
}
void promethee(const double* x, std::size_t n, std::size_t m, double* out, std::size_t times) {
  rank(quindex::aggregate::promethee_2{.function = quindex::aggregate::preference_function::v_shape, .preference = 30},
       x, n, m, out, times);
}
void copeland(const double* x, std::size_t n, std::size_t m, double* out, std::size_t times) {
  rank(quindex::aggregate::copeland{}, x, n, m, out, times);
}
}
