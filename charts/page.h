/*
 * page.h - what all pictures share: title, words below, legend.
 *
 * A page is planned from the spec before anything is drawn: words are wrapped,
 * and what is left between head and foot is the body, which belongs to the
 * kind. The same plan gives a kind the height it must ask for (page_height) and
 * the place where it may draw.
 *
 *      title, over 92 % of the width
 *      subtitle
 *      ---- top
 *      body
 *      ---- bottom
 *      legend
 *      note
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_PAGE_H
#define HOCTAP_CHARTS_PAGE_H

#include <stdint.h>

#include "charts/canvas.h"
#include "engine/model/chart_spec.h"

struct arena;

enum { PAGE_LEGEND_ROOM = 4 + CHART_CLASSES };

/* A coloured field with its sign and words. */
struct page_key {
    uint32_t colour;
    const char *sign; /* "▲", "▼", "" */
    bool hatched;     /* no figure, in a picture of places */
    struct text_lines words;
    double x; /* from the left edge */
    unsigned row;
};

struct page {
    const struct chart_spec *spec;
    const struct chart_style *style;
    struct arena *arena;
    double width, left, right; /* left and right: edges of what is drawn */
    double top, foot;          /* heights of head and foot */
    struct text_face small, label, title_face;
    struct text_lines title, subtitle, note;
    struct page_key keys[PAGE_LEGEND_ROOM];
    size_t key_count;
    unsigned key_rows;
};

/* [standings]: a bit (1 << enum standing) for each the legend must explain;
 * words that the spec leaves empty are not explained. Classes always are. */
void page_plan(struct page *page, const struct chart_spec *spec, unsigned width,
               unsigned standings, struct arena *arena);

/* The picture's height for a body of so many pixels. */
unsigned page_height(const struct page *page, double body);

/* Draws head and foot on a new canvas. */
struct canvas *page_canvas(const struct page *page, unsigned height);

/* Letters of the usual make. */
struct canvas_letters page_letters(struct text_face face, uint32_t colour,
                                   enum canvas_align align);

/* The height of a line of words. */
double page_line(struct text_face face);

/* Of a class of values: its colour, and where colours are greys, a letter. */
uint32_t page_class_fill(const struct chart_spec *spec, size_t class);
const char *page_class_sign(const struct chart_spec *spec, size_t class);

/* The colour and the sign of a standing. */
uint32_t page_fill(const struct chart_style *style, enum standing standing);
const char *page_sign(enum standing standing);

/* [words] after their sign: "▲ 62,6". */
const char *page_signed(struct arena *arena, enum standing standing,
                        const char *words);

#endif
