/*
 * data_package.h - what a folder of figures holds, for programs: a Data
 * Package.
 *
 * datapackage.json names every file beside it with its size, its SHA-256 sum
 * and, for tables, its columns and their types; and every file that was read,
 * so that a reader can tell whether two people worked on the same exports.
 *
 * Source: Data Package standard, version 2 (datapackage.org).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_DATA_PACKAGE_H
#define HOCTAP_REPORT_DATA_PACKAGE_H

#include <stddef.h>

#include "engine/model/study.h"

struct text;

struct data_file {
    const char *path; /* relative to the package, parts parted by / */
    const char *bytes;
    size_t length;
};

/* Adds the description to [out]. [files] are beside it, [sources] were read. */
void data_package_describe(struct text *out, const struct data_file files[],
                           size_t file_count, const struct data_file sources[],
                           size_t source_count, const struct study *study);

#endif
