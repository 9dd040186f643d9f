/*
 * init.c - a new project folder with templates and a first run that works.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/app/session.h"
#include "engine/base/files.h"

static bool is_empty(struct session *session, const char *folder, bool *empty)
{
    char **names;
    size_t count = 0;
    *empty = true;
    if (!folder_exists(folder))
        return true;
    if (!folder_list(&names, &count, folder, "", session->arena,
                     &session->fault))
        return false;
    *empty = count == 0;
    return true;
}

static bool copy_file(struct session *session, const char *from, const char *to)
{
    char *bytes;
    size_t length;
    return file_read(&bytes, &length, from, FILE_DEFINITION_LIMIT,
                     session->arena, &session->fault) &&
           folder_make(path_folder(session->arena, to), &session->fault) &&
           file_write(to, bytes, length, &session->fault);
}

/* The template's files, and those one folder below. */
static bool copy_template(struct session *session, const char *folder)
{
    static const char *const globs[] = { "*", "*/*" };
    const char *source =
        path_join(session->arena, session->data_folder, "templates/project");
    size_t length = strlen(source) + 1, copied = 0;
    for (size_t g = 0; g < 2; g++) {
        char **paths;
        size_t count;
        if (!files_matching(&paths, &count, source, globs[g], session->arena,
                            &session->fault))
            return false;
        for (size_t i = 0; i < count; i++, copied++)
            if (!copy_file(
                    session, paths[i],
                    path_join(session->arena, folder, paths[i] + length)))
                return false;
    }
    return copied > 0 ||
           fault_set(&session->fault, FAULT_FILE, PLACE_FILE(source),
                     "init.no_template", NULL);
}

static int run_init(struct session *session)
{
    bool empty;
    const char *folder = session->options.arguments[0];
    if (!is_empty(session, folder, &empty))
        return session_failed(session);
    if (!empty) {
        fault_set(&session->fault, FAULT_USAGE, PLACE_FILE(folder),
                  "init.not_empty", NULL);
        return session_failed(session);
    }
    if (!copy_template(session, folder))
        return session_failed(session);
    session_say(session, "init.done", "folder", folder, NULL);
    return EXIT_DONE;
}

const struct command command_init = {
    .name = "init",
    .order = 10,
    .least = 1,
    .most = 1,
    .run = run_init,
};
