// The same bits everywhere: header-only and compiled, any number of threads, every instruction set. Each build compares
// its scores and ranks with the same committed fingerprints.
#include "golden/sets.hpp"
#include "quindex/numeric/digest.hpp"
#include "quindex/numeric/kernels.hpp"

namespace golden {
namespace {

std::vector<set> every_set() {
  // Weights of the first principal component, to six decimals: eigenvectors are not among what is promised to the bit.
  return {human_development("hdi_2010"),
          human_development("ihdi_2010"),
          human_development("gdi_2010"),
          social_vulnerability(),
          kubuqi(),
          wales(),
          northern_ireland(),
          logistics("2010", {0.167795, 0.142596, 0.196988, 0.164763, 0.157744, 0.170115}),
          logistics("2012", {0.168102, 0.146293, 0.186966, 0.167668, 0.159827, 0.171143}),
          quality_competitiveness(),
          companies(),
          hospitals()};
}

std::string fingerprint(const set& s, std::size_t threads) {
  const qx::result r = qx::compute(s.recipe, s.data, {.executor = qx::numeric::executor::threads(threads)});
  qx::numeric::digest out;
  const auto add = [&](const qx::matrix& m) {
    for (Eigen::Index j = 0; j < m.cols(); ++j) out.add(qx::column_of(m, j));
  };
  add(r.scores());
  add(r.ranks());
  add(r.published());
  return out.hex();
}

TEST(parity, every_build_gives_the_committed_bits) {
  const std::string_view kernels = qx::numeric::active_kernels().name;
  const char* asked_for = std::getenv("QUINDEX_ISA");
  if (asked_for != nullptr && kernels != asked_for)
    GTEST_SKIP() << "the processor cannot run the kernels asked for, " << asked_for
                 << ", so their bits cannot be had here";
  const csv committed(sources() / "tests" / "golden" / "parity.csv");
  const std::vector<std::string> names = committed.texts("set");
  const std::vector<set> sets = every_set();
  EXPECT_EQ(names.size(), sets.size());
  std::size_t rows = 0;
  for (const set& s : sets) {
    const auto place = std::find(names.begin(), names.end(), s.name);
    const std::string expected =
        place == names.end() ? "no line" : committed.at(static_cast<std::size_t>(place - names.begin()), "digest");
    for (const std::size_t threads : {1U, 2U, 8U})
      EXPECT_EQ(fingerprint(s, threads), expected) << s.name << " with " << threads << " threads";
    rows += s.data.units().size();
  }
  say("parity with " + std::string(kernels) + " kernels", rows, "scores and ranks have the committed bits");
}

}  // namespace
}  // namespace golden
