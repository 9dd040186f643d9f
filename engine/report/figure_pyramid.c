/*
 * figure_pyramid.c - who is reached, by age and sex: the two quantities of an
 * indicator, straight from the facts.
 *
 *  (1) Numerator and denominator are each one quantity, by age and sex both; a
 *      list of codes of other dimensions (school levels) is kept to, picks of
 *      ages are not: the picture shows all ages.
 *  (2) Rows are bands of ages without a narrower one inside them: those of the
 *      denominator, or, if the numerator knows only wider ones, its own. What
 *      lies inside a band is added up.
 *  (3) An area that did not report itself is the sum of the compared areas in
 *      it.
 *  (4) Where small counts are withheld they are here too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/number.h"
#include "engine/report/figure_parts.h"

enum { SEXES = 2, PARTS = 2, MOST_BANDS = 40, MOST_CODES = 8 };
enum { POPULATION, REACHED };

/* One count by age band and sex. */
struct tally {
    double sum[BAND_LIMIT + 1][SEXES];
    bool known[BAND_LIMIT + 1][SEXES];
    enum status status[BAND_LIMIT + 1][SEXES];
};

/* What the indicator counts: a quantity, and codes of its slots. */
struct counted {
    uint16_t quantity;
    uint8_t codes[CELL_DIMENSIONS][MOST_CODES]; /* bytes of cells */
    size_t code_count[CELL_DIMENSIONS];         /* 0 = nothing was picked */
};

struct pyramid {
    const struct report_input *input;
    uint16_t age, sex;
    uint16_t sexes[SEXES]; /* codes, left and right */
    struct counted counted[PARTS];
    uint32_t area;
    const struct bands *bands;
    struct tally *parts[PARTS];
    struct band rows[MOST_BANDS];
    size_t row_count;
};

/* One pick: "school_level=primary|lower_secondary". */
static bool read_pick(struct counted *c, const struct pyramid *p, char *pick)
{
    const struct codebook *book = &p->input->study->codebook;
    char *rest = NULL, *codes = strchr(pick, '=');
    if (codes == NULL)
        return false;
    *codes++ = '\0';
    uint16_t dimension = dimension_find(book, pick + strspn(pick, " "));
    uint16_t slot = quantity_slot(&book->quantities[c->quantity], dimension);
    if (dimension == p->age)
        return true;
    if (dimension == NO_INDEX || slot == NO_INDEX || dimension == p->sex)
        return false;
    for (char *one = strtok_r(codes, "|", &rest); one != NULL;
         one = strtok_r(NULL, "|", &rest)) {
        uint16_t code = code_find(&book->dimensions[dimension], one);
        if (code == NO_INDEX || c->code_count[slot] == MOST_CODES)
            return false;
        c->codes[slot][c->code_count[slot]++] = (uint8_t)(code + 1);
    }
    return true;
}

/* (1) A single quantity with its picks; anything else is none. */
static bool read_term(struct counted *c, const struct pyramid *p,
                      const char *expression)
{
    const struct codebook *book = &p->input->study->codebook;
    char *rest = NULL;
    if (expression == NULL)
        return false;
    char *text = arena_string(p->input->arena, expression);
    char *picks = strchr(text, '[');
    if (picks != NULL) {
        char *end = strchr(picks, ']');
        if (end == NULL || end[1] != '\0')
            return false;
        *end = *picks++ = '\0';
    }
    c->quantity = quantity_find(book, text);
    if (c->quantity == NO_INDEX)
        return false;
    for (char *pick = picks == NULL ? NULL : strtok_r(picks, ",", &rest);
         pick != NULL; pick = strtok_r(NULL, ",", &rest))
        if (!read_pick(c, p, pick))
            return false;
    const struct quantity *q = &book->quantities[c->quantity];
    return quantity_slot(q, p->age) != NO_INDEX &&
           quantity_slot(q, p->sex) != NO_INDEX;
}

static bool find_parts(struct pyramid *p, uint16_t index)
{
    const struct codebook *book = &p->input->study->codebook;
    const struct indicator *indicator = input_indicator(p->input, index);
    p->age = dimension_find(book, "age");
    p->sex = dimension_find(book, "sex");
    if (p->age == NO_INDEX || p->sex == NO_INDEX)
        return false;
    p->sexes[0] = code_find(&book->dimensions[p->sex], "M");
    p->sexes[1] = code_find(&book->dimensions[p->sex], "F");
    return p->sexes[0] != NO_INDEX && p->sexes[1] != NO_INDEX &&
           read_term(&p->counted[POPULATION], p, indicator->denominator) &&
           read_term(&p->counted[REACHED], p, indicator->numerator);
}

