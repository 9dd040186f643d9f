/*
 * house.c - the small things all test programs share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/house.h"

void assert_near_at(double got, double wanted, double tolerance,
                    const char *what, const char *file, int line)
{
    double scale = fabs(wanted) > 1 ? fabs(wanted) : 1;
    if (fabs(got - wanted) <= tolerance * scale)
        return;
    print_error("%s is %.17g, wanted %.17g within %g\n", what, got, wanted,
                tolerance);
    _fail(file, line);
}

const char *test_folder(void)
{
    static char folder[256];
    if (folder[0] == '\0') {
        const char *above = getenv("HOCTAP_TEST_FOLDER");
        snprintf(folder, sizeof folder, "%s/hoctap-test-XXXXXX",
                 above ? above : "/tmp");
        if (mkdtemp(folder) == NULL)
            fail_msg("cannot make %s", folder);
    }
    return folder;
}

const char *test_path(const char *name)
{
    static char paths[4][512];
    static unsigned turn;
    char *path = paths[turn++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", test_folder(), name);
    return path;
}

const char *test_write_bytes(const char *name, const char *bytes, size_t length)
{
    const char *path = test_path(name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
    return path;
}

const char *test_write(const char *name, const char *text)
{
    return test_write_bytes(name, text, strlen(text));
}

const char *real_data(const char *relative)
{
    static char path[512];
    const char *root = getenv("HOCTAP_REAL_DATA");
    snprintf(path, sizeof path, "%s/%s", root ? root : "../shared/data",
             relative);
    return access(path, R_OK) == 0 ? path : NULL;
}
