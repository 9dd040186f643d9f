/*
 * column_heads.c - level heads, or leaning ones.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "charts/column_heads.h"
#include "charts/page.h"
#include "engine/base/arena.h"

#define LEAN 45
#define LEAN_SINE 0.70710678

enum { LEVEL_LINES = 3 };

static void wrap(struct column_heads *heads, double width, size_t most,
                 struct arena *arena)
{
    for (size_t c = 0; c < heads->count; c++)
        heads->lines[c] =
            text_width_wrap(arena, heads->words[c], heads->face, width, most);
}

static bool level(struct column_heads *heads, struct arena *arena)
{
    double width = heads->width - 6;
    size_t most = 0;
    wrap(heads, width, LEVEL_LINES, arena);
    for (size_t c = 0; c < heads->count; c++) {
        const struct text_lines *lines = &heads->lines[c];
        if (lines->cut ||
            text_width_widest_word(arena, heads->words[c], heads->face) > width)
            return false;
        most = lines->count > most ? lines->count : most;
    }
    heads->height = (double)most * page_line(heads->face) + 4;
    return true;
}

static double middle_of(const struct column_heads *heads, size_t column)
{
    return heads->left + ((double)column + .5) * heads->width;
}

/* How far a leaning head reaches to the right of its column's middle; upwards
 * it is as far. */
static double reach(const struct column_heads *heads, size_t column)
{
    const struct text_lines *lines = &heads->lines[column];
    double depth = (double)lines->count * page_line(heads->face);
    return (lines->widest + depth) * LEAN_SINE;
}

static void lean(struct column_heads *heads, struct arena *arena)
{
    bool two = heads->width * LEAN_SINE >= 2 * page_line(heads->face);
    heads->leaning = true;
    wrap(heads, two ? 150 : 210, two ? 2 : 1, arena);
    double highest = 0;
    for (size_t c = 0; c < heads->count; c++) {
        double needed = reach(heads, c);
        highest = fmax(highest, needed);
        if (middle_of(heads, c) + needed > heads->right)
            heads->width =
                fmin(heads->width,
                     (heads->right - needed - heads->left) / ((double)c + .5));
    }
    heads->height = highest + 6;
}

void column_heads_plan(struct column_heads *heads, struct arena *arena)
{
    heads->lines = arena_array(arena, heads->count, struct text_lines);
    heads->leaning = false;
    if (!level(heads, arena))
        lean(heads, arena);
}

void column_heads_draw(const struct column_heads *heads, struct canvas *canvas,
                       double bottom, uint32_t colour)
{
    struct canvas_letters letters = page_letters(
        heads->face, colour, heads->leaning ? CANVAS_LEFT : CANVAS_CENTRE);
    letters.turn = heads->leaning ? LEAN : 0;
    double line = page_line(heads->face);
    for (size_t c = 0; c < heads->count; c++) {
        const struct text_lines *lines = &heads->lines[c];
        double middle = middle_of(heads, c);
        double depth = (double)(lines->count > 0 ? lines->count - 1 : 0) * line;
        struct canvas_point first = { middle, bottom - 3 - line / 2 - depth };
        /* Leaning lines follow one another down and to the right. */
        if (heads->leaning)
            first = (struct canvas_point){ middle - depth * LEAN_SINE / 2,
                                           bottom - 8 - depth * LEAN_SINE };
        canvas_lines(canvas, first, line, lines, letters);
    }
}
