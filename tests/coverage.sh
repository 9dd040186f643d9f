#!/bin/sh
# Coverage by room, from the gcov files below the build folder given.
# Lines that no test reached are listed with -l.
build=$1
for room in engine/base engine/model engine/compute engine/report engine/app importers charts; do
    find "$build/$room" -name '*.gcda' 2>/dev/null | sort > "$build/covered"
    [ -s "$build/covered" ] || { printf '%-16s none\n' "$room"; continue; }
    while read -r data; do gcov -n -o "$(dirname "$data")" "$data" 2>/dev/null; done < "$build/covered" |
    awk -v room="$room" '
        /^File / { file = $2; gsub("\047", "", file) }
        /^Lines executed:/ {
            split($0, part, /[:% ]+/)
            if (file ~ "^" room "/" && file ~ /\.c$/) {
                n = $NF; hit += n * substr($2, 10) / 100; all += n
                if (substr($2, 10) + 0 < 80) low = low sprintf("    %6s  %s\n", substr($2, 10), file)
            }
            file = ""
        }
        END { printf "%-16s %5.1f %%  of %d lines\n%s", room, all ? 100 * hit / all : 0, all, low }'
done
