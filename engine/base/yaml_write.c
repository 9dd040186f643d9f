/*
 * yaml_write.c - a text as a scalar that reads back the same.
 *
 *  (1) Plain where no reader could take it for anything else, also inside
 *      [ ] and { }; otherwise in double quotes.
 *  (2) What cannot be seen is written as an escape: control characters, spaces
 *      that no keyboard types, marks without width.
 *  (3) A pattern keeps its backslashes single, in single quotes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/text.h"
#include "engine/base/yaml.h"

static bool is_hidden(unsigned point)
{
    return point < 0x20 || (point >= 0x7F && point <= 0xA0) || point == 0xAD ||
           (point >= 0x2000 && point <= 0x200F) ||
           (point >= 0x2028 && point <= 0x202F) ||
           (point >= 0x2060 && point <= 0x206F) || point == 0x3000 ||
           (point >= 0xD800 && point <= 0xF8FF) || point == 0xFEFF ||
           point >= 0xFFF0;
}

/* (1) */
static bool is_plain(const char *string)
{
    size_t left = strlen(string), taken;
    unsigned point;
    if (left == 0 || strchr("-?. ~=<", string[0]) != NULL ||
        string[left - 1] == ' ')
        return false;
    for (; (taken = text_decode(string, left, &point)) > 0;
         string += taken, left -= taken)
        if (is_hidden(point) || (point < 0x80 && strchr(",[]{}#&*!|>'\"%@`:\\",
                                                        (int)point) != NULL))
            return false;
    return true;
}

/* (2) */
static void add_point(struct text *out, unsigned point)
{
    if (point == '\n')
        text_add(out, "\\n");
    else if (point == '"' || point == '\\')
        text_addf(out, "\\%c", (int)point);
    else if (is_hidden(point))
        text_addf(out, point > 0xFFFF ? "\\U%08X" : "\\u%04X", point);
    else
        text_encode(out, point);
}

/* (3) */
static bool add_single(struct text *out, const char *string)
{
    size_t left = strlen(string), taken;
    unsigned point;
    if (strchr(string, '\\') == NULL || strchr(string, '\'') != NULL)
        return false;
    for (const char *at = string; (taken = text_decode(at, left, &point)) > 0;
         at += taken, left -= taken)
        if (is_hidden(point))
            return false;
    text_addf(out, "'%s'", string);
    return true;
}

void yaml_add_scalar(struct text *out, const char *string)
{
    size_t left = strlen(string), taken;
    unsigned point;
    if (is_plain(string)) {
        text_add(out, string);
        return;
    }
    if (add_single(out, string))
        return;
    text_add_char(out, '"');
    for (; (taken = text_decode(string, left, &point)) > 0;
         string += taken, left -= taken)
        add_point(out, point);
    text_add_char(out, '"');
}
