/*
 * submission.h - who was to send what by when: the lines of submissions.csv
 * held against the figures that came.
 *
 * A line is about a source of project.yaml, or about one file: a glob of its
 * name with or without its folder. It is late when it came after its day. It is
 * missing when its day has passed (by the report's date, where the project has
 * one) and neither a day of receipt nor a figure is there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_MODEL_SUBMISSION_H
#define HOCTAP_MODEL_SUBMISSION_H

#include <stdbool.h>

#include "engine/base/period.h"
#include "engine/model/study.h"
#include "engine/model/table.h"

/* Is the line about that file, by its source or by itself? */
bool submission_is_about(const struct submission *line,
                         const struct source *source);
/* Of that period? A school year is the calendar year it belongs to; a line
 * without a period is of all. */
bool submission_is_of(const struct submission *line, period p);
bool submission_is_late(const struct submission *line);
bool submission_is_missing(const struct submission *line,
                           const struct table *table,
                           const struct study *study);
/* The files its source reads, which an office knows; the source's own words
 * when it reads none. In the arena when several are joined. */
const char *submission_files(const struct study *study, const char *source,
                             struct arena *arena);

#endif
