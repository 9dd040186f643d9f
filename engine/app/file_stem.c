/*
 * file_stem.c - the name of a file that is about one area.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/file_stem.h"

#include <string.h>

#include "engine/base/text.h"

/* Pieces of a common map join many codes and names; a file's name has an end.
 * What is left tells them apart: no two pieces begin with the same code. */
enum { STEM_MOST = 100 };

char *file_stem(const struct areas *areas, uint32_t area, struct arena *arena)
{
    const struct area *of = &areas->items[area];
    char *stem =
        arena_format(arena, "%s-%s", of->code, text_plain(arena, of->name));
    for (char *at = stem; *at != '\0'; at++)
        if (strspn(at, "abcdefghijklmnopqrstuvwxyz0123456789"
                       "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 0)
            *at = '-';
    if (strlen(stem) > STEM_MOST)
        stem[STEM_MOST] = '\0';
    return stem;
}
