/*
 * main.c - the door of the program.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <signal.h>

#include <gsl/gsl_errno.h>

#include "engine/app/command.h"

int main(int argc, char **argv)
{
    /* A reader that goes away is a write error, not a silent death. */
    signal(SIGPIPE, SIG_IGN);
    /* GSL's own handler aborts; its results are checked instead. */
    gsl_set_error_handler_off();
    return command_main(argc, argv);
}
