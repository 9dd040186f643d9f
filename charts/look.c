/*
 * look.c - status into paint.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "charts/look.h"

#include <math.h>

#include "charts/colour.h"
#include "engine/base/fault.h"
#include "engine/base/number.h"

/* Under this contrast with the paper a field needs an edge to be seen. */
#define FAINT 1.5

bool look_shown(enum status status, double value)
{
    return has_value(value) && status != STATUS_MISSING &&
           status != STATUS_NA && status != STATUS_SUPPRESSED &&
           status != STATUS_SUPPRESSED2;
}

bool look_nothing(const struct chart_spec *spec, struct fault *fault)
{
    return fault_set(fault, FAULT_USAGE, NO_PLACE, "chart.nothing_to_draw",
                     "kind", spec->kind, "chart", spec->name, NULL);
}

bool look_hollow(enum status status)
{
    return status == STATUS_ESTIMATED || status == STATUS_IMPUTED ||
           status == STATUS_FORECAST || status == STATUS_PROVISIONAL;
}

static bool is_faded(enum status status)
{
    return status == STATUS_UNRELIABLE || status == STATUS_INVALID;
}

struct look_paint look_paint(const struct chart_style *style, uint32_t colour,
                             enum status status)
{
    struct look_paint paint = { colour, colour, false };
    if (look_hollow(status)) {
        paint.fill = colour_mix(COLOUR_WHITE, colour, .25);
        paint.edged = true;
    } else if (is_faded(status)) {
        paint.fill = colour_mix(COLOUR_WHITE, colour, .45);
    }
    if (colour_contrast(colour, COLOUR_WHITE) < FAINT) {
        paint.edge = colour_mix(colour, style->text, .35);
        paint.edged = true;
    }
    return paint;
}

void look_field(struct canvas *canvas, struct canvas_point one,
                struct canvas_point other, struct look_paint paint, double edge)
{
    if (edge > 0) {
        double across = other.x > one.x ? 1 : -1;
        canvas_rectangle(canvas, one, other, paint.edge);
        /* A sliver is all edge in breadth, not turned inside out. */
        if (fabs(other.x - one.x) > 2 * edge) {
            one.x += edge * across;
            other.x -= edge * across;
        }
        one.y += edge;
        other.y -= edge;
    }
    canvas_rectangle(canvas, one, other, paint.fill);
}
