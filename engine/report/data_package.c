/*
 * data_package.c - a Data Package's description.
 *
 *  (1) A resource's name is its path without suffix, in the letters that the
 *      standard allows: a-z, 0-9, - _ . and nothing else; it is not twice.
 *  (2) A table that begins with a byte order mark was written for Vietnamese
 *      spreadsheets: semicolons, decimal comma. The description says so.
 *  (3) A column's type goes by its name; what is no number is text, so that
 *      codes keep their zeros. An empty cell is a missing value.
 *  (4) The package's date is the report's, never the clock's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/data_package.h"

#include <ctype.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/digest.h"
#include "engine/base/files.h"
#include "engine/base/text.h"

#define PROFILE "https://datapackage.org/profiles/2.0/datapackage.json"
#define OFFICE "application/vnd.openxmlformats-officedocument"
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static const struct media {
    const char *suffix, *type;
} media[] = {
    { "csv", "text/csv" },
    { "html", "text/html" },
    { "svg", "image/svg+xml" },
    { "png", "image/png" },
    { "pdf", "application/pdf" },
    { "json", "application/json" },
    { "xlsx", OFFICE ".spreadsheetml.sheet" },
    { "docx", OFFICE ".wordprocessingml.document" },
};

/* (3) A word in front of the column parts tables that share a name. */
static const char *const numbers[] = {
    "adjusted_p",
    "base",
    "change",
    "completeness",
    "corrected",
    "denominator",
    "difference",
    "difference_lower",
    "difference_upper",
    "estimate",
    "expected_if_equal",
    "forecast",
    "forecast_lower",
    "forecast_upper",
    "gap",
    "lower",
    "numerator",
    "p_value",
    "plan",
    "plan_rate",
    "previous",
    "probability",
    "quota_new",
    "quota_total",
    "reached",
    "required",
    "se",
    "shrunk",
    "shrunk_lower",
    "shrunk_upper",
    "slope",
    "slope_lower",
    "slope_upper",
    "target",
    "threshold",
    "upper",
    "value",
    "weight",
    "whole",
};
static const char *const wholes[] = {
    "column",    "count", "line",       "n",
    "published", "rank",  "rank_lower", "rank_upper",
};
/* What was written in a cell; and how heavy a finding is. */
static const char *const words_of_findings[] = { "value", "weight" };

static bool is_among(const char *word, const char *const words[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(word, words[i]) == 0)
            return true;
    return false;
}
#define IS_AMONG(word, words)                                                  \
    is_among((word), (words), sizeof(words) / sizeof *(words))

static const char *type_of(const char *column, bool findings)
{
    if (findings && IS_AMONG(column, words_of_findings))
        return "string";
    if (IS_AMONG(column, wholes))
        return "integer";
    return IS_AMONG(column, numbers) ? "number" : "string";
}

static const char *suffix_of(const char *path)
{
    const char *name = path_name(path), *dot = strrchr(name, '.');
    return dot == NULL ? "" : dot + 1;
}

/* (1) */
static char *resource_name(const char *path, struct arena *arena)
{
    const char *suffix = suffix_of(path);
    size_t length = strlen(path);
    if (*suffix != '\0' && strcmp(suffix, "csv") == 0)
        length -= strlen(suffix) + 1;
    char *name = arena_copy(arena, path, length);
    for (char *at = name; *at != '\0'; at++)
        *at = isalnum((unsigned char)*at) || strchr("-_.", *at) != NULL
                  ? (char)tolower((unsigned char)*at)
                  : '-';
    return name;
}

static json_t *field(const char *column, size_t length, bool findings,
                     bool comma)
{
    struct text name = text_new();
    text_add_bytes(&name, column, length);
    json_t *made = json_object();
    const char *type = type_of(name.bytes, findings);
    json_object_set_new(made, "name", json_string(name.bytes));
    json_object_set_new(made, "type", json_string(type));
    if (comma && strcmp(type, "number") == 0)
        json_object_set_new(made, "decimalChar", json_string(","));
    text_free(&name);
    return made;
}

