/*
 * figure_places.c - pictures of where: map and tiles.
 *
 *  (1) Every area that lives at the period's end is shown, also those of which
 *      nothing is known.
 *  (2) Coloured by the class of the value, or by the standing against the
 *      whole: the same decision as in every table.
 *  (3) A range of the legend says how many areas fall into it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/classes.h"
#include "engine/report/figure_kinds.h"
#include "engine/report/views.h"

/* --- areas ----------------------------------------------------------------
 */

static bool is_shown_area(const struct report_input *input, uint32_t area)
{
    const struct study *study = input->study;
    return study->areas.items[area].tier == study->project.tier &&
           area_lives(&study->areas, area, period_end(study->project.period)) &&
           area_is_in(&study->areas, area, study->project.root);
}

static struct chart_row row_of(const struct report_input *input,
                               const struct result *r, uint32_t area)
{
    bool shown = result_shown(r);
    return (struct chart_row){
        .label = say_area(input, area),
        .value = shown ? r->value : NO_VALUE,
        .lower = NO_VALUE,
        .upper = NO_VALUE,
        .status = result_status(r),
        .standing = shown ? r->standing : STANDING_NONE,
        .text =
            r != NULL ? say_result(input, r) : say_sign(input, STATUS_MISSING),
    };
}

static struct chart_place place_of(const struct report_input *input,
                                   uint32_t area)
{
    const struct area *a = &input->study->areas.items[area];
    const struct tile *tile = tile_find(&input->study->tiles, a);
    struct chart_place place = { .shape =
                                     shape_find(&input->study->shapes, a) };
    if (tile != NULL) {
        place.column = tile->column;
        place.row = tile->row;
    }
    return place;
}

/* (1) */
static void add_rows(struct chart_spec *spec, const struct report_input *input,
                     uint16_t indicator)
{
    uint32_t count = input->study->areas.count;
    spec->rows = arena_array(input->arena, count, struct chart_row);
    spec->places = arena_array(input->arena, count, struct chart_place);
    for (uint32_t a = 0; a < count; a++) {
        if (!is_shown_area(input, a))
            continue;
        const struct result *r = results_find(
            input->results, indicator, a, input->study->project.period, WHOLE);
        spec->places[spec->row_count] = place_of(input, a);
        spec->rows[spec->row_count++] = row_of(input, r, a);
    }
}

/* --- classes (2) ----------------------------------------------------------
 */

static bool is_filled(const struct chart_row *row)
{
    return has_value(row->value);
}

/* "20,0–24,9 (3)" (3) */
static char *range(const struct report_input *input, double low, double high,
                   unsigned decimals, size_t held)
{
    const char *from = say_number(input, low, decimals);
    const char *to = say_number(input, high, decimals);
    const char *count = say_whole(input, held);
    if (high <= low)
        return arena_format(input->arena, "%s (%s)", from, count);
    return arena_format(input->arena, "%s–%s (%s)", from, to, count);
}

static void add_classes(struct chart_spec *spec,
                        const struct report_input *input)
{
    double *values = arena_array(input->arena, spec->row_count + 1, double);
    size_t count = 0;
    for (size_t i = 0; i < spec->row_count; i++)
        if (is_filled(&spec->rows[i]))
            values[count++] = spec->rows[i].value;
    struct classes classes =
        classes_make(values, count, spec->decimals, input->arena);
    spec->class_count = classes.count;
    for (size_t c = 0; c < classes.count; c++)
        spec->classes[c] = range(input, classes.low[c], classes.high[c],
                                 spec->decimals, classes.held[c]);
    for (size_t i = 0; i < spec->row_count; i++)
        if (is_filled(&spec->rows[i]))
            spec->places[i].class =
                classes_find(&classes, spec->rows[i].value, spec->decimals);
}

/* --- words ----------------------------------------------------------------
 */

/* What the grey areas are, and how many. */
static void name_absent(struct chart_spec *spec,
                        const struct report_input *input)
{
    unsigned met = 0;
    size_t absent = 0;
    for (size_t i = 0; i < spec->row_count; i++)
        if (!is_filled(&spec->rows[i])) {
            met |= 1u << spec->rows[i].status;
            absent++;
        }
    unsigned withheld = 1u << STATUS_SUPPRESSED | 1u << STATUS_SUPPRESSED2;
    const char *words =
        met & withheld ? say_signs(input, met) : spec->legend[3];
    spec->legend[3] =
        arena_format(input->arena, "%s (%s)", words, say_whole(input, absent));
}

/* How many stand better, alike, worse (3). */
static void count_standings(struct chart_spec *spec,
                            const struct report_input *input)
{
    static const enum standing order[] = { STANDING_BETTER, STANDING_SIMILAR,
                                           STANDING_WORSE };
    for (size_t s = 0; s < 3; s++) {
        size_t held = 0;
        for (size_t i = 0; i < spec->row_count; i++)
            held +=
                is_filled(&spec->rows[i]) && spec->rows[i].standing == order[s];
        spec->legend[s] = arena_format(input->arena, "%s (%s)", spec->legend[s],
                                       say_whole(input, held));
    }
}

