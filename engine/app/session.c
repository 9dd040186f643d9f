/*
 * session.c - opening a run, speaking, and leaving with the right status.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/session.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/app/say_findings.h"
#include "engine/base/files.h"
#include "importers/study.h"

enum { FINDINGS_SHOWN = 5 };

static const char *const languages[] = { "vi", "en" };

/* $HOCTAP_DATA, else ../data beside the executable's folder, else installed. */
static const char *find_data_folder(struct arena *arena)
{
    char path[4096];
    const char *given = getenv("HOCTAP_DATA");
    if (given != NULL && *given != '\0')
        return given;
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    if (length > 0) {
        path[length] = '\0';
        char *beside = path_join(arena, path_folder(arena, path), "../data");
        if (file_exists(path_join(arena, beside, "quantities.yaml")))
            return beside;
        char *share =
            path_join(arena, path_folder(arena, path), "../share/hoctap");
        if (file_exists(path_join(arena, share, "quantities.yaml")))
            return share;
    }
    return HOCTAP_PREFIX "/share/hoctap";
}

static bool want_color(const struct options *options, bool terminal)
{
    const char *asked = option_text(options, OPTION_COLOR, "auto");
    const char *force = getenv("CLICOLOR_FORCE");
    if (strcmp(asked, "auto") != 0)
        return strcmp(asked, "always") == 0;
    if (getenv("NO_COLOR") != NULL)
        return false;
    return terminal || (force != NULL && strcmp(force, "0") != 0);
}

/* A wrong word is one also where no figure depends on the option. */
static bool sound_counts(struct session *session)
{
    static const enum option_id counts[] = { OPTION_DRAWS, OPTION_SEED,
                                             OPTION_THREADS };
    long number = 0;
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        if (!option_whole(&session->options, counts[i], &number,
                          &session->fault))
            return false;
    return true;
}

bool session_open(struct session *session, const struct command *command,
                  int argc, char **argv)
{
    static const char *const colors[] = { "auto", "always", "never" };
    int color = 0, language = 1;
    session->command = command;
    session->arena = arena_new();
    session->batch = arena_new();
    session->scratch = arena_new();
    session->findings = findings_new(session->batch);
    session->terminal_out = isatty(STDOUT_FILENO);
    session->data_folder = find_data_folder(session->arena);
    bool read = options_parse(&session->options, command ? command->accepts : 0,
                              argc, argv, session->arena, &session->fault) &&
                option_choice(&session->options, OPTION_LANG, languages, 2,
                              &language, &session->fault) &&
                option_choice(&session->options, OPTION_COLOR, colors, 3,
                              &color, &session->fault) &&
                sound_counts(session);
    session->color = want_color(&session->options, isatty(STDERR_FILENO));
    struct fault fault = { 0 };
    if (!messages_load(&session->messages, session->data_folder,
                       languages[language], session->arena, &fault)) {
        if (read)
            session->fault = fault;
        return false;
    }
    return read;
}

void session_close(struct session *session)
{
    if (session->arena == NULL)
        return;
    arena_free(session->scratch);
    arena_free(session->batch);
    arena_free(session->arena);
    memset(session, 0, sizeof *session);
}

static const struct messages *messages_of(const struct session *session)
{
    return session->study ? &session->study->messages : &session->messages;
}

int session_failed(struct session *session)
{
    if (messages_of(session)->count == 0) {
        /* The one sentence that cannot come from the data folder. */
        fprintf(stderr,
                "hoctap: %s: no messages there; is HOCTAP_DATA right? / không "
                "đọc được thư mục dữ liệu, hãy xem lại HOCTAP_DATA\n",
                session->fault.where);
        return (int)session->fault.code;
    }
    struct text line = text_new();
    text_add(&line, "hoctap: ");
    message_add_fault(&line, messages_of(session), &session->fault);
    fprintf(stderr, "%s\n", line.bytes);
    text_free(&line);
    return (int)session->fault.code;
}

void session_say(const struct session *session, const char *message, ...)
{
    va_list arguments;
    struct text line = text_new();
    va_start(arguments, message);
    message_vadd(&line, messages_of(session), message, arguments);
    va_end(arguments);
    fprintf(stderr, "%s\n", line.bytes);
    text_free(&line);
}

int session_status(const struct session *session)
{
    enum finding_weight least = option_given(&session->options, OPTION_STRICT)
                                    ? WEIGHT_DOUBT
                                    : WEIGHT_REJECT;
    return findings_standing(session->findings, least) ? EXIT_FINDINGS
                                                       : EXIT_DONE;
}

int session_done(struct session *session)
{
    if (session->findings->count > 0) {
        struct text lines = text_new();
        findings_sort(session->findings);
        say_findings(&lines, session->findings, messages_of(session),
                     FINDINGS_SHOWN, session->color);
        fputs(lines.bytes, stderr);
        text_free(&lines);
    }
    return session_status(session);
}

const char *session_out(const struct session *session)
{
    const char *out = option_text(&session->options, OPTION_OUT, NULL);
    return out != NULL && strcmp(out, "-") != 0 ? out : NULL;
}

bool session_format(struct session *session, enum rows_format *format)
{
    static const char *const formats[] = { "table", "csv", "json" };
    static const char *const styles[] = { "plain", "excel-vi" };
    bool eye = session->terminal_out && session_out(session) == NULL;
    int choice = eye ? 0 : 1, style = 0;
    if (!option_choice(&session->options, OPTION_FORMAT, formats, 3, &choice,
                       &session->fault) ||
        !option_choice(&session->options, OPTION_CSV_STYLE, styles, 2, &style,
                       &session->fault))
        return false;
    *format = choice == 0 ? ROWS_TABLE : choice == 2 ? ROWS_JSON : ROWS_CSV;
    if (*format == ROWS_CSV && style == 1)
        *format = ROWS_CSV_EXCEL;
    return true;
}

static bool fill_with_text(FILE *file, void *job)
{
    const struct text *text = job;
    return fwrite(text->bytes, 1, text->length, file) == text->length;
}

bool session_print(struct session *session, const struct text *text)
{
    struct text job = *text;
    return session_print_by(session, fill_with_text, &job);
}

bool session_print_by(struct session *session, file_fill *fill, void *job)
{
    const char *out = session_out(session);
    if (out != NULL)
        return file_write_by(out, fill, job, &session->fault);
    if (fill(stdout, job) && fflush(stdout) == 0)
        return true;
    if (errno == EPIPE) /* the reader has seen enough: no word about it */
        exit(FAULT_FILE);
    return fault_errno(&session->fault, "stdout", "file.unwritable");
}

/* A word that is no number was refused when the session was opened. */
size_t session_threads(struct session *session)
{
    long threads = 0;
    option_whole(&session->options, OPTION_THREADS, &threads, &session->fault);
    return (size_t)threads;
}

const char *session_project(const struct session *session)
{
    return session->options.argument_count > 0 ? session->options.arguments[0]
                                               : ".";
}
