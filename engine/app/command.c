/*
 * command.c - the register of commands, and help.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/app/command.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/app/session.h"

#define REGISTER_ENTRY(name) extern const struct command command_##name;
#include "generated/commands.def"
#undef REGISTER_ENTRY

static const struct command *const registry[] = {
#define REGISTER_ENTRY(name) &command_##name,
#include "generated/commands.def"
#undef REGISTER_ENTRY
};

enum { REGISTRY_COUNT = sizeof registry / sizeof *registry };

const struct command *command_find(const char *name)
{
    for (size_t i = 0; i < REGISTRY_COUNT; i++)
        if (strcmp(registry[i]->name, name) == 0)
            return registry[i];
    return NULL;
}

const char *command_nearest(const char *name)
{
    const char *names[REGISTRY_COUNT];
    for (size_t i = 0; i < REGISTRY_COUNT; i++)
        names[i] = registry[i]->name;
    return text_nearest(name, names, REGISTRY_COUNT);
}

static int by_order(const void *left, const void *right)
{
    const struct command *const *a = left, *const *b = right;
    if ((*a)->order == (*b)->order)
        return strcmp((*a)->name, (*b)->name);
    return (*a)->order < (*b)->order ? -1 : 1;
}

size_t commands_list(const struct command *out[], size_t room)
{
    const struct command *sorted[REGISTRY_COUNT];
    memcpy(sorted, registry, sizeof sorted);
    qsort(sorted, REGISTRY_COUNT, sizeof *sorted, by_order);
    for (size_t i = 0; i < REGISTRY_COUNT && i < room; i++)
        out[i] = sorted[i];
    return REGISTRY_COUNT;
}

/* Two columns: a word and what it means. */
static void add_entry(struct text *out, const char *word, const char *meaning)
{
    text_addf(out, "  %-22s %s\n", word, meaning);
}

static void help_program(const struct messages *messages)
{
    const struct command *commands[REGISTRY_COUNT];
    struct text out = text_new();
    commands_list(commands, REGISTRY_COUNT);
    text_addf(&out, "%s\n\n", message_text(messages, "program.purpose"));
    text_addf(&out, "%s\n", message_text(messages, "program.examples"));
    text_addf(&out, "%s\n", message_text(messages, "help.commands"));
    for (size_t i = 0; i < REGISTRY_COUNT; i++) {
        char id[64];
        snprintf(id, sizeof id, "command.%s.purpose", commands[i]->name);
        add_entry(&out, commands[i]->name, message_text(messages, id));
    }
    text_addf(&out, "\n%s\n", message_text(messages, "program.more"));
    fputs(out.bytes, stdout);
    text_free(&out);
}

static void add_option(struct text *out, const struct messages *messages,
                       const struct command *command, enum option_id option)
{
    char word[48], id[96];
    char letter = option_letter(option);
    snprintf(id, sizeof id, "command.%s.option.%s", command->name,
             option_name(option));
    if (!message_known(messages, id))
        snprintf(id, sizeof id, "option.%s", option_name(option));
    if (letter != 0)
        snprintf(word, sizeof word, "-%c, --%s", letter, option_name(option));
    else
        snprintf(word, sizeof word, "    --%s", option_name(option));
    add_entry(out, word, message_text(messages, id));
}

static void help_command(const struct messages *messages,
                         const struct command *command)
{
    struct text out = text_new();
    char id[64];
    snprintf(id, sizeof id, "command.%s.purpose", command->name);
    text_addf(&out, "hoctap %s: %s\n\n", command->name,
              message_text(messages, id));
    snprintf(id, sizeof id, "command.%s.examples", command->name);
    text_addf(&out, "%s\n%s\n", message_text(messages, "help.examples"),
              message_text(messages, id));
    snprintf(id, sizeof id, "command.%s.usage", command->name);
    text_addf(&out, "%s\n%s\n", message_text(messages, "help.usage"),
              message_text(messages, id));
    text_addf(&out, "%s\n", message_text(messages, "help.options"));
    unsigned long accepted = command->accepts | OPTIONS_EVERYWHERE;
    for (int i = 0; i < OPTION_COUNT; i++)
        if (accepted & (1ul << i))
            add_option(&out, messages, command, (enum option_id)i);
    fputs(out.bytes, stdout);
    text_free(&out);
}

