// The inner loops for x86-64-v2. Nothing here may include Eigen or the standard library's templates: the linker could
// pick their copies from this file for the whole program, and older CPUs could not run them.
#include "quindex/numeric/impl/kernels.ipp"

namespace quindex::kernel {
namespace {
struct target_v2 {
  static constexpr const char* name = "v2";
  static constexpr int width = 2;
};
}  // namespace

const kernels& table_v2() noexcept { return kernel_set<target_v2>::table(); }

}  // namespace quindex::kernel
