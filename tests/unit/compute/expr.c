/*
 * expr.c - expressions: what they mean, and what is said of wrong ones.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/expr/expr.h"
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

static const struct place here = { "i.yaml", 12, 20 };

static bool parse(struct expr *expr, struct terms *terms, const char *text)
{
    return expr_parse(expr, terms, text, here, &lab->study.codebook, lab->arena,
                      &lab->fault);
}

static double value_of(const char *text, const double terms[])
{
    struct expr expr;
    struct terms all = { NULL, 0, 0 };

    if (!parse(&expr, &all, text))
        fail_msg("%s: %s", text, lab->fault.message);
    return expr_value(&expr, terms);
}

static void arithmetic(void **state)
{
    static const double terms[] = { 7, 2, NO_VALUE, 0 };

    (void)state;
    assert_near(value_of("1 + 2 * 3", NULL), 7, 0);
    assert_near(value_of("(1 + 2) * 3", NULL), 9, 0);
    assert_near(value_of("12 - 5 - 4", NULL), 3, 0);
    assert_near(value_of("24 / 4 / 2", NULL), 3, 0);
    assert_near(value_of("2 * -3 - -4", NULL), -2, 0);
    assert_near(value_of("-(1.5 + .25)", NULL), -1.75, 0);
    assert_near(value_of("members / population * 10", terms), 35, 1e-15);
    assert_near(value_of("  members\n - population ", terms), 5, 0);
    /* What is absent stays absent; nothing is divided by 0. */
    assert_false(has_value(value_of("members + population + units", terms)));
    assert_false(has_value(value_of("0 * units", terms + 2)));
    assert_false(has_value(value_of("members / population", terms + 2)));
    assert_false(has_value(value_of("1 / members", terms + 3)));
    assert_false(has_value(value_of("1 / (1 / members)", terms + 3)));
    assert_false(has_value(value_of("1 / (9 / -members)", terms + 3)));
}

static void quotients(void **state)
{
    static const double terms[] = { 7, 2, 5 };
    static const char *two[] = { "members / population",
                                 "(members + population) / (units - 1)",
                                 "members / -(population * 3 - units)",
                                 "members * 4 / population / units" };
    static const double upper[] = { 7, 9, 7, 14 }, lower[] = { 2, 4, -1, 5 };
    struct expr expr;
    double x, n;

    (void)state;
    for (size_t i = 0; i < 4; i++) {
        struct terms all = { NULL, 0, 0 };
        assert_true(parse(&expr, &all, "members + population + units"));
        assert_true(parse(&expr, &all, two[i]));
        assert_true(expr_quotient(&x, &n, &expr, terms));
        assert_near(x, upper[i], 0);
        assert_near(n, lower[i], 0);
    }
    for (size_t i = 0; i < 2; i++) {
        struct terms all = { NULL, 0, 0 };
        assert_true(
            parse(&expr, &all, i ? "-(members / units)" : "members + 1 / 2"));
        assert_false(expr_quotient(&x, &n, &expr, terms));
    }
}

static void picks(void **state)
{
    struct expr expr;
    struct terms t = { NULL, 0, 0 };

    (void)state;
    assert_true(parse(&expr, &t,
                      "enrolled[level=primary|upper, age=6..10, sex=F]@-4 "
                      "+ enrolled[level=primary..upper,age=3|15..]"));
    assert_int_equal(t.count, 2);
    assert_int_equal(t.items[0].lag, -4);
    assert_string_equal(t.items[0].text,
                        "enrolled[level=primary|upper, age=6..10, sex=F]@-4");
    assert_int_equal(t.items[0].picks[0].count, 2);
    assert_int_equal(t.items[0].picks[0].codes[1], 2);
    assert_int_equal(t.items[0].picks[1].bands[0].low, 6);
    assert_int_equal(t.items[0].picks[1].bands[0].high, 10);
    assert_int_equal(t.items[0].picks[2].codes[0], 0);
    assert_int_equal(t.items[0].picks[3].count, 0);
    assert_int_equal(t.items[1].lag, 0);
    assert_int_equal(t.items[1].picks[0].count, 3);
    assert_int_equal(t.items[1].picks[1].count, 2);
    assert_int_equal(t.items[1].picks[1].bands[1].low, 15);
    assert_int_equal(t.items[1].picks[1].bands[1].high, BAND_OPEN);
}

