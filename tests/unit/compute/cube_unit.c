/*
 * cube_unit.c - figures in a wrong unit are found, growth is not. The numbers
 * in brackets are those of cube_unit.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/cube/cube_unit.h"
#include "tests/unit/compute/lab.h"

static struct lab *lab;

static int open_lab(void **state)
{
    (void)state;
    lab = lab_open();
    return 0;
}

static int close_lab(void **state)
{
    (void)state;
    lab_close(lab);
    return 0;
}

static void say_years(const char *area, const char *quantity, int first,
                      const double values[], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char when[32];
        snprintf(when, sizeof when, "%d", first + (int)i);
        lab_say(lab, area, when, quantity, "", values[i]);
    }
}
#define SAY_YEARS(area, quantity, first, ...)                                  \
    say_years(area, quantity, first, (const double[]){ __VA_ARGS__ },          \
              sizeof((double[]){ __VA_ARGS__ }) / sizeof(double))

static size_t found(void)
{
    return lab_found(lab, FINDING_unit_break) +
           lab_found(lab, FINDING_unit_parts) +
           lab_found(lab, FINDING_unit_file);
}

static enum status status_of(const char *quantity, const char *area,
                             const char *when, const char *cell)
{
    uint16_t q = quantity_find(&lab->study.codebook, quantity);
    const struct fact *fact =
        cube_find(lab->cube, q, lab_period(when), lab_area(lab, area),
                  lab_cell(lab, q, cell));

    assert_non_null(fact);
    return fact->status;
}

/* (1) The year after tells which year is wrong. */
static void one_year(void **state)
{
    const struct finding *f;

    (void)state;
    lab_indicator(lab, "people", KIND_COUNT, "members", NULL);
    lab_indicator(lab, "growth", KIND_RATIO, "members - members@-1",
                  "members@-1");
    SAY_YEARS("338", "members", 2019, 50290, 51133, 5182, 52417, 53009);
    lab_run(lab);
    assert_int_equal(found(), 1);
    f = lab_finding(lab, FINDING_unit_break);
    assert_string_equal(f->file, "a.csv");
    assert_int_equal(f->line, 4);
    assert_string_equal(f->value, "5182");
    assert_string_equal(f->suggestion, "51,820");
    assert_string_equal(lab_argument(f, "factor"), "1/10");
    assert_string_equal(lab_argument(f, "other"), "51,133");
    assert_string_equal(lab_argument(f, "against"), "2020");
    assert_string_equal(lab_argument(f, "area"), "Area 338");
    /* Kept as it is, and no growth is computed to it or from it. */
    assert_int_equal(status_of("members", "338", "2021", ""),
                     STATUS_UNRELIABLE);
    assert_near(lab_value(lab, "people", "338", "2021"), 5182, 0);
    assert_int_equal(lab_result(lab, "people", "338", "2021")->status,
                     STATUS_UNRELIABLE);
    for (int year = 2021; year <= 2022; year++) {
        struct result *r =
            lab_result(lab, "people", "338", year == 2021 ? "2021" : "2022");
        assert_false(has_value(r->previous));
        assert_false(has_value(r->change));
        assert_string_equal(r->note, "change.unreliable");
    }
    assert_false(has_value(lab_value(lab, "growth", "338", "2021")));
    assert_false(has_value(lab_value(lab, "growth", "338", "2022")));
    assert_string_equal(lab_result(lab, "growth", "338", "2022")->note,
                        "value.unreliable");
    assert_near(lab_value(lab, "growth", "338", "2023"), 592 / 52417.0, 1e-12);
    assert_near(lab_result(lab, "people", "338", "2023")->change, 592, 0);
    assert_near(lab_result(lab, "people", "338", "2020")->change, 843, 0);
}

