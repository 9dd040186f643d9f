/*
 * import.c - messy files in, observations out: the road of one file.
 *
 *  (1) The bytes are read by the encoding that the source's layout fixes; else
 *      it is found out. When it cannot be, the layouts that fix one are tried
 *      with theirs. A layout found in a text that was told by its syllables,
 *      but that fixes another alphabet, reads the bytes again.
 *  (2) Every file is a source of the table, also one that is refused: its
 *      records then count as rejected.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"
#include "engine/base/symbol.h"
#include "engine/base/text.h"
#include "engine/model/message.h"
#include "importers/explain.h"
#include "importers/import.h"
#include "importers/layout.h"
#include "importers/records.h"
#include "importers/rows.h"
#include "importers/twins.h"
#include "importers/words.h"

bool reading_has_register(const struct reading *reading)
{
    return reading->study->areas.count > 0;
}

struct finding_place reading_place(const struct reading *reading, unsigned line,
                                   size_t column, const char *value)
{
    struct finding_place place = { .file = reading->name,
                                   .line = line,
                                   .value = value };
    if (column == NO_HEAD)
        return place;
    place.column = (unsigned)column + 1;
    if (column < reading->detected.heads.count)
        place.header = reading->detected.heads.written[column];
    return place;
}

/* --- refusing a file
 * ---------------------------------------------------------- */

struct bytes {
    const char *bytes;
    size_t length;
};

/* (2) */
static void count_rejected(struct reading *reading)
{
    struct source *source = &reading->into->sources[reading->source];
    struct records *records =
        records_new(reading->text, reading->length, reading->detected.delimiter,
                    reading->arena);
    struct record record;
    while (records_next(records, &record))
        source->rows_read++;
    source->rows_rejected = source->rows_read;
}

/* (2) Nobody knows its records: its lines count, but for blank ones. */
static void count_lines(struct reading *reading, struct bytes bytes)
{
    struct source *source = &reading->into->sources[reading->source];
    bool filled = false;
    for (size_t i = 0; i < bytes.length; i++) {
        bool end = bytes.bytes[i] == '\n' || bytes.bytes[i] == '\r';
        source->rows_read += end && filled;
        filled = !end && (filled || bytes.bytes[i] != '\0');
    }
    source->rows_read += filled;
    source->rows_rejected = source->rows_read;
}

static void refuse_bytes(struct reading *reading, struct bytes bytes,
                         const struct decoded *decoded)
{
    count_lines(reading, bytes);
    const char *wanted =
        decoded->encoding == ENCODING_AUTO
            ? message_text(&reading->study->messages, "encoding.any")
            : encoding_names[decoded->encoding];
    finding_add(reading->findings, FINDING_undecodable,
                (struct finding_place){ .file = reading->name,
                                        .line = decoded->line,
                                        .column = decoded->column,
                                        .value = decoded->bad },
                "encoding", wanted, (char *)NULL);
}

static void refuse_tied(struct reading *reading)
{
    const struct detected *detected = &reading->detected;
    assert(detected->layout != NULL && detected->rival != NULL);
    finding_add(reading->findings, FINDING_ambiguous_layout,
                reading_place(reading, 0, NO_HEAD, NULL), "layouts",
                arena_format(reading->arena, "%s, %s", detected->layout->id,
                             detected->rival->id),
                (char *)NULL);
    count_rejected(reading);
}

/* "id (head; head)": the layout that comes nearest and what it lacks. */
static const char *nearest_layout(const struct reading *reading,
                                  const struct candidates *candidates)
{
    const struct layout *best = NULL;
    struct nearness nearest = { 0, NULL, 0, false };
    for (size_t i = 0; i < candidates->count; i++) {
        const struct layout *layout = &candidates->layouts[i];
        if (candidates->only != NULL && candidates->only != layout)
            continue;
        struct nearness near =
            detect_nearness(layout, &reading->detected.top, reading->arena);
        if (best == NULL || near.found * best->needs_count >
                                nearest.found * layout->needs_count) {
            best = layout;
            nearest = near;
        }
    }
    if (best == NULL)
        return "-";
    struct text text = text_new();
    text_add(&text, best->id);
    for (size_t i = 0; i < nearest.lacking_count; i++)
        text_addf(&text, "%s%s", i > 0 ? "; " : " (- ", nearest.lacking[i]);
    text_add(&text, nearest.lacking_count > 0 ? ")" : "");
    const char *copy = arena_copy(reading->arena, text.bytes, text.length);
    text_free(&text);
    return copy;
}