/* The lag binds to the quantity; what says the same is one term. */
static void lags_and_terms(void **state)
{
    struct expr expr;
    struct terms t = { NULL, 0, 0 };
    static const double terms[] = { 10, 4 };

    (void)state;
    assert_true(parse(&expr, &t, "members - members@-1"));
    assert_int_equal(t.count, 2);
    assert_near(expr_value(&expr, terms), 6, 0);
    assert_true(parse(&expr, &t, "members @ -1 / members[sex=all]"));
    assert_int_equal(t.count, 2);
    assert_near(expr_value(&expr, terms), 0.4, 1e-15);
    assert_true(parse(&expr, &t,
                      "members@1 + members[sex=F] + members[sex=M]"
                      "+ population[age=6] + population[age=7]"));
    assert_int_equal(t.count, 7);
    assert_int_equal(t.items[2].lag, 1);
    assert_string_equal(t.items[2].text, "members@1");
}

struct wrong {
    const char *text, *message, *found, *near;
    unsigned column; /* of the place's 20 */
};

/* Each names what is wrong, where, and the nearest right word. */
static void faults(void **state)
{
    static const struct wrong cases[] = {
        { "", "expr.ends", "", "", 20 },
        { "members +", "expr.ends", "", "", 29 },
        { "members population", "expr.syntax", "population", "", 28 },
        { "members ) ", "expr.syntax", ")", "", 28 },
        { "(members", "expr.ends", "", "", 28 },
        { "1.2.3", "expr.syntax", "1.2.3", "", 20 },
        { "* 3", "expr.syntax", "*", "", 20 },
        { "3 + €", "expr.syntax", "€", "", 24 },
        { "membres / population", "expr.unknown_quantity_near", "membres",
          "members", 20 },
        { "population / qwertyuiop", "expr.unknown_quantity", "qwertyuiop", "",
          33 },
        { "members[sx=F]", "expr.unknown_dimension_near", "sx", "sex", 28 },
        { "members[zzzzzz=F]", "expr.unknown_dimension", "zzzzzz", "", 28 },
        { "members[age=6]", "expr.dimension_refused", "age", "", 28 },
        { "members[sex=F,sex=M]", "expr.dimension_twice", "sex", "", 34 },
        { "enrolled[level=primari]", "expr.unknown_code_near", "primari",
          "primary", 35 },
        { "enrolled[level=xxxxxxxxx]", "expr.unknown_code", "xxxxxxxxx", "",
          35 },
        { "enrolled[level=upper..primary]", "expr.bad_range", "upper..primary",
          "", 35 },
        { "enrolled[level=primary..]", "expr.syntax", "]", "", 44 },
        { "enrolled[level=]", "expr.syntax", "]", "", 35 },
        { "enrolled[level primary]", "expr.syntax", "primary", "", 35 },
        { "enrolled[]", "expr.syntax", "]", "", 29 },
        { "enrolled[sex=F", "expr.ends", "", "", 34 },
        { "enrolled[age=10..6]", "expr.bad_range", "10..6", "", 33 },
        { "enrolled[age=6..10|8]", "expr.bad_range", "8", "", 39 },
        { "enrolled[age=200]", "expr.bad_age", "200", "", 33 },
        { "enrolled[age=old]", "expr.bad_age", "old", "", 33 },
        { "enrolled[age=6..x]", "expr.syntax", "x", "", 36 },
        { "members@now", "expr.bad_lag", "now", "", 28 },
        { "members@-", "expr.ends", "", "", 29 },
        { "members@-999", "expr.bad_lag", "-999", "", 28 },
        { "members@1.5", "expr.syntax", ".", "", 29 },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct expr expr;
        struct terms terms = { NULL, 0, 0 };
        const struct wrong *w = &cases[i];
        if (parse(&expr, &terms, w->text))
            fail_msg("\"%s\" was read", w->text);
        if (strcmp(lab->fault.message, w->message) != 0 ||
            lab->fault.column != w->column)
            fail_msg("\"%s\": %s at %u", w->text, lab->fault.message,
                     lab->fault.column);
        assert_string_equal(fault_argument(&lab->fault, "found"), w->found);
        assert_string_equal(fault_argument(&lab->fault, "near"), w->near);
        assert_string_equal(fault_argument(&lab->fault, "expression"), w->text);
        assert_string_equal(lab->fault.where, "i.yaml");
        assert_int_equal(lab->fault.line, 12);
        assert_int_equal(lab->fault.code, FAULT_USAGE);
    }
}

