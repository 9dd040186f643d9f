/*
 * forms_xlsx.c - a return form as a workbook.
 *
 *  (1) Only the cells to fill are open; heads, codes and last figures are
 *      protected, without a password: against slips, not against people.
 *  (2) A figure must be a number; its state is chosen from a list. Both say
 *      what is wanted when the cell is entered.
 *  (3) The second sheet explains each quantity: its unit and the indicators
 *      that are made of it, with their notes.
 *  (4) Everything is written as text or number, nothing as a formula; the dates
 *      in the file are the report's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>
#include <xlsxwriter.h>

#include "engine/base/arena.h"
#include "engine/base/fault.h"
#include "engine/base/text.h"
#include "engine/report/forms.h"

enum { TITLE_ROW = 0, HINT_ROW = 1, HEAD_ROW = 3, FIRST_ROW = 4 };

struct form_book {
    const struct forms *forms;
    size_t area;
    lxw_workbook *book;
    lxw_format *title, *wrap, *head, *fixed, *figure, *open, *open_text;
};

static lxw_format *bordered(lxw_workbook *book)
{
    lxw_format *format = workbook_add_format(book);
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, 0xBFBFBF);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
}

static void add_formats(struct form_book *made)
{
    lxw_workbook *book = made->book;
    made->title = workbook_add_format(book);
    format_set_bold(made->title);
    format_set_font_size(made->title, 14);
    made->wrap = workbook_add_format(book);
    format_set_text_wrap(made->wrap);
    format_set_align(made->wrap, LXW_ALIGN_VERTICAL_TOP);
    made->head = bordered(book);
    format_set_bold(made->head);
    format_set_text_wrap(made->head);
    format_set_bg_color(made->head, 0xDBE9F6);
    made->fixed = bordered(book);
    format_set_text_wrap(made->fixed);
    format_set_font_color(made->fixed, 0x404040);
    format_set_bg_color(made->fixed, 0xF6F8FA);
    made->figure = bordered(book);
    format_set_align(made->figure, LXW_ALIGN_RIGHT);
    format_set_font_color(made->figure, 0x404040);
    format_set_bg_color(made->figure, 0xF6F8FA);
    made->open = bordered(book);
    format_set_unlocked(made->open);
    format_set_num_format(made->open, "0.######");
    made->open_text = bordered(book);
    format_set_unlocked(made->open_text);
    format_set_text_wrap(made->open_text);
}

static void set_widths(lxw_worksheet *sheet, const struct forms *forms)
{
    static const double widths[FORM_COLUMNS] = {
        [FORM_AREA] = 10,   [FORM_AREA_NAME] = 22, [FORM_PERIOD] = 11,
        [FORM_GROUP] = 14,  [FORM_QUANTITY] = 30,  [FORM_WORDS] = 48,
        [FORM_UNIT] = 11,   [FORM_LAST] = 24,      [FORM_VALUE] = 16,
        [FORM_STATUS] = 16, [FORM_NOTE] = 26,
    };
    for (lxw_col_t c = 0; c < FORM_COLUMNS; c++)
        worksheet_set_column(sheet, c, c, widths[c], NULL);
    worksheet_set_column(sheet, FORM_COLUMNS,
                         (lxw_col_t)(FORM_COLUMNS + forms->dimension_count), 12,
                         NULL);
}

/* (2) */
static void validate(const struct form_book *made, lxw_worksheet *sheet)
{
    const struct report_input *input = made->forms->input;
    lxw_row_t last = (lxw_row_t)(FIRST_ROW + made->forms->row_count - 1);
    char *states[] = { say(input, "form.state_provisional", NULL),
                       say(input, "form.state_estimate", NULL), NULL };
    lxw_data_validation number = {
        .validate = LXW_VALIDATION_TYPE_DECIMAL,
        .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
        .minimum_number = -1e15,
        .maximum_number = 1e15,
        .input_title = form_head(made->forms, FORM_VALUE),
        .input_message = say(input, "form.value_hint", NULL),
        .error_title = form_head(made->forms, FORM_VALUE),
        .error_message = say(input, "form.value_error", NULL),
    };
    lxw_data_validation state = {
        .validate = LXW_VALIDATION_TYPE_LIST,
        .value_list = states,
        .input_title = form_head(made->forms, FORM_STATUS),
        .input_message = say(input, "form.state_hint", NULL),
    };
    worksheet_data_validation_range(sheet, FIRST_ROW, FORM_VALUE, last,
                                    FORM_VALUE, &number);
    worksheet_data_validation_range(sheet, FIRST_ROW, FORM_STATUS, last,
                                    FORM_STATUS, &state);
}

static void write_row(const struct form_book *made, lxw_worksheet *sheet,
                      size_t row)
{
    size_t columns = FORM_COLUMNS + made->forms->dimension_count;
    lxw_row_t at = (lxw_row_t)(FIRST_ROW + row);
    for (size_t c = 0; c < columns; c++) {
        lxw_col_t column = (lxw_col_t)c;
        if (c == FORM_VALUE)
            worksheet_write_blank(sheet, at, column, made->open);
        else if (c == FORM_STATUS || c == FORM_NOTE)
            worksheet_write_blank(sheet, at, column, made->open_text);
        else
            worksheet_write_string(sheet, at, column,
                                   form_cell(made->forms, made->area, row, c),
                                   c == FORM_LAST ? made->figure : made->fixed);
    }
}

static void set_paper(lxw_worksheet *sheet, size_t columns)
{
    worksheet_set_paper(sheet, 9); /* A4 */
    worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_repeat_rows(sheet, HEAD_ROW, HEAD_ROW);
    worksheet_set_footer(sheet, "&C&P / &N");
    worksheet_print_area(sheet, 0, 0, LXW_ROW_MAX - 1,
                         (lxw_col_t)(columns - 1));
}

