"""The province's figures by year, and their split over the districts.

Published figures stand in PUBLISHED and come out exactly; the other years are
drawn so that they pass near the vaguer ones the reports give. How far each
district stands from the province is invented.
SPDX-License-Identifier: GPL-3.0-or-later
"""
from .areas import DISTRICTS
from .drawing import allot, spread_rate, uniform, wobble

YEARS = range(2018, 2024)
# The districts' last year: the tier ended on 1 July 2025.
DISTRICT_YEARS = range(2018, 2025)
CODES = list(DISTRICTS)

# Mean population. 2021 and 2022 are published; the others lie on straight
# lines between them, the census of 1-4-2019 (1.860.447) and the mid-term
# census of 2024 (1.888.184). After that: drawn, what was Thái Bình.
POPULATION = {2018: 1855070, 2019: 1862239, 2020: 1869409, 2021: 1876579,
              2022: 1878540, 2023: 1884051, 2024: 1888184, 2025: 1891060,
              2026: 1893580}
CENSUS_2019, CITY_2019 = 1860447, 206037
# Weights of about the year 2000: the only district figures found.
WEIGHTS = {"338": 240620, "339": 246270, "340": 237968, "341": 260335,
           "342": 204379, "343": 221467, "344": 220250}

# name: yearly figures from 2018 on of the whole province (of what it was): to
# 2023, 2024 for what districts report, 2026 for what communes report.
PROVINCE = {
    "families": [562410, 566930, 570820, 574360, 577590, 580980,
                 584210, 587060, 589850],
    "clans": [7402, 7419, 7441, 7458, 7470, 7485, 7496, 7502, 7509],
    "villages": [1952, 1944, 1861, 1836, 1818, 1809, 1798, 1786, 1781],
    "units": [1164, 1172, 1186, 1198, 1209, 1220, 1231, 1186, 1179],
    "party_members": [112300, 113100, 113900, 114600, 115400, 116100, 116900],
    "association_bodies": [676, 677, 649, 648, 651, 655, 636],
    "chapters": [3312, 3338, 3301, 3326, 3352, 3389, 3402],
    "cadres": [11840, 11905, 11620, 11700, 11790, 11860, 11690],
    "agencies": [872, 868, 861, 857, 853, 849],
    "enterprises": [588, 604, 611, 622, 641, 660],
    "officials": [31420, 31260, 31050, 30870, 30640, 30510],
    "workers": [186300, 192700, 194900, 198400, 207600, 213800],
    "rural_workers": [702400, 697300, 691500, 684200, 676100, 668400],
    "organisations": [1908, 1911, 1896, 1893, 1889, 1886],
    "heads_assessed": [2316, 2322, 2284, 2279, 2271, 2268],
    "issues_raised": [214, 206, 231, 247, 198, 183],
    "fund_raised": [462300, 501400, 528100, 495700, 552800, 604200,
                    641700, 655800],
    "fund_spent": [310400, 330500, 335000, 361900, 409800, 454600, 482300],
    "scholarships": [34100, 36400, 37950, 36200, 39800, 42300, 44900, 46250],
    "scholarship_value": [146900, 158700, 167200, 163800, 183500, 199600,
                          214800, 226400],
    "awards": [147850, 152400, 139700, 141300, 163900, 171200, 176400, 168900],
    "centre_classes": [7350, 7480, 5920, 6100, 7150, 7560],
    "centre_visits": [1512400, 1548200, 1286300, 1331700, 1497600, 1563100],
    "media_items": [1020, 1105, 1236, 1190, 1402, 1515],
}
# What the provincial town has more or less of than its people suggest.
TOWN = {"rural_workers": .38, "workers": 1.45, "officials": 1.5,
        "enterprises": 2.1, "agencies": 1.4}
FUND_START = 1034000  # tenths of a million dong at the end of 2017

