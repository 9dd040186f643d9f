/*
 * twins.c - the same figure twice.
 *
 *  (1) Observations are chained by a hash of their key, so that the work grows
 *      with their number; the order of a chain is that of files and lines.
 *  (2) Two figures are equal when they differ by no more than the last bits
 *      that different scales leave.
 *  (3) Of several versions the latest stands; what came in the same delivery
 *      with another value contradicts it.
 *  (4) A school year and the calendar year it belongs to are one time: that is
 *      where the figure is used.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/symbol.h"
#include "engine/base/text.h"
#include "engine/model/finding.h"
#include "engine/model/message.h"
#include "engine/model/study.h"
#include "engine/model/table.h"
#include "importers/submissions.h"
#include "importers/twins.h"

#define NOBODY UINT32_MAX

enum twin_fate { KEEP, DROP_QUIETLY, DROP_IGNORED, DROP_REJECTED };

struct twins {
    struct table *table;
    const struct study *study;
    struct findings *findings;
    struct arena *scratch;
    uint8_t *verdicts; /* of each observation */
    uint32_t *next;    /* (1) */
    /* The last note about equal twins: one speaks for two whole rows. */
    uint32_t noted, noted_kept;
};

/* (4) */
static bool same_time(period a, period b)
{
    return period_calendar(a) == period_calendar(b);
}

static bool same_key(const struct table *t, uint32_t a, uint32_t b)
{
    return t->area[a] == t->area[b] && same_time(t->period[a], t->period[b]) &&
           t->quantity[a] == t->quantity[b] && t->cell[a] == t->cell[b] &&
           t->published[a] == t->published[b];
}

static uint64_t mix(uint64_t hash, uint64_t part)
{
    hash = (hash ^ part) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 31;
}

static uint64_t key_hash(const struct table *t, uint32_t row)
{
    uint64_t hash = mix(t->area[row], period_calendar(t->period[row]));
    hash = mix(hash, (uint64_t)t->quantity[row] << 1 | t->published[row]);
    return mix(hash, t->cell[row]);
}

/* (2) */
static bool equal(double a, double b)
{
    return fabs(a - b) <= 1e-12 * fmax(fabs(a), fabs(b));
}

/* "file:12", and what tells it from the place of [row] when both are the same:
 * another column, or another source that reads the file. */
static const char *other_place(const struct twins *twins, uint32_t row,
                               uint32_t other)
{
    const struct table *t = twins->table;
    const struct source *here = &t->sources[t->source[row]],
                        *there = &t->sources[t->source[other]];
    const char *place =
        arena_format(twins->scratch, "%s:%u", there->name, t->line[other]);
    if (t->line[row] != t->line[other] || !text_same(here->name, there->name))
        return place;
    struct text text = text_new();
    message_add(&text, &twins->study->messages,
                here == there ? "import.other_column" : "import.other_source",
                "place", place, "source", there->group, (char *)NULL);
    place = arena_copy(twins->scratch, text.bytes, text.length);
    text_free(&text);
    return place;
}

static const char *quantity_name(const struct study *study, uint16_t index)
{
    const struct quantity *quantity = &study->codebook.quantities[index];
    bool english = text_same(study_language(study), "en");
    const char *first = english ? quantity->name_en : quantity->name;
    const char *second = english ? quantity->name : quantity->name_en;
    if (first != NULL && first[0] != '\0')
        return first;
    return second != NULL && second[0] != '\0' ? second : quantity->id;
}

static void say(struct twins *twins, enum finding_rule rule, uint32_t row,
                uint32_t other)
{
    const struct table *t = twins->table;
    const struct study *study = twins->study;
    struct text p = text_new(), cell = text_new(), here = text_new(),
                there = text_new();
    twins->noted = NOBODY;
    const char *language = study_language(study);
    const char *area = t->written != NULL
                           ? symbol_text(t->written, t->area[row])
                           : area_name(&study->areas, t->area[row], language);
    period_add(&p, t->period[row]);
    number_add_exact(&cell, t->value[row]);
    number_add_spoken(&here, t->value[row], language);
    number_add_spoken(&there, t->value[other], language);
    /* The names serve all three sentences. */
    struct finding_place place = table_place(t, row);
    place.value = cell.bytes;
    finding_add(twins->findings, rule, place, "area", area, "quantity",
                quantity_name(study, t->quantity[row]), "period", p.bytes,
                "other", other_place(twins, row, other), "reported", here.bytes,
                "others", there.bytes, "kept", here.bytes, "dropped",
                there.bytes, (char *)NULL);
    text_free(&p);
    text_free(&cell);
    text_free(&here);
    text_free(&there);
}

