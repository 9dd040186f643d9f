/*
 * unzipped.h - looking into the zips that Office documents are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_TESTS_UNZIPPED_H
#define HOCTAP_TESTS_UNZIPPED_H

#include <string.h>
#include <zip.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "tests/house.h"

static inline char *unzipped_at(zip_t *zip, zip_uint64_t index,
                                struct arena *arena)
{
    zip_stat_t status;
    assert_int_equal(zip_stat_index(zip, index, 0, &status), 0);
    char *bytes = arena_alloc(arena, status.size + 1, 1);
    zip_file_t *part = zip_fopen_index(zip, index, 0);
    assert_non_null(part);
    assert_int_equal(zip_fread(part, bytes, status.size), status.size);
    zip_fclose(part);
    return bytes;
}

/* A part by its name; the test fails when it is not there. */
static inline char *unzipped(const char *path, const char *name,
                             struct arena *arena)
{
    zip_t *zip = zip_open(path, ZIP_RDONLY, NULL);
    assert_non_null(zip);
    zip_int64_t index = zip_name_locate(zip, name, 0);
    assert_true(index >= 0);
    char *bytes = unzipped_at(zip, (zip_uint64_t)index, arena);
    zip_close(zip);
    return bytes;
}

/* Do tags open and close in order, with nothing but them between < and >? */
static inline bool is_well_formed(const char *xml)
{
    enum { DEEPEST = 100 };
    const char *open[DEEPEST];
    size_t depth = 0;
    while ((xml = strchr(xml, '<')) != NULL) {
        const char *end = strchr(xml, '>');
        if (end == NULL || memchr(xml + 1, '<', (size_t)(end - xml - 1)))
            return false;
        const char *name = xml + 1 + (xml[1] == '/');
        size_t length = strcspn(name, " />\n");
        if (xml[1] == '/') {
            if (depth == 0 || strncmp(open[--depth], name, length) != 0)
                return false;
        } else if (xml[1] != '?' && end[-1] != '/') {
            if (depth == DEEPEST)
                return false;
            open[depth++] = name;
        }
        xml = end;
    }
    return depth == 0;
}

/* All XML parts one after another, each well formed. */
static inline char *unzipped_all(const char *path, struct arena *arena)
{
    struct text all = text_new();
    zip_t *zip = zip_open(path, ZIP_RDONLY, NULL);
    assert_non_null(zip);
    for (zip_uint64_t i = 0; i < (zip_uint64_t)zip_get_num_entries(zip, 0);
         i++) {
        const char *name = zip_get_name(zip, i, 0);
        if (strstr(name, ".xml") == NULL && strstr(name, ".rels") == NULL)
            continue;
        const char *part = unzipped_at(zip, i, arena);
        assert_true(is_well_formed(part));
        text_add(&all, part);
    }
    zip_close(zip);
    char *copy = arena_copy(arena, all.bytes, all.length);
    text_free(&all);
    return copy;
}

#endif
