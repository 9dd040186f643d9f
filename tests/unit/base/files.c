/*
 * files.c - tests of reading, writing, joining and finding files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/house.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"
#include "engine/base/text.h"

/* The file's bytes must be these. */
static void assert_holds(const char *path, const char *bytes, size_t length)
{
    struct arena *arena = arena_new();
    struct fault fault;
    char *got = NULL;
    size_t got_length = 0;
    assert_true(file_read(&got, &got_length, path, 0, arena, &fault));
    assert_int_equal(got_length, length);
    assert_memory_equal(got, bytes, length);
    assert_int_equal(got[length], '\0');
    arena_free(arena);
}

static void whole_files_are_read(void **state)
{
    (void)state;
    assert_holds(test_write_bytes("zero", "a\0b\n", 4), "a\0b\n", 4);
    assert_holds(test_write("empty", ""), "", 0);
    size_t length = 300007;
    char *large = malloc(length);
    assert_non_null(large);
    for (size_t i = 0; i < length; i++)
        large[i] = (char)(i * 31 % 251);
    assert_holds(test_write_bytes("large", large, length), large, length);
    free(large);
}

static void assert_unreadable(const char *path, size_t limit,
                              const char *message)
{
    struct arena *arena = arena_new();
    struct fault fault;
    char *bytes;
    size_t length;
    assert_false(file_read(&bytes, &length, path, limit, arena, &fault));
    assert_fault(&fault, message);
    assert_int_equal(fault.code, FAULT_FILE);
    assert_int_equal(strncmp(fault.where, path, FAULT_WHERE_ROOM - 1), 0);
    arena_free(arena);
}

static void what_cannot_be_read_says_why(void **state)
{
    (void)state;
    assert_unreadable(test_path("none"), 0, "file.missing");
    assert_unreadable("", 0, "file.missing");
    const char *plain = test_write("plain", "12345");
    char below[600];
    snprintf(below, sizeof below, "%s/x", plain);
    assert_unreadable(below, 0, "file.missing");
    assert_unreadable(test_folder(), 0, "file.is_folder");
    assert_unreadable("/dev/null", 0, "file.not_regular");
    const char *pipe_path = test_path("pipe");
    assert_int_equal(mkfifo(pipe_path, 0600), 0);
    assert_unreadable(pipe_path, 0, "file.not_regular"); /* and no waiting */
    assert_unreadable(plain, 4, "file.too_large");
    char long_name[400];
    memset(long_name, 'n', sizeof long_name - 1);
    long_name[sizeof long_name - 1] = '\0';
    assert_unreadable(long_name, 0, "file.unreadable");
    struct arena *arena = arena_new();
    struct fault fault;
    char *bytes;
    size_t length;
    assert_true(file_read(&bytes, &length, plain, 5, arena, &fault));
    arena_free(arena);
}

static size_t names_in(const char *folder)
{
    struct arena *arena = arena_new();
    struct fault fault;
    char **names;
    size_t count = 0;
    assert_true(folder_list(&names, &count, folder, "", arena, &fault));
    arena_free(arena);
    return count;
}

static void writing_replaces_and_leaves_nothing_else(void **state)
{
    (void)state;
    struct fault fault;
    const char *folder = test_path("write");
    assert_true(folder_make(folder, &fault));
    const char *path = test_path("write/report.html");
    assert_true(file_write(path, "first", 5, &fault));
    assert_true(file_write(path, "se\0cond", 7, &fault));
    assert_holds(path, "se\0cond", 7);
    assert_true(file_write(path, NULL, 0, &fault));
    assert_holds(path, "", 0);
    assert_int_equal(names_in(folder), 1);
}

static bool fill_twice(FILE *file, void *job)
{
    const bool *good = job;
    return fputs("one ", file) >= 0 && fputs("two", file) >= 0 && *good;
}

