/*
 * layout_columns.h - the parts of a layout that speak of columns and words.
 *
 * For layout.c only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_LAYOUT_COLUMNS_H
#define HOCTAP_IMPORTERS_LAYOUT_COLUMNS_H

#include <stdbool.h>

#include "engine/base/yaml.h"
#include "engine/model/codebook.h"
#include "engine/model/layout.h"

struct arena;

struct layout_reader {
    const struct codebook *book;
    struct arena *arena;
    struct fault *fault;
    struct layout *layout; /* the one whose columns are read */
};

/*
 * Is a person still to write this? A draft (draft.h) has TODO for what it
 * cannot know; such a layout loads, and reads nothing by what is missing.
 */
bool layout_todo(struct layout *layout, const struct yaml *node);

/* Heads and globs as they are compared: every alternative of a|b folded. */
char *layout_fold(struct arena *arena, const char *alternatives);

/* The list under `columns`. */
bool layout_read_columns(struct layout_reader *reader, struct layout *layout,
                         const struct yaml *list);

/* The map under `values` of the whole layout: by dimension, and "status". */
bool layout_read_values(struct layout_reader *reader, struct layout *layout,
                        const struct yaml *map);

/*
 * Words into codes: {Nam: M, "Nữ|F": F}. What a code may be is said by
 * [field] and, for a dimension, its index.
 */
bool layout_read_words(struct layout_reader *reader, struct value_map *values,
                       enum column_field field, uint16_t dimension,
                       const struct yaml *map);

#endif
