/*
 * charts.c - the pictures of data/charts/gallery.txt, most from the sample.
 *
 *  (1) Every kind of the register stands in the table.
 *  (2) The script that gnuplot gets is tests/golden/expected/charts-NAME.gp,
 *      byte for byte.
 *  (3) So is the SVG, by its checksum in charts.sums, where gnuplot is of the
 *      version named there; another one may write its numbers otherwise.
 *
 * To add a picture: a line in the table, `make bless`, and look at it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/house.h"
#include "tests/program.h"

#include "charts/chart.h"
#include "engine/base/arena.h"
#include "engine/base/files.h"
#include "engine/base/text.h"

#define TABLE "data/charts/gallery.txt"
#define EXPECTED "tests/golden/expected/"
#define SAMPLE "data/sample/thai-binh"

enum { MOST_PICTURES = 64 };

struct picture {
    char name[64], kind[32], project[128];
    const char *words;
};

struct gallery {
    struct picture pictures[MOST_PICTURES];
    size_t count;
};

static struct arena *arena;

static char *read_file(const char *path)
{
    char *bytes;
    size_t length;
    struct fault fault = { 0 };
    if (!file_read(&bytes, &length, path, 0, arena, &fault))
        fail_msg("%s: %s", path, fault.message);
    return bytes;
}

/* What the shell's read makes of a line: three words and the rest. */
static struct gallery *read_gallery(void)
{
    struct gallery *gallery = arena_new_of(arena, struct gallery);
    char *rest = read_file(TABLE), *line;
    while ((line = strsep(&rest, "\n")) != NULL) {
        struct picture *picture = &gallery->pictures[gallery->count];
        int words = 0;
        if (line[0] == '#' ||
            sscanf(line, "%63s %31s %127s %n", picture->name, picture->kind,
                   picture->project, &words) < 3)
            continue;
        if (strcmp(picture->project, "-") == 0)
            strcpy(picture->project, SAMPLE);
        assert_true(chart_name_fits(picture->name));
        picture->words = line + words;
        assert_true(++gallery->count < MOST_PICTURES);
    }
    return gallery;
}

/* (1) */
static void every_kind_has_a_picture(void **state)
{
    (void)state;
    const struct gallery *gallery = read_gallery();
    for (size_t k = 0; k < chart_kind_count(); k++) {
        const char *kind = chart_kind_at(k)->id;
        size_t found = 0;
        for (size_t i = 0; i < gallery->count; i++)
            found += strcmp(gallery->pictures[i].kind, kind) == 0;
        if (found == 0)
            fail_msg("%s has no picture of the kind %s", TABLE, kind);
    }
}

static void draw(const struct picture *picture)
{
    char *words =
        arena_format(arena, "chart %s -k %s %s -o %s/%s.svg --keep-scripts",
                     picture->project, picture->kind, picture->words,
                     test_folder(), picture->name);
    struct program_run run = program_run(words);
    if (run.status != 0)
        fail_msg("hoctap %s: %s", words, run.err);
    program_free(&run);
}

/* The file must be what was recorded, or is recorded now. */
static bool as_recorded(const char *recorded, const char *now)
{
    struct fault fault = { 0 };
    if (getenv("BLESS") != NULL) {
        assert_true(file_write(recorded, now, strlen(now), &fault));
        return true;
    }
    if (strcmp(read_file(recorded), now) == 0)
        return true;
    print_error("%s differs from what is drawn now\n", recorded);
    return false;
}

/* gnuplot's version, then a checksum and a name a line. */
static char *sums(const struct gallery *gallery)
{
    struct text line = text_new();
    char sum[4096];
    text_addf(&line, "gnuplot --version; cd %s && sha256sum", test_folder());
    for (size_t i = 0; i < gallery->count; i++)
        text_addf(&line, " %s.svg", gallery->pictures[i].name);
    FILE *pipe = popen(line.bytes, "r");
    assert_non_null(pipe);
    size_t length = fread(sum, 1, sizeof sum - 1, pipe);
    sum[length] = '\0';
    assert_int_equal(pclose(pipe), 0);
    text_free(&line);
    return arena_string(arena, sum);
}

static bool same_first_line(const char *left, const char *right)
{
    size_t length = strcspn(left, "\n");
    return length == strcspn(right, "\n") && memcmp(left, right, length) == 0;
}

static void pictures_are_as_recorded(void **state)
{
    (void)state;
    const struct gallery *gallery = read_gallery();
    bool same = true;
    for (size_t i = 0; i < gallery->count; i++) {
        const char *name = gallery->pictures[i].name;
        draw(&gallery->pictures[i]);
        char *script =
            read_file(arena_format(arena, "%s/%s.svg.gp", test_folder(), name));
        same = as_recorded(arena_format(arena, EXPECTED "charts-%s.gp", name),
                           script) &&
               same; /* (2) */
    }
    const char *now = sums(gallery), *recorded = EXPECTED "charts.sums";
    if (getenv("BLESS") != NULL || same_first_line(read_file(recorded), now))
        same = as_recorded(recorded, now) && same; /* (3) */
    assert_true(same);
}

static int begin(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_has_a_picture),
        cmocka_unit_test(pictures_are_as_recorded),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
