/*
 * listing_evenness.c - the lists about evenness as rows.
 *
 *  (1) Sorted by indicator and area as text; the rest stays in the order it
 *      came in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/listing_evenness.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "engine/report/evenness_words.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* Where a row stands: what it is sorted by, and its place in its list. */
struct row_place {
    const char *indicator, *area;
    size_t at;
};

static int by_place(const void *left, const void *right)
{
    const struct row_place *l = left, *r = right;
    int order = strcmp(l->indicator, r->indicator);

    if (order == 0)
        order = strcmp(l->area, r->area);
    return order != 0 ? order : (l->at > r->at) - (l->at < r->at);
}

/* (1) [area] is NO_AREA in lists without one. */
static struct row_place place_of(const struct report_input *input,
                                 uint16_t indicator, uint32_t area, size_t at)
{
    return (struct row_place){
        input_indicator(input, indicator)->id,
        area == NO_AREA ? "" : input->study->areas.items[area].code, at
    };
}

static void sort(struct row_place places[], size_t count)
{
    if (count > 1)
        qsort(places, count, sizeof *places, by_place);
}

static void add_period(struct rows *rows, period p)
{
    struct text when = text_new();

    if (p != NO_PERIOD)
        period_add(&when, p);
    rows_text(rows, when.bytes);
    text_free(&when);
}

static void add_indicator(struct rows *rows, const struct report_input *input,
                          uint16_t indicator)
{
    rows_text(rows, input_indicator(input, indicator)->id);
}

static void add_area(struct rows *rows, const struct report_input *input,
                     uint32_t area)
{
    const struct areas *areas = &input->study->areas;

    rows_text(rows, areas->items[area].code);
    rows_text(rows, area_name(areas, area, input_language(input)));
}

