/*
 * draft_period.c - what period an unknown table is about.
 *
 *  (1) A column of periods knows best; then the heads, when every column of
 *      figures has a year in its own; then a part of a year in the file's name
 *      (2025-H2); then a line above the heads that says "năm" or "year"; then
 *      the file's name; then a lone year above the heads.
 *  (2) A quarter or the months so far stand in a line as words: "quý II năm
 *      2023"; the pattern takes all of them, so that it reads the next one.
 *  (3) Nothing said: a person must say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"
#include "engine/base/pattern.h"
#include "engine/base/symbol.h"
#include "importers/draft_state.h"
#include "importers/words.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

bool draft_is_year(const char *cell)
{
    return strlen(cell) == 4 && strspn(cell, "0123456789") == 4 &&
           (strncmp(cell, "19", 2) == 0 || strncmp(cell, "20", 2) == 0);
}

bool draft_is_period(struct draft *draft, const char *cell)
{
    enum status status;
    period when;
    if (cell[0] >= '0' && cell[0] <= '9' && strlen(cell) < 4)
        return false; /* the common case */
    return words_period(draft->reading, NULL, cell, &when, &status) &&
           period_year(when) >= 1900 && period_year(when) <= 2100;
}

/* --- lines above the heads -------------------------------------------------
 */

static const char *title_line(const struct draft *draft, size_t row)
{
    return top_line(&draft->reading->detected.top.rows[row], false,
                    draft->arena);
}

/* What follows "Đơn vị tính:", or NULL. */
static const char *unit_in(struct draft *draft, const char *line)
{
    static const char *const marks[] = { "đơn vị tính", "đvt", "unit" };
    const char *folded = text_fold(draft->arena, line);
    for (size_t i = 0; i < COUNT(marks); i++) {
        const char *at = strstr(folded, marks[i]);
        const char *colon = at != NULL ? strchr(at, ':') : NULL;
        if (colon != NULL) {
            const char *unit = text_trim(draft->arena, colon + 1);
            size_t length = strlen(unit);
            return length > 0 && unit[length - 1] == ')'
                       ? arena_copy(draft->arena, unit, length - 1)
                       : unit;
        }
    }
    return NULL;
}

void draft_titles(struct draft *draft)
{
    size_t longest = 0;
    for (size_t i = 0; i < draft->reading->detected.heads.first; i++) {
        const char *line = title_line(draft, i);
        const char *folded = text_fold(draft->arena, line);
        const char *unit = unit_in(draft, line);
        if (unit != NULL)
            draft->unit = unit;
        if (unit != NULL || line[0] == '(' || text_starts(folded, "năm ") ||
            strstr(folded, "cộng hòa xã hội chủ nghĩa") != NULL ||
            strstr(folded, "độc lập") != NULL || text_length(line) <= longest)
            continue; /* units, dates and the state's motto name no table */
        longest = text_length(line);
        draft->title = line;
    }
    /* Several units say nothing about a single column. */
    if (draft->unit != NULL && strpbrk(draft->unit, ",;") == NULL)
        draft->power = number_power(draft->unit, draft->arena);
}

/* Globs end at what changes from year to year or has a meaning in a glob. */
const char *draft_title_glob(struct draft *draft)
{
    if (draft->title == NULL)
        return NULL;
    struct text glob = text_new();
    text_add(&glob, "*");
    for (const char *at = draft->title; *at != '\0';) {
        size_t digits = strspn(at, "0123456789");
        if (digits == 4 && (at[0] == '1' || at[0] == '2')) {
            if (glob.bytes[glob.length - 1] != '*')
                text_add_char(&glob, '*');
            at += digits;
        } else if (digits > 0) {
            text_add_bytes(&glob, at, digits);
            at += digits;
        } else {
            text_add_char(&glob, strchr("*?|", *at) != NULL ? '?' : *at);
            at++;
        }
    }
    if (glob.bytes[glob.length - 1] != '*')
        text_add_char(&glob, '*');
    const char *copy = arena_copy(draft->arena, glob.bytes, glob.length);
    text_free(&glob);
    return copy;
}

/* --- patterns --------------------------------------------------------------
 */

/* The first group of the pattern in the text, when it is a period. */
static const char *found_by(struct draft *draft, const char *source,
                            const char *text)
{
    struct pattern *pattern;
    struct fault fault;
    const char *groups[4] = { NULL };
    if (!pattern_compile(&pattern, source, NO_PLACE, draft->arena, &fault) ||
        !pattern_match(pattern, text, false, groups, COUNT(groups),
                       draft->arena) ||
        groups[0] == NULL || !draft_is_period(draft, groups[0]))
        return NULL;
    return groups[0];
}

static bool take(struct draft *draft, enum draft_period_from from,
                 const char *source, const char *text)
{
    const char *seen = found_by(draft, source, text);
    if (seen == NULL)
        return false;
    draft->period_from = from;
    draft->period_word = source;
    draft->period_seen = seen;
    draft->school_years =
        strpbrk(seen, "-\xE2") != NULL && strpbrk(seen, "HQM") == NULL;
    return true;
}

static bool in_title(struct draft *draft, const char *source)
{
    for (size_t i = 0; i < draft->reading->detected.heads.first; i++)
        if (take(draft, DRAFT_PERIOD_TITLE, source, title_line(draft, i)))
            return true;
    return false;
}

static bool part_in_name(struct draft *draft)
{
    return take(draft, DRAFT_PERIOD_FILE, "((?:19|20)\\d\\d-[HQM]\\d+)",
                path_name(draft->reading->name));
}

/* "giai đoạn 2018 - 2023" is no school year. */
static bool in_name(struct draft *draft)
{
    static const char *const sources[] = { "(20\\d\\d-20\\d\\d)", "(\\d{4})",
                                           "((?:19|20)\\d\\d)" };
    const char *name = path_name(draft->reading->name);
    for (size_t i = 0; i < COUNT(sources); i++)
        if (take(draft, DRAFT_PERIOD_FILE, sources[i], name))
            return true;
    return false;
}

/* (1) */
void draft_period(struct draft *draft)
{
    if (draft->period != NO_HEAD) {
        const struct draft_column *column = &draft->columns[draft->period];
        draft->period_from = DRAFT_PERIOD_COLUMN;
        for (uint32_t i = 0; i < symbols_count(column->words); i++)
            draft->school_years = draft->school_years ||
                                  !draft_is_year(symbol_text(column->words, i));
    } else if (draft_families_all(draft)) {
        draft->period_from = DRAFT_PERIOD_HEAD;
    } else if (!part_in_name(draft) &&
               !in_title(draft, "(?i)((?:quý (?:I{1,3}|IV|[1-4])|" /* (2) */
                                "(?:3|6|9|ba|sáu|chín) tháng)\\b.*?\\d{4})") &&
               !in_title(draft, "(?i)năm học:? (\\d{4}\\s*[-\xE2\x80\x93]\\s*"
                                "\\d{2,4})") &&
               !in_title(draft, "(?i)(?:năm|year):? (\\d{4})") &&
               !in_name(draft) && !in_title(draft, "\\b((?:19|20)\\d\\d)\\b")) {
        draft->period_from = DRAFT_PERIOD_OPEN; /* (3) */
    }
}
