/*
 * reading.h - what the parts of the importer share while one file is read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_READING_H
#define HOCTAP_IMPORTERS_READING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/base/date.h"
#include "engine/base/period.h"
#include "engine/model/finding.h"
#include "engine/model/layout.h"
#include "engine/model/table.h"
#include "importers/detect.h"
#include "importers/import.h"

struct arena;

/* Where the day of a file's figures stands. */
enum cutoff_from {
    CUTOFF_NONE,
    CUTOFF_SOURCE, /* project.yaml, or the command line */
    CUTOFF_TITLE,  /* a line above the heads */
    CUTOFF_NAME,   /* the file's name */
    CUTOFF_UNCLEAR /* lines above the heads say different days */
};

/* One file being read. Everything but the table lives until the file's end. */
struct reading {
    const struct import_context *context;
    const struct study *study;
    struct findings *findings;
    struct table *into;
    const struct source_plan *plan; /* NULL: a loose file */
    const char *name;               /* as findings print it */
    uint32_t source;                /* in the table */
    struct detected detected;
    const struct layout *layout;
    const char *text;
    size_t length;
    period period;    /* of the file as a whole; NO_PERIOD = cells say */
    enum status mark; /* of the file's period: OK, PROVISIONAL, FORECAST */
    date cutoff;      /* its figures are as of this day; DATE_OPEN = unsaid */
    enum cutoff_from cutoff_from;
    struct arena *arena;
};

/* Are there areas to look up, or is this an import of loose files? */
bool reading_has_register(const struct reading *reading);

/* A place in the file; [column] counts from 0, NO_HEAD = the whole line. */
struct finding_place reading_place(const struct reading *reading, unsigned line,
                                   size_t column, const char *value);

#endif
