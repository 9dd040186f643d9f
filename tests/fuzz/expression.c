/*
 * expression.c - expressions of the catalogue. One that is read can be written
 * and read again as the same steps, has the value that plain arithmetic gives,
 * and has none where a term is absent or something is divided by 0.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/fuzz/fuzz.h"

#include "engine/base/number.h"
#include "engine/compute/expr/expr.h"

enum { DEEPEST = 2 * EXPR_DEPTH + 4, TERM_LIMIT = 4096 };

/* A part of the expression: its words, its value, how tightly it binds. */
struct part {
    const char *text;
    double value;
    enum { SUM, PRODUCT, UNARY, ATOM } binds;
};

static const char signs[] = { [EXPR_ADD] = '+',
                              [EXPR_SUBTRACT] = '-',
                              [EXPR_MULTIPLY] = '*',
                              [EXPR_DIVIDE] = '/' };

static const char *in_brackets(const struct part *part, bool needed,
                               struct arena *arena)
{
    return needed ? arena_format(arena, "(%s)", part->text) : part->text;
}

static double apply(enum expr_op op, double left, double right)
{
    double value = op == EXPR_ADD        ? left + right
                   : op == EXPR_SUBTRACT ? left - right
                   : op == EXPR_MULTIPLY ? left * right
                   : fabs(right) > 0     ? left / right
                                         : NO_VALUE;
    return has_value(value) ? value : NO_VALUE;
}

static struct part join(const struct part *left, const struct part *right,
                        enum expr_op op, struct arena *arena)
{
    int binds = op == EXPR_ADD || op == EXPR_SUBTRACT ? SUM : PRODUCT;
    return (struct part){
        arena_format(arena, "%s %c %s",
                     in_brackets(left, (int)left->binds < binds, arena),
                     signs[op],
                     in_brackets(right, (int)right->binds <= binds, arena)),
        apply(op, left->value, right->value), binds == SUM ? SUM : PRODUCT
    };
}

/* False: a number that the grammar cannot write (1e300). */
static bool number_part(struct part *out, double number, struct arena *arena)
{
    struct text text = text_new();
    number_add_exact(&text, number);
    *out = (struct part){ arena_string(arena, text.bytes), number, ATOM };
    bool plain = strchr(text.bytes, 'e') == NULL;
    text_free(&text);
    return plain;
}

static bool rebuild(struct part *out, const struct expr *expr,
                    const struct terms *terms, const double values[],
                    struct arena *arena)
{
    struct part stack[DEEPEST];
    size_t top = 0;
    bool plain = true;
    for (size_t i = 0; i < expr->count; i++) {
        const struct expr_step *step = &expr->steps[i];
        must(top < DEEPEST);
        if (step->op == EXPR_NUMBER) {
            plain = number_part(&stack[top++], step->number, arena) && plain;
        } else if (step->op == EXPR_TERM) {
            must(step->term < terms->count);
            stack[top++] = (struct part){ terms->items[step->term].text,
                                          values[step->term], ATOM };
        } else if (step->op == EXPR_NEGATE) {
            must(top > 0);
            struct part *part = &stack[top - 1];
            part->text = arena_format(
                arena, "-%s", in_brackets(part, part->binds < ATOM, arena));
            part->value = -part->value;
            part->binds = UNARY;
        } else {
            must(top > 1);
            top--;
            stack[top - 1] =
                join(&stack[top - 1], &stack[top], step->op, arena);
        }
    }
    must(top == 1);
    *out = stack[0];
    return plain;
}

static void check_same(const struct expr *a, const struct expr *b)
{
    must(a->count == b->count);
    for (size_t i = 0; i < a->count; i++) {
        must(a->steps[i].op == b->steps[i].op);
        must(a->steps[i].term == b->steps[i].term);
        must(a->steps[i].op != EXPR_NUMBER ||
             !(fabs(a->steps[i].number - b->steps[i].number) > 0));
    }
}

static void check_value(double got, double wanted)
{
    must(has_value(got) == has_value(wanted));
    must(!has_value(got) || !(fabs(got - wanted) > 0));
}

/* Values that meet: 0 and equal terms make divisors of 0. */
static void check(const struct expr *expr, const struct terms *terms,
                  struct place place, struct arena *arena)
{
    static const double some[] = { 0, 1, 2.5, -1, 1e300, NO_VALUE };
    double values[TERM_LIMIT];
    struct fault fault = { .code = FAULT_NONE };
    for (size_t turn = 0; turn < COUNT(some); turn++) {
        struct part whole;
        struct expr again;
        struct terms fresh = { NULL, 0, 0 };
        for (size_t i = 0; i < terms->count; i++)
            values[i] = some[(turn + i * i) % COUNT(some)];
        bool plain = rebuild(&whole, expr, terms, values, arena);
        check_value(expr_value(expr, values), whole.value);
        if (turn > 0 || !plain)
            continue;
        must(expr_parse(&again, &fresh, whole.text, place,
                        &fuzz_data()->codebook, arena, &fault));
        must(fresh.count == terms->count);
        check_same(expr, &again);
    }
}

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    struct arena *arena = arena_new();
    struct fault fault = { .code = FAULT_NONE };
    struct place place = { "fuzz", 1, 1 };
    struct expr expr;
    struct terms terms = { NULL, 0, 0 };
    /* What comes here has been through yaml: text in normal form C. */
    char *text = text_nfc(arena, fuzz_string(bytes, size, arena));
    if (expr_parse(&expr, &terms, text, place, &fuzz_data()->codebook, arena,
                   &fault)) {
        if (terms.count <= TERM_LIMIT)
            check(&expr, &terms, place, arena);
    } else {
        fuzz_must_say(&fault);
        must(fault.column <= text_length(text) + 1);
    }
    arena_free(arena);
    return 0;
}
