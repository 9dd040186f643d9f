/*
 * draft.h - a layout for an export that no layout knows, begun by the program
 * and finished by a person.
 *
 * The file is looked over as a clerk would: where the heads are, which column
 * names the areas and of which tier, what year it is about, how numbers are
 * written, which rows are totals or notes. What was understood becomes a line
 * of YAML with the reason beside it; what only a person can know, above all
 * which quantity a column counts, becomes the word TODO with the nearest
 * quantities of the codebook beside it. The draft loads as it stands
 * (layout.h), names itself apart from the layouts there are, and reads the file
 * once the TODOs are filled in.
 *
 * Nothing is decided here that the importer would refuse to decide: a column
 * whose numbers read in two ways gets a comment with the cells in question, not
 * a guess.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_DRAFT_H
#define HOCTAP_IMPORTERS_DRAFT_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/base/fault.h"
#include "engine/base/text.h"

struct arena;
struct import_context;
struct layout;

struct drafted {
    struct text yaml;
    const char *id;
    const struct layout *layout; /* as it loads */
    const char *known;           /* a layout that reads the file already */
    size_t columns, figures;     /* of the file; lines that want a quantity */
    size_t todo;                 /* TODOs in all */
};

/*
 * Drafts from the file at [path], called [name] in words. What lives longer
 * than the call lies in [keeper], and yaml is freed by the caller. Faults: the
 * file cannot be read, is empty, is no text, or holds no table.
 */
bool draft_file(struct drafted *out, const char *path, const char *name,
                const struct import_context *context, struct arena *keeper,
                struct fault *fault) __attribute__((warn_unused_result));

/* Would the drafted layout read this file too? A file that cannot be read is
 * not read by it. */
bool draft_reads(const struct drafted *drafted, const char *path,
                 struct arena *scratch);

#endif
