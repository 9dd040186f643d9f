/*
 * finding.h - trouble in the data, gathered while the work goes on.
 *
 * A finding never stops a run. It names a rule, the place (file, line, column,
 * head, value), what the nearest right thing would be, and carries arguments
 * for its sentence. The ledger is itself a result: printed, counted in the
 * report and written as findings.csv.
 *
 * Weights: a note is worth knowing; a doubt should be looked at before anyone
 * relies on the figure; a reject means that a row or a figure could not be used
 * as it stands, and the run ends with status 1.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef HOCTAP_MODEL_FINDING_H
#define HOCTAP_MODEL_FINDING_H

#include <stddef.h>
#include <stdint.h>

struct arena;

enum finding_weight { WEIGHT_NOTE, WEIGHT_DOUBT, WEIGHT_REJECT, WEIGHT_COUNT };
extern const char *const weight_names[WEIGHT_COUNT];

/* rule, weight. The sentence is the message finding.RULE. */
#define FINDING_RULES(X)                                                       \
    X(empty_file, REJECT)  /* nothing in it */                                 \
    X(undecodable, REJECT) /* bytes that are no text */                        \
    X(nul_byte, REJECT)                                                        \
    X(open_quote, REJECT) /* a quote that never closes */                      \
    X(stray_quote, NOTE)                                                       \
    X(no_layout, REJECT) /* no layout fits the file */                         \
    X(ambiguous_layout, REJECT)                                                \
    X(unfinished_layout, REJECT) /* a draft that still says TODO */            \
    X(no_files, DOUBT)           /* a source's glob matches nothing */         \
    X(unread_file, DOUBT)        /* an export that no source reads */          \
    X(unmatched_columns, NOTE)                                                 \
    X(missing_columns, DOUBT) /* heads of the layout not in the file */        \
    X(unit_mismatch, DOUBT)   /* the file says another unit */                 \
    X(other_block, NOTE)      /* growth or indices below the figures */        \
    X(no_figures, REJECT)     /* none of the layout's figures is there */      \
    X(no_period, REJECT)      /* nothing says what year the file is of */      \
    X(undated_map, REJECT)    /* the map changed within the period */          \
    X(short_row, DOUBT)                                                        \
    X(cut_row, REJECT) /* ends before its value */                             \
    X(long_row, DOUBT)                                                         \
    X(unknown_area, REJECT)                                                    \
    X(ambiguous_area, REJECT)                                                  \
    X(area_not_living, REJECT) /* known, but not on that day */                \
    X(tier_abolished, REJECT)  /* nor is any area of its tier */               \
    X(area_elsewhere, REJECT)  /* known, but under another parent */           \
    X(parent_carried, NOTE)    /* an empty parent's cell: the one above */     \
    X(area_repaired, NOTE)     /* matched after a repair */                    \
    X(unknown_code, REJECT)    /* a word that is no code */                    \
    X(unknown_part, REJECT)    /* "of which" what? */                          \
    X(unknown_period, REJECT)                                                  \
    X(unknown_quantity, REJECT)                                                \
    X(undeclared_quantities, REJECT) /* of our results: one for the file */    \
    X(dimension_refused, REJECT)     /* the quantity may not carry it */       \
    X(bad_number, REJECT)                                                      \
    X(damaged_number, REJECT)    /* what a spreadsheet left of one */          \
    X(ambiguous_numbers, REJECT) /* a column of nothing but 1.234 */           \
    X(mixed_numbers, REJECT)                                                   \
    X(ticks, REJECT)       /* a column of x that nobody declared */            \
    X(unknown_mark, DOUBT) /* a sign taken as missing */                       \
    X(duplicate_equal, NOTE)                                                   \
    X(duplicate_revised, NOTE)                                                 \
    X(duplicate_conflict, REJECT)                                              \
    X(total_mismatch, DOUBT)  /* a printed total is not its parts */           \
    X(part_unreported, DOUBT) /* a printed total of more than there is */      \
    X(part_exceeds_whole, REJECT)                                              \
    X(unit_break, DOUBT)     /* off by a power of ten: the area's own past */  \
    X(unit_parts, DOUBT)     /* the same: what it must add up with */          \
    X(unit_file, DOUBT)      /* the same in every area of a file */            \
    X(year_mismatch, DOUBT)  /* a year is not what its parts make */           \
    X(year_incomplete, NOTE) /* parts of a year that make none */              \
    X(jump, DOUBT)           /* such counts do not change so */                \
    X(base_moved, DOUBT)     /* what shares are of, without a reform */        \
    X(base_mismatch, DOUBT)  /* a printed rate is of another base */           \
    X(rate_of_part, DOUBT)   /* the rate of the whole contradicts it */        \
    X(stock_and_flow, DOUBT) /* a balance is not what moved it */              \
    X(copied_year, DOUBT)    /* a file repeats last year's figures */          \
    X(copied_area, DOUBT)    /* an area has another's figures */               \
    X(no_variation, DOUBT)   /* one figure everywhere, every year */           \
    X(round_values, NOTE)    /* more end in 0 or 5 than chance gives */        \
    X(bunched, DOUBT)        /* just above a target, hardly any below */       \
    X(on_target, DOUBT)      /* every area has its target to the digit */      \
    X(all_complete, NOTE)    /* 100 % everywhere, every year */                \
    X(late_report, NOTE)                                                       \
    X(not_reported, DOUBT)                                                     \
    X(out_of_bounds, DOUBT) /* a rate outside its bounds, kept */              \
    X(zero_denominator, NOTE)                                                  \
    X(incomplete, DOUBT)  /* only some areas report both parts */              \
    X(target_unit, DOUBT) /* a target that counts other things */              \
    X(crosswalk_inferred, NOTE)                                                \
    X(divided_by_population, NOTE) /* a unit shared out by population */       \
    X(divided_alike, DOUBT)        /* nobody knows how large the parts are */  \
    X(crosswalk_gap, DOUBT)        /* it does not say where units went */      \
    X(not_carried, DOUBT)          /* figures that the map has no place for */ \
    X(decision_unused, NOTE)       /* it fits no finding */                    \
    X(revised, DOUBT)              /* another figure was published */          \
    X(published_unknown, NOTE)     /* of what there is no more */              \
    X(plan_row, DOUBT)             /* of the last plan, and not understood */  \
    X(plan_unread, DOUBT)          /* the last plan as a whole */              \
    X(plan_inputs_unread, REJECT)  /* what a planner knows, as a whole */      \
    X(plan_input_unused, DOUBT)    /* a row of it that no plan asks for */     \
    X(shape_unusable, DOUBT)       /* a feature that is no polygon */          \
    X(shape_open, NOTE)            /* a ring that had to be closed */          \
    X(shape_unknown, NOTE)         /* polygons of no area */                   \
    X(shape_ambiguous, DOUBT)      /* polygons that several areas may own */   \
    X(shape_missing, DOUBT)        /* areas without a polygon */               \
    X(tile_missing, DOUBT)         /* areas without a square */

