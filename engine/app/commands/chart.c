/*
 * chart.c - one picture: SVG on stdout, or a file by its suffix.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "charts/chart.h"
#include "engine/app/passing.h"
#include "engine/app/pictures.h"
#include "engine/app/session.h"
#include "engine/base/files.h"
#include "engine/compute/trend.h"
#include "engine/report/figures.h"

/* -k must name a kind. */
static bool known_kind(struct session *session, const char **kind)
{
    const char *names[64];
    size_t count = chart_kind_count();
    *kind = option_text(&session->options, OPTION_KIND, NULL);
    if (*kind == NULL)
        return fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                         "usage.needs_option", "option", "kind", "command",
                         "chart", NULL);
    if (chart_kind_find(*kind) != NULL)
        return true;
    for (size_t i = 0; i < count && i < 64; i++)
        names[i] = chart_kind_at(i)->id;
    return fault_unknown(&session->fault, "usage.kind", *kind,
                         text_nearest(*kind, names, count));
}

/* Without a file the picture is drawn aside and copied to stdout. */
static bool draw_to_stdout(struct session *session,
                           const struct chart_spec *spec)
{
    struct chart_options options = { .format = CHART_SVG };
    struct passing passing;
    struct text out = { NULL, 0, 0 };
    if (!passing_open(&passing, NULL, &session->fault))
        return false;
    const char *path = path_join(session->arena, passing.folder, "picture.svg");
    bool done = chart_draw_file(spec, path, &options, &session->fault) &&
                file_read(&out.bytes, &out.length, path, 0, session->arena,
                          &session->fault);
    passing_close(&passing);
    return done && session_print(session, &out);
}

static bool draw_one(struct session *session, const struct chart_spec *spec)
{
    const char *out = session_out(session);
    struct chart_options options = {
        .keep_scripts = option_given(&session->options, OPTION_KEEP_SCRIPTS)
    };
    if (!chart_accepts(spec, &session->fault))
        return false;
    return out == NULL ? draw_to_stdout(session, spec)
                       : chart_draw_file(spec, out, &options, &session->fault);
}

/* Is the file's suffix one that can be drawn? Asked before the long work. */
static bool good_suffix(struct session *session)
{
    enum chart_format format;
    const char *out = session_out(session);
    if (out != NULL && folder_exists(out))
        return fault_set(&session->fault, FAULT_FILE, PLACE_FILE(out),
                         "file.is_folder", NULL);
    return out == NULL || chart_format_of(out, &format) ||
           fault_set(&session->fault, FAULT_USAGE, PLACE_FILE(out),
                     "chart.suffix", NULL);
}

/* A kind that shows many indicators shows all that are known. */
static void take_all(const struct session *session, struct selection *selection)
{
    size_t count = session->study->catalogue.count;
    selection->indicators = arena_array(session->batch, count, uint16_t);
    for (uint16_t i = 0; i < count; i++)
        selection->indicators[selection->indicator_count++] = i;
}

/* What the kind asks for beyond results and evenness. */
static bool prepare(struct session *session, unsigned needs)
{
    period p = session->study->project.period;
    struct trend_request trends = { .to = p };
    return ((needs & FIGURE_NEEDS_COMPARISONS) == 0 ||
            session_comparisons(session, p)) &&
           ((needs & FIGURE_NEEDS_TRENDS) == 0 ||
            session_trends(session, &trends)) &&
           ((needs & FIGURE_NEEDS_CHANGES) == 0 || session_changes(session));
}

static int run_chart(struct session *session)
{
    const char *kind;
    struct selection selection;
    struct chart_spec spec;
    if (!known_kind(session, &kind) || !good_suffix(session) ||
        !session_study(session, session_project(session)) ||
        !session_selection(session, &selection))
        return session_failed(session);
    unsigned needs = figure_needs(kind);
    if (selection.indicator_count == 0 && (needs & FIGURE_OF_MANY) != 0)
        take_all(session, &selection);
    if (selection.indicator_count == 0) {
        fault_set(&session->fault, FAULT_USAGE, NO_PLACE, "usage.needs_option",
                  "option", "indicator", "command", "chart", NULL);
        return session_failed(session);
    }
    if (selection.indicator_count > 1 && (needs & FIGURE_OF_MANY) == 0) {
        fault_set(&session->fault, FAULT_USAGE, NO_PLACE, "usage.one_indicator",
                  "kind", kind, NULL);
        return session_failed(session);
    }
    if (!session_one_period(session, &selection))
        return session_failed(session);
    if (selection.tier != TIER_NONE)
        session->study->project.tier = selection.tier;
    if (!session_equity(session, TIER_NONE) || !prepare(session, needs))
        return session_failed(session);
    struct report_input input = session_report_input(session);
    struct figure_request request = {
        .kind = kind,
        .indicators = selection.indicators,
        .indicator_count = selection.indicator_count,
        .area = selection.area,
    };
    warn_about_font(session);
    if (!figure_build(&spec, &request, &input, &session->fault) ||
        !draw_one(session, &spec))
        return session_failed(session);
    return EXIT_DONE;
}

const struct command command_chart = {
    .name = "chart",
    .order = 6,
    .accepts = OPTION_SET(ROOT) | OPTION_SET(BOUNDARIES) |
               OPTION_SET(AUDIENCE) | OPTION_SET(KIND) | OPTION_SET(INDICATOR) |
               OPTION_SET(PERIOD) | OPTION_SET(AREA) | OPTION_SET(TIER) |
               OPTION_SET(OUT) | OPTION_SET(KEEP_SCRIPTS),
    .most = 1,
    .run = run_chart,
};
