/*
 * interrupt.h - being told to stop, but not in the middle.
 *
 * While interrupts are held, the signals that ask a program to end (SIGINT,
 * SIGTERM, SIGHUP) wait. Whoever works meanwhile looks whether one has come and
 * stops early, puts everything away and releases; then the signal does what it
 * would have done at once, which is mostly to end the program.
 *
 * No handler is installed and no signal is taken: all that changes is which
 * signals the thread holds back, and that is put back as it was. A signal that
 * the program ignores is not held, so it does not stop the work either. Holds
 * may be nested. Programs that are started meanwhile must be given a signal
 * mask of their own, as child.c does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_BASE_INTERRUPT_H
#define HOCTAP_BASE_INTERRUPT_H

#include <signal.h>
#include <stdbool.h>

struct interrupt {
    sigset_t held, before;
    int came; /* a descriptor for poll: readable once one has come; it may be
                 -1, which poll passes over. Nobody reads from it. */
};

void interrupt_hold(struct interrupt *interrupt);
bool interrupt_came(const struct interrupt *interrupt);
void interrupt_release(struct interrupt *interrupt);

#endif
