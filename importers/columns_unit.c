/*
 * columns_unit.c - what the file says it counts in, against what the layout
 * makes of it.
 *
 *  (1) A head's own unit, "Quỹ (triệu đồng)", goes before the line above the
 *      heads, "Đơn vị tính: nghìn người".
 *  (2) Two units of different size in one line say nothing about a column.
 *  (3) A contradiction is doubted, never mended: the head may be what is wrong.
 *      Figures that do not add up over areas (rates) are left alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "importers/columns.h"
#include "importers/words.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* Folded. */
static const char *const leads[] = { "đơn vị tính", "đvt", "unit" };

struct size_word {
    const char *word;
    double size;
};
static const struct size_word sizes[] = {
    { "nghìn", 1e3 }, { "ngàn", 1e3 },    { "vạn", 1e4 },   { "triệu", 1e6 },
    { "tỷ", 1e9 },    { "tỉ", 1e9 },      { "thous", 1e3 }, { "mill", 1e6 },
    { "bill", 1e9 },  { "1000000", 1e6 }, { "1000", 1e3 }
};
static const char *const plain[] = { "đồng", "người", "lượt",  "suất",
                                     "hộ",   "vnd",   "person" };

/* What a text says about its unit. */
struct unit {
    const char *text;
    unsigned line;
    double size; /* 0: nothing, or several sizes (2) */
    bool percent;
};

static bool begins_word(const char *text, const char *at)
{
    return at == text || strchr(" (/-,;:.", at[-1]) != NULL;
}

static bool has_word(const char *text, const char *word)
{
    for (const char *at = strstr(text, word); at != NULL;
         at = strstr(at + 1, word))
        if (begins_word(text, at))
            return true;
    return false;
}

/* 1.000 and 1,000 as 1000. */
static const char *without_marks(const char *text, struct arena *arena)
{
    struct text out = text_new();
    text_add(&out, "");
    for (const char *at = text; *at != '\0'; at++) {
        bool mark = (*at == '.' || *at == ',') && at > text && at[-1] >= '0' &&
                    at[-1] <= '9';
        if (!mark)
            text_add_char(&out, *at);
    }
    const char *copy = arena_copy(arena, out.bytes, out.length);
    text_free(&out);
    return copy;
}

static bool same_size(double a, double b)
{
    return a / b > 0.999 && a / b < 1.001;
}

/* The size of a unit's words: "nghìn người" 1000, "người" 1. */
static struct unit unit_of(const char *folded, struct arena *arena)
{
    struct unit unit = { .text = folded };
    const char *text = without_marks(folded, arena);
    bool mixed = false;
    for (size_t i = 0; i < COUNT(sizes); i++) {
        if (!has_word(text, sizes[i].word) ||
            (unit.size > 0 && strcmp(sizes[i].word, "1000") == 0))
            continue;
        mixed =
            mixed || (unit.size > 0 && !same_size(unit.size, sizes[i].size));
        unit.size = sizes[i].size;
    }
    unit.percent = strchr(text, '%') != NULL;
    for (size_t i = 0; i < COUNT(plain) && unit.size <= 0; i++)
        if (has_word(text, plain[i]))
            unit.size = 1;
    if (mixed || strpbrk(text, ",;") != NULL)
        unit.size = 0; /* (2) */
    return unit;
}

/* "(triệu đồng)" in a head. */
static struct unit unit_of_head(const char *head, struct arena *arena)
{
    const char *folded = words_fold(arena, head);
    struct unit unit = { .text = NULL };
    for (const char *at = strchr(folded, '('); at != NULL;
         at = strchr(at + 1, '(')) {
        struct unit found =
            unit_of(arena_copy(arena, at + 1, strcspn(at + 1, ")")), arena);
        if (found.size > 0 || found.percent)
            unit = found;
    }
    return unit;
}

/* Behind "Đơn vị tính - Unit:", or NULL. */
static const char *after_leads(const char *line)
{
    const char *rest = NULL;
    for (size_t i = 0; i < COUNT(leads); i++) {
        const char *at = strstr(rest == NULL ? line : rest, leads[i]);
        size_t length = strlen(leads[i]);
        if (at == NULL || !begins_word(line, at) ||
            (rest != NULL && at != rest) || strchr(" :-", at[length]) == NULL)
            continue;
        rest = at + length + strspn(at + length, " :-");
    }
    return rest;
}

/* The line above the heads that gives the unit of the whole table. */
static struct unit unit_of_table(const struct reading *reading)
{
    const struct detected *detected = &reading->detected;
    for (size_t i = 0; i < detected->heads.first; i++) {
        const struct top_row *row = &detected->top.rows[i];
        const char *rest = after_leads(top_line(row, true, reading->arena));
        if (rest == NULL)
            continue;
        struct unit unit = unit_of(rest, reading->arena);
        unit.line = row->line;
        return unit;
    }
    return (struct unit){ .text = NULL };
}

/* (3) */
static bool contradicts(const struct unit *unit, const struct column *column,
                        const struct quantity *quantity, struct arena *arena)
{
    if (quantity->over_areas != OVER_AREAS_SUM)
        return false;
    struct unit own = unit_of(
        words_fold(arena, quantity->unit != NULL ? quantity->unit : ""), arena);
    double counted = column->scale * (own.size > 0 ? own.size : 1);
    if (unit->size <= 0)
        return unit->percent && !own.percent;
    return !same_size(unit->size, counted);
}

static void doubt_unit(struct reading *reading, size_t at,
                       const struct column *column, const struct unit *unit)
{
    const struct heads *heads = &reading->detected.heads;
    struct text scale = text_new(), wanted = text_new();
    unsigned line =
        unit->line > 0
            ? unit->line
            : reading->detected.top.rows[heads->first + heads->height - 1].line;
    struct finding_place place = reading_place(reading, line, at, unit->text);
    number_add_exact(&scale, column->scale);
    text_add(&wanted, "scale: ");
    number_add_exact(&wanted, unit->size);
    place.suggestion = unit->size > 0 ? wanted.bytes : NULL;
    finding_add(reading->findings, FINDING_unit_mismatch, place, "quantity",
                reading->study->codebook.quantities[column->quantity].id,
                "scale", scale.bytes, (char *)NULL);
    text_free(&scale);
    text_free(&wanted);
}

void columns_unit(const struct columns *columns, struct reading *reading)
{
    struct unit table = unit_of_table(reading);
    for (size_t i = 0; i < columns->count; i++) {
        const struct column *column = &columns->items[i];
        if (column->role != ROLE_FIGURE || column->refused ||
            column->quantity == NO_INDEX)
            continue;
        struct unit unit = unit_of_head(column->head, reading->arena); /* (1) */
        if (unit.text == NULL)
            unit = table;
        if (unit.text != NULL &&
            contradicts(&unit, column,
                        &reading->study->codebook.quantities[column->quantity],
                        reading->arena))
            doubt_unit(reading, i, column, &unit);
    }
}
