/*
 * traps.c - the traps of the field, each in the figures that it was seen in.
 *
 * A trap is a small project in the test's folder, the words the program is
 * started with, and what must (or must not) stand in what it prints. Expected
 * numbers are those of the documents, or hand arithmetic shown beside them.
 *
 * Traps that are sprung elsewhere, too:
 *
 *    5, 6  tests/unit/compute/cube_unit.c (one_year and its neighbours)
 *    7     tests/unit/importers/import_numbers.c
 *    8, 11 tests/known/app/boundaries.c, on the whole register
 *    12    tests/golden, the sample's Thành phố Thái Bình in 2022
 *    17    tests/golden, the sample's national targets for provinces
 *    19    tests/unit/model/area.c, area_name.c; tests/unit/importers
 *    20,22 tests/unit/importers/import_numbers.c, import_heads.c
 *    25    tests/unit/importers/import_maps.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/files.h"
#include "tests/house.h"
#include "tests/program.h"

enum { FILES = 6, WORDS = 6 };

struct trap {
    int number;
    const char *name;
    struct {
        const char *name, *text;
    } files[FILES];
    const char *command;         /* before the project's path */
    const char *options;         /* after it */
    const char *wanted[WORDS];   /* each stands in the output */
    const char *unwanted[WORDS]; /* none does */
};

#define PROJECT(period, more)                                                  \
    {                                                                          \
        "project.yaml", "title: T\nlanguage: en\nroot: 34\ntier: "             \
                        "district\nperiod: " period "\n" more                  \
                        "sources:\n  - {name: t, files: exports/*.csv}\n"      \
    }
#define TIDY(text)                                                             \
    {                                                                          \
        "exports/t.csv", "area,period,quantity,value\n" text                   \
    }
#define AREAS                                                                  \
    {                                                                          \
        "areas.csv", "code,tier,parent,name,type,valid_from,valid_to\n"        \
                     "33,province,,Hưng Yên,Tỉnh,2025-07-01,\n"            \
                     "34,province,,Thái Bình,Tỉnh,,2025-07-01\n"           \
                     "339,district,34,Hưng Hà,Huyện,,2025-07-01\n"         \
                     "340,district,34,Đông Hưng,Huyện,,2025-07-01\n"      \
                     "341,district,34,Thái Thụy,Huyện,,2025-07-01\n"      \
                     "343,district,34,Kiến Xương,Huyện,,2025-07-01\n"    \
                     "12586,commune,339,Hưng Hà,Thị trấn,,2025-07-01\n"  \
                     "12586,commune,33,Hưng Hà,Xã,2025-07-01,\n"            \
                     "12688,commune,33,Đông Hưng,Xã,2025-07-01,\n"         \
                     "13120,commune,343,Vũ Quý,Xã,,2025-07-01\n"            \
    }

#define ACCEPTED                                                               \
    {                                                                          \
        "decisions.csv", "rule,file,line,decision,who,date,reason\n"           \
                         "unit_break,exports/t.csv,4,accept,Lan,2024-01-02,"   \
                         "the union split\n"                                   \
    }
#define DASH                                                                   \
    {                                                                          \
        "exports/d.csv", "Huyện;Bỏ học\nHưng Hà;-\nĐông Hưng;12\n"  \
    }
#define DASH_LAYOUT(sign)                                                      \
    {                                                                          \
        "layouts/d.yaml",                                                      \
            "d:\n  needs: [Huyện, Bỏ học]\n  period: {fixed: 2016}\n" sign     \
            "  columns:\n    - {head: Huyện, field: area, tier: district}\n" \
            "    - {head: Bỏ học, quantity: leavers}\n"                    \
    }
#define TOTAL(sum)                                                                \
    {                                                                             \
        "exports/d.csv", "Huyện;Hội viên\nHưng Hà;101\nĐông Hưng;202\n" \
                         "Tổng cộng;" sum "\n"                                    \
    }
