/*
 * figure_pyramid.c - who is reached, by age and sex: the two quantities of an
 * indicator, straight from the facts.
 *
 *  (1) Facts are not hidden one by one as results are: where small counts are
 *      withheld, and one of the picture's is small, there is no picture.
 *  (2) Where both count the same thing, the smaller is named by what it picks.
 *  (3) Ages of which nobody is counted are not drawn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/figure_parts.h"
#include "engine/report/pyramid_facts.h"

/* (1) A count that is small, or leaves few without. */
static bool is_small(const double counts[PYRAMID_PARTS], double below)
{
    double reached = counts[PYRAMID_REACHED];
    double others = counts[PYRAMID_POPULATION] - reached;
    return below > 0 &&
           ((reached > 0 && reached < below) || (others > 0 && others < below));
}

static struct chart_cell cell_of(const struct pyramid *p,
                                 const double counts[PYRAMID_PARTS],
                                 size_t part, enum status status)
{
    const struct report_input *input = p->input;
    double count = counts[part];
    struct chart_cell cell = { .status = status, .value = count, .text = "" };
    if (!has_value(count))
        cell.status = STATUS_MISSING;
    if (part == PYRAMID_POPULATION)
        return cell;
    const char *sign = say_sign(input, cell.status);
    double share = 100 * count / counts[PYRAMID_POPULATION];
    cell.text = has_value(share) ? arena_format(input->arena, "%s%%%s%s",
                                                say_number(input, share, 1),
                                                *sign ? " " : "", sign)
                                 : sign;
    return cell;
}

/* Counts of one row and sex. */
static void count_row(const struct pyramid *p, size_t row, size_t side,
                      double counts[PYRAMID_PARTS],
                      enum status status[PYRAMID_PARTS])
{
    for (size_t part = 0; part < PYRAMID_PARTS; part++) {
        status[part] = STATUS_OK;
        counts[part] =
            pyramid_facts_sum(p, part, p->rows[row], side, &status[part]);
    }
}

static bool has_small(const struct pyramid *p, uint16_t index)
{
    double below =
        study_hide_below(p->input->study, input_indicator(p->input, index));
    for (size_t row = 0; row < p->row_count; row++)
        for (size_t side = 0; side < PYRAMID_SEXES; side++) {
            double counts[PYRAMID_PARTS];
            enum status status[PYRAMID_PARTS];
            count_row(p, row, side, counts, status);
            if (is_small(counts, below))
                return true;
        }
    return false;
}

static const char *band_words(const struct report_input *input,
                              struct band band)
{
    if (band.high == BAND_OPEN)
        return say(input, "figure.age_open", "low", say_whole(input, band.low),
                   NULL);
    if (band.low == band.high)
        return say_whole(input, band.low);
    return arena_format(input->arena, "%u–%u", (unsigned)band.low,
                        (unsigned)band.high);
}

static const char *sex_name(const struct pyramid *p, size_t side)
{
    const struct code *code =
        &p->input->study->codebook.dimensions[p->sex].codes[p->sexes[side]];
    const char *name = say_either(p->input, code->name, code->name_en);
    return name == NULL ? code->id : name;
}

static const char *part_name(const struct pyramid *p, size_t part)
{
    const struct quantity *q =
        &p->input->study->codebook.quantities[p->counted[part].quantity];
    const char *name = say_either(p->input, q->name, q->name_en);
    return name == NULL ? q->id : name;
}

/* The codes that the reached were picked by; NULL when there are none. */
static char *picked_names(const struct pyramid *p)
{
    const struct codebook *book = &p->input->study->codebook;
    const struct pyramid_counted *c = &p->counted[PYRAMID_REACHED];
    const struct quantity *q = &book->quantities[c->quantity];
    char *names[PYRAMID_CODES];
    for (size_t slot = 0; slot < q->dimension_count; slot++) {
        const struct dimension *d = &book->dimensions[q->dimensions[slot]];
        for (size_t i = 0; i < c->code_count[slot]; i++) {
            const struct code *code = &d->codes[c->codes[slot][i] - 1];
            const char *name = say_either(p->input, code->name, code->name_en);
            names[i] =
                arena_string(p->input->arena, name == NULL ? code->id : name);
        }
        if (c->code_count[slot] > 0)
            return say_joined(p->input, names, c->code_count[slot], ", ");
    }
    return NULL;
}

/* (2) */
static const char *bar_name(const struct pyramid *p, size_t side, size_t part)
{
    const char *sex = sex_name(p, side);
    bool alike = p->counted[PYRAMID_REACHED].quantity ==
                 p->counted[PYRAMID_POPULATION].quantity;
    const char *picked =
        alike && part == PYRAMID_REACHED ? picked_names(p) : NULL;
    if (picked != NULL)
        return say(p->input, "figure.pyramid.of_them", "sex", sex, "picked",
                   picked, NULL);
    return arena_format(p->input->arena, "%s: %s", sex, part_name(p, part));
}

