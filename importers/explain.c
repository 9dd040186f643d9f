/*
 * explain.c - what the importer chose for a file, and why, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "engine/model/message.h"
#include "importers/explain.h"

/* One line: a message, its pairs of key and value. */
#define SAY(reading, ...)                                                      \
    do {                                                                       \
        message_add((reading)->context->explanation,                           \
                    &(reading)->study->messages, __VA_ARGS__, (char *)NULL);   \
        text_add_char((reading)->context->explanation, '\n');                  \
    } while (0)

static bool wanted(const struct reading *reading)
{
    return reading->context->explanation != NULL;
}

static const char *count_text(const struct reading *reading, size_t count)
{
    return arena_format(reading->arena, "%zu", count);
}

void explain_text(const struct reading *reading, const struct decoded *decoded)
{
    static const char *const reasons[] = {
        [DECODE_BY_MARK] = "import.encoding_by_mark",
        [DECODE_BY_ZEROS] = "import.encoding_by_zeros",
        [DECODE_BY_VALIDITY] = "import.encoding_by_validity",
        [DECODE_BY_SYLLABLES] = "import.encoding_by_syllables",
        [DECODE_BY_LAYOUT] = "import.encoding_by_layout"
    };
    if (!wanted(reading))
        return;
    SAY(reading, "import.file", "file", reading->name);
    SAY(reading, reasons[decoded->reason], "encoding",
        encoding_names[decoded->encoding], "known",
        count_text(reading, decoded->known), "words",
        count_text(reading, (size_t)decoded->known + decoded->odd));
}

static const char *joined(const struct reading *reading,
                          const char *const texts[], size_t count)
{
    struct text list = text_new();
    text_add(&list, "");
    for (size_t i = 0; i < count; i++) {
        text_add(&list, i > 0 ? "; " : "");
        text_add(&list, texts[i]);
    }
    const char *copy = arena_copy(reading->arena, list.bytes, list.length);
    text_free(&list);
    return copy;
}

static void explain_layout(const struct reading *reading,
                           const struct layout *layout)
{
    const struct detected *detected = &reading->detected;
    struct nearness near =
        detect_nearness(layout, &detected->top, reading->arena);
    const char *found = count_text(reading, near.found);
    const char *needed = count_text(reading, layout->needs_count);
    if (layout == detected->layout && detected->outcome == DETECT_FOUND)
        SAY(reading, "import.layout_taken", "layout", layout->id, "found",
            found, "needed", needed);
    else if (near.lacking_count == 0 && near.title)
        SAY(reading, "import.layout_fits", "layout", layout->id, "found", found,
            "needed", needed);
    else if (near.lacking_count == 0)
        SAY(reading, "import.layout_title", "layout", layout->id, "title",
            layout->title);
    else
        SAY(reading, "import.layout_lacks", "layout", layout->id, "found",
            found, "needed", needed, "lacking",
            joined(reading, near.lacking, near.lacking_count));
}

void explain_layouts(const struct reading *reading,
                     const struct candidates *candidates)
{
    if (!wanted(reading))
        return;
    for (size_t i = 0; i < candidates->count; i++)
        if (candidates->only == NULL ||
            candidates->only == &candidates->layouts[i])
            explain_layout(reading, &candidates->layouts[i]);
}

static const char *delimiter_message(char delimiter)
{
    switch (delimiter) {
    case ';':
        return "import.delimiter_semicolon";
    case '\t':
        return "import.delimiter_tab";
    case '|':
        return "import.delimiter_bar";
    default:
        return "import.delimiter_comma";
    }
}

/* "enrolled, school_level=primary, 2015, × 1000" */
static const char *figure_meaning(const struct reading *reading,
                                  const struct column *column)
{
    const struct codebook *book = &reading->study->codebook;
    struct text text = text_new();
    char room[16];
    text_add(&text, "");
    if (column->quantity != NO_INDEX) {
        const struct quantity *quantity = &book->quantities[column->quantity];
        text_add(&text, quantity->id);
        for (size_t slot = 0; slot < quantity->dimension_count; slot++)
            if (cell_get(column->cell, slot) != 0)
                text_addf(&text, ", %s=%s",
                          book->dimensions[quantity->dimensions[slot]].id,
                          cell_code(book, quantity, &reading->into->bands,
                                    column->cell, slot, room));
    }
    if (column->period != NO_PERIOD) {
        text_add(&text, text.length > 0 ? ", " : "");
        period_add(&text, column->period);
    }
    if (column->scale < 1 || column->scale > 1) {
        text_add(&text, ", \xC3\x97 ");
        number_add_exact(&text, column->scale);
    }
    const char *copy = arena_copy(reading->arena, text.bytes, text.length);
    text_free(&text);
    return copy;
}

