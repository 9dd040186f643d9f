/*
 * plan_path.c - milestones between today's value and the target.
 *
 *  (1) linear: the same step each year.
 *  (2) logit: the same step in ln(p/(1 - p)); half a person is kept away from
 *      0 and from all, where the logarithm ends. For shares of a base only;
 *      anything else goes the linear way.
 *  (3) gap_halving: each year halves what is missing.
 *  (4) The last year is the target itself, on every path.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "engine/base/number.h"
#include "engine/compute/plan/plan_parts.h"

static double log_odds(double share, double base)
{
    double edge = 0.5 / (base + 1);
    double inside = fmin(fmax(share, edge), 1 - edge);

    return log(inside / (1 - inside));
}

double plan_milestone(enum plan_path path, double from, double to, int done,
                      int steps, const struct plan_work *work, double base)
{
    double part = (double)done / steps, unit = work->indicator->scale;

    if (done >= steps)
        return to; /* (4) */
    if (path == PATH_GAP_HALVING)
        return to - (to - from) * pow(0.5, done);
    if (path == PATH_LOGIT && work->bounded && base > 0) {
        double first = log_odds(from / unit, base);
        double last = log_odds(to / unit, base);
        return unit / (1 + exp(-(first + (last - first) * part)));
    }
    return from + (to - from) * part;
}