#define TOTAL_LAYOUT                                                           \
    {                                                                          \
        "layouts/d.yaml",                                                      \
            "d:\n  needs: [Huyện, Hội viên]\n  period: {fixed: 2016}\n"   \
            "  totals: [\"Tổng cộng*\"]\n"                                 \
            "  columns:\n    - {head: Huyện, field: area, tier: district}\n" \
            "    - {head: Hội viên, quantity: members}\n"                   \
    }

static const struct trap traps[] = {
    /* 432,750 / .2417 = 1,790,442.7 */
    { 1,
      "a printed rate of another base",
      { PROJECT("2014", ""), AREAS,
        TIDY("34,2014,members,432750\n34,2014,member_rate_published,24.17\n"
             "34,2014,population,1878540\n") },
      "check",
      "--format csv",
      { "base_mismatch,doubt,exports/t.csv,3,", "a base of 1,790,443",
        "Mean population is 1,878,540", ",23.04," },
      { NULL } },
    { 1,
      "the same rate of its own base",
      { PROJECT("2014", ""), AREAS,
        TIDY("34,2014,members,432750\n34,2014,member_rate_published,24.17\n"
             "34,2014,population,1790443\n") },
      "check",
      "--format csv",
      { NULL },
      { "base_mismatch" } },
    /* The rate falls from 440,000 of 578,947 to 381,123 of 580,980 = 65.6 %. */
    { 2,
      "no change across the framework of 2022",
      { PROJECT("2022", ""),
        AREAS,
        TIDY("34,2021,learning_families,440000\n34,2021,households,578947\n"
             "34,2022,learning_families,381123\n34,2022,households,580980\n"),
        { "breaks.csv", "indicator,area,period,kind,overlap,reason\n"
                        "learning_family_rate,,2022,definition,,QĐ 387\n" } },
      "explain",
      "34 learning_family_rate 2022",
      { "65.6000206548 %", "not compared with 2021: new definition",
        "QĐ 387   breaks.csv:2" },
      { "fallen", "down" } },
    /* 322,726 / .268 = 1,204,201.5 */
    { 3,
      "a rate of those assessed, not of the people",
      { PROJECT("2023", ""), AREAS,
        TIDY("34,2023,learning_citizens,322726\n"
             "34,2023,learning_citizen_rate_published,26.8\n"
             "34,2023,citizens_assessed,1878540\n") },
      "check",
      "--format csv",
      { "base_mismatch", "a base of 1,204,201", "assessed" },
      { NULL } },
    /* 420,936 million / 110,641 = 3,804,521; 1,150,000 / .304 = 3,782,895,
     * .57 % less: 1.15 million is rounded to ten thousand. */
    { 4,
      "two rates whose bases agree within rounding",
      { PROJECT("2020", ""), AREAS,
        TIDY("34,2020,fund_balance,420936000000\n"
             "34,2020,fund_per_person_published,110641\n"
             "34,2020,members,1150000\n34,2020,member_rate_published,30.4\n"
             "34,2020,population,3804521\n") },
      "check",
      "--format csv",
      { NULL },
      { "base_mismatch" } },
    { 4,
      "and both against a third base",
      { PROJECT("2020", ""), AREAS,
        TIDY("34,2020,fund_balance,420936000000\n"
             "34,2020,fund_per_person_published,110641\n"
             "34,2020,members,1150000\n34,2020,member_rate_published,30.4\n"
             "34,2020,population,3640000\n") },
      "check",
      "--format csv",
      { "a base of 3,804,521", "a base of 3,782,895" },
      { NULL } },
    { 5,
      "a dropped thousand",
      { PROJECT("2015", ""), AREAS,
        TIDY("34,2014,fund_per_person_published,34\n"
             "34,2015,fund_per_person_published,59000\n") },
      "check",
      "--format csv",
      { "unit_break,doubt,exports/t.csv,2,", ",34,", "\"34,000\"" },
      { NULL } },
    { 6,
      "51.820 that lost its zero",
      { PROJECT("2022", ""), AREAS,
        TIDY("340,2020,population,51133\n340,2021,population,5182\n"
             "340,2022,population,52417\n") },
      "check",
      "--format csv",
      { "unit_break,doubt,exports/t.csv,3,", ",5182,", "\"51,820\"" },
      { NULL } },
    { 6,
      "the same, which somebody found to be right",
      { PROJECT("2022", ""), AREAS,
        TIDY("340,2019,members,50290\n340,2020,members,51133\n"
             "340,2021,members,5182\n340,2022,members,52417\n"
             "341,2019,members,40290\n341,2020,members,41133\n"
             "341,2021,members,41182\n341,2022,members,42417\n"
             "340,2021,population,90000\n340,2022,population,90000\n"),
        ACCEPTED },
      "compute",
      "-a 340 -i member_rate --format csv",
      { ",2021,,5182,90000,5.75777777778,,,%,ok,",
        /* 100 (52417 - 5182)/90000 = 52.4833 */
        ",2022,,52417,90000,58.2411111111,,,%,ok,5.75777777778,"
        "52.4833333333," },
      { "unreliable" } },
    { 6,
      "and who found it so",
      { PROJECT("2022", ""), AREAS,
        TIDY("340,2019,members,50290\n340,2020,members,51133\n"
             "340,2021,members,5182\n340,2022,members,52417\n"
             "341,2019,members,40290\n341,2020,members,41133\n"
             "341,2021,members,41182\n341,2022,members,42417\n"
             "340,2021,population,90000\n340,2022,population,90000\n"),
        ACCEPTED },
      "explain",
      "340 member_rate 2021",
      { "exports/t.csv:4", "accept, Lan: the union split   decisions.csv:2" },
      { "after 51,133" /* no jump is told of it besides */ } },
    { 7,
      "both conventions in one column",
      { PROJECT("2014", ""),
        AREAS,
        { "exports/d.csv", "Huyện;Hội viên\nHưng Hà;37,176,610\n"
                           "Đông Hưng;2.500.000\nThái Thụy;0.45\n" },
        TOTAL_LAYOUT },
      "check",
      "--format csv",
      { "mixed_numbers,reject,exports/d.csv,3,2," },
      { NULL } },
    { 8,
      "sums along the crosswalk are exact",
      { { "project.yaml", "title: T\nroot: 34\ntier: commune\nperiod: 2023\n"
                          "sources:\n  - {name: t, files: exports/*.csv}\n" },
        { "areas.csv",
          "code,tier,parent,name,valid_from,valid_to\n34,province,,T,,\n"
          "1,commune,34,A,,2024-11-01\n2,commune,34,B,,2024-11-01\n"
          "3,commune,34,C,,2024-11-01\n4,commune,34,D,,2024-11-01\n"
          "5,commune,34,E,,2024-11-01\n6,commune,34,F,,2024-11-01\n"
          "7,commune,34,G,,2024-11-01\n8,commune,34,H,,2024-11-01\n"
          "9,commune,34,I,,2024-11-01\n11,commune,34,K,2024-11-01,\n"
          "12,commune,34,L,2024-11-01,\n13,commune,34,M,2024-11-01,\n" },
        { "crosswalk.csv",
          "date,from_code,to_code,weight,basis\n"
          "2024-11-01,1,11,,\n2024-11-01,2,11,,\n2024-11-01,3,11,,\n"
          "2024-11-01,4,12,,\n2024-11-01,5,12,,\n2024-11-01,6,12,,\n"
          "2024-11-01,7,13,,\n2024-11-01,8,13,,\n2024-11-01,9,13,,\n" },
        TIDY("1,2023,members,4477\n2,2023,members,5779\n3,2023,members,8201\n"
             "4,2023,members,5040\n5,2023,members,4684\n6,2023,members,6802\n"
             "7,2023,members,2357\n8,2023,members,2515\n"
             "9,2023,members,3652\n") },
      "compute",
      "-i members_count -p 2023 --boundaries 2024-11-01 --format csv",
      { "members_count,11,K,commune,2023,,18457,,18457",
        "members_count,12,L,commune,2023,,16526,,16526",
        "members_count,13,M,commune,2023,,8524,,8524" },
      { "estimated" } },
    { 9,
      "one code, two areas",
      { PROJECT("2024", ""), AREAS, TIDY("12586,2024,members,5000\n") },
      "explain",
      "12586 members_count 2024 --tier commune",
      { "5000" },
      { NULL } },
    { 9,
      "and the later one",
      { { "project.yaml", "title: T\nlanguage: en\nroot: 33\ntier: commune\n"
                          "period: 2026\nsources:\n"
                          "  - {name: t, files: exports/*.csv}\n" },
        AREAS,
        TIDY("12586,2024,members,5000\n12586,2026,members,21000\n") },
      "compute",
      "-i members_count --format csv",
      { "members_count,12586,Hưng Hà,commune,2026,,21000,,21000" },
      { "21000,,21000,,,persons,ok,5000", ",16000," } },
    { 10,
      "a commune that bears a district's name",
      { { "project.yaml", "title: T\nroot: 33\ntier: commune\nperiod: 2025\n"
                          "sources:\n  - {name: t, files: exports/*.csv, "
                          "cutoff: 2025-12-31}\n" },
        AREAS,
        TIDY("Đông Hưng,2025,population,22281\n") },
      "import",
      "--format csv",
      { "12688,2025,population,22281" },
      { "340,2025" } },
    { 12,
      "more five-year-olds in class than live there",
      { PROJECT("2022", ""),
        AREAS,
        { "exports/t.csv", "area,period,quantity,value,age\n"
                           "34,2022,enrolled,1030,5\n"
                           "34,2022,population,1000,5\n" } },
      "compute",
      "-i kg5_rate --format csv",
      { "kg5_rate,34,Thái Bình,province,2022,,1030,1000,103,,,%,invalid" },
      { NULL } },
    { 12,
      "and it is a finding",
      { PROJECT("2022", ""),
        AREAS,
        { "exports/t.csv", "area,period,quantity,value,age\n"
                           "34,2022,enrolled,1030,5\n"
                           "34,2022,population,1000,5\n" } },
      "check",
      "--format csv",
      { "out_of_bounds,doubt,exports/t.csv,2," },
      { NULL } },
    /* 1,012 finish of 1,000 who began five years before. */
    { 13,
      "more finish than began",
      { PROJECT("2022", ""),
        AREAS,
        { "exports/t.csv", "area,period,quantity,value,school_level,grade\n"
                           "34,2022,completers,1012,primary,\n"
                           "34,2018,enrolled,1000,,1\n" } },
      "compute",
      "-i cohort_completion_primary -p 2022 --format csv",
      { ",1012,1000,101.2," },
      { "invalid" } },
    { 14,
      "a part greater than its whole",
      { PROJECT("2014", ""),
        AREAS,
        { "exports/t.csv", "area,period,quantity,value,sex\n"
                           "34,2014,leavers,10,\n34,2014,leavers,46,F\n" } },
      "check",
      "--format csv",
      { "part_exceeds_whole,reject,exports/t.csv,3," },
      { NULL } },
    { 14,
      "a rate of a part that the whole contradicts",
      { PROJECT("2014", ""),
        AREAS,
        { "exports/t.csv", "area,period,quantity,value,sex\n"
                           "34,2014,dropout_rate_published,0.01,\n"
                           "34,2014,dropout_rate_published,0.46,F\n" } },
      "check",
      "--format csv",
      { "rate_of_part,doubt,exports/t.csv,3," },
      { "part_exceeds_whole" } },
    /* 1,500,000 / 1,860,000 = .80645: attendances, no share of persons. */
    { 15,
      "attendances are not persons",
      { PROJECT("2012", ""), AREAS,
        TIDY("34,2012,centre_visits,1500000\n34,2012,population,1860000\n") },
      "explain",
      "34 clc_visits_per_capita 2012",
      { "0.806451612903 visits per person" },
      { "%" } },
    { 17,
      "a target that counts provinces",
      { PROJECT("2020", ""),
        AREAS,
        TIDY("34,2020,members,700000\n34,2020,population,1800000\n"),
        { "targets.csv",
          "indicator,applies,area,where,period,operator,value,unit,kind,"
          "unit_counted,status,source\n"
          "member_rate,root,,,2020,≥,70,percent,legal,province,approved,"
          "X\n" } },
      "check",
      "--format csv",
      { "target_unit,doubt,targets.csv,2," },
      { NULL } },
    { 17,
      "and judges no single one",
      { PROJECT("2020", ""),
        AREAS,
        TIDY("34,2020,members,700000\n34,2020,population,1800000\n"),
        { "targets.csv",
          "indicator,applies,area,where,period,operator,value,unit,kind,"
          "unit_counted,status,source\n"
          "member_rate,root,,,2020,≥,70,percent,legal,province,approved,"
          "X\n" } },
      "compute",
      "-i member_rate --format csv",
      { "not_assessable" },
      { "not_met" } },
    { 18,
      "a threshold by a class that is not known",
      { PROJECT("2020", ""),
        { "areas.csv", "code,tier,parent,name,commune_class\n34,province,,T,\n"
                       "340,commune,34,A,\n" },
        TIDY("340,2020,members,70\n340,2020,population,180\n"),
        { "targets.csv",
          "indicator,applies,area,where,period,operator,value,unit,kind,"
          "unit_counted,status,source\n"
          "member_rate,each,,commune_class=hard,2020,≥,70,percent,legal,,"
          "approved,X\n" } },
      "compute",
      "-i member_rate -a 340 --format csv",
      { "not_assessable" },
      { "not_met" } },
    { 19,
      "names that offices write",
      { PROJECT("2020", ""), AREAS,
        TIDY("Kiến Xơng,2020,members,1\nThái Thuỵ,2020,members,2\n"
             "Vũ Quí,2020,members,3\nĐông Hƣng,2020,members,4\n"
             /* the same letters decomposed */
             "Huyện Hu\xcc\x9bng Ha\xcc\x80,2020,population,5\n") },
      "import",
      "--format csv",
      { "343,2020,members,1,", "341,2020,members,2,", "13120,2020,members,3,",
        "340,2020,members,4,", "339,2020,population,5," },
      { NULL } },
    { 19,
      "a name that is nearly another",
      { PROJECT("2020", ""), AREAS, TIDY("Hùng Hà,2020,members,1\n") },
      "check",
      "--format csv",
      { "unknown_area,reject,exports/t.csv,2,", "Hưng Hà (" },
      { NULL } },
    { 20,
      "a dash is no zero",
      { PROJECT("2016", ""), AREAS, DASH, DASH_LAYOUT("") },
      "import",
      "--format csv",
      { "339,2016,leavers,,missing" },
      { "339,2016,leavers,0" } },
    { 20,
      "unless the layout says so",
      { PROJECT("2016", ""), AREAS, DASH,
        DASH_LAYOUT("  missing: {\"-\": zero}\n") },
      "import",
      "--format csv",
      { "339,2016,leavers,0,zero" },
      { NULL } },
    { 21,
      "a printed total is not added once more",
      { PROJECT("2016", ""), AREAS, TOTAL("303"), TOTAL_LAYOUT },
      "compute",
      "-i members_count -a 34 --format csv",
      { "members_count,34,Thái Bình,province,2016,,303,,303" },
      { "606" } },
    { 21,
      "and one that is wrong is told",
      { PROJECT("2016", ""), AREAS, TOTAL("290"), TOTAL_LAYOUT },
      "check",
      "--format csv",
      { "total_mismatch,doubt,exports/d.csv,4," },
      { NULL } },
    { 22,
      "a single year that is a school year",
      { PROJECT("2015", ""),
        AREAS,
        { "exports/d.csv", "Năm học;Huyện;Học sinh\n2015;Hưng Hà;900\n" },
        { "layouts/d.yaml",
          "d:\n  needs: [Năm học, Học sinh]\n  school_year: start\n"
          "  period: {column: Năm học}\n"
          "  columns:\n    - {head: Huyện, field: area, tier: district}\n"
          "    - {head: Học sinh, quantity: enrolled}\n" } },
      "compute",
      "-i enrolled_in_2015 --format csv",
      { "enrolled_in_2015,339,Hưng Hà,district,2015,,900,,900" },
      { NULL } },
    /* 40 + (60 - 40) x 2/5 = 48 */
    { 23,
      "a point between two targets is no target",
      { PROJECT("2024", ""),
        AREAS,
        TIDY("34,2024,members,700000\n34,2024,population,2000000\n"),
        { "targets.csv",
          "indicator,applies,area,where,period,operator,value,unit,kind,"
          "unit_counted,status,source\n"
          "member_rate,root,,,2022,≥,40,percent,legal,,approved,X\n"
          "member_rate,root,,,2027,≥,60,percent,legal,,approved,Y\n" } },
      "explain",
      "34 member_rate 2024",
      { "48", "milestone" },
      { "not met" } },
    { 24,
      "two populations of one province and year",
      { PROJECT("2019", ""),
        AREAS,
        TIDY("34,2019,population,3567943\n34,2019,members,900000\n"),
        { "exports/u.csv", "area,period,quantity,value\n"
                           "34,2019,population,3208400\n" } },
      "check",
      "--format csv",
      { "duplicate_conflict,reject,exports/u.csv,2,", "3208400", "3,567,943" },
      { NULL } },
    { 24,
      "and no rate is taken of either",
      { PROJECT("2019", ""),
        AREAS,
        TIDY("34,2019,population,3567943\n34,2019,members,900000\n"),
        { "exports/u.csv", "area,period,quantity,value\n"
                           "34,2019,population,3208400\n" } },
      "compute",
      "-i member_rate --format csv",
      { NULL },
      { "25.2246", "28.0513" } },
    { 25,
      "a district after the districts",
      { { "project.yaml", "title: T\nlanguage: en\nroot: 33\ntier: commune\n"
                          "period: 2026\nsources:\n"
                          "  - {name: t, files: exports/*.csv}\n" },
        AREAS,
        TIDY("339,2026,members,100\n12688,2026,members,50\n") },
      "check",
      "--format csv",
      { "tier_abolished,reject,exports/t.csv,2,", "not 0" },
      { NULL } },
};