/* The tier in words, when the messages have one. */
static const char *tier_words(const struct reading *reading, enum tier tier)
{
    const char *id =
        arena_format(reading->arena, "tier.%s.one", tier_names[tier]);
    return message_known(&reading->study->messages, id)
               ? message_text(&reading->study->messages, id)
               : tier_names[tier];
}

static void explain_column(const struct reading *reading,
                           const struct column *column, size_t at)
{
    static const char *const roles[] = {
        [ROLE_NONE] = "import.column_unmatched",
        [ROLE_NOTE] = "import.column_note",
        [ROLE_AREA] = "import.column_area",
        [ROLE_PARENT] = "import.column_parent",
        [ROLE_PERIOD] = "import.column_period",
        [ROLE_STATUS] = "import.column_status",
        [ROLE_DIMENSION] = "import.column_dimension",
        [ROLE_FIGURE] = "import.column_figure",
        [ROLE_QUANTITY] = "import.column_quantity",
        [ROLE_PUBLISHED] = "import.column_published",
        [ROLE_BREAKDOWN] = "import.column_breakdown",
        [ROLE_SCHOOL_YEAR] = "import.column_school_year"
    };
    const struct codebook *book = &reading->study->codebook;
    const char *meaning = "";
    if (column->role == ROLE_FIGURE)
        meaning = figure_meaning(reading, column);
    else if (column->role == ROLE_DIMENSION)
        meaning = book->dimensions[column->dimension].id;
    else
        meaning = tier_words(reading, column->tier);
    SAY(reading, roles[column->role], "column", count_text(reading, at + 1),
        "header", column->head, "meaning", meaning);
}

void explain_columns(const struct reading *reading,
                     const struct columns *columns)
{
    const struct detected *detected = &reading->detected;
    const struct heads *heads = &detected->heads;
    if (!wanted(reading))
        return;
    SAY(reading, delimiter_message(detected->delimiter));
    SAY(reading, heads->height == 1 ? "import.head_row" : "import.head_rows",
        "first", count_text(reading, detected->top.rows[heads->first].row),
        "last",
        count_text(reading,
                   detected->top.rows[heads->first + heads->height - 1].row));
    for (size_t i = 0; i < columns->count; i++)
        if (columns->items[i].head[0] != '\0')
            explain_column(reading, &columns->items[i], i);
}

void explain_cutoff(const struct reading *reading)
{
    static const char *const messages[] = {
        [CUTOFF_SOURCE] = "import.cutoff_source",
        [CUTOFF_TITLE] = "import.cutoff_title",
        [CUTOFF_NAME] = "import.cutoff_name",
        [CUTOFF_UNCLEAR] = "import.cutoff_unclear",
    };
    if (!wanted(reading) || reading->cutoff_from == CUTOFF_NONE)
        return;
    struct text day = text_new();
    date_add(&day, reading->cutoff);
    SAY(reading, messages[reading->cutoff_from], "date", day.bytes);
    text_free(&day);
}

static const char *convention_message(const struct reading *reading,
                                      const struct column *column)
{
    const struct number_vote *vote = &column->vote;
    bool comma = column->decimal == DECIMAL_COMMA;
    if (column->refused)
        return "import.numbers_refused";
    if (reading->layout->decimal != DECIMAL_AUTO)
        return comma ? "import.numbers_comma_layout"
                     : "import.numbers_point_layout";
    if (column->pending && column->decimal == DECIMAL_AUTO)
        return "import.numbers_open";
    if (column->pending)
        return comma ? "import.numbers_comma_totals"
                     : "import.numbers_point_totals";
    if (column->decimal == DECIMAL_AUTO)
        return vote->counts[NUMBER_WHOLE] > 0 ? "import.numbers_whole"
                                              : "import.numbers_none";
    return comma ? "import.numbers_comma_vote" : "import.numbers_point_vote";
}

void explain_rows(const struct reading *reading, const struct columns *columns)
{
    const struct source *source = &reading->into->sources[reading->source];
    if (!wanted(reading))
        return;
    for (size_t i = 0; i < columns->count; i++) {
        const struct column *column = &columns->items[i];
        if (column->role != ROLE_FIGURE)
            continue;
        bool comma = column->decimal == DECIMAL_COMMA;
        SAY(reading, convention_message(reading, column), "column",
            count_text(reading, i + 1), "header", column->head, "votes",
            count_text(
                reading,
                column->vote.counts[comma ? NUMBER_COMMA : NUMBER_POINT]));
    }
    SAY(reading, "import.rows", "read", count_text(reading, source->rows_read),
        "used", count_text(reading, source->rows_used), "ignored",
        count_text(reading, source->rows_ignored), "rejected",
        count_text(reading, source->rows_rejected));
}
