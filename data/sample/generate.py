#!/usr/bin/env python3
"""Writes the sample project thai-binh: areas, crosswalk and the exports.

Codes, names, reforms and the published figures of the province are real; how
they are split over districts, communes and earlier years is drawn from a
fixed seed. The same bytes come out every time. Python 3, standard library.

    python3 data/sample/generate.py [FOLDER]

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.dont_write_bytecode = True
sys.path.insert(0, HERE)

from generator import exports, later, offices  # noqa: E402
from generator.areas import Areas, area_rows, crosswalk_rows  # noqa: E402
from generator.schools import Schools  # noqa: E402
from generator.series import Series  # noqa: E402
from generator.writing import write_table  # noqa: E402


def main():
    project = sys.argv[1] if len(sys.argv) > 1 else os.path.join(
        HERE, "thai-binh")
    areas = Areas()
    series = Series(areas)
    schools = Schools(series)
    for name, rows in (("areas.csv", area_rows(areas)),
                       ("crosswalk.csv", crosswalk_rows(areas))):
        write_table(project, name, rows, delimiter=",", newline="\n")
    folder = os.path.join(project, "exports")
    exports.association(series, folder)
    exports.bodies(series, schools, folder)
    exports.models(series, folder)
    exports.communes_named(areas, series, folder)
    exports.communes_coded(areas, series, folder)
    exports.steering(series, folder)
    exports.media(series, folder)
    offices.pupils_wide(schools, folder)
    offices.pupils_by_age(series, schools, folder)
    offices.pupils_by_grade(schools, folder)
    offices.school_places(schools, folder)
    offices.school_results(schools, folder)
    offices.universal(series, schools, folder)
    offices.training(series, folder)
    offices.institutions(series, folder)
    offices.population(schools, folder)
    offices.households(series, folder)
    later.population(areas, series, folder)
    later.communes_2024(areas, series, folder)
    later.communes_2025(areas, series, folder)
    later.communes_2026(areas, series, folder)
    later.fund_2025(areas, series, folder)


if __name__ == "__main__":
    main()
