/*
 * lab.h - a small study by hand, for the tests of the computing room.
 *
 * One province of three districts; the first two have communes. Commune 103
 * ended on 1 November 2022 and went into 104, which began that day.
 *
 *   34  + 336 + 101, 102, 103 (to 2022-11-01), 104 (from 2022-11-01)
 *       + 338 + 201, 202
 *       + 339
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_TESTS_LAB_H
#define HOCTAP_TESTS_LAB_H

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/cube/cube_build.h"
#include "engine/compute/indicator/formulas.h"
#include "engine/compute/indicator/indicator.h"
#include "engine/model/study.h"
#include "tests/house.h"

enum { LAB_INDICATORS = 32, LAB_TARGETS = 16, LAB_BREAKS = 4 };

struct lab {
    struct arena *arena, *scratch;
    struct study study;
    struct table *table;
    struct findings *findings;
    struct formulas *formulas;
    struct cube *cube;
    struct results *results;
    struct fault fault;
    struct indicator indicators[LAB_INDICATORS];
    struct target targets[LAB_TARGETS];
    struct series_break breaks[LAB_BREAKS];
    struct crossing crossing;
};

static struct code lab_sexes[] = { { .id = "F", .name_en = "female" },
                                   { .id = "M", .name_en = "male" } };
static struct code lab_levels[] = { { .id = "primary" },
                                    { .id = "lower" },
                                    { .id = "upper" } };
static struct code lab_sectors[] = { { .id = "public", .name_en = "public" },
                                     { .id = "private" } };
static struct code lab_grades[] = { { .id = "1" },
                                    { .id = "2" },
                                    { .id = "3" } };

static struct dimension lab_dimensions[] = {
    { .id = "sex", .closed = true, .codes = lab_sexes, .count = 2 },
    { .id = "age", .ages = true },
    { .id = "level", .codes = lab_levels, .count = 3 },
    { .id = "sector", .codes = lab_sectors, .count = 2 },
    { .id = "grade", .codes = lab_grades, .count = 3 },
};
enum { SEX, AGE, LEVEL, SECTOR, GRADE };

static struct quantity lab_quantities[] = {
    { .id = "population",
      .name_en = "Population",
      .over_time = OVER_TIME_MEAN,
      .dimensions = { AGE, SEX },
      .dimension_count = 2 },
    { .id = "members",
      .name_en = "Members",
      .dimensions = { SEX },
      .dimension_count = 1 },
    { .id = "enrolled",
      .name_en = "Enrolled",
      .dimensions = { LEVEL, AGE, SEX, GRADE },
      .dimension_count = 4 },
    { .id = "bodies",
      .name_en = "Bodies",
      .over_map = OVER_MAP_RESTART,
      .dimensions = { SECTOR },
      .dimension_count = 1 },
    { .id = "share", .name_en = "Share", .over_areas = OVER_AREAS_NONE },
    { .id = "units", .name_en = "Units" },
};

struct lab_area {
    const char *code, *parent;
    enum tier tier;
    date from, to;
};

static const struct lab_area lab_areas[] = {
    { "34", NULL, TIER_PROVINCE, 0, 0 },
    { "336", "34", TIER_DISTRICT, 0, 0 },
    { "338", "34", TIER_DISTRICT, 0, 0 },
    { "339", "34", TIER_DISTRICT, 0, 0 },
    { "101", "336", TIER_COMMUNE, 0, 0 },
    { "102", "336", TIER_COMMUNE, 0, 0 },
    { "103", "336", TIER_COMMUNE, 0, 20221101 },
    { "104", "336", TIER_COMMUNE, 20221101, 0 },
    { "201", "338", TIER_COMMUNE, 0, 0 },
    { "202", "338", TIER_COMMUNE, 0, 0 },
};
enum { LAB_AREAS = sizeof lab_areas / sizeof *lab_areas };

static inline uint32_t lab_area(const struct lab *lab, const char *code)
{
    uint32_t a = area_by_code(&lab->study.areas, code, DATE_OPEN, TIER_NONE);

    if (a == NO_AREA)
        fail_msg("no area %s", code);
    return a;
}

/* With an attribute "commune_class" of every area, at first empty. */
static inline struct lab *lab_open(void)
{
    static const char *names[] = { "commune_class" };
    struct arena *arena = arena_new();
    struct lab *lab = arena_new_of(arena, struct lab);
    struct areas *areas = &lab->study.areas;

    lab->arena = arena;
    lab->scratch = arena_new();
    areas->count = LAB_AREAS;
    areas->items = arena_array(arena, LAB_AREAS, struct area);
    areas->attribute_names = names;
    areas->attribute_count = 1;
    for (size_t i = 0; i < LAB_AREAS; i++) {
        const char **attributes = arena_array(arena, 1, const char *);
        attributes[0] = "";
        areas->items[i] = (struct area){
            .code = lab_areas[i].code,
            .name = arena_format(arena, "Area %s", lab_areas[i].code),
            .tier = lab_areas[i].tier,
            .parent_code = lab_areas[i].parent,
            .from = lab_areas[i].from,
            .to = lab_areas[i].to,
            .attributes = attributes,
        };
    }
    assert_true(areas_build(areas, "areas.csv", arena, &lab->fault));
    lab->study.codebook =
        (struct codebook){ lab_dimensions, 5, lab_quantities, 6 };
    lab->study.catalogue.items = lab->indicators;
    lab->study.targets.items = lab->targets;
    lab->study.breaks.items = lab->breaks;
    lab->study.messages.language = "en";
    lab->study.project.root = lab_area(lab, "34");
    lab->table = table_new(arena);
    lab->findings = findings_new(arena);
    lab->results = results_new(arena);
    table_add_source(lab->table, (struct source){ .path = "/tmp/a.csv",
                                                  .name = "a.csv",
                                                  .group = "",
                                                  .layout = "tidy" });
    return lab;
}

