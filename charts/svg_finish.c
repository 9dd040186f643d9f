/*
 * svg_finish.c - reads gnuplot's SVG tag by tag and writes it anew.
 *
 *  (1) Only what gnuplot writes is understood: tags, attributes in quotes, text
 *      in <text>. White space between tags means nothing.
 *  (2) Groups that turn out to be empty, or to say nothing, are left out.
 *  (3) Of the marks' definitions those stay that are used, directly or by
 *      another one.
 *  (4) Whether gnuplot joins lines of one colour in one path depends on what it
 *      drew before, in other pictures: each line gets a path of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "charts/svg_finish.h"
#include "charts/text_width.h"
#include "engine/base/arena.h"
#include "engine/base/text.h"

enum { DEEPEST = 16, MARKS = 32 };

#define MARK_ID "gpPt"

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
    bool used[MARKS]; /* (3) */
};

/* A tag, without its brackets: a view. */
struct tag {
    const char *name, *end;
    size_t name_length;
    bool closing, alone; /* </x>, <x/> */
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

struct attribute {
    const char *name, *value;
    size_t name_length, length;
};

static void trim(struct attribute *attribute)
{
    while (attribute->length > 0 &&
           isspace((unsigned char)attribute->value[attribute->length - 1]))
        attribute->length--;
}

/* The next attribute of a tag from *at on; false at its end. */
static bool next_attribute(const char **at, const char *end,
                           struct attribute *attribute)
{
    const char *p = *at;
    while (p < end && (isspace((unsigned char)*p) || *p == '/'))
        p++;
    attribute->name = p;
    while (p < end && *p != '=' && !isspace((unsigned char)*p))
        p++;
    attribute->name_length = (size_t)(p - attribute->name);
    while (p < end && (*p == '=' || isspace((unsigned char)*p)))
        p++;
    if (p >= end || (*p != '"' && *p != '\''))
        return false;
    const char *close = memchr(p + 1, *p, (size_t)(end - p - 1));
    if (close == NULL)
        return false;
    attribute->value = p + 1;
    attribute->length = (size_t)(close - p - 1);
    trim(attribute);
    *at = close + 1;
    return true;
}

static bool is_named(const struct attribute *attribute, const char *name)
{
    return attribute->name_length == strlen(name) &&
           memcmp(attribute->name, name, attribute->name_length) == 0;
}

static bool value_starts(const struct attribute *attribute, const char *start)
{
    size_t length = strlen(start);
    return attribute->length >= length &&
           memcmp(attribute->value, start, length) == 0;
}

/* "rgb(  8,  81, 156)" as "#08519c"; false when it is something else. */
static bool add_colour(struct text *out, const struct attribute *attribute)
{
    if (!value_starts(attribute, "rgb("))
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

/* (4) Where gnuplot breaks a long value depends on the same. */
static void add_value(struct text *out, const struct attribute *attribute)
{
    const char *at = attribute->value, *end = at + attribute->length;
    while (at < end) {
        size_t word = 0;
        while (at + word < end && !isspace((unsigned char)at[word]))
            word++;
        add_escaped(out, at, word);
        at += word;
        if (at < end && word > 0)
            text_add_char(out, ' ');
        while (at < end && isspace((unsigned char)*at))
            at++;
    }
}

static void add_attribute(struct finish *finish,
                          const struct attribute *attribute)
{
    struct text *out = finish->out;
    if (is_named(attribute, "font-family")) {
        const char *bold = ":Bold";
        size_t length = strlen(bold);
        if (attribute->length >= length &&
            memcmp(attribute->value + attribute->length - length, bold,
                   length) == 0)
            text_add(out, " font-weight=\"bold\"");
        return;
    }
    if (is_named(attribute, "shape-rendering"))
        return;
    if (is_named(attribute, "id") && !value_starts(attribute, MARK_ID))
        return;
    text_addf(out, " %.*s=\"", (int)attribute->name_length, attribute->name);
    if (is_named(attribute, "id")) {
        text_addf(out, "c-%s-", finish->spec->name);
        add_escaped(out, attribute->value, attribute->length);
    } else if (is_named(attribute, "xlink:href") &&
               value_starts(attribute, "#")) {
        text_addf(out, "#c-%s-", finish->spec->name);
        add_escaped(out, attribute->value + 1, attribute->length - 1);
    } else if (!add_colour(out, attribute)) {
        add_value(out, attribute);
    }
    text_add_char(out, '"');
}

/* --- tags -------------------------------------------------------------------
 */

static bool tag_is(const struct tag *tag, const char *name)
{
    return tag->name_length == strlen(name) &&
           memcmp(tag->name, name, tag->name_length) == 0;
}

/* A tag, with another value for the attribute d where [path] has one. */
static void add_tag_with(struct finish *finish, const struct tag *tag,
                         const struct attribute *path)
{
    struct text *out = finish->out;
    text_add(out, tag->closing ? "</" : "<");
    text_add_bytes(out, tag->name, tag->name_length);
    const char *at = tag->name + tag->name_length;
    struct attribute attribute;
    while (!tag->closing && next_attribute(&at, tag->end, &attribute))
        add_attribute(finish, path != NULL && is_named(&attribute, "d")
                                  ? path
                                  : &attribute);
    text_add(out, tag->alone ? "/>" : ">");
    if (!tag_is(tag, "text") || tag->closing)
        text_add_char(out, '\n');
}

static void add_tag(struct finish *finish, const struct tag *tag)
{
    add_tag_with(finish, tag, NULL);
}

/* (4) A path for each line of it. */
static void add_path(struct finish *finish, const struct tag *tag)
{
    const char *at = tag->name + tag->name_length;
    struct attribute whole = { 0 };
    while (next_attribute(&at, tag->end, &whole) && !is_named(&whole, "d"))
        continue;
    if (!is_named(&whole, "d")) {
        add_tag(finish, tag);
        return;
    }
    const char *start = whole.value, *end = whole.value + whole.length;
    while (start < end) {
        const char *next = memchr(start + 1, 'M', (size_t)(end - start - 1));
        struct attribute part = whole;
        part.value = start;
        part.length = (size_t)((next != NULL ? next : end) - start);
        trim(&part);
        add_tag_with(finish, tag, &part);
        start = next != NULL ? next : end;
    }
}

/* (2) */
static bool open_group(struct finish *finish, const struct tag *tag)
{
    if (finish->depth == DEEPEST)
        return false;
    struct group *group = &finish->groups[finish->depth++];
    *group = (struct group){ finish->out->length, finish->contents, false };
    add_tag(finish, tag);
    if (strcmp(finish->out->bytes + group->start, "<g>\n") == 0) {
        finish->out->length = group->start;
        finish->out->bytes[group->start] = '\0';
        group->silent = true;
    }
    return true;
}

static bool close_group(struct finish *finish, const struct tag *tag)
{
    if (finish->depth == 0)
        return false;
    const struct group *group = &finish->groups[--finish->depth];
    if (group->contents == finish->contents) {
        finish->out->length = group->start;
        finish->out->bytes[group->start] = '\0';
    } else if (!group->silent) {
        add_tag(finish, tag);
    }
    return true;
}

/* Inside <defs> only marks that are used are of interest. */
static bool is_needed(const struct finish *finish, const struct tag *tag)
{
    const char *at = tag->name + tag->name_length;
    struct attribute attribute;
    while (next_attribute(&at, tag->end, &attribute))
        if (is_named(&attribute, "id") && value_starts(&attribute, MARK_ID)) {
            long mark = strtol(attribute.value + strlen(MARK_ID), NULL, 10);
            return mark >= 0 && mark < MARKS && finish->used[mark];
        }
    return false;
}

/* Is something left to say of <defs>? */
static bool any_used(const struct finish *finish)
{
    for (size_t i = 0; i < MARKS; i++)
        if (finish->used[i])
            return true;
    return false;
}

static bool take_tag(struct finish *finish, const struct tag *tag)
{
    if (tag_is(tag, "svg")) {
        finish->begun = finish->begun || !tag->closing;
        finish->ended = tag->closing;
        if (tag->closing)
            text_add(finish->out, "</svg>\n");
        else
            add_root(finish);
        return true;
    }
    if (tag_is(tag, "defs")) {
        finish->in_defs = !tag->closing;
        if (any_used(finish))
            add_tag(finish, tag);
        return true;
    }
    if (finish->in_defs) {
        if (is_needed(finish, tag))
            add_tag(finish, tag);
        return true;
    }
    if (tag_is(tag, "g"))
        return tag->closing ? close_group(finish, tag)
                            : open_group(finish, tag);
    finish->in_text = tag_is(tag, "text") && !tag->closing;
    finish->contents++;
    if (tag_is(tag, "path"))
        add_path(finish, tag);
    else
        add_tag(finish, tag);
    return true;
}

/* (3) Which marks the drawing uses; definitions only point to earlier ones. */
static void find_used(struct finish *finish, const char *drawn)
{
    const char *reference = "xlink:href='#" MARK_ID;
    const char *defs = strstr(drawn, "<defs>"),
               *body = strstr(drawn, "</defs>");
    if (defs == NULL || body == NULL)
        return;
    for (const char *at = body; (at = strstr(at, reference)) != NULL;) {
        at += strlen(reference);
        long mark = strtol(at, NULL, 10);
        if (mark >= 0 && mark < MARKS)
            finish->used[mark] = true;
    }
    for (int mark = MARKS - 1; mark >= 0; mark--) {
        char pattern[48];
        snprintf(pattern, sizeof pattern, "' id='" MARK_ID "%d'", mark);
        const char *at = finish->used[mark] ? strstr(defs, pattern) : NULL;
        /* <use xlink:href='#gpPt5' id='gpPt6' …: the number stands before. */
        while (at != NULL && at > defs && isdigit((unsigned char)at[-1]))
            at--;
        size_t length = strlen(reference);
        if (at == NULL || at - defs < (long)length ||
            memcmp(at - length, reference, length) != 0)
            continue;
        long other = strtol(at, NULL, 10);
        if (other >= 0 && other < mark)
            finish->used[other] = true;
    }
}

/* The tag that begins at [open]; false when it does not end. */
static bool read_tag(const char *open, struct tag *tag)
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

bool svg_finish(const char *drawn, const struct chart_spec *spec,
                struct text *out, struct arena *scratch)
{
    struct finish finish = { .spec = spec, .out = out, .scratch = scratch };
    find_used(&finish, drawn);
    const char *at = drawn, *open;
    while ((open = strchr(at, '<')) != NULL) {
        if (finish.in_text)
            add_text(out, at, (size_t)(open - at));
        struct tag tag;
        if (!read_tag(open, &tag))
            return false;
        at = tag.end + 1;
        bool words = tag_is(&tag, "title") || tag_is(&tag, "desc");
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
