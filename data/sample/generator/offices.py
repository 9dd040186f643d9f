"""The tables of the education, statistics, home-affairs and culture offices.

SPDX-License-Identifier: GPL-3.0-or-later
"""
from .areas import DISTRICTS
from .schools import BANDS, LEVELS, SEXES
from .series import CODES, YEARS
from .writing import (commas, district_names, dots, padded,
                      write_table)

LEVEL_HEADS = {"primary": "Tiểu học - Primary",
               "lower_secondary": "Trung học cơ sở - Lower secondary",
               "upper_secondary": "Trung học phổ thông - Upper secondary"}
LEVEL_NAMES = {"kindergarten": "Mẫu giáo", "primary": "Tiểu học",
               "lower_secondary": "THCS", "upper_secondary": "THPT",
               "continuing": "GDTX"}
SEX_NAMES = {"M": "Nam", "F": "Nữ"}


def school_year(year, mark="-"):
    return f"{year}{mark}{year + 1}"


def pupils_wide(schools, folder):
    """A year-book table: level by school year by sex, three rows of heads."""
    heads = [["Huyện, thành phố - District"], [""], [""]]
    for level in LEVELS:
        for n, year in enumerate(YEARS):
            label = school_year(year, "-\n")
            if year == YEARS[-1]:
                label = "Sơ bộ\nPrel.\n" + label
            heads[0] += [LEVEL_HEADS[level] if n == 0 else "", ""]
            heads[1] += [label, ""]
            heads[2] += ["Tổng số", "Nữ"]
    width = len(heads[0])

    def cells(codes):
        row = []
        for level in LEVELS:
            for year in YEARS:
                for sex in (None, "F"):
                    row.append(dots(sum(
                        schools.pupils(year, code, level, sex=sex)
                        for code in codes)))
        return row

    names = district_names("full")
    table = [
        padded(width, "SỐ HỌC SINH PHỔ THÔNG TẠI THỜI ĐIỂM 30/9 - NUMBER OF "
               "PUPILS OF GENERAL EDUCATION AS OF 30 SEPTEMBER"),
        padded(width, "Năm học - School year; Đơn vị tính - Unit: Người - "
               "Person"), padded(width), *heads,
        ["TỔNG SỐ - TOTAL"] + cells(CODES),
        *([names[code]] + cells([code]) for code in CODES),
    ]
    write_table(folder, "hoc-sinh-pho-thong.csv", table, delimiter=",",
                mark=True)


def pupils_by_age(series, schools, folder):
    """One line for each district, age and sex."""
    rows = [["Năm học", "Huyện", "Tuổi", "Giới tính",
             "Số trẻ trong độ tuổi"] + ["Học " + name.lower()
                                        if name[1:].islower() else "Học " + name
                                        for name in LEVEL_NAMES.values()]]
    names = district_names("short")
    for year in YEARS:
        for code in CODES:
            for age in range(3, 18):
                for sex in SEXES:
                    rows.append(
                        [school_year(year), names[code], age, SEX_NAMES[sex],
                         schools.children(year, code, age, sex)]
                        + [schools.pupils(year, code, level, age=age, sex=sex)
                           for level in LEVEL_NAMES])
    write_table(folder, "hoc-sinh-theo-do-tuoi.csv", rows, newline="\n")


def pupils_by_grade(schools, folder):
    rows = [["Năm học", "Huyện, thành phố"]
            + [f"Lớp {grade}" for grade in range(1, 13)]
            + [f"Tuyển mới lớp {LEVELS[level][0]}" for level in LEVELS]]
    names = district_names("abbreviated")
    for year in YEARS:
        for code in CODES:
            rows.append([school_year(year, " - "), names[code]] + [
                schools.pupils(year, code, grade=grade)
                for grade in range(1, 13)] + [
                schools.flows[year, code, level]["new_entrants"]
                for level in LEVELS])
    write_table(folder, "hoc-sinh-theo-lop.csv", rows, delimiter="\t")


