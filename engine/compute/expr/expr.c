/*
 * expr.c - expressions into steps: a parser by descent.
 *
 * Depth is bounded, so that a definition of a thousand parentheses ends in a
 * sentence and not in a broken stack.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/expr/expr.h"

#include <assert.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/expr/expr_scan.h"
#include "engine/compute/expr/expr_term.h"

struct parser {
    struct scan scan;
    struct expr *out;
    struct terms *terms;
    size_t room;
    unsigned depth;
};

static void add_step(struct parser *p, struct expr_step step)
{
    if (p->out->count == p->room) {
        size_t room = p->room ? 2 * p->room : 8;
        struct expr_step *steps =
            arena_array(p->scan.arena, room, struct expr_step);
        if (p->out->count > 0)
            memcpy(steps, p->out->steps, p->out->count * sizeof *steps);
        p->out->steps = steps;
        p->room = room;
    }
    p->out->steps[p->out->count++] = step;
}

static void add_op(struct parser *p, enum expr_op op)
{
    add_step(p, (struct expr_step){ op, NO_VALUE, 0 });
}

static bool sum(struct parser *p);

static bool parse_number(struct parser *p)
{
    const char *start = p->scan.at;
    struct expr_step step = { EXPR_NUMBER, NO_VALUE, 0 };

    while (scan_is_digit(*p->scan.at) || *p->scan.at == '.')
        p->scan.at++;
    if (!number_parse(scan_copy(&p->scan, start), &step.number))
        return scan_fault(&p->scan, start, "expr.syntax",
                          scan_copy(&p->scan, start), NULL, NULL);
    add_step(p, step);
    return true;
}

static bool parse_term(struct parser *p)
{
    struct expr_step step = { EXPR_TERM, NO_VALUE, 0 };

    if (!expr_term_parse(&p->scan, p->terms, &step.term))
        return false;
    add_step(p, step);
    return true;
}

static bool parse_group(struct parser *p)
{
    if (++p->depth > EXPR_DEPTH)
        return scan_fault(&p->scan, p->scan.at, "expr.too_deep", NULL, NULL,
                          NULL);
    scan_expect(&p->scan, '(');
    if (!sum(p) || !scan_need(&p->scan, ')'))
        return false;
    p->depth--;
    return true;
}

/* A sign is an operation of its own only before something to negate. */
static bool unary(struct parser *p)
{
    bool minus = false;

    while (scan_expect(&p->scan, '-'))
        minus = !minus;
    if (scan_next(&p->scan) == '(') {
        if (!parse_group(p))
            return false;
    } else if (scan_is_digit(scan_next(&p->scan)) ||
               scan_next(&p->scan) == '.') {
        if (!parse_number(p))
            return false;
    } else if (!parse_term(p)) {
        return false;
    }
    if (minus)
        add_op(p, EXPR_NEGATE);
    return true;
}

static bool product(struct parser *p)
{
    if (!unary(p))
        return false;
    for (;;) {
        enum expr_op op;
        if (scan_expect(&p->scan, '*'))
            op = EXPR_MULTIPLY;
        else if (scan_expect(&p->scan, '/'))
            op = EXPR_DIVIDE;
        else
            return true;
        if (!unary(p))
            return false;
        add_op(p, op);
    }
}

static bool sum(struct parser *p)
{
    if (!product(p))
        return false;
    for (;;) {
        enum expr_op op;
        if (scan_expect(&p->scan, '+'))
            op = EXPR_ADD;
        else if (scan_expect(&p->scan, '-'))
            op = EXPR_SUBTRACT;
        else
            return true;
        if (!product(p))
            return false;
        add_op(p, op);
    }
}

bool expr_parse(struct expr *out, struct terms *terms, const char *text,
                struct place place, const struct codebook *book,
                struct arena *arena, struct fault *fault)
{
    struct parser p = {
        .scan = { text, text, place, book, arena, fault },
        .out = out,
        .terms = terms,
    };

    *out = (struct expr){ NULL, 0 };
    return sum(&p) && scan_end(&p.scan);
}

/* What is divided by 0 or too large is absent from here on: 1 / (1 / 0) is not
 * 0. */
static double known(double value)
{
    return has_value(value) ? value : NO_VALUE;
}

static double apply(enum expr_op op, double left, double right)
{
    switch (op) {
    case EXPR_ADD:
        return known(left + right);
    case EXPR_SUBTRACT:
        return known(left - right);
    case EXPR_MULTIPLY:
        return known(left * right);
    case EXPR_DIVIDE:
        return known(left / right);
    case EXPR_NUMBER:
    case EXPR_TERM:
    case EXPR_NEGATE:
        break;
    }
    return NO_VALUE;
}

/* How many of the last steps make up the last operand. */
static size_t operand_length(const struct expr_step *steps, size_t count)
{
    size_t wanted = 1, length = 0;

    while (wanted > 0 && length < count) {
        enum expr_op op = steps[count - ++length].op;
        if (op == EXPR_NUMBER || op == EXPR_TERM)
            wanted--;
        else if (op != EXPR_NEGATE)
            wanted++;
    }
    return length;
}

bool expr_quotient(double *upper, double *lower, const struct expr *expr,
                   const double terms[])
{
    size_t last = expr->count - 1, length;

    if (expr->count == 0 || expr->steps[last].op != EXPR_DIVIDE)
        return false;
    length = operand_length(expr->steps, last);
    *upper = expr_value(&(struct expr){ expr->steps, last - length }, terms);
    *lower = expr_value(&(struct expr){ expr->steps + last - length, length },
                        terms);
    return true;
}

/* An absent term is not a number, and stays so through every operation. */
double expr_value(const struct expr *expr, const double terms[])
{
    double stack[2 * EXPR_DEPTH + 4] = { 0 };
    size_t top = 0;

    for (size_t i = 0; i < expr->count; i++) {
        const struct expr_step *step = &expr->steps[i];
        assert(top < sizeof stack / sizeof *stack);
        if (step->op == EXPR_NUMBER) {
            stack[top++] = step->number;
        } else if (step->op == EXPR_TERM) {
            stack[top++] = terms[step->term];
        } else if (step->op == EXPR_NEGATE) {
            stack[top - 1] = -stack[top - 1];
        } else {
            top--;
            stack[top - 1] = apply(step->op, stack[top - 1], stack[top]);
        }
    }
    return top == 1 && has_value(stack[0]) ? stack[0] : NO_VALUE;
}
