/// Outcomes: stored, damaged, asked.
#include "quindex/robustness/outcomes.hpp"

#include <gtest/gtest.h>

#include "boards.hpp"
#include "quindex/numeric/digest.hpp"

namespace {

using namespace boards;

rb::outcomes stored_example() {
  rb::design d = full_design(40);
  d.pairs = d.central_weights = true;
  d.bands = {50};
  return rb::run(middle_spec(), middle_data(), d, {.first = 5, .last = 30});
}

}  // namespace

TEST(robustness_outcomes, bytes_and_back) {
  const rb::outcomes all = stored_example();
  const rb::outcomes again = rb::outcomes::from_bytes(all.to_bytes());
  EXPECT_EQ(again, all);
  EXPECT_EQ(again.to_bytes(), all.to_bytes());
  EXPECT_EQ(again.ranges(), (std::vector<rb::replicate_range>{{5, 30}}));
  EXPECT_EQ(again.replicate_at(3), 8U);
}

TEST(robustness_outcomes, damaged_bytes_are_refused) {
  const std::string bytes = stored_example().to_bytes();
  const auto message = [](const std::string& changed) {
    return message_of([&] { (void)rb::outcomes::from_bytes(changed); });
  };
  const std::string way_out = "; pass the bytes that outcomes::to_bytes() returned";
  EXPECT_EQ(message(""), "outcomes: these are no outcomes" + way_out);
  EXPECT_EQ(message("something else altogether"), "outcomes: these are no outcomes" + way_out);
  for (std::size_t kept = 17; kept < bytes.size(); kept += 1 + bytes.size() / 300)
    EXPECT_EQ(message(bytes.substr(0, kept)).substr(0, 31), "outcomes: the bytes are cut off") << kept;
}

// Bytes changed by more than chance, the fingerprint made to fit: an error or other outcomes, never more.
TEST(robustness_outcomes, forged_bytes_are_refused_or_read) {
  constexpr std::size_t head = 26;  // mark, version, fingerprint
  const std::string bytes = stored_example().to_bytes();
  std::size_t refused = 0, read = 0;
  for (std::size_t at = head; at < bytes.size(); at += 1 + bytes.size() / 400)
    for (const unsigned change : {1U, 128U, 255U}) {
      std::string body = bytes.substr(head);
      body[at - head] = static_cast<char>(static_cast<unsigned char>(body[at - head]) ^ change);
      const std::uint64_t print = qx::numeric::digest().add(std::string_view(body)).value();
      std::string forged = bytes.substr(0, head - 8);
      for (int k = 0; k < 8; ++k) forged.push_back(static_cast<char>(print >> (8 * k) & 255U));
      try {
        (void)rb::outcomes::from_bytes(forged + body);
        ++read;
      } catch (const qx::error& e) {
        EXPECT_EQ(std::string(e.what()).substr(0, 10), "outcomes: ");
        ++refused;
      }
    }
  EXPECT_GT(refused, 100U);
  EXPECT_GT(read, 100U);  // most bytes are of numbers
}

TEST(robustness_outcomes, another_version_is_refused) {
  std::string bytes = stored_example().to_bytes();
  bytes[17] = 9;
  EXPECT_EQ(message_of([&] { (void)rb::outcomes::from_bytes(bytes); }),
            "outcomes: they are of version 9, this library reads 1; pass the bytes that outcomes::to_bytes() returned");
}

TEST(robustness_outcomes, a_node_that_was_not_watched_is_refused) {
  EXPECT_EQ(message_of([] { (void)stored_example().at("b"); }),
            "robustness: 'b' was not watched; there are 'all', 'c', 'i4'");
}