static bool same_row(const struct table *t, uint32_t a, uint32_t b)
{
    return t->source[a] == t->source[b] && t->line[a] == t->line[b];
}

/* A row that stands twice is one note, counting its figures. */
static void say_equal(struct twins *twins, uint32_t row, uint32_t kept)
{
    const struct table *t = twins->table;
    if (twins->noted != NOBODY && same_row(t, row, twins->noted) &&
        same_row(t, kept, twins->noted_kept)) {
        twins->findings->items[twins->findings->count - 1].count++;
        return;
    }
    say(twins, FINDING_duplicate_equal, row, kept);
    twins->noted = row;
    twins->noted_kept = kept;
}

static int by_place(const void *left, const void *right, void *to)
{
    const struct table *t = to;
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    if (t->source[a] != t->source[b])
        return t->source[a] < t->source[b] ? -1 : 1;
    if (t->line[a] != t->line[b])
        return t->line[a] < t->line[b] ? -1 : 1;
    return a < b ? -1 : a > b;
}

/* Signs for a missing figure give way; returns how many members are left. */
static size_t drop_missing(struct twins *twins, uint32_t members[],
                           size_t count)
{
    const struct table *t = twins->table;
    size_t figures = 0, kept = 0;
    for (size_t i = 0; i < count; i++)
        figures += has_value(t->value[members[i]]);
    for (size_t i = 0; i < count; i++)
        if (figures > 0 ? has_value(t->value[members[i]]) : i == 0)
            members[kept++] = members[i];
        else
            twins->verdicts[members[i]] = DROP_QUIETLY;
    return kept;
}

/* (3) Is [row] of a later delivery than all the others that differ? */
static bool is_latest(const struct twins *twins, const uint32_t members[],
                      size_t count, uint32_t row)
{
    const struct table *t = twins->table;
    struct delivery own =
        submissions_delivery(twins->study, &t->sources[t->source[row]],
                             t->area[row], t->period[row]);
    for (size_t i = 0; i < count; i++) {
        if (equal(t->value[members[i]], t->value[row]))
            continue;
        struct delivery other = submissions_delivery(
            twins->study, &t->sources[t->source[members[i]]], t->area[row],
            t->period[row]);
        if (submissions_later(own, other) <= 0)
            return false;
    }
    return true;
}

/* The first member that does not equal [row]; there is one. */
static uint32_t differing(const struct table *t, const uint32_t members[],
                          uint32_t row)
{
    size_t at = 0;
    while (equal(t->value[members[at]], t->value[row]))
        at++;
    return members[at];
}

static void settle_group(struct twins *twins, uint32_t members[], size_t count)
{
    const struct table *t = twins->table;
    uint32_t kept = NOBODY;
    bool differ = false;
    count = drop_missing(twins, members, count);
    for (size_t i = 1; i < count; i++)
        differ = differ || !equal(t->value[members[i]], t->value[members[0]]);
    for (size_t i = 0; i < count && kept == NOBODY && count > 1; i++)
        if (!differ || (twins->study->submission_count > 0 &&
                        is_latest(twins, members, count, members[i])))
            kept = members[i];
    for (size_t i = 0; i < count && count > 1; i++) {
        uint32_t row = members[i];
        if (row == kept)
            continue;
        if (kept == NOBODY) {
            twins->verdicts[row] = DROP_REJECTED;
            if (i > 0)
                say(twins, FINDING_duplicate_conflict, row,
                    differing(t, members, row));
        } else if (equal(t->value[row], t->value[kept])) {
            twins->verdicts[row] = DROP_IGNORED;
            say_equal(twins, row, kept);
        } else {
            twins->verdicts[row] = DROP_IGNORED;
            say(twins, FINDING_duplicate_revised, kept, row);
        }
    }
}

/* (1) Each row joins the chain of its key; returns the heads of chains. */
static uint32_t *chain(struct twins *twins, size_t *group_count)
{
    const struct table *t = twins->table;
    size_t slots = 64;
    while (slots < 2 * t->count)
        slots *= 2;
    uint32_t *table = arena_array(twins->scratch, slots, uint32_t);
    uint32_t *heads = arena_array(twins->scratch, t->count, uint32_t);
    *group_count = 0;
    memset(table, 0xff, slots * sizeof *table);
    for (uint32_t row = 0; row < t->count; row++) {
        size_t slot = key_hash(t, row) & (slots - 1);
        while (table[slot] != NOBODY && !same_key(t, table[slot], row))
            slot = (slot + 1) & (slots - 1);
        twins->next[row] = NOBODY;
        if (table[slot] == NOBODY) {
            table[slot] = row;
            continue;
        }
        /* A chain of two or more: its head is listed once. */
        uint32_t head = table[slot];
        if (twins->next[head] == NOBODY)
            heads[(*group_count)++] = head;
        twins->next[row] = twins->next[head];
        twins->next[head] = row;
    }
    return heads;
}

