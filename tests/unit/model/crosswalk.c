/*
 * crosswalk.c - the walk from map to map, and what stays one piece.
 *
 *   P + D1 + a, b, c (to 2020-04-02)     c went into b, which lived on
 *     + D2 + d (to 2024-11-02), e        d went .3 to e, .7 to f
 *          + f (from 2024-11-02)
 *   from 2025-07-02 all of P is under Q:  a, b -> x;  e -> y;
 *                                         f -> x and y without weights
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/model/crosswalk.h"
#include "tests/unit/model/register.h"

static const struct register_line lines[] = {
    { "P", NULL, TIER_PROVINCE, 0, 20250702 },
    { "Q", NULL, TIER_PROVINCE, 20250702, 0 },
    { "D1", "P", TIER_DISTRICT, 0, 20250702 },
    { "D2", "P", TIER_DISTRICT, 0, 20250702 },
    { "D3", "P", TIER_DISTRICT, 0, 20250702 },
    { "a", "D1", TIER_COMMUNE, 0, 20250702 },
    { "b", "D1", TIER_COMMUNE, 0, 20250702 },
    { "c", "D1", TIER_COMMUNE, 0, 20200402 },
    { "d", "D2", TIER_COMMUNE, 0, 20241102 },
    { "e", "D2", TIER_COMMUNE, 0, 20250702 },
    { "f", "D2", TIER_COMMUNE, 20241102, 20250702 },
    { "g", "D3", TIER_COMMUNE, 0, 20250702 },
    { "g", "Q", TIER_COMMUNE, 20250702, 0 },
    { "x", "Q", TIER_COMMUNE, 20250702, 0 },
    { "y", "Q", TIER_COMMUNE, 20250702, 0 },
};

static const struct register_row rows[] = {
    { 20200402, "c", "b", 0, true },   { 20241102, "d", "e", .3, false },
    { 20241102, "d", "f", .7, false }, { 20250702, "a", "x", 0, false },
    { 20250702, "b", "x", 0, false },  { 20250702, "e", "y", 0, false },
    { 20250702, "f", "x", 0, false },  { 20250702, "f", "y", 0, false },
    { 20250702, "g", "g", 0, false },
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct arena *arena;
static struct areas areas;
static struct crosswalk crosswalk;
static bool *units;

static int open_register(void **state)
{
    (void)state;
    arena = arena_new();
    register_build(&areas, lines, COUNT(lines), arena);
    register_cross(&crosswalk, &areas, rows, COUNT(rows), arena);
    units = crosswalk_units(&areas, &crosswalk, arena);
    return 0;
}

static int close_register(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

/* Sizes by code: b 30, c 10, a 60, e 20, f 40, d 50, x 300, y 100. */
static bool sizes_by_code(void *context, date day, uint32_t whole,
                          const uint32_t parts[], size_t count, bool before,
                          double sizes[])
{
    static const char codes[] = "abcdefxy";
    static const double known[] = { 60, 30, 10, 50, 20, 40, 300, 100 };
    (void)context;
    (void)day;
    (void)whole;
    (void)before;
    for (size_t i = 0; i < count; i++)
        sizes[i] = known[strchr(codes, areas.items[parts[i]].code[0]) - codes];
    return true;
}

static struct shares walk(const char *code, date from, date to, bool sized)
{
    struct passages passages;
    passages_build(&passages, &areas, &crosswalk,
                   (struct size_source){ sized ? sizes_by_code : NULL, NULL },
                   arena);
    return crosswalk_walk(&areas, units, &passages, from, to,
                          arena)[register_area(&areas, code, from)];
}

static void expect(struct shares shares, date day, const char *code,
                   double part)
{
    uint32_t a = register_area(&areas, code, day);
    for (size_t i = 0; i < shares.count; i++)
        if (shares.items[i].area == a) {
            assert_near(shares.items[i].part, part, 1e-12);
            return;
        }
    fail_msg("nothing of it in %s", code);
}

static void who_is_a_unit(void **state)
{
    static const char *const above[] = { "P", "D1", "D2", "D3" };
    (void)state;
    for (size_t i = 0; i < COUNT(above); i++)
        assert_false(units[register_area(&areas, above[i], 20200101)]);
    assert_true(units[register_area(&areas, "a", 20200101)]);
    assert_true(units[register_area(&areas, "x", 20260101)]);
}

