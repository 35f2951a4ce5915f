/// Outcomes as bytes, and back.
#pragma once

#include <algorithm>
#include <utility>

#include "quindex/numeric/digest.hpp"
#include "quindex/robustness/impl/bytes.ipp"
#include "quindex/robustness/impl/outcomes.ipp"
#include "quindex/robustness/outcomes.hpp"

QUINDEX_BEGIN
namespace robustness {
namespace detail {

inline constexpr std::string_view bytes_mark = "quindex outcomes";
inline constexpr std::uint64_t bytes_version = 1;

/// A sum: where its state is not 0.
QUINDEX_INLINE void write_sum(byte_writer& to, const numeric::exact_sum& sum) {
  const std::vector<std::int64_t> state = sum.state();
  const auto is_something = [](std::int64_t x) { return x != 0; };
  const auto first = std::find_if(state.begin(), state.end(), is_something);
  const auto last = std::find_if(state.rbegin(), std::make_reverse_iterator(first), is_something).base();
  to.whole(static_cast<std::uint64_t>(first - state.begin()));
  to.whole(static_cast<std::uint64_t>(last - first));
  for (auto at = first; at != last; ++at) to.fixed(static_cast<std::uint64_t>(*at));
}

QUINDEX_INLINE numeric::exact_sum read_sum(byte_reader& from) {
  std::vector<std::int64_t> state(numeric::exact_sum().state().size(), 0);
  const std::uint64_t first = from.whole(), count = from.length(8);
  if (first > state.size() || count > state.size() - first) byte_reader::refuse("a sum is too long");
  for (std::size_t k = 0; k < count; ++k) state[first + k] = static_cast<std::int64_t>(from.fixed());
  try {
    return numeric::exact_sum::from_state(state);
  } catch (const data_error& e) {
    byte_reader::refuse(e.about().what);
  }
}

QUINDEX_INLINE void write_unit(byte_writer& to, const unit_counts& unit) {
  to.whole(unit.ranks.first), to.counts(unit.ranks.counts), to.whole(unit.present);
  write_sum(to, unit.sum), write_sum(to, unit.squares);
  to.number(unit.least), to.number(unit.most), to.counts(unit.bands);
  to.whole(unit.first.times), to.whole(unit.first.weights.size());
  for (const numeric::exact_sum& sum : unit.first.weights) write_sum(to, sum);
}

QUINDEX_INLINE unit_counts read_unit(byte_reader& from) {
  unit_counts unit;
  unit.ranks.first = from.count(), unit.ranks.counts = from.counts(), unit.present = from.count();
  unit.sum = read_sum(from), unit.squares = read_sum(from);
  unit.least = from.number(), unit.most = from.number(), unit.bands = from.counts();
  unit.first.times = from.count();
  unit.first.weights.resize(from.length(2));
  for (numeric::exact_sum& sum : unit.first.weights) sum = read_sum(from);
  return unit;
}

QUINDEX_INLINE void write_node(byte_writer& to, const node_counts& node) {
  to.text(node.node), to.whole(node.low_is_better ? 1 : 0);
  to.numbers(node.nominal_scores), to.numbers(node.nominal_ranks), to.whole(node.units.size());
  for (const unit_counts& unit : node.units) write_unit(to, unit);
  to.counts(node.beats), to.counts(node.tied);
  write_sum(to, node.shift), write_sum(to, node.shift_squares);
  to.numbers(node.shifts), to.numbers(node.kept);
}

QUINDEX_INLINE node_counts read_node(byte_reader& from) {
  node_counts node;
  node.node = from.text(), node.low_is_better = from.whole() != 0;
  node.nominal_scores = from.numbers(), node.nominal_ranks = from.numbers();
  for (std::size_t n = from.length(8); n > 0; --n) node.units.push_back(read_unit(from));
  node.beats = from.counts(), node.tied = from.counts();
  node.shift = read_sum(from), node.shift_squares = read_sum(from);
  node.shifts = from.numbers(), node.kept = from.numbers();
  return node;
}

QUINDEX_INLINE void write_codes(byte_writer& to, const labels& codes) {
  to.whole(codes.size());
  for (const std::string& code : codes) to.text(code);
}

QUINDEX_INLINE labels read_codes(byte_reader& from) {
  std::vector<std::string> codes;
  for (std::size_t n = from.length(); n > 0; --n) codes.push_back(from.text());
  labels out(std::move(codes));
  if (out.duplicate()) byte_reader::refuse("a code stands twice");
  return out;
}

QUINDEX_INLINE outcomes::parts read_parts(byte_reader& from, const describe::extensions& functions) {
  outcomes::parts all;
  try {
    all.design = read_design(from.thing(), functions);
  } catch (const spec_error& e) {
    byte_reader::refuse("the design cannot be read: " + std::string(e.what()));
  }
  all.of = from.text(), all.units = read_codes(from), all.nodes = read_codes(from);
  const std::uint64_t rule = from.whole();
  if (rule > static_cast<std::uint64_t>(ties::ordinal)) byte_reader::refuse("there is no such tie rule");
  all.rule = static_cast<ties>(rule);
  if (const std::uint32_t decimals = from.count(); decimals > 0) all.rank_decimals = static_cast<int>(decimals) - 1;
  for (std::size_t n = from.length(2); n > 0; --n) {
    const std::size_t first = from.whole();
    all.done.push_back({first, from.whole()});
  }
  for (std::size_t n = from.length(3); n > 0; --n) {
    const std::size_t number = from.whole();
    std::string message = from.text();
    all.failures.push_back({number, std::move(message), from.thing()});
  }
  for (std::size_t n = from.length(8); n > 0; --n) all.watched.push_back(read_node(from));
  return all;
}

/// Does everything have the size that the rest gives it? A file may be changed by more than chance.
QUINDEX_INLINE void check_unit(const unit_counts& unit, const outcomes& all, std::size_t done) {
  const std::size_t bands = all.design().bands.empty() ? 0 : all.design().bands.size() + 1;
  const bool is_fine = unit.ranks.first + unit.ranks.counts.size() <= all.bins() && unit.present <= done &&
                       unit.bands.size() == bands &&
                       (unit.first.weights.empty() || unit.first.weights.size() == all.nodes().size());
  if (!is_fine) byte_reader::refuse("the counts of a unit do not fit the design");
}

QUINDEX_INLINE void check_sizes(const outcomes& all) {
  std::size_t before = 0;
  for (const replicate_range& range : all.ranges()) {
    if (range.first < before || range.first >= range.last || range.last > all.design().draws)
      byte_reader::refuse("the replicates done are none of the design's");
    before = range.last;
  }
  const std::size_t units = all.units().size(), done = all.done();
  const std::size_t pairs = all.design().pairs ? units * units : 0;
  if (all.watched().size() != std::max<std::size_t>(all.design().nodes.size(), 1) || all.failures().size() > done)
    byte_reader::refuse("the watched nodes do not fit the design");
  for (const node_counts& node : all.watched()) {
    const bool is_fine = node.nominal_scores.size() == units && node.nominal_ranks.size() == units &&
                         node.units.size() == units && node.beats.size() == pairs && node.tied.size() == pairs &&
                         node.shifts.size() == (all.is_kept() ? done : 0) &&
                         node.kept.size() == (all.is_kept() ? done * units : 0) && all.nodes().has(node.node);
    if (!is_fine) byte_reader::refuse("the counts of a node do not fit the design");
    for (const unit_counts& unit : node.units) check_unit(unit, all, done);
  }
}

}  // namespace detail

QUINDEX_INLINE std::string outcomes::to_bytes() const {
  detail::byte_writer body;
  body.thing(write_design(parts_.design));
  body.text(parts_.of);
  detail::write_codes(body, parts_.units);
  detail::write_codes(body, parts_.nodes);
  body.whole(static_cast<std::uint64_t>(parts_.rule));
  body.whole(parts_.rank_decimals ? static_cast<std::uint64_t>(*parts_.rank_decimals) + 1 : 0);
  body.whole(parts_.done.size());
  for (const replicate_range& range : parts_.done) body.whole(range.first), body.whole(range.last);
  body.whole(parts_.failures.size());
  for (const failure& one : parts_.failures) body.whole(one.replicate), body.text(one.message), body.thing(one.spec);
  body.whole(parts_.watched.size());
  for (const node_counts& node : parts_.watched) detail::write_node(body, node);
  detail::byte_writer head;
  head.text(detail::bytes_mark);
  head.whole(detail::bytes_version);
  head.fixed(numeric::digest().add(std::string_view(body.bytes())).value());
  return head.take() + body.bytes();
}

QUINDEX_INLINE outcomes outcomes::from_bytes(std::string_view bytes, const describe::extensions& functions) {
  detail::byte_reader from(bytes);
  const std::string_view mark = detail::bytes_mark;
  if (bytes.size() <= mark.size() || bytes.substr(1, mark.size()) != mark)
    detail::byte_reader::refuse("these are no outcomes");
  (void)from.text();
  if (const std::uint64_t found = from.whole(); found != detail::bytes_version)
    detail::byte_reader::refuse("they are of version " + std::to_string(found) + ", this library reads " +
                                std::to_string(detail::bytes_version));
  const std::uint64_t expected = from.fixed();
  const std::string_view body = bytes.substr(mark.size() + 10);
  if (numeric::digest().add(body).value() != expected) detail::byte_reader::refuse("the bytes are cut off or damaged");
  outcomes out(detail::read_parts(from, functions));
  if (!from.is_at_end()) detail::byte_reader::refuse("there are bytes left over");
  detail::check_sizes(out);
  return out;
}

}  // namespace robustness
QUINDEX_END
