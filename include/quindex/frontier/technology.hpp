/// What a set of units shows to be possible: the inputs and outputs that data envelopment analysis measures against.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "quindex/model/table.hpp"
#include "quindex/numeric/envelope.hpp"
#include "quindex/numeric/linear_program.hpp"

QUINDEX_BEGIN
namespace frontier {

/// How outputs grow with inputs along the frontier: in proportion (Charnes, Cooper and Rhodes 1978), as the units show
/// (Banker, Charnes and Cooper 1984), at most in proportion, at least in proportion.
enum class returns { constant, variable, non_increasing, non_decreasing };
/// Whether a unit should shrink its inputs or stretch its outputs.
enum class orientation { input, output };

/// Which indicators are inputs, of which less is better, and which are outputs.
struct roles {
  std::vector<std::string> inputs;
  std::vector<std::string> outputs;
};

/// Inputs and outputs of n units as plain numbers.
struct activities {
  labels units;
  matrix inputs;   ///< n × m.
  matrix outputs;  ///< n × s.

  /// Takes the columns out of a table. Throws `data_error` for columns that are not there or named twice, values that
  /// are missing or below 0, and units without any input; `spec_error` without inputs or outputs.
  [[nodiscard]] static activities of(const table& data, const roles& names);
};

/// An answer of a program over a technology.
struct program_answer {
  numeric::program_status status = numeric::program_status::infeasible;
  double value = missing_value;
  std::vector<double> own{};           ///< Values of the program's own columns.
  std::vector<numeric::peer> peers{};  ///< Units with a share above 0, ascending.
  std::vector<double> duals{};         ///< One per row of the program.
};

/// Programs whose rows are the inputs, the outputs, the sum of the shares (unless returns are constant) and any more;
/// the units' shares are further columns, of cost 0, found as they are needed.
///
/// Only the units that have been needed so far take part; an answer is accepted when its duals leave no unit outside,
/// which proves it for all of them.
class technology {
 public:
  technology(matrix inputs, matrix outputs, returns scale);

  /// Solves `program`, whose columns are its own; `without` has no share, `first` takes part from the start.
  [[nodiscard]] program_answer solve(const numeric::linear_program& program, std::optional<std::size_t> first = {},
                                     std::optional<std::size_t> without = {});
  /// A program with the rows of this technology and `own` columns of zeros; right-hand sides of 0, and of 1 for the sum
  /// of the shares.
  [[nodiscard]] numeric::linear_program empty_program(std::size_t own, std::size_t more_rows = 0) const;
  /// The radial program of a point: min theta with theta x and y possible, or min -phi with x and phi y.
  [[nodiscard]] program_answer radial(const std::vector<double>& x, const std::vector<double>& y, orientation towards,
                                      std::optional<std::size_t> first = {}, std::optional<std::size_t> without = {});

  [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(inputs_.rows()); }
  [[nodiscard]] std::size_t input_count() const { return static_cast<std::size_t>(inputs_.cols()); }
  [[nodiscard]] std::size_t output_count() const { return static_cast<std::size_t>(outputs_.cols()); }
  [[nodiscard]] returns scale() const { return scale_; }
  [[nodiscard]] std::vector<double> inputs_of(std::size_t unit) const { return row_of(inputs_, unit); }
  [[nodiscard]] std::vector<double> outputs_of(std::size_t unit) const { return row_of(outputs_, unit); }
  /// Which units the programs start from, so that a technology like this one need not find them again.
  [[nodiscard]] const std::vector<std::size_t>& needed() const { return needed_; }
  void start_from(std::vector<std::size_t> units) { needed_ = std::move(units); }

  /// One row of a matrix.
  [[nodiscard]] static std::vector<double> row_of(const matrix& m, std::size_t row);

 private:
  matrix inputs_, outputs_;
  returns scale_;
  std::vector<std::size_t> needed_;

  [[nodiscard]] std::optional<std::size_t> outside(const std::vector<double>& duals, double tolerance,
                                                   std::optional<std::size_t> without) const;
};

/// The score of a radial answer: theta, or 1 / phi, values within 1e-9 of 1 being 1; 0 where phi has no bound, missing
/// where there is no answer.
[[nodiscard]] double radial_score(const program_answer& answer, orientation towards);

/// The answer itself; throws `numeric_error` for a program that always has an optimum and did not get to it.
[[nodiscard]] program_answer proven(program_answer answer, const std::string& unit);

}  // namespace frontier
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/frontier/impl/technology.ipp"
#endif
