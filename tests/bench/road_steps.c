/*
 * road_steps.c - what commands take once the facts are there.
 *
 *   road_steps PROJECT YEAR [OPTION...]
 *
 * imports the project and makes its facts; from there does, in a process of its
 * own each, what compute, compare -p YEAR and trend do. Prints seconds by the
 * clock, seconds of processor and the highest memory so far after each step
 * (the facts' included). OPTIONS are those of compute (--threads N).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <gsl/gsl_errno.h>

#include "engine/app/session.h"
#include "engine/base/number.h"
#include "engine/compute/trend/trend.h"
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
    printf("  %-34s %6.2f s, of processor %6.2f s %6ld MiB\n", step,
           at.clock - since->clock, at.processor - since->processor,
           use.ru_maxrss / 1024);
    fflush(stdout);
    *since = now();
}

static bool print_text(struct text *out)
{
    FILE *file = fopen("/dev/null", "wb");
    bool good = file != NULL &&
                fwrite(out->bytes, 1, out->length, file) == out->length;

    if (file != NULL)
        fclose(file);
    text_free(out);
    return good;
}

static bool compute(struct session *session, period year, struct moment *since)
{
    (void)year;
    if (!session_results(session))
        return false;
    tell("compute: all values, judged", since);
    struct results_list list = { ROWS_CSV, session->results, session->study,
                                 session_threads(session) };
    if (!session_print_by(session, list_results_into, &list))
        return false;
    tell("compute: written", since);
    return true;
}

static bool compare(struct session *session, period year, struct moment *since)
{
    struct selection asked = { .periods = &year,
                               .period_count = 1,
                               .area = NO_AREA,
                               .tier = TIER_NONE };
    struct text out = text_new();

    session->asked = &asked;
    if (!session_comparisons(session, year))
        return false;
    tell("compare: a year", since);
    list_comparisons(&out, ROWS_CSV, session->comparisons, session->study);
    if (!print_text(&out))
        return false;
    tell("compare: written", since);
    return true;
}

static bool trend(struct session *session, period year, struct moment *since)
{
    struct trend_request request = { .to = year };
    struct text out = text_new();

    if (!session_results(session))
        return false;
    *since = now();
    if (!session_trends(session, &request))
        return false;
    tell("trend: after the values", since);
    printf("    %zu series\n", session->trends->count);
    list_trends(&out, ROWS_CSV, session->trends, session->study);
    if (!print_text(&out))
        return false;
    tell("trend: written", since);
    return true;
}

typedef bool job(struct session *session, period year, struct moment *since);

/* The facts are shared with the child, what it makes is its own. */
static bool apart(job *run, struct session *session, period year)
{
    int status = 1;
    pid_t child = fork();

    if (child == 0) {
        struct moment since = now();
        exit(run(session, year, &since) ? 0 : session_failed(session));
    }
    return child > 0 && waitpid(child, &status, 0) == child && status == 0;
}

int main(int argc, char **argv)
{
    struct session session = { 0 };
    struct moment since = now();
    long year;

    if (argc < 3 || !number_parse_whole(argv[2], &year))
        return 2;
    argv[2] = argv[1];
    gsl_set_error_handler_off();
    if (!session_open(&session, command_find("compute"), argc - 1, argv + 1) ||
        !session_study(&session, session_project(&session)) ||
        !session_cube(&session))
        return session_failed(&session);
    tell("import, facts and their checks", &since);
    return apart(compute, &session, period_of_year((int)year)) &&
                   apart(compare, &session, period_of_year((int)year)) &&
                   apart(trend, &session, period_of_year((int)year))
               ? 0
               : 1;
}
