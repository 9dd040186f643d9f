/*
 * finding.c - the ledger of trouble.
 *
 *  (1) All texts of a finding are copied into the ledger's arena: readers give
 *      away their buffers after every row.
 *  (2) Sorting keeps the order in which equal places were met, so that the same
 *      input prints the same ledger.
 *  (3) What stands in a finding comes from files nobody has looked at: control
 *      characters are spaces here, and a cell is cut after so many characters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/fault.h"
#include "engine/base/grow.h"
#include "engine/base/text.h"
#include "engine/model/finding.h"

const char *const weight_names[WEIGHT_COUNT] = {
    [WEIGHT_NOTE] = "note",
    [WEIGHT_DOUBT] = "doubt",
    [WEIGHT_REJECT] = "reject",
};

enum { LONGEST_CELL = 80, LONGEST_SUGGESTION = 400 };

struct rule {
    const char *name;
    enum finding_weight weight;
};

static const struct rule rules[FINDING_RULE_COUNT] = {
#define FINDING_ROW(id, weight) { #id, WEIGHT_##weight },
    FINDING_RULES(FINDING_ROW)
#undef FINDING_ROW
};

const char *finding_rule_name(enum finding_rule rule)
{
    assert((unsigned)rule < FINDING_RULE_COUNT);
    return rules[rule].name;
}

enum finding_weight finding_weight(enum finding_rule rule)
{
    assert((unsigned)rule < FINDING_RULE_COUNT);
    return rules[rule].weight;
}

struct findings *findings_new(struct arena *arena)
{
    struct findings *findings = arena_new_of(arena, struct findings);
    findings->arena = arena;
    arena_defer(arena, grow_release, &findings->items);
    return findings;
}

/* (1), (3) */
static const char *kept(struct arena *arena, const char *text, size_t most)
{
    return text == NULL ? NULL : text_shown(arena, text, most);
}

static const char *pack_all(struct arena *arena, va_list arguments)
{
    char room[4 * FAULT_ROOM] = "";
    size_t used = 0;
    const char *key;
    while ((key = va_arg(arguments, const char *)) != NULL)
        used = pack_pair(room, sizeof room, used, key,
                         kept(arena, va_arg(arguments, const char *), 0));
    return arena_copy(arena, room, used + 1);
}

struct finding *finding_add(struct findings *findings, enum finding_rule rule,
                            struct finding_place place, ...)
{
    grow(findings->items, findings->count, findings->room);
    struct finding *finding = &findings->items[findings->count++];
    struct arena *arena = findings->arena;
    *finding = (struct finding){
        .rule = rule,
        .file = kept(arena, place.file, 0),
        .line = place.line,
        .column = place.column,
        .header = kept(arena, place.header, LONGEST_CELL),
        .value = kept(arena, place.value, LONGEST_CELL),
        .suggestion = kept(arena, place.suggestion, LONGEST_SUGGESTION),
        .count = 1,
    };
    va_list arguments;
    va_start(arguments, place);
    finding->arguments = pack_all(arena, arguments);
    va_end(arguments);
    return finding;
}

/* Packed, with the zero that ends them. */
static const char *kept_arguments(struct arena *arena, const char *packed)
{
    const char *end = packed, *value;
    while (pack_next(&end, &value) != NULL)
        ;
    return arena_copy(arena, packed, (size_t)(end - packed) + 1);
}

void findings_join(struct findings *findings, const struct findings *more)
{
    struct arena *arena = findings->arena;
    for (size_t i = 0; i < more->count; i++) {
        grow(findings->items, findings->count, findings->room);
        struct finding *finding = &findings->items[findings->count++];
        *finding = more->items[i];
        finding->file = kept(arena, finding->file, 0);
        finding->header = kept(arena, finding->header, LONGEST_CELL);
        finding->value = kept(arena, finding->value, LONGEST_CELL);
        finding->suggestion =
            kept(arena, finding->suggestion, LONGEST_SUGGESTION);
        finding->arguments = kept_arguments(arena, finding->arguments);
    }
}

size_t findings_standing(const struct findings *findings,
                         enum finding_weight at_least)
{
    size_t standing = 0;
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        if (!finding->decided && finding_weight(finding->rule) >= at_least)
            standing++;
    }
    return standing;
}

struct numbered {
    struct finding finding;
    size_t number;
};

static int order_of(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int compare(const void *left, const void *right)
{
    const struct numbered *l = left, *r = right;
    const struct finding *a = &l->finding, *b = &r->finding;
    int order = order_of(finding_weight(b->rule), finding_weight(a->rule));
    if (order == 0)
        order = order_of(a->rule, b->rule);
    if (order == 0)
        order = strcmp(a->file == NULL ? "" : a->file,
                       b->file == NULL ? "" : b->file);
    if (order == 0)
        order = order_of(a->line, b->line);
    if (order == 0)
        order = order_of(a->column, b->column);
    return order != 0 ? order : order_of(l->number, r->number);
}

void findings_sort(struct findings *findings)
{
    struct arena *scratch = arena_new();
    struct numbered *rows =
        arena_array(scratch, findings->count, struct numbered);
    for (size_t i = 0; i < findings->count; i++)
        rows[i] = (struct numbered){ findings->items[i], i };
    if (findings->count > 1)
        qsort(rows, findings->count, sizeof *rows, compare);
    for (size_t i = 0; i < findings->count; i++)
        findings->items[i] = rows[i].finding;
    arena_free(scratch);
}