static void forward_whole(void **state)
{
    struct shares s = walk("a", 20191231, 20261231, false);
    (void)state;
    assert_int_equal(s.count, 1);
    expect(s, 20261231, "x", 1);
    assert_false(s.inferred);
    /* c went into b, and b into x: whole, but guessed, within D1. */
    s = walk("c", 20191231, 20261231, false);
    assert_int_equal(s.count, 1);
    assert_true(s.items[0].part >= 1);
    expect(s, 20261231, "x", 1);
    assert_true(s.inferred);
    assert_int_equal(s.within, register_area(&areas, "D1", 20191231));
    /* A new life of the same code is another area. */
    s = walk("g", 20191231, 20261231, false);
    expect(s, 20261231, "g", 1);
    /* Going back, f was a part of d and of nothing else. */
    assert_int_equal(walk("f", 20241231, 20191231, true).count, 1);
}

/* .3 by e into y; .7 by f, half of it or by size 3:1 into x and y. */
static void forward_divided(void **state)
{
    struct shares s = walk("d", 20231231, 20261231, false);
    (void)state;
    assert_int_equal(s.count, 2);
    expect(s, 20261231, "x", .35);
    expect(s, 20261231, "y", .65);
    s = walk("d", 20231231, 20261231, true);
    expect(s, 20261231, "x", .7 * .75);
    expect(s, 20261231, "y", .3 + .7 * .25);
}

/* Backward by size: b of 2020 was b and c, 30 and 10; e was e and .3 of d;
 * x took a, b and .75 of f: 60, 30 and 30. */
static void backward(void **state)
{
    struct shares s = walk("b", 20241231, 20191231, true);
    (void)state;
    assert_int_equal(s.count, 2);
    expect(s, 20191231, "b", .75);
    expect(s, 20191231, "c", .25);
    s = walk("e", 20241231, 20231231, true);
    expect(s, 20231231, "e", 20. / 35);
    expect(s, 20231231, "d", 15. / 35);
    s = walk("x", 20261231, 20191231, true);
    assert_int_equal(s.count, 4);
    expect(s, 20191231, "a", .5);
    expect(s, 20191231, "b", .25 * .75);
    expect(s, 20191231, "c", .25 * .25);
    expect(s, 20191231, "d", .25);
    /* Nobody knows: alike. */
    s = walk("b", 20241231, 20191231, false);
    expect(s, 20191231, "c", .5);
}

/* What is divided and comes together again is whole. */
static void together_again(void **state)
{
    static const struct register_line few[] = {
        { "a", NULL, TIER_COMMUNE, 0, 20200402 },
        { "b", NULL, TIER_COMMUNE, 20200402, 20210402 },
        { "c", NULL, TIER_COMMUNE, 20200402, 20210402 },
        { "d", NULL, TIER_COMMUNE, 20210402, 0 },
        { "z", NULL, TIER_COMMUNE, 0, 20210402 },
    };
    static const struct register_row steps[] = {
        { 20200402, "a", "b", .1, false },
        { 20200402, "a", "c", .9, false },
        { 20210402, "b", "d", 0, false },
        { 20210402, "c", "d", 0, false },
    };
    struct shares s;
    (void)state;
    register_build(&areas, few, COUNT(few), arena);
    register_cross(&crosswalk, &areas, steps, COUNT(steps), arena);
    units = crosswalk_units(&areas, &crosswalk, arena);
    s = walk("a", 20191231, 20221231, false);
    assert_int_equal(s.count, 1);
    assert_true(s.items[0].part >= 1 && s.items[0].part <= 1);
    /* The rows say nothing of z, which ended. */
    assert_int_equal(walk("z", 20191231, 20221231, false).count, 0);
}

/* 1e-200 of 1e-200 is 0 to a computer, and 0.15 + 0.18 + 0.09 + 0.58 is
 * 1.0000000000000002. */
static void tiny_weights(void **state)
{
    static const struct register_line few[] = {
        { "a", NULL, TIER_COMMUNE, 0, 20200402 },
        { "b", NULL, TIER_COMMUNE, 20200402, 20210402 },
        { "c", NULL, TIER_COMMUNE, 20200402, 20210402 },
        { "d", NULL, TIER_COMMUNE, 20200402, 20210402 },
        { "e", NULL, TIER_COMMUNE, 20200402, 20210402 },
        { "f", NULL, TIER_COMMUNE, 20200402, 20210402 },
        { "x", NULL, TIER_COMMUNE, 20210402, 0 },
        { "y", NULL, TIER_COMMUNE, 20210402, 0 },
    };
    static const struct register_row steps[] = {
        { 20200402, "a", "b", .15, false },
        { 20200402, "a", "c", .18, false },
        { 20200402, "a", "d", .09, false },
        { 20200402, "a", "e", .58, false },
        { 20200402, "a", "f", 1e-200, false },
        { 20210402, "b", "x", 0, false },
        { 20210402, "c", "x", 0, false },
        { 20210402, "d", "x", 0, false },
        { 20210402, "e", "x", 0, false },
        { 20210402, "f", "x", 1, false },
        { 20210402, "f", "y", 1e-200, false },
    };
    struct shares s;
    (void)state;
    register_build(&areas, few, COUNT(few), arena);
    register_cross(&crosswalk, &areas, steps, COUNT(steps), arena);
    units = crosswalk_units(&areas, &crosswalk, arena);
    assert_int_equal(walk("a", 20191231, 20200402, false).count, 4);
    s = walk("a", 20191231, 20221231, false);
    assert_int_equal(s.count, 1);
    assert_true(s.items[0].part >= 1 && s.items[0].part <= 1);
}

