// Laws of factors, for every one in the list: what they draw depends on coordinates and random numbers alone, and what
// they leave is something that an index can be computed from.
#include <cmath>

#include "laws.hpp"
#include "vary/scenes.hpp"

namespace {

using namespace laws;
using qx::vary::alternative;
using qx::vary::ready;
using scenes::value;

/// A factor with what it cannot do without in the scene of the tests, found by the names of its parameters.
template <class M>
M example_factor() {
  M m = example<M>();
  if constexpr (requires { m.address; }) m.address = "aggregate.exponent";
  if constexpr (requires { m.values = std::vector<value>{}; }) m.values = {0.5, 2, 3};
  if constexpr (requires { m.node; }) m.node = "gdp";
  if constexpr (requires {
                  m.codes;
                  m.group;
                })
    m.codes = {"water", "health", "school"};
  if constexpr (requires { m.group; }) m.group = "life";
  if constexpr (requires { m.sets; })
    m.sets = {{{"health", 1}, {"school", 2}, {"water", 1}}, {{"health", 5}, {"school", 0}, {"water", 1}}};
  return m;
}

/// Coordinates of so many replicates.
std::vector<double> coordinates(std::size_t dimension, std::size_t replicate) {
  std::vector<double> out(dimension);
  for (std::size_t d = 0; d < dimension; ++d) out[d] = scenes::stream.uniform(replicate * dimension + d);
  return out;
}

/// Calls `law.operator()<M>(factor in its scene, example)` for every factor.
template <class Law>
void for_each_factor(Law law) {
  const scenes::example e;
  for_each_method(qx::vary::methods{}, [&]<class M>() { law.template operator()<M>(e.ready(example_factor<M>()), e); });
}

const std::vector<double> fitted{0, .5, .6, .4, .5, .5, .3, .2};

TEST(Factors, change_the_spec_and_data_or_the_weights) {
  for_each_factor([]<class M>(const ready& r, const scenes::example&) {
    EXPECT_TRUE(r.changes() || r.reweighs());
    EXPECT_GE(r.dimension(), 1U);
  });
}

TEST(Factors, are_the_same_after_writing_and_reading) {
  for_each_factor([]<class M>(const ready&, const scenes::example&) {
    const qx::vary::method m = example_factor<M>();
    EXPECT_EQ(qx::vary::method::read(m.write(), qx::path("factor")), m);
  });
}

TEST(Factors, draw_the_same_from_the_same_coordinates_and_numbers) {
  for_each_factor([]<class M>(const ready& r, const scenes::example& e) {
    const ready again = e.ready(example_factor<M>());
    for (std::size_t k = 0; k < 50; ++k) {
      const auto u = coordinates(r.dimension(), k);
      const auto random = scenes::stream.in_replicate(static_cast<std::uint32_t>(k));
      const alternative a = scenes::changed(r, u, random), b = scenes::changed(again, u, random);
      EXPECT_EQ(a.edits, b.edits);
      EXPECT_EQ(a.dropped, b.dropped);
      EXPECT_EQ(a.units, b.units);
      ASSERT_EQ(a.values.size(), b.values.size());
      for (Eigen::Index i = 0; i < a.values.size(); ++i)
        EXPECT_TRUE(a.values(i) == b.values(i) || std::isnan(a.values(i)));
      EXPECT_EQ(scenes::reweighed(r, u), scenes::reweighed(again, u));
      EXPECT_EQ(r.level(u, random), again.level(u, random));
    }
  });
}

TEST(Factors, vary) {
  for_each_factor([]<class M>(const ready& r, const scenes::example&) {
    bool does = false;
    for (std::size_t k = 0; k < 50 && !does; ++k) {
      const auto u = coordinates(r.dimension(), k);
      const alternative a = scenes::changed(r, u, scenes::stream.in_replicate(static_cast<std::uint32_t>(k)));
      does = !a.is_nominal() || scenes::reweighed(r, u) != fitted;
    }
    EXPECT_TRUE(does);
  });
}

TEST(Factors, that_change_weights_leave_them_0_or_more_with_a_sum_above_0) {
  for_each_factor([]<class M>(const ready& r, const scenes::example& e) {
    if (!r.reweighs()) return;
    for (std::size_t k = 0; k < 200; ++k) {
      auto u = coordinates(r.dimension(), k);
      if (k == 0) u.assign(u.size(), 0x1p-53);
      if (k == 1) u.assign(u.size(), 1 - 0x1p-53);
      const auto w = scenes::reweighed(r, u);
      const auto& tree = e.recipe.framework;
      for (const std::size_t g : tree.groups_inside_out()) {
        double total = 0;
        for (const std::size_t c : tree.at(g).children) {
          EXPECT_TRUE(std::isfinite(w[c]) && w[c] >= 0) << w[c];
          total += w[c];
        }
        EXPECT_GT(total, 0);
      }
    }
  });
}

TEST(Factors, that_change_the_spec_leave_one_that_can_be_read) {
  for_each_factor([]<class M>(const ready& r, const scenes::example& e) {
    if (!r.changes()) return;
    bool edits = false, differs = false;
    for (std::size_t k = 0; k < 20; ++k) {
      const alternative a = scenes::changed(r, coordinates(r.dimension(), k));
      const value edited = qx::vary::with_edits(e.plain, e.recipe.framework, a.edits, qx::catalogue());
      const qx::spec recipe = qx::read_spec(qx::vary::without_nodes(edited, e.recipe.framework, a.dropped));
      const bool is_edited = !a.edits.empty() || !a.dropped.empty();
      EXPECT_TRUE(is_edited || recipe == e.recipe);
      edits = edits || is_edited;
      differs = differs || recipe != e.recipe;
    }
    EXPECT_EQ(differs, edits) << "an edit does not arrive";
  });
}

TEST(Factors, that_draw_numbers_say_them) {
  for_each_factor([]<class M>(const ready& r, const scenes::example&) {
    const auto u = coordinates(r.dimension(), 1);
    const double x = r.number(u, scenes::stream);
    EXPECT_TRUE(qx::is_missing(x) || !r.level(u, scenes::stream).empty());
  });
}

TEST(Factors, have_the_defaults_of_their_fields_accepted_by_the_schema) {
  for_each_method(qx::vary::methods{}, []<class M>() {
    EXPECT_NO_THROW((void)qx::vary::method::read(std::string(M::info.name), qx::path("factor")));
  });
}

}  // namespace