static void add_numbers(struct rows *rows, const double numbers[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        rows_number(rows, numbers[i]);
}

static void add_note(struct rows *rows, const struct report_input *input,
                     const char *note)
{
    rows_text(rows, note ? message_text(&input->study->messages, note) : "");
}

static void word_row(struct rows *rows, const struct report_input *input,
                     const struct equity_result *row)
{
    add_indicator(rows, input, row->indicator);
    add_period(rows, row->period);
    rows_text(rows, tier_names[row->tier]);
    rows_text(rows, row->measure);
    rows_number(rows, row->estimate);
    rows_text(rows, evenness_words_measure(input, row));
}

void list_words(struct text *out, enum rows_format format,
                const struct report_input *input)
{
    static const char *const columns[] = {
        "indicator", "period", "tier", "measure", "estimate", "sentence"
    };
    const struct equity_results *list = input->equity;
    struct row_place *places =
        arena_array(input->arena, list->count + 1, struct row_place);
    struct rows *rows = rows_new(format, columns, COUNT_OF(columns), out);

    for (size_t i = 0; i < list->count; i++)
        places[i] = place_of(input, list->items[i].indicator, NO_AREA, i);
    sort(places, list->count);
    for (size_t i = 0; i < list->count; i++)
        word_row(rows, input, &list->items[places[i].at]);
    rows_finish(rows);
}

static void change_row(struct rows *rows, const struct report_input *input,
                       const struct evenness_change *row)
{
    const double numbers[] = { row->before,    row->after, row->change,
                               row->lower,     row->upper, row->by_values,
                               row->by_weights };

    add_indicator(rows, input, row->indicator);
    rows_text(rows, tier_names[row->tier]);
    add_period(rows, row->from);
    add_period(rows, row->to);
    rows_text(rows, row->measure);
    add_numbers(rows, numbers, COUNT_OF(numbers));
    rows_text(rows, drift_names[row->drift]);
    rows_whole(rows, (long)row->count);
    rows_whole(rows, (long)row->left_out);
    add_note(rows, input, row->note);
    rows_text(rows, evenness_words_change(input, row));
}

void list_evenness(struct text *out, enum rows_format format,
                   const struct report_input *input)
{
    static const char *const columns[] = {
        "indicator", "tier",   "from",     "to",    "measure",   "before",
        "after",     "change", "lower",    "upper", "by_values", "by_weights",
        "direction", "n",      "left_out", "note",  "sentence",
    };
    const struct evenness_changes *list = &input->evenness->changes;
    struct row_place *places =
        arena_array(input->arena, list->count + 1, struct row_place);
    struct rows *rows = rows_new(format, columns, COUNT_OF(columns), out);

    for (size_t i = 0; i < list->count; i++)
        places[i] = place_of(input, list->items[i].indicator, NO_AREA, i);
    sort(places, list->count);
    for (size_t i = 0; i < list->count; i++)
        change_row(rows, input, &list->items[places[i].at]);
    rows_finish(rows);
}

static void share_row(struct rows *rows, const struct report_input *input,
                      const struct evenness_share *row)
{
    const double numbers[] = { row->weight, row->value, row->amount,
                               row->share };

    add_indicator(rows, input, row->indicator);
    add_area(rows, input, row->area);
    rows_text(rows, tier_names[row->tier]);
    add_period(rows, row->period);
    rows_text(rows, row->measure);
    add_numbers(rows, numbers, COUNT_OF(numbers));
    rows_whole(rows, (long)row->count);
    add_note(rows, input, row->note);
    rows_text(rows, evenness_words_share(input, row));
}

void list_shares(struct text *out, enum rows_format format,
                 const struct report_input *input)
{
    static const char *const columns[] = {
        "indicator", "area",       "area_name", "tier",         "period",
        "measure",   "base_share", "value",     "contribution", "share",
        "n",         "note",       "sentence",
    };
    const struct evenness_shares *list = &input->evenness->shares;
    struct row_place *places =
        arena_array(input->arena, list->count + 1, struct row_place);
    struct rows *rows = rows_new(format, columns, COUNT_OF(columns), out);

    for (size_t i = 0; i < list->count; i++)
        places[i] =
            place_of(input, list->items[i].indicator, list->items[i].area, i);
    sort(places, list->count);
    for (size_t i = 0; i < list->count; i++)
        share_row(rows, input, &list->items[places[i].at]);
    rows_finish(rows);
}

static void group_row(struct rows *rows, const struct report_input *input,
                      const struct evenness_group *row)
{
    const double numbers[] = { row->weight, row->mean,    row->inside,
                               row->within, row->between, row->share };

    add_indicator(rows, input, row->indicator);
    rows_text(rows, tier_names[row->tier]);
    add_period(rows, row->period);
    rows_text(rows, row->by);
    rows_text(rows, row->group);
    rows_text(rows, row->measure);
    rows_whole(rows, (long)row->count);
    add_numbers(rows, numbers, COUNT_OF(numbers));
    add_note(rows, input, row->note);
    rows_text(rows, evenness_words_group(input, row));
}

void list_groups(struct text *out, enum rows_format format,
                 const struct report_input *input)
{
    static const char *const columns[] = {
        "indicator", "tier",    "period",     "by",   "group",
        "measure",   "n",       "base_share", "mean", "inside",
        "within",    "between", "share",      "note", "sentence",
    };
    const struct evenness_groups *list = &input->evenness->groups;
    struct row_place *places =
        arena_array(input->arena, list->count + 1, struct row_place);
    struct rows *rows = rows_new(format, columns, COUNT_OF(columns), out);

    for (size_t i = 0; i < list->count; i++)
        places[i] = place_of(input, list->items[i].indicator, NO_AREA, i);
    sort(places, list->count);
    for (size_t i = 0; i < list->count; i++)
        group_row(rows, input, &list->items[places[i].at]);
    rows_finish(rows);
}

static void add_limits(struct rows *rows, const struct evenness_limits *limits)
{
    rows_number(rows, limits->value);
    rows_number(rows, limits->lower);
    rows_number(rows, limits->upper);
}

static void parity_row(struct rows *rows, const struct report_input *input,
                       const struct evenness_parity *row)
{
    const struct dimension *d =
        &input->study->codebook.dimensions[row->dimension];

    add_indicator(rows, input, row->indicator);
    add_area(rows, input, row->area);
    add_period(rows, row->period);
    rows_text(rows, d->id);
    rows_text(rows, d->codes[row->code].id);
    rows_text(rows, d->codes[row->other].id);
    rows_number(rows, row->value);
    rows_number(rows, row->other_value);
    add_limits(rows, &row->index);
    add_limits(rows, &row->adjusted);
    add_limits(rows, &row->gap);
    rows_text(rows, drift_names[row->drift]);
    add_note(rows, input, row->note);
    rows_text(rows, evenness_words_parity(input, row));
}

void list_parities(struct text *out, enum rows_format format,
                   const struct report_input *input)
{
    static const char *const columns[] = {
        "indicator",     "area",           "area_name",      "period",
        "dimension",     "group",          "against",        "value",
        "against_value", "index",          "index_lower",    "index_upper",
        "adjusted",      "adjusted_lower", "adjusted_upper", "gap",
        "gap_lower",     "gap_upper",      "verdict",        "note",
        "sentence",
    };
    const struct evenness_parities *list = &input->evenness->parities;
    struct row_place *places =
        arena_array(input->arena, list->count + 1, struct row_place);
    struct rows *rows = rows_new(format, columns, COUNT_OF(columns), out);

    for (size_t i = 0; i < list->count; i++)
        places[i] =
            place_of(input, list->items[i].indicator, list->items[i].area, i);
    sort(places, list->count);
    for (size_t i = 0; i < list->count; i++)
        parity_row(rows, input, &list->items[places[i].at]);
    rows_finish(rows);
}

static void level_row(struct rows *rows, const struct report_input *input,
                      const struct evenness_level *row)
{
    const double numbers[] = { row->goal_value,   row->value,
                               row->numerator,    row->denominator,
                               row->needed,       row->share,
                               row->reached,      row->chance_goal,
                               row->chance_needed };

    add_indicator(rows, input, row->indicator);
    add_area(rows, input, row->area);
    rows_text(rows, tier_names[row->tier]);
    add_period(rows, row->period);
    rows_text(rows, level_goal_names[row->goal]);
    add_period(rows, row->goal_period);
    add_numbers(rows, numbers, COUNT_OF(numbers));
    rows_whole(rows, (long)row->short_of);
    rows_whole(rows, (long)row->count);
    add_note(rows, input, row->note);
    rows_text(rows, evenness_words_level(input, row));
}

void list_levels(struct text *out, enum rows_format format,
                 const struct report_input *input)
{
    static const char *const columns[] = {
        "indicator",     "area",
        "area_name",     "tier",
        "period",        "goal",
        "goal_period",   "goal_value",
        "value",         "numerator",
        "denominator",   "needed",
        "share",         "value_if_reached",
        "goal_if_equal", "needed_if_equal",
        "areas_short",   "n",
        "note",          "sentence",
    };
    const struct evenness_levels *list = &input->evenness->levels;
    struct row_place *places =
        arena_array(input->arena, list->count + 1, struct row_place);
    struct rows *rows = rows_new(format, columns, COUNT_OF(columns), out);

    for (size_t i = 0; i < list->count; i++)
        places[i] =
            place_of(input, list->items[i].indicator, list->items[i].area, i);
    sort(places, list->count);
    for (size_t i = 0; i < list->count; i++)
        level_row(rows, input, &list->items[places[i].at]);
    rows_finish(rows);
}