static void deep(void **state)
{
    struct expr expr;
    struct terms terms = { NULL, 0, 0 };
    char text[400] = "";

    (void)state;
    for (int i = 0; i < EXPR_DEPTH; i++)
        strcat(text, "1+(2*");
    strcat(text, "3");
    for (int i = 0; i < EXPR_DEPTH; i++)
        strcat(text, ")");
    assert_true(parse(&expr, &terms, text));
    assert_true(has_value(expr_value(&expr, NULL)));
    for (int i = 0; i < 100; i++)
        text[i] = '(';
    assert_false(parse(&expr, &terms, text));
    assert_fault(&lab->fault, "expr.too_deep");
}

/* Growth of steps and terms. */
static void long_one(void **state)
{
    struct expr expr;
    struct terms terms = { NULL, 0, 0 };
    double values[30];
    char text[1000] = "0";

    (void)state;
    for (int i = 0; i < 30; i++) {
        char part[32];
        snprintf(part, sizeof part, "+population[age=%d]", i);
        strcat(text, part);
        values[i] = i;
    }
    assert_true(parse(&expr, &terms, text));
    assert_int_equal(terms.count, 30);
    assert_near(expr_value(&expr, values), 435, 0);
}

static void formulas(void **state)
{
    struct formulas *formulas;

    (void)state;
    lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");
    lab_indicator(lab, "count", KIND_COUNT, "members", NULL);
    lab_indicator(lab, "index", KIND_INDEX, "share", NULL);
    assert_true(
        formulas_compile(&formulas, &lab->study, lab->arena, &lab->fault));
    assert_int_equal(formulas->count, 3);
    assert_int_equal(formulas->items[0].terms.count, 2);
    assert_true(formulas->items[0].addable);
    assert_int_equal(formulas->items[1].denominator.count, 0);
    assert_false(formulas->items[2].addable);
}

static void wrong_formula(struct indicator in, const char *message,
                          unsigned line)
{
    struct formulas *formulas;

    lab->study.catalogue.count = 0;
    *lab_indicator(lab, in.id, in.kind, in.numerator, in.denominator) = in;
    assert_false(
        formulas_compile(&formulas, &lab->study, lab->arena, &lab->fault));
    assert_fault(&lab->fault, message);
    assert_int_equal(lab->fault.line, line);
    assert_string_equal(lab->fault.where, "indicators.yaml");
}

static void wrong_formulas(void **state)
{
    struct indicator in =
        *lab_indicator(lab, "rate", KIND_PROPORTION, "members", "population");

    (void)state;
    in.kind = KIND_COUNT;
    wrong_formula(in, "formula.count_divided", 9);
    in.kind = KIND_RATE;
    in.denominator = NULL;
    wrong_formula(in, "formula.no_denominator", 7);
    in.denominator = "populaton";
    wrong_formula(in, "expr.unknown_quantity_near", 9);
    in.numerator = "members[sex=women]";
    wrong_formula(in, "expr.unknown_code", 8);
    in.numerator = NULL;
    wrong_formula(in, "formula.no_numerator", 7);
    in.numerator = "1", in.denominator = "2";
    wrong_formula(in, "formula.no_quantity", 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(arithmetic, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(quotients, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(picks, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(lags_and_terms, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(faults, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(deep, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(long_one, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(formulas, open_lab, close_lab),
        cmocka_unit_test_setup_teardown(wrong_formulas, open_lab, close_lab),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
