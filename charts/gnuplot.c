/*
 * gnuplot.c - the conversation with gnuplot.
 *
 *  (1) After a script comes a line "done N E": N counts from 0, E is 0 when no
 *      command failed. Any other words before it are complaints.
 *  (2) Complaints of the font library about its own files are not about us.
 *  (3) The clock starts anew with every script that is through.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "charts/chart.h"
#include "charts/gnuplot.h"
#include "charts/script.h"
#include "engine/base/child.h"
#include "engine/base/fault.h"
#include "engine/base/text.h"

enum {
    PATIENCE = 60,
    MOST_COMPLAINT = 300,
    MOST_AHEAD = 16 /* scripts given and not yet through */
};

struct talk {
    const struct gnuplot_run *run;
    struct child child;
    struct text out; /* what is to be written, */
    size_t sent;     /* and how far it has been */
    struct text in;  /* what was said, up to the last whole line */
    struct text complaint;
    size_t given, done;
    double deadline; /* seconds of the steady clock */
};

static const char *program_name(const struct gnuplot_run *run)
{
    return run->program != NULL ? run->program : "gnuplot";
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static unsigned patience(const struct gnuplot_run *run)
{
    return run->patience > 0 ? run->patience : PATIENCE;
}

/* (3) */
static void wind_up(struct talk *talk)
{
    talk->deadline = now() + patience(talk->run);
}

static bool may_give(const struct talk *talk)
{
    return talk->given < talk->run->count &&
           talk->given < talk->done + MOST_AHEAD;
}

static bool wants_to_write(const struct talk *talk)
{
    return talk->child.in >= 0 &&
           (talk->sent < talk->out.length || may_give(talk));
}

/* Writes what can be taken now. False when gnuplot reads no more. */
static bool write_some(struct talk *talk)
{
    while (wants_to_write(talk)) {
        if (talk->sent == talk->out.length) {
            text_clear(&talk->out);
            talk->sent = 0;
            talk->run->give(talk->run->context, talk->given, &talk->out);
            script_add_report(&talk->out, talk->given++);
        }
        ssize_t taken = send(talk->child.in, talk->out.bytes + talk->sent,
                             talk->out.length - talk->sent, MSG_NOSIGNAL);
        if (taken < 0)
            return errno == EAGAIN || errno == EINTR;
        talk->sent += (size_t)taken;
    }
    if (talk->given == talk->run->count)
        child_finish_input(&talk->child);
    return true;
}

/* (2) */
static bool is_about_us(const char *line)
{
    return line[strspn(line, " \t^")] != '\0' &&
           !text_starts(line, "Fontconfig ") &&
           strstr(line, "-WARNING **") == NULL &&
           strstr(line, "-CRITICAL **") == NULL;
}

static void take_line(struct talk *talk, const char *line)
{
    char expected[32];
    snprintf(expected, sizeof expected, "done %zu ", talk->done);
    if (text_starts(line, expected)) {
        if (talk->complaint.length == 0 &&
            strtol(line + strlen(expected), NULL, 10) != 0)
            text_add(&talk->complaint, line);
        talk->run->through(talk->run->context, talk->done++,
                           talk->complaint.bytes);
        text_clear(&talk->complaint);
        wind_up(talk);
    } else if (is_about_us(line)) {
        /* The last line says what it was; those before quote the script. */
        text_clear(&talk->complaint);
        text_add_bytes(&talk->complaint, line, strnlen(line, MOST_COMPLAINT));
    }
}

/* Cuts what was said into lines. */
static void take_lines(struct talk *talk)
{
    char *line = talk->in.bytes, *end;
    while (talk->done < talk->run->count &&
           (end = strchr(line, '\n')) != NULL) {
        *end = '\0';
        take_line(talk, line);
        line = end + 1;
    }
    size_t rest = talk->in.length - (size_t)(line - talk->in.bytes);
    memmove(talk->in.bytes, line, rest);
    talk->in.length = rest;
    talk->in.bytes[rest] = '\0';
}

/* False at the end of what gnuplot says. */
static bool read_some(struct talk *talk)
{
    char buffer[4096];
    ssize_t got = read(talk->child.out, buffer, sizeof buffer);
    if (got < 0)
        return errno == EAGAIN || errno == EINTR;
    for (ssize_t i = 0; i < got; i++)
        if (buffer[i] == '\0')
            buffer[i] = ' ';
    text_add_bytes(&talk->in, buffer, (size_t)got);
    take_lines(talk);
    return got > 0;
}

/*
 * Until all scripts are through, gnuplot is silent too long (false), or gone.
 * The clock is looked at last: were we kept from running ourselves, what
 * gnuplot has said meanwhile still counts.
 */
static bool converse(struct talk *talk)
{
    bool reads = true;
    while (talk->done < talk->run->count) {
        double left = talk->deadline - now();
        struct pollfd ends[] = {
            { .fd = talk->child.out, .events = POLLIN },
            { .fd = reads && wants_to_write(talk) ? talk->child.in : -1,
              .events = POLLOUT },
            { .fd = talk->run->halt, .events = POLLIN },
        };
        int wait = left > 0 ? (int)(left * 1000) + 1 : 0;
        if (poll(ends, 3, wait) < 0 && errno != EINTR)
            return true;
        if (ends[2].revents != 0) {
            kill(talk->child.pid, SIGKILL);
            return true;
        }
        if (ends[1].revents != 0)
            reads = write_some(talk);
        if (ends[0].revents != 0 && !read_some(talk))
            return true;
        if (now() > talk->deadline)
            return false;
    }
    return true;
}

static bool cannot_start(const struct gnuplot_run *run, int error,
                         struct fault *fault)
{
    const char *program = program_name(run);
    if (error == ENOENT || error == EACCES || error == ENOTDIR)
        return fault_set(fault, FAULT_TOOL, NO_PLACE, "gnuplot.missing",
                         "program", program, "package", CHART_PROGRAM_PACKAGE,
                         NULL);
    return fault_set(fault, FAULT_TOOL, NO_PLACE, "gnuplot.failed_to_start",
                     "program", program, "reason", strerror(error), NULL);
}

static bool has_died(const struct talk *talk, int status, struct fault *fault)
{
    char reason[64];
    if (WIFSIGNALED(status))
        snprintf(reason, sizeof reason, "signal %d", WTERMSIG(status));
    else
        snprintf(reason, sizeof reason, "exit %d", WEXITSTATUS(status));
    const char *said = talk->complaint.bytes;
    return fault_set(fault, FAULT_TOOL, NO_PLACE, "gnuplot.died", "reason",
                     *said != '\0' ? said : reason, NULL);
}

static bool is_hung(const struct gnuplot_run *run, struct fault *fault)
{
    char seconds[16];
    snprintf(seconds, sizeof seconds, "%u", patience(run));
    return fault_set(fault, FAULT_TOOL, NO_PLACE, "gnuplot.hung", "seconds",
                     seconds, NULL);
}

bool gnuplot_run(const struct gnuplot_run *run, size_t *done,
                 struct fault *fault)
{
    *done = 0;
    const char *const arguments[] = { program_name(run), "-d", "-", NULL };
    struct talk talk = { .run = run };
    int error = child_start(&talk.child, arguments, run->folder, STDERR_FILENO);
    if (error != 0)
        return cannot_start(run, error, fault);
    talk.out = text_new();
    talk.in = text_new();
    talk.complaint = text_new();
    wind_up(&talk);
    bool in_time = converse(&talk);
    *done = talk.done;
    if (!in_time)
        kill(talk.child.pid, SIGKILL);
    int status = child_end(&talk.child, patience(run));
    bool good = talk.done == run->count;
    if (!good)
        good = in_time ? has_died(&talk, status, fault) : is_hung(run, fault);
    text_free(&talk.out);
    text_free(&talk.in);
    text_free(&talk.complaint);
    return good;
}
