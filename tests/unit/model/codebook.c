/*
 * codebook.c - ids, cells and bands of ages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"

#include "engine/model/codebook.h"

static struct code_attribute ages[] = { { "ages", "6..10" }, { "years", "5" } };
static struct code sexes[] = { { .id = "F" }, { .id = "M" } };
static struct code levels[] = {
    { .id = "primary", .attributes = ages, .attribute_count = 2 },
    { .id = "lower_secondary" },
};
static struct dimension dimensions[] = {
    { .id = "sex", .codes = sexes, .count = 2 },
    { .id = "age", .ages = true },
    { .id = "school_level", .codes = levels, .count = 2 },
};
static struct quantity quantities[] = {
    { .id = "enrolled", .dimensions = { 2, 1, 0 }, .dimension_count = 3 },
    { .id = "members", .dimension_count = 0 },
};
static const struct codebook book = { dimensions, 3, quantities, 2 };

static void ids_are_found(void **state)
{
    (void)state;
    assert_int_equal(dimension_find(&book, "school_level"), 2);
    assert_int_equal(dimension_find(&book, "level"), NO_INDEX);
    assert_int_equal(quantity_find(&book, "members"), 1);
    assert_int_equal(quantity_find(&book, "Members"), NO_INDEX);
    assert_int_equal(code_find(&dimensions[0], "M"), 1);
    assert_int_equal(code_find(&dimensions[0], ""), NO_INDEX);
    assert_string_equal(code_attribute_find(&levels[0], "years"), "5");
    assert_null(code_attribute_find(&levels[1], "years"));
    assert_int_equal(quantity_slot(&quantities[0], 1), 1);
    assert_int_equal(quantity_slot(&quantities[0], 0), 2);
    assert_int_equal(quantity_slot(&quantities[1], 0), NO_INDEX);
}

static void the_nearest_id_is_suggested(void **state)
{
    (void)state;
    assert_string_equal(quantity_nearest(&book, "enroled"), "enrolled");
    assert_null(quantity_nearest(&book, "weather"));
    assert_string_equal(dimension_nearest(&book, "Sexe"), "sex");
    assert_string_equal(code_nearest(&dimensions[2], "prmary"), "primary");
    assert_null(code_nearest(&dimensions[1], "6"));
}

static void a_cell_is_a_byte_a_slot(void **state)
{
    (void)state;
    uint64_t cell = 0;
    for (size_t slot = 0; slot < CELL_DIMENSIONS; slot++)
        cell = cell_set(cell, slot, (uint8_t)(0xf0 + slot));
    for (size_t slot = 0; slot < CELL_DIMENSIONS; slot++)
        assert_int_equal(cell_get(cell, slot), 0xf0 + slot);
    cell = cell_set(cell, 3, 0);
    assert_int_equal(cell_get(cell, 3), 0);
    assert_int_equal(cell_get(cell, 2), 0xf2);
    assert_int_equal(cell_get(cell, 4), 0xf4);
}

static void a_cell_prints_its_codes(void **state)
{
    (void)state;
    struct bands bands;
    char room[12];
    bands_start(&bands);
    uint8_t band = band_intern(&bands, (struct band){ 6, 10 });
    uint64_t cell = cell_set(cell_set(0, 0, 2), 1, band);
    const struct quantity *q = &quantities[0];
    assert_string_equal(cell_code(&book, q, &bands, cell, 0, room),
                        "lower_secondary");
    assert_string_equal(cell_code(&book, q, &bands, cell, 1, room), "6..10");
    assert_string_equal(cell_code(&book, q, &bands, cell, 2, room), "");
    assert_string_equal(cell_code(&book, q, &bands, cell, 7, room), "");
}

static void ages_have_fixed_bytes(void **state)
{
    (void)state;
    struct bands bands;
    bands_start(&bands);
    assert_int_equal(bands.count, 121);
    assert_int_equal(band_find(&bands, (struct band){ 0, 0 }), 1);
    assert_int_equal(band_find(&bands, (struct band){ 119, 119 }), 120);
    assert_int_equal(band_find(&bands, (struct band){ 120, 120 }), 0);
    assert_int_equal(band_intern(&bands, (struct band){ 6, 6 }), 7);
    assert_int_equal(bands.count, 121);
    for (uint8_t b = 1; b <= BAND_SINGLES; b++) {
        assert_int_equal(bands.items[b].low, b - 1);
        assert_int_equal(bands.items[b].high, b - 1);
    }
}

static void bands_are_numbered_as_met_until_full(void **state)
{
    (void)state;
    struct bands bands;
    bands_start(&bands);
    assert_int_equal(band_intern(&bands, (struct band){ 6, 10 }), 121);
    assert_int_equal(band_intern(&bands, (struct band){ 15, BAND_OPEN }), 122);
    assert_int_equal(band_intern(&bands, (struct band){ 6, 10 }), 121);
    assert_int_equal(band_find(&bands, (struct band){ 7, 10 }), 0);
    for (unsigned byte = 123; byte <= 255; byte++)
        assert_int_equal(
            band_intern(&bands, (struct band){ 1, (uint8_t)(byte - 100) }),
            byte);
    assert_int_equal(band_intern(&bands, (struct band){ 2, 9 }), 0);
    assert_int_equal(band_intern(&bands, (struct band){ 6, 10 }), 121);
}

static void read_band(const char *text, int low, int high, const char *print)
{
    struct band band;
    char room[12];
    assert_true(band_parse(text, &band));
    assert_int_equal(band.low, low);
    assert_int_equal(band.high, high);
    assert_string_equal(band_print(band, room), print);
}

static void bands_are_read_and_printed(void **state)
{
    (void)state;
    read_band("6", 6, 6, "6");
    read_band("6..10", 6, 10, "6..10");
    read_band("6..6", 6, 6, "6");
    read_band("15..", 15, BAND_OPEN, "15..");
    read_band("0..254", 0, 254, "0..254");
    read_band("06", 6, 6, "6");
    const char *wrong[] = { "",     "a",      "6.",     "6...", "6..5", "..5",
                            "6-10", "6..10 ", "255",    "256",  "1000", "-1",
                            " 6",   "6..255", "6..10.", "+6" };
    struct band band;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (band_parse(wrong[i], &band))
            fail_msg("\"%s\" was read as a band", wrong[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_are_found),
        cmocka_unit_test(the_nearest_id_is_suggested),
        cmocka_unit_test(a_cell_is_a_byte_a_slot),
        cmocka_unit_test(a_cell_prints_its_codes),
        cmocka_unit_test(ages_have_fixed_bytes),
        cmocka_unit_test(bands_are_numbered_as_met_until_full),
        cmocka_unit_test(bands_are_read_and_printed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
