/*
 * expr_scan.c - walking through the text of an expression.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/expr/expr_scan.h"

#include <stddef.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"

bool scan_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool scan_is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool scan_is_word(char c)
{
    return scan_is_letter(c) || scan_is_digit(c);
}

char scan_next(struct scan *scan)
{
    while (*scan->at == ' ' || *scan->at == '\t' || *scan->at == '\n' ||
           *scan->at == '\r')
        scan->at++;
    return *scan->at;
}

bool scan_expect(struct scan *scan, char wanted)
{
    if (scan_next(scan) != wanted)
        return false;
    scan->at++;
    return true;
}

const char *scan_copy(struct scan *scan, const char *from)
{
    return arena_copy(scan->arena, from, (size_t)(scan->at - from));
}

/* The character at [at] as text, or the word it begins; "" at the end. */
static const char *found_at(struct scan *scan, const char *at)
{
    const char *end = at;
    unsigned code;

    while (scan_is_word(*end))
        end++;
    if (end == at && *at)
        end += text_decode(at, 4, &code);
    return arena_copy(scan->arena, at, (size_t)(end - at));
}

static bool unexpected(struct scan *scan, const char *at)
{
    if (*at == '\0')
        return scan_fault(scan, at, "expr.ends", NULL, NULL, NULL);
    return scan_fault(scan, at, "expr.syntax", found_at(scan, at), NULL, NULL);
}

bool scan_need(struct scan *scan, char wanted)
{
    return scan_expect(scan, wanted) || unexpected(scan, scan->at);
}

bool scan_range(struct scan *scan)
{
    if (scan_next(scan) != '.' || scan->at[1] != '.')
        return false;
    scan->at += 2;
    return true;
}

const char *scan_word(struct scan *scan)
{
    const char *from;

    scan_next(scan);
    from = scan->at;
    while (scan_is_word(*scan->at))
        scan->at++;
    if (scan->at > from)
        return scan_copy(scan, from);
    unexpected(scan, from);
    return NULL;
}

bool scan_end(struct scan *scan)
{
    return scan_next(scan) == '\0' || unexpected(scan, scan->at);
}

/*
 * The definition's place is that of its first character. The column moves on by
 * the characters before the wrong one; a definition that is folded over lines
 * has lost its line ends, so its column counts along the whole of it.
 */
bool scan_fault(struct scan *scan, const char *at, const char *message,
                const char *found, const char *near, const char *of)
{
    struct place place = scan->place;
    const char *before =
        arena_copy(scan->arena, scan->start, (size_t)(at - scan->start));

    if (place.column > 0)
        place.column += (unsigned)text_length(before);
    if (near)
        message = arena_format(scan->arena, "%s_near", message);
    return fault_set(scan->fault, FAULT_USAGE, place, message, "expression",
                     scan->start, "found", found ? found : "", "near",
                     near ? near : "", "of", of ? of : "", NULL);
}