static void write_form(const struct form_book *made)
{
    const struct forms *forms = made->forms;
    const struct report_input *input = forms->input;
    lxw_worksheet *sheet =
        workbook_add_worksheet(made->book, say(input, "form.sheet", NULL));
    size_t columns = FORM_COLUMNS + forms->dimension_count;
    lxw_protection allowed = { .format_columns = 1, .autofilter = 1 };
    worksheet_write_string(sheet, TITLE_ROW, 0,
                           say(input, "form.title", "area",
                               say_area(input, forms->areas[made->area]),
                               "period", say_when(input, forms->period), NULL),
                           made->title);
    worksheet_merge_range(sheet, HINT_ROW, 0, HINT_ROW, FORM_NOTE,
                          say(input, "form.hint", NULL), made->wrap);
    worksheet_set_row(sheet, HINT_ROW, 48, NULL);
    worksheet_set_row(sheet, HEAD_ROW, 32, NULL);
    for (size_t c = 0; c < columns; c++)
        worksheet_write_string(sheet, HEAD_ROW, (lxw_col_t)c,
                               form_head(forms, c), made->head);
    for (size_t r = 0; r < forms->row_count; r++)
        write_row(made, sheet, r);
    set_widths(sheet, forms);
    validate(made, sheet);
    worksheet_freeze_panes(sheet, FIRST_ROW, 0);
    worksheet_autofilter(sheet, HEAD_ROW, 0,
                         (lxw_row_t)(HEAD_ROW + forms->row_count),
                         (lxw_col_t)(columns - 1));
    set_paper(sheet, FORM_COLUMNS);
    worksheet_protect(sheet, NULL, &allowed); /* (1) */
}

/* Is the quantity's id a word of the expression? */
static bool speaks_of(const char *expression, const char *id)
{
    static const char word[] = "abcdefghijklmnopqrstuvwxyz_0123456789";
    size_t length = strlen(id);
    while (expression != NULL && *expression != '\0') {
        size_t run = strspn(expression, word);
        if (run == length && memcmp(expression, id, length) == 0)
            return true;
        expression += run;
        expression += strcspn(expression, word);
    }
    return false;
}

/* (3) "Tỷ lệ hội viên trên dân số. Chú thích …" */
static char *uses_of(const struct report_input *input, const char *id)
{
    const struct catalogue *catalogue = &input->study->catalogue;
    struct text out = text_new();
    for (uint16_t i = 0; i < catalogue->count; i++) {
        const struct indicator *indicator = &catalogue->items[i];
        if (!speaks_of(indicator->numerator, id) &&
            !speaks_of(indicator->denominator, id))
            continue;
        const char *notes =
            say_either(input, indicator->notes, indicator->notes_en);
        text_addf(&out, "%s%s.%s%s", out.length > 0 ? "\n" : "",
                  say_indicator(input, i), notes == NULL ? "" : " ",
                  notes == NULL ? "" : notes);
    }
    char *kept = arena_copy(input->arena, out.bytes, out.length);
    text_free(&out);
    return kept;
}

static bool is_first_of_quantity(const struct forms *forms, size_t row)
{
    for (size_t i = 0; i < row; i++)
        if (forms->rows[i].quantity == forms->rows[row].quantity)
            return false;
    return true;
}

static void write_definitions(const struct form_book *made)
{
    const struct forms *forms = made->forms;
    const struct report_input *input = forms->input;
    lxw_worksheet *sheet = workbook_add_worksheet(
        made->book, say(input, "form.definitions", NULL));
    static const double widths[] = { 26, 44, 12, 90 };
    const char *heads[] = { form_head(forms, FORM_QUANTITY),
                            form_head(forms, FORM_WORDS),
                            form_head(forms, FORM_UNIT),
                            say(input, "form.used_in", NULL) };
    lxw_row_t at = 0;
    for (lxw_col_t c = 0; c < 4; c++) {
        worksheet_set_column(sheet, c, c, widths[c], NULL);
        worksheet_write_string(sheet, at, c, heads[c], made->head);
    }
    for (size_t r = 0; r < forms->row_count; r++) {
        const struct quantity *quantity =
            &input->study->codebook.quantities[forms->rows[r].quantity];
        if (!is_first_of_quantity(forms, r))
            continue;
        const char *cells[] = {
            quantity->id,
            say_either(input, quantity->name, quantity->name_en),
            say_either(input, quantity->unit, quantity->unit_en),
            uses_of(input, quantity->id),
        };
        at++;
        for (lxw_col_t c = 0; c < 4; c++)
            worksheet_write_string(sheet, at, c, cells[c] ? cells[c] : "",
                                   made->fixed);
    }
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_set_paper(sheet, 9);
    worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
    worksheet_protect(sheet, NULL, NULL);
}

bool form_xlsx(const char *path, const struct forms *forms, size_t area,
               struct fault *fault)
{
    enum { FIRST_DAY = 315532800 }; /* 1980-01-01, a zip's first; (4) */
    struct form_book made = { .forms = forms, .area = area };
    lxw_doc_properties properties = {
        .title = say(forms->input, "form.sheet", NULL),
        .created = FIRST_DAY,
    };
    made.book = workbook_new(path);
    if (made.book == NULL)
        return fault_errno(fault, path, "file.unwritable");
    workbook_set_properties(made.book, &properties);
    add_formats(&made);
    write_form(&made);
    write_definitions(&made);
    if (workbook_close(made.book) == LXW_NO_ERROR)
        return true;
    return fault_errno(fault, path, "file.unwritable");
}
