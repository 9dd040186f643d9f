/*
 * svg_finish.c - reads gnuplot's SVG tag by tag and writes it anew.
 *
 *  (1) Words stand in <text>; white space between tags means nothing.
 *  (2) Groups that turn out to be empty, or to say nothing, are left out.
 *  (3) Of the marks' definitions those stay that are used.
 *  (4) Whether gnuplot joins lines of one colour in one path depends on what it
 *      drew before, in other pictures: each line gets a path of its own.
 *  (5) Places are written without useless zeros: a map has thousands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "charts/svg_finish.h"
#include "charts/svg_marks.h"
#include "charts/svg_tag.h"
#include "charts/text_width.h"
#include "engine/base/arena.h"
#include "engine/base/text.h"

enum { DEEPEST = 16 };

struct group {
    size_t start;    /* of the output, before its opening tag */
    size_t contents; /* things written before it */
    bool silent;     /* its tags are left out */
};

struct finish {
    const struct chart_spec *spec;
    struct text *out;
    struct arena *scratch;
    struct group groups[DEEPEST];
    size_t depth, contents;
    bool in_text, in_defs, begun, ended;
    struct svg_marks marks; /* (3) */
};

static void add_escaped(struct text *out, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        switch (bytes[i]) {
        case '&':
            text_add(out, "&amp;");
            break;
        case '<':
            text_add(out, "&lt;");
            break;
        case '>':
            text_add(out, "&gt;");
            break;
        case '"':
            text_add(out, "&quot;");
            break;
        default:
            text_add_char(out, bytes[i]);
        }
    }
}

/* gnuplot has written entities for & and < already, not for >. */
static void add_text(struct text *out, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] == '>')
            text_add(out, "&gt;");
        else
            text_add_char(out, bytes[i]);
    }
}

static void add_words(struct finish *finish, const char *words)
{
    const char *clean = text_width_printable(finish->scratch, words);
    add_escaped(finish->out, clean, strlen(clean));
}

static bool has_words(const char *words)
{
    return words != NULL && words[strspn(words, " \t\n")] != '\0';
}

/* The root and what it says to those who hear it. */
static void add_root(struct finish *finish)
{
    const struct chart_spec *spec = finish->spec;
    struct text *out = finish->out;
    bool described = has_words(spec->description);
    text_addf(out,
              "<svg xmlns=\"http://www.w3.org/2000/svg\" "
              "xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
              "width=\"%u\" height=\"%u\" viewBox=\"0 0 %u %u\" "
              "role=\"img\" aria-labelledby=\"c-%s-title%s%s%s\" "
              "font-family=\"",
              spec->width, spec->height, spec->width, spec->height, spec->name,
              described ? " c-" : "", described ? spec->name : "",
              described ? "-desc" : "");
    add_words(finish, spec->style->font_fallback);
    text_addf(out, "\">\n<title id=\"c-%s-title\">", spec->name);
    add_words(finish, has_words(spec->title) ? spec->title : spec->name);
    text_add(out, "</title>\n");
    if (described) {
        text_addf(out, "<desc id=\"c-%s-desc\">", spec->name);
        add_words(finish, spec->description);
        text_add(out, "</desc>\n");
    }
}

/* --- attributes -------------------------------------------------------------
 */

/* "rgb(  8,  81, 156)" as "#08519c"; false when it is something else. */
static bool add_colour(struct text *out, const struct svg_attribute *attribute)
{
    if (!svg_tag_value_starts(attribute, "rgb("))
        return false;
    unsigned long channels[3];
    const char *at = attribute->value + 4;
    for (size_t i = 0; i < 3; i++) {
        char *end;
        channels[i] = strtoul(at, &end, 10);
        if (end == at || channels[i] > 255)
            return false;
        at = end + strspn(end, " ,");
    }
    text_addf(out, "#%02lx%02lx%02lx", channels[0], channels[1], channels[2]);
    return true;
}

/* (5) */
static void add_places(struct text *out, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        size_t digits = 0, kept = 0;
        if (bytes[i] != '.') {
            text_add_char(out, bytes[i]);
            continue;
        }
        for (; i + 1 + digits < length &&
               isdigit((unsigned char)bytes[i + 1 + digits]);
             digits++)
            if (bytes[i + 1 + digits] != '0')
                kept = digits + 1;
        if (kept > 0)
            text_add_bytes(out, bytes + i, kept + 1);
        i += digits;
    }
}

/* (4) Where gnuplot breaks a long value depends on the same. */
static void add_value(struct text *out, const struct svg_attribute *attribute)
{
    const char *at = attribute->value, *end = at + attribute->length;
    bool places =
        svg_tag_named(attribute, "d") || svg_tag_named(attribute, "points");
    while (at < end) {
        size_t word = 0;
        while (at + word < end && !isspace((unsigned char)at[word]))
            word++;
        if (places)
            add_places(out, at, word);
        else
            add_escaped(out, at, word);
        at += word;
        if (at < end && word > 0)
            text_add_char(out, ' ');
        while (at < end && isspace((unsigned char)*at))
            at++;
    }
}

