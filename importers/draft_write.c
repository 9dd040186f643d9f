/*
 * draft_write.c - what was understood of a table, as a layout in YAML.
 *
 *  (1) What finds itself out each time (an encoding told by a mark, the
 *      delimiter, the rows of heads) is a comment; what the importer would have
 *      to guess again is a line.
 *  (2) One convention for the whole table is written where some column shows
 *      it, by its cells or by a total that adds up in one reading only, and
 *      none contradicts it. Columns that read in two ways, and are all there
 *      is, make it a TODO.
 *  (3) `needs` are the area's head, what else names a row, and heads of figures
 *      without a year, spread over the table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"
#include "engine/base/yaml.h"
#include "engine/model/message.h"
#include "importers/draft.h"
#include "importers/draft_state.h"

/* --- text ------------------------------------------------------------------
 */

const char *draft_number(const struct draft *draft, size_t number)
{
    return arena_format(draft->arena, "%zu", number);
}

enum { CELL_SHOWN = 80 }; /* characters: a cell may be the rest of a file */

const char *draft_cell(const struct draft *draft, const char *cell,
                       unsigned line)
{
    struct text text = text_new();
    message_add(&text, &draft->reading->study->messages, "draft.cell", "value",
                text_shown(draft->arena, cell, CELL_SHOWN), "line",
                draft_number(draft, line), (char *)NULL);
    const char *copy = arena_copy(draft->arena, text.bytes, text.length);
    text_free(&text);
    return copy;
}

void draft_comment(struct draft *draft, const char *message, ...)
{
    va_list arguments;
    struct text line = text_new();
    va_start(arguments, message);
    message_vadd(&line, &draft->reading->study->messages, message, arguments);
    va_end(arguments);
    const struct text *out = draft->out;
    bool fresh = out->length == 0 || out->bytes[out->length - 1] == '\n';
    text_add(draft->out, fresh ? draft->indent : "   ");
    text_add(draft->out, "# ");
    text_add(draft->out, text_shown(draft->arena, line.bytes, 0));
    text_add_char(draft->out, '\n');
    text_free(&line);
}

/* "  key: value" */
static void add_key(struct draft *draft, const char *key, const char *value)
{
    text_addf(draft->out, "  %s: ", key);
    yaml_add_scalar(draft->out, value);
}

static void add_list(struct draft *draft, const char *key,
                     const char *const items[], size_t count)
{
    if (count == 0)
        return;
    text_addf(draft->out, "  %s: [", key);
    for (size_t i = 0; i < count; i++) {
        text_add(draft->out, i > 0 ? ", " : "");
        yaml_add_scalar(draft->out, items[i]);
    }
    text_add(draft->out, "]\n");
}

/* --- the head of the layout ------------------------------------------------
 */

/* The title without the year at its end. */
static const char *name_of(struct draft *draft)
{
    static const char *const ends[] = { "năm",       "NĂM", "Năm", "giai đoạn",
                                        "GIAI ĐOẠN", "-",   ",",   "(",
                                        ":",         ";" };
    if (draft->title == NULL)
        return draft->id;
    char *name = arena_string(draft->arena, draft->title);
    for (bool more = true, dated = false; more;) {
        size_t length = strlen(name);
        more = length > 4 && draft_is_year(name + length - 4);
        if (more)
            name[length - 4] = '\0';
        dated = dated || more;
        for (size_t i = 0; i < sizeof ends / sizeof ends[0] && dated; i++) {
            size_t size = strlen(ends[i]);
            length = strlen(name);
            if (length > size && strcmp(name + length - size, ends[i]) == 0) {
                name[length - size] = '\0';
                more = true;
            }
        }
        name = text_trim(draft->arena, name);
    }
    return name;
}

static bool can_be_needed(const struct draft_column *column)
{
    return strchr(column->folded, '|') == NULL && column->folded[0] != '\0';
}

