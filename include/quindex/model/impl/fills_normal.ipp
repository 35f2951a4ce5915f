/// Bodies of model/fills.hpp: the multivariate normal distribution.
#pragma once

#include "quindex/model/fills.hpp"
#include "quindex/model/impl/fills.ipp"
#include "quindex/numeric/random.hpp"

QUINDEX_BEGIN
namespace fills {

QUINDEX_INLINE void normal::check(const path& where) const {
  detail::check_square(where, "covariance", means.size(), covariance);
  for (std::size_t i = 0; i < covariance.size(); ++i) {
    const std::string here = (where / "covariance" / std::to_string(i)).text();
    if (covariance[i][i] < 0)
      throw spec_error({here, "the variance is " + number_text(covariance[i][i]), "expected 0 or more"});
    for (std::size_t j = 0; j < i; ++j)
      if (covariance[i][j] != covariance[j][i])
        throw spec_error({here,
                          "the covariances with " + quoted(means[j].first) +
                              " differ: " + number_text(covariance[i][j]) + " and " + number_text(covariance[j][i]),
                          "write both alike"});
  }
}

QUINDEX_INLINE void normal::apply(const fillable& data, const numeric::executor& how) const {
  const auto columns = detail::columns_of(data, means);
  const auto size = static_cast<Eigen::Index>(means.size());
  matrix s(size, size);
  for (std::size_t i = 0; i < means.size(); ++i)
    for (std::size_t j = 0; j < means.size(); ++j)
      s(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = covariance[i][j];
  const numeric::conditioner conditioner(std::move(s));
  const bool drawn = draw || data.random.seed.has_value();
  const numeric::random_stream random(data.random.seed.value_or(static_cast<std::uint64_t>(seed)), "impute.normal",
                                      data.random.replicate);
  detail::for_incomplete(columns, how, [&](const numeric::missing_pattern& p) {
    const numeric::conditional found = conditioner.given(p.observed, p.missing);
    const matrix root = drawn ? numeric::root_of(found.covariance) : matrix();
    std::vector<double> noise(p.missing.size());
    for (const std::size_t row : p.rows) {
      if (drawn)
        for (std::size_t a = 0; a < noise.size(); ++a)
          noise[a] = random.normal(numeric::number_of(means[p.missing[a]].first, numeric::number_of(data.units[row])));
      for (std::size_t a = 0; a < p.missing.size(); ++a) {
        double value = means[p.missing[a]].second;
        for (std::size_t o = 0; o < p.observed.size(); ++o)
          value += found.slope(static_cast<Eigen::Index>(a), static_cast<Eigen::Index>(o)) *
                   (columns[p.observed[o]][row] - means[p.observed[o]].second);
        for (std::size_t b = 0; drawn && b <= a; ++b)
          value += root(static_cast<Eigen::Index>(a), static_cast<Eigen::Index>(b)) * noise[b];
        columns[p.missing[a]][row] = value;
      }
    }
  });
}

}  // namespace fills
QUINDEX_END
