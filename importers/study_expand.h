/*
 * study_expand.h - one definition for the codes of a dimension.
 *
 * An indicator with `for: {school_level: [primary, …]}` is written once and
 * made once for each code. In its texts {school_level} is the code's id and
 * {school_level.name} its name; .name_en and any attribute of the code work the
 * same way. An English name that is not given falls back to the name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_STUDY_EXPAND_H
#define HOCTAP_IMPORTERS_STUDY_EXPAND_H

#include <stdbool.h>

#include "engine/base/fault.h"
#include "engine/model/codebook.h"

struct arena;

/* What the braces stand for; without a dimension, for nothing. */
struct expansion {
    const struct dimension *dimension;
    const struct code *code;
};

/*
 * [text] with its braces filled, in the arena. Faults at [place]: a brace that
 * is not closed, a word that is not the dimension, an attribute that this code
 * does not have.
 */
bool study_expand(const struct expansion *expansion, const char *text,
                  struct place place, const char **out, struct arena *arena,
                  struct fault *fault);

#endif
