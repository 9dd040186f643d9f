/*
 * area_fill.c - a row of a map into colour and words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "charts/area_fill.h"

#include "charts/look.h"
#include "charts/page.h"
#include "engine/base/arena.h"
#include "engine/base/fault.h"

static bool is_shown(const struct chart_spec *spec, size_t row)
{
    return look_shown(spec->rows[row].status, spec->rows[row].value);
}

struct area_fill area_fill(const struct chart_spec *spec, size_t row)
{
    const struct chart_row *r = &spec->rows[row];
    struct area_fill fill = { .broken = look_hollow(r->status) };
    if (!is_shown(spec, row))
        return (struct area_fill){ spec->style->none, true, false };
    if (spec->class_count > 0)
        fill.colour = page_class_fill(spec, spec->places[row].class);
    else
        fill.colour = page_fill(spec->style, r->standing);
    return fill;
}

bool area_fill_breaks(const struct chart_spec *spec,
                      bool (*lies)(const struct chart_place *))
{
    size_t hollow = 0, shown = 0;
    for (size_t i = 0; i < spec->row_count; i++) {
        bool counts = lies(&spec->places[i]) && is_shown(spec, i);
        shown += counts;
        hollow += counts && look_hollow(spec->rows[i].status);
    }
    return hollow < shown;
}

const char *area_fill_sign(const struct chart_spec *spec, size_t row)
{
    if (!is_shown(spec, row))
        return "";
    if (spec->class_count > 0)
        return page_class_sign(spec, spec->places[row].class);
    return page_sign(spec->rows[row].standing);
}

const char *area_fill_words(struct arena *arena, const struct chart_spec *spec,
                            size_t row)
{
    const char *clean = text_width_printable(arena, spec->rows[row].text);
    const char *sign = area_fill_sign(spec, row);
    return *sign == '\0' ? clean : arena_format(arena, "%s %s", sign, clean);
}

unsigned area_fill_standings(const struct chart_spec *spec,
                             bool (*lies)(const struct chart_place *))
{
    unsigned bits = 0;
    for (size_t i = 0; i < spec->row_count; i++) {
        if (!lies(&spec->places[i]))
            continue;
        if (!is_shown(spec, i))
            bits |= 1u << STANDING_NONE;
        else if (spec->class_count == 0)
            bits |= 1u << spec->rows[i].standing;
    }
    return bits;
}

bool area_fill_accept(const struct chart_spec *spec,
                      bool (*lies)(const struct chart_place *),
                      struct fault *fault)
{
    for (size_t i = 0; i < spec->row_count && spec->places != NULL; i++)
        if (lies(&spec->places[i]) && is_shown(spec, i))
            return true;
    return fault_set(fault, FAULT_USAGE, NO_PLACE, "chart.nothing_to_draw",
                     "kind", spec->kind, "chart", spec->name, NULL);
}
