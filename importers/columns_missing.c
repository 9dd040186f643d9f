/*
 * columns_missing.c - what the layout declares and the file does not have.
 *
 *  (1) Our own two formats let files leave out what they do not need, and a
 *      column of remarks is not missed.
 *  (2) Of a family of heads one member is enough.
 *  (3) What is missed may stand there in other words: the nearest head that the
 *      layout does not use is suggested.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "importers/columns.h"

static bool is_there(const struct reading *reading,
                     const struct columns *columns,
                     const struct layout_column *column)
{
    if (column->head != NULL)
        return heads_find(&reading->detected.heads, column->head) != NO_HEAD;
    for (size_t i = 0; i < columns->count; i++) /* (2) */
        if (columns->items[i].by == column)
            return true;
    return false;
}

static unsigned heads_line(const struct reading *reading)
{
    const struct heads *heads = &reading->detected.heads;
    return reading->detected.top.rows[heads->first + heads->height - 1].line;
}

/* (3) */
static const char *nearest_head(const struct reading *reading,
                                const struct columns *columns,
                                const struct layout_column *missed)
{
    size_t count = 0;
    const char **heads =
        arena_array(reading->arena, columns->count + 1, const char *);
    for (size_t i = 0; i < columns->count; i++)
        if (columns->items[i].role == ROLE_NONE &&
            columns->items[i].head[0] != '\0')
            heads[count++] = columns->items[i].head;
    return missed->head == NULL ? NULL
                                : text_nearest(missed->written, heads, count);
}

bool columns_complete(const struct columns *columns, struct reading *reading)
{
    const struct layout *layout = reading->layout;
    struct text list = text_new();
    struct finding_place place =
        reading_place(reading, heads_line(reading), NO_HEAD, NULL);
    unsigned count = 0;
    text_add(&list, "");
    for (size_t i = 0; i < layout->column_count; i++) {
        const struct layout_column *column = &layout->columns[i];
        if (column->field == COLUMN_NOTE || /* (1) */
            is_there(reading, columns, column))
            continue;
        if (place.suggestion == NULL)
            place.suggestion = nearest_head(reading, columns, column);
        text_add(&list, count++ > 0 ? ", " : "");
        text_add(&list, column->written);
    }
    bool builtin = layout->file[0] == '\0';
    if (!columns->figures || (count > 0 && !builtin))
        finding_add(
            reading->findings,
            columns->figures ? FINDING_missing_columns : FINDING_no_figures,
            place, "layout", layout->id, "columns", list.bytes, (char *)NULL)
            ->count = count > 0 ? count : 1;
    text_free(&list);
    return columns->figures;
}
