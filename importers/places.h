/*
 * places.h - written areas into areas of the register.
 *
 * In this order: the code; for a cell of digits the code it may have been
 * before a spreadsheet, or the name that is a number; the name within the
 * parent (or within the area reported on) on the day the figures are about, the
 * same among higher tiers (a total among its parts); a user's alias. Whatever
 * fits several areas is refused with the candidates, whatever fits none with
 * the nearest.
 *
 * Every question is answered once per file and remembered.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_PLACES_H
#define HOCTAP_IMPORTERS_PLACES_H

#include <stdbool.h>
#include <stdint.h>

#include "importers/reading.h"

struct places;

enum place_outcome {
    PLACE_FOUND,
    PLACE_UNKNOWN,
    PLACE_AMBIGUOUS,
    PLACE_NOT_LIVING
};

struct place_question {
    const char *written;
    enum tier tier;  /* of the column; TIER_NONE = any */
    uint32_t within; /* NO_AREA = anywhere */
    date day;
    bool heading; /* may be an area above the tier outside [within], too */
};

enum { PLACE_CANDIDATES = 6 };

struct place_answer {
    enum place_outcome outcome;
    uint32_t area; /* FOUND; NOT_LIVING: the area that does not */
    bool repaired;
    bool elsewhere; /* UNKNOWN: the candidates have that name, elsewhere */
    uint32_t candidates[PLACE_CANDIDATES]; /* AMBIGUOUS; UNKNOWN: the nearest */
    size_t candidate_count;
    size_t noted; /* the note about a repair, counted from 1 */
};

struct places *places_new(struct reading *reading);

/* Valid until the next question. */
struct place_answer *places_find(struct places *places,
                                 struct place_question question);

/*
 * The day on whose register figures of that period are looked up: stocks are of
 * the map of their date, figures of a period of the map of its end. The date of
 * the source or the file counts for the period that it falls into, and for one
 * that ended in the twelve months before it (that one's end is the day then);
 * other periods of the file are not about that day. Where a source names both
 * its period and its date, the date stands. Without a period: any day.
 *
 * A school year opens in September and ends where period_end says. A change of
 * the map between the two (1 November 2024) leaves it open which one a file of
 * opening enrolment follows, so such files need a date, too.
 */
date places_day(const struct reading *reading, period p);
/* Has the period got a date? */
bool places_dated(const struct reading *reading, period p);

/* Adds the finding that an answer other than FOUND calls for; [count] cells. */
void places_report(struct reading *reading, const struct place_answer *answer,
                   struct place_question question, struct finding_place place,
                   unsigned count);

/* Notes a repair at its first place and counts it at the others. */
void places_note_repair(struct reading *reading, struct place_answer *answer,
                        struct finding_place place);

#endif