/* --- counts ----------------------------------------------------------------
 */

/* A row with a rejected cell, of any file. */
struct hurt_row {
    const char *file;
    unsigned line;
};

static int by_file(const void *left, const void *right)
{
    const struct hurt_row *a = left, *b = right;
    int order = strcmp(a->file, b->file);
    return order != 0 ? order : (a->line > b->line) - (a->line < b->line);
}

static struct hurt_row *hurt_rows(const struct twins *twins, size_t *count)
{
    const struct findings *findings = twins->findings;
    struct hurt_row *rows =
        arena_array(twins->scratch, findings->count, struct hurt_row);
    *count = 0;
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        if (finding_weight(finding->rule) == WEIGHT_REJECT &&
            finding->file != NULL && finding->line > 0)
            rows[(*count)++] =
                (struct hurt_row){ finding->file, finding->line };
    }
    if (*count > 0)
        qsort(rows, *count, sizeof *rows, by_file);
    return rows;
}

static bool is_hurt(const struct twins *twins, uint32_t row,
                    const struct hurt_row rows[], size_t count)
{
    const struct table *t = twins->table;
    struct hurt_row wanted = { t->sources[t->source[row]].name, t->line[row] };
    return count > 0 &&
           bsearch(&wanted, rows, count, sizeof *rows, by_file) != NULL;
}

/* Rows of a file none of whose observations are left change their count. One
 * that had a rejected cell beside them is rejected, not ignored. */
static void recount(const struct twins *twins, uint32_t dropped[],
                    size_t dropped_count)
{
    struct table *t = twins->table;
    uint32_t *kept = arena_array(twins->scratch, t->count, uint32_t);
    size_t kept_count = 0, at = 0, hurt_count;
    struct hurt_row *hurt = hurt_rows(twins, &hurt_count);
    for (uint32_t row = 0; row < t->count; row++)
        if (twins->verdicts[row] == KEEP)
            kept[kept_count++] = row;
    qsort_r(kept, kept_count, sizeof *kept, by_place, t);
    qsort_r(dropped, dropped_count, sizeof *dropped, by_place, t);
    for (size_t i = 0; i < dropped_count;) {
        uint32_t row = dropped[i];
        bool rejected = false;
        for (; i < dropped_count && t->line[dropped[i]] == t->line[row] &&
               t->source[dropped[i]] == t->source[row];
             i++)
            rejected = rejected || twins->verdicts[dropped[i]] == DROP_REJECTED;
        while (at < kept_count && (t->source[kept[at]] < t->source[row] ||
                                   (t->source[kept[at]] == t->source[row] &&
                                    t->line[kept[at]] < t->line[row])))
            at++;
        if (at < kept_count && t->source[kept[at]] == t->source[row] &&
            t->line[kept[at]] == t->line[row])
            continue;
        rejected = rejected || is_hurt(twins, row, hurt, hurt_count);
        struct source *source = &t->sources[t->source[row]];
        source->rows_used--;
        *(rejected ? &source->rows_rejected : &source->rows_ignored) += 1;
    }
}

void twins_settle(struct table *table, const struct study *study,
                  struct findings *findings, struct arena *scratch)
{
    struct arena_mark mark = arena_mark(scratch);
    struct twins twins = { table,
                           study,
                           findings,
                           scratch,
                           arena_array(scratch, table->count, uint8_t),
                           arena_array(scratch, table->count, uint32_t),
                           NOBODY,
                           NOBODY };
    size_t groups, count, dropped_count = 0;
    uint32_t *heads = chain(&twins, &groups);
    uint32_t *members = arena_array(scratch, table->count, uint32_t);
    for (size_t i = 0; i < groups; i++) {
        count = 0;
        for (uint32_t row = heads[i]; row != NOBODY; row = twins.next[row])
            members[count++] = row;
        qsort_r(members, count, sizeof *members, by_place, table);
        settle_group(&twins, members, count);
    }
    for (uint32_t row = 0; row < table->count; row++)
        if (twins.verdicts[row] != KEEP)
            members[dropped_count++] = row;
    if (dropped_count > 0) {
        recount(&twins, members, dropped_count);
        table_drop(table, twins.verdicts);
    }
    arena_rewind(scratch, mark);
}
