/*
 * letter.c - the words at the head and foot of an official document.
 *
 *  (1) The state and the associations head their documents with the name of
 *      the nation and its motto (Decree 30/2020/ND-CP, annex I), the Party with
 *      its own name (Guide 36-HD/VPTW of 2018).
 *  (2) In the number of a state document the kind stands behind a stroke, in
 *      that of a Party document behind a hyphen. What the office fills in
 *      stands in brackets.
 *  (3) Days below 10 and the first two months are written with two digits.
 *  (4) "BODY ABOVE / ISSUER" names both; else there is the issuer alone.
 *  (5) A title that begins with the kind of document is parted after it: the
 *      kind has a line of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/letter.h"

#include <stdio.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/text.h"

/* (4) */
static void add_issuer(struct report_letter *letter,
                       const struct report_input *input)
{
    const char *issuer = input->study->project.issuer;
    const char *stroke = issuer == NULL ? NULL : strstr(issuer, " / ");
    letter->issuer = issuer;
    if (stroke == NULL)
        return;
    letter->superior =
        arena_copy(input->arena, issuer, (size_t)(stroke - issuer));
    letter->issuer = stroke + 3;
}

/* (3) A report without a date leaves its day open. */
static const char *place_day(const struct report_input *input)
{
    const struct project *project = &input->study->project;
    char day[8] = "[…]", month[8] = "[…]", year[8] = "[…]";
    int number = project->report_date;
    if (number != DATE_OPEN) {
        int of_month = number / 100 % 100;
        snprintf(day, sizeof day, "%02d", number % 100);
        snprintf(month, sizeof month, of_month < 3 ? "%02d" : "%d", of_month);
        snprintf(year, sizeof year, "%d", number / 10000 % 10000);
    }
    bool known = project->root != NO_AREA &&
                 input->study->areas.items[project->root].tier != TIER_COUNTRY;
    return say(input, "letter.place_day", "place",
               known ? say_area(input, project->root)
                     : say(input, "letter.place", NULL),
               "day", day, "month", month, "year", year, NULL);
}

/* (5) */
static void add_title(struct report_letter *letter,
                      const struct report_input *input, const char *title)
{
    size_t length;
    letter->kind = say(input, "letter.kind", NULL);
    letter->about = title;
    length = strlen(letter->kind);
    if (title != NULL && strncmp(title, letter->kind, length) == 0 &&
        title[length] == ' ')
        letter->about = text_capital(input->arena, title + length + 1);
}

struct report_letter letter_build(const struct report_input *input,
                                  const char *title)
{
    struct report_letter letter = { .form = input->study->project.form };
    bool party = letter.form == FORM_PARTY;
    letter.nation = say(input, party ? "letter.party" : "letter.nation", NULL);
    if (!party)
        letter.motto = say(input, "letter.motto", NULL); /* (1) */
    letter.number = say(input, party ? "letter.number_party" : "letter.number",
                        NULL); /* (2) */
    letter.place_day = place_day(input);
    letter.receivers_title = say(input, "letter.receivers", NULL);
    letter.receivers[0] = say(input, "letter.receiver", NULL);
    letter.receivers[1] = say(input, "letter.filed", NULL);
    letter.authority = say(input,
                           letter.form == FORM_STATE ? "letter.authority"
                           : party                   ? "letter.authority_party"
                                   : "letter.authority_association",
                           NULL);
    letter.signer = say(input, "letter.signer", NULL);
    letter.table = say(input, "letter.table", NULL);
    letter.figure = say(input, "letter.figure", NULL);
    add_issuer(&letter, input);
    add_title(&letter, input, title);
    return letter;
}
