/*
 * interrupt.c - signals held back and let go.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <pthread.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "engine/base/interrupt.h"

static bool is_ignored(int signal_number)
{
    struct sigaction now;
    return sigaction(signal_number, NULL, &now) == 0 &&
           now.sa_handler == SIG_IGN;
}

void interrupt_hold(struct interrupt *interrupt)
{
    static const int enders[] = { SIGINT, SIGTERM, SIGHUP };
    sigemptyset(&interrupt->held);
    for (size_t i = 0; i < sizeof enders / sizeof enders[0]; i++)
        if (!is_ignored(enders[i]))
            sigaddset(&interrupt->held, enders[i]);
    pthread_sigmask(SIG_BLOCK, &interrupt->held, &interrupt->before);
    interrupt->came = signalfd(-1, &interrupt->held, SFD_CLOEXEC);
}

bool interrupt_came(const struct interrupt *interrupt)
{
    sigset_t pending, ours;
    sigpending(&pending);
    return sigandset(&ours, &pending, &interrupt->held) == 0 &&
           sigisemptyset(&ours) == 0;
}

void interrupt_release(struct interrupt *interrupt)
{
    if (interrupt->came >= 0)
        close(interrupt->came);
    pthread_sigmask(SIG_SETMASK, &interrupt->before, NULL);
}
