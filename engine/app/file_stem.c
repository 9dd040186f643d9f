/*
 * file_stem.c - the name of a file that is about one area.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/file_stem.h"

#include <string.h>

#include "engine/base/text.h"

char *file_stem(const struct areas *areas, uint32_t area, struct arena *arena)
{
    const struct area *of = &areas->items[area];
    char *stem =
        arena_format(arena, "%s-%s", of->code, text_plain(arena, of->name));
    for (char *at = stem; *at != '\0'; at++)
        if (strspn(at, "abcdefghijklmnopqrstuvwxyz0123456789"
                       "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 0)
            *at = '-';
    return stem;
}
