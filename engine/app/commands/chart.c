/*
 * chart.c - one picture: SVG on stdout, or a file by its suffix.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "charts/chart.h"
#include "engine/app/passing.h"
#include "engine/app/pictures.h"
#include "engine/app/session.h"
#include "engine/base/files.h"
#include "engine/base/number.h"
#include "engine/compute/equity/equity_curve.h"
#include "engine/compute/plan/plan.h"
#include "engine/compute/trend/trend.h"
#include "engine/report/figures.h"

enum { LEAST_SIZE = 100, MOST_SIZE = 4000 };

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

/* --- what the picture looks like ------------------------------------------
 */

/* "900x600", "900x", "x600": 0 = the kind decides. */
static bool asked_size(struct session *session, struct chart_spec *spec)
{
    const char *word = option_text(&session->options, OPTION_SIZE, NULL);
    if (word == NULL)
        return true;
    const char *cross = strchr(word, 'x');
    long width = 0, height = 0;
    bool good = cross != NULL && word[1] != '\0';
    if (good && cross > word)
        good = number_parse_whole(
                   arena_copy(session->arena, word, (size_t)(cross - word)),
                   &width) &&
               width >= LEAST_SIZE && width <= MOST_SIZE;
    if (good && cross[1] != '\0')
        good = number_parse_whole(cross + 1, &height) && height >= LEAST_SIZE &&
               height <= MOST_SIZE;
    if (!good)
        return fault_set(&session->fault, FAULT_USAGE, NO_PLACE, "usage.size",
                         "word", word, NULL);
    spec->width = (unsigned)width;
    spec->height = (unsigned)height;
    return true;
}

/* The study's own style is the palette "colour". */
static bool take_palette(struct session *session)
{
    struct study *study = session->study;
    const char *word = option_text(&session->options, OPTION_PALETTE, NULL);
    const char **names =
        arena_array(session->arena, study->palette_count + 1, const char *);
    names[0] = "colour";
    if (word == NULL || strcmp(word, names[0]) == 0)
        return true;
    for (size_t i = 0; i < study->palette_count; i++) {
        names[i + 1] = study->palettes[i].name;
        if (strcmp(word, names[i + 1]) == 0) {
            study->style = study->palettes[i].style;
            return true;
        }
    }
    return fault_unknown(&session->fault, "usage.palette", word,
                         text_nearest(word, names, study->palette_count + 1));
}

/* --- what it shows --------------------------------------------------------
 */

/* A kind that shows many indicators shows all that are known. */
static void take_all(const struct session *session, struct selection *selection)
{
    size_t count = session->study->catalogue.count;
    selection->indicators = arena_array(session->batch, count, uint16_t);
    for (uint16_t i = 0; i < count; i++)
        selection->indicators[selection->indicator_count++] = i;
}

/* Only some kinds show several indicators, or may be coloured otherwise. */
static bool fits_kind(struct session *session, const char *kind,
                      struct selection *selection)
{
    bool many = (figure_needs(kind) & FIGURE_OF_MANY) != 0;
    if (selection->indicator_count == 0 && many)
        take_all(session, selection);
    if (selection->indicator_count == 0)
        return fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                         "usage.needs_option", "option", "indicator", "command",
                         "chart", NULL);
    if (option_given(&session->options, OPTION_SHADE) &&
        strcmp(kind, "map") != 0 && strcmp(kind, "tiles") != 0)
        return fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                         "usage.only_places", "option", "shade", "kind", kind,
                         NULL);
    return selection->indicator_count == 1 || many ||
           fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                     "usage.one_indicator", "kind", kind, NULL);
}

/* The order of a concentration curve: a column of areas.csv, not a dimension.
 * The option is read here, and so is none of the selection's. */
static bool take_order(struct session *session)
{
    const struct study *study = session->study;
    const struct areas *areas = &study->areas;
    const char *word = option_text(&session->options, OPTION_BY, NULL);
    session->options.values[OPTION_BY] = NULL;
    for (size_t i = 0; i < areas->attribute_count; i++)
        if (strcmp(areas->attribute_names[i], word) == 0)
            session->order = areas->attribute_names[i];
    return session->order != NULL ||
           fault_unknown(&session->fault, "usage.attribute", word,
                         text_nearest(word, areas->attribute_names,
                                      areas->attribute_count));
}

