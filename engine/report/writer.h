/*
 * writer.h - the register of report writers: a file a format.
 *
 * To add one: a file NAME.c in engine/report/writers that ends in the constant
 * writer_NAME. A writer knows markup and no statistics.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_REPORT_WRITER_H
#define HOCTAP_REPORT_WRITER_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/model/report_model.h"

const struct report_writer *report_writer_find(const char *id);
size_t report_writer_count(void);
const struct report_writer *report_writer_at(size_t index);

#endif