/* --- springing them ---------------------------------------------------------
 */

static void write_files(const struct trap *trap, const char *root)
{
    struct fault fault;
    char path[256];
    static const char *const folders[] = { "exports", "layouts", "indicators" };

    for (size_t i = 0; i < 3; i++) {
        snprintf(path, sizeof path, "%s/%s", root, folders[i]);
        assert_true(folder_make(test_path(path), &fault));
    }
    snprintf(path, sizeof path, "%s/indicators/t.yaml", root);
    test_write(path,
               "enrolled_in_2015:\n  name: Học sinh\n  name_en: Pupils\n"
               "  clause: 3\n  group: t\n  kind: count\n  numerator: enrolled\n"
               "  unit: người\n  better: none\n  noise: none\n  material: 1\n"
               "  scale: 1\n");
    for (size_t i = 0; i < FILES && trap->files[i].name; i++) {
        snprintf(path, sizeof path, "%s/%s", root, trap->files[i].name);
        test_write(path, trap->files[i].text);
    }
}

static int spring(const struct trap *trap, size_t index)
{
    char root[32], words[512];
    int wrong = 0;

    snprintf(root, sizeof root, "trap%zu", index);
    write_files(trap, root);
    snprintf(words, sizeof words, "%s %s %s --lang en", trap->command,
             test_path(root), trap->options);
    struct program_run run = program_run(words);
    for (size_t i = 0; i < WORDS && trap->wanted[i]; i++)
        wrong += strstr(run.out, trap->wanted[i]) == NULL;
    for (size_t i = 0; i < WORDS && trap->unwanted[i]; i++)
        wrong += strstr(run.out, trap->unwanted[i]) != NULL;
    if (wrong > 0 || run.status > 1)
        print_error("trap %d, %s: hoctap %s\n%s%s\n", trap->number, trap->name,
                    words, run.out, run.err);
    wrong += run.status > 1;
    program_free(&run);
    return wrong;
}

static void all_traps(void **state)
{
    int wrong = 0;

    (void)state;
    for (size_t i = 0; i < sizeof traps / sizeof *traps; i++)
        wrong += spring(&traps[i], i) > 0;
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(all_traps) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
