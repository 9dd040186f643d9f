/*
 * import.h - messy files in, observations out.
 *
 * The road of one file: bytes -> text (decode) -> records (records) -> the
 * layout, delimiter and heads that fit (detect, headers) -> observations (rows,
 * with numbers, places and periods) -> the table. A project's files are read in
 * the order of its sources and of their names; then twins are settled and what
 * the submissions say is noted.
 *
 * The law: a data record is used, ignored by a rule, or rejected with a finding
 * that names file, line, column, value and reason; the three counts in struct
 * source add up to the records read. Nothing ambiguous is guessed.
 *
 * A file that cannot be opened is a fault. A file with bad content is a finding
 * and the run goes on with the next.
 *
 * Without a project (no areas in the study) areas are kept as they are written,
 * as symbols of table->written.
 *
 * What a source of project.yaml says ranks between the columns of the layout,
 * which know better, and the layout as a whole: it fills in the quantity, codes
 * and scale that a column leaves open and replaces the layout's own period.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_IMPORT_H
#define HOCTAP_IMPORTERS_IMPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/base/fault.h"
#include "engine/model/study.h"

struct arena;
struct findings;
struct proposals;
struct table;
struct text;

/* How far the reading has come, in bytes of all files of this call. */
struct import_progress {
    void (*tell)(void *to, size_t done, size_t all); /* NULL = nobody asks */
    void *to;
};

struct import_context {
    const struct study *study;
    struct findings *findings;
    struct text *explanation; /* what was chosen and why; NULL = not wanted */
    struct proposals *proposals; /* aliases for unknown names; NULL = none */
    struct arena *scratch;       /* rewound after every file */
    struct import_progress progress;
};

/*
 * All sources of the study's project, each file with the layout its source
 * names; then twins and submissions.
 */
bool import_project(struct table *into, const struct import_context *context,
                    struct fault *fault) __attribute__((warn_unused_result));

/*
 * One file: opened as [path], called [name] in findings and in the table.
 * [plan] is the source it belongs to; NULL = the layout is found out. Call
 * import_finish after the last file.
 */
bool import_file(struct table *into, const char *path, const char *name,
                 const struct source_plan *plan,
                 const struct import_context *context, struct fault *fault)
    __attribute__((warn_unused_result));

/* Settles twins over all files of the table. */
void import_finish(struct table *into, const struct import_context *context);

#endif
