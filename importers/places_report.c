/*
 * places_report.c - what is said about a written area: a finding when it could
 * not be followed, a note when it was repaired.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/arena.h"
#include "engine/base/text.h"
#include "importers/places.h"
#include "importers/places_heirs.h"
#include "importers/proposals.h"

enum { HEIRS_NAMED = 8 };

/* The register's own name, whatever the language: it is what a file has to
 * say. */
static const char *name_and_code(const struct reading *reading, uint32_t area)
{
    const struct areas *areas = &reading->study->areas;
    return arena_format(reading->arena, "%s (%s)", areas->items[area].name,
                        areas->items[area].code);
}

static const char *candidates_list(const struct reading *reading,
                                   const struct place_answer *answer)
{
    const struct areas *areas = &reading->study->areas;
    struct text list = text_new();
    text_add(&list, "");
    for (size_t i = 0; i < answer->candidate_count; i++) {
        text_add(&list, i > 0 ? ", " : "");
        text_add(&list, name_and_code(reading, answer->candidates[i]));
        uint32_t parent = areas->items[answer->candidates[i]].parent;
        if (parent != NO_AREA)
            text_addf(&list, " < %s", areas->items[parent].name);
    }
    const char *copy = arena_copy(reading->arena, list.bytes, list.length);
    text_free(&list);
    return copy;
}

/* What the area became or was; NULL: nobody knows. */
static const char *heirs_list(const struct reading *reading, uint32_t area,
                              date day)
{
    uint32_t heirs[HEIRS_NAMED];
    size_t count = place_heirs(reading->study, area, day, heirs, HEIRS_NAMED);
    struct text list = text_new();
    for (size_t i = 0; i < count && i < HEIRS_NAMED; i++)
        text_addf(&list, "%s%s", i > 0 ? ", " : "",
                  name_and_code(reading, heirs[i]));
    if (count > HEIRS_NAMED)
        text_addf(&list, ", … (%zu)", count);
    const char *copy =
        count > 0 ? arena_copy(reading->arena, list.bytes, list.length) : NULL;
    text_free(&list);
    return copy;
}

/* An area that is not on the map of the day: it alone, or its whole tier. */
static struct finding *report_not_living(struct reading *reading, uint32_t area,
                                         date day, struct finding_place place)
{
    const struct areas *areas = &reading->study->areas;
    date end = place_tier_end(areas, areas->items[area].tier, day);
    struct text today = text_new(), last = text_new();
    date_add(&today, day);
    date_add(&last, end);
    place.suggestion = heirs_list(reading, area, day);
    struct finding *finding =
        end == DATE_OPEN
            ? finding_add(reading->findings, FINDING_area_not_living, place,
                          "area", name_and_code(reading, area), "date",
                          today.bytes, (char *)NULL)
            : finding_add(reading->findings, FINDING_tier_abolished, place,
                          "area", name_and_code(reading, area), "date",
                          today.bytes, "day", last.bytes, (char *)NULL);
    text_free(&today);
    text_free(&last);
    return finding;
}

void places_report(struct reading *reading, const struct place_answer *answer,
                   struct place_question question, struct finding_place place,
                   unsigned count)
{
    struct findings *findings = reading->findings;
    struct finding *finding = NULL;
    place.value = question.written;
    if (answer->outcome == PLACE_UNKNOWN || answer->outcome == PLACE_AMBIGUOUS)
        proposals_add(reading, answer, &question, place);
    switch (answer->outcome) {
    case PLACE_FOUND:
        break;
    case PLACE_UNKNOWN:
        if (answer->elsewhere) {
            if (answer->candidate_count == 1)
                place.suggestion =
                    name_and_code(reading, answer->candidates[0]);
            finding = finding_add(
                findings, FINDING_area_elsewhere, place, "parent",
                name_and_code(reading, question.within), "candidates",
                candidates_list(reading, answer), (char *)NULL);
            break;
        }
        if (answer->candidate_count > 0)
            place.suggestion = name_and_code(reading, answer->candidates[0]);
        finding =
            finding_add(findings, FINDING_unknown_area, place, (char *)NULL);
        break;
    case PLACE_AMBIGUOUS:
        finding =
            finding_add(findings, FINDING_ambiguous_area, place, "candidates",
                        candidates_list(reading, answer), (char *)NULL);
        break;
    case PLACE_NOT_LIVING:
        finding = report_not_living(reading, answer->area, question.day, place);
        break;
    }
    if (finding != NULL)
        finding->count = count;
}

void places_note_repair(struct reading *reading, struct place_answer *answer,
                        struct finding_place place)
{
    if (!answer->repaired)
        return;
    if (answer->noted != 0) {
        reading->findings->items[answer->noted - 1].count++;
        return;
    }
    finding_add(reading->findings, FINDING_area_repaired, place, "area",
                name_and_code(reading, answer->area), (char *)NULL);
    answer->noted = reading->findings->count;
}
