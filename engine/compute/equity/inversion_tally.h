/*
 * inversion_tally.h - how often what is drawn falls below the observed measure,
 * at several places of the path; private to inversion*.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_INVERSION_TALLY_H
#define HOCTAP_COMPUTE_INVERSION_TALLY_H

#include "engine/compute/equity/inversion.h"

/* One place of the path, and the draws there. */
struct station {
    double c;
    /* of each choice: draws below the observed, like it but for rounding */
    uint32_t *below, *alike;
    double *score; /* where it stands in the normal curve of the draws' mean and
                      spread; NO_VALUE where they do not vary */
};

struct tally {
    const struct inversion_request *request;
    const double *observed; /* of each choice */
    size_t draws;
    double *at_equal; /* [choice x draws]: the measures drawn at c = 0, when the
                         first station is that; or NULL */
};

/* The measure of t(c): true values of the path. */
double tally_truth(const struct inversion_request *request,
                   const struct measure_choice *choice, double c,
                   struct arena *scratch);

/* Fills the counts and scores of the stations, whose c are set. */
void tally_draws(const struct tally *tally, struct station stations[],
                 size_t count, struct arena *arena);

#endif
