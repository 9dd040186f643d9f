/*
 * rows_state.h - what the files rows*.c share. For them only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_ROWS_STATE_H
#define HOCTAP_IMPORTERS_ROWS_STATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "importers/columns.h"
#include "importers/numbers.h"
#include "importers/places.h"
#include "importers/reading.h"
#include "importers/records.h"

/* What has come of a record, as bits; none of them: ignored by a rule. */
enum fate { FATE_KEPT = 1, FATE_REJECTED = 2 };

/* What the label of a row (its area, or its first word) says. */
enum label { LABEL_PART, LABEL_TOTAL, LABEL_SKIP, LABEL_BLOCK };

/* A figure whose column is decided only at the end of the file. */
struct pending {
    size_t row, column;
    struct observation observation;
    struct number number;
};

/* The areas that head the rows below them. */
struct outline {
    uint32_t section; /* NO_AREA: none */
    bool leads;       /* the file begins with one */
    bool parts_seen;  /* a row of the column's own tier has been read */
    bool filled;      /* the section's own row had figures */
};

/* The last row that was no part, for the parts below it. */
struct above {
    struct arena *arena; /* of its cells, and of what its parts need */
    const char **cells;  /* as written */
    size_t count;        /* 0: there is none */
    bool open;           /* a block of parts has begun */
};

/* Growth and indices below the figures, of one walk. */
struct block {
    bool data; /* figures have been read */
    bool open;
    unsigned heading, line; /* its heading; the first row set aside */
    unsigned count;         /* rows with figures */
};

struct rows {
    struct reading *reading;
    struct columns *columns;
    struct places *places;
    uint32_t root; /* NO_AREA: not known */
    uint8_t *fates;
    size_t count, fate_room; /* data records so far */
    struct symbols *labels;
    uint8_t *label_kinds;
    size_t label_room;
    struct outline outline;
    bool marked; /* some label begins like a part's */
    struct above above;
    struct block block;
    bool merged;        /* cells of the parent's column are */
    const char *parent; /* the last parent written: merged cells go on */
    struct finding_place carried; /* the first row that took it */
    unsigned carried_count;
    struct symbols *undeclared; /* indicators of results that no quantity is */
    unsigned undeclared_count;  /* their rows */
    unsigned undeclared_line;   /* the first */
    struct map_change *changes; /* rows_map.c: the file's periods */
    size_t change_count, change_room;
    bool undated; /* some of them are refused */
    struct pending *pending;
    size_t pending_count, pending_room;
};

/* One record, and what its words say for all its figures. */
struct row {
    const struct record *record;
    size_t index;
    enum label label;
    const char *name; /* the cell that names the area, or the label */
    size_t name_column;
    uint32_t within;     /* the parent's area */
    uint32_t fixed_area; /* a total's area; NO_AREA = the name says */
    uint32_t heads;      /* the area of its name; NO_AREA: not known */
    period period;
    enum status mark;   /* of a provisional period */
    enum status status; /* STATUS_COUNT: the row says nothing */
    bool published;
    uint16_t quantity;
    struct picks picks;
};

/* rows_filter.c: is the record set aside by a rule? */
bool rows_ignored(struct rows *rows, const struct record *record);
/*
 * What its label says. The area's cell names the row; where it says nothing
 * special the cells left of the figures are asked too (a total written in the
 * column of running numbers or of the areas above), and one that says more
 * names the row when the area's cell is empty.
 */
enum label rows_label(struct rows *rows, const struct record *record,
                      const char **name, size_t *column);
/* Is one of its figures a number or a sign for a missing one? */
bool rows_has_figure(const struct rows *rows, const struct record *record);

/* Does the layout call that word a total? */
bool rows_total_word(const struct reading *reading, const char *word);

/* rows_part.c: is the row about a part of the row above? */
enum part_fate {
    PART_NONE, /* no; its record may have lost a mark */
    PART_READ, /* yes: its record has the whole's cells, its codes are picked */
    PART_DONE  /* nothing is to be read in it */
};
enum part_fate rows_part(struct rows *rows, struct row *row);
/* This row is the whole of the parts that follow. */
void rows_part_whole(struct rows *rows, const struct row *row);

/* rows_block.c: is the record of a second block? Then it is set aside. */
bool rows_block(struct rows *rows, const struct record *record,
                enum label label);
bool rows_block_label(const char *folded);
void rows_block_note(const struct rows *rows);

/* rows_survey.c: the first walk. */
void rows_survey(struct rows *rows);

/* rows_map.c: does the map change within the record's periods, and what would
 * that change? Then the findings; then: are figures of that period refused? */
void rows_survey_map(struct rows *rows, const struct record *record);
void rows_tell_maps(struct rows *rows);
bool rows_undated(const struct rows *rows, period p);

/* rows_words.c: the period that a record or its file says; NO_PERIOD: none, or
 * no such. */
period rows_period(struct rows *rows, const struct record *record);

/* rows_words.c: what the words of a row say; false: a finding says why they
 * cannot be followed, and the row is rejected or, without figures, ignored. */
bool rows_words(struct rows *rows, struct row *row);

/* The finding about all quantities of results that are not declared. */
void rows_list_undeclared(struct rows *rows);

/* rows_parent.c: is the parent's column one of merged cells? Then the area
 * above; then the note about it. */
void rows_survey_parents(struct rows *rows);
bool rows_parent(struct rows *rows, struct row *row);
void rows_note_parents(struct rows *rows);

/* rows_figure.c: all figures of a row. */
void rows_figures(struct rows *rows, struct row *row);

/* rows_pending.c: decides the columns that stand in two readings. */
void rows_decide(struct rows *rows);

/* rows.c: the question about a row's area for a figure of that period, and its
 * answer, first within the section that the row stands in. */
struct place_question rows_question(const struct rows *rows,
                                    const struct row *row, period p);
struct place_answer *rows_place(struct rows *rows,
                                const struct place_question *question);
/* Does the area stand above the tier of the file's areas? */
bool rows_is_total(const struct rows *rows, uint32_t area);

/* A reader placed at the first record below the heads, which is in [first];
 * false when there is none. */
bool rows_begin(struct rows *rows, struct records **records,
                struct record *first);

#endif
