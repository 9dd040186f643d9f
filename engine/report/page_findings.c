/*
 * page_findings.c - which findings concern which area.
 *
 * Findings are sorted by place once, and the observations walked once: each
 * looks whether a finding stands in its line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/page_findings.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/fault.h"
#include "engine/base/grow.h"
#include "engine/model/finding.h"

static const char SUBMISSIONS[] = "submissions.csv";

/* A finding and an area that it may concern. */
struct concern {
    uint32_t finding, area;
};

struct concerns {
    const struct report_input *input;
    struct concern *items;
    size_t count, room;
};

static void add(struct concerns *list, uint32_t finding, uint32_t area)
{
    grow(list->items, list->count, list->room);
    list->items[list->count++] = (struct concern){ finding, area };
}

static const char *argument(const struct finding *f, const char *wanted)
{
    const char *cursor = f->arguments, *value, *key;
    while (cursor != NULL && (key = pack_next(&cursor, &value)) != NULL)
        if (strcmp(key, wanted) == 0)
            return value;
    return NULL;
}

/* Both names that sentences use. */
static bool is_named(const struct report_input *input, uint32_t area,
                     const char *name)
{
    const char *language = input_language(input);
    const struct areas *areas = &input->study->areas;
    return strcmp(area_name(areas, area, language), name) == 0 ||
           strcmp(area_label(areas, area, language), name) == 0;
}

/* --- (1) -------------------------------------------------------------------
 */

struct spot {
    const char *file;
    uint32_t line, finding;
};

static int by_place(const void *left, const void *right)
{
    const struct spot *a = left, *b = right;
    int order = strcmp(a->file, b->file);
    if (order == 0)
        order = (a->line > b->line) - (a->line < b->line);
    return order != 0 ? order
                      : (a->finding > b->finding) - (a->finding < b->finding);
}

