/*
 * rows_map.c - figures of a year in which the map changed, with no day to them.
 *
 *  (1) The map changes on the days on which an area of the register begins or
 *      ends. A period is at stake when such a day falls strictly inside it: on
 *      its first day all of the period has one map.
 *  (2) A day that the source, the file or its name gives settles it
 *      (places_dated).
 *  (3) Else each row is looked up on the last day of the old map and on the
 *      period's last day. Where both give an area and not the same one, nobody
 *      can say which is meant, and as a file uses one map, all its rows of that
 *      period are refused with one finding. A row that is of one map only is no
 *      doubt and no witness: names of the old map live on in old habits.
 *  (4) The parent narrows a row where it is known on that day: after a tier was
 *      abolished its names still stand in a column.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/text.h"
#include "importers/rows_state.h"

/* A period of the file. */
struct map_change {
    period period;
    date *days; /* (1) */
    size_t day_count;
    unsigned rows, differing;
    size_t seen; /* the last record counted, from 1 on */
    date day;    /* the reform that the first differing row is about */
    struct finding_place place;
    uint32_t before, after;
};

static void add_day(struct rows *rows, struct map_change *change, date day)
{
    if (day <= period_start(change->period) || day > period_end(change->period))
        return;
    for (size_t i = 0; i < change->day_count; i++)
        if (change->days[i] == day)
            return;
    date *days = arena_array(rows->reading->arena, change->day_count + 1, date);
    if (change->day_count > 0)
        memcpy(days, change->days, change->day_count * sizeof *days);
    days[change->day_count++] = day;
    change->days = days;
}

static struct map_change *change_of(struct rows *rows, period p)
{
    const struct reading *reading = rows->reading;
    const struct areas *areas = &reading->study->areas;
    for (size_t i = rows->change_count; i-- > 0;)
        if (rows->changes[i].period == p)
            return &rows->changes[i];
    grow(rows->changes, rows->change_count, rows->change_room);
    struct map_change *change = &rows->changes[rows->change_count++];
    *change = (struct map_change){ .period = p };
    if (p == NO_PERIOD || places_dated(reading, p)) /* (2) */
        return change;
    for (uint32_t i = 0; i < areas->count; i++) {
        add_day(rows, change, areas->items[i].from);
        add_day(rows, change, areas->items[i].to);
    }
    return change;
}

/* (4) */
static uint32_t parent_on(struct rows *rows, const struct record *record,
                          date day)
{
    size_t at = rows->columns->parent;
    if (at == NO_HEAD || record_cell(record, at)[0] == '\0')
        return NO_AREA;
    struct place_question question = { record_cell(record, at),
                                       rows->columns->items[at].tier, NO_AREA,
                                       day, false };
    struct place_answer *answer = places_find(rows->places, question);
    return answer->outcome == PLACE_FOUND ? answer->area : NO_AREA;
}

static uint32_t area_on(struct rows *rows, const struct record *record,
                        const char *name, date day)
{
    struct place_question question = {
        name, rows->columns->items[rows->columns->area].tier,
        parent_on(rows, record, day), day, false
    };
    struct place_answer *answer = places_find(rows->places, question);
    return answer->outcome == PLACE_FOUND ? answer->area : NO_AREA;
}

/* (3) */
static void compare_maps(struct rows *rows, const struct record *record,
                         struct map_change *change)
{
    const char *name;
    size_t column;
    if (change->seen == rows->count)
        return;
    change->seen = rows->count;
    change->rows++;
    if (rows_label(rows, record, &name, &column) != LABEL_PART)
        return;
    uint32_t after = area_on(rows, record, name, period_end(change->period));
    for (size_t i = 0; i < change->day_count && after != NO_AREA; i++) {
        uint32_t before =
            area_on(rows, record, name, date_before(change->days[i]));
        if (before == NO_AREA || before == after)
            continue;
        if (change->differing++ == 0) {
            change->day = change->days[i];
            change->before = before;
            change->after = after;
            change->place =
                reading_place(rows->reading, record->line, column,
                              arena_string(rows->reading->arena, name));
        }
        return;
    }
}

void rows_survey_map(struct rows *rows, const struct record *record)
{
    const struct columns *columns = rows->columns;
    if (columns->area == NO_HEAD || !reading_has_register(rows->reading))
        return;
    period own = rows_period(rows, record), last = NO_PERIOD;
    for (size_t i = 0; i < columns->count; i++) {
        const struct column *column = &columns->items[i];
        period p = column->period != NO_PERIOD ? column->period : own;
        if (column->role != ROLE_FIGURE || p == last ||
            record_cell(record, i)[0] == '\0')
            continue;
        last = p;
        struct map_change *change = change_of(rows, p);
        if (change->day_count > 0)
            compare_maps(rows, record, change);
    }
}

bool rows_undated(const struct rows *rows, period p)
{
    for (size_t i = 0; i < rows->change_count && rows->undated; i++)
        if (rows->changes[i].period == p)
            return rows->changes[i].differing > 0;
    return false;
}

/* "Thị trấn Hưng Hà (12586), Hưng Hà": the two often have one name and code. */
static const char *in_full(const struct reading *reading, uint32_t area)
{
    const struct areas *areas = &reading->study->areas;
    const struct area *item = &areas->items[area];
    bool typed = item->type != NULL && item->type[0] != '\0' &&
                 !text_starts(item->name, item->type);
    const char *name =
        arena_format(reading->arena, "%s%s%s (%s)", typed ? item->type : "",
                     typed ? " " : "", item->name, item->code);
    return item->parent == NO_AREA
               ? name
               : arena_format(reading->arena, "%s, %s", name,
                              areas->items[item->parent].name);
}

/* Periods that end the day before: the half-year, the month. */
static const char *shorter_periods(const struct reading *reading, date day)
{
    date last = date_before(day);
    int year = last / 10000, month = last / 100 % 100;
    const char *only = arena_format(reading->arena, "%04d-%02d", year, month);
    return month == 6 && last == date_last_of(year, month)
               ? arena_format(reading->arena, "%04d-H1, %s", year, only)
               : only;
}

static void tell_change(const struct rows *rows,
                        const struct map_change *change)
{
    struct reading *reading = rows->reading;
    const char *language = study_language(reading->study);
    struct text p = text_new(), day = text_new(), last = text_new();
    period_add_local(&p, change->period);
    date_add_local(&day, change->day, language);
    date_add_local(&last, period_end(change->period), language);
    finding_add(reading->findings, FINDING_undated_map, change->place, "day",
                day.bytes, "period", p.bytes, "rows",
                arena_format(reading->arena, "%u", change->differing), "before",
                in_full(reading, change->before), "after",
                in_full(reading, change->after), "last", last.bytes, "parts",
                shorter_periods(reading, change->day), (char *)NULL)
        ->count = change->rows;
    text_free(&p);
    text_free(&day);
    text_free(&last);
}

void rows_tell_maps(struct rows *rows)
{
    for (size_t i = 0; i < rows->change_count; i++) {
        if (rows->changes[i].differing == 0)
            continue;
        rows->undated = true;
        tell_change(rows, &rows->changes[i]);
    }
}
