/*
 * words_cutoff.c - the day that the figures of a file are about.
 *
 *  (1) The word of the source or the command line goes first; then a line
 *      above the heads; then the file's name. What stands in the file counts
 *      only when it says one day.
 *  (2) In a line the day follows "đến", "thời điểm" or "as of": có đến
 *      31/12/2025, tính đến ngày 30-6-2025. A document's own date does not.
 *      A month alone, đến hết tháng 6/2025, is its last day.
 *  (3) In a name any full date is one: 2025-06-30, 30.6.2025, 20250630.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"
#include "engine/base/pattern.h"
#include "engine/base/text.h"
#include "importers/words.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

#define AFTER                                                                  \
    "(?:đến|den|thời điểm|thoi diem|as of|as at|until|up to)"          \
    "(?: hết| cuối)?(?: ngày| ngay)?:? ?"
#define MONTHS                                                                 \
    "(?<name>january|february|march|april|may|june|july|august|september|"     \
    "october|november|december)"
#define YEAR "(?<y>(?:19|20)\\d\\d)(?!\\d)"

/* (2) On folded text. */
static const char *const line_forms[] = {
    AFTER "(?<d>\\d{1,2}) ?[/.-] ?(?<m>\\d{1,2}) ?[/.-] ?" YEAR,
    AFTER "(?<d>\\d{1,2}) (?:tháng|thang) (?<m>\\d{1,2}) (?:năm|nam) " YEAR,
    AFTER "(?:tháng|thang) (?<m>\\d{1,2}) ?(?:/|-|năm|nam) ?" YEAR,
    AFTER "(?<y>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2})(?!\\d)",
    AFTER "(?<d>\\d{1,2})(?:st|nd|rd|th)? " MONTHS ",? " YEAR,
    AFTER MONTHS " (?<d>\\d{1,2})(?:st|nd|rd|th)?,? " YEAR,
};

/* (3) */
static const char *const name_forms[] = {
    "(?<!\\d)(?<y>(?:19|20)\\d\\d)[-._]?(?<m>\\d{2})[-._]?(?<d>\\d{2})(?!\\d)",
    "(?<!\\d)(?<d>\\d{1,2})[-._](?<m>\\d{1,2})[-._]" YEAR,
    "(?<!\\d)(?<d>\\d{2})(?<m>\\d{2})" YEAR,
};

static int month_called(const char *name)
{
    static const char first[] = "janfebmaraprmayjunjulaugsepoctnovdec";
    for (int month = 0; month < 12; month++)
        if (strncmp(name, first + (size_t)(3 * month), 3) == 0)
            return month + 1;
    return 0;
}

/* The day that the groups d, m or name, and y make; DATE_OPEN: no such day. */
static date day_of(const struct pattern *pattern, const char *groups[],
                   size_t count, struct arena *arena)
{
    int year = 0, month = 0, day = 0;
    date out = DATE_OPEN;
    for (size_t i = 0; i < count; i++) {
        const char *name = pattern_group_name(pattern, i);
        if (groups[i] == NULL)
            continue;
        int number = (int)strtol(groups[i], NULL, 10);
        if (strcmp(name, "y") == 0)
            year = number;
        else if (strcmp(name, "m") == 0)
            month = number;
        else if (strcmp(name, "d") == 0)
            day = number;
        else
            month = month_called(groups[i]);
    }
    if (day == 0 && month >= 1 && month <= 12)
        return date_last_of(year, month);
    const char *iso = arena_format(arena, "%04d-%02d-%02d", year, month, day);
    return date_parse(iso, &out) ? out : DATE_OPEN;
}

static date day_in(const char *words, const char *const forms[], size_t count,
                   struct arena *arena)
{
    date found = DATE_OPEN;
    if (strpbrk(words, "0123456789") == NULL)
        return found;
    for (size_t i = 0; i < count && found == DATE_OPEN; i++) {
        struct pattern *pattern;
        struct fault fault;
        const char *groups[4];
        if (!pattern_compile(&pattern, forms[i], NO_PLACE, arena, &fault))
            continue;
        size_t known = pattern_group_count(pattern);
        if (pattern_match(pattern, words, false, groups, known, arena))
            found = day_of(pattern, groups, known, arena);
    }
    return found;
}

/* (1) False: the lines say different days. */
static bool day_above_heads(const struct reading *reading, date *out)
{
    const struct detected *detected = &reading->detected;
    *out = DATE_OPEN;
    for (size_t i = 0; i < detected->heads.first; i++) {
        const char *line =
            words_fold(reading->arena,
                       top_line(&detected->top.rows[i], false, reading->arena));
        date found =
            day_in(line, line_forms, COUNT(line_forms), reading->arena);
        if (found != DATE_OPEN && *out != DATE_OPEN && found != *out)
            return false;
        if (found != DATE_OPEN)
            *out = found;
    }
    return true;
}

void words_file_cutoff(struct reading *reading)
{
    struct source *source = &reading->into->sources[reading->source];
    reading->cutoff_from = CUTOFF_SOURCE;
    reading->cutoff = reading->plan != NULL ? reading->plan->cutoff : DATE_OPEN;
    if (reading->cutoff == DATE_OPEN) {
        reading->cutoff_from = CUTOFF_TITLE;
        if (!day_above_heads(reading, &reading->cutoff)) {
            reading->cutoff = DATE_OPEN;
            reading->cutoff_from = CUTOFF_UNCLEAR;
            return;
        }
    }
    if (reading->cutoff == DATE_OPEN) {
        reading->cutoff_from = CUTOFF_NAME;
        reading->cutoff = day_in(path_name(reading->name), name_forms,
                                 COUNT(name_forms), reading->arena);
    }
    if (reading->cutoff == DATE_OPEN)
        reading->cutoff_from = CUTOFF_NONE;
    source->cutoff = reading->cutoff;
}
