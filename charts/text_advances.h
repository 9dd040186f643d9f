/*
 * text_advances.h - the table behind text_width: advances of Arimo.
 *
 * Used by text_width.c alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_CHARTS_TEXT_ADVANCES_H
#define HOCTAP_CHARTS_TEXT_ADVANCES_H

#include <stddef.h>

/* Code points from first to last, thousandths of an em each. */
struct advance_run {
    unsigned first, last;
    const unsigned short *regular, *bold;
};

extern const struct advance_run advance_runs[];
extern const size_t advance_run_count;

#endif
