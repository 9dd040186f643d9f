#!/bin/sh
# Draws the pictures of data/charts/gallery.txt into a folder with a page that
# shows them, kind by kind in the order of `hoctap list charts`: the question
# that the kind answers, the command, the picture.
# GALLERY_LANG=en for English.
hoctap=${HOCTAP:-build/hoctap}
out=${1:-build/gallery}
lang=${GALLERY_LANG:-vi}
sample=data/sample/thai-binh
tab=$(printf '\t')

escape() { sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g; s/"/\&quot;/g'; }

# Kind and question, between tabs.
kinds() {
    "$hoctap" list charts --lang "$lang" --format json |
        sed -n 's/.*"kind": *"\([^"]*\)".*"question": *"\([^"]*\)".*/\1\t\2/p'
}

# The pictures of one kind: name, project and the words of the command.
pictures() {
    sed -n "s/^\([a-z0-9-]*\)  *$1  *\(.*\)/\1 \2/p" data/charts/gallery.txt
}

figure() { # name, kind, project, words
    [ "$3" = - ] && project=$sample || project=$3
    command="chart $project -k $2 $4 --lang $lang"
    # The table is ours: its words may be quoted for the shell.
    eval "\"\$hoctap\" $command -o \"\$out/$1.svg\"" </dev/null || exit 1
    printf '<figure><img src="%s.svg" alt="%s">\n' "$1" \
        "$(sed -n 's/.*<desc[^>]*>\([^<]*\)<.*/\1/p' "$out/$1.svg" | head -1)"
    printf '<figcaption><code>hoctap %s -o %s.svg</code></figcaption></figure>\n' \
        "$(printf '%s' "$command" | escape)" "$1"
}

mkdir -p "$out" && rm -f "$out"/*.svg || exit 3
{
    printf '<!doctype html>\n<html lang="%s"><meta charset="utf-8">\n' "$lang"
    cat <<'PAGE'
<title>hoctap list charts</title>
<style>
body { max-width: 60rem; margin: 2rem auto; font-family: Arimo, Arial, sans-serif }
figure { margin: 1rem 0 3rem } img { max-width: 100% } code { font-size: 85% }
</style>
PAGE
    kinds | while IFS="$tab" read -r kind question; do
        printf '<h2 id="%s">%s</h2>\n<p>%s</p>\n' "$kind" "$kind" \
            "$(printf '%s' "$question" | escape)"
        pictures "$kind" | while read -r name project words; do
            figure "$name" "$kind" "$project" "$words" || exit 1
        done || exit 1
    done || exit 1
} > "$out/index.html" || exit 1
echo "$out/index.html: $(ls "$out"/*.svg | wc -l) pictures of $(kinds | wc -l) kinds"
