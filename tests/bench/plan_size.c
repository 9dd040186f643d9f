/*
 * plan_size.c - plans at the size of a country: communes x indicators x years,
 * made from results that are made up. Prints seconds of processor and the ratio
 * to a rival in the same run: the same totals shared by largest remainders (a
 * sort each), without paths, bases, pasts, forecasts or evenness.
 *
 *     plan_size COMMUNES INDICATORS YEARS
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "engine/compute/plan/plan.h"
#include "engine/report/listing.h"

enum { PAST = 6, START = 2023 };

static unsigned seed = 1;

static int draw(int below)
{
    seed = seed * 1664525u + 1013904223u;
    return (int)((seed >> 8) % (unsigned)below);
}

static double seconds(void)
{
    return (double)clock() / CLOCKS_PER_SEC;
}

static void make_areas(struct study *study, int communes, struct arena *arena)
{
    struct fault fault;
    struct area *items =
        arena_array(arena, (size_t)communes + 1, struct area);

    items[0] = (struct area){ .code = "VN", .name = "VN", .tier = TIER_COUNTRY };
    for (int i = 1; i <= communes; i++)
        items[i] = (struct area){
            .code = arena_format(arena, "%05d", i),
            .name = arena_format(arena, "Xã %d", i),
            .tier = TIER_COMMUNE,
            .parent_code = "VN",
        };
    study->areas = (struct areas){ .items = items,
                                   .count = (uint32_t)communes + 1 };
    if (!areas_build(&study->areas, "areas.csv", arena, &fault))
        exit(1);
}

static void make_catalogue(struct study *study, int indicators, int years,
                           struct arena *arena)
{
    struct indicator *items =
        arena_array(arena, (size_t)indicators, struct indicator);
    struct target *targets =
        arena_array(arena, (size_t)indicators, struct target);

    for (int i = 0; i < indicators; i++) {
        items[i] = (struct indicator){
            .id = arena_format(arena, "share_%03d", i),
            .name = "Tỷ lệ",
            .kind = KIND_PROPORTION,
            .numerator = "members",
            .denominator = "population",
            .scale = 100,
            .unit = "%",
            .better = BETTER_HIGHER,
            .bound_high = 100,
            .design_effect = 1,
            .material = 2,
        };
        targets[i] = (struct target){ .indicator = (uint16_t)i,
                                      .area = NO_AREA,
                                      .period = period_of_year(START + years),
                                      .value = 85,
                                      .unit = "",
                                      .unit_counted = "" };
    }
    study->catalogue =
        (struct catalogue){ items, (size_t)indicators };
    study->targets = (struct targets){ targets, (size_t)indicators };
}

static void add_result(struct results *results, uint16_t indicator,
                       uint32_t area, int year, double x, double n)
{
    struct result *r = results_add(results);

    r->indicator = indicator;
    r->area = area;
    r->period = period_of_year(year);
    r->status = STATUS_OK;
    r->numerator = x;
    r->denominator = n;
    r->value = 100 * x / n;
    r->completeness = 1;
}

static void make_results(struct results *results, const struct study *study)
{
    for (uint16_t i = 0; i < study->catalogue.count; i++) {
        double sum[PAST] = { 0 }, base[PAST] = { 0 };
        for (uint32_t a = 1; a < study->areas.count; a++) {
            double n = 2000 + draw(9000), x = floor(n * (30 + draw(30)) / 100);
            for (int y = 0; y < PAST; y++) {
                sum[y] += x;
                base[y] += n;
                add_result(results, i, a, START - PAST + 1 + y, x, n);
                n += draw(60);
                x += draw(200);
            }
        }
        for (int y = 0; y < PAST; y++)
            add_result(results, i, study->project.root, START - PAST + 1 + y,
                       sum[y], base[y]);
    }
    results_sort(results, study);
}

/* --- the rival ----------------------------------------------------------- */

struct remainder {
    double left;
    uint32_t area;
};

static int by_remainder(const void *left, const void *right)
{
    double l = ((const struct remainder *)left)->left;
    double r = ((const struct remainder *)right)->left;

    return (l < r) - (l > r);
}

static double share_by_remainders(const double weight[], double share[],
                                  struct remainder order[], uint32_t count,
                                  double total)
{
    double sum = 0, given = 0;

    for (uint32_t a = 0; a < count; a++)
        sum += weight[a];
    for (uint32_t a = 0; a < count; a++) {
        double quota = total * weight[a] / sum;
        share[a] = floor(quota);
        given += share[a];
        order[a] = (struct remainder){ quota - share[a], a };
    }
    qsort(order, count, sizeof *order, by_remainder);
    for (uint32_t a = 0; a < count && given < total; a++, given++)
        share[order[a].area]++;
    return given;
}

static double rival(uint32_t count, int times, struct arena *arena)
{
    double *weight = arena_array(arena, count, double);
    double *share = arena_array(arena, count, double);
    struct remainder *order = arena_array(arena, count, struct remainder);
    double begin, check = 0;

    for (uint32_t a = 0; a < count; a++)
        weight[a] = 1000 + draw(5000);
    begin = seconds();
    for (int i = 0; i < times; i++)
        check += share_by_remainders(weight, share, order, count,
                                     1000000 + 1000.0 * i);
    return check > 0 ? seconds() - begin : 0;
}

int main(int argc, char **argv)
{
    int communes = argc > 1 ? atoi(argv[1]) : 10600;
    int indicators = argc > 2 ? atoi(argv[2]) : 60;
    int years = argc > 3 ? atoi(argv[3]) : 10;
    struct arena *arena = arena_new(), *scratch = arena_new();
    struct quantity quantities[] = { { .id = "population" },
                                     { .id = "members" } };
    struct study study = { .codebook = { .quantities = quantities,
                                         .quantity_count = 2 } };
    struct results *results = results_new(arena);
    struct plans *plans = plans_new(arena);
    struct plan_request request = { .confidence = 0.95 };
    struct formulas *formulas;
    struct fault fault;
    struct text out = text_new();

    gsl_set_error_handler_off();
    make_areas(&study, communes, arena);
    make_catalogue(&study, indicators, years, arena);
    study.messages.language = "vi";
    study.project.root = area_by_code(&study.areas, "VN", DATE_OPEN, TIER_NONE);
    study.project.tier = TIER_COMMUNE;
    study.project.period = period_of_year(START);
    if (!formulas_compile(&formulas, &study, arena, &fault))
        return 1;
    make_results(results, &study);
    struct plan_ground ground = { results, formulas, NULL, &study };
    double begin = seconds();
    plan_results(plans, &ground, &request, scratch);
    double made = seconds() - begin;
    begin = seconds();
    list_plans(&out, ROWS_CSV, plans, &study, 0, scratch);
    double listed = seconds() - begin;
    double other = rival((uint32_t)communes, indicators * years, arena);
    printf("%d communes x %d indicators x %d years, %zu steps\n", communes,
           indicators, years, plans->step_count);
    printf("  plan %.2f s, its CSV %.2f s, largest remainders %.2f s: "
           "ratio %.1f\n",
           made, listed, other, made / other);
    text_free(&out);
    arena_free(scratch);
    arena_free(arena);
    return 0;
}
