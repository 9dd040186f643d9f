/*
 * chart_style.h - colours, fonts and sizes of charts: data/charts/style.yaml.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_MODEL_CHART_STYLE_H
#define HOCTAP_MODEL_CHART_STYLE_H

#include <stdbool.h>
#include <stdint.h>

struct chart_style {
    const char *font;          /* Arimo */
    const char *font_fallback; /* CSS list for SVG */
    double font_size;          /* px of labels */
    double title_size;
    unsigned width;                        /* px */
    uint32_t better, similar, worse, none; /* 0xRRGGBB */
    uint32_t text, muted, grid, axis;
    uint32_t whole, target, main_series, band;
    uint32_t sequential[5];
    uint32_t groups[6];
    bool class_signs; /* classes of values carry letters, not colours alone */
};

/* A style with other colours, by name: --palette. */
struct chart_palette {
    const char *name;
    struct chart_style style;
};

#endif
