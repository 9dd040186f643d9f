/*
 * survival.c - survival to a grade; the numbers are those of the header.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/indicator/survival.h"

#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/base/text.h"
#include "engine/model/catalogue.h"

enum { REPEATS = 2, GRADES = 64 };

static const char LADDER[] = "grade";

/* --- two expressions into the terms of all grades ------------------------- */

static void add_pick(struct text *out, const struct dimension *d,
                     const struct pick *pick)
{
    char room[16];

    text_addf(out, "%s=", d->id);
    for (size_t i = 0; i < pick->count; i++)
        text_addf(out, "%s%s", i > 0 ? "|" : "",
                  pick->codes ? d->codes[pick->codes[i]].id
                              : band_print(pick->bands[i], room));
}

/* As somebody would have written it: enrolled[grade=1]@-1. */
static const char *written(const struct term *term, const struct codebook *book,
                           struct arena *arena)
{
    const struct quantity *q = &book->quantities[term->quantity];
    struct text out = text_new();
    const char *mark = "[", *copy;

    text_add(&out, q->id);
    for (size_t slot = 0; slot < q->dimension_count; slot++) {
        if (term->picks[slot].count == 0)
            continue;
        text_add(&out, mark);
        add_pick(&out, &book->dimensions[q->dimensions[slot]],
                 &term->picks[slot]);
        mark = ", ";
    }
    text_add(&out, "]");
    if (term->lag != 0)
        text_addf(&out, "@%d", term->lag);
    copy = arena_string(arena, out.bytes);
    text_free(&out);
    return copy;
}

/* One of the two expressions: a quantity, and where its grades are picked. */
struct part {
    struct term term;
    uint16_t slot;
};

static bool read_part(struct part *out, const char *text, struct place place,
                      const struct indicator *in, const struct codebook *book,
                      struct arena *arena, struct fault *fault)
{
    struct terms terms = { NULL, 0, 0 };
    struct expr expr;

    if (!expr_parse(&expr, &terms, text, place, book, arena, fault))
        return false;
    if (terms.count == 1 && expr.count == 1 && terms.items[0].lag == 0) {
        out->term = terms.items[0];
        out->slot = quantity_slot(&book->quantities[out->term.quantity],
                                  dimension_find(book, LADDER));
        if (out->slot != NO_INDEX && out->term.picks[out->slot].count > 1 &&
            out->term.picks[out->slot].count <= GRADES)
            return true;
    }
    return fault_set(fault, FAULT_USAGE, place, "formula.survival_part",
                     "indicator", in->id, "expression", text, NULL);
}

static size_t add_term(struct terms *terms, const struct part *part,
                       size_t grade, int lag, const struct codebook *book,
                       struct arena *arena)
{
    struct term term = part->term;
    struct pick *pick = &term.picks[part->slot];

    *pick = (struct pick){ .count = 1, .codes = pick->codes + grade };
    term.lag = lag;
    term.text = written(&term, book, arena);
    return expr_term_add(terms, &term, arena);
}

static bool same_grades(const struct part *pupils, const struct part *repeaters)
{
    const struct pick *a = &pupils->term.picks[pupils->slot];
    const struct pick *b = &repeaters->term.picks[repeaters->slot];

    return a->count == b->count &&
           memcmp(a->codes, b->codes, a->count * sizeof *a->codes) == 0;
}

static void lay_out(struct survival *out, struct terms *terms,
                    const struct part *pupils, const struct part *repeaters,
                    const struct codebook *book, struct arena *arena)
{
    const struct dimension *ladder =
        &book->dimensions[dimension_find(book, LADDER)];
    const struct pick *pick = &pupils->term.picks[pupils->slot];
    size_t last = pick->count - 1;
    struct survival_grade *grades =
        arena_array(arena, pick->count, struct survival_grade);

    for (size_t g = 0; g <= last; g++) {
        grades[g].id = ladder->codes[pick->codes[g]].id;
        if (g < last)
            grades[g].before = add_term(terms, pupils, g, -1, book, arena);
        if (g > 0)
            grades[g].pupils = add_term(terms, pupils, g, 0, book, arena);
        grades[g].repeaters = add_term(terms, repeaters, g, 0, book, arena);
    }
    *out = (struct survival){ grades, pick->count };
}

bool survival_compile(struct survival *out, struct terms *terms,
                      const struct indicator *in, const struct codebook *book,
                      struct arena *arena, struct fault *fault)
{
    struct part pupils = { .slot = 0 }, repeaters = { .slot = 0 };

    if (!read_part(&pupils, in->numerator, in->numerator_place, in, book, arena,
                   fault) ||
        !read_part(&repeaters, in->denominator, in->denominator_place, in, book,
                   arena, fault))
        return false;
    if (!same_grades(&pupils, &repeaters))
        return fault_set(fault, FAULT_USAGE, in->denominator_place,
                         "formula.survival_grades", "indicator", in->id, NULL);
    if (in->noise != NOISE_NONE)
        return fault_set(fault, FAULT_USAGE, in->place,
                         "formula.survival_noise", "indicator", in->id, NULL);
    lay_out(out, terms, &pupils, &repeaters, book, arena);
    return true;
}

/* --- rates and survival --------------------------------------------------- */

/* (1) (4) */
static double rate(double part, double before)
{
    double share = part / before;

    return before > 0 && has_value(share) && share >= 0 ? share : NO_VALUE;
}

static void set_rates(struct survival_rate *out,
                      const struct survival_grade *grade, const double terms[])
{
    const struct survival_grade *next = grade + 1;
    double before = terms[grade->before];

    out->promotion = rate(terms[next->pupils] - terms[next->repeaters], before);
    out->repetition = rate(terms[grade->repeaters], before);
}

/* (2) What entered a grade by repeated years becomes what enters the next;
 * with a rate that is absent everything above is. */
static void climb(double entering[], const struct survival_rate *rates)
{
    double there = 0;

    for (size_t k = 0; k <= REPEATS; k++) {
        there = entering[k] + (k > 0 ? rates->repetition * there : 0);
        entering[k] = rates->promotion * there;
    }
}

/* (3) */
static double sum_of(const double entering[])
{
    double sum = 0;

    for (size_t k = 0; k <= REPEATS; k++)
        sum += entering[k];
    return has_value(sum) ? sum : NO_VALUE;
}

void survival_rates(struct survival_rate out[], const struct survival *survival,
                    const double terms[])
{
    double entering[REPEATS + 1] = { 1 };

    for (size_t g = 0; g < survival->count; g++) {
        out[g] = (struct survival_rate){ NO_VALUE, NO_VALUE, sum_of(entering) };
        if (g + 1 < survival->count) {
            set_rates(&out[g], &survival->grades[g], terms);
            climb(entering, &out[g]);
        }
    }
}

void survival_parts(double *reaching, double *beginning,
                    const struct survival *survival, const double terms[])
{
    struct survival_rate rates[GRADES];

    survival_rates(rates, survival, terms);
    *beginning = terms[survival->grades[0].before];
    *reaching = *beginning * rates[survival->count - 1].reached;
    if (!has_value(*reaching))
        *reaching = NO_VALUE;
}
