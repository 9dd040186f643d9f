/*
 * child.c - posix_spawn, a socket and a pipe.
 *
 * The input is a socket and not a pipe because writing to a dead reader then
 * gives an error to us alone, and no signal to the whole program. It leads a
 * group of processes, so that it goes with all that it has started.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "engine/base/child.h"

enum { ENVIRONMENT_ROOM = 32 };

/* The few variables it gets, pointing into our own environment. */
static void child_environment(char *kept[ENVIRONMENT_ROOM])
{
    static const char *const wanted[] = { "PATH=", "HOME=", "FONTCONFIG_" };
    static char locale[] = "LC_ALL=C.UTF-8";
    size_t count = 0;
    kept[count++] = locale;
    for (char **entry = environ; *entry != NULL; entry++)
        for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++)
            if (count < ENVIRONMENT_ROOM - 1 &&
                strncmp(*entry, wanted[i], strlen(wanted[i])) == 0)
                kept[count++] = *entry;
    kept[count] = NULL;
}

/* What happens between fork and exec. */
static int prepare(posix_spawn_file_actions_t *actions, const char *folder,
                   int input, int output, int stream)
{
    int other = stream == STDOUT_FILENO ? STDERR_FILENO : STDOUT_FILENO;
    int error = posix_spawn_file_actions_adddup2(actions, input, STDIN_FILENO);
    if (error == 0)
        error = posix_spawn_file_actions_adddup2(actions, output, stream);
    if (error == 0)
        error = posix_spawn_file_actions_addopen(actions, other, "/dev/null",
                                                 O_WRONLY, 0);
    if (error == 0 && folder != NULL)
        error = posix_spawn_file_actions_addchdir_np(actions, folder);
    return error;
}

/* The system asks for writable arguments and leaves them alone. */
static void copy_arguments(char *to[CHILD_ARGUMENTS + 1],
                           const char *const from[])
{
    for (size_t i = 0; i <= CHILD_ARGUMENTS; i++) {
        memcpy(&to[i], &from[i], sizeof to[i]);
        if (from[i] == NULL)
            return;
    }
    to[CHILD_ARGUMENTS] = NULL;
}

static int spawn(pid_t *pid, const char *const arguments[],
                 const posix_spawn_file_actions_t *actions)
{
    posix_spawnattr_t attributes;
    int error = posix_spawnattr_init(&attributes);
    if (error != 0)
        return error;
    sigset_t pipe_signal, none;
    sigemptyset(&none);
    sigemptyset(&pipe_signal);
    sigaddset(&pipe_signal, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes, &pipe_signal);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF |
                                              POSIX_SPAWN_SETSIGMASK |
                                              POSIX_SPAWN_SETPGROUP);
    char *environment[ENVIRONMENT_ROOM], *copies[CHILD_ARGUMENTS + 1];
    child_environment(environment);
    copy_arguments(copies, arguments);
    error =
        posix_spawnp(pid, copies[0], actions, &attributes, copies, environment);
    posix_spawnattr_destroy(&attributes);
    return error;
}

int child_start(struct child *child, const char *const arguments[],
                const char *folder, int stream)
{
    int input[2], output[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, input) != 0)
        return errno;
    if (pipe2(output, O_CLOEXEC) != 0) {
        int error = errno;
        close(input[0]);
        close(input[1]);
        return error;
    }
    fcntl(input[0], F_SETFL, O_NONBLOCK);
    fcntl(output[0], F_SETFL, O_NONBLOCK);
    *child = (struct child){ .pid = -1, .in = input[0], .out = output[0] };
    posix_spawn_file_actions_t actions;
    int error = posix_spawn_file_actions_init(&actions);
    if (error == 0) {
        error = prepare(&actions, folder, input[1], output[1], stream);
        if (error == 0)
            error = spawn(&child->pid, arguments, &actions);
        posix_spawn_file_actions_destroy(&actions);
    }
    close(input[1]);
    close(output[1]);
    if (error != 0) {
        close(input[0]);
        close(output[0]);
    }
    return error;
}

void child_finish_input(struct child *child)
{
    if (child->in >= 0)
        close(child->in);
    child->in = -1;
}

int child_end(struct child *child, unsigned seconds)
{
    child_finish_input(child);
    close(child->out);
    const struct timespec nap = { 0, 1000000 };
    int status = 0;
    for (unsigned waited = 0; waited < seconds * 1000; waited++) {
        pid_t ended = waitpid(child->pid, &status, WNOHANG);
        if (ended == child->pid || (ended < 0 && errno != EINTR))
            return status;
        nanosleep(&nap, NULL);
    }
    kill(-child->pid, SIGKILL); /* the group that it leads */
    while (waitpid(child->pid, &status, 0) < 0 && errno == EINTR)
        continue;
    return status;
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Until it closes its output (true), the time is up, or we are to stop. */
static bool outlast(const struct child *child, unsigned seconds, int halt)
{
    double deadline = now() + seconds;
    for (double left = seconds; left > 0; left = deadline - now()) {
        char waste[4096];
        struct pollfd ends[] = { { .fd = child->out, .events = POLLIN },
                                 { .fd = halt, .events = POLLIN } };
        if (poll(ends, 2, (int)(left * 1000) + 1) < 0 && errno != EINTR)
            return false;
        if (ends[1].revents != 0)
            return false;
        if (ends[0].revents != 0 && read(child->out, waste, sizeof waste) == 0)
            return true;
    }
    return false;
}

bool child_attend(struct child *child, unsigned seconds, int halt, int *status)
{
    enum { SECONDS_TO_END = 5 };
    child_finish_input(child);
    bool ended = outlast(child, seconds, halt);
    if (!ended)
        kill(-child->pid, SIGKILL);
    *status = child_end(child, SECONDS_TO_END);
    return ended;
}
