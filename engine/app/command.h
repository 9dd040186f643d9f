/*
 * command.h - what the program can do: a file a command.
 *
 * To add a command: a file NAME.c in engine/app/commands that ends in the
 * constant command_NAME; its messages command.NAME.{purpose,usage,examples} in
 * data/messages. The build lists the folder; nothing else is to be edited.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_APP_COMMAND_H
#define HOCTAP_APP_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

struct session;

struct command {
    const char *name;
    unsigned order;        /* where help lists it; of one number by name */
    unsigned long accepts; /* OPTION_SET(…) | … */
    size_t least, most;    /* arguments that are no options */
    bool facts_only;       /* no observation is asked for once it is a fact */
    int (*run)(struct session *session);
};

/* NULL when there is none of that name. */
const struct command *command_find(const char *name);
const char *command_nearest(const char *name);
/* All commands in the order of help. */
size_t commands_list(const struct command *out[], size_t room);

/* The whole program: finds the command, reads its options, runs it. */
int command_main(int argc, char **argv);

#endif
