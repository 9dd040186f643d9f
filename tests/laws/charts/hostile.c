/*
 * hostile.c - names that would rather be something else, in every chart kind.
 *
 * They do nothing: no quote that gnuplot would run, no command, no broken SVG,
 * and they stay in the picture.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/laws/charts/pictures.h"

/* SENTINEL stands for a file that must not come into being. */
static const char *const nasty[] = {
    "`touch SENTINEL`",
    "$(touch SENTINEL)",
    "\"; system('touch SENTINEL'); \"",
    "'; system('touch SENTINEL') #",
    "'.system('touch SENTINEL').'",
    "| touch SENTINEL",
    "< touch SENTINEL",
    "<touch SENTINEL",
    "@SENTINEL",
    "!touch SENTINEL",
    "x\n!touch SENTINEL\n",
    "x\nE\nsystem 'touch SENTINEL'\n",
    "x\nEOD\nset output '| touch SENTINEL'\n",
    "E000000000000000\nshell touch SENTINEL",
    "x\r\nload '< touch SENTINEL'\r\n",
    "\tx\ty\t0x000000\t`touch SENTINEL`",
    "${HOME} %HOME% $1 $D1",
    "$D1",
    "%s%n%d %%",
    "100%",
    "%.1f",
    "#hash at the start",
    "a # b",
    "\\",
    "\\\\",
    "ends in \\",
    "\\n\\t\\060\\x41\\u0041",
    "\"",
    "\"\"\"\"",
    "'",
    "''''",
    "`",
    "``",
    "<b>bold</b> & <script>alert(1)</script>",
    "</text></svg><svg onload='alert(1)'>",
    "]]> <![CDATA[ x ]]>",
    "<!-- x --> -- >",
    "<?xml version='1.0'?>",
    "&amp; &lt; &#10; &nope; &",
    "{/Symbol a} ^{x} _{y} @ ~a{.8-}",
    "a_b^c{d}e",
    "NaN",
    "nan",
    "inf",
    "?",
    "-",
    "0x41",
    "1e5",
    "  spaces   inside  ",
    "",
    " ",
    "\xE2\x80\xAE"
    "ngược"
    "\xE2\x80\xAC \xE2\x80\x8F",
    "\xE2\x81\xA6"
    "cô lập"
    "\xE2\x81\xA9 \xE2\x80\x8B",
    "Thái\xCC\xA3\xCC\x81\xCC\x81\xCC\x81\xCC\x81 chồng dấu",
    "😀👩‍👩‍👧‍👦🇻🇳 huyện",
    "中文地区名称 ภาษาไทย العربية",
    "\x01\x02\x1B[31m\x7F\xC2\x85\xC2\x9F",
    "\xFF\xFE bad \xC3 utf \xED\xA0\x80 eight \xF4\x90\x80\x80",
    "\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xB7\x90 noncharacters",
    "Mộtcáitênkhôngcókhoảngtrắngnàocảmàlạirấtlàdàidàidàidàidàidàidàidàidài"
    "dàidàidàidàidàidàidàidàidàidàidàidàidàidàidàidàidàidàidàidàidàidàidài",
    "Thành phố Phan Rang - Tháp Chàm và các xã vùng cao, vùng sâu, vùng xa, "
    "vùng đặc biệt khó khăn, hải đảo của tỉnh Ninh Thuận trước khi sáp nhập",
};
enum { NASTY = sizeof nasty / sizeof nasty[0] };

static char sentinel[512];

static const char *nasty_name(size_t index)
{
    const char *pattern = nasty[index % NASTY], *mark = "SENTINEL";
    struct text text = text_new();
    const char *found = strstr(pattern, mark);
    if (found != NULL) {
        text_add_bytes(&text, pattern, (size_t)(found - pattern));
        text_add(&text, sentinel);
        text_add(&text, found + strlen(mark));
    } else {
        text_add(&text, pattern);
    }
    char *copy = arena_copy(arena, text.bytes, text.length);
    text_free(&text);
    return copy;
}

