/*
 * table_mode.c - the options and the file of --table.
 *
 *  (1) Without --noise the figures are taken as counts that could have gone
 *      otherwise: binomial for proportions, Poisson for rates.
 *  (2) An option or an argument that names a part of a project is refused: it
 *      would be ignored without a word.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/table_mode.h"

#include <string.h>

#include "engine/base/number.h"

static bool read_confidence(struct session *session, struct table_request *out)
{
    char **words;
    size_t count = option_list(&session->options, OPTION_CONFIDENCE,
                               session->arena, &words);
    out->confidence = arena_array(session->arena, count + 1, double);
    out->confidence[0] = 0.95;
    out->confidence_count = count > 0 ? count : 1;
    for (size_t i = 0; i < count; i++)
        if (!number_parse(words[i], &out->confidence[i]) ||
            !(out->confidence[i] > 0 && out->confidence[i] < 1))
            return fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                             "usage.confidence", "word", words[i], NULL);
    return true;
}

static bool read_noise(struct session *session, struct table_request *out)
{
    static const char *const words[] = { "none", "binomial", "poisson" };
    static const enum noise noises[] = { NOISE_NONE, NOISE_BINOMIAL,
                                         NOISE_POISSON };
    int noise = out->kind == KIND_PROPORTION ? 1 : 2; /* (1) */
    if (!option_choice(&session->options, OPTION_NOISE, words, 3, &noise,
                       &session->fault))
        return false;
    out->noise = noises[noise];
    return true;
}

/* What speaks of a project means nothing for a table (2). */
static bool only_table_words(struct session *session)
{
    static const enum option_id foreign[] = { OPTION_INDICATOR, OPTION_PERIOD,
                                              OPTION_AREA,      OPTION_TIER,
                                              OPTION_BY,        OPTION_ROOT,
                                              OPTION_BOUNDARIES };
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
        if (option_given(&session->options, foreign[i]))
            return fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                             "usage.not_with_table", "word",
                             option_name(foreign[i]), NULL);
    return session->options.argument_count == 0 ||
           fault_set(&session->fault, FAULT_USAGE, NO_PLACE, "usage.too_many",
                     "command", session->command->name, "word",
                     session->options.arguments[0], NULL);
}

bool only_project_words(struct session *session)
{
    static const enum option_id foreign[] = { OPTION_KIND,   OPTION_SCALE,
                                              OPTION_METHOD, OPTION_NOISE,
                                              OPTION_BETTER, OPTION_TARGET };
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
        if (option_given(&session->options, foreign[i]))
            return fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                             "usage.only_with_table", "word",
                             option_name(foreign[i]), NULL);
    return true;
}

bool table_request_read(struct session *session, struct table_request *out)
{
    static const char *const kinds[] = { "proportion", "rate" };
    int kind = 0;
    memset(out, 0, sizeof *out);
    out->scale = 1;
    if (!only_table_words(session) ||
        !option_choice(&session->options, OPTION_KIND, kinds, 2, &kind,
                       &session->fault) ||
        !option_number(&session->options, OPTION_SCALE, &out->scale,
                       &session->fault) ||
        !read_confidence(session, out))
        return false;
    if (!(out->scale > 0))
        return fault_set(
            &session->fault, FAULT_USAGE, NO_PLACE, "usage.scale", "word",
            option_text(&session->options, OPTION_SCALE, ""), NULL);
    out->kind = kind == 0 ? KIND_PROPORTION : KIND_RATE;
    return read_noise(session, out) &&
           sheet_read(&out->sheet,
                      option_text(&session->options, OPTION_TABLE, "-"),
                      session->arena, &session->fault);
}
