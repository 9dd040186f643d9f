/*
 * indicator.c - the values of an indicator for areas and periods; the numbers
 * are those of the header.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/indicator/indicator.h"

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/compute/indicator/evaluation.h"
#include "engine/compute/indicator/indicator_value.h"
#include "engine/compute/indicator/naming.h"

/* Completeness is a share and may miss 1 by rounding. */
static const double WHOLLY = 1 - 1e-9;

struct job {
    struct results *into;
    uint16_t indicator;
    const struct indicator *in;
    struct evaluation *evaluation;
    struct breakdown breakdown;
    const struct compute_request *request;
    struct findings *findings;
    struct arena *scratch;
};

/* From the earliest to the latest period of the formula's terms, or of those
 * whose quantity begins anew when the map changes; empty when there are none.
 */
struct window {
    period from, to;
    bool empty;
};

/* One period: the terms now, and now together with the year before. */
struct moment {
    period now, before;
    date day;                      /* the last one */
    struct window terms, all;      /* of now; from the year before to now */
    const struct column **columns; /* of now, then of the year before */
    struct joint joint, both;      /* both is empty without a year before */
    bool *touched;  /* the map of the area changed in between; may be NULL */
    bool *parted;   /* it changed between the terms of now; may be NULL */
    unsigned tiers; /* with any figure */
};

static const struct areas *areas_of(const struct job *job)
{
    return &job->evaluation->study->areas;
}

static size_t terms_of(const struct job *job)
{
    return job->evaluation->formula->terms.count;
}

/* Is the area part of what was asked for? */
static bool wanted(const struct job *job, const struct moment *m, uint32_t a)
{
    uint32_t root = job->request->root;

    return area_lives(areas_of(job), a, m->day) &&
           (root == NO_AREA || area_is_in(areas_of(job), a, root));
}

static bool tier_asked(const struct job *job, enum tier tier)
{
    return job->request->tiers == 0 || (job->request->tiers & 1u << tier);
}

static struct window window_of(const struct job *job, period p, bool restarting)
{
    const struct evaluation *e = job->evaluation;
    struct window w = { p, p, true };

    for (size_t i = 0; i < terms_of(job); i++) {
        uint16_t q = e->terms[i].quantity;
        period at = evaluation_period(e, i, p);
        if (restarting &&
            e->study->codebook.quantities[q].over_map != OVER_MAP_RESTART)
            continue;
        w.empty = false;
        if (period_end(at) < period_end(w.from))
            w.from = at;
        if (period_end(at) > period_end(w.to))
            w.to = at;
    }
    return w;
}

/* Marks the area and those above it, up to where they hold [other], too. */
static void touch(bool touched[], const struct areas *areas, uint32_t area,
                  uint32_t other)
{
    for (; area != NO_AREA && !area_is_in(areas, other, area);
         area = areas->items[area].parent)
        touched[area] = true;
}

/*
 * The areas whose map changed in the window. For what begins anew
 * ([restarting]) every reform inside an area counts, for anything else only
 * one that moved its border. False when there is none.
 */
static bool touch_areas(bool touched[], const struct study *study,
                        struct window w, bool restarting)
{
    bool any = false;

    for (size_t i = 0; i < study->crosswalk.count && !w.empty; i++) {
        const struct crossing *c = &study->crosswalk.items[i];
        if (c->day <= period_end(w.from) || c->day > period_end(w.to))
            continue;
        touch(touched, &study->areas, c->from, restarting ? NO_AREA : c->to);
        touch(touched, &study->areas, c->to, restarting ? NO_AREA : c->from);
        any = true;
    }
    return any;
}

/* [all] from the earliest to the latest term, [restarting] of those that begin
 * anew. NULL when the map did not change. */
static bool *touched_areas(const struct job *job, struct window all,
                           struct window restarting)
{
    const struct study *study = job->evaluation->study;
    bool *touched = arena_array(job->scratch, study->areas.count, bool);
    bool borders = touch_areas(touched, study, all, false);
    bool reforms = touch_areas(touched, study, restarting, true);

