"""The association's and the committees' tables, as the offices send them.

Each function writes one kind of export. What is wrong in them on purpose is
listed in the README of the sample. SPDX-License-Identifier: GPL-3.0-or-later
"""
from .areas import DISTRICTS
from .communes import COUNTS, commune_figures
from .drawing import spread_rate
from .series import CODES, DISTRICT_YEARS, YEARS, effects
from .writing import (district_names, dots, padded, percent, spaces, tenths,
                      write_table)

CUT_OFF = {2021: "30/9/2021"}  # the day of the published member rate


def total_and_rows(series, year, line):
    """line(name, figure) for the whole, then for each district."""
    def figure_of(codes):
        return lambda name: sum(series.of[name][year][c] for c in codes)
    return line(figure_of(CODES)), [(c, line(figure_of([c]))) for c in CODES]


def association(series, folder):
    """Members, bodies, cadres and the fund: two rows of merged heads."""
    heads = [
        ["STT", "Huyện, thành phố", "Hội viên", "", "", "Đảng viên", "",
         "Tổ chức hội", "", "", "Cán bộ hội", "",
         "Quỹ khuyến học (triệu đồng)", "", "", "Học bổng", "",
         "Khen thưởng (lượt)", "Ghi chú"],
        ["", "", "Tổng số", "Trong đó: Nữ", "Tỷ lệ so với dân số (%)",
         "Tổng số", "Là hội viên", "Hội cơ sở", "Chi hội",
         "Ban khuyến học dòng họ", "Tổng số", "Được bồi dưỡng trong năm",
         "Vận động trong năm", "Chi trong năm", "Số dư cuối năm", "Số suất",
         "Số tiền (triệu đồng)", "", ""],
    ]
    width = len(heads[0])

    def line(figure):
        return [
            dots(figure("members")), dots(figure("members_women")),
            percent(figure("members"), figure("population")),
            dots(figure("party_members")),
            dots(figure("party_members_in_association")),
            dots(figure("association_bodies")), dots(figure("chapters")),
            dots(figure("clan_boards")), dots(figure("cadres")),
            dots(figure("cadres_trained")), tenths(figure("fund_raised")),
            tenths(figure("fund_spent")), tenths(figure("fund_balance")),
            dots(figure("scholarships")),
            tenths(figure("scholarship_value")), dots(figure("awards")), "",
        ]

    for year in DISTRICT_YEARS:
        names = district_names("short" if year < 2021 else "full")
        day = CUT_OFF.get(year, f"31/12/{year}")
        whole, parts = total_and_rows(series, year, line)
        rows = [[str(n), names[code]] + cells
                for n, (code, cells) in enumerate(parts, 1)]
        total = ["", "Tổng cộng"] + whole
        if year == 2018:
            rows[6][1] = "Kiến Xơng"            # lost ư, as old fonts do
            rows[0][9] = "-"                    # the city's clan boards
            total[9] = dots(series.total("clan_boards", year)
                            - series.of["clan_boards"][year]["336"])
        if year == 2019:
            total[8] = "3.383"                  # 3.338 mistyped
        if year == 2020:
            rows[4][1] = "Thái Thuỵ"
        table = [
            padded(width, "HỘI KHUYẾN HỌC TỈNH THÁI BÌNH"), padded(width),
            padded(width, "", "BÁO CÁO TỔ CHỨC HỘI, HỘI VIÊN VÀ QUỸ KHUYẾN "
                   f"HỌC NĂM {year}"),
            padded(width, "", f"(Số liệu tính đến ngày {day})"),
        ]
        if year >= 2021:
            table.append(padded(width, "", "Đơn vị tính: người, tổ chức, "
                                "triệu đồng"))
        table += heads
        table += [total] + rows if year >= 2021 else rows + [total]
        table += [
            padded(width, "Ghi chú: Hội viên tính theo sổ hội viên của chi "
                   "hội; dân số là dân số trung bình năm."),
            padded(width, "Nguồn: Báo cáo của Hội Khuyến học các huyện, thành "
                   "phố."),
        ]
        write_table(folder, f"hoi-khuyen-hoc-{year}.csv", table, mark=True)


