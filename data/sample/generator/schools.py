"""Children by single year of age, and pupils by level, grade, age and sex.

Birth cohorts of the province are drawn near the pupils the statistics office
published up to 2016; districts share them by population. Pupils of a level
are those of its ages, less the few who stay out, plus a few who are one year
late: so the tables by level, by grade and by age agree to the child.
SPDX-License-Identifier: GPL-3.0-or-later
"""
from .drawing import allot, uniform, wobble
from .series import CODES, POPULATION, YEARS

# Children born in the year who live in the province.
BIRTHS = {
    2001: 23400, 2002: 23650, 2003: 23900, 2004: 24300, 2005: 24750,
    2006: 25200, 2007: 26100, 2008: 26700, 2009: 27300, 2010: 27900,
    2011: 28200, 2012: 31300, 2013: 28600, 2014: 29500, 2015: 28900,
    2016: 28400, 2017: 28100, 2018: 27600, 2019: 26300, 2020: 25100,
    2021: 24200, 2022: 23100, 2023: 22300,
}
SEXES = ("M", "F")
BANDS = ["0..2", "3..5", "6..10", "11..14", "15..17", "18..59", "60.."]
LEVELS = {"primary": range(1, 6), "lower_secondary": range(6, 10),
          "upper_secondary": range(10, 13)}
# Upper secondary schools draw pupils over district borders.
UPPER = {"336": .872, "338": .742, "339": .764, "340": .728, "341": .733,
         "342": .706, "343": .741, "344": .698}
# Districts ahead and behind in lower secondary and kindergarten attendance.
LOWER = {"336": .009, "339": .003, "341": -.006, "342": -.013}
SMALL = {"336": .012, "338": -.006, "340": .008, "342": -.027, "344": -.014}
SCHOOLS = {  # in the province, 2018 and 2023; and in the city
    "kindergarten": (303, 292, 32), "primary": (282, 254, 17),
    "lower_secondary": (268, 249, 17), "upper_secondary": (40, 41, 8),
    "continuing": (9, 9, 1),
}
CLASS_SIZE = {"kindergarten": 27.5, "primary": 30.5, "lower_secondary": 34.0,
              "upper_secondary": 40.5, "continuing": 36.0}
TEACHERS = {"kindergarten": 1.82, "primary": 1.37, "lower_secondary": 1.79,
            "upper_secondary": 2.18, "continuing": 1.55}


def cohorts(people):
    """born -> (district, sex) -> children."""
    found = {}
    for born, total in BIRTHS.items():
        weights = {}
        for code in CODES:
            size = people[2021][code] * (1.0 + wobble(.018, "born", born, code))
            boys = .528 + wobble(.004, "boys", born, code)
            weights[code, "M"] = size * boys
            weights[code, "F"] = size * (1.0 - boys)
        found[born] = allot(total, weights)
    return found