# name: (base, yearly shares of it); a whole number is the figure itself.
SHARES = {
    "members":
        ("population", [561240, 584910, 605330, 632407, 648150, 663480,
                       677350, 671900, 684120]),
    "party_members_in_association":
        ("party_members", [.683, .702, .718, .735, .752, .771, .786]),
    "clan_boards": ("clans", [.542, .553, .564, .573, .581, .593, .604]),
    "cadres_trained": ("cadres", [.58, .61, .47, .44, .66, .72, .73]),
    "learning_families":
        ("families", [.724, .743, .758, .763, .631, 381123,
                     .671, .684, .702]),
    "learning_clans":
        ("clans", [.640, .658, .675, .701, .586, 4581,
                  .628, .641, .655]),
    "learning_villages":
        ("villages", [.668, .687, .706, .724, .741, 1377,
                     .779, .792, .803]),
    "learning_units":
        ("units", [.792, .808, .823, .835, .752, 947,
                  .790, .797, .812]),
    "agencies_with_association":
        ("agencies", [.871, .883, .894, .907, .921, .936]),
    "enterprises_with_association":
        ("enterprises", [.254, .281, .297, .318, .352, .387]),
    "villages_with_chapter":
        ("villages", [.921, .928, .941, .949, .957, .964]),
    "officials_trained": ("officials", [.905, .918, .862, .871, .931, .944]),
    "workers_trained": ("workers", [.553, .571, .584, .597, .618, .639]),
    "rural_workers_learning":
        ("rural_workers", [.583, .604, .521, .546, .632, .668]),
    "culture_houses": ("villages", [.932, .936, .941, .945, .951, .957]),
    "organisations_briefed":
        ("organisations", [.884, .912, .903, .921, .948, .967]),
    "heads_assessed_on_learning":
        ("heads_assessed", [.553, .584, .612, .647, .693, .738]),
    "members_briefed": ("members", [.902, .911, .906, .924, .941, .956]),
    "issues_resolved": ("issues_raised", [.706, .728, .684, .713, .768, .803]),
}
CITIZENS = {2022: (1196850, 256126), 2023: (1204201, 322726),
            2024: (1211300, 371900), 2025: (1216400, 418700),
            2026: (1221900, 467300)}

# How far a district stands from the province in everything the association
# does, and how this moves a year: the city ahead, one coastal district behind,
# one catching up, one slipping.
STANDING = {"336": .34, "338": -.04, "339": .13, "340": .05, "341": -.12,
            "342": -.33, "343": .02, "344": -.03}
DRIFT = {"336": -.015, "338": .02, "339": -.03, "340": .005, "341": .045,
         "342": .01, "343": -.02, "344": .01}


def population():
    """year -> district -> persons; the city's share from the 2019 census."""
    found = {}
    for year in POPULATION:
        share = CITY_2019 / CENSUS_2019 + 0.0006 * (year - 2019)
        total = POPULATION[year]
        weights = {
            code: weight * (1.0 + .004 * (year - 2019) * wobble(.5, "move",
                                                                code))
            for code, weight in WEIGHTS.items()
        }
        rural = sum(weights.values())
        weights = {code: weight / rural * (1.0 - share)
                   for code, weight in weights.items()}
        found[year] = allot(total, {"336": share, **weights})
    return found


def effects(name, year):
    """Each district's distance from the province for one figure."""
    pull = 0.45 + 0.9 * uniform("pull", name)
    return {code: pull * (STANDING[code] + DRIFT[code] * (year - 2020))
            + wobble(.16, "own", name, code) for code in CODES}


