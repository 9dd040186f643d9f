/*
 * project_rows.c - a project of a whole country for the benchmark of the road:
 * project_rows COMMUNES YEARS FOLDER.
 *
 * Writes project.yaml, areas.csv (the country, 63 provinces, 700 districts and
 * the communes) and a tidy export a year, exports/2012.csv and on: 67 figures
 * of each commune, enough for 48 indicators. A part is a share of its whole
 * that grows slowly, so that nothing is found to doubt. Numbers come from an
 * integer hash of what they are of: the same arguments give the same bytes
 * everywhere.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { PROVINCES = 63, DISTRICTS = 700, FIRST_YEAR = 2012, PATH_ROOM = 4096 };

/* A quantity, and the one it is a part of: an earlier line. */
struct figure {
    const char *id;
    int of;       /* -1: a whole of its own */
    unsigned low; /* the least of a whole */
};

static const struct figure figures[] = {
    { "population", -1, 4000 },
    { "members", 0, 0 },
    { "households", 0, 0 },
    { "learning_families_registered", 2, 0 },
    { "learning_families", 3, 0 },
    { "clans", -1, 40 },
    { "learning_clans_registered", 5, 0 },
    { "learning_clans", 6, 0 },
    { "villages", -1, 20 },
    { "learning_villages_registered", 8, 0 },
    { "learning_villages", 9, 0 },
    { "villages_with_chapter", 8, 0 },
    { "culture_houses", 8, 0 },
    { "units", -1, 30 },
    { "learning_units_registered", 13, 0 },
    { "learning_units", 14, 0 },
    { "citizens_assessed", 0, 0 },
    { "learning_citizens", 16, 0 },
    { "learning_citizens_digital", 17, 0 },
    { "model_adults", 0, 0 },
    { "model_adults_learning_citizens", 19, 0 },
    { "unit_staff", -1, 300 },
    { "unit_staff_learning_citizens", 21, 0 },
    { "committee_members", -1, 20 },
    { "committee_members_trained", 23, 0 },
    { "party_members", 0, 0 },
    { "party_members_in_association", 25, 0 },
    { "members_briefed", 1, 0 },
    { "association_bodies", -1, 20 },
    { "chapters", -1, 20 },
    { "clan_boards", 5, 0 },
    { "schools", -1, 20 },
    { "schools_with_association", 31, 0 },
    { "schools_digital", 31, 0 },
    { "agencies", -1, 20 },
    { "agencies_with_association", 34, 0 },
    { "enterprises", -1, 30 },
    { "enterprises_with_association", 36, 0 },
    { "cadres", -1, 60 },
    { "cadres_trained", 38, 0 },
    { "commune_cadres", -1, 40 },
    { "commune_cadres_in_centres", 40, 0 },
    { "centres", -1, 20 },
    { "centres_good", 42, 0 },
    { "centres_it", 42, 0 },
    { "centre_classes", -1, 60 },
    { "centre_visits", -1, 4000 },
    { "fund_balance", -1, 90000000 },
    { "fund_raised", -1, 60000000 },
    { "scholarships", -1, 400 },
    { "media_items", -1, 50 },
    { "media_items_exemplary", 50, 0 },
    { "officials", -1, 80 },
    { "officials_trained", 52, 0 },
    { "commune_officials", -1, 60 },
    { "commune_officials_management", 54, 0 },
    { "workers", -1, 900 },
    { "workers_trained", 56, 0 },
    { "rural_workers", -1, 900 },
    { "rural_workers_learning", 58, 0 },
    { "employed", 0, 0 },
    { "employed_trained", 60, 0 },
    { "working_age_population", 0, 0 },
    { "information_competent", 62, 0 },
    { "life_skilled", 62, 0 },
    { "issues_raised", -1, 30 },
    { "issues_resolved", 65, 0 },
};

enum { FIGURES = sizeof figures / sizeof figures[0] };

static uint32_t hash(uint32_t a, uint32_t b)
{
    uint64_t x = ((uint64_t)a << 32 | b) + 0x9e3779b97f4a7c15u;
    x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9u;
    x = (x ^ x >> 27) * 0x94d049bb133111ebu;
    return (uint32_t)(x >> 33);
}

/* A whole is up to three times its least and grows by 1 % a year; a part is 40
 * to 70 % of it and gains half a point a year. */
static unsigned value_of(uint32_t commune, unsigned at, unsigned year,
                         const unsigned values[])
{
    const struct figure *figure = &figures[at];
    uint32_t chance = hash(commune, at);
    if (figure->of >= 0)
        return (unsigned)((uint64_t)values[figure->of] *
                          (400 + chance % 300 + 5 * year) / 1000);
    return (unsigned)((uint64_t)(figure->low + chance % (2 * figure->low)) *
                      (100 + year) / 100);
}

static FILE *open_file(const char *folder, const char *name)
{
    char path[PATH_ROOM];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    if (file == NULL) {
        perror(path);
        exit(1);
    }
    return file;
}

static void write_areas(const char *folder, unsigned communes)
{
    FILE *file = open_file(folder, "areas.csv");
    fputs("code,tier,parent,name\n0,country,,Cả nước\n", file);
    for (unsigned p = 0; p < PROVINCES; p++)
        fprintf(file, "%02u,province,0,Tỉnh %u\n", p + 1, p + 1);
    for (unsigned d = 0; d < DISTRICTS; d++)
        fprintf(file, "%03u,district,%02u,Huyện %u\n", d + 100,
                d % PROVINCES + 1, d + 1);
    for (unsigned c = 0; c < communes; c++)
        fprintf(file, "%05u,commune,%03u,Xã %u\n", c + 1000,
                c % DISTRICTS + 100, c + 1);
    fclose(file);
}

static void write_year(const char *folder, unsigned communes, unsigned year)
{
    char name[64];
    unsigned values[FIGURES];
    snprintf(name, sizeof name, "exports/%u.csv", FIRST_YEAR + year);
    FILE *file = open_file(folder, name);
    fputs("area,period,quantity,value\n", file);
    for (unsigned c = 0; c < communes; c++)
        for (unsigned i = 0; i < FIGURES; i++) {
            values[i] = value_of(c, i, year, values);
            fprintf(file, "%05u,%u,%s,%u\n", c + 1000, FIRST_YEAR + year,
                    figures[i].id, values[i]);
        }
    fclose(file);
}

static void write_project(const char *folder, unsigned years)
{
    FILE *file = open_file(folder, "project.yaml");
    fprintf(file,
            "title: Cả nước\ntitle_en: The whole country\nlanguage: en\n"
            "root: 0\ntier: province\nperiod: %u\n"
            "sources:\n"
            "  - {name: figures, files: exports/*.csv, layout: tidy}\n",
            FIRST_YEAR + years - 1);
    fclose(file);
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        fputs("usage: project_rows COMMUNES YEARS FOLDER\n", stderr);
        return 2;
    }
    unsigned communes = (unsigned)strtoul(argv[1], NULL, 10);
    unsigned years = (unsigned)strtoul(argv[2], NULL, 10);
    char exports[PATH_ROOM];
    mkdir(argv[3], 0777);
    snprintf(exports, sizeof exports, "%s/exports", argv[3]);
    mkdir(exports, 0777);
    write_project(argv[3], years);
    write_areas(argv[3], communes);
    for (unsigned year = 0; year < years; year++)
        write_year(argv[3], communes, year);
    return 0;
}
