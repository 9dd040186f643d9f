/*
 * drawing.h - what tests of drawing share: folders to draw into, what stands in
 * them afterwards, and shell scripts in gnuplot's place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_TESTS_CHARTS_DRAWING_H
#define HOCTAP_TESTS_CHARTS_DRAWING_H

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "tests/house.h"

#include "charts/chart.h"
#include "engine/base/files.h"
#include "tests/laws/charts/samples.h"

/* Of the whole program. */
static struct arena *arena;

/* A program that does what [lines] say. */
static inline const char *stand_in(const char *name, const char *lines)
{
    const char *path =
        test_write(name, arena_format(arena, "#!/bin/sh\n%s\n", lines));
    assert_int_equal(chmod(path, 0755), 0);
    return arena_string(arena, path);
}

/* A fresh folder below the test's own. */
static inline const char *fresh(const char *name)
{
    const char *path = arena_string(arena, test_path(name));
    struct fault fault;
    assert_true(folder_make(path, &fault));
    return path;
}

static inline char *contents(const char *folder, const char *name,
                             size_t *length)
{
    char *bytes;
    struct fault fault;
    assert_true(file_read(&bytes, length, path_join(arena, folder, name), 0,
                          arena, &fault));
    return bytes;
}

/* Everything in a folder, hidden files too, as one line. */
static inline const char *listing(const char *folder)
{
    char line[512] = "";
    FILE *list = popen(arena_format(arena, "ls -A '%s'", folder), "r");
    assert_non_null(list);
    char name[256];
    while (fgets(name, sizeof name, list) != NULL) {
        name[strcspn(name, "\n")] = '\0';
        size_t used = strlen(line);
        snprintf(line + used, sizeof line - used, "%s%s", used ? " " : "",
                 name);
    }
    pclose(list);
    return arena_string(arena, line);
}

static inline struct chart_spec named(const char *name)
{
    struct chart_spec spec = sample_league(arena, 8, 46.8, 30);
    spec.name = name;
    return spec;
}

/* No half picture, the older one as it was, and nothing else but [left]. */
static inline void assert_nothing_half(const char *folder,
                                       const struct fault *fault,
                                       const char *message, const char *left)
{
    assert_fault(fault, message);
    assert_string_equal(listing(folder), left);
    size_t length;
    assert_string_equal(contents(folder, "a.svg", &length), "older");
}

static inline const char *with_older(const char *name)
{
    const char *folder = fresh(name);
    struct fault fault;
    assert_true(
        file_write(path_join(arena, folder, "a.svg"), "older", 5, &fault));
    return folder;
}

static inline int drawing_begin(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static inline int drawing_end(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

#endif
