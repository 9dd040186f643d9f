/*
 * study_fixture.h - what every test of a loader starts from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_TESTS_STUDY_FIXTURE_H
#define HOCTAP_TESTS_STUDY_FIXTURE_H

#include "tests/unit/importers/study_folder.h"

/* A fresh folder, an arena, no fault yet. */
static struct arena *arena;
static struct fault fault;

static inline int start(void **state)
{
    (void)state;
    arena = arena_new();
    fault = (struct fault){ .message = "none" };
    folder_reset();
    return 0;
}

static inline int stop(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

#endif
