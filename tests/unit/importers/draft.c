/*
 * draft.c - what a draft says of small nasty files, and that it reads them.
 *
 * A case is a file, lines that its draft must hold, and the answers a person
 * gives to the TODOs from top to bottom. The draft with its answers must read
 * the observations that were worked out by hand; codes are those of the
 * sample's register (340 Đông Hưng, 342 Tiền Hải).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/unit/importers/trial.h"

#include "engine/base/yaml.h"
#include "importers/draft.h"
#include "importers/layout.h"
#include "importers/numbers.h"

enum { LINES = 8, ANSWERS = 8 };

struct draft_case {
    const char *label, *name, *bytes;
    size_t length; /* 0 = a string */
    const char *lines[LINES], *answers[ANSWERS];
    const char *wanted;
    bool no_register;
};

static struct arena *arena, *scratch;

static const struct study *load(bool no_register)
{
    struct fault fault = { .message = "" };
    struct study_request request = { no_register ? NULL
                                                 : "data/sample/thai-binh",
                                     "data", "en" };
    struct study *study;
    if (!study_load(&study, &request, arena, NULL, &fault))
        fail_msg("%s:%u: %s", fault.where, fault.line, fault.message);
    return study;
}

static const char *write_case(const struct draft_case *one)
{
    return test_write_bytes(one->name, one->bytes,
                            one->length > 0 ? one->length : strlen(one->bytes));
}

/* The TODOs behind a colon, one answer each. */
static struct text fill(const char *yaml, const struct draft_case *one)
{
    struct text out = text_new();
    size_t answer = 0;
    const char *todo;
    while ((todo = strstr(yaml, ": TODO")) != NULL) {
        assert_true(answer < ANSWERS && one->answers[answer] != NULL);
        text_add_bytes(&out, yaml, (size_t)(todo - yaml));
        text_addf(&out, ": %s", one->answers[answer++]);
        yaml = todo + strlen(": TODO");
    }
    assert_true(answer == ANSWERS || one->answers[answer] == NULL);
    text_add(&out, yaml);
    return out;
}

static void read_by(const struct study *study, const struct draft_case *one,
                    const struct text *yaml, const char *path)
{
    struct study only = *study;
    struct layout_list *list = layout_list_new(arena);
    struct table *table = table_new(arena);
    struct fault fault = { .message = "" };
    struct text out = text_new();
    struct import_context context = { .study = &only,
                                      .findings = findings_new(arena),
                                      .scratch = scratch };
    if (!layout_parse(list, yaml, &study->codebook, arena, &fault))
        fail_msg("%s: %u:%u %s\n%s", one->label, fault.line, fault.column,
                 fault.message, yaml->bytes);
    only.layouts = list->items;
    only.layout_count = list->count;
    assert_true(import_file(table, path, one->name, NULL, &context, &fault));
    text_add(&out, "");
    for (size_t i = 0; i < table->count; i++)
        trial_say_row(&out, study, table, i);
    for (size_t i = 0; i < context.findings->count; i++)
        trial_say_finding(&out, &context.findings->items[i]);
    if (strcmp(out.bytes, one->wanted) != 0)
        fail_msg("%s:\n%s--- wanted\n%s--- got\n%s", one->label, yaml->bytes,
                 one->wanted, out.bytes);
    text_free(&out);
}

static void run_case(const struct draft_case *one)
{
    const struct study *study = load(one->no_register);
    struct import_context context = { .study = study,
                                      .findings = findings_new(arena),
                                      .scratch = scratch };
    struct fault fault = { .message = "" };
    struct drafted drafted;
    const char *path = write_case(one);
    if (!draft_file(&drafted, path, one->name, &context, arena, &fault))
        fail_msg("%s: %s", one->label, fault.message);
    for (size_t i = 0; i < LINES && one->lines[i] != NULL; i++)
        if (strstr(drafted.yaml.bytes, one->lines[i]) == NULL)
            fail_msg("%s: no “%s” in\n%s", one->label, one->lines[i],
                     drafted.yaml.bytes);
    struct text filled = fill(drafted.yaml.bytes, one);
    read_by(study, one, &filled, path);
    text_free(&filled);
    text_free(&drafted.yaml);
}

