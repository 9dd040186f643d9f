/*
 * proposals.h - names that no area has, and the aliases that would settle them.
 *
 * A name that was refused is proposed for aliases.csv when one area alone is
 * clearly meant: its name differs by no more than marks, a number or a sign at
 * either end, and one letter, and no other area's name is as near. Nothing is
 * written unless the user asks for it (--accept-suggestions); what is not clear
 * is kept with the reason, so that nothing goes unsaid.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_IMPORTERS_PROPOSALS_H
#define HOCTAP_IMPORTERS_PROPOSALS_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/base/fault.h"
#include "importers/places.h"

enum proposal_verdict {
    PROPOSAL_CLEAR,
    PROPOSAL_NONE_NEAR,
    PROPOSAL_FAR,       /* the nearest differs by more than a letter */
    PROPOSAL_SEVERAL,   /* another is as near, or has the very name */
    PROPOSAL_ELSEWHERE, /* the nearest is not in the row's parent */
    PROPOSAL_CONFLICT,  /* the name means different areas in different rows */
    PROPOSAL_STANDS,    /* aliases.csv has the name already */
    PROPOSAL_VERDICTS
};

struct proposal {
    const char *written; /* as in the file */
    const char *source;  /* the source's name; "" = a loose file */
    const char *file;
    unsigned line; /* the first that has it */
    uint32_t area; /* the nearest; NO_AREA: none */
    enum proposal_verdict verdict;
};

struct proposals {
    struct symbols *names; /* source and key of each item */
    struct proposal *items;
    size_t count, room;
    struct arena *arena;
};

struct proposals *proposals_new(struct arena *arena);

/* A name that was not followed; each is kept once a source. Does nothing where
 * the context wants no proposals. */
void proposals_add(const struct reading *reading,
                   const struct place_answer *answer,
                   const struct place_question *question,
                   struct finding_place place);

size_t proposals_clear(const struct proposals *proposals);

/*
 * Adds the clear ones to the project's aliases.csv, which is otherwise left as
 * it is (mark, delimiter, order of columns, line ends) and made when there is
 * none. The old file stands until the new one is whole.
 */
bool proposals_write(const struct proposals *proposals,
                     const struct study *study, struct arena *scratch,
                     struct fault *fault) __attribute__((warn_unused_result));

#endif