/* (3) */
static void add_needs(struct draft *draft)
{
    const char **needs = arena_array(draft->arena, draft->count, const char *);
    size_t count = 0, figures = 0, taken = 0;
    for (size_t i = 0; i < draft->count; i++) {
        const struct draft_column *column = &draft->columns[i];
        if (!can_be_needed(column))
            continue;
        if (column->role == DRAFT_AREA || column->role == DRAFT_PARENT ||
            column->role == DRAFT_PERIOD || column->role == DRAFT_CODES)
            needs[count++] = column->head;
        figures += column->role == DRAFT_FIGURE && !column->taken;
    }
    size_t wanted =
        figures < draft->needs_wanted ? figures : draft->needs_wanted;
    size_t step = wanted > 0 ? (figures + wanted - 1) / wanted : 1;
    for (size_t i = 0, at = 0; i < draft->count; i++) {
        const struct draft_column *column = &draft->columns[i];
        if (!can_be_needed(column) || column->role != DRAFT_FIGURE ||
            column->taken)
            continue;
        if (at++ % step == 0 && taken++ < wanted)
            needs[count++] = column->head;
    }
    draft_comment(draft, "draft.needs", (char *)NULL);
    add_list(draft, "needs", needs, count);
}

static const char *delimiter_name(char delimiter)
{
    return delimiter == ';'    ? "semicolon"
           : delimiter == '\t' ? "tab"
           : delimiter == '|'  ? "pipe"
                               : "comma";
}

/* (1) */
static void add_reading(struct draft *draft)
{
    const struct detected *detected = &draft->reading->detected;
    const struct heads *heads = &detected->heads;
    const char *encoding = encoding_names[draft->decoded.encoding];
    struct text rows = text_new();
    text_add(&rows, "[");
    for (size_t i = 0; i < heads->height; i++)
        text_addf(&rows, i > 0 ? ", %u" : "%u",
                  detected->top.rows[heads->first + i].row);
    text_add(&rows, "]");
    draft_comment(draft, "draft.found", "encoding", encoding, "delimiter",
                  delimiter_name(detected->delimiter), "rows", rows.bytes,
                  (char *)NULL);
    if (draft->decoded.reason == DECODE_BY_SYLLABLES)
        text_addf(draft->out, "  encoding: %s\n", encoding);
    if (draft->rows_fixed)
        text_addf(draft->out, "  header_rows: %s\n", rows.bytes);
    text_free(&rows);
}

/* --- numbers (2) -----------------------------------------------------------
 */

static void settle_decimal(struct draft *draft)
{
    enum number_shape clash[2];
    size_t comma = 0, point = 0, open_comma = 0, open_point = 0;
    for (size_t i = 0; i < draft->count; i++) {
        const struct draft_column *column = &draft->columns[i];
        if (column->role != DRAFT_FIGURE)
            continue;
        enum number_verdict verdict = number_verdict(&column->vote, clash);
        enum decimal summed =
            verdict == VERDICT_OPEN ? draft_sums_verdict(column) : DECIMAL_AUTO;
        comma += verdict == VERDICT_COMMA || summed == DECIMAL_COMMA;
        point += verdict == VERDICT_POINT || summed == DECIMAL_POINT;
        if (verdict == VERDICT_OPEN && summed == DECIMAL_AUTO) {
            open_comma += column->vote.counts[NUMBER_OPEN_COMMA] > 0;
            open_point += column->vote.counts[NUMBER_OPEN_POINT] > 0;
        }
    }
    draft->decimal = DECIMAL_AUTO;
    if (comma > 0 && point == 0 && open_comma == 0)
        draft->decimal = DECIMAL_COMMA;
    if (point > 0 && comma == 0 && open_point == 0)
        draft->decimal = DECIMAL_POINT;
    draft->open = draft->decimal == DECIMAL_AUTO ? open_comma + open_point : 0;
    draft->votes = comma + point;
}

/* Cells that read in two ways, a few of them with their lines. */
static const char *open_cells(const struct draft *draft)
{
    enum { FEW = 3 };
    enum number_shape clash[2];
    struct text cells = text_new();
    size_t count = 0;
    text_add(&cells, "");
    for (size_t i = 0; i < draft->count && count < FEW; i++) {
        const struct draft_column *column = &draft->columns[i];
        const struct number_vote *vote = &column->vote;
        enum number_shape shape = vote->counts[NUMBER_OPEN_POINT] > 0
                                      ? NUMBER_OPEN_POINT
                                      : NUMBER_OPEN_COMMA;
        if (column->role != DRAFT_FIGURE ||
            number_verdict(vote, clash) != VERDICT_OPEN)
            continue;
        text_addf(&cells, "%s%s", count++ > 0 ? ", " : "",
                  draft_cell(draft, vote->cells[shape], vote->lines[shape]));
    }
    const char *copy = arena_copy(draft->arena, cells.bytes, cells.length);
    text_free(&cells);
    return copy;
}

