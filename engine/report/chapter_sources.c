/*
 * chapter_sources.c - where the figures come from and what is wrong with them.
 *
 *  (1) Every file with the day it is about, where it says one, and its counts,
 *      then all together: read = used + ignored + rejected.
 *  (2) Findings by rule with their totals; then, in full, the first of those
 *      that want a decision and have none.
 *  (3) Last the sums of the files, by which they can be told from others.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/model/finding.h"
#include "engine/model/table.h"
#include "engine/report/chapter_tables.h"
#include "engine/report/chapters.h"
#include "engine/report/finding_words.h"
#include "engine/report/tabulate.h"

enum { FINDINGS_IN_FULL = 60 };

/* A layout's name; the id of one that has none. */
static const char *layout_title(const struct report_input *input,
                                const char *id)
{
    for (size_t i = 0; id != NULL && i < input->study->layout_count; i++) {
        const struct layout *layout = &input->study->layouts[i];
        if (strcmp(layout->id, id) == 0 && layout->name != NULL)
            return layout->name;
    }
    return id;
}

static void source_counts(struct tabulation *t, const size_t counts[4])
{
    for (size_t k = 0; k < 4; k++)
        tabulate_number(t, say_whole(t->input, counts[k]), (double)counts[k]);
}

/* (1) */
static void source_table(struct report *report,
                         const struct report_input *input)
{
    static const char *const heads[] = {
        "table.file",         "table.layout",    "table.cutoff",
        "table.rows_read",    "table.rows_used", "table.rows_ignored",
        "table.rows_rejected"
    };
    struct tabulation t = tabulate_start(input, 7);
    size_t all[4] = { 0 };
    for (size_t i = 0; i < 7; i++)
        tabulate_head(&t, say(input, heads[i], NULL),
                      i < 3 ? ALIGN_LEFT : ALIGN_RIGHT);
    for (size_t i = 0; i < input->table->source_count; i++) {
        const struct source *s = &input->table->sources[i];
        const size_t counts[] = { s->rows_read, s->rows_used, s->rows_ignored,
                                  s->rows_rejected };
        tabulate_text(&t, s->name);
        tabulate_text(&t, layout_title(input, s->layout));
        tabulate_text(&t, say_date(input, s->cutoff));
        source_counts(&t, counts);
        for (size_t k = 0; k < 4; k++)
            all[k] += counts[k];
    }
    if (input->table->source_count > 1) {
        tabulate_text(&t, say(input, "table.all_files", NULL));
        tabulate_text(&t, NULL);
        tabulate_text(&t, NULL);
        source_counts(&t, all);
        t.table->totals = 1;
    }
    tabulate_finish(&t, report, say(input, "table.sources_caption", NULL),
                    say(input, "table.sources_note", NULL));
}

/* (2) The heaviest first. */
static void rule_table(struct report *report, const struct report_input *input)
{
    size_t totals[FINDING_RULE_COUNT] = { 0 };
    struct tabulation t = tabulate_start(input, 3);
    for (size_t i = 0; i < input->findings->count; i++)
        totals[input->findings->items[i].rule]++;
    tabulate_head(&t, say(input, "table.rule", NULL), ALIGN_LEFT);
    tabulate_head(&t, say(input, "table.weight", NULL), ALIGN_LEFT);
    tabulate_head(&t, say(input, "table.total", NULL), ALIGN_RIGHT);
    for (int weight = WEIGHT_REJECT; weight >= WEIGHT_NOTE; weight--)
        for (int r = 0; r < FINDING_RULE_COUNT; r++) {
            enum finding_rule rule = (enum finding_rule)r;
            if (totals[r] == 0 || (int)finding_weight(rule) != weight)
                continue;
            tabulate_text(&t, finding_words_rule(input, rule));
            tabulate_text(&t,
                          finding_words_weight(input, finding_weight(rule)));
            tabulate_number(&t, say_whole(input, totals[r]), (double)totals[r]);
        }
    tabulate_finish(&t, report, say(input, "table.findings_caption", NULL),
                    NULL);
}

static void finding_table(struct report *report,
                          const struct report_input *input)
{
    struct tabulation t = tabulate_start(input, 3);
    size_t shown = 0, all = 0;
    tabulate_head(&t, say(input, "table.place", NULL), ALIGN_LEFT);
    tabulate_head(&t, say(input, "table.weight", NULL), ALIGN_LEFT);
    tabulate_head(&t, say(input, "table.sentence", NULL), ALIGN_LEFT);
    for (size_t i = 0; i < input->findings->count; i++) {
        const struct finding *f = &input->findings->items[i];
        enum finding_weight weight = finding_weight(f->rule);
        if (weight == WEIGHT_NOTE || f->decided)
            continue;
        all++;
        if (shown == FINDINGS_IN_FULL)
            continue;
        shown++;
        tabulate_text(&t, finding_words_place(input, f));
        tabulate_text(&t, finding_words_weight(input, weight));
        tabulate_text(&t, finding_words_sentence(input, f));
    }
    tabulate_finish(&t, report, say(input, "table.finding_caption", NULL),
                    say(input, "table.finding_note", "shown",
                        say_whole(input, shown), "all", say_whole(input, all),
                        NULL));
}

void chapter_sources(struct report *report, const struct report_input *input)
{
    block_chapter(report, "sources", say(input, "sources.title", NULL));
    block_paragraph(report, say(input, "sources.intro", NULL));
    source_table(report, input);
    chapter_table_breaks(report, input);
    rule_table(report, input);
    finding_table(report, input);
    chapter_table_decisions(report, input);
    chapter_table_revisions(report, input);
    chapter_table_checksums(report, input); /* (3) */
}
