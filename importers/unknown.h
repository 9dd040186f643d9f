/*
 * unknown.h - the fault about a word nobody knows.
 *
 * Two sentences serve it, because messages hold no logic: ID says that {value}
 * is not known, ID_near adds {near}, the known word most like it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_UNKNOWN_H
#define HOCTAP_IMPORTERS_UNKNOWN_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/base/fault.h"

/* Fills a usage fault and returns false. [nearest] may be NULL. */
bool unknown_word(struct fault *fault, struct place place, const char *message,
                  const char *word, const char *nearest);
/* The same for one of a few words: with none near, ID's {known} lists all. */
bool unknown_choice(struct fault *fault, struct place place,
                    const char *message, const char *word,
                    const char *const known[], size_t count);

#endif
