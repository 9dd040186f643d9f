/*
 * message.c - filling the named places of a message.
 *
 *  (1) {name} is replaced by the value of that name; a name without a value
 *      stays as it is written. {{ prints {. A brace that opens no place prints
 *      itself.
 *  (2) A fault and a finding offer their own fields as values; an argument of
 *      the same name wins.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "engine/model/finding.h"
#include "engine/model/message.h"

enum { PAIR_LIMIT = 48, NUMBER_ROOM = 16 };

struct pairs {
    const char *keys[PAIR_LIMIT], *values[PAIR_LIMIT];
    size_t count;
};

static void pair_add(struct pairs *pairs, const char *key, const char *value)
{
    assert(pairs->count < PAIR_LIMIT);
    if (value == NULL || pairs->count == PAIR_LIMIT)
        return;
    pairs->keys[pairs->count] = key;
    pairs->values[pairs->count++] = value;
}

static void pairs_unpack(struct pairs *pairs, const char *packed)
{
    const char *key, *value;
    while ((key = pack_next(&packed, &value)) != NULL)
        pair_add(pairs, key, value);
}

/* As text in [room]; a number that is not known (0) is no value. */
static void pair_add_number(struct pairs *pairs, const char *key,
                            unsigned number, char room[NUMBER_ROOM])
{
    snprintf(room, NUMBER_ROOM, "%u", number);
    pair_add(pairs, key, number == 0 ? NULL : room);
}

static const char *pair_find(const struct pairs *pairs, const char *key,
                             size_t length)
{
    for (size_t i = 0; i < pairs->count; i++)
        if (strlen(pairs->keys[i]) == length &&
            memcmp(pairs->keys[i], key, length) == 0)
            return pairs->values[i];
    return NULL;
}

/* The place that begins at [open]; returns where the text goes on. */
static const char *fill_place(struct text *out, const char *open,
                              const struct pairs *pairs)
{
    if (open[1] == '{') {
        text_add_char(out, '{');
        return open + 2;
    }
    size_t length = strcspn(open + 1, "{}");
    const char *close = open + 1 + length;
    const char *value = NULL;
    if (*close == '}')
        value = pair_find(pairs, open + 1, length);
    if (value == NULL) {
        text_add_char(out, '{');
        return open + 1;
    }
    text_add(out, value);
    return close + 1;
}

static void fill(struct text *out, const char *text, const struct pairs *pairs)
{
    while (*text != '\0') {
        size_t plain = strcspn(text, "{");
        text_add_bytes(out, text, plain);
        text += plain;
        if (*text == '{')
            text = fill_place(out, text, pairs);
    }
}

static const struct message *message_find(const struct messages *messages,
                                          const char *id)
{
    size_t low = 0, high = messages->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(messages->items[middle].id, id);
        if (order == 0)
            return &messages->items[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

const char *message_text(const struct messages *messages, const char *id)
{
    const struct message *message = message_find(messages, id);
    return message == NULL ? id : message->text;
}

bool message_known(const struct messages *messages, const char *id)
{
    return message_find(messages, id) != NULL;
}

void message_vadd(struct text *out, const struct messages *messages,
                  const char *id, va_list arguments)
{
    struct pairs pairs = { .count = 0 };
    const char *key;
    while ((key = va_arg(arguments, const char *)) != NULL)
        pair_add(&pairs, key, va_arg(arguments, const char *));
    fill(out, message_text(messages, id), &pairs);
}

void message_add(struct text *out, const struct messages *messages,
                 const char *id, ...)
{
    va_list arguments;
    va_start(arguments, id);
    message_vadd(out, messages, id, arguments);
    va_end(arguments);
}

void message_add_packed(struct text *out, const struct messages *messages,
                        const char *id, const char *arguments)
{
    struct pairs pairs = { .count = 0 };
    pairs_unpack(&pairs, arguments);
    fill(out, message_text(messages, id), &pairs);
}

void message_add_fault(struct text *out, const struct messages *messages,
                       const struct fault *fault)
{
    char line[NUMBER_ROOM], column[NUMBER_ROOM];
    struct pairs pairs = { .count = 0 };
    pairs_unpack(&pairs, fault->arguments);
    pair_add(&pairs, "where", fault->where);
    pair_add_number(&pairs, "line", fault->line, line);
    pair_add_number(&pairs, "column", fault->column, column);
    if (fault->where[0] != '\0') {
        text_add(out, fault->where);
        if (fault->line > 0)
            text_addf(out, ":%u", fault->line);
        if (fault->line > 0 && fault->column > 0)
            text_addf(out, ":%u", fault->column);
        text_add(out, ": ");
    }
    fill(out, message_text(messages, fault->message), &pairs);
}

void message_add_finding(struct text *out, const struct messages *messages,
                         const struct finding *finding)
{
    char line[NUMBER_ROOM], column[NUMBER_ROOM], count[NUMBER_ROOM];
    char id[64];
    struct pairs pairs = { .count = 0 };
    if (finding->withheld) {
        message_add(out, messages, "finding.withheld", (char *)NULL);
        return;
    }
    pairs_unpack(&pairs, finding->arguments);
    pair_add(&pairs, "file", finding->file);
    pair_add_number(&pairs, "line", finding->line, line);
    pair_add_number(&pairs, "column", finding->column, column);
    pair_add(&pairs, "header", finding->header);
    pair_add(&pairs, "value", finding->value);
    pair_add(&pairs, "suggestion", finding->suggestion);
    pair_add_number(&pairs, "count", finding->count, count);
    snprintf(id, sizeof id, "finding.%s", finding_rule_name(finding->rule));
    fill(out, message_text(messages, id), &pairs);
}

void message_add_suggestion(struct text *out, const struct messages *messages,
                            const struct finding *finding)
{
    bool heirs = finding->rule == FINDING_area_not_living ||
                 finding->rule == FINDING_tier_abolished;
    if (finding->suggestion == NULL)
        return;
    text_add_char(out, ' ');
    message_add(out, messages, heirs ? "finding.heirs" : "finding.suggestion",
                "suggestion", finding->suggestion, (char *)NULL);
}
