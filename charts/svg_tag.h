/*
 * svg_tag.h - gnuplot's SVG in pieces: tags and their attributes.
 *
 * Only what gnuplot writes is understood: tags that end at the next '>',
 * attributes in quotes of either sort. Nothing is copied: a tag and an
 * attribute are views of the drawing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_SVG_TAG_H
#define HOCTAP_CHARTS_SVG_TAG_H

#include <stdbool.h>
#include <stddef.h>

/* Without its brackets. */
struct svg_tag {
    const char *name, *end; /* end: the '>' */
    size_t name_length;
    bool closing, alone; /* </x>, <x/> */
};

struct svg_attribute {
    const char *name, *value;
    size_t name_length, length; /* the value without white space at its end */
};

/* The tag that begins at [open], a '<'; false when it does not end. */
bool svg_tag_read(const char *open, struct svg_tag *tag);
bool svg_tag_is(const struct svg_tag *tag, const char *name);

/* Where a tag's attributes begin. */
const char *svg_tag_inside(const struct svg_tag *tag);

/* The next attribute of a tag from *at on; false after its last. */
bool svg_tag_next(const char **at, const struct svg_tag *tag,
                  struct svg_attribute *attribute);

/* The attribute of that name; false when there is none. */
bool svg_tag_find(const struct svg_tag *tag, const char *name,
                  struct svg_attribute *attribute);

bool svg_tag_named(const struct svg_attribute *attribute, const char *name);
bool svg_tag_value_starts(const struct svg_attribute *attribute,
                          const char *start);
bool svg_tag_value_ends(const struct svg_attribute *attribute, const char *end);

/* Takes white space off the value's end. */
void svg_tag_trim(struct svg_attribute *attribute);

#endif