/* The first spot in or after that line; its index. */
static size_t spot_from(const struct spot spots[], size_t count,
                        const char *file, uint32_t line)
{
    const struct spot wanted = { file, line, 0 };
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (by_place(&spots[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Areas of the table, which are of the map as reported, on the report's. */
static uint32_t area_here(const struct report_input *input, uint32_t area)
{
    const struct study *reported = input->reported;
    if (reported == NULL || reported == input->study)
        return area;
    const struct area *there = &reported->areas.items[area];
    return area_by_code(&input->study->areas, there->code, DATE_OPEN,
                        there->tier);
}

static void add_rows(struct concerns *list, const struct spot spots[],
                     size_t count)
{
    const struct table *table = list->input->table;
    size_t *from =
        arena_array(list->input->arena, table->source_count + 1, size_t);
    size_t *end =
        arena_array(list->input->arena, table->source_count + 1, size_t);
    for (size_t s = 0; s < table->source_count; s++) {
        const char *name = table->sources[s].name;
        from[s] = spot_from(spots, count, name, 0);
        end[s] = spot_from(spots, count, name, UINT32_MAX);
    }
    for (size_t row = 0; row < table->count; row++) {
        size_t first = from[table->source[row]], last = end[table->source[row]];
        uint32_t line = table->line[row];
        if (first == last)
            continue;
        uint32_t area = area_here(list->input, table->area[row]);
        size_t at = first + spot_from(spots + first, last - first,
                                      spots[first].file, line);
        for (; at < last && spots[at].line == line; at++)
            if (area != NO_AREA)
                add(list, spots[at].finding, area);
    }
}

/* --- (2) -------------------------------------------------------------------
 */

/* Is it an item of "A, B, C"? */
static bool is_listed(const char *list, const char *name)
{
    size_t length = strlen(name);
    for (const char *at = list; (at = strstr(at, name)) != NULL; at++) {
        bool begins = at == list || (at[-1] == ' ' && at - list > 1);
        if (begins && (at[length] == '\0' || at[length] == ','))
            return true;
    }
    return false;
}

static bool same_return(const struct submission *a, const struct submission *b)
{
    return a->period == b->period && strcmp(a->source, b->source) == 0;
}

static void add_submission(struct concerns *list, uint32_t finding,
                           const struct submission *line)
{
    const struct study *study = list->input->study;
    const struct finding *f = &list->input->findings->items[finding];
    const char *names = argument(f, "areas");
    if (f->rule == FINDING_late_report && line->area != NO_AREA)
        add(list, finding, line->area);
    if (f->rule != FINDING_not_reported || names == NULL)
        return;
    for (size_t i = 0; i < study->submission_count; i++) {
        const struct submission *other = &study->submissions[i];
        if (same_return(other, line) && other->area != NO_AREA &&
            other->received == DATE_OPEN &&
            is_listed(names, area_name(&study->areas, other->area,
                                       input_language(list->input))))
            add(list, finding, other->area);
    }
}

static bool add_submissions(struct concerns *list, uint32_t finding)
{
    const struct study *study = list->input->study;
    const struct finding *f = &list->input->findings->items[finding];
    if (f->file == NULL || strcmp(f->file, SUBMISSIONS) != 0)
        return false;
    for (size_t i = 0; i < study->submission_count; i++)
        if (study->submissions[i].line == f->line)
            add_submission(list, finding, &study->submissions[i]);
    return true;
}

/* --- (3) -------------------------------------------------------------------
 */

struct named {
    const char *name;
    uint32_t area;
};

static int by_name(const void *left, const void *right)
{
    const struct named *a = left, *b = right;
    int order = strcmp(a->name, b->name);
    return order != 0 ? order : (a->area > b->area) - (a->area < b->area);
}

/* All names of the areas that live then, sorted. */
static size_t names_of(struct named **out, const struct report_input *input)
{
    const struct areas *areas = &input->study->areas;
    date day = period_end(input->study->project.period);
    size_t count = 0;
    *out =
        arena_array(input->arena, 2 * (size_t)areas->count + 1, struct named);
    for (uint32_t a = 0; a < areas->count; a++) {
        const char *language = input_language(input);
        const char *names[] = { area_name(areas, a, language),
                                area_label(areas, a, language) };
        if (!area_lives(areas, a, day))
            continue;
        (*out)[count++] = (struct named){ names[0], a };
        if (strcmp(names[0], names[1]) != 0)
            (*out)[count++] = (struct named){ names[1], a };
    }
    qsort(*out, count, sizeof **out, by_name);
    return count;
}

static void add_by_name(struct concerns *list, uint32_t finding,
                        const struct named names[], size_t count)
{
    const char *name = argument(&list->input->findings->items[finding], "area");
    size_t low = 0, high = count;
    if (name == NULL)
        return;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(names[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool known = low < count && strcmp(names[low].name, name) == 0;
    bool twice = low + 1 < count && strcmp(names[low + 1].name, name) == 0;
    if (known && !twice)
        add(list, finding, names[low].area);
}

/* --- all -------------------------------------------------------------------
 */

static int by_finding(const void *left, const void *right)
{
    const struct concern *a = left, *b = right;
    int order = (a->finding > b->finding) - (a->finding < b->finding);
    return order != 0 ? order : (a->area > b->area) - (a->area < b->area);
}

/* (1) Of the areas of one finding those that it names; all if it names none. */
static void keep_named(struct concerns *list)
{
    const struct report_input *input = list->input;
    size_t kept = 0;
    for (size_t at = 0, end; at < list->count; at = end) {
        uint32_t finding = list->items[at].finding;
        const char *name = argument(&input->findings->items[finding], "area");
        bool any = false;
        for (end = at; end < list->count && list->items[end].finding == finding;
             end++)
            any = any || (name != NULL &&
                          is_named(input, list->items[end].area, name));
        for (size_t i = at; i < end; i++)
            if (!any || is_named(input, list->items[i].area, name))
                list->items[kept++] = list->items[i];
    }
    list->count = kept;
}

/* Those of observations, then those without. */
static void gather(struct concerns *list)
{
    const struct report_input *input = list->input;
    const struct findings *findings = input->findings;
    struct spot *spots =
        arena_array(input->arena, findings->count + 1, struct spot);
    bool *met = arena_array(input->arena, findings->count + 1, bool);
    struct named *names;
    size_t spot_count = 0, name_count = names_of(&names, input);
    for (uint32_t i = 0; i < findings->count; i++) {
        const struct finding *f = &findings->items[i];
        if (f->file != NULL && f->line > 0)
            spots[spot_count++] = (struct spot){ f->file, f->line, i };
    }
    qsort(spots, spot_count, sizeof *spots, by_place);
    if (input->table->written == NULL)
        add_rows(list, spots, spot_count);
    qsort(list->items, list->count, sizeof *list->items, by_finding);
    keep_named(list);
    for (size_t i = 0; i < list->count; i++)
        met[list->items[i].finding] = true;
    for (uint32_t i = 0; i < findings->count; i++)
        if (!met[i] && !add_submissions(list, i))
            add_by_name(list, i, names, name_count);
}

/* Areas become the pages they lie in, each once; the others go. */
static void to_pages(struct concerns *list, const int32_t page_of[])
{
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++) {
        struct concern one = list->items[i];
        if (page_of[one.area] == NO_PAGE)
            continue;
        one.area = (uint32_t)page_of[one.area];
        list->items[kept++] = one;
    }
    list->count = kept;
    qsort(list->items, list->count, sizeof *list->items, by_finding);
    for (size_t i = kept = 0; i < list->count; i++)
        if (kept == 0 || by_finding(&list->items[kept - 1], &list->items[i]))
            list->items[kept++] = list->items[i];
    list->count = kept;
}

struct page_findings *page_findings_new(const struct report_input *input,
                                        const int32_t page_of[],
                                        size_t page_count)
{
    struct page_findings *out =
        arena_new_of(input->arena, struct page_findings);
    struct concerns list = { .input = input };
    gather(&list);
    to_pages(&list, page_of);
    out->items = arena_array(input->arena, list.count + 1, uint32_t);
    out->first = arena_array(input->arena, page_count + 2, size_t);
    for (size_t i = 0; i < list.count; i++)
        out->first[list.items[i].area + 2]++;
    for (size_t p = 2; p < page_count + 2; p++)
        out->first[p] += out->first[p - 1];
    for (size_t i = 0; i < list.count; i++)
        out->items[out->first[list.items[i].area + 1]++] =
            list.items[i].finding;
    free(list.items);
    return out;
}