/* (8) The same figure, accepted in one way or another, or not. */
static void decided(void **state)
{
    static const struct {
        const char *file, *decision;
        unsigned line;
        bool accepted;
    } cases[] = {
        { "a.csv", "accept", 4, true },
        { "", "Keep: the union closed", 0, true },
        { "a.csv", "CHẤP NHẬN", 4, true },
        { "a.csv", "Giữ nguyên số báo cáo", 0, true },
        { "a.csv", "accept", 5, false }, /* another line */
        { "b.csv", "accept", 0, false },
        { "a.csv", "to be corrected by the office", 4, false },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct decision decision = { .rule = "unit_break",
                                     .file = cases[i].file,
                                     .decision = cases[i].decision,
                                     .finding_line = cases[i].line };
        struct result *r;
        lab = lab_open();
        lab->study.decisions = &decision;
        lab->study.decision_count = 1;
        lab_indicator(lab, "people", KIND_COUNT, "members", NULL);
        SAY_YEARS("338", "members", 2019, 50290, 51133, 5182, 52417, 53009);
        lab_run(lab);
        assert_int_equal(found(), 1); /* told all the same */
        assert_int_equal(status_of("members", "338", "2021", ""),
                         cases[i].accepted ? STATUS_OK : STATUS_UNRELIABLE);
        r = lab_result(lab, "people", "338", "2022");
        if (cases[i].accepted)
            assert_near(r->change, 52417 - 5182, 0);
        else
            assert_string_equal(r->note, "change.unreliable");
        lab_close(lab);
    }
}

/* (8) Nor is the year doubted that is made of an accepted quarter. */
static void decided_quarter(void **state)
{
    struct decision decisions[] = {
        { .rule = "unit_break", .file = "", .decision = "keep" },
    };

    (void)state;
    lab->study.decisions = decisions;
    lab->study.decision_count = 1;
    lab_indicator(lab, "people", KIND_COUNT, "members", NULL);
    for (int year = 2019; year <= 2023; year++)
        for (int quarter = 1; quarter <= 4; quarter++)
            lab_say(
                lab, "338", arena_format(lab->arena, "%d-Q%d", year, quarter),
                "members", "",
                year == 2021 && quarter == 4 ? 5182 : 50000 + 100 * quarter);
    lab_run(lab);
    assert_true(found() > 0);
    assert_int_equal(status_of("members", "338", "2021-Q4", ""), STATUS_OK);
    assert_int_equal(status_of("members", "338", "2021", ""), STATUS_OK);
    assert_near(lab_result(lab, "people", "338", "2022")->change, 50400 - 5182,
                0);
}

/* (7), (8) A part that its total contradicts: the total is told no more. */
static void decided_part(void **state)
{
    struct decision decision = { .rule = "unit_parts",
                                 .file = "",
                                 .decision = "accepted" };

    (void)state;
    lab->study.decisions = &decision;
    lab->study.decision_count = 1;
    lab_say(lab, "34", "2023", "members", "", 153700);
    lab_say(lab, "336", "2023", "members", "", 51820);
    lab_say(lab, "338", "2023", "members", "", 5112);
    lab_say(lab, "339", "2023", "members", "", 50760);
    lab_run(lab);
    assert_int_equal(lab_found(lab, FINDING_unit_parts), 1);
    assert_int_equal(lab_found(lab, FINDING_total_mismatch), 0);
    assert_int_equal(status_of("members", "338", "2023", ""), STATUS_OK);
}

/* (7) 950 for 9,500 would explain the women's total, but nobody has 9,500 women
 * among 1,200 members: it is said that the total does not add up. */
static void no_part_above_its_whole(void **state)
{
    (void)state;
    lab_say(lab, "34", "2023", "members", "sex=F", 20000);
    lab_say(lab, "336", "2023", "members", "sex=F", 5500);
    lab_say(lab, "338", "2023", "members", "sex=F", 950);
    lab_say(lab, "339", "2023", "members", "sex=F", 5000);
    lab_say(lab, "338", "2023", "members", "", 1200);
    lab_run(lab);
    assert_int_equal(found(), 0);
    assert_int_equal(lab_found(lab, FINDING_total_mismatch), 1);
}

