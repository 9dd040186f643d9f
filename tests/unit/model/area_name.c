/*
 * area_name.c - which ways of writing a name are the same name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "engine/model/area.h"

static struct arena *arena;

static int open_arena(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static void same(const char *left, const char *right)
{
    assert_string_equal(area_name_key(arena, left, NULL),
                        area_name_key(arena, right, NULL));
}

static void differ(const char *left, const char *right)
{
    assert_string_not_equal(area_name_key(arena, left, NULL),
                            area_name_key(arena, right, NULL));
}

static void look_alikes_are_one(void **state)
{
    (void)state;
    same("Ðông Hưng", "Đông Hưng");      /* U+00D0, an Icelandic letter */
    same("\u0189ông Hưng", "đông hưng"); /* U+0189, an African one */
    same("Hƣng Hà", "Hưng Hà");          /* U+01A3 */
    same("H\u01A2NG HÀ", "Hưng Hà");     /* U+01A2 */
    same("B\u01A3\u0301c", "Bức");       /* with a tone mark of its own */
    same("Krông Pa\u0300", "Krông Pà");  /* marks apart: NFD */
    same("Tha\u0301i Thu\u0323y", "Thái Thụy");
    same("Cư M’gar", "Cư M'gar");
    same("Thừa Thiên - Huế", "Thừa Thiên Huế");
    same("Bà Rịa–Vũng Tàu", "Bà Rịa - Vũng Tàu");
}

static void white_space_and_case_are_one(void **state)
{
    (void)state;
    same("  Dương Hồng\u00A0 Thủy ", "Dương Hồng Thủy");
    same("TIỀN HẢI", "Tiền Hải");
    same("Đông\nHưng", "Đông Hưng");
}

static void tone_placement_is_one(void **state)
{
    (void)state;
    same("Hoà", "Hòa");
    same("Hoè", "Hòe");
    same("Thuỷ", "Thủy");
    same("Thái Thuỵ", "Thái Thụy");
    same("Khoá", "Khóa");
    same("THUÝ", "THÚY");
    same("Hòan", "Hoàn"); /* a letter follows: on the second */
    same("Qúy", "Quý");   /* the u belongs to qu */
    differ("Hòa", "Hóa");
    differ("Hoa", "Hòa");
    /* What is right in both habits stays as it is. */
    assert_string_equal(area_name_key(arena, "Hoàn", NULL), "hoàn");
    assert_string_equal(area_name_key(arena, "Quả", NULL), "quả");
    assert_string_equal(area_name_key(arena, "Hoà", NULL), "hòa");
    assert_string_equal(area_name_key(arena, "Tuyên", NULL), "tuyên");
    assert_string_equal(area_name_key(arena, "Quỳnh Phụ", NULL), "quỳnh phụ");
}

static void final_y_is_i_when_it_is_the_vowel(void **state)
{
    (void)state;
    same("An Quí", "An Quý");
    same("Quỳnh Mĩ", "Quỳnh Mỹ");
    same("Lí Nhân", "Lý Nhân");
    same("Ý Yên", "Í Yên");
    differ("Thúy", "Thúi");
    differ("Tây", "Tâi");
    differ("Hay", "Hai");
    differ("Thủy", "Thủi");
}

static void marks_decide(void **state)
{
    (void)state;
    differ("Hưng Hà", "Hùng Hà");
    differ("Kiến Xương", "Kien Xuong");
    differ("Kim Chung", "Kim Trung");
}

static void check_type(const char *written, const char *key, enum tier tier)
{
    enum tier implied = TIER_COUNT;
    assert_string_equal(area_name_key(arena, written, &implied), key);
    if (implied != tier)
        fail_msg("%s implies %s", written, tier_names[implied]);
}

static void one_type_word_goes(void **state)
{
    (void)state;
    check_type("Huyện Hưng Hà", "hưng hà", TIER_DISTRICT);
    check_type("H. Hưng Hà", "hưng hà", TIER_DISTRICT);
    check_type("H.Hưng Hà", "hưng hà", TIER_DISTRICT);
    check_type("Thành phố Thái Bình", "thái bình", TIER_NONE);
    check_type("TP Thái Bình", "thái bình", TIER_NONE);
    check_type("TP.Thái Bình", "thái bình", TIER_NONE);
    check_type("T.P. Thái Bình", "thái bình", TIER_NONE);
    check_type("T.P Thái Bình", "thái bình", TIER_NONE);
    check_type("Tỉnh Thái Bình", "thái bình", TIER_PROVINCE);
    check_type("Thị xã Sơn Tây", "sơn tây", TIER_DISTRICT);
    check_type("TX. Sơn Tây", "sơn tây", TIER_DISTRICT);
    check_type("Thị trấn Diêm Điền", "diêm điền", TIER_COMMUNE);
    check_type("TT Diêm Điền", "diêm điền", TIER_COMMUNE);
    check_type("TT.Diêm Điền", "diêm điền", TIER_COMMUNE);
    check_type("P.Bồ Xuyên", "bồ xuyên", TIER_COMMUNE);
    check_type("Xã  Mỹ Lộc", "mĩ lộc", TIER_COMMUNE);
    check_type("x. Vũ Quí", "vũ quí", TIER_COMMUNE);
    check_type("Quận 1", "1", TIER_DISTRICT);
    check_type("Phường 01", "1", TIER_COMMUNE);
    check_type("Ho Chi Minh City", "ho chi minh", TIER_NONE);
    check_type("Thai Binh province", "thai binh", TIER_PROVINCE);
    check_type("Hung Ha District", "hung ha", TIER_DISTRICT);
    check_type("District 1", "1", TIER_DISTRICT);
}

static void a_type_is_taken_off_once_and_never_the_whole(void **state)
{
    (void)state;
    check_type("Phường Phường Đúc", "phường đúc", TIER_COMMUNE);
    check_type("Huyện", "huyện", TIER_NONE);
    check_type("TP.", "tp.", TIER_NONE);
    check_type("City", "citi", TIER_NONE); /* nothing else is left */
    check_type("Thanh Xá", "thanh xá", TIER_NONE);
    check_type("Phương Công", "phương công", TIER_NONE);
    check_type("Pleiku", "pleiku", TIER_NONE);
    check_type("Xa Dung", "xa dung", TIER_NONE);
    check_type("1-5", "1-5", TIER_NONE);
    check_type("", "", TIER_NONE);
}

static void broken_bytes_do_no_harm(void **state)
{
    (void)state;
    assert_non_null(area_name_key(arena, "Th\xe1i B\xecnh", NULL));
    assert_non_null(area_name_key(arena, "\xff\xfe", NULL));
    assert_non_null(area_name_key(arena, "\u00AD", NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(look_alikes_are_one),
        cmocka_unit_test(white_space_and_case_are_one),
        cmocka_unit_test(tone_placement_is_one),
        cmocka_unit_test(final_y_is_i_when_it_is_the_vowel),
        cmocka_unit_test(marks_decide),
        cmocka_unit_test(one_type_word_goes),
        cmocka_unit_test(a_type_is_taken_off_once_and_never_the_whole),
        cmocka_unit_test(broken_bytes_do_no_harm),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
