/*
 * pictures.c - from the report plan to the drawn files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/pictures.h"

#include "engine/base/files.h"

struct report_input session_report_input(const struct session *session)
{
    return (struct report_input){
        .study = session->study,
        .reported = session->reported,
        .results = session->results,
        .equity = session->equity,
        .findings = session->findings,
        .table = session->table,
        .arena = session->batch,
        .standards = session->standards,
        .revisions = session->revisions,
        .trends = session->trends,
        .plans = session->plans,
        .reviews = session->reviews,
        .comparisons = session->comparisons,
        .curves = session->curves,
        .changes = session->changes,
        .cube = session->cube,
        .evenness = session->evenness,
    };
}

void warn_about_font(const struct session *session)
{
    const char *font = session->study->style.font;
    if (!chart_font_found(font))
        session_say(session, "chart.font_missing", "font", font, "package",
                    CHART_FONT_PACKAGE, NULL);
}

bool draw_pictures(struct session *session, const struct figure figures[],
                   size_t count, const char *folder, enum chart_format format)
{
    struct chart_options options = {
        .folder = folder,
        .format = format,
        .keep_scripts = format == CHART_SVG &&
                        option_given(&session->options, OPTION_KEEP_SCRIPTS),
    };
    struct chart_spec *specs =
        arena_array(session->batch, count + 1, struct chart_spec);
    for (size_t i = 0; i < count; i++)
        specs[i] = figures[i].spec;
    return folder_make(folder, &session->fault) &&
           charts_draw(specs, count, &options, &session->fault);
}
