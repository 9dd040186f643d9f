/*
 * documents.c - the report in the formats that were asked for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/documents.h"

#include <unistd.h>

#include "engine/app/pictures.h"
#include "engine/base/files.h"
#include "engine/report/build.h"

enum { WRITERS_MOST = 16 };

static bool find_writer(struct session *session, const char *word,
                        const struct report_writer **writer)
{
    const char *names[WRITERS_MOST];
    size_t count = report_writer_count();
    *writer = report_writer_find(word);
    if (*writer != NULL)
        return true;
    for (size_t i = 0; i < count && i < WRITERS_MOST; i++)
        names[i] = report_writer_at(i)->id;
    return fault_unknown(&session->fault, "usage.writer", word,
                         text_nearest(word, names, count));
}

bool documents_asked(struct session *session, const char *usual,
                     const struct report_writer ***writers, size_t *count)
{
    struct options asked = { .values = { NULL } };
    char **words;
    asked.values[OPTION_FORMAT] =
        option_text(&session->options, OPTION_FORMAT, usual);
    *count = option_list(&asked, OPTION_FORMAT, session->arena, &words);
    *writers =
        arena_array(session->arena, *count + 1, const struct report_writer *);
    for (size_t i = 0; i < *count; i++)
        if (!find_writer(session, words[i], &(*writers)[i]))
            return false;
    return true;
}

static bool some_read(const struct documents *documents, unsigned form)
{
    for (size_t i = 0; i < documents->count; i++)
        if (documents->writers[i]->pictures & form)
            return true;
    return false;
}

static void drop_prints(struct session *session, const struct figure figures[],
                        size_t count, const char *folder)
{
    for (size_t i = 0; i < count; i++)
        unlink(arena_format(session->scratch, "%s/%s%s", folder,
                            figures[i].spec.name, chart_suffix(CHART_PNG)));
}

static bool write_each(struct session *session,
                       const struct documents *documents,
                       const struct report *report)
{
    bool good = true;
    for (size_t i = 0; i < documents->count && good; i++)
        good = documents->writers[i]->write(report, documents->paths[i],
                                            &session->fault);
    return good;
}

bool documents_write(struct session *session, const struct documents *documents,
                     size_t *drawn)
{
    struct figure *figures;
    struct report *report;
    struct report_input input = session_report_input(session);
    bool svg = documents->keep_svg || some_read(documents, PICTURES_SVG);
    bool png = some_read(documents, PICTURES_PNG);
    if (!figures_of_report(&figures, drawn, &input, &session->fault))
        return false;
    if (svg || png)
        warn_about_font(session);
    bool done = (!svg || draw_pictures(session, figures, *drawn,
                                       documents->pictures, CHART_SVG)) &&
                (!png || draw_pictures(session, figures, *drawn,
                                       documents->pictures, CHART_PNG)) &&
                report_build(&report, &input, figures, *drawn,
                             documents->pictures, &session->fault) &&
                write_each(session, documents, report);
    if (png)
        drop_prints(session, figures, *drawn, documents->pictures);
    return done;
}
