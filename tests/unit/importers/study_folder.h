/*
 * study_folder.h - a small data folder and project for the tests of loaders.
 *
 * Each test program writes them below its own test_folder, spoils one file and
 * looks at the fault.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_TESTS_STUDY_FOLDER_H
#define HOCTAP_TESTS_STUDY_FOLDER_H

#include "tests/house.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"
#include "engine/model/finding.h"
#include "importers/study.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

struct folder_file {
    const char *name, *text;
};

static const struct folder_file folder_files[] = {
    { "data/codes.yaml",
      "sex:\n"
      "  name: Giới tính\n"
      "  name_en: Sex\n"
      "  closed: yes\n"
      "  codes:\n"
      "    F: {name: Nữ, name_en: Female}\n"
      "    M: Nam\n"
      "age: {name: Tuổi, kind: ages}\n"
      "school_level:\n"
      "  name: Cấp học\n"
      "  codes:\n"
      "    primary: {name: tiểu học, name_en: primary, ages: 6..10}\n"
      "    lower: {name: trung học cơ sở, ages: 11..14}\n"
      "    tertiary: {name: đại học, name_en: tertiary}\n" },
    { "data/quantities.yaml",
      "population:\n"
      "  name: Dân số\n"
      "  unit: người\n"
      "  unit_en: persons\n"
      "  over_areas: sum\n"
      "  over_time: mean\n"
      "  dimensions: [age, sex]\n"
      "members: {name: Hội viên, over_areas: sum, over_time: last,\n"
      "  accumulates: year_to_date, over_map: restart, dimensions: [sex]}\n"
      "enrolled: {name: Học sinh, over_areas: sum, over_time: last,\n"
      "  dimensions: [school_level, age, sex]}\n" },
    { "data/indicators/a.yaml",
      "member_rate:\n"
      "  name: Tỷ lệ hội viên\n"
      "  name_en: Member rate\n"
      "  clause: 3\n"
      "  group: association\n"
      "  kind: proportion\n"
      "  numerator: members\n"
      "  denominator: population\n"
      "  scale: 100\n"
      "  unit: \"%\"\n"
      "  better: higher\n"
      "  bounds: 0..100\n"
      "  noise: clustered\n"
      "  design_effect: 1.73\n"
      "  material: 2.25\n"
      "  by: [sex]\n"
      "  hide_below: 0\n"
      "  notes: ghi chú\n"
      "  source: nguồn\n"
      "ner:\n"
      "  for: {school_level: [primary, lower]}\n"
      "  name: Đúng tuổi {school_level.name}\n"
      "  name_en: Net rate, {school_level.name_en}\n"
      "  kind: rate\n"
      "  numerator: enrolled[school_level={school_level}]\n"
      "  denominator: population[age={school_level.ages}]\n"
      "  scale: 1000\n"
      "  unit: \"‰\"\n"
      "  bounds: 0..\n"
      "  noise: none\n"
      "  material: 0\n" },
    { "data/indicators/b.yaml",
      "members_count: {name: Số hội viên, kind: count, numerator: members,\n"
      "  unit: người, unit_en: persons, noise: none, material: 0}\n" },
    { "data/layouts/a.yaml",
      "plain:\n"
      "  name: Bảng hội viên\n"
      "  needs: [Huyện, Tổng số]\n"
      "  columns:\n"
      "    - {head: Huyện, field: area, tier: district}\n"
      "    - {head: Tổng số, quantity: members}\n" },
    { "data/messages/en.yaml",
      "hello: Hello {name}\nfinding:\n  short_row: Short\n  a.b: deep\n" },
    { "data/messages/vi.yaml", "hello: Chào {name}\n" },
    { "data/charts/style.yaml",
      "font: Arimo\nfont_fallback: Arimo, sans-serif\nfont_size: 13.5\n"
      "title_size: 17\nwidth: 800\nbetter: \"#08519C\"\nsimilar: \"#F0E6C8\"\n"
      "worse: \"#E8833A\"\nnone: \"#E5E7EB\"\ntext: \"#222222\"\n"
      "muted: \"#5F6672\"\ngrid: \"#E3E6EA\"\naxis: \"#9AA1AC\"\n"
      "main_series: \"#08519c\"\nband: \"#D3E2F1\"\nwhole: \"#6B7280\"\n"
      "target: \"#B8500B\"\n"
      "sequential: [\"#DBE9F6\", \"#BDD7E7\", \"#6BAED6\", \"#3182BD\", "
      "\"#08519C\"]\n"
      "groups: [\"#0072B2\", \"#D55E00\", \"#009E73\", \"#CC79A7\", "
      "\"#E69F00\", \"#56B4E9\"]\n" },
    { "project/project.yaml", "title: Thử nghiệm\n"
                              "title_en: A trial\n"
                              "language: vi\n"
                              "root: 34\n"
                              "tier: district\n"
                              "period: 2023\n"
                              "boundaries: reported\n"
                              "issuer: Hội Khuyến học\n"
                              "report_date: 2024-01-15\n"
                              "audience: internal\n"
                              "form: party\n"
                              "hide_below: 0\n"
                              "note: ghi\n"
                              "sources:\n"
                              "  - name: association\n"
                              "    files: exports/a-*.csv\n"
                              "    layout: plain\n"
                              "    quantity: members\n"
                              "    set: {sex: F}\n"
                              "    scale: 1000\n"
                              "    period: 2022\n"
                              "    cutoff: 2022-12-31\n"
                              "  - name: schools\n"
                              "    files: [exports/b.csv, exports/c.csv]\n" },
    { "project/areas.csv",
      "code,tier,parent,name,name_en,type,valid_from,valid_to,aliases,coast\n"
      "34,province,,Thái Bình,Thai Binh,Tỉnh,,2025-07-01,,\n"
      "342,district,34,Tiền Hải,Tien Hai,Huyện,,2025-07-01,TH | T.Hải,yes\n"
      "339,district,34,Hưng Hà,Hung Ha,Huyện,,2025-07-01,,no\n"
      "12500,commune,339,Tây Đô,,Xã,,2020-04-01,,\n"
      "12501,commune,339,Đông Đô,,Xã,2020-04-01,2025-06-30,,\n"
      "12502,commune,339,Bắc Sơn,,Xã,2020-04-01,2025-07-01,,\n" },
};

/* Writes every file as it should be, and takes away what a test added. */
static inline void folder_reset(void)
{
    static const char *const folders[] = {
        "data/indicators", "data/layouts",       "data/messages",
        "data/charts",     "data/targets",       "data/reports",
        "project/layouts", "project/indicators", "project/reports",
        "data/standards",  "project/standards"
    };
    static const char *const extra[] = {
        "data/targets/n.csv",          "data/reports/annual.yaml",
        "data/indicators/c.yaml",      "data/layouts/b.yaml",
        "project/codes.yaml",          "project/quantities.yaml",
        "project/targets.csv",         "project/breaks.csv",
        "project/aliases.csv",         "project/submissions.csv",
        "project/decisions.csv",       "project/crosswalk.csv",
        "project/layouts/p.yaml",      "project/indicators/p.yaml",
        "project/reports/annual.yaml", "data/standards/a.yaml",
        "project/standards/p.yaml"
    };
    struct fault fault;
    for (size_t i = 0; i < COUNT(folders); i++)
        assert_true(folder_make(test_path(folders[i]), &fault));
    for (size_t i = 0; i < COUNT(extra); i++)
        unlink(test_path(extra[i]));
    for (size_t i = 0; i < COUNT(folder_files); i++)
        test_write(folder_files[i].name, folder_files[i].text);
}

