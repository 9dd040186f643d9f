/*
 * pattern.c - PCRE2 patterns with named groups.
 *
 *  (1) \d, \w and classes follow Unicode; \C, which can cut a character, is
 *      refused.
 *  (2) A match may take so many steps and so much memory and no more; past
 *      that the pattern counts as not found.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <assert.h>
#include <pcre2.h>
#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/pattern.h"

enum { MOST_STEPS = 1000000, MOST_KILOBYTES = 20000 };

struct group {
    const char *name;
    uint32_t number;
};

struct pattern {
    pcre2_code *code;
    pcre2_match_context *limits;
    uint32_t capture_count;
    size_t group_count; /* named ones */
    struct group *groups;
};

static void pattern_release(void *thing)
{
    struct pattern *pattern = thing;
    pcre2_match_context_free(pattern->limits);
    pcre2_code_free(pattern->code);
}

/* The names come sorted by name; they are wanted by number. */
static void read_names(struct pattern *pattern, struct arena *arena)
{
    uint32_t count = 0, size = 0;
    PCRE2_SPTR table = NULL;
    pcre2_pattern_info(pattern->code, PCRE2_INFO_CAPTURECOUNT,
                       &pattern->capture_count);
    pcre2_pattern_info(pattern->code, PCRE2_INFO_NAMECOUNT, &count);
    pcre2_pattern_info(pattern->code, PCRE2_INFO_NAMEENTRYSIZE, &size);
    pcre2_pattern_info(pattern->code, PCRE2_INFO_NAMETABLE, &table);
    pattern->groups = arena_array(arena, count, struct group);
    for (uint32_t i = 0; i < count; i++, table += size) {
        /* Two bytes of number, then the name. */
        struct group group = { arena_string(arena, (const char *)table + 2),
                               (uint32_t)table[0] << 8 | table[1] };
        size_t at = pattern->group_count++;
        for (; at > 0 && pattern->groups[at - 1].number > group.number; at--)
            pattern->groups[at] = pattern->groups[at - 1];
        pattern->groups[at] = group;
    }
}

static bool bad_pattern(const char *source, int error, size_t offset,
                        struct place place, struct fault *fault)
{
    char problem[256], at[32];
    pcre2_get_error_message(error, (PCRE2_UCHAR *)problem, sizeof problem);
    snprintf(at, sizeof at, "%zu", offset);
    return fault_set(fault, FAULT_USAGE, place, "pattern.bad", "pattern",
                     source, "problem", problem, "offset", at, (char *)NULL);
}

bool pattern_compile(struct pattern **out, const char *source,
                     struct place place, struct arena *arena,
                     struct fault *fault)
{
    int error = 0;
    size_t offset = 0;
    pcre2_code *code = pcre2_compile(
        (PCRE2_SPTR)source, PCRE2_ZERO_TERMINATED,
        PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C, &error, &offset, NULL);
    if (code == NULL)
        return bad_pattern(source, error, offset, place, fault);
    struct pattern *pattern = arena_new_of(arena, struct pattern);
    pattern->code = code;
    pattern->limits = pcre2_match_context_create(NULL);
    if (pattern->limits == NULL)
        out_of_memory(sizeof *pattern);
    pcre2_set_match_limit(pattern->limits, MOST_STEPS);
    pcre2_set_heap_limit(pattern->limits, MOST_KILOBYTES);
    arena_defer(arena, pattern_release, pattern);
    read_names(pattern, arena);
    *out = pattern;
    return true;
}

size_t pattern_group_count(const struct pattern *pattern)
{
    return pattern->group_count;
}

const char *pattern_group_name(const struct pattern *pattern, size_t group)
{
    assert(group < pattern->group_count);
    return pattern->groups[group].name;
}

/* The number of the group wanted in place [index] of the answer. */
static uint32_t group_number(const struct pattern *pattern, size_t index)
{
    if (index < pattern->group_count)
        return pattern->groups[index].number;
    if (index > 0 || pattern->group_count > 0)
        return UINT32_MAX;
    return pattern->capture_count > 0 ? 1 : 0;
}

bool pattern_match(const struct pattern *pattern, const char *subject,
                   bool whole, const char *groups[], size_t count,
                   struct arena *arena)
{
    pcre2_match_data *data =
        pcre2_match_data_create_from_pattern(pattern->code, NULL);
    if (data == NULL)
        out_of_memory(sizeof data);
    uint32_t options = whole ? PCRE2_ANCHORED | PCRE2_ENDANCHORED : 0;
    int found =
        pcre2_match(pattern->code, (PCRE2_SPTR)subject, PCRE2_ZERO_TERMINATED,
                    0, options, data, pattern->limits);
    const size_t *ends = pcre2_get_ovector_pointer(data);
    for (size_t i = 0; i < count; i++) {
        size_t number = group_number(pattern, i);
        groups[i] = NULL;
        if (found <= 0 || number >= (size_t)found)
            continue;
        size_t from = ends[2 * number], to = ends[2 * number + 1];
        if (from != PCRE2_UNSET && from <= to) /* \K can turn them round */
            groups[i] = arena_copy(arena, subject + from, to - from);
    }
    pcre2_match_data_free(data);
    return found > 0;
}
