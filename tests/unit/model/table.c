/*
 * table.c - observations in columns, and the order in which they are printed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/house.h"

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/symbol.h"
#include "engine/base/text.h"
#include "engine/model/area.h"
#include "engine/model/table.h"

/* In an order that is not the order of the ids, on purpose. */
static struct code sexes[] = { { .id = "M" }, { .id = "F" } };
static struct code levels[] = { { .id = "primary" },
                                { .id = "lower_secondary" } };
static struct dimension dimensions[] = {
    { .id = "sex", .codes = sexes, .count = 2 },
    { .id = "age", .ages = true },
    { .id = "school_level", .codes = levels, .count = 2 },
};
static struct quantity quantities[] = {
    { .id = "population", .dimensions = { 0, 1 }, .dimension_count = 2 },
    { .id = "enrolled", .dimensions = { 0, 2 }, .dimension_count = 2 },
};
static const struct codebook book = { dimensions, 3, quantities, 2 };
static struct area items[] = {
    { .code = "9" }, { .code = "10" }, { .code = "336" }, { .code = "10" }
};
static const struct areas areas = { .items = items, .count = 4 };

static struct arena *arena;

static int open_arena(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static struct observation some(unsigned k)
{
    return (struct observation){
        .area = k % 4,
        .period = period_of_year(2000 + (int)(k % 7)),
        .quantity = (uint16_t)(k % 2),
        .cell = cell_set(0, k % 2, (uint8_t)(k % 3)),
        .value = k % 5 == 0 ? NO_VALUE : k * 1.37 + 0.001,
        .state = k % 5 == 0 ? STATUS_MISSING : STATUS_OK,
        .published = k % 11 == 0,
        .source = k % 3,
        .line = k + 2,
    };
}

static void assert_row(const struct table *table, size_t row, unsigned k)
{
    struct observation got = table_at(table, row), wanted = some(k);
    assert_int_equal(got.area, wanted.area);
    assert_int_equal(got.period, wanted.period);
    assert_int_equal(got.quantity, wanted.quantity);
    assert_true(got.cell == wanted.cell);
    assert_true(isnan(wanted.value) ? isnan(got.value)
                                    : got.value == wanted.value);
    assert_int_equal(got.state, wanted.state);
    assert_int_equal(got.published, wanted.published);
    assert_int_equal(got.source, wanted.source);
    assert_int_equal(got.line, wanted.line);
}

static void rows_come_back_as_they_went_in(void **state)
{
    (void)state;
    struct table *table = table_new(arena);
    for (unsigned k = 0; k < 1000; k++)
        table_add(table, some(k));
    assert_int_equal(table->count, 1000);
    for (unsigned k = 0; k < 1000; k++)
        assert_row(table, k, k);
    assert_int_equal(table->bands.count, 121);
    assert_null(table->written);
}

static void dropped_rows_leave_the_others_in_order(void **state)
{
    (void)state;
    struct table *table = table_new(arena);
    uint8_t drop[100] = { 0 };
    for (unsigned k = 0; k < 100; k++) {
        table_add(table, some(k));
        drop[k] = k % 3 == 0 ? (uint8_t)(k + 1) : 0;
    }
    table_drop(table, drop);
    assert_int_equal(table->count, 66);
    for (unsigned k = 0, row = 0; k < 100; k++)
        if (k % 3 != 0)
            assert_row(table, row++, k);
}

/* Without its figures a row still says where it stood. */
static void places_outlive_the_figures(void **state)
{
    (void)state;
    struct table *table = table_new(arena);
    const char *heads[] = { "area", "members" };
    struct source source = { .name = "a.csv", .heads = heads, .head_count = 2 };
    uint32_t number = table_add_source(table, source);
    for (uint32_t i = 0; i < 40; i++)
        table_add(table, (struct observation){
                             .source = number, .line = 2 + i, .column = 2 });
    table_keep_places(table);
    assert_null(table->value);
    assert_null(table->area);
    assert_int_equal(table->count, 40);
    struct finding_place place = table_place(table, 39);
    assert_string_equal(place.file, "a.csv");
    assert_int_equal(place.line, 41);
    assert_string_equal(place.header, "members");
    assert_null(table_place(table, 40).file);
}

static void sources_are_numbered(void **state)
{
    (void)state;
    struct table *table = table_new(arena);
    for (uint32_t i = 0; i < 40; i++)
        assert_int_equal(
            table_add_source(table, (struct source){ .rows_read = i }), i);
    assert_int_equal(table->source_count, 40);
    assert_int_equal(table->sources[39].rows_read, 39);
}

/* The lines of the rows in their order. */
static const char *lines_in_order(const struct table *table,
                                  const struct areas *known)
{
    static char room[256];
    const uint32_t *order = table_order(table, known, &book, arena);
    room[0] = '\0';
    for (size_t i = 0; i < table->count; i++)
        snprintf(room + strlen(room), sizeof room - strlen(room), "%s%u",
                 i > 0 ? " " : "", table->line[order[i]]);
    return room;
}

static void put(struct table *table, uint16_t quantity, uint32_t area, period p,
                uint64_t cell, uint32_t source, uint32_t line)
{
    table_add(table, (struct observation){ .quantity = quantity,
                                           .area = area,
                                           .period = p,
                                           .cell = cell,
                                           .value = 1,
                                           .source = source,
                                           .line = line });
}

static void rows_are_ordered_as_text(void **state)
{
    (void)state;
    struct table *table = table_new(arena);
    period year = period_of_year(2023);
    put(table, 0, 1, year, 0, 0, 1);                       /* population 10 */
    put(table, 1, 0, year, 0, 0, 2);                       /* enrolled 9 */
    put(table, 1, 2, year, 0, 0, 3);                       /* enrolled 336 */
    put(table, 1, 1, period_of_year(2024), 0, 0, 4);       /* enrolled 10 */
    put(table, 1, 1, year, cell_set(0, 0, 1), 0, 5);       /* M */
    put(table, 1, 1, year, cell_set(0, 0, 2), 0, 6);       /* F */
    put(table, 1, 1, year, cell_set(0, 1, 1), 0, 7);       /* primary */
    put(table, 1, 1, year, cell_set(0, 1, 2), 0, 8);       /* lower_secondary */
    put(table, 1, 1, year, 0, 1, 9);                       /* all */
    put(table, 1, 1, year, 0, 0, 10);                      /* an earlier file */
    put(table, 1, 1, year, cell_set(0x0100, 0, 2), 0, 11); /* F, primary */
    assert_string_equal(lines_in_order(table, &areas),
                        "10 9 6 5 8 7 11 4 3 2 1");
}

static void ages_are_ordered_as_text(void **state)
{
    (void)state;
    struct table *table = table_new(arena);
    period year = period_of_year(2023);
    uint8_t late = band_intern(&table->bands, (struct band){ 6, 10 });
    uint8_t early = band_intern(&table->bands, (struct band){ 15, BAND_OPEN });
    put(table, 0, 0, year, cell_set(0, 1, late), 0, 1);  /* 6..10 */
    put(table, 0, 0, year, cell_set(0, 1, early), 0, 2); /* 15.. */
    put(table, 0, 0, year, cell_set(0, 1, 7), 0, 3);     /* 6 */
    put(table, 0, 0, year, cell_set(0, 1, 11), 0, 4);    /* 10 */
    /* age comes before sex although the quantity declares it after */
    put(table, 0, 0, year, cell_set(cell_set(0, 1, 11), 0, 2), 0, 5); /* F 10 */
    put(table, 0, 0, year, cell_set(0, 0, 2), 0, 6);                  /* F */
    assert_string_equal(lines_in_order(table, &areas), "6 4 5 2 3 1");
}

static void periods_are_ordered_as_text(void **state)
{
    (void)state;
    struct table *table = table_new(arena);
    put(table, 0, 0, period_make(2023, PERIOD_HALF, 1), 0, 0, 1);
    put(table, 0, 0, period_make(2023, PERIOD_MONTHS, 9), 0, 0, 2);
    put(table, 0, 0, period_make(2023, PERIOD_MONTH, 6), 0, 0, 3);
    put(table, 0, 0, period_of_year(2023), 0, 0, 4);
    put(table, 0, 0, period_of_year(2022), 0, 0, 5);
    put(table, 0, 0, period_make(2023, PERIOD_SCHOOL_START, 0), 0, 0, 6);
    put(table, 0, 0, NO_PERIOD, 0, 0, 7);
    assert_string_equal(lines_in_order(table, &areas), "7 5 4 3 6 1 2");
}

static void without_a_register_names_are_ordered(void **state)
{
    (void)state;
    struct table *table = table_new(arena);
    table->written = symbols_new(arena);
    const char *names[] = { "Vũ Thư", "Hưng Hà", "Đông Hưng" };
    for (uint32_t i = 0; i < 3; i++)
        put(table, 0, symbol_intern(table->written, names[i], strlen(names[i])),
            period_of_year(2023), 0, 0, i);
    assert_string_equal(lines_in_order(table, NULL), "1 0 2");
}

static void an_empty_table_has_an_order(void **state)
{
    (void)state;
    assert_non_null(table_order(table_new(arena), &areas, &book, arena));
}

/* A simple, slow comparison against which the ranks are checked. */
static const char *printed(const struct table *table, size_t row)
{
    static char rooms[2][256];
    static unsigned turn;
    char *room = rooms[turn++ % 2], band[12];
    struct observation o = table_at(table, row);
    const struct quantity *q = &quantities[o.quantity];
    struct text text = text_new();
    period_add(&text, o.period);
    snprintf(room, sizeof rooms[0], "%s\x01%s\x01%s\x01", q->id,
             items[o.area].code, text.bytes);
    /* age and school_level, in slot 1, come before sex, in slot 0 */
    for (size_t slot = 2; slot-- > 0;) {
        strcat(room, cell_code(&book, q, &table->bands, o.cell, slot, band));
        strcat(room, "\x01");
    }
    text_free(&text);
    return room;
}

static void many_rows_agree_with_a_plain_comparison(void **state)
{
    (void)state;
    struct table *table = table_new(arena);
    unsigned seed = 12345;
    for (unsigned k = 0; k < 5000; k++) {
        seed = seed * 1103515245u + 12345u;
        unsigned r = seed >> 8;
        put(table, (uint16_t)(r % 2), r / 2 % 3,
            period_of_year(2015 + (int)(r / 6 % 9)),
            cell_set(cell_set(0, 0, (uint8_t)(r / 54 % 3)), 1,
                     (uint8_t)(r / 162 % 3)),
            r / 486 % 2, k);
    }
    const uint32_t *order = table_order(table, &areas, &book, arena);
    for (size_t i = 1; i < table->count; i++) {
        int by_text =
            strcmp(printed(table, order[i - 1]), printed(table, order[i]));
        assert_true(by_text <= 0);
        if (by_text == 0)
            assert_true(table->source[order[i - 1]] * 100000u +
                            table->line[order[i - 1]] <
                        table->source[order[i]] * 100000u +
                            table->line[order[i]]);
    }
}

static void statuses_have_names(void **state)
{
    (void)state;
    for (int s = 0; s < STATUS_COUNT; s++)
        assert_int_equal(status_find(status_names[s]), s);
    assert_int_equal(status_find("suppressed2"), STATUS_SUPPRESSED2);
    assert_int_equal(status_find("fine"), STATUS_COUNT);
    assert_int_equal(status_find(""), STATUS_COUNT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_come_back_as_they_went_in),
        cmocka_unit_test(dropped_rows_leave_the_others_in_order),
        cmocka_unit_test(places_outlive_the_figures),
        cmocka_unit_test(sources_are_numbered),
        cmocka_unit_test(rows_are_ordered_as_text),
        cmocka_unit_test(ages_are_ordered_as_text),
        cmocka_unit_test(periods_are_ordered_as_text),
        cmocka_unit_test(without_a_register_names_are_ordered),
        cmocka_unit_test(an_empty_table_has_an_order),
        cmocka_unit_test(many_rows_agree_with_a_plain_comparison),
        cmocka_unit_test(statuses_have_names),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
