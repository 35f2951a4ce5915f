/// Replicates of a batch put together by the spec they change the spec into.
#pragma once

#include "quindex/robustness/impl/engine_state.ipp"

QUINDEX_BEGIN
namespace robustness::detail {

template <class At>
void evaluator::state::draw_coordinates(std::size_t count, const At& at) {
  if constexpr (!requires { at.first_row; }) {
    std::size_t given = 0;
    while (given < count && at(given).coordinates != nullptr) ++given;
    if (given == count) return;
  }
  points.resize(count * of.dimension());
  const std::size_t blocks_there = (count + block_size - 1) / block_size;
  numeric::parallel_for(
      how.executor, blocks_there,
      [&](std::size_t b) {
        const std::size_t from = b * block_size, to = std::min(count, from + block_size);
        const std::span<double> all(points);
        if constexpr (requires { at.first_row; })
          of.coordinates(at.first_row + from, to - from,
                         all.subspan(from * of.dimension(), (to - from) * of.dimension()));
        else
          for (std::size_t k = from; k < to; ++k)
            of.coordinates(at(k), all.subspan(k * of.dimension(), of.dimension()));
      },
      8);
}

/// Puts the replicates of each changed spec together.
template <class At>
void evaluator::state::make_groups(std::size_t count, const At& at) {
  groups.clear();
  if (!of.changes) {
    replicate_group& all = groups.emplace_back();
    all.spec = whole, all.is_kept = true;
    all.places.resize(count);
    for (std::size_t k = 0; k < count; ++k) all.places[k] = k;
    return;
  }
  std::vector<std::string> keys(count);
  std::vector<std::uint8_t> shared(count, 0);
  numeric::parallel_for(how.executor, (count + block_size - 1) / block_size, [&](std::size_t b) {
    pool.with([&](workspace& own) {
      for (std::size_t k = b * block_size; k < std::min(count, (b + 1) * block_size); ++k)
        shared[k] = append_key(of, at(k), point(at(k), k), own.drawn, keys[k]) ? 1 : 0;
    });
  });
  std::unordered_map<std::string, std::size_t> known[2];
  for (std::size_t k = 0; k < count; ++k) {
    const auto [found, is_new] = known[shared[k]].try_emplace(keys[k], groups.size());
    if (is_new) {
      groups.emplace_back();
      groups.back().key = keys[k];
      groups.back().is_shared = shared[k] != 0;
    }
    groups[found->second].places.push_back(k);
  }
}

/// Reads the spec of a group from its first replicate.
QUINDEX_INLINE void evaluator::state::read_spec_of(replicate_group& group, const source& first) const {
  vary::alternative drawn;
  of.change(first, point(first, group.places.front()), drawn);
  try {
    group.spec->recipe = std::make_shared<const spec>(spec_with(of, drawn));
  } catch (const error& e) {
    group.spec->refused = e.about();
  }
}

/// Fits the spec of a group to the table as it stands.
QUINDEX_INLINE void evaluator::state::fit_spec_of(replicate_group& group) const {
  changed_spec& one = *group.spec;
  if (one.refused || one.unfit || one.scorer != nullptr) return;
  try {
    variant fitted = fitted_to_table(of, *one.recipe, how.within);
    one.weights = whole_weights(fitted);
    const bool pays = of.reweighs && group.places.size() + (group.is_kept ? 16 : 0) > 4;  // preparing it costs, too
    one.scorer = scorer_of(of, std::move(fitted), how.fast && pays);
  } catch (const error& e) {
    one.unfit = e.about();
  }
}

/// Finds kept specs, and makes room for those that several replicates of this round have in common.
QUINDEX_INLINE void evaluator::state::prepare_groups() {
  cache.next_round();
  std::vector<replicate_group*> others;
  for (replicate_group& group : groups) {
    if (group.spec != nullptr) continue;
    group.spec = cache.find(group.key);
    group.is_kept = group.spec != nullptr;
    if (!group.is_kept) others.push_back(&group);
  }
  std::stable_sort(others.begin(), others.end(), [](const replicate_group* a, const replicate_group* b) {
    return a->places.size() > b->places.size();
  });
  for (replicate_group* group : others) {
    group->spec = std::make_shared<changed_spec>();
    group->is_kept = cache.has_room() && (group->places.size() > 1 || of.is_finite);
    if (group->is_kept) cache.keep(group->key, group->spec);
  }
}

/// Blocks of one fit that is there, a head together with those that are like it; groups that make their own stay whole.
template <class At>
void evaluator::state::cut_into_blocks(const At& at) {
  constexpr std::size_t drawn_size = 4;  // replicates that are fitted one by one
  constexpr std::size_t most = 4 * block_size;
  blocks.clear();
  for (replicate_group& group : groups) {
    const std::size_t all = group.places.size();
    const std::size_t step = !group.is_shared ? drawn_size : group.is_kept ? block_size : all;
    for (std::size_t from = 0, to = 0; from < all; from = to) {
      to = std::min(all, from + step);
      while (group.is_shared && to < all && to - from < most && at(group.places[to]).head != nullptr) ++to;
      blocks.push_back({&group, from, to});
    }
  }
}

}  // namespace robustness::detail
QUINDEX_END
