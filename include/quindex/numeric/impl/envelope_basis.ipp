/// Bodies of numeric/envelope.hpp: the basis.
#pragma once

#include <cmath>
#include <cstring>

#include "quindex/numeric/envelope.hpp"

QUINDEX_BEGIN
namespace numeric {

/// by · column for every column, in the same order on every machine.
QUINDEX_INLINE void envelope::multiply(std::span<const double> by, std::vector<double>& out) const {
  using pair = double __attribute__((vector_size(16)));
  static_assert(lanes == 4 * sizeof(pair) / sizeof(double));
  const std::size_t blocks = out.size() / lanes;
  const double* from = store_.data();
  double* to = out.data();
  const auto load = [](const double* at) {
    pair x;
    std::memcpy(&x, at, sizeof x);
    return x;
  };
  for (std::size_t b = 0; b < blocks; ++b, to += lanes) {
    pair s0{};
    pair s1{};
    pair s2{};
    pair s3{};
    for (std::size_t j = 0; j < p_; ++j, from += lanes) {
      const pair f{by[j], by[j]};
      s0 += f * load(from);
      s1 += f * load(from + 2);
      s2 += f * load(from + 4);
      s3 += f * load(from + 6);
    }
    std::memcpy(to, &s0, sizeof s0);
    std::memcpy(to + 2, &s1, sizeof s1);
    std::memcpy(to + 4, &s2, sizeof s2);
    std::memcpy(to + 6, &s3, sizeof s3);
  }
}

/// Inverts the basis afresh, and from it weights and gaps; false where it is singular.
QUINDEX_INLINE bool envelope::refresh() {
  std::vector<double> work(p_ * 2 * p_, 0);  // rows [basis | identity]
  const std::size_t wide = 2 * p_;
  for (std::size_t c = 0; c < p_; ++c) {
    if (basis_[c] >= surplus_)
      work[(basis_[c] - surplus_) * wide + c] = -1;
    else
      for (std::size_t j = 0; j < p_; ++j) work[j * wide + c] = entry(basis_[c], j);
    work[c * wide + p_ + c] = 1;
  }
  for (std::size_t c = 0; c < p_; ++c) {
    std::size_t best = c;
    for (std::size_t i = c + 1; i < p_; ++i)
      if (std::abs(work[i * wide + c]) > std::abs(work[best * wide + c])) best = i;
    const double pivot = work[best * wide + c];
    if (!(std::abs(pivot) > 1e-14)) return false;
    for (std::size_t k = 0; k < wide; ++k) {
      std::swap(work[best * wide + k], work[c * wide + k]);
      work[c * wide + k] /= pivot;
    }
    for (std::size_t i = 0; i < p_; ++i) {
      const double f = work[i * wide + c];
      for (std::size_t k = 0; i != c && f != 0 && k < wide; ++k) work[i * wide + k] -= f * work[c * wide + k];
    }
  }
  for (std::size_t j = 0; j < p_; ++j) {
    weights_[j] = 0;
    for (std::size_t i = 0; i < p_; ++i) {
      inverse_[i * p_ + j] = work[i * wide + p_ + j];
      if (basis_[i] < surplus_) weights_[j] += cost(basis_[i]) * inverse_[i * p_ + j];
    }
  }
  multiply(weights_, gaps_);
  for (std::size_t k = 0; k < columns(); ++k) gaps_[k] = cost(k) - gaps_[k];
  since_refresh_ = 0;
  return true;
}

}  // namespace numeric
QUINDEX_END
