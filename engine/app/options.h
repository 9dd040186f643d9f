/*
 * options.h - the words of the command line.
 *
 * Every option stands once in a table with its name, its letter and whether it
 * takes a value; a command lists those it accepts. What cannot be understood is
 * a fault that names the nearest right word.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_APP_OPTIONS_H
#define HOCTAP_APP_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/base/date.h"
#include "engine/base/fault.h"
#include "engine/base/period.h"

/* id, long name, letter or 0, takes a value */
#define OPTIONS(X)                                                             \
    X(INDICATOR, "indicator", 'i', true)                                       \
    X(PERIOD, "period", 'p', true)                                             \
    X(AREA, "area", 'a', true)                                                 \
    X(TIER, "tier", 0, true)                                                   \
    X(EACH, "each", 0, true)                                                   \
    X(BY, "by", 0, true)                                                       \
    X(CONFIDENCE, "confidence", 0, true)                                       \
    X(FORMAT, "format", 'f', true)                                             \
    X(CSV_STYLE, "csv-style", 0, true)                                         \
    X(OUT, "out", 'o', true)                                                   \
    X(KIND, "kind", 'k', true)                                                 \
    X(TABLE, "table", 0, true)                                                 \
    X(SCALE, "scale", 0, true)                                                 \
    X(METHOD, "method", 0, true)                                               \
    X(STANDARD, "standard", 0, true)                                           \
    X(NOISE, "noise", 0, true)                                                 \
    X(MEASURE, "measure", 0, true)                                             \
    X(SHOW, "show", 0, true)                                                   \
    X(BETTER, "better", 0, true)                                               \
    X(MATERIAL, "material", 0, true)                                           \
    X(TARGET, "target", 0, true)                                               \
    X(TO, "to", 0, true)                                                       \
    X(SEED, "seed", 0, true)                                                   \
    X(DRAWS, "draws", 0, true)                                                 \
    X(THREADS, "threads", 0, true)                                             \
    X(PROJECT, "project", 0, true)                                             \
    X(ROOT, "root", 0, true)                                                   \
    X(AUDIENCE, "audience", 0, true)                                           \
    X(BOUNDARIES, "boundaries", 0, true)                                       \
    X(STABLE, "stable", 0, true)                                               \
    X(CUTOFF, "cutoff", 0, true)                                               \
    X(EXPLAIN, "explain", 0, false)                                            \
    X(DRAFT_LAYOUT, "draft-layout", 0, false)                                  \
    X(SUM_BY, "sum-by", 0, true)                                               \
    X(SIZE, "size", 0, true)                                                   \
    X(PALETTE, "palette", 0, true)                                             \
    X(SHADE, "shade", 0, true)                                                 \
    X(KEEP_SCRIPTS, "keep-scripts", 0, false)                                  \
    X(ACCEPT_SUGGESTIONS, "accept-suggestions", 0, false)                      \
    X(SOURCE, "source", 0, true)                                               \
    X(REVISE, "revise", 0, false)                                              \
    X(RULE, "rule", 0, true)                                                   \
    X(PATH, "path", 0, true)                                                   \
    X(INPUTS, "inputs", 0, true)                                               \
    X(WHAT_IF, "what-if", 0, true)                                             \
    X(COMPARE_RULES, "compare-rules", 0, false)                                \
    X(REVIEW, "review", 0, true)                                               \
    X(STRICT, "strict", 0, false)                                              \
    X(LANG, "lang", 0, true)                                                   \
    X(COLOR, "color", 0, true)                                                 \
    X(HELP, "help", 'h', false)

enum option_id {
#define OPTION_ENUM(id, name, letter, value) OPTION_##id,
    OPTIONS(OPTION_ENUM)
#undef OPTION_ENUM
        OPTION_COUNT
};

/* A set of options, for a command's list: OPTION_SET(INDICATOR) | … */
#define OPTION_SET(id) (1ul << OPTION_##id)

/* Those every command accepts. */
#define OPTIONS_EVERYWHERE                                                     \
    (OPTION_SET(THREADS) | OPTION_SET(LANG) | OPTION_SET(COLOR) |              \
     OPTION_SET(HELP))

struct options {
    const char *values[OPTION_COUNT]; /* NULL = not given; "" = a flag given */
    char **arguments;                 /* what is no option, in order */
    size_t argument_count;
};

struct arena;

/*
 * Reads argv[1..] (argv[0] is the command's name). Options may stand anywhere;
 * "--" ends them; "-" alone is an argument. Arguments keep their order.
 */
bool options_parse(struct options *out, unsigned long accepted, int argc,
                   char **argv, struct arena *arena, struct fault *fault);

bool option_given(const struct options *options, enum option_id id);
const char *option_text(const struct options *options, enum option_id id,
                        const char *fallback);
/* Faults with the option's name when the value is no number, or no positive
 * whole number. They leave *out alone when the option is absent. */
bool option_number(const struct options *options, enum option_id id,
                   double *out, struct fault *fault);
bool option_whole(const struct options *options, enum option_id id, long *out,
                  struct fault *fault);
/* A day as 2025-12-31. */
bool option_date(const struct options *options, enum option_id id, date *out,
                 struct fault *fault);
/* A period; a school year as PERIOD_SCHOOL_START. */
bool option_period(const struct options *options, enum option_id id,
                   period *out, struct fault *fault);
/* *out = index of the value among [words]. */
bool option_choice(const struct options *options, enum option_id id,
                   const char *const words[], size_t count, int *out,
                   struct fault *fault);
/* "a,b,c" into its parts. */
size_t option_list(const struct options *options, enum option_id id,
                   struct arena *arena, char ***parts);

const char *option_name(enum option_id id); /* "period" */
char option_letter(enum option_id id);

/* A usage fault about an unknown word: message [id], arguments word, near. */
bool fault_unknown(struct fault *fault, const char *id, const char *word,
                   const char *near);

#endif
