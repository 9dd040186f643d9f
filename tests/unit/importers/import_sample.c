/*
 * import_sample.c - the shipped sample and the real figures, read whole.
 *
 * What is wrong in the sample on purpose is told in data/sample/README.md; here
 * the importer must find all of it and nothing else. The real figures are not
 * part of the repository: where they are absent the test is skipped.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"

#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/model/finding.h"
#include "engine/model/table.h"
#include "importers/import.h"
#include "importers/study.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static struct arena *arena, *scratch;
static struct study *study;
static struct table *table;
static struct findings *findings;

static void load(const char *project)
{
    struct fault fault = { .message = "" };
    struct study_request request = { project, "data", "vi" };
    if (!study_load(&study, &request, arena, NULL, &fault))
        fail_msg("%s:%u: %s", fault.where, fault.line, fault.message);
    struct import_context context = { .study = study,
                                      .findings = findings,
                                      .scratch = scratch };
    if (!import_project(table, &context, &fault))
        fail_msg("%s: %s", fault.where, fault.message);
    for (size_t i = 0; i < table->source_count; i++) {
        const struct source *source = &table->sources[i];
        assert_true(source->layout[0] != '\0');
        assert_int_equal(source->rows_read, source->rows_used +
                                                source->rows_ignored +
                                                source->rows_rejected);
    }
}

static int start(void **state)
{
    (void)state;
    arena = arena_new();
    scratch = arena_new();
    table = table_new(arena);
    findings = findings_new(arena);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    arena_free(scratch);
    arena_free(arena);
    return 0;
}

/* The one value of a quantity without codes; published or not. */
static double value_of(const char *area, int year, const char *quantity,
                       bool published)
{
    uint16_t wanted = quantity_find(&study->codebook, quantity);
    double value = NO_VALUE;
    for (size_t i = 0; i < table->count; i++) {
        if (table->quantity[i] != wanted || table->cell[i] != 0 ||
            table->published[i] != published ||
            table->period[i] != period_of_year(year) ||
            strcmp(study->areas.items[table->area[i]].code, area) != 0)
            continue;
        assert_false(has_value(value));
        value = table->value[i];
    }
    return value;
}

struct found {
    enum finding_rule rule;
    const char *file;
    unsigned line, count;
};

static const struct found sample_findings[] = {
    { FINDING_unknown_area, "exports/cap-xa-2023.csv", 26, 13 },
    { FINDING_tier_abolished, "exports/cap-xa-2026.csv", 25, 13 },
    { FINDING_duplicate_conflict, "exports/tin-bai-2018-2023.csv", 50, 1 },
    { FINDING_not_reported, "submissions.csv", 5, 1 },
    { FINDING_unmatched_columns, "exports/truong-lop-giao-vien.csv", 1, 2 },
    { FINDING_unmatched_columns, "exports/xa-phuong-2022.csv", 1, 2 },
    { FINDING_unmatched_columns, "exports/xa-phuong-2025.csv", 2, 1 },
    { FINDING_area_repaired, "exports/hoi-khuyen-hoc-2018.csv", 13, 1 },
    { FINDING_area_repaired, "exports/xa-phuong-2022.csv", 242, 1 },
    { FINDING_duplicate_equal, "exports/cap-xa-2023.csv", 265, 13 },
    { FINDING_duplicate_equal, "exports/cap-xa-2023.csv", 266, 2 },
    { FINDING_duplicate_equal, "exports/cap-xa-2023.csv", 266, 9 },
    { FINDING_duplicate_equal, "exports/dan-so-theo-nhom-tuoi.csv", 366, 1 },
    { FINDING_duplicate_equal, "exports/so-ho.csv", 6, 1 },
    { FINDING_duplicate_equal, "exports/tin-bai-2018-2023.csv", 50, 1 },
    { FINDING_late_report, "submissions.csv", 4, 1 },
};

static void sample_is_read(void **state)
{
    (void)state;
    load("data/sample/thai-binh");
    assert_int_equal(table->source_count, 49);
    /* To 2023, then 286 + 2 x 260 communes' population, 242 + 65 + 65 rows of
     * 13 figures, 242 + 65 of 4, two tables of 9 rows and 16 figures. */
    assert_int_equal(table->count, 23294 + 806 + 13 * 372 + 4 * 307 + 2 * 144);
    findings_sort(findings);
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *got = &findings->items[i];
        const struct found *wanted = &sample_findings[i];
        if (i >= COUNT(sample_findings) || got->rule != wanted->rule ||
            strcmp(got->file, wanted->file) != 0 || got->line != wanted->line ||
            got->count != wanted->count)
            fail_msg("finding %zu: %s %s:%u x%u", i,
                     finding_rule_name(got->rule), got->file, got->line,
                     got->count);
    }
    assert_int_equal(findings->count, COUNT(sample_findings));
}

