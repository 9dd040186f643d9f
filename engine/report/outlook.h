/*
 * outlook.h - how a target stands: missed, met, or on the way to which end.
 *
 * What is due is judged by the result's verdict. What is still ahead is held
 * against the pace: the way left over the years left, beside the limits of the
 * yearly slope so far. The target is likely to be met when even the slower
 * limit is enough, and at risk when even the faster one is not; between the
 * two, and without a trend, nobody can say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_OUTLOOK_H
#define HOCTAP_REPORT_OUTLOOK_H

#include "engine/report/words.h"

enum outlook {
    OUTLOOK_NONE, /* no target, or none that can be judged here */
    OUTLOOK_MISSED,
    OUTLOOK_AT_RISK,
    OUTLOOK_OPEN,
    OUTLOOK_LIKELY,
    OUTLOOK_MET,
    OUTLOOK_COUNT
};

/* Of a result of the root. */
enum outlook outlook_of(const struct report_input *input,
                        const struct result *result);
/* "cần +2,2 mỗi năm; giai đoạn 2018–2023 mỗi năm +2,9 đến +4,5": a part of a
 * sentence; NULL without a pace to tell. */
char *outlook_pace(const struct report_input *input,
                   const struct result *result);

#endif