class Series:
    """figure -> year -> district -> whole number."""

    def __init__(self, areas):
        self.areas = areas
        self.of = {"population": population()}
        self.base_figures()
        for name, (base, shares) in SHARES.items():
            for year, share in zip(POPULATION, shares):
                bases = self.of[base][year]
                total = share if isinstance(share, int) else round(
                    share * sum(bases.values()))
                self.put(name, year, spread_rate(
                    total, bases, effects(name, year), name, year,
                    noise=.035))
        self.women()
        self.citizens()
        self.money()
        self.bodies()

    def put(self, name, year, values):
        self.of.setdefault(name, {})[year] = values

    def total(self, name, year):
        return sum(self.of[name][year].values())

    def base_figures(self):
        """Counts that follow the population, with a district's own size."""
        flows = {"fund_raised", "fund_spent", "scholarships", "awards",
                 "scholarship_value", "centre_classes", "centre_visits",
                 "media_items", "issues_raised"}
        for name, totals in PROVINCE.items():
            for year, total in zip(POPULATION, totals):
                people = self.of["population"][year]
                loud = .06 if name in flows else .006
                reach = effects(name, year) if name in flows else {}
                weights = {
                    code: people[code]
                    * (1.0 + wobble(.09, "size", name, code)
                       + wobble(loud, "year", name, code, year))
                    * (1.0 + .8 * reach.get(code, 0.0))
                    * (TOWN.get(name, 1.0) if code == "336" else 1.0)
                    for code in CODES
                }
                self.put(name, year, allot(total, weights, floor=1))

    def women(self):
        for name, base, share in (("members_women", "members", .462),
                                  ("officials_women", "officials", .627),
                                  ("workers_women", "workers", .553)):
            for year, bases in self.of[base].items():
                tilt = {code: wobble(.12, name, code) for code in CODES}
                total = round(sum(bases.values())
                              * (share + .003 * (year - 2020)))
                self.put(name, year, spread_rate(total, bases, tilt, name,
                                                 year, noise=.02))
        for name, base, over in (("officials_trained_women",
                                  "officials_trained", "officials"),):
            for year in YEARS:
                women, both = self.of["officials_women"], self.of[over]
                self.put(name, year, {
                    code: min(women[year][code], round(
                        self.of[base][year][code] * women[year][code]
                        / both[year][code] * (1.0 + wobble(.006, name, code,
                                                           year))))
                    for code in CODES})

    def citizens(self):
        for year, (assessed, learning) in CITIZENS.items():
            people = self.of["population"][year]
            weights = {code: people[code] * (1.0 + wobble(.02, "adults", code))
                       for code in CODES}
            bases = allot(assessed, weights)
            self.put("citizens_assessed", year, bases)
            self.put("learning_citizens", year, spread_rate(
                learning, bases, effects("learning_citizens", year),
                "learning_citizens", year, noise=.04))
            self.put("learning_citizens_digital", year, spread_rate(
                round(learning * (.514 + .062 * (year - 2022))),
                self.of["learning_citizens"][year], effects("digital", year),
                "digital", year, noise=.04))

    def money(self):
        """Balance = balance before + raised - spent, in tenths of a million."""
        weights = {code: self.of["population"][2018][code]
                   * (1.0 + wobble(.22, "fund", code)) for code in CODES}
        held = allot(FUND_START, weights)
        for year in DISTRICT_YEARS:
            raised, spent = (self.of[name][year]
                             for name in ("fund_raised", "fund_spent"))
            held = {code: held[code] + raised[code] - spent[code]
                    for code in CODES}
            assert min(held.values()) > 0
            self.put("fund_balance", year, held)

    def bodies(self):
        """What is counted by commune: committees, centres, libraries."""
        for year in YEARS:
            step = year - 2018
            communes = {code: len(self.areas.children(code, year))
                        for code in CODES}
            units = {code: count + 1 for code, count in communes.items()}
            self.put("communes", year, communes)
            self.put("administrations", year, units)
            self.put("inspection_scope", year, units)
            for name in ("communes_with_association", "communes_with_centre",
                         "centres"):
                self.put(name, year, communes)
            self.put("libraries_district", year, {code: 1 for code in CODES})
            for name, base, share in (
                    ("committees", units, .956 + .008 * step),
                    ("plans_with_targets", units, .62 + .05 * step),
                    ("inspections", units, .28 + .034 * step),
                    ("learning_communes", communes,
                     1.0 if year == 2023 else .872 + .026 * step),
                    ("communes_chair_in_centre", communes, .83 + .025 * step),
                    ("universal_lower_3", communes, min(1.0, .58 + .14 * step)),
                    ("centres_good", communes, .71 + .024 * step),
                    ("centres_it", communes, .30 + .064 * step),
                    ("libraries_commune", communes, .79 + .02 * step),
            ):
                total = round(share * sum(base.values()))
                self.put(name, year, spread_rate(
                    total, base, effects(name, year), name, year, noise=.05))
            cadres = {code: 3 * count + round(wobble(4, "cadres", code))
                      for code, count in communes.items()}
            self.put("commune_cadres", year, cadres)
            self.put("commune_cadres_in_centres", year, spread_rate(
                round((.20 + .033 * step) * sum(cadres.values())), cadres,
                effects("cadres_it", year), "cadres_it", year))
            self.put("libraries_lifelong", year, spread_rate(
                round((.25 + .03 * step) * self.total("libraries_commune",
                                                      year)),
                self.of["libraries_commune"][year],
                effects("libraries_lifelong", year), "lifelong", year))
            self.put("reports_due", year, {code: 2 * units[code]
                                           for code in CODES})
            self.put("reports_on_time", year, spread_rate(
                round((.81 + .024 * step) * 2 * sum(units.values())),
                self.of["reports_due"][year], effects("on_time", year),
                "on_time", year))
            members = {code: self.of["committees"][year][code] * 15
                       + round(wobble(9, "seats", code)) for code in CODES}
            self.put("committee_members", year, members)
            self.put("committee_members_trained", year, spread_rate(
                round((.51 + .04 * step) * sum(members.values())), members,
                effects("seats_trained", year), "seats_trained", year))