static inline bool folder_load(struct study **study, struct arena *arena,
                               struct findings *findings, struct fault *fault)
{
    struct study_request request = { test_path("project"), test_path("data"),
                                     NULL };
    return study_load(study, &request, arena, findings, fault);
}

/* The study as the folder stands; it must load. */
static inline struct study *folder_study(struct arena *arena)
{
    struct study *study;
    struct fault fault = { .message = "" };
    if (!folder_load(&study, arena, NULL, &fault))
        fail_msg("%s:%u:%u: %s %s", fault.where, fault.line, fault.column,
                 fault.message, fault.arguments);
    return study;
}

/* One spoiled file, and what must be said about it. */
struct spoiled {
    const char *name, *text; /* NULL: the file is taken away */
    const char *message;     /* the fault's id */
    unsigned line, column;   /* 0 = not looked at */
    const char *argument;    /* of "near", else of "value"; NULL */
};

static inline void folder_expect(const struct spoiled *spoiled)
{
    struct arena *arena = arena_new();
    struct study *study;
    struct fault fault = { .message = "no fault" };
    folder_reset();
    if (spoiled->text == NULL)
        unlink(test_path(spoiled->name));
    else
        test_write(spoiled->name, spoiled->text);
    bool loaded = folder_load(&study, arena, NULL, &fault);
    bool placed = (spoiled->line == 0 || fault.line == spoiled->line) &&
                  (spoiled->column == 0 || fault.column == spoiled->column);
    if (loaded || !placed || strcmp(fault.message, spoiled->message) != 0)
        fail_msg("%s: wanted %s at %u:%u, got %s at %s:%u:%u for\n%s",
                 spoiled->name, spoiled->message, spoiled->line,
                 spoiled->column, fault.message, fault.where, fault.line,
                 fault.column, spoiled->text == NULL ? "" : spoiled->text);
    const char *said = fault_argument(&fault, "near");
    if (said == NULL)
        said = fault_argument(&fault, "value");
    assert_non_null(strstr(fault.where, spoiled->name));
    if (spoiled->argument != NULL) {
        assert_non_null(said);
        assert_string_equal(said, spoiled->argument);
    }
    arena_free(arena);
}

static inline void folder_expect_all(const struct spoiled *all, size_t count)
{
    for (size_t i = 0; i < count; i++)
        folder_expect(&all[i]);
}

#endif
