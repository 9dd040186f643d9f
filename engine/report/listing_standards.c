/*
 * listing_standards.c - standards as rows: what they ask, and what came of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/number.h"
#include "engine/report/listing.h"
#include "engine/report/standard_words.h"

/* --- outcomes --------------------------------------------------------------
 */

static void level_cell(struct rows *rows, const struct standard_level *level)
{
    if (level->level == 0)
        rows_text(rows, "");
    else
        rows_whole(rows, (long)level->level);
}

static void outcome_row(struct rows *rows, const struct standard_outcome *o,
                        const struct study *study)
{
    const struct standard_level *level = &study->standards.items[o->level];
    const struct area *area = &study->areas.items[o->area];
    struct text when = text_new(), reason = text_new();
    period_add(&when, o->period);
    standard_reason_add(&reason, study, o);
    rows_text(rows, level->standard);
    level_cell(rows, level);
    rows_text(rows, area->code);
    rows_text(rows, area_name(&study->areas, o->area, study_language(study)));
    rows_text(rows, tier_names[area->tier]);
    rows_text(rows, when.bytes);
    rows_text(rows, outcome_names[o->outcome]);
    rows_number(rows, o->reached);
    rows_number(rows, o->required);
    rows_text(rows, reason.bytes);
    text_free(&when);
    text_free(&reason);
}

void list_outcomes(struct text *out, enum rows_format format,
                   const struct standard_outcomes *outcomes,
                   const struct study *study)
{
    static const char *const columns[] = { "standard",  "level",   "area",
                                           "area_name", "tier",    "period",
                                           "outcome",   "reached", "required",
                                           "reason" };
    struct rows *rows =
        rows_new(format, columns, sizeof columns / sizeof *columns, out);
    for (size_t i = 0; i < outcomes->count; i++)
        outcome_row(rows, &outcomes->items[i], study);
    rows_finish(rows);
}

/* --- what they ask ---------------------------------------------------------
 */

const char *const standard_columns[STANDARD_COLUMNS + 1] = {
    "standard", "level", "name", "tier",   "where",
    "needs",    "least", "note", "source", NULL
};

/* One thing that a level asks for. */
struct demand {
    enum tier tier;
    const char *where, *needs;
    double least;
    const char *note;
};

static void demand_row(struct rows *rows, const struct study *study,
                       size_t index, struct demand demand)
{
    const struct standard_level *level = &study->standards.items[index];
    struct text name = text_new();
    standard_name_add(&name, study, index);
    rows_text(rows, level->standard);
    level_cell(rows, level);
    rows_text(rows, name.bytes);
    rows_text(rows, tier_names[demand.tier]);
    rows_text(rows, demand.where);
    rows_text(rows, demand.needs);
    rows_number(rows, demand.least);
    rows_text(rows, demand.note);
    rows_text(rows, level->source);
    text_free(&name);
}

static void condition_row(struct rows *rows, const struct study *study,
                          size_t index, const struct condition *c)
{
    struct text where = text_new();
    if (c->attribute != NULL)
        text_addf(&where, "%s=%s", c->attribute, c->attribute_value);
    demand_row(rows, study, index,
               (struct demand){ study->standards.items[index].tier, where.bytes,
                                study->catalogue.items[c->indicator].id,
                                c->least, "" });
    text_free(&where);
}

static void level_rows(struct rows *rows, const struct study *study,
                       size_t index)
{
    const struct standards *all = &study->standards;
    const struct standard_level *level = &all->items[index];
    const char *unseen = message_text(&study->messages, "standard.unseen");
    for (size_t i = 0; i < level->condition_count; i++)
        condition_row(rows, study, index, &level->conditions[i]);
    for (size_t i = 0; i < level->require_count; i++)
        demand_row(rows, study, index,
                   (struct demand){ level->tier, "",
                                    all->items[level->requires[i]].id, NO_VALUE,
                                    "" });
    if (level->unverified != NULL)
        demand_row(rows, study, index,
                   (struct demand){ level->tier, "", "", NO_VALUE,
                                    standard_unverified(study, index) });
    for (enum tier t = level->tier; t-- > TIER_NONE + 1;)
        if (level->rules[t] != SHARE_NOT_RULED)
            demand_row(rows, study, index,
                       (struct demand){
                           t, "", tier_names[t + 1], level->shares[t],
                           level->rules[t] == SHARE_UNVERIFIED ? unseen : "" });
}

void list_standard_rows(struct rows *rows, const struct study *study)
{
    for (size_t i = 0; i < study->standards.count; i++)
        level_rows(rows, study, i);
}
