/*
 * pattern_glob.c - globs: * any run, ? one character, | alternatives.
 *
 *  (1) Only the last * is ever tried again, so a match costs at most the
 *      product of the two lengths.
 *  (2) Nothing is escaped: the three marks cannot stand for themselves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stddef.h>
#include <string.h>

#include "engine/base/pattern.h"

/* Past one character, whatever its length in bytes. */
static const char *past_character(const char *string)
{
    string++;
    while (((unsigned char)*string & 0xC0) == 0x80)
        string++;
    return string;
}

/* One alternative, which ends at [end]. */
static bool match_one(const char *glob, const char *end, const char *subject)
{
    const char *star = NULL, *again = NULL;
    while (*subject != '\0') {
        if (glob < end && *glob == '*') {
            star = ++glob;
            again = subject;
        } else if (glob < end && *glob == '?') {
            glob++;
            subject = past_character(subject);
        } else if (glob < end && *glob == *subject) {
            glob++;
            subject++;
        } else if (star != NULL) {
            glob = star;
            subject = again = past_character(again);
        } else {
            return false;
        }
    }
    while (glob < end && *glob == '*')
        glob++;
    return glob == end;
}

bool glob_match(const char *glob, const char *subject)
{
    for (;;) {
        const char *end = glob + strcspn(glob, "|");
        if (match_one(glob, end, subject))
            return true;
        if (*end == '\0')
            return false;
        glob = end + 1;
    }
}