/* (1) Every power, either way, in every place; two wrong years of six. */
static void every_place(void **state)
{
    static const double factors[] = { 10, 0.1, 100, 0.01, 1000, 1e-3, 1e6 };
    static const double truth[] = { 412733, 398104, 455871, 421006, 470415 };

    (void)state;
    for (size_t at = 0; at < 5; at++)
        for (size_t k = 0; k < sizeof factors / sizeof *factors; k++) {
            const struct finding *f;
            double values[5];
            lab = lab_open();
            memcpy(values, truth, sizeof values);
            values[at] *= factors[k];
            say_years("338", "members", 2018, values, 5);
            /* Without other areas a low first year may be a beginning. */
            say_years("336", "members", 2018, truth, 5);
            say_years("339", "members", 2018, truth, 5);
            lab_run(lab);
            assert_int_equal(lab->findings->count, 1);
            f = lab_finding(lab, FINDING_unit_break);
            assert_int_equal(f->line, 2 + at);
            lab_close(lab);
        }
    lab = lab_open();
    SAY_YEARS("338", "members", 2018, 4100, 41733, 39810, 4558, 42100, 44041);
    SAY_YEARS("339", "members", 2018, 4100, 4173, 3981, 4558, 4210, 4404);
    SAY_YEARS("336", "members", 2018, 4100, 4173, 3981, 4558, 4210, 4404);
    lab_run(lab);
    assert_int_equal(lab->findings->count, 2);
    assert_int_equal(lab->findings->items[0].line, 2);
    assert_int_equal(lab->findings->items[1].line, 5);
}

/* 59 thousand dong per head, and 34 dong the year before. */
static void a_word_left_out(void **state)
{
    (void)state;
    SAY_YEARS("34", "share", 2022, 34, 59000);
    lab_run(lab);
    assert_int_equal(lab->findings->count, 1);
    const struct finding *f = lab_finding(lab, FINDING_unit_break);
    assert_string_equal(f->value, "34");
    assert_string_equal(f->suggestion, "34,000");
    assert_string_equal(lab_argument(f, "factor"), "1/1,000");
}

/* (1) Two figures: the later one. A share for a percentage. */
static void two_figures(void **state)
{
    (void)state;
    SAY_YEARS("338", "members", 2021, 41275, 418331);
    SAY_YEARS("339", "share", 2021, 65.6, 0.671);
    lab_run(lab);
    assert_int_equal(lab->findings->count, 2);
    assert_string_equal(lab->findings->items[0].value, "418331");
    assert_string_equal(lab->findings->items[1].value, "0.671");
    assert_string_equal(lab->findings->items[1].suggestion, "67.1");
}

/* Quarters are set against quarters, and a year made of a quarter is no
 * second trouble; the first year that is made has a past of its own. */
static void within_the_year(void **state)
{
    (void)state;
    lab_say(lab, "338", "2020-Q4", "members", "", 40122);
    lab_say(lab, "338", "2021-Q4", "members", "", 41275);
    lab_say(lab, "338", "2022-Q4", "members", "", 423900);
    lab_say(lab, "338", "2023-Q4", "members", "", 43017);
    SAY_YEARS("339", "members", 2020, 30122, 31275, 30011);
    lab_say(lab, "339", "2023-H2", "members", "", 309441);
    lab_run(lab);
    assert_int_equal(lab->findings->count, 2);
    assert_int_equal(lab->findings->items[0].line, 4);
    assert_int_equal(status_of("members", "338", "2022", ""),
                     STATUS_UNRELIABLE);
    assert_int_equal(lab->findings->items[1].line, 9);
    assert_string_equal(lab_argument(&lab->findings->items[1], "period"),
                        "2023");
}

/* (3) */
static void small_counts(void **state)
{
    (void)state;
    SAY_YEARS("336", "bodies", 2020, 12, 1, 11, 12);
    SAY_YEARS("338", "bodies", 2020, 21, 23, 230, 24);
    SAY_YEARS("338", "units", 2020, 25, 240, 260, 255);
    SAY_YEARS("339", "units", 2020, 3, 310, 290, 300);
    SAY_YEARS("34", "share", 2020, 0.1, 1.1, 1.2, 1);
    lab_run(lab);
    assert_int_equal(lab->findings->count, 0);
}

