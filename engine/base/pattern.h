/*
 * pattern.h - patterns of text: PCRE2 with named groups, and globs.
 *
 * Patterns come from layout files. They are compiled once, with UTF, and live
 * in an arena. Matching is limited in steps, so a bad pattern cannot hang a
 * run.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_BASE_PATTERN_H
#define HOCTAP_BASE_PATTERN_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/base/fault.h"

struct arena;
struct pattern;

/* [place] is where the pattern was written, for the fault. */
bool pattern_compile(struct pattern **out, const char *source,
                     struct place place, struct arena *arena,
                     struct fault *fault);

/* The names of its groups, in order of their numbers. */
size_t pattern_group_count(const struct pattern *pattern);
const char *pattern_group_name(const struct pattern *pattern, size_t group);

/*
 * Does the pattern occur in [subject]? The groups' texts are put into
 * groups[0..count), in the order of pattern_group_name, NULL for a group that
 * took no part, and all NULL without a match. When no group has a name,
 * groups[0] is the first group, or the whole match of a pattern without groups.
 * [whole]: must the match cover all of the subject?
 */
bool pattern_match(const struct pattern *pattern, const char *subject,
                   bool whole, const char *groups[], size_t count,
                   struct arena *arena);

/*
 * Globs: * any run, ? one character, | alternatives. Both sides are compared
 * as they stand; fold them first when case must not matter.
 */
bool glob_match(const char *glob, const char *subject);

#endif
