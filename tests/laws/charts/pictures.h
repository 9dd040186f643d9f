/*
 * pictures.h - what the laws of chart kinds share: a spec drawn, its words read
 * back, and whether they have room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_TESTS_CHARTS_PICTURES_H
#define HOCTAP_TESTS_CHARTS_PICTURES_H

#include <stdlib.h>
#include <string.h>

#include "tests/house.h"

#include "charts/chart.h"
#include "engine/base/files.h"
#include "tests/laws/charts/samples.h"
#include "tests/laws/charts/svg_words.h"

/* Of the whole program. */
static struct arena *arena;

static inline int pictures_begin(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static inline int pictures_end(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static inline char *draw(const struct chart_spec *spec)
{
    struct chart_options options = { .folder = test_folder() };
    struct fault fault = { 0 };
    if (!charts_draw(spec, 1, &options, &fault)) {
        const char *reason = fault_argument(&fault, "reason");
        const char *script = fault_argument(&fault, "script");
        fail_msg("%s: %s %s %s", spec->name, fault.message,
                 reason != NULL ? reason : "", script != NULL ? script : "");
    }
    char *bytes;
    size_t length;
    assert_true(file_read(&bytes, &length,
                          path_join(arena, test_folder(),
                                    arena_format(arena, "%s.svg", spec->name)),
                          0, arena, &fault));
    assert_int_equal(strlen(bytes), length);
    return bytes;
}

static inline char *script_of(const struct chart_spec *spec)
{
    struct text text = text_new();
    struct arena *scratch = arena_new();
    chart_script(spec, CHART_SVG, "x.svg", &text, scratch);
    arena_free(scratch);
    char *copy = arena_copy(arena, text.bytes, text.length);
    text_free(&text);
    return copy;
}

static inline struct svg_words words_of(const char *svg, const char *what)
{
    struct svg_words words = { .items = arena_array(arena, SVG_WORDS,
                                                    struct svg_word) };
    const char *bad = svg_read(svg, &words);
    if (bad != NULL)
        fail_msg("%s: %s", what, bad);
    return words;
}

static inline void assert_inside(const struct svg_words *words,
                                 const char *what)
{
    for (size_t i = 0; i < words->count; i++) {
        const struct svg_word *word = &words->items[i];
        if (svg_leaves(words, word))
            fail_msg("%s: \"%s\" at %.1f,%.1f, %.1f wide, leaves %.0f x %.0f",
                     what, word->text, word->x, word->y, word->width,
                     words->width, words->height);
    }
}

static inline void assert_apart(const struct svg_words *words, const char *what)
{
    for (size_t i = 0; i < words->count; i++)
        for (size_t j = 0; j < i; j++)
            if (svg_touch(&words->items[i], &words->items[j]))
                fail_msg("%s: \"%s\" (%.1f,%.1f) lies on \"%s\" (%.1f,%.1f)",
                         what, words->items[i].text, words->items[i].x,
                         words->items[i].y, words->items[j].text,
                         words->items[j].x, words->items[j].y);
}

static inline bool has_word(const struct svg_words *words, const char *part)
{
    for (size_t i = 0; i < words->count; i++)
        if (strstr(words->items[i].text, part) != NULL)
            return true;
    return false;
}

#define FOR_EACH_KIND(kind)                                                    \
    const char *kind;                                                          \
    for (size_t k_ = 0;                                                        \
         k_ < chart_kind_count() && ((kind) = chart_kind_at(k_)->id, true);    \
         k_++)

#endif
