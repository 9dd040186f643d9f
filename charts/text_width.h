/*
 * text_width.h - how much room words take, before anything is drawn.
 *
 * gnuplot neither wraps text nor says when it runs out of the picture, so the
 * room is computed here from the advance widths of Arimo (as of Arial). Widths
 * are pixels for a letter size in pixels, without kerning: a little too wide
 * rather than too narrow. Letters outside the table are guessed generously.
 *
 * Text that is given here may hold anything; what comes back is printable: one
 * line without control characters, marks of direction and invisible signs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_TEXT_WIDTH_H
#define HOCTAP_CHARTS_TEXT_WIDTH_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct text_face {
    double size; /* px */
    bool bold;
};

/* Of printable text on one line. */
double text_width(const char *text, struct text_face face);

/*
 * What may be printed of [text]: valid UTF-8, white space and control
 * characters as single spaces, trimmed. NULL gives "".
 */
char *text_width_printable(struct arena *arena, const char *text);

/* The least width in which no word of [text] must be broken. */
double text_width_widest_word(struct arena *arena, const char *text,
                              struct text_face face);

struct text_lines {
    char **lines;
    size_t count;
    double widest; /* px */
    bool cut;      /* the last line ends in … because the rest had no room */
};

/*
 * Breaks [text] into lines of at most [width] px: between words, after a
 * hyphen or a stroke, and inside a word only when it alone is too wide. Lines
 * come out balanced in order of reading, never more than [most]; what does not
 * fit ends in a visible …. Empty text gives no lines.
 */
struct text_lines text_width_wrap(struct arena *arena, const char *text,
                                  struct text_face face, double width,
                                  size_t most);

#endif