    return borders || reforms ? touched : NULL;
}

/* From the first term of the year before to the last of this one. */
static struct window both_years(const struct job *job, const struct moment *m,
                                bool restarting)
{
    struct window w = window_of(job, m->now, restarting);

    w.from = window_of(job, m->before, restarting).from;
    return w;
}

/* The year before may have nothing: then there is nothing to set against. */
static void join_before(struct moment *m, const struct job *job)
{
    struct evaluation *e = job->evaluation;
    size_t count = terms_of(job);

    if (!evaluation_possible(e, m->before))
        return;
    evaluation_columns(e, m->columns + count, m->before);
    rollup_joint(&m->both, m->columns, 2 * count, e->formula->addable,
                 period_end(m->now), areas_of(job), job->scratch);
    m->touched = touched_areas(job, m->all, both_years(job, m, true));
}

static void moment_start(struct moment *m, struct job *job, period p)
{
    size_t count = terms_of(job);
    struct evaluation *e = job->evaluation;

    *m = (struct moment){
        .now = p,
        .before = period_shift(p, -1),
        .day = period_end(p),
        .terms = window_of(job, p, false),
        .columns = arena_array(job->scratch, 2 * count, const struct column *),
    };
    evaluation_columns(e, m->columns, p);
    rollup_joint(&m->joint, m->columns, count, e->formula->addable,
                 period_end(p), areas_of(job), job->scratch);
    m->parted = touched_areas(job, m->terms, window_of(job, p, true));
    m->all = both_years(job, m, false);
    join_before(m, job);
    for (uint32_t a = 0; a < areas_of(job)->count; a++)
        if (m->joint.complete[a] > 0 && wanted(job, m, a))
            m->tiers |= 1u << areas_of(job)->items[a].tier;
}

static double part_value(const struct job *job, const double terms[],
                         double *numerator, double *denominator)
{
    formula_parts(numerator, denominator, job->evaluation->formula, terms);
    return indicator_value(job->in, *numerator, *denominator);
}

/* A break of the area's series, or of one of the areas it lies in, or a change
 * of its map. */
static bool is_broken(const struct job *job, const bool touched[],
                      struct window w, uint32_t a)
{
    const struct study *study = job->evaluation->study;

    if (touched && touched[a])
        return true;
    for (; a != NO_AREA; a = study->areas.items[a].parent)
        if (breaks_between(&study->breaks, job->indicator, a, w.from, w.to))
            return true;
    return false;
}

/* Does the formula set one year against another? */
static bool sets_years(const struct moment *m)
{
    return m->terms.from != m->terms.to;
}

/* (7) */
static void set_previous(struct result *r, const struct job *job,
                         const struct moment *m, uint32_t a)
{
    size_t count = terms_of(job);
    const double *now;
    double x, n, value, previous;

    if (!m->both.complete || m->both.complete[a] <= 0)
        return;
    now = m->both.values + 2 * count * a;
    value = part_value(job, now, &x, &n);
    previous = part_value(job, now + count, &x, &n);
    if (!has_value(value) || !has_value(previous))
        return;
    if (is_broken(job, m->touched, m->all, a)) {
        r->note = "change.break";
        return;
    }
    if (m->both.status[a] == STATUS_UNRELIABLE ||
        m->both.status[a] == STATUS_INVALID) {
        r->note = "change.unreliable";
        return;
    }
    r->previous = previous;
    r->change = value - previous;
    if (m->both.complete[a] < WHOLLY)
        r->note = "change.like_for_like";
}

static uint32_t own_row(const struct moment *m, size_t count, uint32_t a)
{
    for (size_t i = 0; i < count; i++)
        if (m->columns[i]->row[a] != NO_ROW)
            return m->columns[i]->row[a];
    return NO_ROW;
}