/* As many characters as a comment shows of a cell. */
#define LONG_CELL                                                              \
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnop"                               \
    "qrstuvwxyzabcdefghijklmnopqrstuvwxyzab"

static const struct draft_case cases[] = {
    { .label = "units, shares, a name that is a total's word",
      .name = "thu-2023.csv",
      .bytes = "KINH PHÍ KHUYẾN HỌC NĂM 2023\n"
               "Đơn vị tính: triệu đồng\n"
               "Huyện;Thu;Chi (nghìn đồng);Tỷ lệ (%)\n"
               "Đông Hưng;1,5;2,25;60,5\n"
               "Tiền Hải;3;4;75\n"
               "Cộng;4,5;6,25;\n",
      .lines = { "\nthu:\n", "name: KINH PHÍ KHUYẾN HỌC\n",
                 "title: \"*KINH PHÍ KHUYẾN HỌC NĂM *\"", "decimal: comma",
                 "totals: [\"Cộng*\"]",
                 "{head: Thu, quantity: TODO, scale: 1000000}",
                 "{head: Chi (nghìn đồng), quantity: TODO, scale: 1000}",
                 "{head: \"Tỷ lệ (%)\", quantity: TODO}" },
      .answers = { "fund_raised", "fund_spent", "member_rate_published" },
      .wanted = "340 2023 fund_raised 1500000 ok :4\n"
                "340 2023 fund_spent 2250 ok :4\n"
                "340 2023 member_rate_published 60.5 ok :4\n"
                "342 2023 fund_raised 3000000 ok :5\n"
                "342 2023 fund_spent 4000 ok :5\n"
                "342 2023 member_rate_published 75 ok :5\n"
                "34 2023 fund_raised 4500000 ok T :6\n"
                "34 2023 fund_spent 6250 ok T :6\n"
                "34 2023 member_rate_published none missing T :6\n" },
    { .label = "Cộng is a total, Cộng Hòa a commune: no star",
      .name = "xa-2023.csv",
      .bytes = "Huyện;Xã;Hội viên\n"
               "Hưng Hà;Cộng Hòa;512\n"
               "Hưng Hà;Hồng An;617\n"
               ";Cộng;1129\n",
      .lines = { "totals: [Cộng]\n", "field: parent, tier: district",
                 "field: area, tier: commune}", "period: {file: '(\\d{4})'}" },
      .answers = { "members" },
      .wanted = "12595 2023 members 512 ok :2\n"
                "12661 2023 members 617 ok :3\n"
                "34 2023 members 1129 ok T :4\n" },
    { .label = "heads in two rows, merged; only 1.234",
      .name = "hv-2022.csv",
      .bytes = "SỞ A;CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM;;\n"
               "Độc lập - Tự do - Hạnh phúc;;;\n"
               "Biểu hội viên năm 2022;;;\n"
               ";;;\n"
               "TT;Huyện, thị xã;Hội viên;\n"
               ";;Tổng số;Trong đó: nữ\n"
               "(A);(B);(1);(2)\n"
               "1;Đông Hưng;1.234;1.111\n"
               "2;Tiền Hải;9.876;4.321\n"
               "Người lập;;;\n",
      .lines = { "name: Biểu hội viên\n", "heads in rows [5, 6]",
                 "decimal: TODO   # columns that read in two ways: 2",
                 "“1.234” (line 8)", "skip_rows: [\"Người lập*\"]",
                 "period: {title: ",
                 "\"Hội viên / Trong đó: nữ\", quantity: TODO, set: {sex: F}}",
                 "members (Association members)" },
      .answers = { "comma", "members", "members" },
      .wanted = "340 2022 members 1234 ok :8\n"
                "340 2022 members sex=F 1111 ok :8\n"
                "342 2022 members 9876 ok :9\n"
                "342 2022 members sex=F 4321 ok :9\n" },
    { .label = "wide school years over levels and sexes",
      .name = "hs.csv",
      .bytes = "Huyện,Tiểu học,,,,THCS,,,\n"
               ",2021-2022,,\"Sơ bộ\n2022-\n2023\",,2021-2022,,\"Sơ bộ\n2022-"
               "\n2023\",\n"
               ",Tổng số,Nữ,Tổng số,Nữ,Tổng số,Nữ,Tổng số,Nữ\n"
               "Đông Hưng,10,4,20,9,30,14,40,19\n",
      .lines = { "# columns like “Tiểu học / 2021-2022 / Tổng số”: 8",
                 "(?<school_level>Tiểu học|THCS) / (?<period>(?:Sơ bộ )?",
                 "(?<sex>Tổng số|Nữ)$', quantity: TODO}", "school_year: start",
                 "period: {head: true}", "sex: {Tổng số: all}",
                 "school_level: {THCS: lower_secondary}" },
      .answers = { "enrolled" },
      .wanted =
          "340 2021-2022 enrolled school_level=primary 10 ok :8\n"
          "340 2021-2022 enrolled school_level=primary sex=F 4 ok :8\n"
          "340 2022-2023 enrolled school_level=primary 20 provisional :8\n"
          "340 2022-2023 enrolled school_level=primary sex=F 9 provisional "
          ":8\n"
          "340 2021-2022 enrolled school_level=lower_secondary 30 ok :8\n"
          "340 2021-2022 enrolled school_level=lower_secondary sex=F 14 ok "
          ":8\n"
          "340 2022-2023 enrolled school_level=lower_secondary 40 provisional "
          ":8\n"
          "340 2022-2023 enrolled school_level=lower_secondary sex=F 19 "
          "provisional :8\n" },
    { .label = "ticks, and years that only some heads have",
      .name = "tick-2023.csv",
      .bytes = "Huyện,Có thư viện,So với năm 2022,Dân số 2021,Dân số 2022\n"
               "Đông Hưng,x,5,100,101\n"
               "Tiền Hải,,6,200,202\n",
      .lines = { "{head: Có thư viện, quantity: TODO, values: {x: 1}}",
                 "{head: So với năm 2022, quantity: TODO}",
                 "period: {file: '(\\d{4})'}",
                 "{match: '^Dân số (?<period>\\d{4})$', quantity: TODO}" },
      .answers = { "libraries", "awards", "population" },
      .wanted = "340 2023 libraries 1 ok :2\n"
                "340 2023 awards 5 ok :2\n"
                "340 2021 population 100 ok :2\n"
                "340 2022 population 101 ok :2\n"
                "342 2023 libraries none missing :3\n"
                "342 2023 awards 6 ok :3\n"
                "342 2021 population 200 ok :3\n"
                "342 2022 population 202 ok :3\n" },
    { .label = "codes in a column, ages, signs, a word among numbers",
      .name = "tuoi-2020.csv",
      .bytes = "Huyện|Giới tính|Nhóm tuổi|Biết chữ\n"
               "Đông Hưng|Nam|15-25|901\n"
               "Đông Hưng|Nữ|60+|-\n"
               "Tiền Hải|Cả hai giới|6 tuổi|chưa rõ\n"
               "Tiền Hải|Nữ|6|…\n",
      .lines = { "{head: Giới tính, field: sex}",
                 "{head: Nhóm tuổi, field: age}",
                 "missing: {\"-\": missing, …: missing}", "- × 1, … × 1",
                 "a word among the numbers: “chưa rõ” (line 4)",
                 "sex: {Cả hai giới: all}", "age: {6 tuổi: 6}" },
      .answers = { "literate_level_1" },
      .wanted = "340 2020 literate_level_1 age=15..25 sex=M 901 ok :2\n"
                "340 2020 literate_level_1 age=60.. sex=F none missing :3\n"
                "342 2020 literate_level_1 age=6 sex=F none missing :5\n"
                "bad_number 4:4 [chưa rõ]\n" },
    { .label = "TCVN3: the alphabet is written down",
      .name = "tcvn-2010.csv",
      TRIAL_BYTES("Huy\xD6n;H\xE9i vi\xAAn;N\xF7\n"
                  "\xA7\xABng H\xADng;1200;600\n"
                  "Ti\xD2n H\xB6i;900;450\n"
                  "Ki\xD5n X\xAD\xACng;800;400\n"),
      .lines = { "encoding: tcvn3\n", "3 of 3 names" },
      .answers = { "members", "members" },
      .wanted = "340 2010 members 1200 ok :2\n"
                "340 2010 members sex=F 600 ok :2\n"
                "342 2010 members 900 ok :3\n"
                "342 2010 members sex=F 450 ok :3\n"
                "343 2010 members 800 ok :4\n"
                "343 2010 members sex=F 400 ok :4\n" },
    { .label = "hostile heads",
      .name = "hostile-2023.csv",
      .bytes = "Huyện: TP,- a,# b,%,* c,\"d\n\x07"
               "e\",\"say \"\"f\"\"\",\"{g}, [h] & !i | j\"\n"
               "Đông Hưng,1,2,3,4,5,6,7\n",
      .lines = { "{head: \"Huyện: TP\", field: area", "head: \"- a\"",
                 "head: \"# b\"", "head: \"%\"", "head: \"* c\"",
                 "head: \"d \\u0007e\"", "head: \"say \\\"f\\\"\"",
                 "head: \"{g}, [h] & !i | j\"" },
      .answers = { "members", "clans", "villages", "units", "chapters",
                   "cadres", "awards" },
      .wanted = "340 2023 members 1 ok :3\n"
                "340 2023 clans 2 ok :3\n"
                "340 2023 villages 3 ok :3\n"
                "340 2023 units 4 ok :3\n"
                "340 2023 chapters 5 ok :3\n"
                "340 2023 cadres 6 ok :3\n"
                "340 2023 awards 7 ok :3\n" },
    { .label = "a total that adds up in one reading; no register",
      .name = "bd-2020.csv",
      .bytes = "Xã;Người;Lượt\n"
               "Cộng Hòa;300;1.234\n"
               "Hồng An;887;2.345\n"
               "Cộng;1.187;3.579\n"
               "Nguồn số liệu báo cáo;;\n",
      .lines = { "decimal: comma   # columns that show it: 1", "totals: [Cộng]",
                 "skip_rows: [\"Nguồn*\"]" },
      .answers = { "members", "awards" },
      .wanted = "Cộng Hòa 2020 members 300 ok :2\n"
                "Cộng Hòa 2020 awards 1234 ok :2\n"
                "Hồng An 2020 members 887 ok :3\n"
                "Hồng An 2020 awards 2345 ok :3\n"
                "Cộng 2020 members 1187 ok T :4\n"
                "Cộng 2020 awards 3579 ok T :4\n",
      .no_register = true },
    { .label = "a quarter in the title",
      .name = "bc.csv",
      .bytes = "Báo cáo quý II năm 2023\nĐơn vị;Suất\nHuyện Đông Hưng;7\n",
      .lines = { "period: {title: '(?i)((?:quý (?:I{1,3}|IV|[1-4])|"
                 "(?:3|6|9|ba|sáu|chín) tháng)\\b.*?\\d{4})'}",
                 "field: area, tier: district" },
      .answers = { "scholarships" },
      .wanted = "340 2023-Q2 scholarships 7 ok :3\n" },
    { .label = "a first row without a number names an area",
      .name = "nha-van-hoa-2021.csv",
      .bytes = "Huyện,Nhà văn hóa,Thư viện\nHuyện Đông Hưng,,Không\n"
               "Huyện Quỳnh Phụ,x,Có\n",
      .lines = { "needs: [Huyện, Nhà văn hóa]",
                 "# column 3 “Thư viện”: words, left out" },
      .answers = { "culture_houses" },
      .wanted = "340 2021 culture_houses none missing :2\n"
                "338 2021 culture_houses 1 ok :3\n"
                "unmatched_columns 1:0\n" },
    { .label = "a head that is also called like an area",
      .name = "khu-vuc-2021.csv",
      .bytes = "Huyện;Suất;\n;Thành phố;Nông thôn\nHuyện Đông Hưng;3;4\n",
      .lines = { "needs: [Huyện, Suất / Thành phố, Suất / Nông thôn]" },
      .answers = { "scholarships", "awards" },
      .wanted = "340 2021 scholarships 3 ok :3\n340 2021 awards 4 ok :3\n" },
    { .label = "a column says what each row counts",
      .name = "chi-tieu-2023.csv",
      .bytes = "Huyện;Chỉ tiêu;Số lượng\nHuyện Đông Hưng;Hội viên;100\n"
               "Huyện Quỳnh Phụ;Chi hội;10\n",
      .lines = { "{head: Chỉ tiêu, field: quantity, "
                 "values: {Hội viên: members, Chi hội: chapters}}" },
      .answers = { "awards" },
      .wanted = "340 2023 awards 100 ok :2\n338 2023 awards 10 ok :3\n"
                "unmatched_columns 1:0\n" },
    { .label = "a long cell is shown by its beginning",
      .name = "dai-2023.csv",
      .bytes = "Đơn vị;Suất\nHuyện Đông Hưng;7\nHuyện Quỳnh Phụ;8\n"
               "Huyện Hưng Hà;" LONG_CELL LONG_CELL "\n",
      .lines = { "“" LONG_CELL "…” (line 4)" },
      .answers = { "scholarships" },
      .wanted = "340 2023 scholarships 7 ok :2\n338 2023 scholarships 8 ok :3\n"
                "bad_number 4:2 [" LONG_CELL "…]\n" },
    { .label = "heads alone, no year",
      .name = "trong.csv",
      .bytes = "STT,Xã,Số hội viên,Trong đó: nữ,Ghi chú\n",
      .lines = { "period: {fixed: TODO}", "{head: Xã, field: area, tier: com",
                 "# column 1 “STT”: running numbers, left out",
                 "# column 5 “Ghi chú”: notes, left out" },
      .answers = { "2024", "members", "members" },
      .wanted = "empty_file 0:0\n" },
    { .label = "no register: tiers by names, and columns of one name",
      .name = "don-vi-2021.csv",
      .bytes = "Tên đơn vị;Đạt;Đạt\nXã A;1;2\nXã B;3;4\n",
      .lines = { "{head: Tên đơn vị, field: area, tier: commune}",
                 "# column 3: the head “Đạt” stands further left too" },
      .answers = { "learning_units" },
      .wanted = "Xã A 2021 learning_units 1 ok :2\n"
                "Xã A 2021 learning_units 2 ok :2\n"
                "Xã B 2021 learning_units 3 ok :3\n"
                "Xã B 2021 learning_units 4 ok :3\n",
      .no_register = true },
};

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        run_case(&cases[i]);
}

