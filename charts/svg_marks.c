/*
 * svg_marks.c - follows references to marks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "charts/svg_marks.h"

#define REFERENCE "xlink:href='#" SVG_MARKS_ID

/* The mark whose number stands at [digits], or -1. */
static long mark_at(const char *digits)
{
    long mark = strtol(digits, NULL, 10);
    return mark >= 0 && mark < SVG_MARKS_ROOM ? mark : -1;
}

/* The mark that [mark] is a copy of, or -1:
 * <use xlink:href='#gpPt5' id='gpPt6' ...>, the number stands before the id. */
static long copied_from(const char *defs, long mark)
{
    char pattern[48];
    size_t length = strlen(REFERENCE);
    snprintf(pattern, sizeof pattern, "' id='" SVG_MARKS_ID "%ld'", mark);
    const char *at = strstr(defs, pattern);
    while (at != NULL && at > defs && isdigit((unsigned char)at[-1]))
        at--;
    if (at == NULL || at - defs < (long)length ||
        memcmp(at - length, REFERENCE, length) != 0)
        return -1;
    return mark_at(at);
}

struct svg_marks svg_marks_find(const char *drawn)
{
    struct svg_marks marks = { .any = false };
    const char *defs = strstr(drawn, "<defs>");
    const char *body = strstr(drawn, "</defs>");
    if (defs == NULL || body == NULL)
        return marks;
    for (const char *at = body; (at = strstr(at, REFERENCE)) != NULL;) {
        at += strlen(REFERENCE);
        long mark = mark_at(at);
        if (mark >= 0)
            marks.used[mark] = marks.any = true;
    }
    /* From the last on: a copy is of an earlier mark. */
    for (long mark = SVG_MARKS_ROOM - 1; mark >= 0; mark--) {
        long other = marks.used[mark] ? copied_from(defs, mark) : -1;
        if (other >= 0 && other < mark)
            marks.used[other] = true;
    }
    return marks;
}

bool svg_marks_need(const struct svg_marks *marks, const struct svg_tag *tag)
{
    struct svg_attribute id;
    if (!svg_tag_find(tag, "id", &id) ||
        !svg_tag_value_starts(&id, SVG_MARKS_ID))
        return false;
    long mark = mark_at(id.value + strlen(SVG_MARKS_ID));
    return mark >= 0 && marks->used[mark];
}
