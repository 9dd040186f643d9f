/*
 * fuzz.h - what the fuzzing targets share.
 *
 * A target is one file whose LLVMFuzzerTestOneInput gets bytes out of nothing.
 * It asks the code for what its header promises and says must(…) of it: a
 * promise that is broken aborts, and the fuzzer keeps the bytes.
 *
 * The libraries are built with an arena that gives every item a block of its
 * own, so that the sanitizer sees a step beyond one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_TESTS_FUZZ_H
#define HOCTAP_TESTS_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/fault.h"
#include "engine/base/text.h"
#include "engine/model/study.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size);

#define must(promise)                                                          \
    ((promise) ? (void)0 : fuzz_broken(#promise, __FILE__, __LINE__))
_Noreturn void fuzz_broken(const char *promise, const char *file, int line);

/* A fault that says something: a code, a message, all of it text. */
void fuzz_must_say(const struct fault *fault);

/* The bytes as a string in the arena, cut at the first zero. */
char *fuzz_string(const unsigned char *bytes, size_t size, struct arena *arena);

/*
 * Writes into a file in memory and returns its path, good until the next call
 * with the same [slot].
 */
enum { FUZZ_SLOTS = 4 };
const char *fuzz_file(unsigned slot, const char *bytes, size_t size);

/* The shipped definitions, without and with the sample's project; loaded once.
 */
const struct study *fuzz_data(void);
const struct study *fuzz_sample(void);

/* Reads the file with the study; what was read must add up. */
struct source_plan;
void fuzz_import(const struct study *study, const char *path, const char *name,
                 const struct source_plan *plan);

#endif
