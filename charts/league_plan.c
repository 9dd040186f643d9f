/*
 * league_plan.c - from rows to places.
 *
 *  (1) From 71 rows on there are two columns, from 161 on three.
 *  (2) Where the axis begins at zero, or values stand on both sides of it, a
 *      row is a bar from zero; else a dot, since a bar's length would lie. Bars
 *      of shares that all come near the longest show no difference: dots too.
 *  (3) A number stands beyond the interval and the bar: the scale's ends are
 *      drawn in until every number fits.
 *  (4) Rows of one column grow where a name needs two lines: names that begin
 *      alike are told apart by their ends.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "charts/league_plan.h"
#include "charts/look.h"
#include "engine/base/arena.h"
#include "engine/base/number.h"

#define LABEL_GAP 8.0 /* between a label and the scale */
#define VALUE_GAP 6.0 /* between a row's end and its number */
#define DOT_RADIUS 6.0
#define ALIKE .7        /* of the longest bar: shorter ones are seen to be so */
#define LABEL_SHARE .36 /* of a column, at most, for labels, */
#define LABEL_SHARE_NARROW .46 /* and of one of several */

/* --- columns and rows -------------------------------------------------------
 */

static double row_height(size_t rows)
{
    if (rows <= 14)
        return 30;
    if (rows <= 24)
        return 24;
    return rows <= 40 ? 20 : 17;
}

double league_plan_radius(double height)
{
    return fmin(DOT_RADIUS, height * .3);
}

/* (1) */
static void plan_columns(struct league_plan *plan)
{
    size_t rows = plan->spec->row_count;
    plan->columns = rows <= 70 ? 1 : rows <= 160 ? 2 : 3;
    plan->rows = (rows + plan->columns - 1) / plan->columns;
    plan->row_height = row_height(plan->rows);
    plan->face =
        (struct text_face){ fmin(plan->page.label.size, plan->row_height * .7),
                            false };
    double gaps = LEAGUE_PLAN_COLUMN_GAP * (double)(plan->columns - 1);
    plan->column_width =
        (plan->page.right - plan->page.left - gaps) / (double)plan->columns;
}

/* Labels on so many lines; is none of them cut? */
static bool wrap_labels(struct league_plan *plan, size_t lines)
{
    const struct chart_spec *spec = plan->spec;
    double room = plan->column_width *
                  (plan->columns > 1 ? LABEL_SHARE_NARROW : LABEL_SHARE);
    bool whole = true;
    plan->label_width = 0;
    for (size_t i = 0; i < spec->row_count; i++) {
        plan->labels[i] = text_width_wrap(plan->page.arena, spec->rows[i].label,
                                          plan->face, room, lines);
        plan->label_width = fmax(plan->label_width, plan->labels[i].widest);
        whole = whole && !plan->labels[i].cut;
    }
    return whole;
}

/* (4) */
static void plan_labels(struct league_plan *plan)
{
    double two_lines = 2 * ceil(plan->face.size * 1.12) + 4;
    plan->labels =
        arena_array(plan->page.arena, plan->spec->row_count, struct text_lines);
    bool whole = wrap_labels(plan, plan->row_height >= 30 ? 2 : 1);
    if (whole || plan->columns > 1)
        return;
    plan->row_height = fmax(plan->row_height, two_lines);
    wrap_labels(plan, 2);
}

static void plan_texts(struct league_plan *plan)
{
    const struct chart_spec *spec = plan->spec;
    struct arena *arena = plan->page.arena;
    plan->texts = arena_array(arena, spec->row_count, const char *);
    plan->widths = arena_array(arena, spec->row_count, double);
    for (size_t i = 0; i < spec->row_count; i++) {
        const struct chart_row *row = &spec->rows[i];
        bool shown = look_shown(row->status, row->value);
        const char *text = page_signed(
            arena, shown ? row->standing : STANDING_NONE, row->text);
        /* A number that fills half the picture is cut, visibly. */
        struct text_lines fitted =
            text_width_wrap(arena, text, plan->face, plan->column_width / 3, 1);
        plan->texts[i] = fitted.count > 0 ? fitted.lines[0] : "";
        plan->widths[i] = fitted.widest;
    }
}

/* --- the scale --------------------------------------------------------------
 */

static void widen(double *least, double *most, double value)
{
    if (!has_value(value))
        return;
    *least = fmin(*least, value);
    *most = fmax(*most, value);
}

/* (2) */
static void plan_axis(struct league_plan *plan)
{
    const struct chart_spec *spec = plan->spec;
    double least = HUGE_VAL, most = -HUGE_VAL;
    for (size_t i = 0; i < spec->row_count; i++) {
        const struct chart_row *row = &spec->rows[i];
        if (!look_shown(row->status, row->value))
            continue;
        widen(&least, &most, row->value);
        widen(&least, &most, row->lower);
        widen(&least, &most, row->upper);
    }
    widen(&least, &most, spec->whole.value);
    widen(&least, &most, spec->target.value);
    bool alike = most > 0 && least >= most * ALIKE;
    plan->bars = (spec->proportion && !alike) || (least < 0 && most > 0);
    plan->axis = axis_values((struct axis_wish){ least, most, spec->low,
                                                 spec->high, plan->bars,
                                                 plan->columns > 1 ? 3 : 6 });
    plan->value_gap =
        VALUE_GAP + (plan->bars ? 0 : league_plan_radius(plan->row_height));
}