static const char *piece_of(const uint32_t *pieces, const char *code, date day)
{
    struct area piece;
    uint32_t first = pieces[register_area(&areas, code, day)];
    if (first == NO_AREA)
        return "";
    crosswalk_piece_area(&piece, &areas, pieces, first, arena);
    return piece.code;
}

static void pieces(void **state)
{
    uint32_t *p = crosswalk_pieces(&areas, &crosswalk, 20240101, 20261231,
                                   TIER_DISTRICT, arena);
    (void)state;
    assert_string_equal(piece_of(p, "a", 20240101), "D1+D2");
    assert_string_equal(piece_of(p, "y", 20260101), "D1+D2");
    assert_string_equal(piece_of(p, "g", 20260101), "D3");
    assert_string_equal(piece_of(p, "P", 20240101), "");
    p = crosswalk_pieces(&areas, &crosswalk, 20200101, 20250101, TIER_COMMUNE,
                         arena);
    assert_string_equal(piece_of(p, "a", 20240101), "a");
    assert_string_equal(piece_of(p, "c", 20200101), "b+c");
    assert_string_equal(piece_of(p, "f", 20250101), "d+e+f");
    assert_int_equal(p[register_area(&areas, "x", 20260101)], NO_AREA);
    /* The same code twice is the last life. */
    p = crosswalk_pieces(&areas, &crosswalk, 20250101, 20260101, TIER_COMMUNE,
                         arena);
    struct area piece;
    uint32_t first = p[register_area(&areas, "g", 20260101)];
    crosswalk_piece_area(&piece, &areas, p, first, arena);
    assert_string_equal(piece.code, "g");
    assert_int_equal(piece.from, 20250702);
}

static void piece_names(void **state)
{
    uint32_t *p = crosswalk_pieces(&areas, &crosswalk, 20240101, 20261231,
                                   TIER_DISTRICT, arena);
    struct area piece;
    uint32_t first = p[register_area(&areas, "D2", 20240101)];
    (void)state;
    assert_int_equal(first, register_area(&areas, "D1", 20240101));
    crosswalk_piece_area(&piece, &areas, p, first, arena);
    assert_string_equal(piece.name, "Area D1 + Area D2");
    assert_int_equal(piece.parent, register_area(&areas, "P", 20240101));
}

static void successors(void **state)
{
    (void)state;
    assert_int_equal(crosswalk_successor(&areas, &crosswalk,
                                         register_area(&areas, "P", 20240101)),
                     register_area(&areas, "Q", 20260101));
    assert_int_equal(crosswalk_successor(&areas, &crosswalk,
                                         register_area(&areas, "c", 20200101)),
                     register_area(&areas, "b", 20200101));
    assert_int_equal(crosswalk_successor(&areas, &crosswalk,
                                         register_area(&areas, "D1", 20240101)),
                     NO_AREA);
}

static void on_another_day(void **state)
{
    uint32_t p = register_area(&areas, "P", 20240101);
    uint32_t q = register_area(&areas, "Q", 20260101);
    uint32_t d1 = register_area(&areas, "D1", 20240101);
    (void)state;
    assert_int_equal(crosswalk_on_day(&areas, &crosswalk, p, 20240101), p);
    assert_int_equal(crosswalk_on_day(&areas, &crosswalk, p, 20260101), q);
    assert_int_equal(crosswalk_on_day(&areas, &crosswalk, q, 20240101), p);
    assert_int_equal(crosswalk_on_day(&areas, &crosswalk, d1, 20260101), d1);
    /* x succeeds both a and b. */
    uint32_t x = register_area(&areas, "x", 20260101);
    assert_int_equal(crosswalk_on_day(&areas, &crosswalk, x, 20240101), x);
}

#define CASE(test)                                                             \
    cmocka_unit_test_setup_teardown(test, open_register, close_register)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(who_is_a_unit),  CASE(forward_whole),  CASE(forward_divided),
        CASE(backward),       CASE(together_again), CASE(tiny_weights),
        CASE(pieces),         CASE(piece_names),    CASE(successors),
        CASE(on_another_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
