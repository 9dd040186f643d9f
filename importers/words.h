/*
 * words.h - what the words in cells and heads stand for.
 *
 * Codes of dimensions, statuses, periods and the signs for a missing figure, by
 * the layout's own words first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_WORDS_H
#define HOCTAP_IMPORTERS_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "importers/reading.h"

/*
 * text_fold; and what old converters and fonts put in the place of ư and đ
 * (U+01A3; U+00F0, U+0256, as in TTHTCÐ) is read as those. For comparing; what
 * is printed stays as it is.
 */
char *words_fold(struct arena *arena, const char *text);

/* The code of a folded word in a map, or NULL. */
const char *words_in(const struct value_map *map, const char *folded);

/*
 * A word of a dimension into its byte in a cell, 0 = all: by the column's words
 * ([own] may be NULL), the layout's, the codes themselves, then their names in
 * both languages. Bands of ages are interned in the table.
 */
bool words_code(struct reading *reading, uint16_t dimension,
                const struct value_map *own, const char *word, uint8_t *code);

/* words_nearest.c: the nearest word of some dimensions as "Nữ (sex=F)", for a
 * suggestion; NULL when none is near. */
const char *words_nearest(const struct reading *reading,
                          const uint16_t dimensions[], size_t count,
                          const char *word);

/* A status by the layout's words, by its own name, or by the usual marks of a
 * provisional figure. */
bool words_status(const struct reading *reading, const struct value_map *own,
                  const char *word, enum status *status);

/*
 * A period in any of the forms of period.h, also after the words for "year" and
 * "school year", as a number made of a year (2023.0), or as a part of a year in
 * words; the mark of a provisional year, before or behind it, goes into
 * [status]. A year long before or after any report is a slip, and no period.
 */
bool words_period(const struct reading *reading, const struct value_map *own,
                  const char *word, period *out, enum status *status);

/* words_part.c: "quý ii năm 2023", "6 tháng đầu năm 2023", "t5/2023"; folded.
 */
bool words_part_of_year(const char *folded, period *out);

/* Fills in the period of the file as a whole, if its source, its layout, its
 * name or a title says one; else NO_PERIOD. */
void words_file_period(struct reading *reading);

/*
 * Fills in the day that the file's figures are about, in the reading and in the
 * table's source, when its source, a line above the heads or its name says one.
 */
void words_file_cutoff(struct reading *reading);

/* What a sign in a figure's cell is. */
enum mark { MARK_NONE, MARK_DECLARED, MARK_USUAL, MARK_UNKNOWN };
/*
 * Is the cell a sign for a missing figure? Declared by the layout, or one of
 * the usual ones, or (MARK_UNKNOWN) nothing but punctuation.
 */
enum mark words_missing(const struct reading *reading, const char *cell,
                        enum status *status);

/* A tick: x, ✓ and the like. */
bool words_tick(const char *cell);

#endif
