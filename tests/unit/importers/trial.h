/*
 * trial.h - files, a layout, and what the importer must make of them.
 *
 * A trial is a row of a table: a label, the layouts, the bytes of a file, and
 * the wanted text. The text has a line for each observation (area, period,
 * quantity, codes, value, status, T for a published total, line of the file),
 * then a line for each finding (rule, line:column, value, -> suggestion, xN),
 * but for columns that are missing (the trials' files hold no more than they
 * need) unless the trial asks for them,
 * then the counts: read = used + ignored + rejected.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_TESTS_TRIAL_H
#define HOCTAP_TESTS_TRIAL_H

#include "tests/unit/importers/study_folder.h"

#include "engine/base/number.h"
#include "engine/base/symbol.h"
#include "engine/base/text.h"
#include "engine/model/table.h"
#include "importers/import.h"

/* The register of the trials: homonyms, reused codes, a reform in 2025. */
static const char trial_areas[] =
    "code,tier,parent,name,name_en,type,valid_from,valid_to,aliases\n"
    "34,province,,Thái Bình,Thai Binh,Tỉnh,,,TOÀN TỈNH LỚN\n"
    "341,district,34,Thái Thụy,Thai Thuy,Huyện,,2025-07-01,\n"
    "342,district,34,Tiền Hải,Tien Hai,Huyện,,2025-07-01,\n"
    "343,district,34,Kiến Xương,Kien Xuong,Huyện,,2025-07-01,\n"
    "340,district,34,Đông Hưng,Dong Hung,Huyện,,2025-07-01,\n"
    "00012,commune,341,Hồng Dũng,,Xã,,2025-07-01,\n"
    "12700,commune,341,Quang Trung,,Xã,,2025-07-01,\n"
    "12701,commune,342,Quang Trung,,Xã,,2025-07-01,\n"
    "12702,commune,342,Nam Hà,,Xã,,2025-07-01,\n"
    "12703,commune,342,Vũ Lăng,,Xã,2020-01-01,2025-07-01,\n"
    "12586,commune,341,Diêm Điền,,Thị trấn,,2025-07-01,\n"
    "12586,commune,34,Thái Thụy,,Xã,2025-07-01,,\n"
    "12704,commune,34,Đông Hưng,,Xã,2025-07-01,,\n";

static const char trial_head[] = "title: Thử\nlanguage: vi\n"
                                 "tier: district\n"
                                 "period: 2023\n"
                                 "report_date: 2024-01-15\n";

struct trial {
    const char *label;
    const char *layouts; /* YAML; NULL = those of the folder */
    const char *bytes;
    size_t length; /* 0 = a string */
    const char *wanted;
    const char *sources; /* of project.yaml; NULL = one, layout auto */
    const char *extra, *extra_text; /* one more file of the project */
    const char *second;             /* exports/b-2023.csv, or NULL */
    bool missing_columns;           /* say which are */
    const char *areas, *root;       /* another register; NULL = trial_areas */
    const char *file;               /* NULL = exports/a-2023.csv */
};

/* Bytes with zeros among them. */
#define TRIAL_BYTES(text) .bytes = text, .length = sizeof(text) - 1

static inline void trial_say_cell(struct text *out, const struct study *study,
                                  const struct table *table, size_t row)
{
    const struct quantity *quantity =
        &study->codebook.quantities[table->quantity[row]];
    char room[16];
    for (size_t slot = 0; slot < quantity->dimension_count; slot++)
        if (cell_get(table->cell[row], slot) != 0)
            text_addf(out, " %s=%s",
                      study->codebook.dimensions[quantity->dimensions[slot]].id,
                      cell_code(&study->codebook, quantity, &table->bands,
                                table->cell[row], slot, room));
}

static inline void trial_say_row(struct text *out, const struct study *study,
                                 const struct table *table, size_t row)
{
    text_add(out, table->written != NULL
                      ? symbol_text(table->written, table->area[row])
                      : study->areas.items[table->area[row]].code);
    text_add(out, " ");
    period_add(out, table->period[row]);
    text_addf(out, " %s", study->codebook.quantities[table->quantity[row]].id);
    trial_say_cell(out, study, table, row);
    text_add(out, " ");
    if (has_value(table->value[row]))
        number_add_exact(out, table->value[row]);
    else
        text_add(out, "none");
    text_addf(out, " %s%s :%u\n", status_names[table->state[row]],
              table->published[row] ? " T" : "", table->line[row]);
}

