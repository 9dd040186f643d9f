/*
 * years.c - what a year owes its parts, whatever they are.
 *
 * Twelve random months are cut at random into halves, quarters, months and
 * first months:
 *
 *  (1) any complete partition of a flow adds up to the twelve months, and of a
 *      mean to their mean
 *  (2) further parts that agree change nothing and are no trouble
 *  (3) one part taken away, and there is no year, only a finding
 *  (4) running totals give the last of them, however many there are
 *  (5) a part that is doubtful makes the year doubtful
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/unit/compute/lab.h"

enum { MONTHS = 12, ROUNDS = 400, FLOW = 0, MEAN = 1, RUNNING = 2 };

static struct quantity quantities[] = {
    { .id = "flow", .name_en = "Flow", .over_time = OVER_TIME_SUM },
    { .id = "mean", .name_en = "Mean", .over_time = OVER_TIME_MEAN },
    { .id = "running",
      .name_en = "Running",
      .over_time = OVER_TIME_SUM,
      .accumulates = ACCUMULATES_YEAR_TO_DATE },
};

struct span {
    enum period_kind kind;
    int part, from, end; /* months from 0, to before end */
};

static uint64_t seed = 20231231;

static int random_below(int limit)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (int)((seed >> 33) % (uint64_t)limit);
}

/* The parts that a year can be reported in. */
static int all_spans(struct span out[])
{
    int n = 0;

    for (int k = 0; k < 2; k++)
        out[n++] = (struct span){ PERIOD_HALF, k + 1, 6 * k, 6 * k + 6 };
    for (int k = 0; k < 4; k++)
        out[n++] = (struct span){ PERIOD_QUARTER, k + 1, 3 * k, 3 * k + 3 };
    for (int k = 0; k < MONTHS; k++)
        out[n++] = (struct span){ PERIOD_MONTH, k + 1, k, k + 1 };
    for (int k = 1; k < MONTHS; k++)
        out[n++] = (struct span){ PERIOD_MONTHS, k, 0, k };
    return n;
}

static int cut(struct span out[])
{
    struct span all[64];
    int known = all_spans(all), n = 0;

    for (int month = 0; month < MONTHS;) {
        const struct span *s = &all[random_below(known)];
        if (s->from != month)
            continue;
        out[n++] = *s;
        month = s->end;
    }
    return n;
}

static struct lab *open_lab(void)
{
    struct lab *lab = lab_open();

    lab->study.codebook.quantities = quantities;
    lab->study.codebook.quantity_count = 3;
    return lab;
}

static void say(struct lab *lab, uint16_t quantity, const struct span *s,
                double value, enum status status)
{
    table_add(lab->table, (struct observation){
                              .area = lab_area(lab, "338"),
                              .period = period_make(2023, s->kind, s->part),
                              .quantity = quantity,
                              .value = value,
                              .state = status,
                              .line = (uint32_t)lab->table->count + 2,
                          });
}

static double sum_of(const double months[], const struct span *s)
{
    double sum = 0;

    for (int k = s->from; k < s->end; k++)
        sum += months[k];
    return sum;
}

static void say_both(struct lab *lab, const double months[],
                     const struct span *s, enum status status)
{
    say(lab, FLOW, s, sum_of(months, s), status);
    say(lab, MEAN, s, sum_of(months, s) / (s->end - s->from), status);
}

static const struct fact *year_of(struct lab *lab, uint16_t quantity)
{
    return cube_find(lab->cube, quantity, period_of_year(2023),
                     lab_area(lab, "338"), 0);
}

static double draw_months(double months[])
{
    double sum = 0;

    for (int k = 0; k < MONTHS; k++)
        sum += months[k] = random_below(90001);
    return sum;
}

/* (1), (2), (5) */
static void complete(void **state)
{
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        struct lab *lab = open_lab();
        struct span parts[MONTHS], all[64];
        double months[MONTHS], sum = draw_months(months);
        int count = cut(parts), known = all_spans(all), start, doubted;
        bool doubt = round % 3 == 0;

        start = random_below(count);
        doubted = doubt ? random_below(count) : -1;
        for (int i = 0; i < count; i++) {
            int k = (start + i) % count;
            say_both(lab, months, &parts[k],
                     k == doubted ? STATUS_PROVISIONAL : STATUS_OK);
        }
        for (int i = 0; !doubt && i < round % 4; i++)
            say_both(lab, months, &all[random_below(known)], STATUS_OK);
        lab_run(lab);
        assert_non_null(year_of(lab, FLOW));
        assert_near(year_of(lab, FLOW)->value, sum, 1e-12);
        assert_near(year_of(lab, MEAN)->value, sum / MONTHS, 1e-12);
        assert_int_equal(year_of(lab, FLOW)->status,
                         doubt ? STATUS_PROVISIONAL : STATUS_OK);
        assert_int_equal(lab_found(lab, FINDING_year_mismatch), 0);
        assert_int_equal(lab_found(lab, FINDING_year_incomplete), 0);
        lab_close(lab);
    }
}

/* (3) */
static void one_part_less(void **state)
{
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        struct lab *lab = open_lab();
        struct span parts[MONTHS];
        double months[MONTHS];
        int count = cut(parts), left_out = random_below(count);

        draw_months(months);
        for (int i = 0; i < count; i++)
            if (i != left_out)
                say_both(lab, months, &parts[i], STATUS_OK);
        lab_run(lab);
        assert_null(year_of(lab, FLOW));
        assert_null(year_of(lab, MEAN));
        assert_int_equal(lab_found(lab, FINDING_year_incomplete), 2);
        lab_close(lab);
    }
}

/* (4) */
static void running_totals(void **state)
{
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        struct lab *lab = open_lab();
        struct span all[64];
        double months[MONTHS], sum = draw_months(months);
        int known = all_spans(all);
        bool ended = false;

        for (int i = 0; i < 6; i++) {
            struct span s = all[random_below(known)], until = s;
            until.from = 0;
            ended = ended || s.end == MONTHS;
            say(lab, RUNNING, &s, sum_of(months, &until), STATUS_OK);
        }
        lab_run(lab);
        assert_true((year_of(lab, RUNNING) != NULL) == ended);
        if (ended)
            assert_near(year_of(lab, RUNNING)->value, sum, 0);
        assert_int_equal(lab_found(lab, FINDING_year_mismatch), 0);
        lab_close(lab);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(complete),
        cmocka_unit_test(one_part_less),
        cmocka_unit_test(running_totals),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
