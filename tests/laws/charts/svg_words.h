/*
 * svg_words.h - reads a finished SVG as a strict reader would, and collects
 * where its words stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_TESTS_CHARTS_SVG_WORDS_H
#define HOCTAP_TESTS_CHARTS_SVG_WORDS_H

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "charts/text_width.h"
#include "engine/base/text.h"

enum { SVG_WORDS = 4096, SVG_DEEP = 64 };

/* Words as a box along their own line. */
struct svg_word {
    char text[512];
    double x, y, turn; /* start of the base line, degrees with the clock */
    double size, width;
};

struct svg_words {
    struct svg_word *items;
    size_t count;
    double width, height; /* of the picture */
};

/* Text of a tag's attribute into [value]; false when it has none. */
static inline bool svg_attribute(const char *tag, const char *end,
                                 const char *name, char *value, size_t room)
{
    size_t length = strlen(name);
    for (const char *at = tag; at + length + 2 < end; at++) {
        if (at[0] != ' ' || strncmp(at + 1, name, length) != 0 ||
            at[1 + length] != '=')
            continue;
        const char *start = at + length + 3;
        const char *stop = memchr(start, at[length + 2], (size_t)(end - start));
        if (stop == NULL)
            return false;
        snprintf(value, room, "%.*s", (int)(stop - start), start);
        return true;
    }
    return false;
}

static inline double svg_number(const char *tag, const char *end,
                                const char *name)
{
    char value[64];
    return svg_attribute(tag, end, name, value, sizeof value)
               ? strtod(value, NULL)
               : 0;
}

/* Characters that XML allows, after decoding. */
static inline bool svg_allowed(unsigned c)
{
    return c == '\n' || c == '\t' || (c >= 0x20 && c < 0xD800) ||
           (c >= 0xE000 && c < 0xFFFE) || c >= 0x10000;
}

/* Text or attribute value: UTF-8, known entities, no bare signs. */
static inline const char *svg_bad_text(const char *bytes, size_t length)
{
    static const char *const entities[] = { "&amp;", "&lt;", "&gt;", "&quot;" };
    size_t bad = 0;
    if (!text_is_utf8(bytes, length, &bad))
        return "not UTF-8";
    for (size_t i = 0, taken; i < length; i += taken) {
        unsigned code_point;
        taken = text_decode(bytes + i, length - i, &code_point);
        if (!svg_allowed(code_point))
            return "a character XML forbids";
        if (code_point == '<' || code_point == '>')
            return "a bare bracket";
        if (code_point != '&')
            continue;
        bool known = false;
        for (size_t k = 0; k < 4; k++)
            known = known ||
                    strncmp(bytes + i, entities[k], strlen(entities[k])) == 0;
        if (!known)
            return "an unknown entity";
    }
    return NULL;
}

/* A tag's attributes: name="value", no name twice. */
static inline const char *svg_bad_attributes(const char *at, const char *end)
{
    const char *names[32];
    size_t lengths[32], count = 0;
    while (at < end && (*at == ' ' || *at == '/')) {
        at += strspn(at, " /");
        if (at >= end)
            break;
        size_t length = strcspn(at, "= />");
        if (at[length] != '=' || at[length + 1] != '"')
            return "an attribute without quotes";
        for (size_t i = 0; i < count; i++)
            if (lengths[i] == length && memcmp(names[i], at, length) == 0)
                return "an attribute twice";
        if (count < 32) {
            names[count] = at;
            lengths[count++] = length;
        }
        const char *value = at + length + 2, *stop = strchr(value, '"');
        if (stop == NULL || stop > end)
            return "an open quote";
        const char *bad = svg_bad_text(value, (size_t)(stop - value));
        if (bad != NULL)
            return bad;
        at = stop + 1;
    }
    return at == end ? NULL : "rubbish in a tag";
}

