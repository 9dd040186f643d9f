/*
 * equity_board.h - a table of areas made into a sample; private to equity*.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_EQUITY_BOARD_H
#define HOCTAP_COMPUTE_EQUITY_BOARD_H

#include "engine/compute/equity/equity.h"

/* The usable part of a table, and what is to be said of the rest. */
struct equity_board {
    struct sample sample;
    struct chance chance;
    bool left_out;   /* some rows were not usable */
    bool unweighted; /* every area counts the same */
    double *value, *weight, *sigma, *order, *base;
    uint32_t *group;
    bool errors, grouped;  /* every row has one */
    bool some_errors;      /* one row at least has one */
    bool counted, ordered; /* the table gives counts, an order */
    bool reference_empty;  /* the reference row was not usable */
};

void equity_board_build(struct equity_board *board,
                        const struct equity_row rows[], size_t count,
                        const struct equity_request *request,
                        struct arena *scratch);

#endif