class Schools:
    def __init__(self, series):
        self.people = series.of["population"]
        self.cohorts = cohorts(self.people)
        self.enrolled = {}   # (year, district, level, grade, age, sex)
        for year in YEARS:
            for code in CODES:
                self.enrol(year, code)
        self.bands = {year: self.draw_bands(year) for year in YEARS}
        self.flows = {}
        for year in YEARS:
            for code in CODES:
                for level in SCHOOLS:
                    self.flows[year, code, level] = self.draw_flows(
                        year, code, level)

    def children(self, year, code, age, sex):
        """Their number moves a little as families come and go."""
        born = year - age
        count = self.cohorts[born][code, sex]
        pull = (.0016 if code == "336" else -.0004) * (year - 2021)
        return round(count * (1.0 + pull))

    def put(self, year, code, level, grade, age, sex, count):
        if count:
            self.enrolled[year, code, level, grade, age, sex] = count

    def enrol(self, year, code):
        for sex in SEXES:
            girl = sex == "F"
            for age in (3, 4, 5):
                pupils = self.kindergarten(year, code, age, sex)
                self.put(year, code, "kindergarten", 0, age, sex, pupils)
            for age in range(6, 18):
                children = self.children(year, code, age, sex)
                born = year - age
                if age <= 10:
                    rate = .9955 + wobble(.001, "p", code, born, sex)
                elif age <= 14:
                    rate = .9795 + LOWER.get(code, 0.0) + .004 * girl \
                        + .0015 * (year - 2020) \
                        + wobble(.003, "ls", code, born, sex)
                else:
                    rate = UPPER[code] + .034 * girl + .006 * (year - 2020) \
                        + wobble(.008, "us", code, born, sex)
                pupils = min(children, int(children * rate))
                late = 0
                if 7 <= age <= 17:
                    share = .006 + .004 * (not girl) \
                        + .002 * uniform("late", code, born, sex)
                    late = int(pupils * share)
                grade = age - 5
                if grade == 12:
                    late = 0      # no figures on pupils of 18 and over
                self.put_grade(year, code, grade, age, sex, pupils - late)
                self.put_grade(year, code, grade - 1, age, sex, late)
                if age >= 15:
                    rest = children - pupils
                    night = .34 + wobble(.04, "gdtx", code, born, sex)
                    self.put(year, code, "continuing", 0, age, sex,
                             int(rest * night))

    def put_grade(self, year, code, grade, age, sex, count):
        for level, grades in LEVELS.items():
            if grade in grades:
                self.put(year, code, level, grade, age, sex, count)

    def kindergarten(self, year, code, age, sex):
        children = self.children(year, code, age, sex)
        if age == 5:
            # Families registered elsewhere send children to city classes.
            rate = .9952 + wobble(.0012, "kg5", code, year, sex)
            if code == "336" and year == 2022:
                rate = 1.0131
            return round(children * rate)
        rate = (.892, .958)[age - 3] + SMALL.get(code, 0.0) \
            + .006 * (year - 2020) \
            + wobble(.008, "kg", code, year - age, sex)
        return min(children, int(children * rate))

    def pupils(self, year, code, level=None, grade=None, age=None, sex=None):
        return sum(count for key, count in self.enrolled.items()
                   if key[0] == year and key[1] == code
                   and (level is None or key[2] == level)
                   and (grade is None or key[3] == grade)
                   and (age is None or key[4] == age)
                   and (sex is None or key[5] == sex))

    def draw_bands(self, year):
        """(district, band, sex) -> persons, adding up to the district."""
        found = {}
        edges = {"0..2": range(0, 3), "3..5": range(3, 6),
                 "6..10": range(6, 11), "11..14": range(11, 15),
                 "15..17": range(15, 18)}
        for code in CODES:
            young = {(band, sex): sum(self.children(year, code, age, sex)
                                      for age in ages)
                     for band, ages in edges.items() for sex in SEXES}
            people = self.people[year][code]
            share = .174 + .0045 * (year - 2018) + (
                -.028 if code == "336" else .004) + wobble(.004, "old", code)
            old = round(people * share)
            old_women = round(old * (.578 + wobble(.006, "oldw", code)))
            rest = people - old - sum(young.values())
            women = round(people * (.5155 + wobble(.002, "women", code)))
            girls = sum(n for (_, sex), n in young.items() if sex == "F")
            rest_women = women - girls - old_women
            assert 0 < rest_women < rest
            found.update({(code,) + key: n for key, n in young.items()})
            found[code, "60..", "F"] = old_women
            found[code, "60..", "M"] = old - old_women
            found[code, "18..59", "F"] = rest_women
            found[code, "18..59", "M"] = rest - rest_women
        for code in CODES:
            assert self.people[year][code] == sum(
                n for key, n in found.items() if key[0] == code)
        assert POPULATION[year] == sum(found.values())
        return found

    def draw_flows(self, year, code, level):
        """Schools, classes, teachers, and what became of the pupils."""
        pupils = self.pupils(year, code, level)
        first, last, city = SCHOOLS[level]
        total = round(first + (last - first) * (year - 2018) / 5.0)
        others = allot(total - city, {
            other: self.people[2021][other]
            * (1.0 + wobble(.05, "schools", level, other))
            for other in CODES if other != "336"})
        size = CLASS_SIZE[level] * (1.07 if code == "336" else 1.0) \
            * (1.0 + wobble(.03, "class", level, code))
        classes = max(1, round(pupils / size))
        flow = {
            "schools": city if code == "336" else others[code],
            "classes": classes,
            "teachers": round(classes * TEACHERS[level] * (
                1.0 + wobble(.02, "teach", level, code)
                - .004 * (year - 2018))),
        }
        if level not in LEVELS:
            return flow
        out, again = {"primary": (.0003, .0042),
                      "lower_secondary": (.0021, .0036),
                      "upper_secondary": (.0087, .0049)}[level]
        hard = 1.0 - .9 * {"336": .4, "342": -.5, "341": -.25}.get(code, 0.0)
        final = self.pupils(year, code, level, LEVELS[level][-1])
        entry = self.pupils(year, code, level, LEVELS[level][0])
        grades = len(LEVELS[level])
        leavers = round(pupils * out * hard * (
            1.0 + wobble(.12, "out", level, code, year)
            - .04 * (year - 2018)))
        repeaters = round(pupils * again * hard * (
            1.0 + wobble(.15, "again", level, code, year)))
        gone = round((leavers + .6 * repeaters) / grades)
        flow.update(leavers=leavers, repeaters=repeaters,
                    new_entrants=entry - round(.7 * repeaters / grades),
                    completers=final - gone)
        return flow

    def universal(self, year, code):
        """Children of 5, 6 and 11 as the yearly universal-education check
        finds them: both sexes, girls."""
        found = {}
        for name, age, level, share in (
                ("completed_5", 5, "kindergarten", .9915),
                ("entered_6", 6, "primary", 1.0),
                ("attained_11", 11, "", .9835)):
            counts = {}
            for sex in SEXES:
                base = self.pupils(year, code, level, age=age, sex=sex) \
                    if level else self.children(year, code, age, sex)
                rate = share if share == 1.0 else min(
                    1.0, share + wobble(.0035, name, code, year, sex)
                    + .001 * (year - 2020))
                counts[sex] = int(base * rate)
            found[name] = (counts["M"] + counts["F"], counts["F"])
        return found