static void test_no_table(void **state)
{
    static const struct {
        const char *bytes;
        size_t length;
        const char *fault;
    } files[] = { { "", 0, "draft.empty" },
                  { " \n\n", 3, "draft.empty" },
                  { "PK\x03\x04\x14\x00\x06\x00\x08\xFF\xC3\x81,;\n\x9D\x8F",
                    17, "draft.no_text" },
                  { "Kính gửi.\nĐề nghị báo cáo.\n", 30, "draft.no_table" } };
    (void)state;
    struct import_context context = { .study = load(true),
                                      .findings = findings_new(arena),
                                      .scratch = scratch };
    for (size_t i = 0; i < COUNT(files); i++) {
        struct fault fault = { .message = "" };
        struct drafted drafted;
        const char *path =
            test_write_bytes("a.csv", files[i].bytes, files[i].length);
        assert_false(
            draft_file(&drafted, path, "a.csv", &context, arena, &fault));
        assert_fault(&fault, files[i].fault);
    }
}

/* A draft stands apart from the layouts there are, also by its name; and says
 * which files it reads. */
static void test_apart(void **state)
{
    struct import_context context = { .study = load(false),
                                      .findings = findings_new(arena),
                                      .scratch = scratch };
    struct fault fault = { .message = "" };
    struct drafted drafted;
    const char *path =
        test_write("media-items-2023.csv", "Năm;Địa bàn;Số tin, bài;Khác\n"
                                           "2023;Đông Hưng;12;3\n");
    const char *like = test_write("b.csv", "Khác;Số tin, bài;Địa bàn;Năm\n");
    const char *other = test_write("c.csv", "Năm;Địa bàn;Số tin, bài\n");
    (void)state;
    assert_true(draft_file(&drafted, path, path, &context, arena, &fault));
    assert_string_equal(drafted.known, "media_items");
    assert_string_equal(drafted.id, "media_items_2");
    assert_int_equal(drafted.layout->needs_count, 4);
    assert_int_equal(drafted.todo, 2);
    assert_int_equal(drafted.layout->unfinished, 2);
    assert_true(draft_reads(&drafted, like, arena));
    assert_false(draft_reads(&drafted, other, arena));
    assert_false(draft_reads(&drafted, test_path("none.csv"), arena));
    text_free(&drafted.yaml);
}