/* (3) */
static void drop_empty(struct pyramid *p)
{
    size_t kept = 0;
    for (size_t row = 0; row < p->row_count; row++) {
        bool any = false;
        for (size_t side = 0; side < PYRAMID_SEXES; side++) {
            double counts[PYRAMID_PARTS];
            enum status status[PYRAMID_PARTS];
            count_row(p, row, side, counts, status);
            any = any || counts[PYRAMID_POPULATION] > 0 ||
                  counts[PYRAMID_REACHED] > 0;
        }
        if (any)
            p->rows[kept++] = p->rows[row];
    }
    p->row_count = kept;
}

static unsigned fill_grid(struct chart_spec *spec, const struct pyramid *p)
{
    struct arena *arena = p->input->arena;
    unsigned statuses = 0;
    spec->grid = (struct chart_grid){
        .row_labels = arena_array(arena, p->row_count, const char *),
        .column_labels =
            arena_array(arena, PYRAMID_SEXES * PYRAMID_PARTS, const char *),
        .rows = p->row_count,
        .columns = PYRAMID_SEXES * PYRAMID_PARTS,
        .cells =
            arena_array(arena, p->row_count * PYRAMID_SEXES * PYRAMID_PARTS,
                        struct chart_cell),
    };
    for (size_t side = 0; side < PYRAMID_SEXES; side++)
        for (size_t part = 0; part < PYRAMID_PARTS; part++)
            spec->grid.column_labels[side * PYRAMID_PARTS + part] =
                bar_name(p, side, part);
    for (size_t row = 0; row < p->row_count; row++) {
        spec->grid.row_labels[row] = band_words(p->input, p->rows[row]);
        for (size_t side = 0; side < PYRAMID_SEXES; side++) {
            double counts[PYRAMID_PARTS];
            enum status status[PYRAMID_PARTS];
            count_row(p, row, side, counts, status);
            for (size_t part = 0; part < PYRAMID_PARTS; part++) {
                struct chart_cell cell = cell_of(p, counts, part, status[part]);
                statuses |= 1u << cell.status;
                spec->grid.cells[(row * PYRAMID_SEXES + side) * PYRAMID_PARTS +
                                 part] = cell;
            }
        }
    }
    return statuses;
}

/* The share of one sex over all rows. */
static char *share_text(const struct pyramid *p, const struct chart_spec *spec,
                        size_t side)
{
    double sums[PYRAMID_PARTS] = { 0, 0 };
    for (size_t row = 0; row < p->row_count; row++)
        for (size_t part = 0; part < PYRAMID_PARTS; part++) {
            double value =
                spec->grid
                    .cells[(row * PYRAMID_SEXES + side) * PYRAMID_PARTS + part]
                    .value;
            sums[part] += has_value(value) ? value : 0;
        }
    return sums[PYRAMID_POPULATION] > 0
               ? say_number(
                     p->input,
                     100 * sums[PYRAMID_REACHED] / sums[PYRAMID_POPULATION], 1)
               : arena_string(p->input->arena, "…");
}

static void pyramid_words(struct chart_spec *spec, const struct pyramid *p,
                          uint16_t index)
{
    const struct report_input *input = p->input;
    const char *when = say_when(input, input->study->project.period);
    spec->heads[0] = sex_name(p, 0);
    spec->heads[1] = sex_name(p, 1);
    spec->axis = say(input, "figure.pyramid.axis", NULL);
    if (spec->title == NULL)
        spec->title = say(input, "figure.pyramid.title", "name",
                          say_indicator(input, index), "area",
                          say_area(input, p->area), "period", when, NULL);
    spec->description = say(
        input, "figure.pyramid.description", "name",
        say_indicator(input, index), "area", say_area(input, p->area), "period",
        when, "left", sex_name(p, 0), "left_share", share_text(p, spec, 0),
        "right", sex_name(p, 1), "right_share", share_text(p, spec, 1), NULL);
}

bool figure_pyramid(struct chart_spec *spec,
                    const struct figure_request *request,
                    const struct report_input *input)
{
    uint16_t index = request->indicators[0];
    struct pyramid p = {
        .input = input,
        .area = request->area == NO_AREA ? input->study->project.root
                                         : request->area,
    };
    if (input->cube == NULL || !pyramid_facts_find(&p, index)) {
        spec->note = "figure.pyramid_parts";
        return false;
    }
    if (!pyramid_facts_count(&p))
        return false;
    drop_empty(&p);
    if (p.row_count == 0)
        return false;
    if (has_small(&p, index)) {
        spec->note = "figure.hidden_small";
        return false;
    }
    unsigned statuses = fill_grid(spec, &p);
    pyramid_words(spec, &p, index);
    spec->note = figure_note(input, NULL, 0, statuses);
    return true;
}
