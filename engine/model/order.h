/*
 * order.h - the order of printed rows.
 *
 * Files are sorted as the text that stands in them, so that a reader with
 * nothing but `sort` finds the same order. These compare like strcmp.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_MODEL_ORDER_H
#define HOCTAP_MODEL_ORDER_H

#include "engine/base/period.h"

/* As period_add prints them; NO_PERIOD first. */
int order_periods(period left, period right);

#endif