/* What is TODO loads, is said with its line, and does not keep the rest from
 * being read. */
static void test_unfinished(void **state)
{
    static const struct draft_case one = { .label = "one column of two",
                                           .name = "half-2023.csv",
                                           .bytes =
                                               "Huyện;A;B\nĐông Hưng;1;2\n",
                                           .wanted =
                                               "340 2023 members 1 ok :2\n"
                                               "unfinished_layout 0:0 x2\n" };
    struct text yaml = text_new();
    (void)state;
    text_add(&yaml, "half:\n"
                    "  needs: [Huyện]\n"
                    "  decimal: TODO\n"
                    "  period: {file: '(\\d{4})'}\n"
                    "  columns:\n"
                    "    - {head: Huyện, field: area, tier: district}\n"
                    "    - {head: A, quantity: members}\n"
                    "    - {head: B, quantity: TODO, set: {sex: F}}\n");
    read_by(load(false), &one, &yaml, write_case(&one));
    text_free(&yaml);
}

static void test_scalars(void **state)
{
    static const char *const texts[] = {
        "",
        " a ",
        "- a",
        "-",
        "a: b",
        "a #b",
        "#",
        "%x",
        "*",
        "&a",
        "!t",
        "@",
        "`",
        "'",
        "\"",
        "\\d",
        "a\\'b",
        "x\ny",
        "\t",
        "~",
        "null",
        "[a]",
        "{a}",
        "a,b",
        "|",
        ">",
        "? a",
        "=",
        "\x07",
        "…",
        "Đ ơ",
        "a\xC2\xA0",
        "\xE2\x80\x8B",
        "TODO",
        "---",
        "...",
        "<<",
        "\xF0\x9F\x98\x80",
    };
    struct text out = text_new();
    struct yaml *list;
    struct fault fault = { .message = "" };
    (void)state;
    text_add(&out, "[");
    for (size_t i = 0; i < COUNT(texts); i++) {
        text_add(&out, i > 0 ? ", " : "");
        text_add(&out, "{");
        yaml_add_scalar(&out, texts[i]);
        text_add(&out, ": ");
        yaml_add_scalar(&out, texts[i]);
        text_add(&out, "}");
    }
    text_add(&out, "]\n");
    if (!yaml_parse(&list, "a", out.bytes, out.length, arena, &fault))
        fail_msg("%u:%u %s\n%s", fault.line, fault.column, fault.message,
                 out.bytes);
    assert_int_equal(list->count, COUNT(texts));
    for (size_t i = 0; i < COUNT(texts); i++) {
        assert_string_equal(list->items[i]->keys[0]->text, texts[i]);
        assert_string_equal(list->items[i]->items[0]->text, texts[i]);
    }
    text_free(&out);
}

static void test_powers(void **state)
{
    (void)state;
    assert_int_equal(number_power("triệu đồng", arena), 6);
    assert_int_equal(number_power("Nghìn người - Thousand persons", arena), 3);
    assert_int_equal(number_power("tỷ", arena), 9);
    assert_int_equal(number_power("Tỷ lệ %", arena), 0);
    assert_int_equal(number_power("người", arena), 0);
}

static int start(void **state)
{
    (void)state;
    arena = arena_new();
    scratch = arena_new();
    return 0;
}

static int stop(void **state)
{
    (void)state;
    arena_free(scratch);
    arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_cases, start, stop),
        cmocka_unit_test_setup_teardown(test_no_table, start, stop),
        cmocka_unit_test_setup_teardown(test_apart, start, stop),
        cmocka_unit_test_setup_teardown(test_unfinished, start, stop),
        cmocka_unit_test_setup_teardown(test_scalars, start, stop),
        cmocka_unit_test_setup_teardown(test_powers, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
