"""Files by commune on the maps of their days: population since 2019, members,
models and the fund from 2024 on.

The reforms of 2020, 2024 and 2025 fall inside a year, so a file that gives a
whole such year says on which day's map. SPDX-License-Identifier: GPL-3.0-or-later
"""
from .areas import DISTRICTS
from .communes import (COUNTS, FLOWS, commune_figures, commune_flows,
                       commune_population)
from .exports import SHORT
from .writing import district_names, dots, padded, tenths, write_table


def population(areas, series, folder):
    """2019 to 2021; from 2022 on it stands in the tables of members."""
    for year in (2019, 2020, 2021):
        people = commune_population(areas, series, year)
        table = [
            padded(4, "DÂN SỐ TRUNG BÌNH PHÂN THEO XÃ, PHƯỜNG, THỊ TRẤN NĂM "
                   f"{year} - MEAN POPULATION BY COMMUNE"),
            padded(4, f"(Theo đơn vị hành chính có đến 31/12/{year})"),
            ["Mã số - Code", "Huyện, thành phố - District",
             "Xã, phường, thị trấn - Commune", "Dân số - Population"],
            *([code, DISTRICTS[district][0], f"{kind} {name}", people[code]]
              for code, name, kind, district in areas.on(year)),
        ]
        write_table(folder, f"dan-so-cap-xa-{year}.csv", table, delimiter=",",
                    mark=True)


def communes_2024(areas, series, folder):
    """The 242 communes, by name beside their district, as in 2023."""
    figures = commune_figures(areas, series, 2024)
    heads = [["STT", "Huyện, thành phố", "Xã, phường, thị trấn", "Dân số",
              "Hội viên", "", "Gia đình", "", "Dòng họ", "", "Thôn, tổ dân "
              "phố", "", "Đơn vị", "", "Công dân", ""],
             ["", "", "", "", "Tổng số", "Nữ"] + ["Tổng số", "Đạt"] * 4
             + ["Được đánh giá", "Đạt"]]
    width = len(heads[0])
    names = district_names("short")
    table = [
        padded(width, "BIỂU TỔNG HỢP HỘI VIÊN VÀ MÔ HÌNH HỌC TẬP CẤP XÃ "
               "NĂM 2024"),
        padded(width, "(Số liệu có đến 31/12/2024, theo 242 xã, phường, thị "
               "trấn từ ngày 01/11/2024)"), *heads,
        *([str(n), names[unit[3]], f"{SHORT[unit[2]]} {unit[1]}"]
          + [dots(figures[unit[0]][count]) for count, _ in COUNTS]
          for n, unit in enumerate(areas.on(2024), 1)),
    ]
    write_table(folder, "cap-xa-2024.csv", table, mark=True)


def communes_2025(areas, series, folder):
    """The 65 units that took over, by code, on the last day of 2025."""
    figures = areas.merged(commune_figures(areas, series, 2025))
    heads = ["Mã ĐVHC", "Tên đơn vị", "Dân số", "Hội viên", "Nữ hội viên",
             "Số gia đình", "Gia đình học tập", "Số dòng họ",
             "Dòng họ học tập", "Số thôn, TDP", "Cộng đồng học tập",
             "Số đơn vị", "Đơn vị học tập", "Công dân được đánh giá",
             "Công dân học tập"]
    rows = [padded(len(heads), "Tính đến ngày 31 tháng 12 năm 2025"), heads]
    for code, name, kind, _ in sorted(areas.new):
        rows.append([code, f"{kind} {name}"]
                    + [figures[code][count] for count, _ in COUNTS])
    write_table(folder, "xa-phuong-2025.csv", rows, delimiter=",",
                newline="\n")


def communes_2026(areas, series, folder):
    """The 65 by name. Somebody still adds up what was Hưng Hà district."""
    figures = areas.merged(commune_figures(areas, series, 2026))
    heads = [["TT", "Xã, phường", "Dân số", "Hội viên", "", "Gia đình", "",
              "Dòng họ", "", "Thôn, tổ dân phố", "", "Đơn vị", "", "Công dân",
              ""],
             ["", "", "", "Tổng số", "Nữ"] + ["Tổng số", "Đạt"] * 4
             + ["Được đánh giá", "Đạt"]]
    width = len(heads[0])
    rows, old = [], [0] * len(COUNTS)
    for code, name, kind, _ in sorted(areas.new):
        counts = [figures[code][count] for count, _ in COUNTS]
        rows.append([f"{SHORT[kind]} {name}"] + [dots(n) for n in counts])
        if areas.parts[code][0][3] == "339":
            old = [a + b for a, b in zip(old, counts)]
            last = len(rows)
    rows.insert(last, ["Huyện Hưng Hà"] + [dots(n) for n in old])
    table = [
        padded(width, "HỘI VIÊN VÀ MÔ HÌNH HỌC TẬP CỦA XÃ, PHƯỜNG NĂM 2026"),
        padded(width, "(Địa bàn tỉnh Thái Bình trước ngày 01/7/2025; số liệu "
               "có đến 31/12/2026)"), *heads,
        *([str(n)] + row for n, row in enumerate(rows, 1)),
    ]
    write_table(folder, "cap-xa-2026.csv", table, mark=True)


def fund_2025(areas, series, folder):
    """The fund on two maps: half a year of 242, then the whole year of 65.

    These counts run on through the year: the second file holds the first."""
    flows = commune_flows(areas, series, 2025)
    halves = [{code: {name: pair[half] for name, pair in row.items()}
               for code, row in flows.items()} for half in (0, 1)]
    lists = [(areas.on(2025), halves[0], "2025-H1", "6 tháng đầu năm 2025"),
             (sorted(areas.new), areas.merged(halves[1]), "2025-H2",
              "Lũy kế cả năm 2025")]
    write = {"fund_raised": tenths, "scholarship_value": tenths}
    for units, figures, period, words in lists:
        heads = ["Mã ĐVHC", "Tên đơn vị",
                 "Quỹ vận động trong năm (triệu đồng)", "Số suất học bổng",
                 "Tiền học bổng (triệu đồng)", "Khen thưởng (lượt)"]
        table = [
            padded(len(heads), "QUỸ KHUYẾN HỌC, HỌC BỔNG, KHEN THƯỞNG CẤP XÃ"),
            padded(len(heads), words), heads,
            *([unit[0], f"{unit[2]} {unit[1]}"]
              + [write.get(name, dots)(figures[unit[0]][name])
                 for name in FLOWS] for unit in units),
        ]
        write_table(folder, f"quy-khuyen-hoc-xa-{period}.csv", table)