/* One code, two units: a town of 2024 and the commune that took in seven. */
static void sample_has_two_maps(void **state)
{
    (void)state;
    load("data/sample/thai-binh");
    uint16_t members = quantity_find(&study->codebook, "members");
    unsigned seen = 0;
    for (size_t i = 0; i < table->count; i++) {
        const struct area *area = &study->areas.items[table->area[i]];
        if (strcmp(area->code, "12586") != 0 || table->quantity[i] != members ||
            table->cell[i] != 0)
            continue;
        bool town = period_year(table->period[i]) < 2025;
        assert_string_equal(area->type, town ? "Thị trấn" : "Xã");
        seen++;
    }
    assert_int_equal(seen, 5); /* 2022 to 2026 */
}

/* The published figures of the end of 2023 and of September 2021. */
static void sample_is_right(void **state)
{
    (void)state;
    static const struct {
        const char *quantity;
        int year;
        double value;
    } known[] = { { "learning_citizens", 2023, 322726 },
                  { "learning_families", 2023, 381123 },
                  { "learning_clans", 2023, 4581 },
                  { "learning_villages", 2023, 1377 },
                  { "learning_units", 2023, 947 },
                  { "households", 2023, 580980 },
                  { "population", 2021, 1876579 },
                  { "members", 2021, 632407 },
                  { "association_bodies", 2021, 648 } };
    load("data/sample/thai-binh");
    for (size_t i = 0; i < COUNT(known); i++)
        assert_near(value_of("34", known[i].year, known[i].quantity, true),
                    known[i].value, 0);
    /* Written as 17.041,9 million. */
    assert_near(value_of("338", 2020, "fund_balance", false), 17041900000.0, 0);
}

/* The sum of a column over areas of a tier, and the printed figure of [code].
 */
static double sum_of(uint16_t quantity, uint64_t cell, period p, bool published,
                     enum tier first, enum tier last)
{
    double sum = 0;
    for (size_t i = 0; i < table->count; i++) {
        enum tier tier = study->areas.items[table->area[i]].tier;
        if (table->quantity[i] == quantity && table->cell[i] == cell &&
            table->period[i] == p && table->published[i] == published &&
            tier >= first && tier <= last && has_value(table->value[i]))
            sum += table->value[i];
    }
    return sum;
}

/*
 * Pupils: provinces, Ha Tay and the universities' pupils make the country in
 * all 60 columns; regions leave the universities out and fall short in ten.
 */
static void real_pupils_add_up(void)
{
    uint16_t enrolled = quantity_find(&study->codebook, "enrolled");
    const struct quantity *quantity = &study->codebook.quantities[enrolled];
    uint16_t level = dimension_find(&study->codebook, "school_level");
    uint16_t slot = quantity_slot(quantity, level);
    static const char *const codes[] = { "primary", "lower_secondary",
                                         "upper_secondary" };
    size_t columns = 0, short_ones = 0;
    for (int year = 2002; year <= 2016; year++)
        for (size_t k = 0; k <= COUNT(codes); k++) {
            period p = period_of_year(year);
            uint64_t cell = 0;
            if (k > 0)
                cell = cell_set(
                    0, slot,
                    (uint8_t)(code_find(&study->codebook.dimensions[level],
                                        codes[k - 1]) +
                              1));
            double country =
                sum_of(enrolled, cell, p, true, TIER_COUNTRY, TIER_COUNTRY);
            assert_near(
                sum_of(enrolled, cell, p, false, TIER_PROVINCE, TIER_VILLAGE),
                country, 0);
            short_ones += sum_of(enrolled, cell, p, true, TIER_REGION,
                                 TIER_REGION) < country;
            columns += country > 0;
        }
    assert_int_equal(columns, 60);
    assert_int_equal(short_ones, 10);
}

static void real_figures(void **state)
{
    (void)state;
    if (real_data("vn-gso-education/SOURCE.md") == NULL) {
        printf("skipped: the real figures are not in ../shared/data\n");
        skip();
        return;
    }
    load("tests/real/vietnam");
    assert_int_equal(findings->count, 0);
    assert_int_equal(table->source_count, 5);
    assert_int_equal(table->count, 20428);
    assert_near(value_of("34", 2015, "enrolled", false), 278440, 0);
    assert_near(value_of("VN", 1995, "population", true), 71995500, 0);
    real_pupils_add_up();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(sample_is_read, start, stop),
        cmocka_unit_test_setup_teardown(sample_has_two_maps, start, stop),
        cmocka_unit_test_setup_teardown(sample_is_right, start, stop),
        cmocka_unit_test_setup_teardown(real_figures, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