static inline void trial_say_finding(struct text *out,
                                     const struct finding *finding)
{
    text_addf(out, "%s %u:%u", finding_rule_name(finding->rule), finding->line,
              finding->column);
    if (finding->value != NULL)
        text_addf(out, " [%s]", finding->value);
    if (finding->suggestion != NULL)
        text_addf(out, " -> %s", finding->suggestion);
    if (finding->count != 1)
        text_addf(out, " x%u", finding->count);
    text_add(out, "\n");
}

/* Observations, findings, counts; and each file's counts must add up. */
static inline void trial_say(struct text *out, const struct study *study,
                             const struct table *table,
                             const struct findings *findings,
                             bool missing_columns)
{
    size_t read = 0, used = 0, ignored = 0, rejected = 0;
    for (size_t i = 0; i < table->count; i++)
        trial_say_row(out, study, table, i);
    for (size_t i = 0; i < findings->count; i++)
        if (missing_columns ||
            findings->items[i].rule != FINDING_missing_columns)
            trial_say_finding(out, &findings->items[i]);
    for (size_t i = 0; i < table->source_count; i++) {
        const struct source *source = &table->sources[i];
        assert_int_equal(source->rows_read, source->rows_used +
                                                source->rows_ignored +
                                                source->rows_rejected);
        read += source->rows_read;
        used += source->rows_used;
        ignored += source->rows_ignored;
        rejected += source->rows_rejected;
    }
    text_addf(out, "%zu = %zu + %zu + %zu\n", read, used, ignored, rejected);
}

static inline const char *trial_file(const struct trial *trial)
{
    return trial->file != NULL ? trial->file : "project/exports/a-2023.csv";
}

static inline void trial_write(const struct trial *trial)
{
    struct text project = text_new();
    struct fault fault;
    folder_reset();
    assert_true(folder_make(test_path("project/exports"), &fault));
    text_addf(&project, "%sroot: %s\nsources:\n%s", trial_head,
              trial->root != NULL ? trial->root : "34",
              trial->sources != NULL
                  ? trial->sources
                  : "  - {name: a, files: exports/a-*.csv}\n");
    test_write("project/project.yaml", project.bytes);
    test_write("project/areas.csv",
               trial->areas != NULL ? trial->areas : trial_areas);
    unlink(test_path("project/exports/b-2023.csv"));
    if (trial->layouts != NULL)
        test_write("data/layouts/a.yaml", trial->layouts);
    if (trial->extra != NULL)
        test_write(trial->extra, trial->extra_text);
    if (trial->second != NULL)
        test_write("project/exports/b-2023.csv", trial->second);
    test_write_bytes(trial_file(trial), trial->bytes,
                     trial->length > 0 ? trial->length : strlen(trial->bytes));
    text_free(&project);
}

static inline void trial_run(const struct trial *trial)
{
    struct arena *arena = arena_new(), *scratch = arena_new();
    struct fault fault = { .message = "" };
    struct text out = text_new(), explanation = text_new();
    trial_write(trial);
    const struct study *study = folder_study(arena);
    struct table *table = table_new(arena);
    struct import_context context = { .study = study,
                                      .findings = findings_new(arena),
                                      .explanation = &explanation,
                                      .scratch = scratch };
    if (!import_project(table, &context, &fault))
        fail_msg("%s: %s %s", trial->label, fault.message, fault.where);
    trial_say(&out, study, table, context.findings, trial->missing_columns);
    if (strcmp(out.bytes, trial->wanted) != 0)
        fail_msg("%s:\n--- wanted\n%s--- got\n%s", trial->label, trial->wanted,
                 out.bytes);
    unlink(test_path(trial_file(trial)));
    if (trial->extra != NULL)
        unlink(test_path(trial->extra));
    text_free(&out);
    text_free(&explanation);
    arena_free(scratch);
    arena_free(arena);
}

static inline void trial_run_all(const struct trial *trials, size_t count)
{
    for (size_t i = 0; i < count; i++)
        trial_run(&trials[i]);
}

#endif
