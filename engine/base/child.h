/*
 * child.h - an outside program on a short leash.
 *
 * It is started without a shell, in a folder, with an environment of its own:
 * PATH, HOME, LC_ALL=C.UTF-8 and fontconfig's variables, nothing else, so that
 * a picture does not depend on who draws it. We write to its standard input and
 * read one of its outputs; the other goes nowhere.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_BASE_CHILD_H
#define HOCTAP_BASE_CHILD_H

#include <stdbool.h>
#include <sys/types.h>

enum { CHILD_ARGUMENTS = 8 };

struct child {
    pid_t pid;
    int in;  /* a socket, not blocking: send with MSG_NOSIGNAL; -1 closed */
    int out; /* what it writes, not blocking */
};

/*
 * Starts arguments[0], looked up in PATH, in [folder] (NULL = here). Arguments
 * end in NULL, at most CHILD_ARGUMENTS of them. [stream] is 1 or 2: which of
 * its outputs we read. Returns 0 or the system's error.
 */
int child_start(struct child *child, const char *const arguments[],
                const char *folder, int stream);

/* Says that no more will be written. */
void child_finish_input(struct child *child);

/*
 * Closes both ends and waits for its end, at most [seconds]; then it is killed
 * with all that it has started. Returns what waitpid says of it.
 */
int child_end(struct child *child, unsigned seconds);

/*
 * Lets it work by itself: what it says goes nowhere. Waits like child_end, but
 * no longer than until [halt] can be read (-1 = never). True when it ended by
 * itself; *status is then what waitpid says.
 */
bool child_attend(struct child *child, unsigned seconds, int halt, int *status);

#endif