static void refuse_unknown(struct reading *reading,
                           const struct candidates *candidates)
{
    finding_add(reading->findings, FINDING_no_layout,
                reading_place(reading, 0, NO_HEAD, NULL), "near",
                nearest_layout(reading, candidates), (char *)NULL);
    count_rejected(reading);
}

/* --- one file
 * ------------------------------------------------------------------ */

static bool decode_as(struct reading *reading, struct bytes bytes,
                      enum encoding encoding, struct decoded *decoded)
{
    if (!decode(decoded, bytes.bytes, bytes.length, encoding, reading->arena))
        return false;
    reading->text = decoded->text;
    reading->length = decoded->length;
    return true;
}

/* (1) With the encodings that layouts fix, one after the other. */
static bool decode_by_layouts(struct reading *reading, struct bytes bytes,
                              struct candidates *candidates,
                              struct decoded *decoded)
{
    struct decoded trial;
    for (int e = ENCODING_AUTO + 1; e < ENCODING_COUNT; e++) {
        bool fixed = false;
        for (size_t i = 0; i < candidates->count; i++)
            fixed =
                fixed || candidates->layouts[i].encoding == (enum encoding)e;
        if (!fixed || !decode_as(reading, bytes, (enum encoding)e, &trial))
            continue;
        candidates->encoding = (enum encoding)e;
        detect(&reading->detected, reading->text, reading->length, candidates,
               reading->arena);
        if (reading->detected.outcome != DETECT_NONE) {
            *decoded = trial;
            return true;
        }
    }
    return false;
}

/* Text and layout. False: a finding says why not. */
static bool recognise(struct reading *reading, struct bytes bytes,
                      struct candidates *candidates)
{
    struct decoded decoded;
    enum encoding wanted =
        candidates->only != NULL ? candidates->only->encoding : ENCODING_AUTO;
    if (decode_as(reading, bytes, wanted, &decoded)) {
        detect(&reading->detected, reading->text, reading->length, candidates,
               reading->arena);
    } else if (wanted != ENCODING_AUTO ||
               !decode_by_layouts(reading, bytes, candidates, &decoded)) {
        refuse_bytes(reading, bytes, &decoded);
        return false;
    }
    const struct layout *layout = reading->detected.layout;
    if (layout != NULL && layout->encoding != ENCODING_AUTO &&
        layout->encoding != decoded.encoding &&
        decoded.reason == DECODE_BY_SYLLABLES) {
        candidates->only = layout;
        if (!decode_as(reading, bytes, layout->encoding, &decoded)) {
            refuse_bytes(reading, bytes, &decoded);
            return false;
        }
        detect(&reading->detected, reading->text, reading->length, candidates,
               reading->arena);
    }
    explain_text(reading, &decoded);
    explain_layouts(reading, candidates);
    reading->layout = reading->detected.layout;
    if (reading->detected.outcome == DETECT_TIED)
        refuse_tied(reading);
    else if (reading->detected.outcome == DETECT_NONE)
        refuse_unknown(reading, candidates);
    return reading->detected.outcome == DETECT_FOUND;
}

/* Does every figure get a period from somewhere? */
static bool has_periods(const struct reading *reading,
                        const struct columns *columns)
{
    bool all = true;
    for (size_t i = 0; i < columns->count; i++)
        all = all && (columns->items[i].role != ROLE_FIGURE ||
                      columns->items[i].refused ||
                      columns->items[i].period != NO_PERIOD);
    return all || reading->period != NO_PERIOD || columns->period != NO_HEAD;
}

/* Where the layout says that the file's period stands: a message. */
static const char *period_sought(const struct layout *layout)
{
    switch (layout->period_from) {
    case PERIOD_FROM_FILE:
        return "import.period_in_name";
    case PERIOD_FROM_TITLE:
        return "import.period_in_title";
    case PERIOD_FROM_HEAD:
        return "import.period_in_heads";
    case PERIOD_FROM_COLUMN:
        return layout->period_column != NULL ? "import.period_in_column"
                                             : "import.period_nowhere";
    case PERIOD_FIXED:
        break;
    }
    return "import.period_nowhere";
}

