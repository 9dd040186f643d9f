/*
 * export_table.h - the tables among the exports: fixed columns, then one for
 * each dimension that occurs, then fixed columns again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_EXPORT_TABLE_H
#define HOCTAP_REPORT_EXPORT_TABLE_H

#include "engine/base/rows.h"
#include "engine/base/text.h"
#include "engine/model/results.h"
#include "engine/model/study.h"

struct export_table {
    const struct study *study;
    struct rows *rows;
    struct text cell; /* for texts made on the way */
    bool *occurs;     /* by dimension */
    struct arena *arena;
};

/* What the columns are called; NULL ends each list. */
struct export_heads {
    const char *const *before, *const *after;
    bool capitals; /* the dimensions' ids in capitals */
};

void export_table_open(struct export_table *table, struct text *out,
                       const struct export_heads *heads,
                       const struct results *results,
                       const struct study *study);
/* A cell for each dimension that occurs: the result's code in it, or [all]
 * where the result is not broken down by it. */
void export_table_codes(struct export_table *table, const struct result *result,
                        const char *all);
void export_table_close(struct export_table *table);

#endif
