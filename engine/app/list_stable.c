/*
 * list_stable.c - the finest areas that the maps of a span of time share.
 *
 *  (1) A year runs from its first day to its last; a day is itself.
 *  (2) Members are the areas of the tier; units those that the crosswalk speaks
 *      of, counted on the first and the last day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/list_stable.h"

#include <stdlib.h>
#include <string.h>

#include "engine/app/session.h"
#include "engine/model/crosswalk.h"

const char *const list_stable_columns[] = { "code",     "tier",    "parent",
                                            "name",     "name_en", "valid_from",
                                            "valid_to", "members", "units_from",
                                            "units_to", "reforms", NULL };

struct span {
    date from, to;
};

/* (1) */
static bool read_end(const char *word, bool last, date *out)
{
    period year;
    if (date_parse(word, out))
        return true;
    if (!period_parse(word, PERIOD_SCHOOL_START, &year) ||
        period_kind(year) != PERIOD_YEAR)
        return false;
    *out = last ? period_end(year) : period_year(year) * 10000 + 101;
    return true;
}

static bool read_span(struct session *session, struct span *span)
{
    const char *word = option_text(&session->options, OPTION_STABLE, "");
    const char *dots = strstr(word, "..");
    size_t length = dots != NULL ? (size_t)(dots - word) : strlen(word);
    const char *from = arena_copy(session->arena, word, length);
    if (read_end(from, false, &span->from) &&
        read_end(dots != NULL ? dots + 2 : word, true, &span->to) &&
        span->from <= span->to)
        return true;
    return fault_set(&session->fault, FAULT_USAGE, NO_PLACE, "usage.stable",
                     "word", word, NULL);
}

struct listing {
    const struct areas *areas;
    const struct crosswalk *crosswalk;
    const uint32_t *pieces;
    const bool *units;
    struct span span;
    struct rows *rows;
    struct arena *arena;
};

static void add_day(const struct listing *l, date day)
{
    struct text text = text_new();
    date_add(&text, day);
    rows_text(l->rows, text.bytes);
    text_free(&text);
}

static void add_members(const struct listing *l, uint32_t first)
{
    struct text list = text_new();
    const char *last = "";
    for (uint32_t a = first; a < l->areas->count; a++) {
        const struct area *area = &l->areas->items[a];
        if (l->pieces[a] != first ||
            area->tier != l->areas->items[first].tier ||
            strcmp(area->code, last) == 0)
            continue;
        text_addf(&list, "%s%s", *last ? "|" : "", area->code);
        last = area->code; /* lives of one code are neighbours */
    }
    rows_text(l->rows, list.bytes);
    text_free(&list);
}

static void add_units(const struct listing *l, uint32_t first, date day)
{
    long count = 0;
    for (uint32_t a = 0; a < l->areas->count; a++)
        count += l->units[a] && l->pieces[a] == first &&
                 area_lives(l->areas, a, day);
    rows_whole(l->rows, count);
}

static void add_reforms(const struct listing *l, uint32_t first)
{
    struct text list = text_new();
    date last = DATE_OPEN;
    for (size_t i = 0; i < l->crosswalk->count; i++) {
        const struct crossing *c = &l->crosswalk->items[i];
        if (c->day <= l->span.from || c->day > l->span.to || c->day == last ||
            l->pieces[c->to] != first)
            continue;
        text_add(&list, last == DATE_OPEN ? "" : "|");
        date_add(&list, c->day);
        last = c->day;
    }
    rows_text(l->rows, list.bytes);
    text_free(&list);
}

/* The day after, for the end of a life. */
static date next_day(date day)
{
    int year = day / 10000, month = day / 100 % 100;
    if (day != date_last_of(year, month))
        return day + 1;
    return month < 12 ? (year * 100 + month + 1) * 100 + 1
                      : (year + 1) * 10000 + 101;
}

static void add_piece(const struct listing *l, uint32_t first)
{
    struct area piece;
    crosswalk_piece_area(&piece, l->areas, l->pieces, first, l->arena);
    rows_text(l->rows, piece.code);
    rows_text(l->rows, tier_names[piece.tier]);
    rows_text(l->rows, piece.parent == NO_AREA
                           ? ""
                           : l->areas->items[piece.parent].code);
    rows_text(l->rows, piece.name);
    rows_text(l->rows, piece.name_en);
    add_day(l, l->span.from);
    add_day(l, next_day(l->span.to));
    add_members(l, first); /* (2) */
    add_units(l, first, l->span.from);
    add_units(l, first, l->span.to);
    add_reforms(l, first);
}

bool list_stable(struct session *session, struct rows *rows)
{
    const struct study *study = session->study;
    struct selection selection;
    struct listing l = { .areas = &study->areas,
                         .crosswalk = &study->crosswalk,
                         .rows = rows,
                         .arena = session->batch };
    if (!read_span(session, &l.span) || !session_selection(session, &selection))
        return false;
    enum tier tier =
        selection.tier != TIER_NONE ? selection.tier : study->project.tier;
    l.units = crosswalk_units(l.areas, l.crosswalk, session->batch);
    l.pieces = crosswalk_pieces(l.areas, l.crosswalk, l.span.from, l.span.to,
                                tier, session->batch);
    for (uint32_t a = 0; a < l.areas->count; a++)
        if (l.pieces[a] == a)
            add_piece(&l, a);
    return true;
}