static void add_decimal(struct draft *draft)
{
    if (draft->decimal != DECIMAL_AUTO) {
        text_addf(draft->out, "  decimal: %s", decimal_names[draft->decimal]);
        draft_comment(draft, "draft.decimal_votes", "count",
                      draft_number(draft, draft->votes), (char *)NULL);
    } else if (draft->open > 0) {
        text_add(draft->out, "  decimal: TODO");
        draft->result->todo++;
        draft_comment(draft, "draft.decimal_open", "count",
                      draft_number(draft, draft->open), "cells",
                      open_cells(draft), (char *)NULL);
    }
}

static void add_missing(struct draft *draft)
{
    if (draft->sign_count == 0)
        return;
    struct text counts = text_new();
    text_add(draft->out, "  missing: {");
    for (size_t i = 0; i < draft->sign_count; i++) {
        text_add(draft->out, i > 0 ? ", " : "");
        yaml_add_scalar(draft->out, draft->signs[i].sign);
        text_add(draft->out, ": missing");
        text_addf(&counts, "%s%s \xC3\x97 %zu", i > 0 ? ", " : "",
                  draft->signs[i].sign, draft->signs[i].count);
    }
    text_add(draft->out, "}");
    draft_comment(draft, "draft.missing", "counts", counts.bytes, (char *)NULL);
    text_free(&counts);
}

/* --- the period ------------------------------------------------------------
 */

static void add_period(struct draft *draft)
{
    static const char *const keys[] = { "fixed", "column", "head", "file",
                                        "title" };
    const char *word = draft->period_word;
    if (draft->school_years) {
        text_add(draft->out, "  school_year: start");
        draft_comment(draft, "draft.school_year", (char *)NULL);
    }
    if (draft->period_from == DRAFT_PERIOD_COLUMN)
        word = draft->columns[draft->period].head;
    else if (draft->period_from == DRAFT_PERIOD_HEAD)
        word = "true";
    else if (draft->period_from == DRAFT_PERIOD_OPEN)
        word = "TODO";
    text_addf(draft->out, "  period: {%s: ", keys[draft->period_from]);
    yaml_add_scalar(draft->out, word);
    text_add(draft->out, "}");
    draft->result->todo += draft->period_from == DRAFT_PERIOD_OPEN;
    if (draft->period_from == DRAFT_PERIOD_OPEN)
        draft_comment(draft, "draft.period_open", (char *)NULL);
    else if (draft->period_seen != NULL)
        draft_comment(draft, "draft.period_seen", "seen", draft->period_seen,
                      (char *)NULL);
    else
        text_add_char(draft->out, '\n');
}

void draft_write(struct draft *draft, const struct draft_families *families)
{
    const char *glob = draft_title_glob(draft);
    draft->indent = "";
    text_clear(draft->out);
    draft->result->todo = draft->result->figures = 0;
    settle_decimal(draft);
    draft_comment(draft, "draft.opening", "file",
                  path_name(draft->reading->name), (char *)NULL);
    draft_comment(draft, "draft.how_to_fill", (char *)NULL);
    draft_comment(draft, "draft.how_to_try", (char *)NULL);
    text_addf(draft->out, "\n%s:\n", draft->id);
    draft->indent = "  ";
    add_key(draft, "name", name_of(draft));
    text_add(draft->out, "\n");
    add_needs(draft);
    if (glob != NULL) {
        add_key(draft, "title", glob);
        text_add(draft->out, "\n");
    }
    add_reading(draft);
    add_decimal(draft);
    add_list(draft, "totals", draft->totals.items, draft->totals.count);
    add_list(draft, "skip_rows", draft->skips.items, draft->skips.count);
    add_missing(draft);
    add_period(draft);
    if (draft->unit != NULL)
        draft_comment(draft, "draft.unit", "unit", draft->unit, (char *)NULL);
    draft_entries(draft, families);
}
