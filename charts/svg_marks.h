/*
 * svg_marks.h - which of the marks that gnuplot defines a drawing needs.
 *
 * gnuplot writes the definitions of all its marks (gpPt0, gpPt1, ...) into
 * every drawing, some as copies of an earlier one. A drawing needs those it
 * points to, and those that these point to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_SVG_MARKS_H
#define HOCTAP_CHARTS_SVG_MARKS_H

#include <stdbool.h>

#include "charts/svg_tag.h"

/* What the ids of marks begin with. */
#define SVG_MARKS_ID "gpPt"

enum { SVG_MARKS_ROOM = 32 };

struct svg_marks {
    bool used[SVG_MARKS_ROOM];
    bool any;
};

/* Of a whole drawing, as gnuplot wrote it. */
struct svg_marks svg_marks_find(const char *drawn);

/* Does [tag] define a mark that is used? */
bool svg_marks_need(const struct svg_marks *marks, const struct svg_tag *tag);

#endif
