/*
 * formula_words.h - an indicator's formula as people read it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_FORMULA_WORDS_H
#define HOCTAP_REPORT_FORMULA_WORDS_H

#include "engine/report/words.h"

/* "(members - members@-1) / members@-1 × 100": brackets where a part is more
 * than one term. */
char *formula_words(const struct report_input *input,
                    const struct indicator *indicator);

#endif
