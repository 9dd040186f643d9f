/*
 * submission.c - who was to send what by when.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/model/submission.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"
#include "engine/base/number.h"
#include "engine/base/pattern.h"

bool submission_is_about(const struct submission *line,
                         const struct source *source)
{
    return line->file ? glob_match(line->source, source->name) ||
                            glob_match(line->source, path_name(source->name))
                      : strcmp(line->source, source->group) == 0;
}

bool submission_is_of(const struct submission *line, period p)
{
    return line->period == NO_PERIOD ||
           period_calendar(line->period) == period_calendar(p);
}

bool submission_is_late(const struct submission *line)
{
    return line->received != DATE_OPEN && line->due != DATE_OPEN &&
           line->received > line->due;
}

static bool has_figure(const struct submission *line, const struct table *table,
                       const struct study *study)
{
    for (size_t i = 0; i < table->count; i++)
        if (has_value(table->value[i]) &&
            submission_is_of(line, table->period[i]) &&
            (line->area == NO_AREA ||
             area_is_in(&study->areas, table->area[i], line->area)) &&
            submission_is_about(line, &table->sources[table->source[i]]))
            return true;
    return false;
}

bool submission_is_missing(const struct submission *line,
                           const struct table *table, const struct study *study)
{
    date today = study->project.report_date;
    return line->received == DATE_OPEN && line->due != DATE_OPEN &&
           (today == DATE_OPEN || line->due <= today) &&
           !has_figure(line, table, study);
}

const char *submission_files(const struct study *study, const char *source,
                             struct arena *arena)
{
    const struct project *project = &study->project;
    const char *files = NULL;
    for (size_t i = 0; i < project->source_count; i++) {
        const struct source_plan *plan = &project->sources[i];
        for (size_t k = 0; k < plan->file_count; k++)
            if (strcmp(plan->name, source) == 0)
                files = files == NULL ? plan->files[k]
                                      : arena_format(arena, "%s, %s", files,
                                                     plan->files[k]);
    }
    return files != NULL ? files : source;
}
