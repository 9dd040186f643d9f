/*
 * svg_tag.c - tags and attributes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <ctype.h>
#include <string.h>

#include "charts/svg_tag.h"

static bool is_space(char byte)
{
    return isspace((unsigned char)byte) != 0;
}

bool svg_tag_read(const char *open, struct svg_tag *tag)
{
    const char *end = strchr(open, '>');
    if (end == NULL)
        return false;
    tag->closing = open[1] == '/';
    tag->name = open + 1 + tag->closing;
    tag->name_length = strcspn(tag->name, " \t\r\n/>");
    tag->alone = end[-1] == '/';
    tag->end = end;
    return true;
}

bool svg_tag_is(const struct svg_tag *tag, const char *name)
{
    return tag->name_length == strlen(name) &&
           memcmp(tag->name, name, tag->name_length) == 0;
}

const char *svg_tag_inside(const struct svg_tag *tag)
{
    return tag->name + tag->name_length;
}

bool svg_tag_next(const char **at, const struct svg_tag *tag,
                  struct svg_attribute *attribute)
{
    const char *p = *at, *end = tag->end;
    while (p < end && (is_space(*p) || *p == '/'))
        p++;
    attribute->name = p;
    while (p < end && *p != '=' && !is_space(*p))
        p++;
    attribute->name_length = (size_t)(p - attribute->name);
    while (p < end && (*p == '=' || is_space(*p)))
        p++;
    if (p >= end || (*p != '"' && *p != '\''))
        return false;
    const char *close = memchr(p + 1, *p, (size_t)(end - p - 1));
    if (close == NULL)
        return false;
    attribute->value = p + 1;
    attribute->length = (size_t)(close - p - 1);
    svg_tag_trim(attribute);
    *at = close + 1;
    return true;
}

bool svg_tag_find(const struct svg_tag *tag, const char *name,
                  struct svg_attribute *attribute)
{
    const char *at = svg_tag_inside(tag);
    while (svg_tag_next(&at, tag, attribute))
        if (svg_tag_named(attribute, name))
            return true;
    return false;
}

bool svg_tag_named(const struct svg_attribute *attribute, const char *name)
{
    return attribute->name_length == strlen(name) &&
           memcmp(attribute->name, name, attribute->name_length) == 0;
}

bool svg_tag_value_starts(const struct svg_attribute *attribute,
                          const char *start)
{
    size_t length = strlen(start);
    return attribute->length >= length &&
           memcmp(attribute->value, start, length) == 0;
}

bool svg_tag_value_ends(const struct svg_attribute *attribute, const char *end)
{
    size_t length = strlen(end);
    return attribute->length >= length &&
           memcmp(attribute->value + attribute->length - length, end, length) ==
               0;
}

void svg_tag_trim(struct svg_attribute *attribute)
{
    while (attribute->length > 0 &&
           is_space(attribute->value[attribute->length - 1]))
        attribute->length--;
}
