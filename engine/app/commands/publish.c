/*
 * publish.c - freezing the figures that were signed.
 *
 *  (1) published/PERIOD.csv of the project gets the period's figures. Nothing
 *      else of the project is touched.
 *  (2) What was published is not replaced unasked: when the figures are others
 *      now, --revise keeps the earlier file in published/earlier/ and writes
 *      the new one.
 *  (3) Findings of weight reject that nobody has decided on make the documents
 *      drafts. Whoever signs may know better: the figures are frozen, and the
 *      sentence and the exit status say so.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "engine/app/session.h"
#include "engine/base/files.h"
#include "engine/report/listing.h"

struct publication {
    const char *path;    /* of the file */
    const char *earlier; /* NULL: none was published */
    size_t earlier_length;
    struct text text;
    size_t figures;
};

static bool read_earlier(struct session *session, struct publication *made)
{
    char *bytes;
    if (!file_exists(made->path))
        return true;
    if (!file_read(&bytes, &made->earlier_length, made->path, 0, session->batch,
                   &session->fault))
        return false;
    made->earlier = bytes;
    return true;
}

/* The first name that is free: 2023.1.csv, 2023.2.csv … (2) */
static bool keep_earlier(struct session *session,
                         const struct publication *made, const char *folder,
                         const char *when)
{
    const char *kept;
    unsigned number = 1;
    folder = path_join(session->arena, folder, "earlier");
    do
        kept = path_join(
            session->arena, folder,
            arena_format(session->arena, "%s.%u.csv", when, number++));
    while (file_exists(kept));
    return folder_make(folder, &session->fault) &&
           file_write(kept, made->earlier, made->earlier_length,
                      &session->fault);
}

static bool is_same(const struct publication *made)
{
    return made->earlier != NULL && made->earlier_length == made->text.length &&
           memcmp(made->earlier, made->text.bytes, made->text.length) == 0;
}

/* (1, 2) */
static bool write_publication(struct session *session, struct publication *made,
                              const char *folder, const char *when)
{
    char count[24];
    snprintf(count, sizeof count, "%zu", made->figures);
    if (made->figures == 0)
        return fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                         "publish.nothing", "period", when, NULL);
    if (is_same(made)) {
        session_say(session, "publish.same", "file", made->path, NULL);
        return true;
    }
    if (made->earlier != NULL &&
        !option_given(&session->options, OPTION_REVISE))
        return fault_set(&session->fault, FAULT_USAGE, PLACE_FILE(made->path),
                         "publish.differs", "period", when, NULL);
    if ((made->earlier != NULL && !keep_earlier(session, made, folder, when)) ||
        !folder_make(folder, &session->fault) ||
        !file_write(made->path, made->text.bytes, made->text.length,
                    &session->fault))
        return false;
    session_say(session, "publish.done", "count", count, "file", made->path,
                NULL);
    return true;
}

static bool publish(struct session *session)
{
    period p = session->study->project.period;
    struct publication made = { .text = text_new() };
    struct text name = text_new();
    const char *folder =
        path_join(session->arena, session->study->project.folder, "published");
    period_add(&name, p);
    made.path = path_join(session->arena, folder,
                          arena_format(session->arena, "%s.csv", name.bytes));
    made.figures =
        list_published(&made.text, session->results, session->study, p);
    bool done = read_earlier(session, &made) &&
                write_publication(session, &made, folder, name.bytes);
    text_free(&made.text);
    text_free(&name);
    return done;
}

static int run_publish(struct session *session)
{
    struct selection selection;
    if (!session_study(session, session_project(session)) ||
        !session_selection(session, &selection) ||
        !session_one_period(session, &selection) || !session_results(session) ||
        !publish(session))
        return session_failed(session);
    if (findings_standing(session->findings, WEIGHT_REJECT) > 0) /* (3) */
        session_say(session, "publish.draft", NULL);
    return session_done(session);
}

const struct command command_publish = {
    .name = "publish",
    .order = 8,
    .accepts = OPTION_SET(PERIOD) | OPTION_SET(ROOT) | OPTION_SET(REVISE) |
               OPTION_SET(STRICT),
    .most = 1,
    .run = run_publish,
};
