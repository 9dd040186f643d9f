/*
 * revision.c - what became of published figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/compute/revision.h"

#include <math.h>
#include <string.h>

#include "engine/base/number.h"
#include "engine/base/text.h"
#include "engine/model/decision.h"

/* Half of the twelfth digit, and a little. (1) */
static const double DIGITS_KEPT = 1e-11;

static bool same_number(double was, double now)
{
    if (!has_value(was) || !has_value(now))
        return has_value(was) == has_value(now);
    return fabs(was - now) <= DIGITS_KEPT * fmax(fabs(was), fabs(now));
}

/* A school year is written alike whichever of its years it belongs to. */
static const struct result *result_now(const struct published_figure *was,
                                       const struct results *results)
{
    const struct result *now = results_find(results, was->indicator, was->area,
                                            was->period, was->breakdown);
    if (now != NULL || period_kind(was->period) != PERIOD_SCHOOL_START)
        return now;
    period other =
        period_make(period_year(was->period) + 1, PERIOD_SCHOOL_END, 0);
    return results_find(results, was->indicator, was->area, other,
                        was->breakdown);
}

static bool is_hidden(enum status status)
{
    return status == STATUS_SUPPRESSED || status == STATUS_SUPPRESSED2;
}

/* (3) */
static enum revision_cause cause_of(const struct published_figure *was,
                                    const struct result *now)
{
    if (now == NULL || !has_value(now->value))
        return REVISED_WITHDRAWN;
    if (!has_value(was->value))
        return REVISED_ARRIVED;
    return same_number(was->numerator, now->numerator) &&
                   same_number(was->denominator, now->denominator)
               ? REVISED_DEFINITION
               : REVISED_INPUT;
}

static void add_number(struct text *room, double value, unsigned decimals,
                       const struct study *study)
{
    text_clear(room);
    if (has_value(value))
        number_add_local(room, value, decimals, study_language(study));
    else
        text_add(room, "…");
}

/* With as many decimals as part the two. */
static void add_pair(struct text *then, struct text *now,
                     const struct revision *revision, const struct study *study)
{
    double today = revision->now == NULL ? NO_VALUE : revision->now->value;
    unsigned decimals = 2;
    do {
        add_number(then, revision->was->value, decimals, study);
        add_number(now, today, decimals, study);
    } while (strcmp(then->bytes, now->bytes) == 0 && decimals++ < 12);
}

/* (4) */
static void report_revision(struct findings *findings,
                            struct revision *revision,
                            const struct study *study)
{
    const struct published_figure *was = revision->was;
    const char *language = study_language(study);
    struct text then = text_new(), now = text_new(), when = text_new();
    period_add_local(&when, was->period);
    add_pair(&then, &now, revision, study);
    struct finding_place place = { .file = was->file, .line = was->line };
    const struct finding *told = finding_add(
        findings, FINDING_revised, place, "indicator",
        indicator_name(&study->catalogue.items[was->indicator], language),
        "area", area_label(&study->areas, was->area, language), "period",
        when.bytes, "was", then.bytes, "now", now.bytes, (char *)NULL);
    const struct decision *decision = decision_on(study, told);
    if (decision != NULL) {
        revision->reason = decision->reason;
        revision->who = decision->who;
    }
    text_free(&then);
    text_free(&now);
    text_free(&when);
}

void revisions_find(struct revisions *into, const struct results *results,
                    const struct study *study, struct findings *findings)
{
    for (size_t i = 0; i < study->published.count; i++) {
        const struct published_figure *was = &study->published.items[i];
        const struct result *now = result_now(was, results);
        if (is_hidden(was->status) || (now != NULL && is_hidden(now->status)) ||
            same_number(was->value, now == NULL ? NO_VALUE : now->value))
            continue; /* (1, 2) */
        struct revision *revision = revisions_add(into);
        revision->was = was;
        revision->now = now;
        revision->cause = cause_of(was, now);
        report_revision(findings, revision, study);
    }
}
