/*
 * text_width.c - the width of a line, and what of a text can be printed.
 *
 *  (1) A code point's width is its advance; marks that combine take none.
 *  (2) Wide scripts and pictures count one em and more, the rest .6 em.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "charts/text_advances.h"
#include "charts/text_width.h"
#include "engine/base/arena.h"
#include "engine/base/text.h"

static double unknown_advance(unsigned code_point)
{
    if (code_point >= 0x300 && code_point <= 0x36F)
        return 0;
    if (code_point >= 0x1F000 && code_point <= 0x1FFFF)
        return 1300;
    return code_point >= 0x1100 ? 1050 : 600;
}

static double advance(unsigned code_point, bool bold)
{
    size_t low = 0, high = advance_run_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const struct advance_run *run = &advance_runs[middle];
        if (code_point > run->last)
            low = middle + 1;
        else if (code_point < run->first)
            high = middle;
        else
            return (bold ? run->bold : run->regular)[code_point - run->first];
    }
    return unknown_advance(code_point);
}

double text_width(const char *text, struct text_face face)
{
    double sum = 0;
    size_t left = strlen(text), taken;
    unsigned code_point;
    while ((taken = text_decode(text, left, &code_point)) > 0) {
        sum += advance(code_point, face.bold);
        text += taken;
        left -= taken;
    }
    return sum * face.size / 1000;
}

/* White space and controls, C1 and the separators of lines among them. */
static bool is_gap(unsigned c)
{
    return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
           c == 0x202F || c == 0x205F || c == 0x3000;
}

/* Marks of direction and joining would act on the words beside them. */
static bool is_invisible(unsigned c)
{
    return c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
           (c >= 0xE0000 && c <= 0xE0FFF) || (c & 0xFFFE) == 0xFFFE ||
           (c >= 0xD800 && c <= 0xDFFF) || (c >= 0xFDD0 && c <= 0xFDEF);
}

char *text_width_printable(struct arena *arena, const char *text)
{
    struct text out = text_new();
    const char *at = text == NULL ? "" : text;
    size_t left = strlen(at), taken;
    unsigned code_point;
    bool gap = false;
    while ((taken = text_decode(at, left, &code_point)) > 0) {
        if (is_gap(code_point)) {
            gap = true;
        } else if (!is_invisible(code_point)) {
            if (gap && out.length > 0)
                text_add_char(&out, ' ');
            gap = false;
            text_encode(&out, code_point);
        }
        at += taken;
        left -= taken;
    }
    char *copy = arena_copy(arena, out.bytes, out.length);
    text_free(&out);
    return copy;
}

double text_width_widest_word(struct arena *arena, const char *text,
                              struct text_face face)
{
    double widest = 0;
    char *rest = text_width_printable(arena, text), *word;
    while ((word = strsep(&rest, " ")) != NULL)
        widest = fmax(widest, text_width(word, face));
    return widest;
}
