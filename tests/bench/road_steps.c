/*
 * road_steps.c - the steps of the road, each timed by itself.
 *
 *   road_steps compute|compare|trend PROJECT [OPTION...]
 *
 * imports the project and makes its facts; then does what the command does from
 * there. Prints seconds by the clock, seconds of processor and the highest
 * memory so far after each step. The options are those of the command.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include <gsl/gsl_errno.h>

#include "engine/app/session.h"
#include "engine/compute/trend.h"
#include "engine/report/listing.h"

struct moment {
    double clock, processor;
};

static double seconds_of(struct timeval t)
{
    return (double)t.tv_sec + 1e-6 * (double)t.tv_usec;
}

static struct moment now(void)
{
    struct timespec clock;
    struct rusage use;

    clock_gettime(CLOCK_MONOTONIC, &clock);
    getrusage(RUSAGE_SELF, &use);
    return (struct moment){ (double)clock.tv_sec + 1e-9 * (double)clock.tv_nsec,
                            seconds_of(use.ru_utime) +
                                seconds_of(use.ru_stime) };
}

static void tell(const char *step, struct moment *since)
{
    struct moment at = now();
    struct rusage use;

    getrusage(RUSAGE_SELF, &use);
    printf("  %-34s %6.2f s by the clock %6.2f s of processor %6ld MiB\n", step,
           at.clock - since->clock, at.processor - since->processor,
           use.ru_maxrss / 1024);
    fflush(stdout);
    *since = now();
}

static bool print_values(struct session *session, struct moment *since)
{
    bool printed;

    if (!session_results(session))
        return false;
    tell("values, judged", since);
    struct results_list list = { ROWS_CSV, session->results, session->study,
                                 session_threads(session) };
    printed = session_print_by(session, list_results_into, &list);
    tell("values, printed", since);
    return printed;
}

static bool print_year(struct session *session, struct moment *since)
{
    struct text out = text_new();
    struct selection asked;
    bool printed;

    if (!session_selection(session, &asked))
        return false;
    session->asked = &asked;
    if (!session_comparisons(session, asked.periods[0]))
        return false;
    tell("a year compared", since);
    list_comparisons(&out, ROWS_CSV, session->comparisons, session->study);
    printed = session_print(session, &out);
    text_free(&out);
    tell("a year, printed", since);
    return printed;
}

static bool print_trends(struct session *session, struct moment *since)
{
    struct trend_request request = { .to = session->study->project.period };
    struct text out = text_new();
    bool printed;

    if (!session_results(session))
        return false;
    tell("values, judged", since);
    if (!session_trends(session, &request))
        return false;
    printf("  %zu trends\n", session->trends->count);
    tell("trends", since);
    list_trends(&out, ROWS_CSV, session->trends, session->study);
    printed = session_print(session, &out);
    text_free(&out);
    tell("trends, printed", since);
    return printed;
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        bool (*run)(struct session *, struct moment *);
    } jobs[] = { { "compute", print_values },
                 { "compare", print_year },
                 { "trend", print_trends } };
    struct session session = { 0 };
    struct moment since = now();
    const struct command *command;
    bool done = false;

    if (argc < 2)
        return 2;
    gsl_set_error_handler_off();
    command = command_find(argv[1]);
    if (command == NULL ||
        !session_open(&session, command, argc - 1, argv + 1) ||
        !session_study(&session, session_project(&session)) ||
        !session_cube(&session))
        return session_failed(&session);
    tell("import, facts and their checks", &since);
    for (size_t i = 0; i < sizeof jobs / sizeof *jobs; i++)
        if (strcmp(jobs[i].name, argv[1]) == 0)
            done = jobs[i].run(&session, &since);
    return done ? 0 : session_failed(&session);
}