/* Is the code of that slot wanted? Without a pick only "all" is. */
static bool is_picked(const struct counted *c, size_t slot, uint8_t code)
{
    for (size_t i = 0; i < c->code_count[slot]; i++)
        if (c->codes[slot][i] == code)
            return true;
    return c->code_count[slot] == 0 && code == 0;
}

/* The byte of the age and the side of the sex, when nothing else is picked. */
static bool read_cell(const struct pyramid *p, size_t part, uint64_t cell,
                      uint8_t *age, size_t *side)
{
    const struct quantity *q =
        &p->input->study->codebook.quantities[p->counted[part].quantity];
    *age = 0;
    *side = SEXES;
    for (size_t slot = 0; slot < q->dimension_count; slot++) {
        uint8_t code = cell_get(cell, slot);
        if (q->dimensions[slot] == p->age)
            *age = code;
        else if (q->dimensions[slot] == p->sex)
            *side = code == p->sexes[0] + 1   ? 0
                    : code == p->sexes[1] + 1 ? 1
                                              : SEXES;
        else if (!is_picked(&p->counted[part], slot, code))
            return false;
    }
    return *age != 0 && *side < SEXES;
}

static bool is_part(const struct pyramid *p, uint32_t area, bool own)
{
    const struct areas *areas = &p->input->study->areas;
    if (own)
        return area == p->area;
    return areas->items[area].tier == p->input->study->project.tier &&
           area_is_in(areas, area, p->area);
}

static bool count_part(struct pyramid *p, size_t part, bool own)
{
    const struct cube *cube = p->input->cube;
    struct tally *tally = p->parts[part];
    size_t count;
    const struct fact *facts =
        cube_run(cube, p->counted[part].quantity, p->input->study->project.period,
                 &count);
    bool any = false;
    for (size_t i = 0; i < count; i++) {
        uint8_t age;
        size_t side;
        if (!is_part(p, facts[i].area, own) || !has_value(facts[i].value) ||
            !read_cell(p, part, facts[i].cell, &age, &side))
            continue;
        tally->sum[age][side] += facts[i].value;
        tally->known[age][side] = any = true;
        if (facts[i].status != STATUS_OK && facts[i].status != STATUS_ZERO)
            tally->status[age][side] = facts[i].status;
    }
    return any;
}

/* --- bands (2) -------------------------------------------------------------
 */

static bool is_inside(struct band inner, struct band outer)
{
    return inner.low >= outer.low && inner.high <= outer.high;
}

static bool is_known(const struct tally *tally, size_t byte)
{
    return tally->known[byte][0] || tally->known[byte][1];
}

/* Is there a narrower band inside it? */
static bool is_coarse(const struct pyramid *p, size_t part, size_t byte)
{
    for (size_t b = 1; b < p->bands->count; b++)
        if (b != byte && is_known(p->parts[part], b) &&
            is_inside(p->bands->items[b], p->bands->items[byte]))
            return true;
    return false;
}

/* What lies inside a band; NO_VALUE when nothing does. */
static double sum_inside(const struct pyramid *p, size_t part,
                         struct band band, size_t side, enum status *status)
{
    const struct tally *tally = p->parts[part];
    double sum = NO_VALUE;
    for (size_t b = 1; b < p->bands->count; b++) {
        if (!tally->known[b][side] || is_coarse(p, part, b) ||
            !is_inside(p->bands->items[b], band))
            continue;
        sum = (has_value(sum) ? sum : 0) + tally->sum[b][side];
        if (tally->status[b][side] != STATUS_OK)
            *status = tally->status[b][side];
    }
    return sum;
}

/* Oldest on top. */
static int by_age(const void *left, const void *right)
{
    const struct band *a = left, *b = right;
    return (a->low < b->low) - (a->low > b->low);
}

/* Bands of one part in which the other has something too. */
static size_t take_bands(struct pyramid *p, size_t part)
{
    p->row_count = 0;
    for (size_t b = 1; b < p->bands->count && p->row_count < MOST_BANDS; b++) {
        enum status ignored = STATUS_OK;
        struct band band = p->bands->items[b];
        if (!is_known(p->parts[part], b) || is_coarse(p, part, b))
            continue;
        bool both = false;
        for (size_t side = 0; side < SEXES; side++)
            both = both || has_value(sum_inside(p, PARTS - 1 - part, band,
                                                side, &ignored));
        if (both)
            p->rows[p->row_count++] = band;
    }
    qsort(p->rows, p->row_count, sizeof *p->rows, by_age);
    return p->row_count;
}

