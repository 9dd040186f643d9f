/*
 * package.c - the parts of an Office document, zipped by libzip.
 *
 *  (1) Every part bears the first day of zip files: neither the clock nor the
 *      time zone comes in.
 *  (2) The zip is made in memory and written as every file is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/package.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"

enum { FIRST_DAY = 1 << 5 | 1, LEVEL = 6 }; /* 1980-01-01 as DOS writes it */

struct package {
    struct arena *arena;
    zip_source_t *target;
    zip_t *zip;
    bool failed;
};

struct package *package_new(void)
{
    struct arena *arena = arena_new();
    struct package *package = arena_new_of(arena, struct package);
    package->arena = arena;
    package->target = zip_source_buffer_create(NULL, 0, 0, NULL);
    if (package->target != NULL) {
        zip_source_keep(package->target);
        package->zip = zip_open_from_source(package->target,
                                            ZIP_CREATE | ZIP_TRUNCATE, NULL);
    }
    if (package->zip == NULL)
        out_of_memory(sizeof *package);
    return package;
}

void package_add(struct package *package, const char *name, const char *bytes,
                 size_t length, bool packed)
{
    char *copy = arena_copy(package->arena, bytes, length);
    zip_source_t *part = zip_source_buffer(package->zip, copy, length, 0);
    zip_int64_t at = zip_file_add(package->zip, name, part, ZIP_FL_ENC_UTF_8);
    if (at < 0) {
        zip_source_free(part);
        package->failed = true;
        return;
    }
    zip_uint64_t index = (zip_uint64_t)at;
    zip_set_file_compression(package->zip, index,
                             packed ? ZIP_CM_STORE : ZIP_CM_DEFLATE,
                             packed ? 0 : LEVEL);
    zip_file_set_dostime(package->zip, index, 0, FIRST_DAY, 0); /* (1) */
}

/* The whole zip, or NULL. */
static char *zipped(struct package *package, size_t *length)
{
    zip_stat_t status;
    int closed = package->failed ? -1 : zip_close(package->zip);
    if (closed == 0)
        package->zip = NULL;
    if (closed != 0 || zip_source_open(package->target) != 0)
        return NULL;
    char *bytes = NULL;
    if (zip_source_stat(package->target, &status) == 0) {
        *length = (size_t)status.size;
        bytes = arena_alloc(package->arena, *length + 1, 1);
        if (zip_source_read(package->target, bytes, status.size) !=
            (zip_int64_t)status.size)
            bytes = NULL;
    }
    zip_source_close(package->target);
    return bytes;
}

/* (2) */
bool package_write(struct package *package, const char *path,
                   struct fault *fault)
{
    size_t length = 0;
    char *bytes = zipped(package, &length);
    bool done = bytes == NULL
                    ? fault_set(fault, FAULT_INTERNAL, PLACE_FILE(path),
                                "report.not_packed", NULL)
                    : file_write(path, bytes, length, fault);
    package_free(package);
    return done;
}

void package_free(struct package *package)
{
    if (package->zip != NULL)
        zip_discard(package->zip);
    zip_source_free(package->target);
    arena_free(package->arena);
}
