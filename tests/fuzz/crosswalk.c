/*
 * crosswalk.c - areas.csv and crosswalk.csv of a project. What loads can be
 * relied on: parents above their children, every area found by its code and its
 * name, every crossing between areas that live, all of an area handed over.
 *
 * A line of three dashes parts the two files; without one all of it is
 * crosswalk.csv, for the sample's areas.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/fuzz/fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/base/files.h"
#include "engine/base/number.h"
#include "importers/study_loader.h"

static char folder[] = "/tmp/hoctap-fuzz-XXXXXX";

static void remove_folder(void)
{
    static const char *const names[] = { "areas.csv", "crosswalk.csv" };
    char path[64];
    for (size_t i = 0; i < COUNT(names); i++) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        (void)unlink(path);
    }
    (void)rmdir(folder);
}

static void put(const char *name, const char *bytes, size_t size)
{
    static bool made;
    char path[64];
    if (!made) {
        must(mkdtemp(folder) != NULL);
        atexit(remove_folder);
        made = true;
    }
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    must(file != NULL && fwrite(bytes, 1, size, file) == size);
    must(fclose(file) == 0);
}

static void check_areas(const struct areas *areas, struct arena *arena)
{
    for (uint32_t i = 0; i < areas->count; i++) {
        const struct area *area = &areas->items[i];
        uint32_t found;
        enum tier implied;
        struct area_scope scope = { area->from, area->tier, NO_AREA };
        must(area->tier > TIER_NONE && area->tier < TIER_COUNT);
        must(area->to == DATE_OPEN || area->from < area->to);
        must(
            area->parent == NO_AREA ||
            (area->parent < i && areas->items[area->parent].tier < area->tier));
        must(area->from == DATE_OPEN ||
             area_by_code(areas, area->code, area->from, area->tier) == i);
        /* A district called X. Bình says that it is a commune. */
        (void)area_name_key(arena, area->name, &implied);
        must((implied != TIER_NONE && implied != area->tier) ||
             areas_named(areas, area->name, scope, &found, 1, NULL) > 0);
        must(area_label(areas, i, "vi")[0] != '\0');
    }
}

/* Is the sum of one area's weights on one day 1, or are there none? */
static void check_group(const struct crossing *items, size_t count)
{
    double sum = 0;
    size_t given = 0;
    for (size_t i = 0; i < count; i++) {
        must(i == 0 || items[i - 1].to < items[i].to);
        if (!has_value(items[i].weight))
            continue;
        must(items[i].weight > 0 && items[i].weight <= 1);
        sum += items[i].weight;
        given++;
    }
    must(given == 0 || (given == count && fabs(sum - 1) <= 1e-6));
}

static void check_crosswalk(const struct crosswalk *crosswalk,
                            const struct areas *areas)
{
    size_t start = 0;
    for (size_t i = 0; i < crosswalk->count; i++) {
        const struct crossing *now = &crosswalk->items[i];
        const struct crossing *first = &crosswalk->items[start];
        must(now->from < areas->count && now->to < areas->count);
        must(area_lives(areas, now->to, now->day));
        must(areas->items[now->from].from < now->day);
        must(first->day <= now->day);
        if (first->day == now->day && first->from == now->from)
            continue;
        must(first->day < now->day || first->from < now->from);
        check_group(first, i - start);
        start = i;
    }
    check_group(crosswalk->items + start, crosswalk->count - start);
}

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    static const char part[] = "\n---\n";
    struct arena *arena = arena_new();
    struct fault fault = { .code = FAULT_NONE };
    struct study study = { .data_folder = "data" };
    struct study_loader loader = { .study = &study,
                                   .arena = arena,
                                   .fault = &fault,
                                   .data = "data",
                                   .project = folder };
    const char *text = (const char *)bytes;
    const char *line = memmem(text, size, part, sizeof part - 1);
    const char *crossings = line == NULL ? text : line + sizeof part - 1;
    put("areas.csv", text, line == NULL ? 0 : (size_t)(line - text));
    put("crosswalk.csv", crossings, size - (size_t)(crossings - text));
    if (line == NULL)
        study.areas = fuzz_sample()->areas;
    else if (study_load_areas(&loader))
        check_areas(&study.areas, arena);
    else
        fuzz_must_say(&fault);
    if (fault.code == FAULT_NONE && study_load_crosswalk(&loader))
        check_crosswalk(&study.crosswalk, &study.areas);
    else
        fuzz_must_say(&fault);
    arena_free(arena);
    return 0;
}