static inline void lab_close(struct lab *lab)
{
    arena_free(lab->scratch);
    arena_free(lab->arena);
}

static inline struct indicator *lab_indicator(struct lab *lab, const char *id,
                                              enum indicator_kind kind,
                                              const char *numerator,
                                              const char *denominator)
{
    struct indicator *in = &lab->indicators[lab->study.catalogue.count++];

    *in = (struct indicator){
        .id = id,
        .name_en = id,
        .kind = kind,
        .numerator = numerator,
        .denominator = denominator,
        .scale = kind == KIND_PROPORTION ? 100 : 1,
        .better = BETTER_HIGHER,
        .bound_low = kind == KIND_PROPORTION ? 0 : (double)-INFINITY,
        .bound_high = kind == KIND_PROPORTION ? 100 : (double)INFINITY,
        .design_effect = 1,
        .material = 2,
        .place = { "indicators.yaml", 7, 1 },
        .numerator_place = { "indicators.yaml", 8, 14 },
        .denominator_place = { "indicators.yaml", 9, 16 },
    };
    return in;
}

static inline uint8_t lab_code(struct lab *lab, const struct dimension *d,
                               const char *text)
{
    struct band band;

    if (!d->ages)
        return (uint8_t)(code_find(d, text) + 1);
    assert_true(band_parse(text, &band));
    return band_intern(&lab->table->bands, band);
}

/* "sex=F,age=6..10" */
static inline uint64_t lab_cell(struct lab *lab, uint16_t quantity,
                                const char *text)
{
    const struct quantity *q = &lab->study.codebook.quantities[quantity];
    char *copy = arena_string(lab->arena, text), *rest = copy, *part;
    uint64_t cell = 0;

    while ((part = strsep(&rest, ",")) != NULL && *part) {
        char *code = strchr(part, '=');
        assert_non_null(code);
        *code++ = '\0';
        uint16_t d = dimension_find(&lab->study.codebook, part);
        uint16_t slot = quantity_slot(q, d);
        assert_int_not_equal(slot, NO_INDEX);
        cell =
            cell_set(cell, slot,
                     lab_code(lab, &lab->study.codebook.dimensions[d], code));
    }
    return cell;
}

static inline period lab_period(const char *text)
{
    period p;

    assert_true(period_parse(text, PERIOD_SCHOOL_START, &p));
    return p;
}

