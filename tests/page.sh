#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The report of the sample and the files beside it say the same numbers: for the
# year, for half a year, and for the public.
export HOCTAP_DATA="${HOCTAP_DATA:-data}" # wherever the program was built
hoctap=${HOCTAP:-build/hoctap}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failed=0
page() {
    period=$1
    shift
    "$hoctap" run data/sample/thai-binh -o "$folder" "$@" >/dev/null 2>&1
    awk -v PERIOD="$period" -f tests/page.awk "$folder/indicators.csv" \
        "$folder/equity.csv" "$folder/report.html" || failed=1
}
page 2023
page 2023 --audience public
page 2025-H1 -p 2025-H1
exit $failed
