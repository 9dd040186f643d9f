/*
 * svg_finish.h - what gnuplot draws, made fit to stand in a page.
 *
 * gnuplot's SVG carries its version, titles that name data blocks (a browser
 * shows them as hints), one font without substitutes, a bold that viewers do
 * not know, and the same ids in every picture. What comes out of here
 *
 *  - begins with <svg>, so it can stand in HTML as it is, or alone in a file;
 *  - says what it is to those who do not see it: role="img", <title>, <desc>;
 *  - names the font with its substitutes once, and bold as a weight;
 *  - has ids that begin with the chart's name, and only those that are used;
 *  - is the same for the same drawing, whichever gnuplot drew it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_SVG_FINISH_H
#define HOCTAP_CHARTS_SVG_FINISH_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/model/chart_spec.h"

struct arena;
struct text;

/* [drawn] ends in a zero byte. False when it is not a whole SVG; then [out]
 * holds rubbish. */
bool svg_finish(const char *drawn, const struct chart_spec *spec,
                struct text *out, struct arena *scratch);

#endif