def school_places(schools, folder):
    """A database extract: decimal point, commas between thousands."""
    rows = [["Năm học", "Mã huyện", "Huyện", "Cấp học", "Số trường",
             "Số lớp", "Số giáo viên", "Sĩ số bình quân"]]
    for year in YEARS:
        for code in CODES:
            for level in LEVEL_NAMES:
                flow = schools.flows[year, code, level]
                pupils = schools.pupils(year, code, level)
                mean = (20 * pupils + flow["classes"]) // (2 * flow["classes"])
                rows.append([school_year(year), code, DISTRICTS[code][0],
                             LEVEL_NAMES[level], flow["schools"],
                             commas(flow["classes"]), commas(flow["teachers"]),
                             f"{mean // 10}.{mean % 10}"])
    write_table(folder, "truong-lop-giao-vien.csv", rows, delimiter=",")


def school_results(schools, folder):
    """What became of the pupils; the last school year is not over."""
    rows = [["Năm học", "Huyện, thành phố", "Cấp học", "Lưu ban", "Bỏ học",
             "Hoàn thành cấp học"]]
    names = district_names("short")
    for year in YEARS:
        for code in CODES:
            for level in LEVELS:
                flow = schools.flows[year, code, level]
                rows.append([school_year(year, "–"), names[code],
                             LEVEL_NAMES[level]] + [
                    "đang cập nhật" if year == YEARS[-1] else flow[name]
                    for name in ("repeaters", "leavers", "completers")])
    write_table(folder, "bien-dong-hoc-sinh.csv", rows, newline="\n")


def universal(series, schools, folder):
    """The yearly universal-education check, girls beside the whole."""
    heads = [["Năm", "Huyện, thành phố", "Trẻ 5 tuổi hoàn thành CT GDMN", "",
              "Trẻ 6 tuổi vào lớp 1", "", "Trẻ 11 tuổi hoàn thành CT tiểu "
              "học", "", "Xã đạt chuẩn", "", "", ""],
             ["", ""] + ["Tổng số", "Nữ"] * 3
             + ["PCGDMN trẻ 5 tuổi", "PCGDTH mức độ 3",
                "PCGD THCS mức độ 3", "XMC mức độ 2"]]
    names = district_names("full")
    table = [padded(12, "KẾT QUẢ PHỔ CẬP GIÁO DỤC, XÓA MÙ CHỮ GIAI ĐOẠN "
                    "2018 - 2023"), *heads]
    for year in YEARS:
        for code in CODES:
            found = schools.universal(year, code)
            row = [year, names[code]]
            for name in ("completed_5", "entered_6", "attained_11"):
                row += [dots(found[name][0]), dots(found[name][1])]
            communes = series.of["communes"][year][code]
            row += [communes, communes,
                    series.of["universal_lower_3"][year][code], communes]
            table.append(row)
    write_table(folder, "pho-cap-giao-duc.csv", table, mark=True)


def training(series, folder):
    """Saved as 'Unicode text': UTF-16 with tabs, a row of column numbers."""
    names = district_names("full")
    heads = [["STT", "Huyện, thành phố", "Cán bộ, công chức, viên chức", "",
              "Đã bồi dưỡng bắt buộc trong năm", "",
              "Công nhân, người lao động", "", "Lao động đã qua đào tạo nghề",
              "Lao động nông thôn", "Lao động nông thôn tham gia học tập"],
             ["", "", "Tổng số", "Nữ", "Tổng số", "Nữ", "Tổng số", "Nữ", "",
              "", ""],
             ["(A)", "(B)"] + [f"({n})" for n in range(1, 10)]]
    order = ["officials", "officials_women", "officials_trained",
             "officials_trained_women", "workers", "workers_women",
             "workers_trained", "rural_workers", "rural_workers_learning"]
    width = len(order) + 2
    for year in YEARS:
        silent = "342" if year == 2020 else None
        table = [
            padded(width, "KẾT QUẢ ĐÀO TẠO, BỒI DƯỠNG CÁN BỘ, CÔNG CHỨC, "
                   "VIÊN CHỨC VÀ NGƯỜI LAO ĐỘNG"),
            padded(width, f"Năm {year}"), *heads,
        ]
        for n, code in enumerate(CODES, 1):
            table.append([n, names[code]] + [
                "…" if code == silent else dots(series.of[name][year][code])
                for name in order])
        table.append(["", "Cộng"] + [
            dots(sum(series.of[name][year][code] for code in CODES
                     if code != silent)) for name in order])
        if silent:
            table.append(padded(width, "Ghi chú: huyện Tiền Hải chưa gửi báo "
                                "cáo."))
        write_table(folder, f"dao-tao-boi-duong-{year}.csv", table,
                    delimiter="\t", encoding="utf-16-le", mark=True)


