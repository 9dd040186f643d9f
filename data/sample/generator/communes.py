"""Learning models, members and the fund by commune, from 2019 on.

A commune's share of its district's population is drawn (no figures by commune
were found); its counts add up to the district's in the yearly tables.
SPDX-License-Identifier: GPL-3.0-or-later
"""
from .drawing import allot, spread_rate, wobble
from .series import CODES

# count: the base it is part of
COUNTS = [
    ("population", None), ("members", "population"),
    ("members_women", "members"), ("families", None),
    ("learning_families", "families"), ("clans", None),
    ("learning_clans", "clans"), ("villages", None),
    ("learning_villages", "villages"), ("units", None),
    ("learning_units", "units"), ("citizens_assessed", None),
    ("learning_citizens", "citizens_assessed"),
]
UNEVEN = {"members": .28, "members_women": .12, "learning_families": .38,
          "learning_clans": .45, "learning_villages": .6, "learning_units": .5,
          "learning_citizens": .42}


def sizes(areas, district, year):
    """How many people a commune has by its kind and history: weights."""
    size = {}
    for code, _, kind, _ in areas.children(district, year):
        scale = {"Phường": 1.35, "Thị trấn": 1.45}.get(kind, 1.0)
        size[code] = scale * areas.predecessors(code, year) ** .8 * (
            1.0 + wobble(.2, "commune", code))
    return size


def commune_population(areas, series, year):
    """commune code -> persons"""
    found = {}
    for district in CODES:
        found.update(allot(series.of["population"][year][district],
                           sizes(areas, district, year), floor=1))
    return found


def commune_figures(areas, series, year):
    """commune code -> {count: number}"""
    found = {}
    for district in CODES:
        size = sizes(areas, district, year)
        done = {}
        for name, base in COUNTS:
            total = series.of[name][year][district]
            if base is None:
                weights = {code: size[code] * (
                    1.0 + (wobble(.08, "of", name, code)
                           if name != "population" else 0.0))
                    for code in size}
                done[name] = allot(total, weights, floor=1)
            else:
                tilt = {code: wobble(UNEVEN[name], "tilt", name, code)
                        for code in size}
                done[name] = spread_rate(total, done[base], tilt, "commune",
                                         name, year, noise=.06)
        for code in size:
            found[code] = {name: done[name][code] for name, _ in COUNTS}
    return found


FLOWS = {"fund_raised": .47, "scholarships": .38, "scholarship_value": .36,
         "awards": .55}  # the share of the first half of the year


def commune_flows(areas, series, year):
    """commune code -> {flow: (from January to June, in the whole year)}"""
    found = {}
    for district in CODES:
        size = sizes(areas, district, year)
        for name, share in FLOWS.items():
            weights = {code: size[code] * (1.0 + wobble(.25, name, code))
                       for code in size}
            whole = allot(series.of[name][year][district], weights, floor=1)
            for code, count in whole.items():
                first = round(count * min(.9, max(.1, share + wobble(
                    .05, "half", name, code))))
                found.setdefault(code, {})[name] = (first, count)
    return found
