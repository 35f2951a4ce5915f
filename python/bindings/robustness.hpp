/// What the translation units about robustness share.
#pragma once

#include "bindings.hpp"
#include "quindex/robustness/run.hpp"

namespace quindex_python {

namespace rb = qx::robustness;

/// A design out of plain data. Throws spec_error that names the place.
[[nodiscard]] rb::design design_of(const py::object& data, const py::dict& functions);

/// An executor of so many threads; 0 means as many as the machine has.
[[nodiscard]] qx::numeric::executor executor_of(std::size_t threads);
/// The same, for work that has no progress to tell: its rounds on the calling thread look for Ctrl-C now and then, and
/// throw KeyboardInterrupt.
[[nodiscard]] qx::numeric::executor stoppable_of(std::size_t threads);

/// Asks Python between rounds: whether somebody pressed Ctrl-C, and whether `callback(done, of)` says False.
class watcher {
 public:
  /// To be made and destroyed with the interpreter lock, called without it.
  explicit watcher(py::object callback) : callback_(std::move(callback)) {}
  /// False when the run has to stop.
  bool operator()(std::size_t done, std::size_t of);
  /// Has somebody pressed Ctrl-C? For within rounds: the callback is not asked.
  bool is_interrupted();
  /// "", "interrupted" by Ctrl-C or "stopped" by the callback.
  [[nodiscard]] const char* reason() const { return reason_; }

 private:
  /// Looks for Ctrl-C, then asks; false when either ends the run.
  template <class Ask>
  bool goes_on(Ask&& ask);

  py::object callback_;
  const char* reason_ = "";
};

/// Questions to outcomes.
void bind_uncertainty(py::module_& m, py::class_<rb::outcomes>& outcomes);
/// What drives the uncertainty.
void bind_sensitivity(py::module_& m);
/// How far weights may move, and grids of specs.
void bind_stability(py::module_& m);

}  // namespace quindex_python