/* --by, for the kinds that know groups or an order. */
static bool take_by(struct session *session, const char *kind)
{
    if (!option_given(&session->options, OPTION_BY))
        return true;
    if (strcmp(kind, "concentration") == 0)
        return take_order(session);
    return strcmp(kind, "gap") == 0 || strcmp(kind, "equiplot") == 0 ||
           fault_set(&session->fault, FAULT_USAGE, NO_PLACE, "usage.by_kind",
                     "option", "by", "kind", kind, NULL);
}

/* One dimension, and an order that tells the areas of the tier apart. */
static bool good_by(struct session *session, const struct selection *selection)
{
    const struct study *study = session->study;
    enum tier tier = study->project.tier;
    char id[48];
    if (selection->dimension_count > 1)
        return fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                         "usage.one_dimension", "option", "by", NULL);
    if (session->order == NULL ||
        equity_curve_orders(study, tier, session->order))
        return true;
    snprintf(id, sizeof id, "tier.%s.many", tier_names[tier]);
    return fault_set(&session->fault, FAULT_USAGE, NO_PLACE, "usage.no_order",
                     "word", session->order, "tier",
                     message_text(&study->messages, id), NULL);
}

/* What the kind asks for beyond results and evenness. */
static bool meet_needs(struct session *session, unsigned needs)
{
    period p = session->study->project.period;
    struct trend_request trends = { .to = p };
    struct plan_request plans = { .every_rule = true };
    return ((needs & FIGURE_NEEDS_EQUITY) == 0 ||
            session_equity(session, TIER_NONE)) &&
           ((needs & FIGURE_NEEDS_COMPARISONS) == 0 ||
            session_comparisons(session, p)) &&
           ((needs & FIGURE_NEEDS_TRENDS) == 0 ||
            session_trends(session, &trends)) &&
           ((needs & FIGURE_NEEDS_PLANS) == 0 ||
            (session_plan_words(session, &plans) &&
             session_plans(session, &plans))) &&
           ((needs & FIGURE_NEEDS_CHANGES) == 0 || session_changes(session));
}

static bool prepare(struct session *session, const char **kind, int *shade,
                    struct selection *selection)
{
    static const char *const shades[] = { "values", "standing" };
    if (!known_kind(session, kind) || !good_suffix(session) ||
        !option_choice(&session->options, OPTION_SHADE, shades, 2, shade,
                       &session->fault) ||
        !session_study(session, session_project(session)) ||
        !take_palette(session) || !take_by(session, *kind) ||
        !session_selection(session, selection) ||
        !fits_kind(session, *kind, selection) ||
        !session_one_period(session, selection))
        return false;
    if (selection->tier != TIER_NONE)
        session->study->project.tier = selection->tier;
    return good_by(session, selection) && session_results(session) &&
           meet_needs(session, figure_needs(*kind));
}

static int run_chart(struct session *session)
{
    const char *kind;
    int shade = 0;
    struct selection selection;
    struct chart_spec spec;
    if (!prepare(session, &kind, &shade, &selection))
        return session_failed(session);
    struct report_input input = session_report_input(session);
    struct figure_request request = {
        .kind = kind,
        .indicators = selection.indicators,
        .indicator_count = selection.indicator_count,
        .area = selection.area,
        .dimension =
            selection.dimension_count > 0 ? selection.dimensions : NULL,
        .by_standing = shade == 1,
    };
    warn_about_font(session);
    if (!figure_build(&spec, &request, &input, &session->fault) ||
        !asked_size(session, &spec) || !draw_one(session, &spec))
        return session_failed(session);
    return EXIT_DONE;
}

const struct command command_chart = {
    .name = "chart",
    .order = 6,
    .accepts = OPTION_SET(ROOT) | OPTION_SET(BOUNDARIES) |
               OPTION_SET(AUDIENCE) | OPTION_SET(KIND) | OPTION_SET(INDICATOR) |
               OPTION_SET(PERIOD) | OPTION_SET(AREA) | OPTION_SET(TIER) |
               OPTION_SET(OUT) | OPTION_SET(SIZE) | OPTION_SET(PALETTE) |
               OPTION_SET(SHADE) | OPTION_SET(BY) | OPTION_SET(KEEP_SCRIPTS) |
               OPTION_SET(TO) | OPTION_SET(RULE) | OPTION_SET(PATH) |
               OPTION_SET(INPUTS),
    .most = 1,
    .run = run_chart,
};
