/*
 * parts.h - the words for a part of a row's figures: "Trong đó: Nữ".
 *
 * Below an area's row offices write what part of its figures is women's, the
 * countryside's, a minority's. Such a word is a code of some dimension: by the
 * words of the layout, then by the codes' own names. It counts only in the
 * dimensions that the figures of the file may carry, and only when one code
 * alone is called so. "Nữ - Female" says the same twice; "Nữ dân tộc thiểu số"
 * is two codes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_PARTS_H
#define HOCTAP_IMPORTERS_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "importers/columns.h"

enum part_mark {
    PART_PLAIN,
    PART_OPENS, /* "Trong đó", "Of which", "Chia ra": parts follow */
    PART_DASH   /* "- Nữ" */
};

/* How a label begins; [rest] is what is left of it, [folded], without marks. */
enum part_mark part_mark(const char *folded, const char **rest);

enum part_sense { PART_UNKNOWN, PART_CODES, PART_AMBIGUOUS };

/* What the word says, written or folded; picks are added on PART_CODES. */
enum part_sense part_read(struct reading *reading,
                          const struct columns *columns, const char *word,
                          struct picks *picks);

/* The nearest word that is a part, as "Nữ (sex=F)"; NULL when none is near. */
const char *part_nearest(struct reading *reading, const struct columns *columns,
                         const char *word);

#endif