static inline void lab_add(struct lab *lab, const char *area, const char *when,
                           const char *quantity, const char *cell, double value,
                           enum status status, bool published)
{
    uint16_t q = quantity_find(&lab->study.codebook, quantity);

    table_add(lab->table, (struct observation){
                              .area = lab_area(lab, area),
                              .period = lab_period(when),
                              .quantity = q,
                              .cell = lab_cell(lab, q, cell),
                              .value = value,
                              .state = status,
                              .published = published,
                              .line = (uint32_t)lab->table->count + 2,
                          });
}

static inline void lab_say(struct lab *lab, const char *area, const char *when,
                           const char *quantity, const char *cell, double value)
{
    lab_add(lab, area, when, quantity, cell, value, STATUS_OK, false);
}

static inline void lab_print_total(struct lab *lab, const char *area,
                                   const char *when, const char *quantity,
                                   double value)
{
    lab_add(lab, area, when, quantity, "", value, STATUS_OK, true);
}

/* Compiles, builds and computes everything. */
static inline void lab_run(struct lab *lab)
{
    struct compute_request request = { .root = NO_AREA,
                                       .breakdowns = true,
                                       .confidence = 0.95 };

    assert_true(
        formulas_compile(&lab->formulas, &lab->study, lab->arena, &lab->fault));
    assert_true(cube_build(&lab->cube, lab->table, &lab->study, lab->arena,
                           lab->findings, &lab->fault));
    for (size_t i = 0; i < lab->study.catalogue.count; i++)
        indicator_compute(lab->results, (uint16_t)i, lab->formulas, lab->cube,
                          &lab->study, &request, lab->scratch, lab->findings);
    results_sort(lab->results, &lab->study);
}

/* NULL when there is no such row. */
static inline struct result *lab_look(struct lab *lab, const char *indicator,
                                      const char *area, const char *when,
                                      struct breakdown breakdown)
{
    uint16_t i = indicator_find(&lab->study.catalogue, indicator);
    uint32_t a = lab_area(lab, area);

    for (size_t k = 0; k < lab->results->count; k++) {
        struct result *r = &lab->results->items[k];
        if (r->indicator == i && r->area == a &&
            r->period == lab_period(when) &&
            r->breakdown.dimension == breakdown.dimension &&
            r->breakdown.code == breakdown.code)
            return r;
    }
    return NULL;
}

/* The row there must be. */
static inline struct result *lab_by(struct lab *lab, const char *indicator,
                                    const char *area, const char *when,
                                    struct breakdown breakdown)
{
    struct result *r = lab_look(lab, indicator, area, when, breakdown);

    if (!r) {
        fail_msg("no row of %s for %s in %s", indicator, area, when);
        abort(); /* not reached: the test has ended */
    }
    return r;
}

static inline struct result *lab_result(struct lab *lab, const char *indicator,
                                        const char *area, const char *when)
{
    return lab_by(lab, indicator, area, when, WHOLE);
}

static inline bool lab_has(struct lab *lab, const char *indicator,
                           const char *area, const char *when)
{
    return lab_look(lab, indicator, area, when, WHOLE) != NULL;
}

static inline double lab_value(struct lab *lab, const char *indicator,
                               const char *area, const char *when)
{
    return lab_result(lab, indicator, area, when)->value;
}

static inline size_t lab_found(const struct lab *lab, enum finding_rule rule)
{
    size_t count = 0;

    for (size_t i = 0; i < lab->findings->count; i++)
        count += lab->findings->items[i].rule == rule;
    return count;
}

/* The first finding of a rule. */
static inline const struct finding *lab_finding(const struct lab *lab,
                                                enum finding_rule rule)
{
    for (size_t i = 0; i < lab->findings->count; i++)
        if (lab->findings->items[i].rule == rule)
            return &lab->findings->items[i];
    fail_msg("no finding of rule %s", finding_rule_name(rule));
    abort(); /* not reached: the test has ended */
}

static inline const char *lab_argument(const struct finding *finding,
                                       const char *key)
{
    const char *cursor = finding->arguments, *value, *name;

    while ((name = pack_next(&cursor, &value)) != NULL)
        if (strcmp(name, key) == 0)
            return value;
    return NULL;
}

#endif
