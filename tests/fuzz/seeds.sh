#!/bin/sh
# seeds.sh TARGET FOLDER: fills FOLDER with the files that fuzzing TARGET starts
# from, made of the fixtures and of what ships in data/.
set -eu
target=$1 folder=$2
mkdir -p "$folder"
sample=data/sample/thai-binh

# Each line of the input becomes a file.
lines() {
    sort -u | head -n 300 | awk -v to="$folder/line-" \
        '{ file = to NR; printf "%s", $0 >file; close(file) }'
}
# The beginning of each file named, with a text in front.
heads() {
    bytes=$1 front=$2
    shift 2
    for file in "$@"; do
        { printf '%s' "$front"; head -c "$bytes" "$file"; } \
            >"$folder/$(echo "$file" | tr / -)"
    done
}

case $target in
decode)
    heads 400 '' tests/fixtures/*/*.csv $sample/exports/*.csv ;;
export)
    heads 2000 '' tests/fixtures/*/*.csv $sample/exports/*.csv ;;
records)
    # The first byte chooses among , ; tab and |: 0 is a comma, 1 a semicolon.
    heads 600 1 tests/fixtures/*/*.csv $sample/exports/*.csv
    printf '0a,"b ""c"" d",e\n"x\ny",z\n' >"$folder/quotes" ;;
number)
    {
        cat $sample/exports/*.csv | tr ';\t' '\n\n' |
            grep -a '^[^ ]*[0-9][^ ]*$' | awk 'NR % 100 == 0'
        cat tests/fuzz/number.txt
    } | lines ;;
sheet)
    heads 800 '' $sample/*.csv data/templates/project/*.csv ;;
yaml)
    heads 1500 '' data/*.yaml data/*/*.yaml $sample/project.yaml ;;
layout)
    # A layout a file: from one id to the next.
    awk -v to="$folder/layout-" '
        /^[a-z_0-9]+:/ { n++; file = to n }
        file != "" && !/^#/ { print >file }
    ' data/layouts/*.yaml ;;
expression)
    {
        echo 'members / (1 / population)'
        echo '1 / (2 * members - members@-1)'
        sed -n 's/^ *\(numerator\|denominator\|value\|total\): *"\(.*\)"$/\2/p' \
            data/indicators/*.yaml
    } | lines ;;
crosswalk)
    { head -n 40 $sample/areas.csv; echo ---; head -n 4 $sample/crosswalk.csv; } \
        >"$folder/both"
    head -n 20 $sample/crosswalk.csv >"$folder/crossings"
    cp tests/fuzz/crosswalk.txt tests/fuzz/reforms.txt "$folder" ;;
bulk)
    # Rows of a,b,value: all numbers there are, and records over several lines.
    cat tests/fuzz/number.txt $sample/exports/*.csv | tr ';\t' '\n\n' |
        grep -a '^[^ ]*[0-9][^ ]*$' | awk 'NR % 50 == 0' | head -n 60 |
        awk '{ gsub(/"/, ""); q = $0 ~ /,/ ? "\"" : ""
               print "x" NR % 3 ",y" NR % 5 "," q $0 q }' >"$folder/numbers"
    printf 'x,"y, z",1\r\n"x ""x""",y,"1.234,5"\r\n' >"$folder/quotes"
    printf 'x,"y\ny",12\n,,\nx,y\nx,y,1,2\nx,y,-\n' >"$folder/odd" ;;
*)
    echo "seeds.sh: no such target: $target" >&2
    exit 2 ;;
esac