/* Nothing, a gap, and growth that is real: threefold, fourfold, fiftyfold. */
static void growth(void **state)
{
    (void)state;
    SAY_YEARS("336", "members", 2018, 0, 0, 4000, 4100);
    SAY_YEARS("338", "members", 2018, 2000, 6100, 24000, 25100);
    SAY_YEARS("339", "members", 2018, 700, 34000, 36000, 35500);
    lab_add(lab, "34", "2020", "members", "", NO_VALUE, STATUS_MISSING, false);
    lab_run(lab);
    assert_int_equal(found(), 0);
}

/* (5) Money in its first years: all areas begin low, one begins late. */
static void beginnings(void **state)
{
    (void)state;
    SAY_YEARS("336", "members", 2018, 5100, 50700, 52000, 53100);
    SAY_YEARS("338", "members", 2018, 410, 4300, 41000, 42300);
    SAY_YEARS("339", "members", 2019, 7000, 69000, 71000, 70400);
    SAY_YEARS("336", "units", 2022, 510, 5300);
    SAY_YEARS("338", "units", 2022, 430, 4100);
    SAY_YEARS("339", "units", 2022, 640, 6200);
    lab_run(lab);
    assert_int_equal(found(), 0);
}

/* Two years are enough where the others stay as they were. */
static void one_of_three(void **state)
{
    (void)state;
    SAY_YEARS("336", "units", 2022, 510, 5300);
    SAY_YEARS("338", "units", 2022, 430, 410);
    SAY_YEARS("339", "units", 2022, 640, 620);
    lab_run(lab);
    assert_int_equal(found(), 1);
    assert_string_equal(lab_finding(lab, FINDING_unit_break)->value, "5300");
}

/* (2) Steps of any size are ordinary where they are common. */
static void restless(void **state)
{
    (void)state;
    SAY_YEARS("336", "units", 2015, 310, 2900, 700, 9000, 1500, 400, 3900);
    SAY_YEARS("338", "units", 2015, 5000, 600, 1900, 300, 700, 8000, 2000);
    SAY_YEARS("339", "units", 2015, 900, 3000, 450, 1700, 6100, 590, 1300);
    lab_run(lab);
    assert_int_equal(found(), 0);
}

/* Three years in a.csv, and in b.csv a thousand times too much. */
static void say_wrong_file(void)
{
    uint32_t second;

    SAY_YEARS("336", "members", 2020, 41275, 42100, 43900);
    SAY_YEARS("338", "members", 2020, 31275, 30100, 31900);
    SAY_YEARS("339", "members", 2020, 61275, 62190, 63900);
    second = table_add_source(lab->table, (struct source){ .path = "/tmp/b.csv",
                                                           .name = "b.csv",
                                                           .group = "",
                                                           .layout = "tidy" });
    lab_say(lab, "336", "2023", "members", "", 44121000);
    lab_say(lab, "338", "2023", "members", "", 32400000);
    lab_say(lab, "339", "2023", "members", "", 64790000);
    for (size_t row = 9; row < 12; row++)
        lab->table->source[row] = second;
}

/* (6) */
static void whole_file(void **state)
{
    const struct finding *f;

    (void)state;
    say_wrong_file();
    lab_print_total(lab, "34", "2023", "members", 141311000);
    lab->table->source[12] = lab->table->source[11];
    lab_run(lab);
    assert_int_equal(lab->findings->count, 1);
    f = lab_finding(lab, FINDING_unit_file);
    assert_string_equal(f->file, "b.csv");
    assert_int_equal(f->count, 3);
    assert_string_equal(lab_argument(f, "areas"), "3");
    assert_string_equal(lab_argument(f, "factor"), "1,000");
    assert_int_equal(status_of("members", "339", "2023", ""),
                     STATUS_UNRELIABLE);
}

/* (7) A total that is right is not blamed for parts that are all wrong. */
static void parts_of_a_wrong_file(void **state)
{
    (void)state;
    say_wrong_file();
    lab_print_total(lab, "34", "2023", "members", 141311);
    lab_run(lab);
    assert_int_equal(lab->findings->count, 1);
    assert_int_equal(lab->findings->items[0].rule, FINDING_unit_file);
    assert_int_equal(status_of("members", "34", "2023", ""), STATUS_OK);
}

