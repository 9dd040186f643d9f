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

static const char *period_words(struct reading *reading)
{
    const struct layout *layout = reading->layout;
    struct arena *arena = reading->arena;
    const char *found = NULL;
    if (layout->period_from == PERIOD_FROM_FILE) {
        found = period_group(layout->period_pattern, path_name(reading->name),
                             arena);
        return found != NULL
                   ? found
                   : period_group(layout->period_pattern, reading->name, arena);
    }
    if (layout->period_from != PERIOD_FROM_TITLE)
        return NULL;
    for (size_t i = 0; i < reading->detected.heads.first && found == NULL; i++)
        found = period_group(
            layout->period_pattern,
            top_line(&reading->detected.top.rows[i], false, arena), arena);
    return found;
}

void words_file_period(struct reading *reading)
{
    const struct source_plan *plan = reading->plan;
    reading->period = NO_PERIOD;
    reading->mark = STATUS_OK;
    if (plan != NULL && plan->period != NO_PERIOD) {
        reading->period = plan->period;
        return;
    }
    if (reading->layout->period_from == PERIOD_FIXED) {
        reading->period = reading->layout->period_fixed;
        return;
    }
    const char *words = period_words(reading);
    if (words != NULL)
        (void)words_period(reading, NULL, words, &reading->period,
                           &reading->mark);
}
