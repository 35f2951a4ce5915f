/// Two parts of one run put together.
#pragma once

#include <algorithm>

#include "quindex/robustness/impl/outcomes.ipp"
#include "quindex/robustness/outcomes.hpp"

QUINDEX_BEGIN
namespace robustness {
namespace detail {

QUINDEX_INLINE void check_mergeable(const outcomes& a, const outcomes& b) {
  const auto refuse = [](const std::string& what) {
    throw spec_error({"robustness", what, "add parts of one run: the same spec, table and design, other replicates"});
  };
  if (!(a.design() == b.design())) refuse("the designs differ");
  if (a.digest() != b.digest()) refuse("the specs or the tables differ");
  for (const replicate_range& x : a.ranges())
    for (const replicate_range& y : b.ranges())
      if (x.first < y.last && y.first < x.last)
        refuse("replicate " + std::to_string(std::max(x.first, y.first)) + " is in both parts");
}

/// Ranges in order, those that touch joined.
QUINDEX_INLINE std::vector<replicate_range> joined(std::vector<replicate_range> a,
                                                   const std::vector<replicate_range>& b) {
  a.insert(a.end(), b.begin(), b.end());
  std::sort(a.begin(), a.end(), [](const auto& x, const auto& y) { return x.first < y.first; });
  std::vector<replicate_range> out;
  for (const replicate_range& range : a) {
    if (!out.empty() && out.back().last == range.first)
      out.back().last = range.last;
    else if (range.first < range.last)
      out.push_back(range);
  }
  return out;
}

/// Rows of two parts in the order of their replicates.
QUINDEX_INLINE std::vector<double> interleaved(const std::vector<double>& a, const std::vector<replicate_range>& in_a,
                                               const std::vector<double>& b, const std::vector<replicate_range>& in_b,
                                               std::size_t width) {
  std::vector<double> out;
  out.reserve(a.size() + b.size());
  auto next_a = in_a.begin(), next_b = in_b.begin();
  const double *from_a = a.data(), *from_b = b.data();
  const auto take = [&](const double*& from, auto& next) {
    const std::size_t count = (next->last - next->first) * width;
    out.insert(out.end(), from, from + count);
    from += count;
    ++next;
  };
  while (next_a != in_a.end() || next_b != in_b.end()) {
    if (next_b == in_b.end() || (next_a != in_a.end() && next_a->first < next_b->first))
      take(from_a, next_a);
    else
      take(from_b, next_b);
  }
  return out;
}

QUINDEX_INLINE void add_counts(std::vector<std::uint32_t>& to, const std::vector<std::uint32_t>& from) {
  for (std::size_t k = 0; k < to.size(); ++k) to[k] += from[k];
}

QUINDEX_INLINE void add_ranks(rank_counts& to, const rank_counts& from) {
  if (from.counts.empty()) return;
  if (to.counts.empty()) to.first = from.first;
  if (from.first < to.first) {
    to.counts.insert(to.counts.begin(), to.first - from.first, 0);
    to.first = from.first;
  }
  const std::size_t shift = from.first - to.first;
  if (to.counts.size() < shift + from.counts.size()) to.counts.resize(shift + from.counts.size(), 0);
  for (std::size_t k = 0; k < from.counts.size(); ++k) to.counts[shift + k] += from.counts[k];
}

QUINDEX_INLINE void add_unit(unit_counts& to, const unit_counts& from) {
  add_ranks(to.ranks, from.ranks);
  to.present += from.present;
  to.sum += from.sum;
  to.squares += from.squares;
  if (!is_missing(from.least)) to.least = is_missing(to.least) ? from.least : std::min(to.least, from.least);
  if (!is_missing(from.most)) to.most = is_missing(to.most) ? from.most : std::max(to.most, from.most);
  add_counts(to.bands, from.bands);
  to.first.times += from.first.times;
  if (to.first.weights.empty()) to.first.weights.resize(from.first.weights.size());
  for (std::size_t k = 0; k < from.first.weights.size(); ++k) to.first.weights[k] += from.first.weights[k];
}

/// Only the first failures keep their specs.
QUINDEX_INLINE void forget_specs(std::vector<failure>& failures) {
  for (std::size_t k = most_failed_specs; k < failures.size(); ++k) failures[k].spec = {};
}

}  // namespace detail

QUINDEX_INLINE outcomes& outcomes::operator+=(const outcomes& other) {
  detail::check_mergeable(*this, other);
  const parts& from = other.parts_;
  const std::size_t units = parts_.units.size();
  for (std::size_t w = 0; w < parts_.watched.size(); ++w) {
    node_counts& to = parts_.watched[w];
    const node_counts& own = from.watched[w];
    for (std::size_t i = 0; i < units; ++i) detail::add_unit(to.units[i], own.units[i]);
    detail::add_counts(to.beats, own.beats);
    detail::add_counts(to.tied, own.tied);
    to.shift += own.shift;
    to.shift_squares += own.shift_squares;
    if (!is_kept()) continue;
    to.shifts = detail::interleaved(to.shifts, parts_.done, own.shifts, from.done, 1);
    to.kept = detail::interleaved(to.kept, parts_.done, own.kept, from.done, units);
  }
  std::vector<failure> failures;
  std::merge(parts_.failures.begin(), parts_.failures.end(), from.failures.begin(), from.failures.end(),
             std::back_inserter(failures),
             [](const failure& a, const failure& b) { return a.replicate < b.replicate; });
  parts_.failures = std::move(failures);
  detail::forget_specs(parts_.failures);
  parts_.done = detail::joined(parts_.done, from.done);
  return *this;
}

}  // namespace robustness
QUINDEX_END
