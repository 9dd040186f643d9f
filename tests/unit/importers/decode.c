/*
 * decode.c - tests of bytes into text: one sentence in every alphabet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "importers/decode.h"

static struct arena *arena;

static int start(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int stop(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static const char wanted[] = "Hội viên huyện Thái Thụy, tỉnh Thái Bình: "
                             "số người được bồi dưỡng; Đông Hưng\n";

/* The same sentence; bytes of each alphabet by its published table. */
static const char tcvn3[] =
    "H\xE9i vi\xAAn huy\xD6n Th\xB8i Th\xF4y, t\xD8nh Th\xB8i B\xD7nh: "
    "s\xE8 ng\xAD\xEAi \xAE\xAD\xEE"
    "c b\xE5i d\xAD\xECng; \xA7\xABng H\xADng\n";
static const char windows_1258[] =
    "H\xF4\xF2i vi\xEAn huy\xEA\xF2n Th\xE1i Thu\xF2y, ti\xD2nh Th\xE1i "
    "Bi\xCCnh: s\xF4\xEC ng\xFD\xF5\xCCi \xF0\xFD\xF5\xF2"
    "c b\xF4\xCCi d\xFD\xF5\xDEng; \xD0\xF4ng H\xFDng\n";
static const char vni[] =
    "Ho\xE4i vie\xE2n huye\xE4n Tha\xF9i Thu\xEFy, t\xE6nh Tha\xF9i B\xECnh: "
    "so\xE1 ng\xF6\xF4\xF8i \xF1\xF6\xF4\xEF"
    "c bo\xE0i d\xF6\xF4\xF5ng; \xD1o\xE2ng H\xF6ng\n";

static void reads(const char *bytes, size_t length, enum encoding as,
                  enum encoding encoding, enum decode_reason reason)
{
    struct decoded out;
    if (!decode(&out, bytes, length, as, arena))
        fail_msg("%s refused at %u:%u %s", encoding_names[encoding], out.line,
                 out.column, out.bad);
    assert_string_equal(out.text, wanted);
    assert_int_equal(out.length, strlen(wanted));
    assert_string_equal(encoding_names[out.encoding], encoding_names[encoding]);
    assert_int_equal(out.reason, reason);
}

static void unicode(void **state)
{
    (void)state;
    char marked[sizeof wanted + 3] = "\xEF\xBB\xBF";
    memcpy(marked + 3, wanted, sizeof wanted);
    reads(wanted, strlen(wanted), ENCODING_AUTO, ENCODING_UTF8,
          DECODE_BY_VALIDITY);
    reads(marked, strlen(marked), ENCODING_AUTO, ENCODING_UTF8, DECODE_BY_MARK);
    reads(wanted, strlen(wanted), ENCODING_UTF8, ENCODING_UTF8,
          DECODE_BY_LAYOUT);
    /* A mark is certain, whatever a layout says. */
    reads(marked, strlen(marked), ENCODING_TCVN3, ENCODING_UTF8,
          DECODE_BY_MARK);
}

/* UTF-16 of the sentence, with or without its mark. */
static size_t wide(char *out, bool big, bool mark)
{
    size_t used = 0, left = strlen(wanted), taken;
    const char *from = wanted;
    unsigned point = 0xFEFF;
    if (mark) {
        out[used++] = (char)(big ? 0xFE : 0xFF);
        out[used++] = (char)(big ? 0xFF : 0xFE);
    }
    for (; (taken = text_decode(from, left, &point)) > 0;
         from += taken, left -= taken) {
        out[used++] = (char)(big ? point >> 8 : point & 0xFF);
        out[used++] = (char)(big ? point & 0xFF : point >> 8);
    }
    return used;
}

static void two_bytes_a_letter(void **state)
{
    (void)state;
    char bytes[4 * sizeof wanted];
    for (int big = 0; big < 2; big++) {
        size_t length = wide(bytes, big, true);
        reads(bytes, length, ENCODING_AUTO, ENCODING_UTF16, DECODE_BY_MARK);
        length = wide(bytes, big, false);
        reads(bytes, length, ENCODING_AUTO, ENCODING_UTF16, DECODE_BY_ZEROS);
        reads(bytes, length, ENCODING_UTF16, ENCODING_UTF16, DECODE_BY_LAYOUT);
    }
}

