/*
 * area_pages.c - the pages of areas as files.
 *
 *  (1) Some hundred pages are made at a time: their pictures are drawn by one
 *      gnuplot, and what they needed is let go before the next. So memory and
 *      the disk's room do not grow with the country.
 *  (2) All files are made aside and moved when every one is whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/area_pages.h"

#include <string.h>
#include <unistd.h>

#include "engine/app/file_stem.h"
#include "engine/app/passing.h"
#include "engine/app/pictures.h"
#include "engine/report/pages.h"

enum { PAGES_AT_ONCE = 256 };

static const char INDEX[] = "index.html";

/* What the pages are made into. */
struct job {
    struct session *session;
    const struct area_pages_request *request;
    const struct pages *pages;
    const char **paths; /* [page * writer_count + writer] */
    const char *pictures;
};

/* Some of the pages, and what is drawn for them: figures[first[i]] and on are
 * those of the i-th. */
struct batch {
    size_t from, count;
    struct report_input input;
    struct figure *figures;
    size_t *first;
};

static void batch_figures(struct batch *batch, const struct job *job)
{
    struct figure **own =
        arena_array(batch->input.arena, batch->count, struct figure *);
    batch->first = arena_array(batch->input.arena, batch->count + 1, size_t);
    for (size_t i = 0; i < batch->count; i++) {
        struct page page =
            pages_page(job->pages, &batch->input, batch->from + i);
        batch->first[i + 1] = batch->first[i] + page_figures(&own[i], &page);
    }
    batch->figures = arena_array(batch->input.arena,
                                 batch->first[batch->count] + 1, struct figure);
    for (size_t i = 0; i < batch->count; i++)
        for (size_t k = batch->first[i]; k < batch->first[i + 1]; k++)
            batch->figures[k] = own[i][k - batch->first[i]];
}

/* In the forms that some writer reads. */
static bool batch_draw(const struct batch *batch, const struct job *job)
{
    size_t count = batch->first[batch->count];
    unsigned forms = 0;
    for (size_t w = 0; w < job->request->writer_count; w++)
        forms |= job->request->writers[w]->pictures;
    return count == 0 || ((!(forms & PICTURES_SVG) ||
                           draw_pictures(job->session, batch->figures, count,
                                         job->pictures, CHART_SVG)) &&
                          (!(forms & PICTURES_PNG) ||
                           draw_pictures(job->session, batch->figures, count,
                                         job->pictures, CHART_PNG)));
}

static bool batch_write(const struct batch *batch, const struct job *job)
{
    const struct area_pages_request *request = job->request;
    bool good = true;
    for (size_t i = 0; i < batch->count && good; i++) {
        size_t number = batch->from + i, at = batch->first[i];
        struct page page = pages_page(job->pages, &batch->input, number);
        const struct report *report =
            page_build(&page, batch->figures + at, batch->first[i + 1] - at,
                       job->pictures);
        for (size_t w = 0; w < request->writer_count && good; w++)
            good = request->writers[w]->write(
                report, job->paths[number * request->writer_count + w],
                &job->session->fault);
    }
    return good;
}

static void batch_drop(const struct batch *batch, const struct job *job)
{
    static const enum chart_format forms[] = { CHART_SVG, CHART_PNG };
    for (size_t k = 0; k < batch->first[batch->count]; k++)
        for (size_t f = 0; f < 2; f++)
            unlink(arena_format(batch->input.arena, "%s/%s%s", job->pictures,
                                batch->figures[k].spec.name,
                                chart_suffix(forms[f])));
}

/* (1) */
static bool write_pages(const struct job *job)
{
    size_t all = job->request->area_count;
    bool good = true;
    warn_about_font(job->session);
    for (size_t from = 0; from < all && good; from += PAGES_AT_ONCE) {
        struct batch batch = { .from = from,
                               .count = all - from < PAGES_AT_ONCE
                                            ? all - from
                                            : PAGES_AT_ONCE };
        batch.input = session_report_input(job->session);
        batch.input.arena = arena_new();
        batch_figures(&batch, job);
        good = batch_draw(&batch, job) && batch_write(&batch, job);
        batch_drop(&batch, job);
        arena_free(batch.input.arena);
    }
    rmdir(job->pictures);
    return good;
}

static const struct pages *pages_asked(struct session *session,
                                       const struct area_pages_request *request)
{
    struct report_input *input =
        arena_new_of(session->batch, struct report_input);
    *input = session_report_input(session);
    return pages_new(input, request->areas, request->area_count);
}

bool area_page_write(struct session *session,
                     const struct area_pages_request *request, const char *path,
                     const char *pictures)
{
    struct job job = { session, request, pages_asked(session, request), &path,
                       pictures };
    return write_pages(&job);
}

/* --- all, in a folder --------------------------------------------------------
 */

static const char **names_of(struct session *session,
                             const struct area_pages_request *request)
{
    size_t writers = request->writer_count;
    const char **names = arena_array(
        session->batch, request->area_count * writers + 1, const char *);
    for (size_t a = 0; a < request->area_count; a++) {
        const char *stem = file_stem(&session->study->areas, request->areas[a],
                                     session->batch);
        for (size_t w = 0; w < writers; w++)
            names[a * writers + w] = arena_format(session->batch, "%s%s", stem,
                                                  request->writers[w]->suffix);
    }
    return names;
}

static bool write_index(const struct job *job, const char *const names[],
                        const char *folder)
{
    struct session *session = job->session;
    const struct area_pages_request *request = job->request;
    const struct report_input input = session_report_input(session);
    const char **sorts =
        arena_array(session->batch, request->writer_count + 1, const char *);
    for (size_t w = 0; w < request->writer_count; w++)
        sorts[w] = request->writers[w]->id;
    const struct page_files files = { names, sorts, request->writer_count };
    return report_writer_find("html")->write(
        pages_index(job->pages, &input, &files),
        path_join(session->batch, folder, INDEX), &session->fault);
}

/* (2) */
bool area_pages_write(struct session *session,
                      const struct area_pages_request *request,
                      const char *folder)
{
    struct passing passing;
    size_t count = request->area_count * request->writer_count;
    const char **names = names_of(session, request);
    if (!folder_make(folder, &session->fault) ||
        !passing_open(&passing, folder, &session->fault))
        return false;
    struct job job = {
        .session = session,
        .request = request,
        .pages = pages_asked(session, request),
        .paths = arena_array(session->batch, count + 1, const char *),
        .pictures = path_join(session->batch, passing.folder, "charts"),
    };
    for (size_t i = 0; i < count; i++)
        job.paths[i] = path_join(session->batch, passing.folder, names[i]);
    bool done = write_pages(&job) && write_index(&job, names, passing.folder) &&
                passing_keep(&passing, folder, &session->fault);
    passing_close(&passing);
    return done;
}