static void add_result(const struct job *job, const struct moment *m,
                       uint32_t a)
{
    const struct joint *j = &m->joint;
    size_t count = terms_of(job);
    struct result *r = results_add(job->into);

    r->indicator = job->indicator;
    r->area = a;
    r->period = m->now;
    r->breakdown = job->breakdown;
    r->status = (enum status)j->status[a];
    r->completeness = j->complete[a] < WHOLLY ? j->complete[a] : 1;
    r->reported = j->reported[a];
    r->expected = j->expected[a];
    if (j->complete[a] <= 0)
        return;
    if (is_broken(job, m->parted, m->terms, a)) { /* (9) */
        r->status = STATUS_BREAK;
        r->note = "value.break";
        return;
    }
    if (r->status == STATUS_UNRELIABLE && sets_years(m)) { /* (9) */
        r->note = "value.unreliable";
        return;
    }
    part_value(job, j->values + a * count, &r->numerator, &r->denominator);
    indicator_set_value(r, job->in, job->evaluation->formula,
                        j->values + a * count, job->request->confidence);
    set_previous(r, job, m, a);
    if (r->completeness < WHOLLY && !r->note)
        r->note = "value.incomplete";
    if (job->findings && job->breakdown.dimension == NO_INDEX)
        indicator_tell(r, job->evaluation->study, job->evaluation->cube->table,
                       own_row(m, count, a), job->findings, job->scratch);
}

/* A breakdown has rows only where the figures carry it. */
static bool has_row(const struct job *job, const struct moment *m, uint32_t a)
{
    enum tier tier = areas_of(job)->items[a].tier;

    if (!(m->tiers & 1u << tier) || !tier_asked(job, tier) ||
        !wanted(job, m, a))
        return false;
    return job->breakdown.dimension == NO_INDEX || m->joint.complete[a] > 0;
}

static void compute_period(struct job *job, period p)
{
    struct moment m;

    if (!evaluation_possible(job->evaluation, p))
        return;
    moment_start(&m, job, p);
    for (uint32_t a = 0; m.tiers != 0 && a < areas_of(job)->count; a++)
        if (has_row(job, &m, a))
            add_result(job, &m, a);
}

static void compute_breakdown(struct job *job, const struct formula *formula,
                              struct breakdown breakdown,
                              const struct cube *cube,
                              const struct study *study)
{
    const struct compute_request *request = job->request;
    const period *periods = request->periods ? request->periods : cube->periods;
    size_t count =
        request->periods ? request->period_count : cube->period_count;
    struct arena_mark mark = arena_mark(job->scratch);
    struct evaluation evaluation;

    job->breakdown = breakdown;
    job->evaluation = &evaluation;
    if (evaluation_start(&evaluation, formula, breakdown, cube, study,
                         job->scratch))
        for (size_t i = 0; i < count; i++)
            compute_period(job, period_calendar(periods[i]));
    arena_rewind(job->scratch, mark);
}

/* (8) Ages have no list of codes to go through. */
static void compute_dimension(struct job *job, const struct formula *formula,
                              const char *id, const struct cube *cube,
                              const struct study *study)
{
    uint16_t dimension = dimension_find(&study->codebook, id);

    if (dimension == NO_INDEX || study->codebook.dimensions[dimension].ages)
        return;
    for (size_t code = 0; code < study->codebook.dimensions[dimension].count;
         code++)
        compute_breakdown(job, formula,
                          (struct breakdown){ dimension, (uint16_t)code }, cube,
                          study);
}

void indicator_compute(struct results *into, uint16_t indicator,
                       const struct formulas *formulas, const struct cube *cube,
                       const struct study *study,
                       const struct compute_request *request,
                       struct arena *scratch, struct findings *findings)
{
    struct job job = { .into = into,
                       .indicator = indicator,
                       .in = &study->catalogue.items[indicator],
                       .request = request,
                       .findings = findings,
                       .scratch = scratch };
    const struct formula *formula = &formulas->items[indicator];

    if (formula->terms.count == 0) /* derived: it waits for the others */
        return;
    compute_breakdown(&job, formula, WHOLE, cube, study);
    for (size_t i = 0; request->breakdowns && i < job.in->by_count; i++)
        compute_dimension(&job, formula, job.in->by[i], cube, study);
}