static void add_attribute(struct finish *finish,
                          const struct svg_attribute *attribute)
{
    struct text *out = finish->out;
    if (svg_tag_named(attribute, "font-family")) {
        if (svg_tag_value_ends(attribute, ":Bold"))
            text_add(out, " font-weight=\"bold\"");
        return;
    }
    if (svg_tag_named(attribute, "shape-rendering"))
        return;
    if (svg_tag_named(attribute, "id") &&
        !svg_tag_value_starts(attribute, SVG_MARKS_ID))
        return;
    text_addf(out, " %.*s=\"", (int)attribute->name_length, attribute->name);
    if (svg_tag_named(attribute, "id")) {
        text_addf(out, "c-%s-", finish->spec->name);
        add_escaped(out, attribute->value, attribute->length);
    } else if (svg_tag_named(attribute, "xlink:href") &&
               svg_tag_value_starts(attribute, "#")) {
        text_addf(out, "#c-%s-", finish->spec->name);
        add_escaped(out, attribute->value + 1, attribute->length - 1);
    } else if (!add_colour(out, attribute)) {
        add_value(out, attribute);
    }
    text_add_char(out, '"');
}

/* --- tags -------------------------------------------------------------------
 */

/* A tag, with another value for the attribute d where [path] has one. */
static void add_tag_with(struct finish *finish, const struct svg_tag *tag,
                         const struct svg_attribute *path)
{
    struct text *out = finish->out;
    text_add(out, tag->closing ? "</" : "<");
    text_add_bytes(out, tag->name, tag->name_length);
    const char *at = svg_tag_inside(tag);
    struct svg_attribute attribute;
    while (!tag->closing && svg_tag_next(&at, tag, &attribute))
        add_attribute(finish, path != NULL && svg_tag_named(&attribute, "d")
                                  ? path
                                  : &attribute);
    text_add(out, tag->alone ? "/>" : ">");
    if (!svg_tag_is(tag, "text") || tag->closing)
        text_add_char(out, '\n');
}

static void add_tag(struct finish *finish, const struct svg_tag *tag)
{
    add_tag_with(finish, tag, NULL);
}

/* (4) A path for each line of it. */
static void add_path(struct finish *finish, const struct svg_tag *tag)
{
    struct svg_attribute whole;
    if (!svg_tag_find(tag, "d", &whole)) {
        add_tag(finish, tag);
        return;
    }
    const char *start = whole.value, *end = whole.value + whole.length;
    while (start < end) {
        const char *next = memchr(start + 1, 'M', (size_t)(end - start - 1));
        struct svg_attribute part = whole;
        part.value = start;
        part.length = (size_t)((next != NULL ? next : end) - start);
        svg_tag_trim(&part);
        add_tag_with(finish, tag, &part);
        start = next != NULL ? next : end;
    }
}

static void forget_from(struct text *out, size_t start)
{
    out->length = start;
    out->bytes[start] = '\0';
}

/* (2) */
static bool open_group(struct finish *finish, const struct svg_tag *tag)
{
    if (finish->depth == DEEPEST)
        return false;
    struct group *group = &finish->groups[finish->depth++];
    *group = (struct group){ finish->out->length, finish->contents, false };
    add_tag(finish, tag);
    if (strcmp(finish->out->bytes + group->start, "<g>\n") == 0) {
        forget_from(finish->out, group->start);
        group->silent = true;
    }
    return true;
}

static bool close_group(struct finish *finish, const struct svg_tag *tag)
{
    if (finish->depth == 0)
        return false;
    const struct group *group = &finish->groups[--finish->depth];
    if (group->contents == finish->contents) {
        forget_from(finish->out, group->start);
    } else if (!group->silent) {
        add_tag(finish, tag);
    }
    return true;
}

static bool take_tag(struct finish *finish, const struct svg_tag *tag)
{
    if (svg_tag_is(tag, "svg")) {
        finish->begun = finish->begun || !tag->closing;
        finish->ended = tag->closing;
        if (tag->closing)
            text_add(finish->out, "</svg>\n");
        else
            add_root(finish);
        return true;
    }
    if (svg_tag_is(tag, "defs")) {
        finish->in_defs = !tag->closing;
        if (finish->marks.any)
            add_tag(finish, tag);
        return true;
    }
    if (finish->in_defs) {
        if (svg_marks_need(&finish->marks, tag))
            add_tag(finish, tag);
        return true;
    }
    if (svg_tag_is(tag, "g"))
        return tag->closing ? close_group(finish, tag)
                            : open_group(finish, tag);
    finish->in_text = svg_tag_is(tag, "text") && !tag->closing;
    finish->contents++;
    if (svg_tag_is(tag, "path"))
        add_path(finish, tag);
    else
        add_tag(finish, tag);
    return true;
}

bool svg_finish(const char *drawn, const struct chart_spec *spec,
                struct text *out, struct arena *scratch)
{
    struct finish finish = { .spec = spec,
                             .out = out,
                             .scratch = scratch,
                             .marks = svg_marks_find(drawn) };
    const char *at = drawn, *open;
    while ((open = strchr(at, '<')) != NULL) {
        if (finish.in_text)
            add_text(out, at, (size_t)(open - at));
        struct svg_tag tag;
        if (!svg_tag_read(open, &tag))
            return false;
        at = tag.end + 1;
        bool words = svg_tag_is(&tag, "title") || svg_tag_is(&tag, "desc");
        if (words && !tag.closing) {
            at = strstr(at, "</");
            if (at == NULL)
                return false;
        } else if (!words && *tag.name != '?' && *tag.name != '!' &&
                   !take_tag(&finish, &tag)) {
            return false;
        }
    }
    return finish.begun && finish.ended && finish.depth == 0;
}