/* Heads with nothing below them but what rules set aside. */
static void doubt_emptiness(const struct reading *reading)
{
    const struct source *source = &reading->into->sources[reading->source];
    if (source->rows_used == 0 && source->rows_rejected == 0)
        finding_add(reading->findings, FINDING_empty_file,
                    reading_place(reading, 0, NO_HEAD, NULL), (char *)NULL);
}

/* For findings about figures that are made when the file is closed. */
static void keep_heads(const struct reading *reading)
{
    struct arena *keeper = reading->into->arena;
    struct source *source = &reading->into->sources[reading->source];
    const struct heads *heads = &reading->detected.heads;
    source->heads = arena_array(keeper, heads->count, const char *);
    source->head_count = heads->count;
    for (size_t i = 0; i < heads->count; i++)
        source->heads[i] = arena_string(keeper, heads->written[i]);
}

static void read_rows(struct reading *reading)
{
    struct columns columns;
    reading->into->sources[reading->source].layout =
        arena_string(reading->into->arena, reading->layout->id);
    keep_heads(reading);
    words_file_period(reading);
    words_file_cutoff(reading);
    columns_build(&columns, reading);
    explain_columns(reading, &columns);
    columns_unit(&columns, reading);
    explain_cutoff(reading);
    bool complete = columns_complete(&columns, reading);
    bool dated = has_periods(reading, &columns);
    if (complete && dated) {
        rows_read(reading, &columns);
        explain_rows(reading, &columns);
        doubt_emptiness(reading);
        return;
    }
    if (!dated)
        finding_add(reading->findings, FINDING_no_period,
                    reading_place(reading, 0, NO_HEAD, NULL), "layout",
                    reading->layout->id, "where",
                    message_text(&reading->study->messages,
                                 period_sought(reading->layout)),
                    (char *)NULL);
    count_rejected(reading);
}

static bool only_white(struct bytes bytes)
{
    static const char mark[] = "\xEF\xBB\xBF";
    size_t start = 0;
    if (bytes.length >= 3 && memcmp(bytes.bytes, mark, 3) == 0)
        start = 3;
    for (size_t i = start; i < bytes.length; i++)
        if (strchr(" \t\r\n;,|\"", bytes.bytes[i]) == NULL ||
            bytes.bytes[i] == '\0')
            return false;
    return true;
}

static void start_source(struct reading *reading, const char *path)
{
    const struct source_plan *plan = reading->plan;
    struct arena *keeper = reading->into->arena;
    struct source source = {
        .path = arena_string(keeper, path),
        .name = arena_string(keeper, reading->name),
        .group = arena_string(keeper, plan != NULL ? plan->name : ""),
        .layout = "",
        .cutoff = plan != NULL ? plan->cutoff : DATE_OPEN
    };
    reading->source = table_add_source(reading->into, source);
    if (!reading_has_register(reading) && reading->into->written == NULL)
        reading->into->written = symbols_new(keeper);
}

/* The layout that the source names, or NULL for any. */
static const struct layout *named_layout(const struct study *study,
                                         const struct source_plan *plan)
{
    if (plan == NULL || plan->layout == NULL ||
        strcmp(plan->layout, "auto") == 0)
        return NULL;
    return layout_find(study->layouts, study->layout_count, plan->layout);
}

bool import_file(struct table *into, const char *path, const char *name,
                 const struct source_plan *plan,
                 const struct import_context *context, struct fault *fault)
{
    struct arena_mark mark = arena_mark(context->scratch);
    struct reading reading = { .context = context,
                               .study = context->study,
                               .findings = context->findings,
                               .into = into,
                               .plan = plan,
                               .name = name,
                               .arena = context->scratch };
    struct candidates candidates = { .layouts = context->study->layouts,
                                     .count = context->study->layout_count,
                                     .only =
                                         named_layout(context->study, plan) };
    char *bytes;
    size_t length;
    if (!file_read(&bytes, &length, path, FILE_EXPORT_LIMIT, context->scratch,
                   fault))
        return false;
    struct bytes all = { bytes, length };
    start_source(&reading, path);
    if (only_white(all))
        finding_add(context->findings, FINDING_empty_file,
                    reading_place(&reading, 0, NO_HEAD, NULL), (char *)NULL);
    else if (recognise(&reading, all, &candidates))
        read_rows(&reading);
    arena_rewind(context->scratch, mark);
    return true;
}

void import_finish(struct table *into, const struct import_context *context)
{
    twins_settle(into, context->study, context->findings, context->scratch);
}
