"""How offices write numbers, names and files.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os

from .areas import DISTRICTS


def dots(number):
    """1.234.567"""
    return f"{number:,}".replace(",", ".")


def tenths(number):
    """12345 tenths -> 1.234,5"""
    return f"{dots(number // 10)},{number % 10}"


def spaces(number):
    """1 234 567 with a space that does not break."""
    return f"{number:,}".replace(",", "\u00a0")


def commas(number):
    """1,234,567"""
    return f"{number:,}"


def percent(part, whole):
    """33,7 rounded half up, in whole numbers so that no machine differs."""
    scaled = (2000 * part + whole) // (2 * whole)
    return f"{scaled // 10},{scaled % 10}"


def district_names(style):
    """code -> the name as one office writes it."""
    names = {}
    for code, (name, kind) in DISTRICTS.items():
        city = kind == "Thành phố"
        names[code] = {
            "full": f"{kind} {name}",
            "short": f"TP. {name}" if city else name,
            "abbreviated": f"TP {name}" if city else f"H. {name}",
            "upper": f"{kind} {name}".upper(),
        }[style]
    return names


def cell(text, delimiter):
    text = str(text)
    if any(c in text for c in (delimiter, '"', "\n")):
        return '"' + text.replace('"', '""') + '"'
    return text


def write_table(folder, name, rows, delimiter=";", newline="\r\n",
                encoding="utf-8", mark=False):
    """[mark]: begin with a byte order mark, as spreadsheets do."""
    lines = [delimiter.join(cell(c, delimiter) for c in row) for row in rows]
    text = newline.join(lines) + newline
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        if mark:
            text = "\ufeff" + text
        file.write(text.encode(encoding))


def padded(width, *cells):
    """A row of [width] cells: offices' files keep the empty ones."""
    return list(cells) + [""] * (width - len(cells))
