"""The register of areas and the crosswalk of the reforms.

The 242 communes of 2024-2025 are listed in units_2025.txt; mergers.txt is
undone from there to the lists of 2020-2024 and before 2020. A unit is the
tuple (code, name, kind, district); a life is a unit with the days from which
and until which it stood. SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import re
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
MERGER_DAYS = ["2020-04-01", "2024-11-01"]
REFORM = "2025-07-01"
DISTRICTS = {
    "336": ("Thái Bình", "Thành phố"), "338": ("Quỳnh Phụ", "Huyện"),
    "339": ("Hưng Hà", "Huyện"), "340": ("Đông Hưng", "Huyện"),
    "341": ("Thái Thụy", "Huyện"), "342": ("Tiền Hải", "Huyện"),
    "343": ("Kiến Xương", "Huyện"), "344": ("Vũ Thư", "Huyện"),
}
# Communes a district had before 2020, from 2020 and from November 2024.
COUNTS = {
    "336": (19, 19, 19), "338": (38, 37, 35), "339": (35, 35, 33),
    "340": (44, 38, 32), "341": (48, 36, 36), "342": (35, 32, 28),
    "343": (37, 33, 29), "344": (30, 30, 30),
}
KINDS = {"P.": "Phường", "TT": "Thị trấn"}
# Names of one district or commune met in other spellings in official lists.
ALIASES = {
    "336": ["Thành phố Thái Bình", "TP Thái Bình", "TPTB"],
    "341": ["Thái Thuỵ"],
    "12664": ["Kim Trung"], "12538": ["An Quý"], "12982": ["Đông Quý"],
    "13141": ["Vũ Quý", "Vũ Quí"], "12916": ["Dương Hồng Thuỷ"],
}
# Invented, for the sake of measures that need areas in an order.
POVERTY = {"336": 1.1, "338": 2.6, "339": 2.3, "340": 2.4, "341": 3.0,
           "342": 3.2, "343": 2.8, "344": 2.2}
COAST = {"341", "342"}


def split_name(text):
    """'TT Diêm Điền' -> ('Diêm Điền', 'Thị trấn')."""
    head, _, rest = text.partition(" ")
    if head in KINDS:
        return rest, KINDS[head]
    return text, "Xã"


def split_unit(text, district):
    code, name = text.strip().split(" ", 1)
    return (code,) + split_name(name) + (district,)


def lines_of(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        text = unicodedata.normalize("NFC", file.read())
    return [line for line in text.split("\n")
            if line.strip() and not line.startswith("#")]


def read_units():
    """New units in order, and for each the old communes it took over."""
    new, parts, district = [], {}, None
    for line in lines_of("units_2025.txt"):
        if not line.startswith(" "):
            new.append(split_unit(line, "33"))
            continue
        mark = re.match(r"\s+(\d{3}): ", line)
        if mark:
            district, line = mark.group(1), line[mark.end():]
        for unit in line.split(";"):
            if unit.strip():
                parts.setdefault(new[-1][0], []).append(
                    split_unit(unit, district))
    return new, parts


def read_mergers():
    """For each day: (parts, result, basis)."""
    found, day = {}, None
    for line in lines_of("mergers.txt"):
        if ">" not in line:
            day = line.strip()
            continue
        district, rest = line.split(": ", 1)
        left, right = rest.split(" > ")
        right, basis = right.split(" | ")
        parts = [split_unit(part, district) for part in left.split(" + ")]
        found.setdefault(day, []).append(
            (parts, split_unit(right, district), basis.strip()))
    return found


class Areas:
    def __init__(self):
        self.new, self.parts = read_units()
        self.mergers = read_mergers()
        last = {unit[0]: unit for units in self.parts.values()
                for unit in units}
        assert len(last) == 242 and len(self.new) == 65
        middle = self.undo(last, "2024-11-01")
        first = self.undo(middle, "2020-04-01")
        self.eras = [first, middle, last]
        for district, counts in COUNTS.items():
            for era, count in zip(self.eras, counts):
                have = sum(u[3] == district for u in era.values())
                assert have == count, (district, have, count)
        self.lives = self.collect_lives()

    def undo(self, units, day):
        """The list before the mergers of that day."""
        before = dict(units)
        for parts, result, _ in self.mergers[day]:
            assert units[result[0]] == result, (result, units[result[0]])
            for part in parts:
                assert part[0] == result[0] or part[0] not in units, part
                before[part[0]] = part
        return before

    def collect_lives(self):
        """[unit, from, until] for every spell of one name; '' is open."""
        edges = [""] + MERGER_DAYS + [REFORM]
        lives = []
        for code in sorted(set().union(*self.eras)):
            for era, start, end in zip(self.eras, edges, edges[1:]):
                unit = era.get(code)
                if unit is None:
                    continue
                if lives and lives[-1][0] == unit and lives[-1][2] == start:
                    lives[-1][2] = end
                else:
                    lives.append([unit, start, end])
        return lives

    def on(self, year):
        """Communes of a year's last day, in order of code; after 2024 those of
        the last day before the reform of 2025."""
        era = self.eras[0 if year < 2020 else 1 if year < 2024 else 2]
        return [era[code] for code in sorted(era)]

    def children(self, district, year):
        return [unit for unit in self.on(year) if unit[3] == district]

    def predecessors(self, code, year):
        """How many communes of before 2020 a commune of that year holds."""
        held = 1
        for parts, result, _ in self.mergers["2020-04-01"]:
            if result[0] == code and year >= 2020:
                held = len(parts) + (code not in [p[0] for p in parts])
        for parts, result, _ in self.mergers["2024-11-01"]:
            if result[0] == code and year >= 2024:
                held = sum(self.predecessors(part[0], 2023) for part in parts)
        return held

    def merged(self, figures):
        """Figures of the 242 communes -> those of the 65 units of July 2025."""
        return {code: {name: sum(figures[part[0]][name] for part in parts)
                       for name in figures[parts[0][0]]}
                for code, parts in self.parts.items()}


def plain(text):
    """Without marks, for name_en."""
    text = text.replace("Đ", "D").replace("đ", "d")
    text = unicodedata.normalize("NFD", text)
    return "".join(c for c in text if not unicodedata.combining(c))


def area_rows(areas):
    yield ("code,tier,parent,name,name_en,type,valid_from,valid_to,aliases,"
           "residence,coast,poverty_rate").split(",")
    yield ["33", "province", "", "Hưng Yên", "Hung Yen", "Tỉnh", REFORM, "",
           "", "", "", ""]
    yield ["34", "province", "", "Thái Bình", "Thai Binh", "Tỉnh", "", REFORM,
           "", "", "", ""]
    for code, (name, kind) in DISTRICTS.items():
        english = plain(name) + (" City" if kind == "Thành phố" else "")
        yield [code, "district", "34", name, english, kind, "", REFORM,
               "|".join(ALIASES.get(code, [])), "",
               "yes" if code in COAST else "no", str(POVERTY[code])]
    lives = [(unit, start, end) for unit, start, end in areas.lives]
    lives += [(unit, REFORM, "") for unit in areas.new]
    for (code, name, kind, parent), start, end in sorted(
            lives, key=lambda life: (life[0][0], life[1])):
        aliases = ALIASES.get(code, []) if parent != "33" else []
        yield [code, "commune", parent, name, plain(name), kind, start, end,
               "|".join(alias for alias in aliases if alias != name),
               "rural" if kind == "Xã" else "urban", "", ""]


def crosswalk_rows(areas):
    """One row and no weight: all of it went there."""
    yield "date,from_code,to_code,weight,basis".split(",")
    for day in MERGER_DAYS:
        for parts, result, basis in areas.mergers[day]:
            for part in parts:
                yield [day, part[0], result[0], "", basis]
    moves = [(part[0], code) for code, parts in areas.parts.items()
             for part in parts]
    for old, new in sorted(moves):
        yield [REFORM, old, new, "", "register"]