static bool right_count(struct session *session)
{
    const struct command *command = session->command;
    size_t count = session->options.argument_count;
    if (count < command->least)
        return fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                         "usage.too_few", "command", command->name, NULL);
    if (count > command->most)
        return fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                         "usage.too_many", "command", command->name, "word",
                         session->options.arguments[command->most], NULL);
    return true;
}

/* A result nobody could read, a pipe closed early or a full disk, is no
 * success. */
static int flushed(int status)
{
    if (fflush(stdout) != 0 && status < FAULT_USAGE)
        return FAULT_FILE;
    return status;
}

static int run_command(struct session *session, const struct command *command,
                       int argc, char **argv)
{
    if (!session_open(session, command, argc, argv))
        return session_failed(session);
    if (command == NULL) {
        help_program(&session->messages);
        return EXIT_DONE;
    }
    if (option_given(&session->options, OPTION_HELP)) {
        help_command(&session->messages, command);
        return EXIT_DONE;
    }
    if (!right_count(session))
        return session_failed(session);
    return command->run(session);
}

static int unknown_command(struct session *session, const char *word)
{
    if (!session_open(session, NULL, 0, NULL))
        return session_failed(session);
    fault_unknown(&session->fault, "usage.command", word,
                  command_nearest(word));
    return session_failed(session);
}

/* -C DIR and -CDIR, as often as given. False after a fault was said. */
static bool change_folders(struct session *session, int argc, char **argv,
                           int *at)
{
    for (; *at < argc && strncmp(argv[*at], "-C", 2) == 0; (*at)++) {
        const char *folder = argv[*at] + 2;
        if (*folder == '\0')
            folder = *at + 1 < argc ? argv[++*at] : "";
        if (*folder != '\0' && chdir(folder) == 0)
            continue;
        int reason = errno; /* opening the session would change it */
        if (!session_open(session, NULL, 0, NULL))
            return false;
        errno = reason;
        if (*folder == '\0')
            fault_set(&session->fault, FAULT_USAGE, NO_PLACE,
                      "usage.option_value", "option", "C", NULL);
        else
            fault_errno(&session->fault, folder, "file.unreadable");
        return false;
    }
    return true;
}

static bool is_help(const char *word)
{
    return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0 ||
           strcmp(word, "help") == 0;
}

static int dispatch(struct session *session, int argc, char **argv)
{
    int at = 1;
    if (!change_folders(session, argc, argv, &at))
        return session_failed(session);
    if (at >= argc) {
        int status = run_command(session, NULL, 0, NULL);
        return status == EXIT_DONE ? FAULT_USAGE : status;
    }
    if (strcmp(argv[at], "--version") == 0) {
        puts("hoctap " HOCTAP_VERSION);
        return EXIT_DONE;
    }
    if (is_help(argv[at]) && at + 1 < argc &&
        command_find(argv[at + 1]) != NULL) {
        char *words[] = { argv[at + 1], (char[]){ "--help" } };
        return run_command(session, command_find(argv[at + 1]), 2, words);
    }
    if (is_help(argv[at]))
        return run_command(session, NULL, argc - at, argv + at);
    const struct command *command = command_find(argv[at]);
    if (command == NULL)
        return unknown_command(session, argv[at]);
    return run_command(session, command, argc - at, argv + at);
}

int command_main(int argc, char **argv)
{
    struct session session = { 0 };
    int status = dispatch(&session, argc, argv);
    session_close(&session);
    return flushed(status);
}
