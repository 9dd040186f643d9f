/*
 * listing_evenness.h - the lists about evenness as rows, each with the sentence
 * that says its figure in words (listing.h tells of the rows themselves).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_LISTING_EVENNESS_H
#define HOCTAP_REPORT_LISTING_EVENNESS_H

#include "engine/base/rows.h"
#include "engine/report/words.h"

struct text;

/* The measures of equity.csv, in words. */
void list_words(struct text *out, enum rows_format format,
                const struct report_input *input);
/* evenness.csv, contributions.csv, groups.csv, parity.csv, shortfall.csv */
void list_evenness(struct text *out, enum rows_format format,
                   const struct report_input *input);
void list_shares(struct text *out, enum rows_format format,
                 const struct report_input *input);
void list_groups(struct text *out, enum rows_format format,
                 const struct report_input *input);
void list_parities(struct text *out, enum rows_format format,
                   const struct report_input *input);
void list_levels(struct text *out, enum rows_format format,
                 const struct report_input *input);

#endif
