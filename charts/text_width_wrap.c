/*
 * text_width_wrap.c - breaking words into lines.
 *
 *  (1) Lines are filled one after another, each as far as it goes.
 *  (2) When that gives several lines, they are filled once more against the
 *      narrowest width that needs no more of them, so that none is left short.
 *  (3) A word too wide for a line is broken between letters.
 *  (4) Text beyond the last line allowed is cut, and … says so.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "charts/text_width.h"
#include "engine/base/arena.h"
#include "engine/base/text.h"

#define ELLIPSIS "…"
/* px: letters added one by one and all at once differ in the last bit. */
#define HAIR 1e-6

/* Bytes of the longest start of [text], [length] bytes, that fits. */
static size_t fitting_start(const char *text, size_t length,
                            struct text_face face, double width)
{
    double sum = 0;
    size_t used = 0, taken;
    unsigned code_point;
    while ((taken = text_decode(text + used, length - used, &code_point)) > 0) {
        char letter[5] = { 0 };
        memcpy(letter, text + used, taken < 4 ? taken : 4);
        sum += text_width(letter, face);
        if (sum > width + HAIR)
            break;
        used += taken;
    }
    return used;
}

/* The last place in a line of [fit] bytes after which it may be broken. */
static size_t last_break(const char *text, size_t fit)
{
    for (size_t i = fit; i > 0; i--)
        if (text[i] == ' ' || text[i - 1] == '-' || text[i - 1] == '/')
            return i;
    return 0;
}

/* Bytes of the next line; at least one letter. */
static size_t line_length(const char *text, size_t left, struct text_face face,
                          double width)
{
    size_t fit = fitting_start(text, left, face, width);
    if (fit == left)
        return left;
    size_t end = last_break(text, fit);
    if (end == 0)
        end = fit;
    unsigned code_point;
    return end > 0 ? end : text_decode(text, left, &code_point);
}

static size_t count_lines(const char *text, struct text_face face, double width)
{
    size_t count = 0, left = strlen(text);
    while (left > 0) {
        size_t length = line_length(text, left, face, width);
        text += length;
        left -= length;
        for (; left > 0 && *text == ' '; left--)
            text++;
        count++;
    }
    return count;
}

/* The widest piece that need not be broken, as far as it fits [width]. */
static double widest_piece(const char *text, struct text_face face,
                           double width, struct arena *arena)
{
    double widest = 0;
    for (size_t start = 0, end; text[start] != '\0'; start = end) {
        start += strspn(text + start, " ");
        end = start + strcspn(text + start, " -/");
        end += text[end] == '-' || text[end] == '/';
        char *piece = arena_copy(arena, text + start, end - start);
        double wide = text_width(piece, face);
        if (wide > widest && wide <= width)
            widest = wide;
    }
    return widest;
}

/* (2) Bisection to a pixel; more lines than now are never taken, and no piece
 * is broken that is whole now. */
static double balanced_width(const char *text, struct text_face face,
                             double width, size_t count, struct arena *arena)
{
    double low = widest_piece(text, face, width, arena), high = width;
    if (count_lines(text, face, low) <= count)
        return low;
    while (high - low > 1) {
        double middle = (low + high) / 2;
        if (count_lines(text, face, middle) > count)
            low = middle;
        else
            high = middle;
    }
    return high;
}

/* As much of the rest as fits before an ellipsis. */
static char *cut_line(struct arena *arena, const char *text,
                      struct text_face face, double width)
{
    double room = width - text_width(ELLIPSIS, face);
    size_t fit = fitting_start(text, strlen(text), face, room > 0 ? room : 0);
    while (fit > 0 && text[fit - 1] == ' ')
        fit--;
    return arena_format(arena, "%.*s" ELLIPSIS, (int)fit, text);
}

struct text_lines text_width_wrap(struct arena *arena, const char *text,
                                  struct text_face face, double width,
                                  size_t most)
{
    const char *at = text_width_printable(arena, text);
    struct text_lines result = { NULL, 0, 0, false };
    size_t count = count_lines(at, face, width);
    if (count == 0 || most == 0)
        return result;
    if (count > most)
        result.cut = true;
    else if (count > 1)
        width = balanced_width(at, face, width, count, arena);
    result.lines = arena_array(arena, count < most ? count : most, char *);
    size_t left = strlen(at);
    while (left > 0 && result.count < most) {
        size_t length = line_length(at, left, face, width);
        bool last = result.count + 1 == most && length < left;
        char *line = last ? cut_line(arena, at, face, width)
                          : arena_copy(arena, at, length);
        double wide = text_width(line, face);
        result.widest = wide > result.widest ? wide : result.widest;
        result.lines[result.count++] = line;
        at += length;
        left -= length;
        for (; left > 0 && *at == ' '; left--)
            at++;
    }
    return result;
}