def bodies(series, schools, folder):
    """Where there is an association body: of what, and how many have one."""
    heads = [
        ["TT", "Huyện, thành phố", "Xã, phường, thị trấn có hội",
         "Cơ sở giáo dục", "", "Cơ quan, đơn vị có tổ chức đảng", "",
         "Doanh nghiệp", "", "Thôn, tổ dân phố có chi hội",
         "Hội viên được quán triệt", "Cán bộ khuyến học cấp xã", "",
         "Xã có lãnh đạo hội tham gia quản lý TTHTCĐ"],
        ["", "", "", "Tổng số", "Có tổ chức hội", "Tổng số",
         "Có tổ chức hội", "Tổng số", "Có tổ chức hội", "", "", "Tổng số",
         "Tham gia TTHTCĐ và bồi dưỡng CNTT", ""],
    ]
    width = len(heads[0])
    for year in range(2021, 2024):
        places = {code: sum(flow["schools"] for key, flow
                            in schools.flows.items()
                            if key[:2] == (year, code)) for code in CODES}
        with_body = spread_rate(
            round((.868 + .034 * (year - 2021)) * sum(places.values())),
            places, effects("schools_with", year), "schools_with", year,
            noise=.05)
        series.put("schools", year, places)
        series.put("schools_with_association", year, with_body)

        def line(figure):
            return [dots(figure(name)) for name in (
                "communes_with_association", "schools",
                "schools_with_association", "agencies",
                "agencies_with_association", "enterprises",
                "enterprises_with_association", "villages_with_chapter",
                "members_briefed", "commune_cadres",
                "commune_cadres_in_centres", "communes_chair_in_centre")]

        whole, parts = total_and_rows(series, year, line)
        names = district_names("abbreviated")
        table = [
            padded(width, f"PHỤ LỤC: TỔ CHỨC HỘI Ở CƠ SỞ NĂM {year}"),
            padded(width), *heads,
            *([str(n), names[code]] + cells
              for n, (code, cells) in enumerate(parts, 1)),
            ["", "Toàn tỉnh"] + whole,
        ]
        write_table(folder, f"to-chuc-hoi-{year}.csv", table)


MODELS = [("Gia đình học tập", "Tổng số gia đình", "families",
           "learning_families"),
          ("Dòng họ học tập", "Tổng số dòng họ", "clans", "learning_clans"),
          ("Cộng đồng học tập (thôn, tổ dân phố)", "Tổng số thôn, TDP",
           "villages", "learning_villages"),
          ("Đơn vị học tập", "Tổng số đơn vị", "units", "learning_units")]
CITIZEN = ("Công dân học tập", "Số người được đánh giá", "citizens_assessed",
           "learning_citizens")


