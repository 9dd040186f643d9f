/*
 * expr_term.h - private to expr*.c: a quantity with its picks and its lag.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_COMPUTE_EXPR_TERM_H
#define HOCTAP_COMPUTE_EXPR_TERM_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/compute/expr/expr.h"
#include "engine/compute/expr/expr_scan.h"

/* Reads one term; [index] is its place among the terms, old or new. */
bool expr_term_parse(struct scan *scan, struct terms *terms, size_t *index);

#endif
