/*
 * accounts.c - what became of the rows of every file.
 *
 *  (1) Files are few up to FEW; of many, at most MOST with rejected rows are
 *      listed and the rest is counted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/accounts.h"

#include <assert.h>
#include <stdio.h>

#include "engine/app/session.h"

enum { FEW = 5, MOST = 20 };

struct account {
    size_t read, used, ignored, rejected;
};

static void say_account(const struct session *session, const char *message,
                        const char *file, struct account account)
{
    char words[4][24];
    assert(account.read == account.used + account.ignored + account.rejected);
    snprintf(words[0], sizeof words[0], "%zu", account.read);
    snprintf(words[1], sizeof words[1], "%zu", account.used);
    snprintf(words[2], sizeof words[2], "%zu", account.ignored);
    snprintf(words[3], sizeof words[3], "%zu", account.rejected);
    session_say(session, message, "file", file, "read", words[0], "used",
                words[1], "ignored", words[2], "rejected", words[3], NULL);
}

static struct account account_of(const struct source *source)
{
    return (struct account){ source->rows_read, source->rows_used,
                             source->rows_ignored, source->rows_rejected };
}

/* (1) */
void accounts_say(const struct session *session)
{
    const struct table *table = session->table;
    struct account all = { 0, 0, 0, 0 };
    size_t listed = 0, left = 0;
    for (size_t i = 0; i < table->source_count; i++) {
        struct account own = account_of(&table->sources[i]);
        all.read += own.read;
        all.used += own.used;
        all.ignored += own.ignored;
        all.rejected += own.rejected;
        if (table->source_count > FEW && own.rejected == 0)
            continue;
        if (table->source_count > 1 && listed < MOST) {
            say_account(session, "import.account", table->sources[i].name, own);
            listed++;
        } else {
            left++;
        }
    }
    if (table->source_count > 1 && left > 0) {
        char words[24];
        snprintf(words, sizeof words, "%zu", left);
        session_say(session, "import.accounts_more", "count", words, NULL);
    }
    say_account(session, "import.accounts", "", all);
}
