/*
 * order.c - the order of printed rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/text.h"
#include "engine/model/order.h"

int order_periods(period left, period right)
{
    /* The common case, without printing: years have four digits. */
    if (left == right ||
        (period_kind(left) == PERIOD_YEAR && period_kind(right) == PERIOD_YEAR))
        return (left > right) - (left < right);
    struct text a = text_new(), b = text_new();
    if (left != NO_PERIOD)
        period_add(&a, left);
    if (right != NO_PERIOD)
        period_add(&b, right);
    int order = strcmp(a.bytes, b.bytes);
    text_free(&a);
    text_free(&b);
    return order;
}
