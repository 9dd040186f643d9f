/*
 * lab.h - a small study made by hand for the tests of the report room: a
 * province with four districts, six indicators, and results that each test
 * puts in. The messages are the real ones.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_TESTS_REPORT_LAB_H
#define HOCTAP_TESTS_REPORT_LAB_H

#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/yaml.h"
#include "engine/model/finding.h"
#include "engine/report/words.h"
#include "tests/house.h"

enum { ROOT, CITY, EAST, WEST, SOUTH, COMMUNE, AREAS };
enum {
    MEMBERS, /* a proportion, whole counts: 2 points are worth a word */
    DROPOUT, /* a proportion with noise, less is better */
    HEADS,   /* a count */
    PARITY,  /* a ratio without a unit, no better way */
    FUND,    /* money per person */
    LIBRARY, /* a proportion of another group */
    INDICATORS
};
enum { SEX };

static struct arena *lab_arena;
static struct study lab;
static struct results *lab_results;
static struct equity_results *lab_equity;
static struct trends *lab_trends;
static struct findings *lab_findings;
static struct table *lab_table;
static struct report_input lab_input;

/* In the order that areas_build gives them. */
static const struct area lab_areas[AREAS] = {
    [ROOT] = { .code = "34",
               .name = "Thái Bình",
               .name_en = "Thai Binh",
               .tier = TIER_PROVINCE },
    [CITY] = { .code = "336",
               .name = "Thành phố",
               .name_en = "City",
               .tier = TIER_DISTRICT,
               .parent_code = "34" },
    [EAST] = { .code = "338",
               .name = "Quỳnh Phụ",
               .name_en = "Quynh Phu",
               .tier = TIER_DISTRICT,
               .parent_code = "34" },
    [WEST] = { .code = "339",
               .name = "Hưng Hà",
               .name_en = "Hung Ha",
               .tier = TIER_DISTRICT,
               .parent_code = "34" },
    [SOUTH] = { .code = "342",
                .name = "Tiền Hải",
                .name_en = "Tien Hai",
                .tier = TIER_DISTRICT,
                .parent_code = "34" },
    [COMMUNE] = { .code = "12988",
                  .name = "Đông Minh",
                  .tier = TIER_COMMUNE,
                  .parent_code = "342" },
};

static const struct indicator lab_indicators[INDICATORS] = {
    [MEMBERS] = { .id = "member_rate",
                  .name = "Tỷ lệ hội viên",
                  .name_en = "Members",
                  .group = "association",
                  .kind = KIND_PROPORTION,
                  .numerator = "members",
                  .denominator = "population",
                  .scale = 100,
                  .unit = "%",
                  .better = BETTER_HIGHER,
                  .bound_high = 100,
                  .material = 2 },
    [DROPOUT] = { .id = "dropout",
                  .name = "Tỷ lệ bỏ học",
                  .name_en = "Dropout",
                  .group = "access",
                  .kind = KIND_PROPORTION,
                  .numerator = "leavers",
                  .denominator = "enrolled - repeaters@-1",
                  .scale = 100,
                  .unit = "%",
                  .better = BETTER_LOWER,
                  .bound_high = 100,
                  .noise = NOISE_BINOMIAL,
                  .material = 0.5 },
    [HEADS] = { .id = "members_count",
                .name = "Số hội viên",
                .name_en = "Members in all",
                .group = "association",
                .kind = KIND_COUNT,
                .numerator = "members",
                .scale = 1,
                .unit = "người",
                .unit_en = "persons",
                .better = BETTER_NONE,
                .bound_high = (double)INFINITY },
    [PARITY] = { .id = "parity",
                 .name = "Ngang bằng giới",
                 .name_en = "Parity",
                 .group = "access",
                 .kind = KIND_PARITY,
                 .numerator = "girls",
                 .denominator = "boys",
                 .scale = 1,
                 .unit = "",
                 .better = BETTER_NONE,
                 .bound_high = (double)INFINITY,
                 .material = 0.02 },
    [FUND] = { .id = "fund",
               .name = "Quỹ bình quân",
               .name_en = "Fund",
               .group = "fund",
               .kind = KIND_RATIO,
               .numerator = "fund",
               .denominator = "population",
               .scale = 1,
               .unit = "đồng/người",
               .unit_en = "VND per person",
               .better = BETTER_HIGHER,
               .bound_high = (double)INFINITY,
               .material = 5000 },
    [LIBRARY] = { .id = "library",
                  .name = "Tỷ lệ thư viện",
                  .name_en = "Libraries",
                  .group = "institutions",
                  .kind = KIND_PROPORTION,
                  .numerator = "libraries",
                  .denominator = "communes",
                  .scale = 100,
                  .unit = "%",
                  .better = BETTER_HIGHER,
                  .bound_high = 100,
                  .material = 5 },
};

static inline int lab_by_id(const void *left, const void *right)
{
    const struct message *a = left, *b = right;
    return strcmp(a->id, b->id);
}

