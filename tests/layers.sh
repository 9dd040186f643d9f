#!/bin/sh
# Checks every #include against tests/layers.txt.
cd "$(dirname "$0")/.." || exit 3
grep -n '^#include' $(find engine importers charts -name '*.[ch]') |
awk '
    FILENAME != "-" {
        if ($0 ~ /^#/ || NF == 0) next
        if ($1 ~ /^lib:/) { lib[substr($1, 5)] = $0; next }
        room[$1] = $0
        next
    }
    {
        split($0, at, ":")
        file = at[1]; line = at[2]
        include = $0
        sub(/^[^<"]*[<"]/, "", include); sub(/[>"].*$/, "", include)
        own = ""
        for (r in room)
            if (index(file, r "/") == 1 && length(r) > length(own)) own = r
        if ($0 ~ /#include "/) {
            allowed = 0
            n = split(room[own], may, " ")
            for (i = 2; i <= n; i++) if (index(include, may[i] "/") == 1) allowed = 1
            if (!allowed) { print file ":" line ": " own " may not see " include; bad = 1 }
        } else {
            for (l in lib) if (index(include, l) == 1) {
                allowed = 0
                n = split(lib[l], may, " ")
                for (i = 2; i <= n; i++) if (index(file, may[i]) == 1) allowed = 1
                if (!allowed) { print file ":" line ": " l " is not for this room"; bad = 1 }
            }
        }
    }
    END { exit bad }
' tests/layers.txt -
