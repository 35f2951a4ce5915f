/// The runs of a Saltelli design on an index, in blocks of base rows.
#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include "quindex/robustness/impl/sensitivity_parts.ipp"

QUINDEX_BEGIN
namespace robustness::detail {

/// All outputs of a Saltelli design on an index.
class index_runs {
 public:
  index_runs(const spec& recipe, const table& data, const design& d, const sensitivity_options& how)
      : how_(how),
        groups_(groups_of(d, how.groups)),
        engine_(recipe, data, watching(d, how.node), {how.executor, how.fast, most_variants}, how.base_rows),
        with_ba_(needs_ba(how.sobol)),
        per_row_(2 + groups_.size() * (with_ba_ ? 2 : 1)),
        nominal_(nominal_ranks_of(engine_)) {
    check_independence(d, groups_);
    for (const std::string& unit : how.units) chosen_.push_back(unit_position("sensitivity.units", units(), unit));
    for (std::size_t i = 0; how.all_units && i < units().size(); ++i) all_.push_back(i);
    check_memory();
    shift = empty_runs();
    unit_ranks.assign(chosen_.size() + all_.size(), shift);
    unit_scores = unit_ranks;
  }

  [[nodiscard]] const labels& units() const { return engine_.units(); }
  [[nodiscard]] const evaluator& engine() const { return engine_; }
  [[nodiscard]] labels factors() const { return names_of(groups_); }
  [[nodiscard]] const std::vector<double>& nominal() const { return nominal_; }
  [[nodiscard]] const std::vector<std::size_t>& chosen() const { return chosen_; }
  [[nodiscard]] std::size_t done() const { return done_; }
  [[nodiscard]] std::size_t per_row() const { return per_row_; }
  [[nodiscard]] std::size_t dropped() const { return dropped_; }

  /// Runs everything, or until it is told to stop.
  void run() {
    const std::size_t step = block_rows();
    while (done_ < how_.base_rows) {
      run_block(std::min(step, how_.base_rows - done_));
      if (how_.on_progress && !how_.on_progress({done_ * per_row_, how_.base_rows * per_row_})) break;
    }
    if (done_ == how_.base_rows) return;
    cut(shift);
    for (sobol_runs& one : unit_ranks) cut(one);
    for (sobol_runs& one : unit_scores) cut(one);
  }

  sobol_runs shift{};
  std::vector<sobol_runs> unit_ranks{}, unit_scores{};  // the chosen units, then all of them if asked for
  std::vector<failed_run> failures{};

 private:
  static constexpr std::size_t most_variants = 256;

  [[nodiscard]] sobol_runs empty_runs() const {
    const auto rows = static_cast<Eigen::Index>(how_.base_rows), columns = static_cast<Eigen::Index>(groups_.size());
    return {std::vector<double>(how_.base_rows), std::vector<double>(how_.base_rows), matrix(rows, columns),
            with_ba_ ? matrix(rows, columns) : matrix()};
  }
  void check_memory() const {
    const double outputs = 1 + 2 * static_cast<double>(chosen_.size() + all_.size());
    const double bytes = outputs * static_cast<double>(how_.base_rows * per_row_) * sizeof(double);
    if (bytes <= static_cast<double>(how_.most_memory)) return;
    throw spec_error({"sensitivity.most_memory",
                      "the outputs need " + std::to_string(static_cast<std::size_t>(bytes / 1e6)) +
                          " MB, allowed are " + std::to_string(how_.most_memory / 1'000'000) + " MB",
                      "take fewer base rows or not all units, or allow more"});
  }
  /// Few enough that a thread's share of the scores stays in its second cache until they are ranked, and that fresh
  /// memory is small; enough that threads are busy.
  [[nodiscard]] std::size_t block_rows() const {
    if (how_.batch > 0) return how_.batch;
    constexpr std::size_t numbers = 131'072, least = 64, most = 1024;
    const std::size_t each = std::clamp(numbers / std::max<std::size_t>(units().size(), 1), least, most);
    const std::size_t threads = how_.executor.thread_count() == 0 ? 8 : how_.executor.thread_count();
    return std::max<std::size_t>(1, each * threads / per_row_);
  }

  // The runs of a base row: A, then A with each group from B; B, then B with each group from A. What differs in little
  // stands together, which is what makes scoring it cheap.
  [[nodiscard]] std::size_t place_of_b() const { return 1 + groups_.size(); }