/* The shipped messages of a language; they are a flat map. */
static inline void lab_speak(const char *language)
{
    struct fault fault = { 0 };
    struct yaml *map;
    char *path = arena_format(lab_arena, "data/messages/%s.yaml", language);
    assert_true(yaml_load(&map, path, lab_arena, &fault));
    lab.messages = (struct messages){
        .language = language,
        .items = arena_array(lab_arena, map->count, struct message),
        .count = map->count,
    };
    for (size_t i = 0; i < map->count; i++)
        lab.messages.items[i] =
            (struct message){ map->keys[i]->text, map->items[i]->text };
    qsort(lab.messages.items, lab.messages.count, sizeof *lab.messages.items,
          lab_by_id);
}

/* A fresh study in Vietnamese, about 2023, comparing districts. */
static inline int lab_start(void **state)
{
    (void)state;
    static struct code sexes[] = { { .id = "F" }, { .id = "M" } };
    static struct dimension dimensions[] = {
        { .id = "sex", .codes = sexes, .count = 2 },
    };
    lab_arena = arena_new();
    struct area *areas = arena_array(lab_arena, AREAS, struct area);
    struct indicator *indicators =
        arena_array(lab_arena, INDICATORS, struct indicator);
    memcpy(areas, lab_areas, sizeof lab_areas);
    memcpy(indicators, lab_indicators, sizeof lab_indicators);
    lab = (struct study){
        .project = { .root = ROOT,
                     .tier = TIER_DISTRICT,
                     .period = period_of_year(2023) },
        .codebook = { .dimensions = dimensions, .dimension_count = 1 },
        .areas = { .items = areas, .count = AREAS },
        .catalogue = { indicators, INDICATORS },
    };
    struct fault fault = { 0 };
    assert_true(areas_build(&lab.areas, "areas.csv", lab_arena, &fault));
    lab_speak("vi");
    lab_results = results_new(lab_arena);
    lab_equity = equity_results_new(lab_arena);
    lab_findings = findings_new(lab_arena);
    lab_table = table_new(lab_arena);
    lab_trends = trends_new(lab_arena);
    lab_input = (struct report_input){ .study = &lab,
                                       .results = lab_results,
                                       .equity = lab_equity,
                                       .findings = lab_findings,
                                       .table = lab_table,
                                       .arena = lab_arena,
                                       .trends = lab_trends };
    return 0;
}

static inline int lab_end(void **state)
{
    (void)state;
    arena_free(lab_arena);
    return 0;
}

/* A value that is known and complete. The pointer lasts until the next. */
static inline struct result *lab_put(uint16_t indicator, uint32_t area,
                                     int year, double value)
{
    struct result *r = results_add(lab_results);
    r->indicator = indicator;
    r->area = area;
    r->period = period_of_year(year);
    r->value = value;
    r->status = STATUS_OK;
    r->completeness = 1;
    return r;
}

static inline struct result *lab_share(uint16_t indicator, uint32_t area,
                                       int year, double part, double whole)
{
    struct result *r = lab_put(indicator, area, year,
                               lab_indicators[indicator].scale * part / whole);
    r->numerator = part;
    r->denominator = whole;
    return r;
}

/* A value with the year before, like for like. */
static inline struct result *lab_changed(struct result *r, double previous)
{
    r->previous = previous;
    r->change = r->value - previous;
    return r;
}

static inline struct equity_result *
lab_measure(uint16_t indicator, const char *measure, double estimate)
{
    struct equity_result *r = equity_results_add(lab_equity, 1);
    r->indicator = indicator;
    r->period = lab.project.period;
    r->tier = TIER_DISTRICT;
    r->measure = measure;
    r->estimate = estimate;
    r->count = 4;
    return r;
}

/* One target of MEMBERS, for the province: so much by that year. */
static inline struct target *lab_target(int year, double value)
{
    size_t count = lab.targets.count;
    struct target *all = arena_array(lab_arena, count + 1, struct target);
    if (count > 0)
        memcpy(all, lab.targets.items, count * sizeof *all);
    all[count] = (struct target){ .indicator = MEMBERS,
                                  .applies = APPLIES_ROOT,
                                  .area = NO_AREA,
                                  .period = period_of_year(year),
                                  .value = value,
                                  .unit = "percent",
                                  .unit_counted = "",
                                  .source = "Kế hoạch số 1" };
    lab.targets = (struct targets){ all, count + 1 };
    return &all[count];
}

/* The result is held against the last target that was made. */
static inline void lab_judged(struct result *r, enum verdict verdict)
{
    r->target_index = (uint32_t)lab.targets.count - 1;
    r->target = lab.targets.items[r->target_index].value;
    r->gap = r->value - r->target;
    r->verdict = verdict;
}

#define LAB_TEST(test) cmocka_unit_test_setup_teardown(test, lab_start, lab_end)

#endif
