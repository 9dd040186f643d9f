/*
 * export.h - results in the forms that other programs read: a file a format.
 *
 * To add one: a file NAME.c in engine/report/exports that ends in the constant
 * export_NAME. An export tells what `run` tells in indicators.csv, no more:
 * what is hidden there has no number here, and nothing is computed anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_EXPORT_H
#define HOCTAP_REPORT_EXPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/model/results.h"
#include "engine/model/study.h"

struct text;

struct export_format {
    const char *id, *suffix;
    bool compares; /* areas of one tier, beside the whole: needs them all */
    /* Adds the file to [out]; returns how many results the format has no place
     * for: a sort of period that it does not know. The results are sorted. */
    size_t (*write)(struct text *out, const struct results *results,
                    const struct study *study);
};

const struct export_format *export_find(const char *id); /* or NULL */
size_t export_count(void);
const struct export_format *export_at(size_t index);

#endif
