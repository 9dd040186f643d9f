/*
 * options.c - reading the command line.
 *
 *  (1) --name VALUE, --name=VALUE, -n VALUE, -nVALUE; flags take no value.
 *  (2) A long name may not be shortened: a script must not change its meaning
 *      when an option is added.
 *  (3) An option given twice: the last one counts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/options.h"

#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/text.h"

static const struct option_entry {
    const char *name;
    char letter;
    bool takes_value;
} entries[OPTION_COUNT] = {
#define OPTION_ENTRY(id, name, letter, value) { name, letter, value },
    OPTIONS(OPTION_ENTRY)
#undef OPTION_ENTRY
};

const char *option_name(enum option_id id)
{
    return entries[id].name;
}

char option_letter(enum option_id id)
{
    return entries[id].letter;
}

bool fault_unknown(struct fault *fault, const char *id, const char *word,
                   const char *near)
{
    if (near == NULL)
        return fault_set(fault, FAULT_USAGE, NO_PLACE, id, "word", word, NULL);
    char with_near[64];
    snprintf(with_near, sizeof with_near, "%s_near", id);
    return fault_set(fault, FAULT_USAGE, NO_PLACE, with_near, "word", word,
                     "near", near, NULL);
}

static bool unknown_option(struct fault *fault, const char *word,
                           unsigned long accepted)
{
    const char *names[OPTION_COUNT];
    size_t count = 0;
    for (int i = 0; i < OPTION_COUNT; i++)
        if (accepted & (1ul << i))
            names[count++] = entries[i].name;
    const char *bare = word + strspn(word, "-");
    const char *near = text_nearest(bare, names, count);
    if (near == NULL)
        return fault_unknown(fault, "usage.option", word, NULL);
    char dashed[32] = "--";
    strncat(dashed, near, sizeof dashed - 3);
    return fault_unknown(fault, "usage.option", word, dashed);
}

/* The option of a long name of [length] bytes, or OPTION_COUNT. */
static int find_long(const char *name, size_t length, unsigned long accepted)
{
    for (int i = 0; i < OPTION_COUNT; i++)
        if ((accepted & (1ul << i)) && strlen(entries[i].name) == length &&
            memcmp(entries[i].name, name, length) == 0)
            return i;
    return OPTION_COUNT;
}

static int find_letter(char letter, unsigned long accepted)
{
    for (int i = 0; i < OPTION_COUNT; i++)
        if ((accepted & (1ul << i)) && entries[i].letter == letter)
            return i;
    return OPTION_COUNT;
}

/* Reads the option in [word]; [next] is the word after it or NULL. */
static bool parse_one(struct options *out, unsigned long accepted, char *word,
                      char *next, bool *used_next, struct fault *fault)
{
    int id;
    const char *value = NULL;
    if (word[1] == '-') {
        size_t length = strcspn(word + 2, "=");
        id = find_long(word + 2, length, accepted);
        if (word[2 + length] == '=')
            value = word + 2 + length + 1;
    } else {
        id = find_letter(word[1], accepted);
        if (word[2] != '\0')
            value = word + 2;
    }
    if (id == OPTION_COUNT)
        return unknown_option(fault, word, accepted);
    if (!entries[id].takes_value) {
        if (value != NULL)
            return fault_set(fault, FAULT_USAGE, NO_PLACE,
                             "usage.option_no_value", "option",
                             entries[id].name, NULL);
        out->values[id] = "";
        return true;
    }
    if (value == NULL) {
        if (next == NULL || *next == '\0')
            return fault_set(fault, FAULT_USAGE, NO_PLACE, "usage.option_value",
                             "option", entries[id].name, NULL);
        value = next;
        *used_next = true;
    }
    out->values[id] = value;
    return true;
}

bool options_parse(struct options *out, unsigned long accepted, int argc,
                   char **argv, struct arena *arena, struct fault *fault)
{
    bool only_arguments = false;
    memset(out, 0, sizeof *out);
    accepted |= OPTIONS_EVERYWHERE;
    out->arguments = arena_array(arena, (size_t)argc + 1, char *);
    for (int i = 1; i < argc; i++) {
        char *word = argv[i];
        bool used_next = false;
        if (*word == '\0')
            return fault_set(fault, FAULT_USAGE, NO_PLACE, "usage.empty", NULL);
        if (only_arguments || word[0] != '-' || word[1] == '\0') {
            out->arguments[out->argument_count++] = word;
        } else if (strcmp(word, "--") == 0) {
            only_arguments = true;
        } else {
            char *next = i + 1 < argc ? argv[i + 1] : NULL;
            if (!parse_one(out, accepted, word, next, &used_next, fault))
                return false;
            i += used_next;
        }
    }
    return true;
}

bool option_given(const struct options *options, enum option_id id)
{
    return options->values[id] != NULL;
}

const char *option_text(const struct options *options, enum option_id id,
                        const char *fallback)
{
    return options->values[id] ? options->values[id] : fallback;
}

static bool bad_value(const struct options *options, enum option_id id,
                      const char *message, struct fault *fault)
{
    return fault_set(fault, FAULT_USAGE, NO_PLACE, message, "option",
                     entries[id].name, "word", options->values[id], NULL);
}

bool option_number(const struct options *options, enum option_id id,
                   double *out, struct fault *fault)
{
    if (options->values[id] == NULL)
        return true;
    return number_parse(options->values[id], out) ||
           bad_value(options, id, "usage.not_number", fault);
}

bool option_whole(const struct options *options, enum option_id id, long *out,
                  struct fault *fault)
{
    if (options->values[id] == NULL)
        return true;
    return (number_parse_whole(options->values[id], out) && *out >= 0) ||
           bad_value(options, id, "usage.not_whole", fault);
}

bool option_date(const struct options *options, enum option_id id, date *out,
                 struct fault *fault)
{
    return options->values[id] == NULL ||
           date_parse(options->values[id], out) ||
           bad_value(options, id, "usage.not_date", fault);
}

bool option_period(const struct options *options, enum option_id id,
                   period *out, struct fault *fault)
{
    return options->values[id] == NULL ||
           period_parse(options->values[id], PERIOD_SCHOOL_START, out) ||
           fault_unknown(fault, "usage.period", options->values[id], NULL);
}

bool option_choice(const struct options *options, enum option_id id,
                   const char *const words[], size_t count, int *out,
                   struct fault *fault)
{
    const char *value = options->values[id];
    struct text list;
    if (value == NULL)
        return true;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(value, words[i]) == 0) {
            *out = (int)i;
            return true;
        }
    }
    list = text_new();
    for (size_t i = 0; i < count; i++)
        text_addf(&list, "%s%s", i ? ", " : "", words[i]);
    fault_set(fault, FAULT_USAGE, NO_PLACE, "usage.choice", "option",
              entries[id].name, "word", value, "choices", list.bytes, NULL);
    text_free(&list);
    return false;
}

size_t option_list(const struct options *options, enum option_id id,
                   struct arena *arena, char ***parts)
{
    const char *value = options->values[id];
    size_t count = 0, room = 1;
    *parts = NULL;
    if (value == NULL || *value == '\0')
        return 0;
    for (const char *at = value; *at; at++)
        room += *at == ',';
    *parts = arena_array(arena, room, char *);
    while (*value) {
        size_t length = strcspn(value, ",");
        if (length > 0)
            (*parts)[count++] = arena_copy(arena, value, length);
        value += length + (value[length] == ',');
    }
    return count;
}
