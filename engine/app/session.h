/*
 * session.h - one run of the program: what was asked, what is loaded, and the
 * two streams.
 *
 * Results go to stdout (or to -o), words to stderr. A command asks for what it
 * needs (session_study, session_table, session_results, …); each step is done
 * once and pulls those before it. The first fault is kept; a command that
 * cannot go on returns session_failed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_APP_SESSION_H
#define HOCTAP_APP_SESSION_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/app/command.h"
#include "engine/app/options.h"
#include "engine/base/arena.h"
#include "engine/base/fault.h"
#include "engine/base/files.h"
#include "engine/base/rows.h"
#include "engine/base/text.h"
#include "engine/model/change.h"
#include "engine/model/comparison.h"
#include "engine/model/cube.h"
#include "engine/model/evenness.h"
#include "engine/model/finding.h"
#include "engine/model/message.h"
#include "engine/model/plan_results.h"
#include "engine/model/results.h"
#include "engine/model/study.h"
#include "engine/model/table.h"
#include "engine/model/trend_results.h"

struct formulas;
struct hidden;
struct plan_request;
struct proposals;
struct revisions;
struct selection;
struct trend_request;

enum exit_status { EXIT_DONE = 0, EXIT_FINDINGS = 1 };

struct session {
    const struct command *command;
    struct options options;
    struct arena *arena; /* the study's: until the end */
    struct arena *batch; /* this run's */
    struct arena *scratch;
    struct fault fault;
    struct findings *findings;
    struct messages messages;
    const char *data_folder;
    bool color, terminal_out;

    struct study *study;          /* after session_cube: on the map asked for */
    const struct study *reported; /* the map as reported: of the observations */
    struct table *table;
    struct proposals *proposals; /* made with the table */
    struct cube *cube;
    struct formulas *formulas;
    /* Indicators and periods that session_results may keep to; NULL = all. */
    const struct selection *asked;
    struct results *results;
    struct hidden *hidden; /* with the results; NULL: no count is too small */
    struct comparisons *comparisons;
    struct equity_results *equity;
    struct evenness *evenness;
    struct standard_outcomes *standards;
    struct revisions *revisions; /* with the results, when all are asked */
    struct trends *trends;
    struct plans *plans;
    struct planned_list last_plan; /* none: its count is 0 */
    struct reviews *reviews;       /* NULL without a last plan */
    struct equity_curves *curves;  /* with the evenness */
    const char *order; /* attribute of the curves; NULL = the first that can */
    struct changes *changes;
};

bool session_open(struct session *session, const struct command *command,
                  int argc, char **argv);
void session_close(struct session *session);

/* Says the fault and returns its exit code. */
int session_failed(struct session *session);
/* 0, or 1 when a finding stands that is too heavy. */
int session_status(const struct session *session);
/* Says the findings, grouped, and returns session_status. */
int session_done(struct session *session);

/* A sentence on stderr: message id, then pairs of key and value, NULL. */
void session_say(const struct session *session, const char *message, ...)
    __attribute__((sentinel));

/* The format asked for, or the default of the stream. */
bool session_format(struct session *session, enum rows_format *format);
/* Writes to -o, else to stdout. */
bool session_print(struct session *session, const struct text *text);
/* What [fill] writes piece by piece; see file_write_by. */
bool session_print_by(struct session *session, file_fill *fill, void *job);

/* The name of the output file given by -o, or NULL for stdout. */
const char *session_out(const struct session *session);

/* Steps of the road; each is done once. [path] NULL = data only. */
bool session_study(struct session *session, const char *path);
bool session_table(struct session *session);
bool session_cube(struct session *session);
bool session_results(struct session *session);
/* The one level of --confidence; .95 without. */
bool session_confidence(struct session *session, double *confidence);
/* Of one period, or of all: NO_PERIOD. */
bool session_comparisons(struct session *session, period p);
/* --draws, --seed, --threads. */
struct equity_request;
bool session_draws(struct session *session, struct equity_request *request);
/* Is it an attribute of the areas by which this command may order them? */
bool session_orders_by(const struct session *session, const char *word);
/* Over the areas of [tier]; TIER_NONE = the project's (equity_scopes.c). The
 * curves of the project's period come with it. */
bool session_equity(struct session *session, enum tier tier);
void session_curves(struct session *session, enum tier tier);

/* The same of what goes beside the measures, in the year [to]; the change runs
 * from [from], NO_PERIOD = from the years it finds (compute/even.h). */
bool session_evenness(struct session *session, enum tier tier, period from,
                      period to);

/* Its confidence is that of the options. */
bool session_trends(struct session *session, struct trend_request *request);

/* --threads; 0 = as many as there are processors. */
size_t session_threads(struct session *session);

/* The rule, the path and the last year of --rule, --path and --to. */
bool session_plan_words(struct session *session, struct plan_request *request);
/* Its confidence is that of the options, its inputs those of --inputs, or of
 * the project's plan-inputs.csv. */
bool session_plans(struct session *session, struct plan_request *request);
/* The project's own plan files, where it has them; what is wrong with them is
 * among the findings. */
bool session_check_plan(struct session *session);
/* The plan of --review, or the project's plan.csv, against what came; none
 * without either. A plan.csv that cannot be read is a finding. */
bool session_reviews(struct session *session);

/* Between two years of the project's tier; trends that are not made yet are
 * made up to the project's period. */
bool session_changes(struct session *session);

/* The project named by the arguments or the current folder. */
const char *session_project(const struct session *session);

/* -i, -p, -a, --tier as given; faults name the nearest right word. */
struct selection {
    uint16_t *indicators;
    size_t indicator_count; /* 0 = all */
    period *periods;
    size_t period_count;  /* 0 = all */
    uint32_t area;        /* NO_AREA = all */
    enum tier tier;       /* TIER_NONE = all */
    uint16_t *dimensions; /* --by */
    size_t dimension_count;
};
bool session_selection(struct session *session, struct selection *out);
/* -p as the report's one period; the project's own stays without it. */
bool session_one_period(struct session *session,
                        const struct selection *selection);
/* When the report's period has no figure and others have, which it names:
 * faults if the period was asked for by -p, else says so. */
bool session_period_held(struct session *session);
/* A report compares areas of one tier, below its root. */
bool session_one_tier(struct session *session,
                      const struct selection *selection);
bool selection_has_indicator(const struct selection *s, uint16_t indicator);
bool selection_has_period(const struct selection *s, period p);
bool selection_has_result(const struct selection *s, const struct study *study,
                          const struct result *r);
/* One area by code or unambiguous name on a day; the tier narrows. */
bool session_find_area(struct session *session, const char *word, date day,
                       uint32_t *out);
bool session_find_indicator(struct session *session, const char *word,
                            uint16_t *out);

#endif
