/*
 * import_sums.h - import --sum-by: the rows of files added up by some columns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_APP_IMPORT_SUMS_H
#define HOCTAP_APP_IMPORT_SUMS_H

struct session;

/* Returns the exit status. */
int import_sums(struct session *session);

#endif
