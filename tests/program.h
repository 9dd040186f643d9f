/*
 * program.h - running the program as a user does: words in, two streams and a
 * status out.
 *
 * The program is $HOCTAP (build/hoctap by default), started from the top of the
 * checkout with the checkout's data, no colour and no clock.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_TESTS_PROGRAM_H
#define HOCTAP_TESTS_PROGRAM_H

#include <stddef.h>

struct program_run {
    int status; /* the exit code; 128 + signal when killed */
    char *out, *err;
    size_t out_length;
};

/* [words] is a shell command line after the program's name; results are freed
 * by program_free. */
struct program_run program_run(const char *words);
/* The same with words before the program: "ulimit -f 1; HOME=/nowhere". */
struct program_run program_run_with(const char *before, const char *words);
void program_free(struct program_run *run);

#endif
