/*
 * together.h - one kind of work on many things, by several threads.
 *
 * Threads take the next thing when they have done one, so what a thing leaves
 * behind must lie in a place of its own and not depend on the order. Threads
 * that cannot be had are done without.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_BASE_TOGETHER_H
#define HOCTAP_BASE_TOGETHER_H

#include <stddef.h>

struct arena;

/* The [at]th thing of the job; the scratch is the thread's, rewound after. */
typedef void together_work(void *job, size_t at, struct arena *scratch);

/* All [count] things; [threads] 0 = as many as there are processors. */
void together_do(size_t count, size_t threads, together_work *work, void *job);

#endif
