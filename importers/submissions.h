/*
 * submissions.h - who sent what when: submissions.csv against the table.
 *
 * A line is about a source of project.yaml, or about one file (a glob of its
 * name with or without its folder), so that of two files of one source, too,
 * the later is known.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_SUBMISSIONS_H
#define HOCTAP_IMPORTERS_SUBMISSIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/base/date.h"
#include "engine/model/study.h"

struct arena;
struct findings;
struct source;
struct table;

/*
 * Findings: reports that came after their day, and reports due (by the report's
 * date, when the project has one) of which neither a day of receipt nor a
 * figure is there.
 */
void submissions_check(const struct table *table, const struct study *study,
                       struct findings *findings, struct arena *scratch);

/* Which of two deliveries is later. */
struct delivery {
    bool known;
    long version;
    date received;
};
/*
 * The delivery that a figure of that file's source, area and period came with:
 * for the area or one above it.
 */
struct delivery submissions_delivery(const struct study *study,
                                     const struct source *source, uint32_t area,
                                     period p);
/* 1: [a] is later; -1: [b]; 0: nobody can say. */
int submissions_later(struct delivery a, struct delivery b);

#endif