static inline void svg_add_word(struct svg_words *words, const char *group,
                                const char *text, size_t length)
{
    const char *end = strchr(group, '>');
    char value[64];
    struct svg_word *word = &words->items[words->count++];
    memset(word, 0, sizeof *word);
    snprintf(word->text, sizeof word->text, "%.*s", (int)length, text);
    word->size = svg_number(group, end, "font-size");
    bool bold = svg_attribute(group, end, "font-weight", value, sizeof value);
    char plain[512];
    size_t used = 0;
    for (size_t i = 0; i < length && used + 1 < sizeof plain; i++) {
        plain[used++] = text[i];
        if (text[i] == '&')
            while (i < length && text[i] != ';')
                i++;
    }
    plain[used] = '\0';
    word->width = text_width(plain, (struct text_face){ word->size, bold });
    if (svg_attribute(group, end, "transform", value, sizeof value))
        if (sscanf(value, "translate(%lf,%lf) rotate(%lf", &word->x, &word->y,
                   &word->turn) < 2)
            word->x = word->y = -1e6;
    double back = 0;
    if (svg_attribute(group, end, "text-anchor", value, sizeof value))
        back = strcmp(value, "middle") == 0 ? .5 : strcmp(value, "end") == 0;
    double angle = word->turn * acos(-1) / 180;
    word->x -= cos(angle) * back * word->width;
    word->y -= sin(angle) * back * word->width;
}

/*
 * Checks that [svg] is well formed and gathers its words. Returns what is wrong
 * with it, or NULL.
 */
static inline const char *svg_read(const char *svg, struct svg_words *words)
{
    const char *stack[SVG_DEEP];
    size_t depth = 0;
    words->count = 0;
    if (strncmp(svg, "<svg ", 5) != 0)
        return "it does not begin with <svg";
    for (const char *at = svg; *at != '\0';) {
        if (*at != '<') {
            size_t length = strcspn(at, "<");
            const char *bad = svg_bad_text(at, length);
            if (bad != NULL)
                return bad;
            if (depth == 0 && strspn(at, "\n") != length)
                return "text outside";
            if (depth > 1 && strncmp(stack[depth - 1], "<text", 5) == 0)
                svg_add_word(words, stack[depth - 2], at, length);
            at += length;
            continue;
        }
        const char *end = strchr(at, '>');
        if (end == NULL)
            return "an open tag";
        if (at[1] == '/') {
            size_t length = (size_t)(end - at - 2);
            if (depth == 0 || strncmp(stack[--depth] + 1, at + 2, length) != 0)
                return "tags that do not nest";
        } else {
            const char *name_end = at + strcspn(at, " />");
            const char *bad = svg_bad_attributes(name_end, end);
            if (bad != NULL)
                return bad;
            if (end[-1] != '/' && depth < SVG_DEEP)
                stack[depth++] = at;
            if (strncmp(at, "<svg ", 5) == 0) {
                words->width = svg_number(at, end, "width");
                words->height = svg_number(at, end, "height");
            }
        }
        at = end + 1;
    }
    return depth == 0 ? NULL : "a tag that is not closed";
}

/* Does the line of words leave the picture? */
static inline bool svg_leaves(const struct svg_words *words,
                              const struct svg_word *word)
{
    double angle = word->turn * acos(-1) / 180, up = word->size * .72;
    double xs[] = { word->x, word->x + cos(angle) * word->width,
                    word->x + sin(angle) * up };
    double ys[] = { word->y, word->y + sin(angle) * word->width,
                    word->y - cos(angle) * up };
    for (size_t i = 0; i < 3; i++)
        if (xs[i] < -.5 || xs[i] > words->width + .5 || ys[i] < -.5 ||
            ys[i] > words->height + .5)
            return true;
    return false;
}

/* Do two lines of level words lie on one another? */
static inline bool svg_touch(const struct svg_word *one,
                             const struct svg_word *other)
{
    if (fabs(one->turn) > 0 || fabs(other->turn) > 0)
        return false;
    return one->x + 1 < other->x + other->width &&
           other->x + 1 < one->x + one->width &&
           one->y - one->size * .7 < other->y &&
           other->y - other->size * .7 < one->y;
}

#endif