def models(series, folder):
    """Learning models: three rows of heads, spaces between thousands."""
    for year in DISTRICT_YEARS:
        kinds = MODELS + ([CITIZEN] if year >= 2022 else [])
        act = "387/QĐ-TTg" if year >= 2022 else "448/QĐ-KHVN"
        heads = [["STT", "Đơn vị"], ["", ""], ["", ""]]
        for title, base, _, _ in kinds:
            heads[0] += [title, "", ""]
            heads[1] += [base, "Đạt danh hiệu", ""]
            heads[2] += ["", "Số lượng", "Tỷ lệ (%)"]
        if year >= 2022:
            heads[0].append("")
            heads[1].append("")
            heads[2].append("Có kỹ năng số")
        width = len(heads[0])

        def line(figure):
            cells = []
            for _, _, base, part in kinds:
                cells += [spaces(figure(base)), spaces(figure(part)),
                          percent(figure(part), figure(base))]
            if year >= 2022:
                cells.append(spaces(figure("learning_citizens_digital")))
            return cells

        whole, parts = total_and_rows(series, year, line)
        names = district_names("full")
        table = [
            padded(width, "KẾT QUẢ XÂY DỰNG CÁC MÔ HÌNH HỌC TẬP"),
            padded(width, f"Năm {year} - theo tiêu chí của Quyết định số "
                   f"{act}"),
            padded(width), *heads,
            ["", "Tổng số"] + whole,
            *([str(n), names[code]] + cells
              for n, (code, cells) in enumerate(parts, 1)),
            padded(width),
            padded(width, "", "", "", "", "", "Thái Bình, ngày 08 tháng 01 "
                   f"năm {year + 1}"),
            padded(width, "Người lập biểu", "", "", "", "", "", "",
                   "TM. BAN THƯỜNG VỤ"),
        ]
        write_table(folder, f"mo-hinh-hoc-tap-{year}.csv", table,
                    newline="\n")


def swap_largest_first(number):
    digits = list(str(number))
    place = digits.index(max(digits))
    digits[0], digits[place] = digits[place], digits[0]
    return int("".join(digits))


SHORT = {"Phường": "P.", "Thị trấn": "TT.", "Xã": "Xã"}


def communes_named(areas, series, folder):
    """2023 by commune, found by names: homonyms need the district column."""
    year = 2023
    figures = commune_figures(areas, series, year)
    heads = [["STT", "Huyện, thành phố", "Xã, phường, thị trấn", "Dân số",
              "Hội viên", "", "Gia đình", "", "Dòng họ", "", "Thôn, tổ dân "
              "phố", "", "Đơn vị", "", "Công dân", ""],
             ["", "", "", "", "Tổng số", "Nữ"] + ["Tổng số", "Đạt"] * 4
             + ["Được đánh giá", "Đạt"]]
    names = district_names("short")
    rows, totals = [], [0] * len(COUNTS)
    for unit in areas.on(year):
        code, name, kind, district = unit
        counts = [figures[code][count] for count, _ in COUNTS]
        totals = [a + b for a, b in zip(totals, counts)]
        written = f"{SHORT[kind]} {name}" if kind != "Xã" or \
            district == "344" else name
        if code == "12493":
            written = "Quỳnh Hoàn"              # Quỳnh Hoàng
        if code == "12655":
            written = "Hoà Bình"
        if code == "12916":
            written = "Dương Hồng  Thủy"
        if code == "12538":
            written = "An Quý"
        if code == "12718":                     # two digits changed places
            counts[2] = swap_largest_first(counts[2])
            assert counts[2] > counts[1]
        rows.append([names[district], written] + [dots(n) for n in counts])
        if code == "13111":
            again = rows[-1]
    rows.append(again)                          # the same line twice
    width = len(heads[0])
    table = [
        padded(width, f"BIỂU TỔNG HỢP HỘI VIÊN VÀ MÔ HÌNH HỌC TẬP CẤP XÃ "
               f"NĂM {year}"), padded(width), *heads,
        *([str(n)] + row for n, row in enumerate(rows, 1)),
        ["", "Tổng cộng", ""] + [dots(n) for n in totals],
        padded(width, "Nguồn: Hội Khuyến học các xã, phường, thị trấn."),
    ]
    write_table(folder, f"cap-xa-{year}.csv", table, mark=True)