/* Our own heads hold no quotes and no line ends. */
static json_t *schema_of(const struct data_file *file, bool excel)
{
    json_t *schema = json_object(), *fields = json_array();
    const char *at = file->bytes + (excel ? strlen(BYTE_ORDER_MARK) : 0);
    const char *end = at + strcspn(at, "\r\n"), *mark = excel ? ";" : ",";
    bool findings = strcmp(file->path, "findings.csv") == 0;
    while (at < end) {
        size_t length = strcspn(at, mark);
        if (at + length > end)
            length = (size_t)(end - at);
        json_array_append_new(fields, field(at, length, findings, excel));
        at += length + 1;
    }
    json_object_set_new(schema, "fields", fields);
    json_object_set_new(schema, "missingValues",
                        json_pack("[s]", "")); /* (3) */
    return schema;
}

static void set_sum(json_t *object, const struct data_file *file)
{
    char digits[DIGEST_LENGTH + 1];
    digest_of(digits, file->bytes, file->length);
    json_object_set_new(object, "bytes",
                        json_integer((json_int_t)file->length));
    json_object_set_new(object, "hash", json_sprintf("sha256:%s", digits));
}

static json_t *resource(const struct data_file *file, struct arena *arena)
{
    const char *suffix = suffix_of(file->path);
    json_t *made = json_object();
    json_object_set_new(made, "name",
                        json_string(resource_name(file->path, arena)));
    json_object_set_new(made, "path", json_string(file->path));
    for (size_t i = 0; i < sizeof media / sizeof *media; i++)
        if (strcmp(media[i].suffix, suffix) == 0) {
            json_object_set_new(made, "format", json_string(suffix));
            json_object_set_new(made, "mediatype", json_string(media[i].type));
        }
    set_sum(made, file);
    if (strcmp(suffix, "csv") != 0)
        return made;
    bool excel = text_starts(file->bytes, BYTE_ORDER_MARK); /* (2) */
    json_object_set_new(made, "encoding", json_string("utf-8"));
    json_object_set_new(made, "type", json_string("table"));
    json_object_set_new(made, "dialect",
                        json_pack("{s:s}", "delimiter", excel ? ";" : ","));
    json_object_set_new(made, "schema", schema_of(file, excel));
    return made;
}

static json_t *source(const struct data_file *file)
{
    json_t *made = json_object();
    json_object_set_new(made, "title", json_string(file->path));
    set_sum(made, file);
    return made;
}

/* (4) */
static void set_project(json_t *package, const struct study *study)
{
    const struct project *project = &study->project;
    bool english = strcmp(study_language(study), "en") == 0;
    const char *title = english && project->title_en != NULL ? project->title_en
                                                             : project->title;
    struct text when = text_new();
    period_add(&when, project->period);
    json_object_set_new(package, "version", json_string(when.bytes));
    if (title != NULL)
        json_object_set_new(package, "title", json_string(title));
    text_clear(&when);
    date_add(&when, project->report_date);
    if (when.length > 0)
        json_object_set_new(package, "created",
                            json_sprintf("%sT00:00:00Z", when.bytes));
    if (project->issuer != NULL)
        json_object_set_new(package, "contributors",
                            json_pack("[{s:s,s:[s]}]", "title", project->issuer,
                                      "roles", "publisher"));
    text_free(&when);
}

void data_package_describe(struct text *out, const struct data_file files[],
                           size_t file_count, const struct data_file sources[],
                           size_t source_count, const struct study *study)
{
    struct arena *arena = arena_new();
    json_t *package = json_object(), *resources = json_array(),
           *read = json_array();
    json_object_set_new(package, "$schema", json_string(PROFILE));
    json_object_set_new(package, "name", json_string("hoctap"));
    set_project(package, study);
    json_object_set_new(package, "resources", resources);
    for (size_t i = 0; i < file_count; i++)
        json_array_append_new(resources, resource(&files[i], arena));
    for (size_t i = 0; i < source_count; i++)
        json_array_append_new(read, source(&sources[i]));
    if (source_count > 0)
        json_object_set(package, "sources", read);
    json_decref(read);
    char *bytes = json_dumps(package, JSON_INDENT(2));
    text_addf(out, "%s\n", bytes);
    free(bytes);
    json_decref(package);
    arena_free(arena);
}
