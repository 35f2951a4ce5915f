#include "quindex/io/text.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "io/support.hpp"

namespace io = quindex::io;
namespace fs = std::filesystem;

TEST(encoding, takes_every_well_formed_character_and_no_other) {
  const auto accepts = [](std::string_view text) {
    return thrown_by([&] { io::check_encoding(text, "x"); }) == "nothing";
  };
  for (const char* good :
       {"", "plain", "é", "\u0800", "中文", "\uD7FF", "\uE000", "\U00010000", "\U0010FFFF", "long enough for eight, é"})
    EXPECT_TRUE(accepts(good)) << good;
  for (const char* bad : {"\x80", "\xC1\xBF", "\xC3", "\xE0\x9F\xBF", "\xE4\xB8", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
                          "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "plain text, then \xFE"})
    EXPECT_FALSE(accepts(bad)) << bad;
  EXPECT_FALSE(accepts(std::string_view("12345678901234\0 6", 17)));
}

TEST(positions, count_lines_and_characters_from_one) {
  const std::string_view text = "ab\n中x\n";
  EXPECT_EQ(io::position_of(text, 0), (io::text_position{1, 1}));
  EXPECT_EQ(io::position_of(text, 3), (io::text_position{2, 1}));
  EXPECT_EQ(io::position_of(text, 6), (io::text_position{2, 2}));
  EXPECT_EQ(io::position_of(text, text.size()), (io::text_position{3, 1}));
  EXPECT_EQ(io::place_of("x.csv", {2, 3}), "x.csv:2:3");
  EXPECT_EQ(io::place_of("", {2, 3}), "line 2, column 3");
  EXPECT_EQ(io::place_of("", 2), "line 2");
}

TEST(files, are_written_whole_and_read_whole) {
  const fs::path folder = scratch();
  const std::string text = "a\r\n\xEF\xBB\xBF" + std::string(200000, 'x');
  io::write_file(folder / "f", "first");
  io::write_file(folder / "f", text);
  EXPECT_EQ(io::read_file(folder / "f"), text);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 1);  // nothing left beside it
}

TEST(files, keep_their_permissions_and_links_when_they_are_replaced) {
  const fs::path folder = scratch();
  io::write_file(folder / "f", "old");
  fs::permissions(folder / "f", fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink("f", folder / "link");
  io::write_file(folder / "link", "new");
  EXPECT_TRUE(fs::is_symlink(folder / "link"));
  EXPECT_EQ(io::read_file(folder / "f"), "new");
  EXPECT_EQ(fs::status(folder / "f").permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST(files, that_are_devices_stay_devices) {
  io::write_file("/dev/null", "text");
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST(files, a_failed_write_leaves_the_old_file_and_nothing_else) {
  if (!fs::exists("/dev/full"))
    GTEST_SKIP() << "only Linux has a device that is always full, /dev/full, and no other write is sure to fail";
  EXPECT_EQ(thrown_by([] { io::write_file("/dev/full", std::string(100000, 'x')); }),
            "io_error: /dev/full: writing stopped half way; check that the disk is not full");
}

TEST(files, say_why_they_cannot_be_had) {
  const fs::path folder = scratch();
  const std::string where = folder.string();
  EXPECT_EQ(thrown_by([&] { (void)io::read_file(folder / "none.csv"); }),
            "io_error: " + where + "/none.csv: there is no such file; check the name and the folder");
  EXPECT_EQ(thrown_by([&] { (void)io::read_file(folder); }),
            "io_error: " + where + ": it is a folder; name a file in it");
  EXPECT_EQ(thrown_by([&] { io::write_file(folder, ""); }),
            "io_error: " + where + ": it is a folder; name a file in it");
  EXPECT_EQ(thrown_by([&] { io::write_file(folder / "none" / "x", ""); }),
            "io_error: " + where +
                "/none/x: the file cannot be written; check that the folder exists and that you may write to it");
}
