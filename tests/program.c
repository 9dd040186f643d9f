/*
 * program.c - running the program as a user does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "tests/house.h"
#include "tests/program.h"

static char *slurp(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    char *bytes = NULL;
    size_t room = 0;
    *length = 0;
    assert_non_null(file);
    for (;;) {
        bytes = realloc(bytes, room += 65536);
        size_t got = fread(bytes + *length, 1, room - 1 - *length, file);
        *length += got;
        if (got == 0)
            break;
    }
    bytes[*length] = '\0';
    fclose(file);
    return bytes;
}

struct program_run program_run_with(const char *before, const char *words)
{
    const char *program = getenv("HOCTAP");
    char out[512], err[512], line[4096];
    struct program_run run = { 0 };
    size_t length;
    snprintf(out, sizeof out, "%s", test_path("stdout"));
    snprintf(err, sizeof err, "%s", test_path("stderr"));
    snprintf(line, sizeof line,
             "export HOCTAP_DATA=data NO_COLOR=1; unset CLICOLOR_FORCE; %s"
             " %s %s >%s 2>%s </dev/null",
             before, program ? program : "build/hoctap", words, out, err);
    int status = system(line);
    run.status =
        WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    run.out = slurp(out, &run.out_length);
    run.err = slurp(err, &length);
    return run;
}

struct program_run program_run(const char *words)
{
    return program_run_with("", words);
}

void program_free(struct program_run *run)
{
    free(run->out);
    free(run->err);
}
