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
#include "engine/model/finding.h"
#include "engine/model/layout.h"

struct arena;
struct text;

/*
 * A growing list of layouts. A later folder replaces the layouts of an earlier
 * one by id, while the same id twice in one folder is a fault: [pass] counts
 * the folders, and every layout keeps the pass it came with.
 */
struct layout_list {
    struct layout *items;
    size_t count, room;
    unsigned *passes;
    size_t pass_room;
    unsigned pass;
};
/* An empty list that is freed with the arena. */
struct layout_list *layout_list_new(struct arena *arena);

/* Adds the layouts of one file. */
bool layout_load(struct layout_list *into, const char *path,
                 const struct codebook *book, struct arena *arena,
                 struct fault *fault) __attribute__((warn_unused_result));

/* The same from memory. */
bool layout_parse(struct layout_list *into, const struct text *text,
                  const struct codebook *book, struct arena *arena,
                  struct fault *fault) __attribute__((warn_unused_result));

/*
 * The two that are always there: `tidy` (area, period, quantity, value, any
 * dimension, status) and `results` (an indicators.csv of our own).
 */
void layout_add_builtin(struct layout_list *into, const struct codebook *book,
                        struct arena *arena);

/* The finding about a draft that still says TODO: in which file and line. */
void layout_unfinished(struct findings *findings, const struct layout *layout,
                       struct finding_place place);

const struct layout *layout_find(const struct layout *layouts, size_t count,
                                 const char *id); /* NULL when unknown */
/* The nearest id, or NULL. */
const char *layout_nearest(const struct layout *layouts, size_t count,
                           const char *id);

#endif
