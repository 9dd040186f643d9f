/*
 * bulk_notes.c - from notes on rows to findings.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>

#include "engine/base/arena.h"
#include "engine/base/grow.h"
#include "engine/base/text.h"
#include "importers/bulk_heads.h"
#include "importers/bulk_notes.h"
#include "importers/bulk_reader.h"

bool bulk_notes_full(const struct bulk_notes *notes, enum finding_rule rule)
{
    return notes->seen[rule] >= BULK_NOTES_KEPT;
}

void bulk_notes_add(struct bulk_notes *notes, struct bulk_note note)
{
    bool full = bulk_notes_full(notes, note.rule);
    notes->seen[note.rule]++;
    if (full)
        return;
    if (notes->arena == NULL)
        notes->arena = arena_new();
    if (note.value != NULL)
        note.value = text_repair(notes->arena, note.value);
    grow(notes->items, notes->count, notes->room);
    notes->items[notes->count++] = note;
}

void bulk_notes_clear(struct bulk_notes *notes)
{
    if (notes->arena != NULL)
        arena_free(notes->arena);
    free(notes->items);
    *notes = (struct bulk_notes){ .items = NULL };
}

static int order_of(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static int by_place(const void *left, const void *right)
{
    const struct bulk_note *a = left, *b = right;
    int order = order_of(a->rule, b->rule);
    if (order == 0)
        order = order_of(a->piece, b->piece);
    if (order == 0)
        order = order_of(a->line, b->line);
    return order != 0 ? order : order_of(a->cell, b->cell);
}

static struct finding *tell(const struct bulk_note *note, size_t line,
                            const struct bulk_reader *reader,
                            const struct bulk_heads *heads,
                            struct findings *findings)
{
    char cells[24], expected[24];
    struct finding_place place = { .file = reader->path,
                                   .line = (unsigned)line,
                                   .value = note->value };
    if (note->cell != BULK_NO_CELL) {
        place.column = note->cell + 1;
        if (note->cell < heads->width)
            place.header = heads->written[note->cell];
    }
    snprintf(cells, sizeof cells, "%zu", note->cells);
    snprintf(expected, sizeof expected, "%zu", heads->width);
    return finding_add(findings, note->rule, place, "cells", cells, "expected",
                       expected, "encoding", "utf-8", (char *)NULL);
}

/* All notes, by rule and place. */
static struct bulk_note *sorted(const struct bulk_notes *const notes[],
                                size_t count, size_t *all,
                                struct arena *scratch)
{
    *all = 0;
    for (size_t i = 0; i < count; i++)
        *all += notes[i]->count;
    struct bulk_note *items = arena_array(scratch, *all, struct bulk_note), *to;
    to = items;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < notes[i]->count; k++)
            *to++ = notes[i]->items[k];
    if (*all > 1)
        qsort(items, *all, sizeof *items, by_place);
    return items;
}

void bulk_notes_tell(const struct bulk_notes *const notes[], size_t count,
                     const struct bulk_reader *reader,
                     const struct bulk_heads *heads, struct findings *findings)
{
    struct arena *scratch = arena_new();
    size_t all, told = 0;
    const struct bulk_note *items = sorted(notes, count, &all, scratch);
    size_t *before = arena_array(scratch, reader->piece_count + 1, size_t);
    before[0] = heads->lines + 1;
    for (size_t i = 0; i < reader->piece_count; i++)
        before[i + 1] = before[i] + reader->lines[i];
    for (size_t i = 0; i < all; i++) {
        bool first = i == 0 || items[i].rule != items[i - 1].rule;
        told = first ? 1 : told + 1;
        if (told > BULK_NOTES_KEPT)
            continue;
        struct finding *finding =
            tell(&items[i], before[items[i].piece] + items[i].line, reader,
                 heads, findings);
        size_t seen = 0;
        for (size_t k = 0; k < count; k++)
            seen += notes[k]->seen[items[i].rule];
        if (told == BULK_NOTES_KEPT)
            finding->count = (unsigned)(seen - BULK_NOTES_KEPT + 1);
    }
    arena_free(scratch);
}