def communes_coded(areas, series, folder):
    """2022 by commune, a plain list with codes."""
    year = 2022
    figures = commune_figures(areas, series, year)
    rows = [["Mã ĐVHC", "Tên đơn vị", "Huyện", "Dân số", "Hội viên",
             "Nữ hội viên", "Số gia đình", "Gia đình học tập", "Số dòng họ",
             "Dòng họ học tập", "Số thôn, TDP", "Cộng đồng học tập",
             "Số đơn vị", "Đơn vị học tập", "Công dân được đánh giá",
             "Công dân học tập"]]
    for code, name, kind, district in areas.on(year):
        shown = "13225.0" if code == "13225" else code
        rows.append([shown, f"{kind} {name}", DISTRICTS[district][0]]
                    + [figures[code][count] for count, _ in COUNTS])
    write_table(folder, f"xa-phuong-{year}.csv", rows, delimiter=",",
                newline="\n")


def steering(series, folder):
    """Steering committees, plans, inspection and reporting."""
    groups = [
        ("Số đơn vị cấp huyện, cấp xã", [("", "administrations")]),
        ("Ban chỉ đạo", [("Số ban", "committees"),
                         ("Số thành viên", "committee_members"),
                         ("Thành viên được tập huấn",
                          "committee_members_trained")]),
        ("Kế hoạch KT-XH có chỉ tiêu XHHT", [("", "plans_with_targets")]),
        ("Kiểm tra", [("Số đơn vị thuộc phạm vi", "inspection_scope"),
                      ("Số đơn vị được kiểm tra", "inspections")]),
        ("Quán triệt", [("Số tổ chức, đơn vị", "organisations"),
                        ("Đã quán triệt", "organisations_briefed")]),
        ("Đánh giá người đứng đầu",
         [("Được đánh giá", "heads_assessed"),
          ("Có tiêu chí khuyến học", "heads_assessed_on_learning")]),
        ("Khó khăn, vướng mắc", [("Phát sinh, tồn đọng", "issues_raised"),
                                 ("Đã giải quyết", "issues_resolved")]),
        ("Báo cáo", [("Phải nộp", "reports_due"),
                     ("Nộp đúng hạn", "reports_on_time")]),
        ("Xã đạt cộng đồng học tập", [("", "learning_communes")]),
    ]
    order = [name for _, columns in groups for _, name in columns]
    heads = [["TT", "Huyện/Thành phố"], ["", ""]]
    for title, columns in groups:
        heads[0] += [title] + [""] * (len(columns) - 1)
        heads[1] += [sub for sub, _ in columns]
    width = len(heads[0])

    def line(figure):
        return [dots(figure(name)) for name in order]

    for year in YEARS:
        whole, parts = total_and_rows(series, year, line)
        names = district_names("upper")
        table = [
            padded(width, "BAN CHỈ ĐẠO XÂY DỰNG XÃ HỘI HỌC TẬP TỈNH"),
            padded(width, f"TỔNG HỢP CÔNG TÁC CHỈ ĐẠO, KIỂM TRA Năm {year}"),
            *heads,
            *([str(n), names[code]] + cells
              for n, (code, cells) in enumerate(parts, 1)),
            ["", "CỘNG"] + whole,
        ]
        write_table(folder, f"ban-chi-dao-{year}.csv", table, mark=True)


def media(series, folder):
    """News items: a list with the bar as delimiter."""
    rows = [["Năm", "Địa bàn", "Số tin, bài", "Trong đó: về điển hình"]]
    for year in YEARS:
        items = series.of["media_items"][year]
        models_of = spread_rate(
            round((.27 + .018 * (year - 2018)) * sum(items.values())), items,
            effects("exemplary", year), "exemplary", year)
        series.put("media_items_exemplary", year, models_of)
        names = district_names("short")
        names["336"] = "Thành phố"
        for code in CODES:
            rows.append([year, names[code], items[code], models_of[code]])
            if (year, code) == (2020, "338"):
                swapped = str(items[code])
                swapped = int(swapped[0] + swapped[2] + swapped[1])
                assert swapped not in (items[code], 0)
                twin = [year, names[code], swapped, models_of[code]]
    rows.append(twin)                           # one of the two is mistyped
    write_table(folder, "tin-bai-2018-2023.csv", rows, delimiter="|",
                newline="\n")