/* What the legend does not explain: broken borders and signs, and areas that
 * the picture has no place for. */
static const char *note(const struct chart_spec *spec,
                        const struct report_input *input)
{
    unsigned hollow = 1u << STATUS_ESTIMATED | 1u << STATUS_IMPUTED |
                      1u << STATUS_FORECAST | 1u << STATUS_PROVISIONAL;
    bool map = strcmp(spec->kind, "map") == 0;
    unsigned met = 0;
    size_t lost = 0, firm = 0;
    for (size_t i = 0; i < spec->row_count; i++) {
        const struct chart_place *place = &spec->places[i];
        if (map ? place->shape == NULL : place->column == 0)
            lost++;
        else if (is_filled(&spec->rows[i])) {
            met |= 1u << spec->rows[i].status;
            firm += (hollow & 1u << spec->rows[i].status) == 0;
        }
    }
    char *broken = say_signs(input, met & hollow);
    char *pieces[] = { broken, say_signs(input, met & ~hollow), NULL };
    if (broken != NULL && firm > 0)
        pieces[0] = say(input, "figure.places.broken", "signs", broken, NULL);
    if (lost > 0)
        pieces[2] = say(input, "figure.places.lost", "count",
                        say_whole(input, lost), NULL);
    return say_joined(input, pieces, 3, "; ");
}

static const char *first_and_last(const struct chart_spec *spec,
                                  const struct report_input *input,
                                  const struct indicator *indicator)
{
    const struct chart_row *least = &spec->rows[0], *most = least;
    for (size_t i = 0; i < spec->row_count; i++) {
        const struct chart_row *row = &spec->rows[i];
        if (!is_filled(row))
            continue;
        if (!is_filled(least) || row->value < least->value)
            least = row;
        if (!is_filled(most) || row->value > most->value)
            most = row;
    }
    return say(input, "figure.extremes", "first", least->label, "first_value",
               say_with_unit(input, indicator, least->value), "last",
               most->label, "last_value",
               say_with_unit(input, indicator, most->value), NULL);
}

static void add_words(struct chart_spec *spec, uint16_t index,
                      const struct report_input *input)
{
    const struct indicator *indicator = input_indicator(input, index);
    const char *when = say_when(input, input->study->project.period);
    bool classes = spec->class_count > 0;
    size_t count = classes ? spec->class_count : 3;
    char *pieces[CHART_CLASSES];
    for (size_t i = 0; i < count; i++)
        pieces[i] = arena_string(input->arena,
                                 classes ? spec->classes[i] : spec->legend[i]);
    if (spec->title == NULL)
        spec->title =
            say(input, "figure.places.title", "name", say_head(input, index),
                "tier", say_tier(input, input->study->project.tier, false),
                "period", when, NULL);
    spec->subtitle = say(
        input, classes ? "figure.places.by_value" : "figure.places.by_standing",
        "tier", say_tier(input, input->study->project.tier, true), NULL);
    spec->note = note(spec, input);
    spec->description = say(
        input, "figure.places.description", "name", say_indicator(input, index),
        "period", when, "areas", say_whole(input, spec->row_count), "extremes",
        first_and_last(spec, input, indicator), "classes",
        say_joined(input, pieces, count, "; "), NULL);
}

/* --- the kinds ------------------------------------------------------------
 */

bool figure_places(struct chart_spec *spec,
                   const struct figure_request *request,
                   const struct report_input *input)
{
    uint16_t index = request->indicators[0];
    size_t filled = 0, judged = 0;
    add_rows(spec, input, index);
    for (size_t i = 0; i < spec->row_count; i++) {
        filled += is_filled(&spec->rows[i]);
        judged += is_filled(&spec->rows[i]) &&
                  spec->rows[i].standing != STANDING_NONE;
    }
    if (filled == 0 || (request->by_standing && judged == 0))
        return false;
    if (request->by_standing)
        count_standings(spec, input);
    else
        add_classes(spec, input);
    name_absent(spec, input);
    add_words(spec, index, input);
    return true;
}

/* Does any area that is compared have a polygon, a square? */
static bool any_place(const struct report_input *input, bool polygon)
{
    for (uint32_t a = 0; a < input->study->areas.count; a++) {
        if (!is_shown_area(input, a))
            continue;
        struct chart_place place = place_of(input, a);
        if (polygon ? place.shape != NULL : place.column > 0)
            return true;
    }
    return false;
}

const char *figure_places_lack(const char *kind,
                               const struct report_input *input)
{
    bool map = strcmp(kind, "map") == 0;
    if (!map && strcmp(kind, "tiles") != 0)
        return NULL;
    if (any_place(input, map))
        return NULL;
    if (!map)
        return "figure.no_tiles";
    return any_place(input, false) ? "figure.no_shapes_but_tiles"
                                   : "figure.no_shapes";
}