static void old_alphabets(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        enum encoding encoding;
    } old[] = { { tcvn3, ENCODING_TCVN3 },
                { windows_1258, ENCODING_WINDOWS_1258 },
                { vni, ENCODING_VNI } };
    for (size_t i = 0; i < sizeof old / sizeof old[0]; i++) {
        size_t length = strlen(old[i].bytes);
        reads(old[i].bytes, length, old[i].encoding, old[i].encoding,
              DECODE_BY_LAYOUT);
        reads(old[i].bytes, length, ENCODING_AUTO, old[i].encoding,
              DECODE_BY_SYLLABLES);
    }
}

static void composed(void **state)
{
    (void)state;
    struct decoded out;
    /* Decomposed, as some systems type: a + circumflex + dot below. */
    assert_true(
        decode(&out, "Tha\xCC\x81i Thu\xCC\xA3y", 13, ENCODING_AUTO, arena));
    assert_string_equal(out.text, "Thái Thụy");
    assert_true(decode(&out, "caf\xE9", 4, ENCODING_WINDOWS_1252, arena));
    assert_string_equal(out.text, "café");
    assert_true(decode(&out, "caf\xE9", 4, ENCODING_LATIN1, arena));
    assert_string_equal(out.text, "café");
}

static void refused(void **state)
{
    (void)state;
    struct decoded out;
    /* One word beyond ASCII that no alphabet makes a syllable of. */
    assert_false(
        decode(&out, "a;b\r\nxx;\x93z\x94\n", 12, ENCODING_AUTO, arena));
    assert_int_equal(out.encoding, ENCODING_AUTO);
    assert_int_equal(out.line, 2);
    assert_int_equal(out.column, 4);
    assert_string_equal(out.bad, "\\x93");
    assert_false(decode(&out, "a\n\xFFz", 4, ENCODING_UTF8, arena));
    assert_int_equal(out.line, 2);
    assert_int_equal(out.column, 1);
    assert_string_equal(out.bad, "\\xFF");
    /* Half a character, a lone surrogate. */
    assert_false(decode(&out,
                        "\xFF\xFE"
                        "a\0\n\0b",
                        7, ENCODING_AUTO, arena));
    assert_int_equal(out.line, 2);
    assert_false(decode(&out,
                        "\xFF\xFE"
                        "a\0\0\xD8"
                        "b\0",
                        8, ENCODING_AUTO, arena));
    assert_int_equal(out.column, 2);
    /* A byte that windows-1252 does not have. */
    assert_false(decode(&out, "a\x81", 2, ENCODING_WINDOWS_1252, arena));
    assert_int_equal(out.column, 2);
}

static void zeros_are_marked(void **state)
{
    (void)state;
    struct decoded out;
    assert_true(decode(&out, "ab\0cdefghij;1\n", 14, ENCODING_AUTO, arena));
    assert_int_equal(out.text[2], DECODE_NUL_MARK);
    assert_int_equal(out.length, 14);
    /* The words behind one are still weighed. */
    char bytes[sizeof tcvn3 + 2] = "a";
    memcpy(bytes + 2, tcvn3, sizeof tcvn3);
    assert_true(decode(&out, bytes, strlen(tcvn3) + 2, ENCODING_AUTO, arena));
    assert_int_equal(out.encoding, ENCODING_TCVN3);
    assert_string_equal(out.text + 2, wanted);
}

static void syllables(void **state)
{
    (void)state;
    static const char *const good[] = { "thụy",  "nguyễn", "khuyến", "quyển",
                                        "giếng", "được",   "ưu",     "yêu",
                                        "hoẵng", "nghiêng" };
    static const char *const bad[] = { "th¸i", "ngưêi", "b×nh", "mụcc",
                                       "çé",   "tườ́ng", "ñöôïc" };
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        if (!decode_syllable(good[i]))
            fail_msg("%s is a syllable", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        if (decode_syllable(bad[i]))
            fail_msg("%s is no syllable", bad[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(unicode, start, stop),
        cmocka_unit_test_setup_teardown(two_bytes_a_letter, start, stop),
        cmocka_unit_test_setup_teardown(old_alphabets, start, stop),
        cmocka_unit_test_setup_teardown(composed, start, stop),
        cmocka_unit_test_setup_teardown(refused, start, stop),
        cmocka_unit_test_setup_teardown(zeros_are_marked, start, stop),
        cmocka_unit_test_setup_teardown(syllables, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