def institutions(series, folder):
    heads = [["Năm", "Huyện, thành phố", "Số xã, phường, thị trấn",
              "Trung tâm học tập cộng đồng", "", "", "", "", "",
              "Thư viện công cộng", "", "", "Thôn, TDP có nhà văn hóa"],
             ["", "", "", "Số xã có trung tâm", "Số trung tâm",
              "Xếp loại tốt, khá", "Ứng dụng CNTT", "Số lớp, chuyên đề",
              "Lượt người học", "Cấp huyện", "Cấp xã",
              "Cấp xã phục vụ học tập suốt đời", ""]]
    order = ["communes", "communes_with_centre", "centres", "centres_good",
             "centres_it", "centre_classes", "centre_visits",
             "libraries_district", "libraries_commune", "libraries_lifelong",
             "culture_houses"]
    names = district_names("short")
    table = [padded(13, "THIẾT CHẾ GIÁO DỤC NGOÀI NHÀ TRƯỜNG VÀ THIẾT CHẾ "
                    "VĂN HÓA"), *heads]
    for year in YEARS:
        for code in CODES:
            cells = [dots(series.of[name][year][code]) for name in order]
            if (year, code) == (2023, "340"):
                cells[8] = cells[9] = "đang cập nhật"
            table.append([year, names[code]] + cells)
    write_table(folder, "thiet-che.csv", table, mark=True)


def population(schools, folder):
    """The statistics office: two languages in every head."""
    rows = [["Năm - Year", "Huyện, thành phố - District",
             "Nhóm tuổi - Age group", "Tổng số - Total", "Nam - Male",
             "Nữ - Female"]]
    names = district_names("full")
    for year in YEARS:
        bands = schools.bands[year]
        for code in ["34"] + CODES:
            place = names.get(code, "TOÀN TỈNH - WHOLE PROVINCE")
            inside = CODES if code == "34" else [code]
            for band in ["all"] + BANDS:
                men, women = (sum(
                    bands[c, b, sex] for c in inside
                    for b in (BANDS if band == "all" else [band]))
                    for sex in SEXES)
                label = {"all": "Tổng số - Total", "60..": "60+"}.get(
                    band, band.replace("..", "-"))
                rows.append([year, place, label, men + women, men, women])
    table = [padded(6, "DÂN SỐ TRUNG BÌNH PHÂN THEO NHÓM TUỔI ĐI HỌC, GIỚI "
                    "TÍNH VÀ HUYỆN, THÀNH PHỐ"),
             padded(6, "Average population by schooling age group, sex and "
                    "district"),
             padded(6, "Đơn vị tính - Unit: Người - Person"), padded(6)]
    write_table(folder, "dan-so-theo-nhom-tuoi.csv", table + rows,
                delimiter=",", mark=True)


def households(series, folder):
    """Years as heads, the last one preliminary."""
    heads = ["Huyện, thành phố - District"] + [str(y) for y in YEARS]
    heads[-1] = "Sơ bộ\nPrel.\n" + heads[-1]
    width = len(heads)
    names = district_names("full")
    table = [
        padded(width, "SỐ HỘ DÂN CƯ PHÂN THEO HUYỆN, THÀNH PHỐ - NUMBER OF "
               "HOUSEHOLDS BY DISTRICT"),
        padded(width, "Đơn vị tính - Unit: Hộ - Household"), heads,
        ["TỔNG SỐ - TOTAL"] + [dots(series.total("families", year))
                               for year in YEARS],
        *([names[code]] + [dots(series.of["families"][year][code])
                           for year in YEARS] for code in CODES),
    ]
    write_table(folder, "so-ho.csv", table, mark=True)
