/*
 * list.c - what there is: areas, indicators, quantities, codes, layouts,
 * measures, charts, writers, standards.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "charts/chart.h"
#include "engine/app/list_stable.h"
#include "engine/app/session.h"
#include "engine/base/files.h"
#include "engine/compute/equity/measure.h"
#include "engine/report/export.h"
#include "engine/report/listing.h"
#include "engine/report/writer.h"

static void list_areas(const struct session *session, struct rows *rows)
{
    const struct areas *areas = &session->study->areas;
    enum tier tier = tier_find(option_text(&session->options, OPTION_TIER, ""));
    for (uint32_t i = 0; i < areas->count; i++) {
        const struct area *a = &areas->items[i];
        if (tier != TIER_NONE && a->tier != tier)
            continue;
        struct text from = text_new(), to = text_new();
        date_add(&from, a->from);
        date_add(&to, a->to);
        rows_text(rows, a->code);
        rows_text(rows, tier_names[a->tier]);
        rows_text(rows,
                  a->parent == NO_AREA ? "" : areas->items[a->parent].code);
        rows_text(rows, a->name);
        rows_text(rows, a->name_en);
        rows_text(rows, from.bytes);
        rows_text(rows, to.bytes);
        text_free(&from);
        text_free(&to);
    }
}

static void list_indicators(const struct session *session, struct rows *rows)
{
    const struct catalogue *catalogue = &session->study->catalogue;
    for (size_t i = 0; i < catalogue->count; i++) {
        const struct indicator *n = &catalogue->items[i];
        rows_text(rows, n->id);
        rows_text(rows, n->name);
        rows_text(rows, n->name_en);
        rows_text(rows, kind_names[n->kind]);
        rows_text(rows, n->numerator);
        rows_text(rows, n->denominator);
        rows_number(rows, n->scale);
        rows_text(rows, n->unit);
        rows_text(rows, better_names[n->better]);
        rows_text(rows, noise_names[n->noise]);
        rows_number(rows, n->material);
    }
}

static void list_quantities(const struct session *session, struct rows *rows)
{
    static const char *const over_time[] = { "last", "sum", "mean" };
    const struct codebook *book = &session->study->codebook;
    for (size_t i = 0; i < book->quantity_count; i++) {
        const struct quantity *q = &book->quantities[i];
        struct text dimensions = text_new();
        for (size_t d = 0; d < q->dimension_count; d++)
            text_addf(&dimensions, "%s%s", d ? " " : "",
                      book->dimensions[q->dimensions[d]].id);
        rows_text(rows, q->id);
        rows_text(rows, q->name);
        rows_text(rows, q->name_en);
        rows_text(rows, q->unit);
        rows_text(rows, q->over_areas == OVER_AREAS_SUM ? "sum" : "none");
        rows_text(rows, over_time[q->over_time]);
        rows_text(rows, dimensions.bytes);
        text_free(&dimensions);
    }
}

static void list_codes(const struct session *session, struct rows *rows)
{
    const struct codebook *book = &session->study->codebook;
    for (size_t d = 0; d < book->dimension_count; d++) {
        const struct dimension *dimension = &book->dimensions[d];
        for (size_t i = 0; i < dimension->count; i++) {
            rows_text(rows, dimension->id);
            rows_text(rows, dimension->codes[i].id);
            rows_text(rows, dimension->codes[i].name);
            rows_text(rows, dimension->codes[i].name_en);
        }
    }
}

static void list_layouts(const struct session *session, struct rows *rows)
{
    for (size_t i = 0; i < session->study->layout_count; i++) {
        const struct layout *layout = &session->study->layouts[i];
        struct text needs = text_new();
        for (size_t k = 0; k < layout->needs_count; k++)
            text_addf(&needs, "%s%s", k ? "; " : "", layout->needs[k]);
        rows_text(rows, layout->id);
        rows_text(rows, layout->name);
        rows_text(rows, needs.bytes);
        rows_text(rows, layout->file);
        text_free(&needs);
    }
}

static void list_measures(const struct session *session, struct rows *rows)
{
    struct measure_choice *choices;
    size_t count = measures_list(&choices, session->arena);
    for (size_t i = 0; i < count; i++) {
        const struct measure *m = choices[i].measure;
        char id[96];
        snprintf(id, sizeof id, "measure.%s.title", m->id);
        rows_text(rows, choices[i].id);
        rows_text(rows, message_text(&session->study->messages, id));
        rows_number(rows, m->low);
        rows_number(rows, m->high);
        rows_number(rows, m->equal);
    }
}

static void list_charts(const struct session *session, struct rows *rows)
{
    for (size_t i = 0; i < chart_kind_count(); i++) {
        static const char *const parts[] = { "title", "question" };
        const char *kind = chart_kind_at(i)->id;
        rows_text(rows, kind);
        for (size_t k = 0; k < 2; k++) {
            char id[64];
            snprintf(id, sizeof id, "chart.%s.%s", kind, parts[k]);
            rows_text(rows, message_text(&session->study->messages, id));
        }
    }
}

static void list_writers(const struct session *session, struct rows *rows)
{
    (void)session;
    for (size_t i = 0; i < report_writer_count(); i++) {
        rows_text(rows, report_writer_at(i)->id);
        rows_text(rows, report_writer_at(i)->suffix);
        rows_text(rows, "report");
    }
    for (size_t i = 0; i < export_count(); i++) {
        rows_text(rows, export_at(i)->id);
        rows_text(rows, export_at(i)->suffix);
        rows_text(rows, "export");
    }
    rows_text(rows, "datapackage"); /* a folder of tables, or its account */
    rows_text(rows, ".json");
    rows_text(rows, "export");
}