/* The ends of what is drawn of a row, as shares of the scale. */
static void row_ends(const struct league_plan *plan,
                     const struct chart_row *row, double *low, double *high)
{
    double least = row->value, most = row->value;
    widen(&least, &most, row->lower);
    widen(&least, &most, row->upper);
    if (plan->bars)
        widen(&least, &most, 0);
    *low = axis_place(&plan->axis, least, 0, 1);
    *high = axis_place(&plan->axis, most, 0, 1);
}

static bool goes_left(const struct league_plan *plan,
                      const struct chart_row *row)
{
    return plan->bars && row->value < 0;
}

/* Draws an end in where the row's number, [need] wide, would run beyond it;
 * [least] is where the scale's room begins. */
static void fit_number(struct league_plan *plan, const struct chart_row *row,
                       double need, double least)
{
    double low, high, length = plan->to - plan->from;
    row_ends(plan, row, &low, &high);
    if (goes_left(plan, row) && plan->from + low * length - need < least)
        plan->from = fmax(plan->from,
                          (least + need - low * plan->to) / fmax(1 - low, .25));
    else if (plan->from + high * length + need > plan->column_width && high > 0)
        plan->to =
            fmin(plan->to,
                 plan->from + (plan->column_width - need - plan->from) / high);
}

/* (3) */
static void plan_scale(struct league_plan *plan)
{
    const struct chart_spec *spec = plan->spec;
    double left = plan->label_width > 0 ? plan->label_width + LABEL_GAP : 0;
    plan->from =
        left + (plan->bars ? 0 : league_plan_radius(plan->row_height) + 4);
    plan->to = plan->column_width - 2;
    /* An end drawn in moves the numbers at the other end. */
    for (int round = 0; round < 3; round++)
        for (size_t i = 0; i < spec->row_count; i++)
            if (look_shown(spec->rows[i].status, spec->rows[i].value))
                fit_number(plan, &spec->rows[i],
                           plan->value_gap + plan->widths[i], left + 6);
    /* Hostile numbers may want all the room there is. */
    plan->to = fmax(plan->to, plan->from + 40);
}

struct league_number league_plan_number(const struct league_plan *plan,
                                        size_t row, double left)
{
    const struct chart_row *of = &plan->spec->rows[row];
    bool shown = look_shown(of->status, of->value);
    double low = 0, high = 0, length = plan->to - plan->from;
    if (shown)
        row_ends(plan, of, &low, &high);
    else if (plan->bars)
        high = axis_place(&plan->axis, 0, 0, 1);
    struct league_number at = { .before = shown && goes_left(plan, of) };
    at.x = left + plan->from +
           (at.before ? low * length - plan->value_gap
                      : high * length + plan->value_gap);
    at.start = at.before ? at.x - plan->widths[row] : at.x;
    at.end = at.start + plan->widths[row];
    return at;
}

/* --- above and below --------------------------------------------------------
 */

static void plan_words(struct league_plan *plan)
{
    const struct chart_line *lines[] = { &plan->spec->whole,
                                         &plan->spec->target };
    double x[2] = { -1e6, 1e6 };
    bool any = false;
    for (size_t i = 0; i < 2; i++) {
        if (!has_value(lines[i]->value))
            continue;
        any = true;
        x[i] = axis_place(&plan->axis, lines[i]->value, plan->from, plan->to);
        plan->words[i].text =
            text_width_wrap(plan->page.arena, lines[i]->label, plan->page.label,
                            plan->column_width, 1);
    }
    line_words_part(plan->words, x, plan->column_width);
    plan->words_room =
        any ? page_line(plan->page.label) * (1 + plan->words[1].row) : 4;
}

/* --- the whole --------------------------------------------------------------
 */

static unsigned standings(const struct chart_spec *spec)
{
    unsigned bits = 0;
    for (size_t i = 0; i < spec->row_count; i++)
        if (look_shown(spec->rows[i].status, spec->rows[i].value))
            bits |= 1u << spec->rows[i].standing;
    return bits & ~(1u << STANDING_NONE);
}

void league_plan(struct league_plan *plan, const struct chart_spec *spec,
                 struct arena *arena)
{
    *plan = (struct league_plan){ .spec = spec };
    unsigned bits = standings(spec);
    plan->coloured = bits != 0;
    page_plan(&plan->page, spec, league_plan_width(plan), bits, arena);
    plan_columns(plan);
    plan_axis(plan);
    plan_labels(plan);
    plan_texts(plan);
    plan_scale(plan);
    plan_words(plan);
    plan->axis_room = LEAGUE_PLAN_TICK_ROOM;
    if (spec->axis != NULL && *spec->axis != '\0')
        plan->axis_room += page_line(plan->page.label);
}

unsigned league_plan_width(const struct league_plan *plan)
{
    const struct chart_spec *spec = plan->spec;
    return spec->width > 0 ? spec->width : spec->style->width;
}

unsigned league_plan_height(const struct league_plan *plan)
{
    double rows = (double)plan->rows * plan->row_height;
    return page_height(&plan->page, plan->words_room + plan->axis_room + rows);
}