/* --- the picture ------------------------------------------------------------
 */

/* (4) */
static struct chart_cell cell_of(const struct pyramid *p, uint16_t index,
                                 const double counts[PARTS], size_t part,
                                 enum status status)
{
    const struct report_input *input = p->input;
    double below =
        study_hide_below(input->study, input_indicator(input, index));
    double count = counts[part];
    struct chart_cell cell = { .status = status, .value = count, .text = "" };
    if (!has_value(count))
        cell.status = STATUS_MISSING;
    else if (below > 0 && counts[REACHED] > 0 && counts[REACHED] < below)
        cell.status = part == REACHED ? STATUS_SUPPRESSED : status;
    if (cell.status == STATUS_SUPPRESSED)
        cell.value = NO_VALUE;
    if (part == REACHED) {
        const char *sign = say_sign(input, cell.status);
        cell.text =
            has_value(cell.value) && counts[POPULATION] > 0
                ? arena_format(input->arena, "%s%%%s%s",
                               say_number(input,
                                          100 * count / counts[POPULATION], 1),
                               *sign ? " " : "", sign)
                : sign;
    }
    return cell;
}

static const char *band_words(const struct report_input *input,
                              struct band band)
{
    if (band.high == BAND_OPEN)
        return say(input, "figure.age_open", "low",
                   say_whole(input, band.low), NULL);
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

static unsigned fill_grid(struct chart_spec *spec, const struct pyramid *p,
                          uint16_t index)
{
    struct arena *arena = p->input->arena;
    unsigned statuses = 0;
    spec->grid = (struct chart_grid){
        .row_labels = arena_array(arena, p->row_count, const char *),
        .column_labels = arena_array(arena, SEXES * PARTS, const char *),
        .rows = p->row_count,
        .columns = SEXES * PARTS,
        .cells =
            arena_array(arena, p->row_count * SEXES * PARTS, struct chart_cell),
    };
    for (size_t side = 0; side < SEXES; side++)
        for (size_t part = 0; part < PARTS; part++)
            spec->grid.column_labels[side * PARTS + part] =
                arena_format(arena, "%s: %s", sex_name(p, side),
                             part_name(p, part));
    for (size_t row = 0; row < p->row_count; row++) {
        spec->grid.row_labels[row] = band_words(p->input, p->rows[row]);
        for (size_t side = 0; side < SEXES; side++) {
            double counts[PARTS];
            enum status status[PARTS] = { STATUS_OK, STATUS_OK };
            for (size_t part = 0; part < PARTS; part++)
                counts[part] = sum_inside(p, part, p->rows[row], side,
                                          &status[part]);
            for (size_t part = 0; part < PARTS; part++) {
                struct chart_cell cell =
                    cell_of(p, index, counts, part, status[part]);
                statuses |= 1u << cell.status;
                spec->grid.cells[(row * SEXES + side) * PARTS + part] = cell;
            }
        }
    }
    return statuses;
}

/* The share of one sex over all rows. */
static char *share_text(const struct pyramid *p, const struct chart_spec *spec,
                        size_t side)
{
    double sums[PARTS] = { 0, 0 };
    for (size_t row = 0; row < p->row_count; row++)
        for (size_t part = 0; part < PARTS; part++) {
            double value =
                spec->grid.cells[(row * SEXES + side) * PARTS + part].value;
            sums[part] += has_value(value) ? value : 0;
        }
    return sums[POPULATION] > 0
               ? say_number(p->input,
                            100 * sums[REACHED] / sums[POPULATION], 1)
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
    spec->description =
        say(input, "figure.pyramid.description", "name",
            say_indicator(input, index), "area", say_area(input, p->area),
            "period", when, "left", sex_name(p, 0), "left_share",
            share_text(p, spec, 0), "right", sex_name(p, 1), "right_share",
            share_text(p, spec, 1), NULL);
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
    if (input->cube == NULL || !find_parts(&p, index)) {
        spec->note = "figure.pyramid_parts";
        return false;
    }
    p.bands = &input->cube->table->bands;
    for (size_t k = 0; k < PARTS; k++) {
        p.parts[k] = arena_new_of(input->arena, struct tally);
        if (!count_part(&p, k, true) && !count_part(&p, k, false)) /* (3) */
            return false;
    }
    if (take_bands(&p, POPULATION) == 0 && take_bands(&p, REACHED) == 0)
        return false;
    unsigned statuses = fill_grid(spec, &p, index);
    pyramid_words(spec, &p, index);
    spec->note = figure_note(input, NULL, 0, statuses);
    return true;
}