static void list_standards(const struct session *session, struct rows *rows)
{
    list_standard_rows(rows, session->study);
}

#define COLUMNS(...)                                                           \
    (const char *const[])                                                      \
    {                                                                          \
        __VA_ARGS__, NULL                                                      \
    }

static const struct subject {
    const char *name;
    bool needs_project;
    const char *const *columns;
    void (*list)(const struct session *session, struct rows *rows);
} subjects[] = {
    { "areas", true,
      COLUMNS("code", "tier", "parent", "name", "name_en", "valid_from",
              "valid_to"),
      list_areas },
    { "indicators", false,
      COLUMNS("indicator", "name", "name_en", "kind", "numerator",
              "denominator", "scale", "unit", "better", "noise", "material"),
      list_indicators },
    { "quantities", false,
      COLUMNS("quantity", "name", "name_en", "unit", "over_areas", "over_time",
              "dimensions"),
      list_quantities },
    { "codes", false, COLUMNS("dimension", "code", "name", "name_en"),
      list_codes },
    { "layouts", false, COLUMNS("layout", "name", "needs", "file"),
      list_layouts },
    { "measures", false, COLUMNS("measure", "title", "low", "high", "equal"),
      list_measures },
    { "charts", false, COLUMNS("kind", "title", "question"), list_charts },
    { "writers", false, COLUMNS("writer", "suffix", "command"), list_writers },
    { "standards", false, standard_columns, list_standards },
};

enum { SUBJECT_COUNT = sizeof subjects / sizeof *subjects };

static const struct subject *find_subject(struct session *session,
                                          const char *word)
{
    const char *names[SUBJECT_COUNT];
    for (size_t i = 0; i < SUBJECT_COUNT; i++) {
        names[i] = subjects[i].name;
        if (strcmp(names[i], word) == 0)
            return &subjects[i];
    }
    fault_unknown(&session->fault, "usage.subject", word,
                  text_nearest(word, names, SUBJECT_COUNT));
    return NULL;
}

/* A project given, or standing in the current folder, adds what it has. */
static const char *project_of(const struct session *session, bool needed)
{
    if (session->options.argument_count > 1)
        return session->options.arguments[1];
    return needed || file_exists("project.yaml") ? "." : NULL;
}

/* The other lists do not change with the map. */
static bool only_areas_change(struct session *session,
                              const struct subject *subject)
{
    static const enum option_id those[] = { OPTION_STABLE, OPTION_TIER };
    for (size_t i = 0; i < sizeof those / sizeof *those; i++)
        if (option_given(&session->options, those[i]) &&
            subject->list != list_areas)
            return fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                             "usage.only_areas", "option",
                             option_name(those[i]), NULL);
    return true;
}

static int run_list(struct session *session)
{
    enum rows_format format;
    size_t columns = 0;
    const struct subject *subject =
        find_subject(session, session->options.arguments[0]);
    if (subject == NULL || !only_areas_change(session, subject) ||
        !session_format(session, &format) ||
        !session_study(session, project_of(session, subject->needs_project)))
        return session_failed(session);
    bool stable = option_given(&session->options, OPTION_STABLE);
    const char *const *heads = stable ? list_stable_columns : subject->columns;
    while (heads[columns] != NULL)
        columns++;
    struct text out = text_new();
    struct rows *rows = rows_new(format, heads, columns, &out);
    bool listed = true;
    if (stable)
        listed = list_stable(session, rows);
    else
        subject->list(session, rows);
    rows_finish(rows);
    bool printed = listed && session_print(session, &out);
    text_free(&out);
    return printed ? EXIT_DONE : session_failed(session);
}

const struct command command_list = {
    .name = "list",
    .order = 9,
    .accepts = OPTION_SET(FORMAT) | OPTION_SET(CSV_STYLE) | OPTION_SET(OUT) |
               OPTION_SET(STABLE) | OPTION_SET(TIER),
    .least = 1,
    .most = 2,
    .run = run_list,
};
