/*
 * accounts.h - what became of the rows of every file.
 *
 * Read = used + ignored by a rule + rejected, file by file: all files when they
 * are few, else those with rejected rows; then all files together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_APP_ACCOUNTS_H
#define HOCTAP_APP_ACCOUNTS_H

struct session;

void accounts_say(const struct session *session);

#endif