enum finding_rule {
#define FINDING_ENUM(id, weight) FINDING_##id,
    FINDING_RULES(FINDING_ENUM)
#undef FINDING_ENUM
        FINDING_RULE_COUNT
};

struct finding {
    enum finding_rule rule;
    const char *file; /* as printed; NULL when no file is meant */
    unsigned line, column;
    const char *header, *value; /* the column's head, the cell; may be NULL */
    const char *suggestion;     /* the nearest right thing; may be NULL */
    const char *arguments;      /* packed, see fault.h */
    unsigned count;             /* how many cells or rows it speaks for */
    int decided;                /* decisions.csv has settled it */
    int withheld;               /* what it quotes is not for print */
};

struct findings {
    struct finding *items;
    size_t count, room;
    struct arena *arena; /* keeps the texts */
};

struct findings *findings_new(struct arena *arena);

struct finding_place {
    const char *file;
    unsigned line, column;
    const char *header, *value, *suggestion;
};

/* After the place come pairs of const char *: key, value, …, NULL. All texts
 * are copied. Returns the finding, whose count (1) may be raised until the
 * next one is added. The sentence may use the fields of the finding, too. */
struct finding *finding_add(struct findings *findings, enum finding_rule rule,
                            struct finding_place place, ...)
    __attribute__((sentinel));

/* Adds copies of [more], in their order. */
void findings_join(struct findings *findings, const struct findings *more);

const char *finding_rule_name(enum finding_rule rule);
enum finding_weight finding_weight(enum finding_rule rule);

/* How many stand undecided with that weight or a heavier one. */
size_t findings_standing(const struct findings *findings,
                         enum finding_weight at_least);

/* Sorts by rule (heaviest first), file, line, column. */
void findings_sort(struct findings *findings);

#endif
