/*
 * words_file_period.c - the period that a whole file is about.
 *
 * The source's word goes before the layout's: fixed, in the file's name, or in
 * a line above the heads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"
#include "engine/base/pattern.h"
#include "importers/words.h"

/* The group called period, or the first one. */
static const char *period_group(const struct pattern *pattern,
                                const char *subject, struct arena *arena)
{
    size_t count = pattern_group_count(pattern), wanted = 0;
    const char **groups = arena_array(arena, count + 1, const char *);
    for (size_t i = 0; i < count; i++)
        if (strcmp(pattern_group_name(pattern, i), "period") == 0)
            wanted = i;
    return pattern_match(pattern, subject, false, groups, count + 1, arena)
               ? groups[wanted]
               : NULL;
}

/* The first match that is a period: a number of a letter before the year is
 * none. */
static bool period_in(struct reading *reading, const char *subject)
{
    const char *found;
    while ((found = period_group(reading->layout->period_pattern, subject,
                                 reading->arena)) != NULL) {
        if (words_period(reading, NULL, found, &reading->period,
                         &reading->mark))
            return true;
        const char *at = strstr(subject, found);
        if (at == NULL || found[0] == '\0')
            return false;
        subject = at + strlen(found);
    }
    return false;
}

static void period_in_title(struct reading *reading)
{
    const struct detected *detected = &reading->detected;
    for (size_t i = 0; i < detected->heads.first; i++)
        if (period_in(reading,
                      top_line(&detected->top.rows[i], false, reading->arena)))
            return;
}

void words_file_period(struct reading *reading)
{
    const struct source_plan *plan = reading->plan;
    const struct layout *layout = reading->layout;
    reading->period = NO_PERIOD;
    reading->mark = STATUS_OK;
    if (plan != NULL && plan->period != NO_PERIOD)
        reading->period = plan->period;
    else if (layout->period_from == PERIOD_FIXED)
        reading->period = layout->period_fixed;
    else if (layout->period_from == PERIOD_FROM_TITLE)
        period_in_title(reading);
    else if (layout->period_from == PERIOD_FROM_FILE &&
             !period_in(reading, path_name(reading->name)))
        (void)period_in(reading, reading->name);
}