/* (6) One area is right, so it is not the file. */
static void most_of_a_file(void **state)
{
    (void)state;
    SAY_YEARS("336", "members", 2020, 41275, 42100, 43900, 442100);
    SAY_YEARS("338", "members", 2020, 31275, 30100, 31900, 327010);
    SAY_YEARS("339", "members", 2020, 61275, 62190, 63900, 650000);
    SAY_YEARS("201", "members", 2020, 11275, 11190, 11900, 12200);
    lab_run(lab);
    assert_int_equal(lab_found(lab, FINDING_unit_break), 3);
    assert_int_equal(lab_found(lab, FINDING_unit_file), 0);
}

/* (7) 41,275 + 30,061 + 61,204 = 132,540. */
static void against_parts(void **state)
{
    const struct finding *f;

    (void)state;
    lab_say(lab, "336", "2020", "members", "", 41275);
    lab_say(lab, "338", "2020", "members", "", 3006.1);
    lab_say(lab, "339", "2020", "members", "", 61204);
    lab_print_total(lab, "34", "2020", "members", 132540);
    lab_say(lab, "336", "2020", "units", "", 4127);
    lab_say(lab, "338", "2020", "units", "", 3061);
    lab_say(lab, "339", "2020", "units", "", 6204);
    lab_print_total(lab, "34", "2020", "units", 13392000);
    lab_run(lab);
    assert_int_equal(lab->findings->count, 2);
    f = lab->findings->items;
    assert_int_equal(f[0].rule, FINDING_unit_parts);
    assert_string_equal(f[0].value, "3006.1");
    assert_string_equal(f[0].suggestion, "30,061");
    assert_string_equal(lab_argument(&f[0], "other"), "30,061");
    assert_int_equal(status_of("members", "338", "2020", ""),
                     STATUS_UNRELIABLE);
    assert_int_equal(status_of("members", "34", "2020", ""), STATUS_OK);
    assert_int_equal(f[1].rule, FINDING_unit_parts);
    assert_string_equal(f[1].value, "13392000");
    assert_string_equal(f[1].suggestion, "13,392");
    assert_string_equal(lab_argument(&f[1], "factor"), "1,000");
}

/* (7) Girls ten times too many; a whole ten times too small. */
static void against_sexes(void **state)
{
    (void)state;
    lab_say(lab, "338", "2020", "members", "", 41275);
    lab_say(lab, "338", "2020", "members", "sex=F", 201930);
    lab_say(lab, "338", "2020", "members", "sex=M", 21082);
    lab_say(lab, "339", "2020", "members", "", 4127);
    lab_say(lab, "339", "2020", "members", "sex=F", 20193);
    lab_say(lab, "339", "2020", "members", "sex=M", 21077);
    lab_run(lab);
    assert_int_equal(lab_found(lab, FINDING_unit_parts), 2);
    assert_string_equal(lab->findings->items[0].value, "201930");
    assert_string_equal(lab->findings->items[0].suggestion, "20,193");
    assert_string_equal(lab->findings->items[1].value, "4127");
    assert_string_equal(lab->findings->items[1].suggestion, "41,270");
    /* A part above its whole is a contradiction whoever is wrong, but the whole
     * that is too small makes no part invalid. */
    assert_int_equal(lab_found(lab, FINDING_part_exceeds_whole), 3);
    assert_int_equal(lab_found(lab, FINDING_total_mismatch), 0);
    assert_int_equal(status_of("members", "338", "2020", "sex=F"),
                     STATUS_INVALID);
    assert_int_equal(status_of("members", "339", "2020", ""),
                     STATUS_UNRELIABLE);
    assert_int_equal(status_of("members", "339", "2020", "sex=F"), STATUS_OK);
}

/* (7) Ten times 8,100 girls were more than the 50,000 members of that year;
 * of 90,500 they are no more than those. */