/* Every word of the spec replaced, beginning with name [first]. */
static void make_nasty(struct chart_spec *spec, size_t first)
{
    size_t n = first;
    spec->title = nasty_name(n++);
    spec->subtitle = nasty_name(n++);
    spec->note = nasty_name(n++);
    spec->axis = nasty_name(n++);
    spec->description = nasty_name(n++);
    spec->curve_words = nasty_name(n++);
    spec->axis_x = nasty_name(n++);
    spec->axis_y = nasty_name(n++);
    spec->whole.label = nasty_name(n++);
    spec->target.label = nasty_name(n++);
    for (size_t i = 0; i < 4; i++)
        spec->legend[i] = nasty_name(n++);
    for (size_t i = 0; i < spec->class_count; i++)
        spec->classes[i] = nasty_name(n++);
    for (size_t i = 0; i < spec->row_count; i++) {
        spec->rows[i].label = nasty_name(n++);
        spec->rows[i].text = nasty_name(n++);
    }
    for (size_t i = 0; i < spec->grid.rows; i++)
        spec->grid.row_labels[i] = nasty_name(n++);
    for (size_t i = 0; i < spec->grid.columns; i++)
        spec->grid.column_labels[i] = nasty_name(n++);
    for (size_t i = 0; i < spec->grid.rows * spec->grid.columns; i++)
        spec->grid.cells[i].text = nasty_name(n++);
    for (size_t i = 0; i < spec->series_count; i++)
        spec->series[i].label = nasty_name(n++);
    for (size_t i = 0; i < spec->mark_count; i++)
        spec->marks[i].label = nasty_name(n++);
    spec->whole_y.label = nasty_name(n++);
    for (size_t i = 0; i < SPAN_TEXTS; i++)
        spec->heads[i] = nasty_name(n++);
    for (size_t i = 0; i < spec->series_count; i++)
        for (size_t side = 0; side < 2; side++)
            spec->series[i].texts[side] = nasty_name(n++);
    for (size_t i = 0; i < spec->dot_count; i++)
        spec->dots[i].label = nasty_name(n++);
    for (size_t i = 0; i < spec->span_count; i++) {
        spec->spans[i].label = nasty_name(n++);
        for (size_t k = 0; k < SPAN_TEXTS; k++)
            spec->spans[i].texts[k] = nasty_name(n++);
    }
}

/* Turn by turn every name stands at every place near the front. */
static void hostile_names_are_harmless(void **state)
{
    (void)state;
    FOR_EACH_KIND(kind)
    for (size_t first = 0; first < NASTY; first += 7) {
        struct chart_spec spec = sample_all(arena, kind);
        make_nasty(&spec, first);
        char *script = script_of(&spec);
        assert_null(strchr(script, '"'));
        struct svg_words words = words_of(draw(&spec), kind);
        assert_inside(&words, kind);
        assert_false(file_exists(sentinel));
    }
}

/* Sixty rows, each with its own hostile name, in one picture. */
static void sixty_hostile_rows(void **state)
{
    (void)state;
    struct chart_spec spec = sample_league(arena, NASTY, 46.8, 30);
    for (size_t i = 0; i < NASTY; i++)
        spec.rows[i].label = nasty_name(i);
    struct svg_words words = words_of(draw(&spec), "league");
    assert_inside(&words, "league");
    assert_false(file_exists(sentinel));
    assert_true(has_word(&words, "`touch"));
    assert_true(has_word(&words, "&amp;amp; &amp;lt; &amp;#10; &amp;nope;"));
    assert_true(has_word(&words, "NaN"));
    assert_true(has_word(&words, "\\n\\t\\060\\x41\\u0041"));
    assert_true(has_word(&words, "{/Symbol a} ^{x}"));
    assert_true(has_word(&words, "#hash at the start"));
}

static int begin(void **state)
{
    snprintf(sentinel, sizeof sentinel, "%s/sentinel", test_folder());
    return pictures_begin(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hostile_names_are_harmless),
        cmocka_unit_test(sixty_hostile_rows),
    };
    return cmocka_run_group_tests(tests, begin, pictures_end);
}
