/*
 * duck_sum.c - the rival of the bulk job: DuckDB doing the same sums.
 *
 * Usage: duck_sum LIBDUCKDB IN.csv OUT.csv THREADS. The library is opened by
 * its path, so that nothing of DuckDB is needed to build this; of its C API
 * only four functions with plain arguments are used. The query is the pinned
 * one: columns and types are given, nothing is guessed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { QUERY_ROOM = 4096 };

/* What a name in the library is. Data pointers and functions are as large as
 * each other on every system that has dlsym. */
union found {
    void *data;
    int (*open)(const char *path, void **database);
    int (*connect)(void *database, void **connection);
    int (*query)(void *connection, const char *query, void *result);
};

static union found find(void *library, const char *name)
{
    union found found = { .data = dlsym(library, name) };
    if (found.data == NULL) {
        fprintf(stderr, "duck_sum: %s\n", dlerror());
        exit(3);
    }
    return found;
}

int main(int argc, char **argv)
{
    char query[QUERY_ROOM];
    void *database = NULL, *connection = NULL;
    if (argc != 5) {
        fprintf(stderr, "usage: duck_sum LIBDUCKDB IN.csv OUT.csv THREADS\n");
        return 2;
    }
    void *library = dlopen(argv[1], RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) {
        fprintf(stderr, "duck_sum: %s\n", dlerror());
        return 3;
    }
    union found run = find(library, "duckdb_query");
    if (find(library, "duckdb_open").open(NULL, &database) != 0 ||
        find(library, "duckdb_connect").connect(database, &connection) != 0)
        return 3;
    snprintf(query, sizeof query, "set threads=%d", atoi(argv[4]));
    if (run.query(connection, query, NULL) != 0)
        return 3;
    snprintf(query, sizeof query,
             "copy (select area,period,quantity,sex,sum(value) as value,"
             "count(*) as \"rows\" from read_csv('%s', header=true, columns={"
             "'area':'VARCHAR','period':'INTEGER','quantity':'VARCHAR',"
             "'sex':'VARCHAR','age':'INTEGER','value':'DOUBLE'}) "
             "group by all order by all) to '%s'",
             argv[2], argv[3]);
    if (run.query(connection, query, NULL) != 0) {
        fprintf(stderr, "duck_sum: the query failed\n");
        return 3;
    }
    return 0;
}