  /// The sources of one base row.
  void add_sources(std::size_t row, std::size_t place) {
    const std::size_t dimension = engine_.dimension(), factors = engine_.first_coordinate().size() - 1;
    source* const sources = sources_.data() + place * per_row_;
    double* const points = points_.data() + place * per_row_ * dimension;
    const auto start = [&](std::size_t s, bool is_b) {
      sources[s].row = row;
      sources[s].from_b.assign(factors, is_b ? 1 : 0);
      sources[s].coordinates = nullptr;
    };
    const std::size_t b = place_of_b();
    for (const std::size_t s : {std::size_t{0}, b}) {
      start(s, s == b);
      engine_.coordinates(sources[s], std::span<double>(points + s * dimension, dimension));
    }
    for (std::size_t s = 1; s < per_row_; ++s) {
      if (s == b) continue;
      const bool is_ba = s > b;
      const double *own = points + (is_ba ? b : 0) * dimension, *other = points + (is_ba ? 0 : b) * dimension;
      double* const to = points + s * dimension;
      start(s, is_ba);
      sources[s].head = sources + (is_ba ? b : 0);
      sources[s].exchanged = &groups_[is_ba ? s - b - 1 : s - 1].members;
      std::copy_n(own, dimension, to);
      for (const std::size_t f : *sources[s].exchanged) {
        const std::size_t from = engine_.first_coordinate()[f], end = engine_.first_coordinate()[f + 1];
        sources[s].from_b[f] = is_ba ? 0 : 1;
        std::copy(other + from, other + end, to + from);
      }
    }
    for (std::size_t s = 0; s < per_row_; ++s) sources[s].coordinates = points + s * dimension;
  }

  void run_block(std::size_t rows) {
    sources_.resize(rows * per_row_);
    points_.resize(rows * per_row_ * engine_.dimension());
    numeric::parallel_for(how_.executor, rows, [&](std::size_t k) { add_sources(done_ + k, k); });
    const bool has_units = !chosen_.empty() || !all_.empty();
    evaluate_ranked(engine_, sources_, nominal_, how_.executor, has_units, has_units, found_, ranked_);
    note_failures();
    keep(rows, shift, [&](std::size_t place) { return ranked_.shift[place]; });
    for (std::size_t o = 0; o < chosen_.size() + all_.size(); ++o) {
      const std::size_t unit = o < chosen_.size() ? chosen_[o] : all_[o - chosen_.size()];
      keep(rows, unit_ranks[o], [&](std::size_t place) {
        return ranked_.ranks(static_cast<Eigen::Index>(unit), static_cast<Eigen::Index>(place));
      });
      keep(rows, unit_scores[o], [&](std::size_t place) { return found_.at(0, place)[unit]; });
    }
    done_ += rows;
  }

  void note_failures() {
    std::size_t last = found_.replicates;
    const std::size_t b = place_of_b();
    for (const failed_source& one : found_.failures) {
      const std::size_t row = one.place / per_row_, s = one.place % per_row_;
      std::string run = s < b ? "A" : "B";
      if (s != 0 && s != b) run = (s < b ? "AB " + groups_[s - 1].name : "BA " + groups_[s - b - 1].name);
      failures.push_back({done_ + row, run, one.why});
      if (row != last) ++dropped_;
      last = row;
    }
  }

  [[nodiscard]] double& cell(sobol_runs& runs, std::size_t row, std::size_t s) const {
    const std::size_t b = place_of_b();
    if (s == 0) return runs.a[row];
    if (s == b) return runs.b[row];
    matrix& to = s < b ? runs.ab : runs.ba;
    return to(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(s < b ? s - 1 : s - b - 1));
  }
  /// Writes an output of the replicates of this round, a column of its runs after the other.
  template <class Output>
  void keep(std::size_t rows, sobol_runs& to, const Output& output_of) const {
    for (std::size_t s = 0; s < per_row_; ++s)
      for (std::size_t k = 0; k < rows; ++k) cell(to, done_ + k, s) = output_of(k * per_row_ + s);
  }
  void cut(sobol_runs& runs) const {
    const auto rows = static_cast<Eigen::Index>(done_);
    runs.a.resize(done_);
    runs.b.resize(done_);
    runs.ab = matrix(runs.ab.topRows(rows));
    if (runs.ba.size() != 0) runs.ba = matrix(runs.ba.topRows(rows));
  }

  const sensitivity_options& how_;
  std::vector<factor_group> groups_;
  evaluator engine_;
  bool with_ba_;
  std::size_t per_row_;
  std::vector<double> nominal_;
  std::vector<std::size_t> chosen_{}, all_{};
  std::size_t done_ = 0, dropped_ = 0;
  std::vector<source> sources_{};
  std::vector<double> points_{};
  evaluation found_{};
  ranked_evaluation ranked_{};
};

}  // namespace robustness::detail
QUINDEX_END
