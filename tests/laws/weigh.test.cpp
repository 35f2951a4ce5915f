// Laws of weighing methods, for every one in the list.
#include "laws.hpp"
#include "quindex/weigh/methods.hpp"

namespace {

using namespace laws;
using namespace trial;

const std::vector<double> first{1, 5, 2, 8, 4}, second{9, 1, 3, 3, 7}, third{2, 4, 4, 6, 1};

qx::weigh::group group_of(std::vector<qx::column_view> scores, std::vector<double> given) {
  qx::weigh::group out{.code = "g", .children = {}, .given = std::move(given), .scores = std::move(scores)};
  for (std::size_t j = 0; j < out.scores.size(); ++j) out.children.push_back("c" + std::to_string(j));
  return out;
}

TEST(Weighers, give_every_child_a_weight_of_0_or_more_and_one_more_than_0) {
  for_each_method(qx::weigh::methods{}, []<class M>() {
    const std::vector<double> w = example<M>().fit(group_of({first, second, third}, {1, 2, 3}));
    ASSERT_EQ(w.size(), 3U);
    double total = 0;
    for (const double weight : w) {
      EXPECT_TRUE(std::isfinite(weight) && weight >= 0) << weight;
      total += weight;
    }
    EXPECT_GT(total, 0);
  });
}

TEST(Weighers, give_identical_children_the_same_weight) {
  for_each_method(qx::weigh::methods{}, []<class M>() {
    const std::vector<double> w = example<M>().fit(group_of({first, second, first}, {2, 5, 2}));
    EXPECT_NEAR(w[0], w[2], 1e-12);
  });
}

TEST(Weighers, move_weights_with_their_children) {
  for_each_method(qx::weigh::methods{}, []<class M>() {
    const std::vector<double> w = example<M>().fit(group_of({first, second, third}, {1, 2, 3}));
    expect_near(example<M>().fit(group_of({third, second, first}, {3, 2, 1})), reversed(w), 1e-12);
  });
}

TEST(Weighers, do_not_care_about_the_order_of_units) {
  for_each_method(qx::weigh::methods{}, []<class M>() {
    const std::vector<double> a = reversed(first), b = reversed(second);
    expect_near(example<M>().fit(group_of({a, b}, {1, 2})), example<M>().fit(group_of({first, second}, {1, 2})), 1e-12);
  });
}

}  // namespace
