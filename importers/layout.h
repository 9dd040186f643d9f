/*
 * layout.h - loading layouts: how the exports are written.
 *
 * A layout file is a map of layouts by id. Heads, words, marks and globs are
 * folded here once (text_fold), so the reader of exports folds a cell and
 * compares; a `match` pattern is compiled and sees heads as they are written.
 *
 * The names of quantities, dimensions, codes, tiers and statuses are checked
 * against the codebook here, so a layout that loads can be followed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_LAYOUT_H
#define HOCTAP_IMPORTERS_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/base/fault.h"
#include "engine/model/codebook.h"
#include "engine/model/layout.h"

struct arena;

/* A growing list of layouts; grow_release frees it with its arena. */
struct layout_list {
    struct layout *items;
    size_t count, room;
};

/*
 * Adds the layouts of one file. One whose id is already there takes its place,
 * unless it stands at index [fresh_from] or later: then two files of the same
 * folder name it, which is a fault.
 */
bool layout_load(struct layout_list *into, const char *path, size_t fresh_from,
                 const struct codebook *book, struct arena *arena,
                 struct fault *fault) __attribute__((warn_unused_result));

/*
 * The two that are always there: `tidy` (area, period, quantity, value, any
 * dimension, status) and `results` (an indicators.csv of our own).
 */
void layout_add_builtin(struct layout_list *into, const struct codebook *book,
                        struct arena *arena);

const struct layout *layout_find(const struct layout *layouts, size_t count,
                                 const char *id); /* NULL when unknown */
/* The nearest id, or NULL. */
const char *layout_nearest(const struct layout *layouts, size_t count,
                           const char *id, struct arena *scratch);

#endif