static void written_piece_by_piece_or_not_at_all(void **state)
{
    (void)state;
    struct fault fault;
    bool good = true;
    const char *folder = test_path("pieces");
    assert_true(folder_make(folder, &fault));
    const char *path = test_path("pieces/list.csv");
    assert_true(file_write_by(path, fill_twice, &good, &fault));
    assert_holds(path, "one two", 7);
    assert_true(file_write(path, "older", 5, &fault));
    good = false;
    assert_false(file_write_by(path, fill_twice, &good, &fault));
    assert_holds(path, "older", 5);
    assert_int_equal(names_in(folder), 1);
}

static void modes_follow_the_mask_and_links_the_file(void **state)
{
    (void)state;
    struct fault fault;
    struct stat status;
    mode_t mask = umask(027);
    const char *path = test_path("masked");
    assert_true(file_write(path, "x", 1, &fault));
    umask(022);
    const char *other = test_path("open");
    assert_true(file_write(other, "x", 1, &fault));
    umask(mask);
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0640);
    assert_int_equal(stat(other, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0644);

    const char *link = test_path("link");
    assert_int_equal(symlink("masked", link), 0);
    assert_true(file_write(link, "through", 7, &fault));
    assert_int_equal(lstat(link, &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_holds(path, "through", 7);
}

static void what_cannot_be_written_says_why(void **state)
{
    (void)state;
    struct fault fault;
    assert_false(file_write(test_path("no/such/x"), "x", 1, &fault));
    assert_fault(&fault, "file.unwritable");
    assert_string_equal(fault_argument(&fault, "reason"),
                        "No such file or directory");
    assert_false(file_write(test_folder(), "x", 1, &fault));
    assert_fault(&fault, "file.is_folder");
    char *long_name = calloc(5001, 1);
    memset(long_name, 'n', 5000);
    assert_false(file_write(long_name, "x", 1, &fault));
    assert_string_equal(fault_argument(&fault, "reason"), "File name too long");
    free(long_name);
    /* A device is written to, not renamed over. */
    assert_true(file_write("/dev/null", "x", 1, &fault));
    assert_false(file_write("/dev/full", "x", 1, &fault));
    assert_int_equal(fault.code, FAULT_FILE);
    assert_string_equal(fault.where, "/dev/full");
    assert_string_equal(fault_argument(&fault, "reason"),
                        "No space left on device");
    struct stat status;
    assert_int_equal(stat("/dev/full", &status), 0);
    assert_true(S_ISCHR(status.st_mode));
}

/* In a child, so that the limit dies with it. */
static int write_past_a_limit(const char *path)
{
    struct fault fault;
    struct rlimit limit = { 5000, 5000 };
    char bytes[20000];
    memset(bytes, 'y', sizeof bytes);
    signal(SIGXFSZ, SIG_IGN);
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
        return 2;
    if (file_write(path, bytes, sizeof bytes, &fault))
        return 3;
    if (strcmp(fault.message, "file.unwritable") != 0)
        return 4;
    return strcmp(fault_argument(&fault, "reason"), "File too large") == 0 ? 0
                                                                           : 5;
}

static void a_full_disk_leaves_the_old_file(void **state)
{
    (void)state;
    struct fault fault;
    int status = 0;
    assert_true(folder_make(test_path("full"), &fault));
    const char *path = test_path("full/old");
    assert_true(file_write(path, "old", 3, &fault));
    fflush(NULL);
    pid_t child = fork();
    if (child == 0)
        _exit(write_past_a_limit(path));
    waitpid(child, &status, 0);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    assert_holds(path, "old", 3);
    assert_int_equal(names_in(test_path("full")), 1);
}

static void folders(void **state)
{
    (void)state;
    struct fault fault;
    assert_true(folder_make(test_path("a/b//c/"), &fault));
    assert_true(folder_make(test_path("a/b/c"), &fault));
    assert_true(folder_exists(test_path("a/b/c")));
    assert_false(file_exists(test_path("a/b/c")));
    const char *file = test_write("a/file", "");
    assert_true(file_exists(file));
    assert_false(folder_exists(file));
    assert_false(folder_make(test_path("a/file/x"), &fault));
    assert_fault(&fault, "folder.unwritable");
    assert_false(folder_make(file, &fault));
    assert_fault(&fault, "folder.unwritable");
    assert_true(folder_make("/", &fault));
}

static void paths(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_string_equal(path_join(arena, "a", "b"), "a/b");
    assert_string_equal(path_join(arena, "a/", "b"), "a/b");
    assert_string_equal(path_join(arena, "a", "/b"), "/b");
    assert_string_equal(path_join(arena, ".", "b"), "b");
    assert_string_equal(path_join(arena, "", "b"), "b");
    assert_string_equal(path_join(arena, "a", "."), "a");
    assert_string_equal(path_join(arena, "a", ""), "a");
    assert_string_equal(path_join(arena, "", ""), ".");
    assert_string_equal(path_join(arena, ".", "."), ".");
    assert_string_equal(path_join(arena, "/", "b"), "/b");
    assert_string_equal(path_folder(arena, "a/b/c.csv"), "a/b");
    assert_string_equal(path_folder(arena, "c.csv"), ".");
    assert_string_equal(path_folder(arena, "/c.csv"), "/");
    assert_string_equal(path_folder(arena, "a/b/"), "a");
    assert_string_equal(path_folder(arena, "a//b"), "a");
    assert_string_equal(path_folder(arena, "/"), "/");
    assert_string_equal(path_folder(arena, ""), ".");
    assert_string_equal(path_within(arena, "/", "/no/such"), "/no/such");
    assert_string_equal(path_name("a/b.csv"), "b.csv");
    assert_string_equal(path_name("b.csv"), "b.csv");
    assert_string_equal(path_name("a/"), "");
    arena_free(arena);
}

/* The matches, relative to the folder, with | between them. */
static void assert_matches(const char *folder, const char *glob,
                           const char *wanted)
{
    struct arena *arena = arena_new();
    struct fault fault;
    char **found = NULL;
    size_t count = 0;
    char joined[2000] = "";
    assert_true(files_matching(&found, &count, folder, glob, arena, &fault));
    for (size_t i = 0; i < count; i++) {
        assert_true(file_exists(found[i]));
        assert_int_equal(strncmp(found[i], folder, strlen(folder)), 0);
        strcat(joined, i == 0 ? "" : "|");
        strcat(joined, found[i] + strlen(folder) + 1);
    }
    assert_string_equal(joined, wanted);
    arena_free(arena);
}

static void globs_find_files(void **state)
{
    (void)state;
    static const char *const files[] = {
        "hoi-2019.csv",
        "hoi-2018.csv",
        "HOI-2017.csv",
        "note.txt",
        "q1/a.csv",
        "q2/a.csv",
        "q2/b.csv",
        "q2/deep/a.csv",
        ".hidden.csv",
        "Tha\u0301i Bi\u0300nh.csv" /* decomposed, as some systems store it */
    };
    struct fault fault;
    const char *root = test_path("glob/p");
    assert_true(folder_make(test_path("glob/p/q1"), &fault));
    assert_true(folder_make(test_path("glob/p/q2/deep"), &fault));
    assert_true(folder_make(test_path("glob/p/folder.csv"), &fault));
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        char name[200];
        snprintf(name, sizeof name, "glob/p/%s", files[i]);
        test_write(name, "x");
    }
    test_write("glob/Number of pupils 1.csv", "x");
    root = test_path("glob/p");
    assert_matches(root, "hoi-*.csv", "hoi-2018.csv|hoi-2019.csv");
    assert_matches(root, "*.csv",
                   "HOI-2017.csv|Tha\u0301i Bi\u0300nh.csv|"
                   "hoi-2018.csv|hoi-2019.csv");
    assert_matches(root, "Thái*.csv", "Tha\u0301i Bi\u0300nh.csv");
    assert_matches(root, "Thái Bình.csv", "Tha\u0301i Bi\u0300nh.csv");
    assert_matches(root, "*/a.csv", "q1/a.csv|q2/a.csv");
    assert_matches(root, "q?/*.csv", "q1/a.csv|q2/a.csv|q2/b.csv");
    assert_matches(root, "./q2//*/a.csv", "q2/deep/a.csv");
    assert_matches(root, "note.txt|hoi-*|*.txt",
                   "hoi-2018.csv|hoi-2019.csv|note.txt");
    assert_matches(root, "../Number of*.csv", "../Number of pupils 1.csv");
    assert_matches(root, "q1/../hoi-2018.csv", "q1/../hoi-2018.csv");
    assert_matches(root, ".*.csv", ".hidden.csv");
    assert_matches(root, "none*|q2|q2/|nope/*|note.txt/x|", "");

    struct arena *arena = arena_new();
    char **found = NULL, absolute[600];
    size_t count = 0;
    snprintf(absolute, sizeof absolute, "%s/q1/*.csv", root);
    assert_true(
        files_matching(&found, &count, "tests", absolute, arena, &fault));
    assert_int_equal(count, 1);
    assert_true(file_exists(found[0]));
    assert_true(files_matching(&found, &count, ".", "Makef?le", arena, &fault));
    assert_int_equal(count, 1);
    assert_string_equal(found[0], "Makefile");
    assert_true(files_matching(&found, &count, "", "Makef?le", arena, &fault));
    assert_int_equal(count, 1);
    assert_false(files_matching(&found, &count, test_path("glob/none"), "*",
                                arena, &fault));
    assert_fault(&fault, "folder.missing");
    arena_free(arena);
}

static void folders_are_listed_in_byte_order(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct fault fault;
    char **names = NULL;
    size_t count = 0;
    assert_true(folder_make(test_path("list"), &fault));
    test_write("list/b.yaml", "");
    test_write("list/B.yaml", "");
    test_write("list/ă.yaml", "");
    test_write("list/a.yml", "");
    test_write("list/.x.yaml", "");
    test_write("list/ml", "");
    assert_true(
        folder_list(&names, &count, test_path("list"), ".yaml", arena, &fault));
    assert_int_equal(count, 3);
    assert_string_equal(names[0], "B.yaml");
    assert_string_equal(names[1], "b.yaml");
    assert_string_equal(names[2], "ă.yaml");
    assert_false(
        folder_list(&names, &count, test_path("list/ml"), "", arena, &fault));
    assert_fault(&fault, "folder.missing");
    char long_name[400];
    memset(long_name, 'n', sizeof long_name - 1);
    long_name[sizeof long_name - 1] = '\0';
    assert_false(folder_list(&names, &count, long_name, "", arena, &fault));
    assert_fault(&fault, "folder.unreadable");
    arena_free(arena);
}

static void a_passing_folder_goes_with_all_in_it(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct fault fault = { 0 };
    char *folder;
    assert_true(folder_make(test_path("kept"), &fault));
    test_write("kept/file", "x");
    setenv("TMPDIR", test_folder(), 1);
    assert_true(folder_make_passing(&folder, arena, &fault));
    assert_true(text_starts(folder, test_folder()));
    assert_true(folder_make(path_join(arena, folder, "a/b/c"), &fault));
    assert_true(
        file_write(path_join(arena, folder, "a/b/file"), "x", 1, &fault));
    /* A link is taken away, not what it leads to. */
    assert_int_equal(
        symlink(test_path("kept"), path_join(arena, folder, "link")), 0);
    folder_remove(folder);
    assert_false(folder_exists(folder));
    assert_true(file_exists(test_path("kept/file")));
    setenv("TMPDIR", test_path("absent"), 1);
    assert_false(folder_make_passing(&folder, arena, &fault));
    assert_fault(&fault, "folder.unwritable");
    unsetenv("TMPDIR");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_passing_folder_goes_with_all_in_it),
        cmocka_unit_test(whole_files_are_read),
        cmocka_unit_test(what_cannot_be_read_says_why),
        cmocka_unit_test(writing_replaces_and_leaves_nothing_else),
        cmocka_unit_test(written_piece_by_piece_or_not_at_all),
        cmocka_unit_test(modes_follow_the_mask_and_links_the_file),
        cmocka_unit_test(what_cannot_be_written_says_why),
        cmocka_unit_test(a_full_disk_leaves_the_old_file),
        cmocka_unit_test(folders),
        cmocka_unit_test(paths),
        cmocka_unit_test(globs_find_files),
        cmocka_unit_test(folders_are_listed_in_byte_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
