#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The report of the sample in a real browser: the page as it is runs its script
# under its own policy without a word on the console; then page.js uses it as a
# reader would, on a desk and on a phone; then it prints. Skips without chromium.
export HOCTAP_DATA="${HOCTAP_DATA:-data}" # wherever the program was built
hoctap=${HOCTAP:-build/hoctap}
browser=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome)}
if [ -z "$browser" ]; then
    echo 'skipped: browser/page.sh: no chromium (make deps-browser installs it)'
    exit 0
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failed=0

fail() {
    echo "FAILED  browser/page.sh: $*"
    failed=1
}

# browse NAME OPTIONS...: standard output into NAME.out, the console NAME.err
browse() {
    name=$1
    shift
    HOME=$folder timeout 120 "$browser" --headless --no-sandbox --disable-gpu \
        --user-data-dir="$folder/profile" --enable-logging=stderr --v=0 "$@" \
        >"$folder/$name.out" 2>"$folder/$name.err" || fail "$name: no answer"
    if grep 'CONSOLE' "$folder/$name.err"; then fail "$name: words on the console"; fi
}

"$hoctap" run data/sample/thai-binh -o "$folder/out" >/dev/null 2>&1
page=$folder/out/report.html
[ -s "$page" ] || fail 'no report.html'

browse policy --dump-dom "file://$page"
grep -q 'class="tools' "$folder/policy.out" || fail 'policy: the script did not run'

# Our own words may not run under the page's policy, so the copy has none.
sed '/http-equiv="Content-Security-Policy"/d' "$page" >"$folder/copy.html"
{ echo '<script>'; cat tests/browser/page.js; echo '</script>'; } >>"$folder/copy.html"
# A window may not be as narrow as a phone; a frame in it may.
frame() {
    cat <<END
<!DOCTYPE html><meta charset="utf-8"><pre id="outcome"></pre>
<script>addEventListener('message', function (e) {
document.getElementById('outcome').textContent = e.data})</script>
<iframe src="copy.html" style="border:0;width:$1px;height:900px"></iframe>
END
}
for width in 1280 400; do
    frame $width >"$folder/frame.html"
    browse "use-$width" --virtual-time-budget=10000 --window-size=1400,1000 \
        --dump-dom "file://$folder/frame.html"
    sed -n '/<pre id="outcome">/,/<\/pre>/p' "$folder/use-$width.out" |
        sed 's/<[^>]*>//g' >"$folder/outcome"
    grep -q "^ok no sideways scroll at $width" "$folder/outcome" ||
        fail "width $width: $(grep sideways "$folder/outcome")"
    [ "$(grep -c '^ok' "$folder/outcome")" -ge 14 ] || fail "width $width: too few answers"
    if grep '^FAILED' "$folder/outcome"; then fail "width $width"; fi
done

browse print --print-to-pdf="$folder/report.pdf" --no-pdf-header-footer "file://$page"
[ -s "$folder/report.pdf" ] || fail 'print: nothing came out'
if command -v pdfinfo >/dev/null; then
    pdfinfo "$folder/report.pdf" | grep -q 'Page size: *59[456].* x 84[123].*' ||
        fail "print: $(pdfinfo "$folder/report.pdf" | grep 'Page size')"
fi
[ $failed -eq 0 ] && echo 'ok      browser/page.sh'
exit $failed
