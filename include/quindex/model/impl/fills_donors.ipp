/// Bodies of model/fills.hpp: donors.
#pragma once

#include "quindex/model/fills.hpp"
#include "quindex/model/impl/fills.ipp"
#include "quindex/numeric/random.hpp"

QUINDEX_BEGIN
namespace detail {

/// A donor as one unit sees it.
struct candidate {
  double distance;
  double lot;
  std::size_t donor;
};

/// Serves one unit after another from the same donors.
class donor_search {
 public:
  donor_search(const fills::donors& from, const fillable& data)
      : from_(from),
        data_(data),
        columns_(columns_of(data, from.scales)),
        by_lot_(from.take == fills::donation::random || data.random.seed.has_value()),
        random_(data.random.seed.value_or(static_cast<std::uint64_t>(from.seed)), "impute.donors",
                data.random.replicate) {
    for (const std::string& unit : from.units) numbers_.push_back(numeric::number_of(unit));
    for (const auto& scale : from.scales) per_scale_.push_back(1.0 / scale.second);
    values_.reserve(from.units.size() * columns_.size());
    for (const auto& donor : from.values)
      for (const auto& value : donor) values_.push_back(value.value_or(missing_value));
  }

  /// Fills the missing cells of a unit that some donor can fill.
  void serve(std::size_t row) const {
    std::vector<std::size_t> absent;
    std::vector<double> own(columns_.size());
    for (std::size_t j = 0; j < columns_.size(); ++j) {
      own[j] = columns_[j][row];
      if (is_missing(own[j])) absent.push_back(j);
    }
    if (absent.empty()) return;
    const std::vector<candidate> all = candidates(row, own);
    std::vector<double> filled;
    for (const std::size_t j : absent) filled.push_back(gift(all, j));
    for (std::size_t a = 0; a < absent.size(); ++a) columns_[absent[a]][row] = filled[a];
  }

 private:
  /// The mean squared difference over the indicators that both have; missing without any.
  [[nodiscard]] double distance(column_view own, std::size_t donor) const {
    const column_view there = values_of(donor);
    double sum = 0;
    std::size_t n = 0;
    for (std::size_t j = 0; j < columns_.size(); ++j) {
      const double d = (own[j] - there[j]) * per_scale_[j];
      const bool both = !is_missing(d);
      sum += both ? d * d : 0.0;
      n += both ? 1 : 0;
    }
    return n == 0 ? missing_value : sum / static_cast<double>(n);
  }

  /// The donors of a unit, the nearest first; equally near ones by lot, or by code where nothing is drawn.
  [[nodiscard]] std::vector<candidate> candidates(std::size_t row, column_view own) const {
    std::vector<candidate> out;
    const std::uint64_t number = numeric::number_of(data_.units[row]);
    for (std::size_t d = 0; d < from_.units.size(); ++d) {
      if (!from_.groups.empty() && (data_.groups.empty() || from_.groups[d] != data_.groups[row])) continue;
      const double far = from_.nearest == 0 ? 0.0 : distance(own, d);
      if (!is_missing(far)) out.push_back({far, by_lot_ ? random_.uniform(number ^ (numbers_[d] * 3)) : 0.0, d});
    }
    std::sort(out.begin(), out.end(), [&](const candidate& a, const candidate& b) {
      if (a.distance != b.distance) return a.distance < b.distance;
      if (a.lot != b.lot) return a.lot < b.lot;
      return from_.units[a.donor] < from_.units[b.donor];
    });
    return out;
  }

  /// What the nearest donors with a value give.
  [[nodiscard]] double gift(const std::vector<candidate>& all, std::size_t j) const {
    std::vector<double> given;
    double lowest_lot = 2;
    double drawn = missing_value;
    for (const candidate& c : all) {
      const double value = values_of(c.donor)[j];
      if (is_missing(value)) continue;
      given.push_back(value);
      if (c.lot < lowest_lot) lowest_lot = c.lot, drawn = value;
      if (from_.nearest > 0 && given.size() == static_cast<std::size_t>(from_.nearest)) break;
    }
    if (given.empty() || by_lot_) return drawn;
    return from_.take == fills::donation::median ? numeric::median(given) : numeric::mean(given);
  }

  [[nodiscard]] column_view values_of(std::size_t donor) const {
    return {values_.data() + donor * columns_.size(), columns_.size()};
  }

  const fills::donors& from_;
  const fillable& data_;
  std::vector<std::span<double>> columns_;
  bool by_lot_;
  numeric::random_stream random_;
  std::vector<std::uint64_t> numbers_;
  std::vector<double> per_scale_;
  std::vector<double> values_;  // donor after donor, missing ones as NaN
};

}  // namespace detail

namespace fills {

QUINDEX_INLINE void donors::check(const path& where) const {
  const auto as_many = [&](const char* what, std::size_t found) {
    if (found != units.size())
      throw spec_error({(where / what).text(), "there are " + std::to_string(found),
                        "expected " + std::to_string(units.size()) + ", one for each donor"});
  };
  as_many("values", values.size());
  if (!groups.empty()) as_many("groups", groups.size());
  for (const auto& [code, scale] : scales)
    if (!(scale > 0))
      throw spec_error({(where / "scales" / code).text(), "the scale is " + number_text(scale), "expected above 0"});
  for (std::size_t i = 0; i < values.size(); ++i)
    if (values[i].size() != scales.size())
      throw spec_error({(where / "values" / std::to_string(i)).text(), "there are " + std::to_string(values[i].size()),
                        "expected " + std::to_string(scales.size()) + ", one for each indicator"});
}

QUINDEX_INLINE void donors::apply(const fillable& data, const numeric::executor& how) const {
  const detail::donor_search search(*this, data);
  numeric::parallel_for(
      how, data.units.size(), [&](std::size_t i) { search.serve(i); }, 16);
}

}  // namespace fills
QUINDEX_END
