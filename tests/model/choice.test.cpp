#include "quindex/model/choice.hpp"

#include "methods.hpp"
#include "quindex/model/fill.hpp"

namespace {

using namespace trial;
using quindex::describe::value;
using chosen = qx::choice<qx::normalise::method>;
using codec = qx::describe::codec<chosen>;

const chosen mostly_min_max{qx::normalise::min_max{.low = 1},
                            {{"gdp", qx::normalise::rank{}}, {"level:2", qx::normalise::z_score{}}}};

TEST(Choice, is_one_method_with_exceptions) {
  EXPECT_EQ(mostly_min_max.base.name(), "min_max");
  EXPECT_EQ(mostly_min_max.exception("gdp")->name(), "rank");
  EXPECT_EQ(mostly_min_max.exception("life"), nullptr);
  EXPECT_EQ(chosen(qx::normalise::rank{}), chosen(qx::normalise::method(qx::normalise::rank{})));
}

TEST(Choice, is_the_same_after_writing_and_reading) {
  EXPECT_EQ(codec::read(codec::write(mostly_min_max), qx::path("normalise"), {}, {}), mostly_min_max);
  const chosen plain = qx::normalise::rank{};
  EXPECT_EQ(codec::write(plain).find("except"), nullptr);
  EXPECT_EQ(codec::read("rank", qx::path("normalise"), {}, {}), plain);
}

TEST(Choice, names_the_exception_that_is_wrong) {
  const value wrong = value::object{{"method", "min_max"}, {"except", value::object{{"gdp", "rnak"}}}};
  EXPECT_EQ(refused<qx::spec_error>([&] { (void)codec::read(wrong, qx::path("normalise"), {}, {}); }),
            "normalise.except.gdp.method: unknown method 'rnak'; did you mean 'rank'?");
}

TEST(Choice, has_a_schema_that_allows_exceptions_beside_every_method) {
  const value schema = codec::schema({});
  const auto& branches = *schema.find("oneOf")->as_list();
  ASSERT_EQ(branches.size(), qx::normalise::method::all().size() + 1);
  for (std::size_t i = 1; i < branches.size(); ++i) EXPECT_NE(branches[i].find("properties")->find("except"), nullptr);
}

TEST(Fill, prefers_the_units_group) {
  const qx::fill values{.value = 1, .by_group = {{"north", 2}}};
  EXPECT_EQ(values.of("north"), 2.0);
  EXPECT_EQ(values.of("south"), 1.0);
  EXPECT_EQ((qx::fill{.by_group = {{"north", 2}}}.of("south")), std::nullopt);
}

}  // namespace