static void break_above_its_whole(void **state)
{
    static const double girls[] = { 80000, 81000, 8100, 82000 };
    static const double members[] = { 90000, 91000, 50000, 92000 };
    (void)state;
    for (int possible = 0; possible < 2; possible++) {
        if (possible)
            lab = lab_open();
        for (int y = 0; y < 4; y++) {
            char when[16];
            snprintf(when, sizeof when, "%d", 2020 + y);
            lab_say(lab, "338", when, "members", "sex=F", girls[y]);
            lab_say(lab, "338", when, "members", "",
                    possible && y == 2 ? 90500 : members[y]);
        }
        lab_run(lab);
        assert_int_equal(found(), possible);
        if (!possible)
            lab_close(lab);
    }
}

/* (7) What the past has told is not told again by the total. */
static void told_once(void **state)
{
    (void)state;
    SAY_YEARS("336", "members", 2020, 41275, 42100, 43900);
    SAY_YEARS("338", "members", 2020, 31275, 301000, 31900);
    SAY_YEARS("339", "members", 2020, 61275, 62190, 63900);
    lab_print_total(lab, "34", "2021", "members", 134390);
    lab_run(lab);
    assert_int_equal(lab->findings->count, 1);
    assert_int_equal(lab->findings->items[0].rule, FINDING_unit_break);
}

/* (4) On 1 November 2022 commune 103 went into 104. */
static void reforms(void **state)
{
    const struct finding *f;

    (void)state;
    lab->crossing = (struct crossing){ .day = 20221101,
                                       .from = lab_area(lab, "103"),
                                       .to = lab_area(lab, "104"),
                                       .weight = NO_VALUE };
    lab->study.crosswalk.items = &lab->crossing;
    lab->study.crosswalk.count = 1;
    SAY_YEARS("103", "members", 2020, 50113, 51133);
    SAY_YEARS("104", "members", 2022, 5182);
    /* Bodies of the district begin anew with the map of its communes. */
    SAY_YEARS("336", "bodies", 2020, 4100, 4210, 400, 410);
    SAY_YEARS("338", "bodies", 2020, 4100, 4210, 4300, 4410);
    lab_run(lab);
    assert_int_equal(lab->findings->count, 1);
    f = lab_finding(lab, FINDING_unit_break);
    assert_string_equal(f->value, "5182");
    assert_string_equal(f->suggestion, "51,820");
    assert_string_equal(lab_argument(f, "other"), "51,133");
    assert_string_equal(lab_argument(f, "against"), "2021");
}

/* (4) It lived on and took: 6,000 of its own and 51,133 are its past. */
static void reforms_that_add(void **state)
{
    (void)state;
    lab->crossing = (struct crossing){ .day = 20221101,
                                       .from = lab_area(lab, "103"),
                                       .to = lab_area(lab, "101"),
                                       .weight = NO_VALUE };
    lab->study.crosswalk.items = &lab->crossing;
    lab->study.crosswalk.count = 1;
    SAY_YEARS("103", "members", 2020, 50113, 51133);
    SAY_YEARS("101", "members", 2020, 5900, 6000, 57000, 57900);
    lab_run(lab);
    assert_int_equal(lab->findings->count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(one_year, open_lab, close_lab),
        cmocka_unit_test(decided),
        cmocka_unit_test_setup_teardown(decided_quarter, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(decided_part, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(break_above_its_whole, open_lab,
                                        close_lab),
        cmocka_unit_test_setup_teardown(no_part_above_its_whole, open_lab,
                                        close_lab),
        cmocka_unit_test_teardown(every_place, close_lab),
        cmocka_unit_test_setup_teardown(a_word_left_out, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(two_figures, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(within_the_year, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(small_counts, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(growth, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(beginnings, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(one_of_three, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(restless, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(whole_file, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(parts_of_a_wrong_file, open_lab,
                                        close_lab),
        cmocka_unit_test_setup_teardown(most_of_a_file, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(against_parts, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(against_sexes, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(told_once, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(reforms, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(reforms_that_add, open_lab, close_lab),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
