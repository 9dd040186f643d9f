/*
 * letter.h - the words at the head and foot of an official document.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_LETTER_H
#define HOCTAP_REPORT_LETTER_H

#include "engine/model/report_model.h"
#include "engine/report/words.h"

/* After the project's form, issuer, root and date. [title] is the report's. */
struct report_letter letter_build(const struct report_input *input,
                                  const char *title);

#endif
