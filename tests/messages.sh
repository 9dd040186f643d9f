#!/bin/sh
# Do the two message files say what the sources ask for?
#
#  (1) Both files hold the same ids, once each, with the same {places}.
#  (2) Every id that stands in the sources as a literal, or is put together from
#      a register, is in the files.
#  (3) No id in the files is unused.
#  (4) Where an id and its arguments stand together, every place is filled.
#
# Prints what is wrong and ends with 1.
cd "$(dirname "$0")/.." || exit 3
LC_ALL=C
export LC_ALL
messages=data/messages
said=$(awk '
    function complain(what) { print what; bad = 1 }
    function need(id, who) { if (!(id in needed)) needed[id] = who }
    function literal(text) {
        return text ~ /^[ \n]*"[^"]*"[ \n]*$/
    }
    function bare(text) { gsub(/^[ \n]*"|"[ \n]*$/, "", text); return text }

    # --- the message files -------------------------------------------------
    function places_of(text,    found, place) {
        found = " "
        gsub(/\{\{/, "", text)
        while (match(text, /\{[a-z_0-9]+\}/)) {
            place = substr(text, RSTART + 1, RLENGTH - 2)
            if (index(found, " " place " ") == 0) found = found place " "
            text = substr(text, RSTART + RLENGTH)
        }
        return found
    }
    function same_places(a, b,    n, i, list) {
        if (length(a) != length(b)) return 0
        n = split(a, list, " ")
        for (i = 1; i <= n; i++) if (index(b, " " list[i] " ") == 0) return 0
        return 1
    }
    FILENAME ~ /messages\// {
        if (FNR == 1) id = ""
        tongue = FILENAME; sub(/.*\//, "", tongue); sub(/\..*/, "", tongue)
        if ($0 ~ /^[a-z][a-zA-Z0-9_.:-]*:( |$)/) {
            id = $0; sub(/:( .*)?$/, "", id)
            if ((tongue, id) in text) complain(FILENAME ":" FNR ": " id " stands here twice")
            text[tongue, id] = $0; where[tongue, id] = FILENAME ":" FNR
            if (!(id in ids)) { ids[id] = 1 }
        } else if ($0 ~ /^ / || $0 == "") { if (id != "") text[tongue, id] = text[tongue, id] "\n" $0 }
        else if ($0 !~ /^#/) complain(FILENAME ":" FNR ": not of the form id: text")
        next
    }

    # --- registers that are no C -------------------------------------------
    FILENAME ~ /indicators\// { if ($1 == "group:") need("group." $2, FILENAME ":" FNR); next }

    # --- the sources: comments out, statements together --------------------
    FNR == 1 { statement = ""; began = 0; comment = 0 }
    /^#include/ { next }
    {
        line = $0
        while (1) {
            if (comment) {
                if (!match(line, /\*\//)) break
                comment = 0; line = substr(line, RSTART + 2); continue
            }
            if (!match(line, /"([^"\\]|\\.)*"|\/\*|;|\047([^\047\\]|\\.)*\047/)) {
                statement = statement line "\n"; break
            }
            token = substr(line, RSTART, RLENGTH)
            statement = statement substr(line, 1, RSTART - 1)
            line = substr(line, RSTART + RLENGTH)
            if (token == "/*") comment = 1
            else if (token == ";") { judge(statement, FILENAME ":" FNR); statement = "" }
            else statement = statement token
        }
        # A macro ends with its line; so does the table of a register.
        if ($0 ~ /^#define/ || macro) {
            macro = $0 ~ /\\$/
            if (!macro) { judge(statement, FILENAME ":" FNR); statement = "" }
        }
        if ($0 ~ /^}/) { judge(statement, FILENAME ":" FNR); statement = "" }
    }

    function is_id(word) {
        return word ~ /^[a-z][a-z_][a-z_]+(\.[a-z0-9_]+)+$/ &&
            word !~ /\.(csv|yaml|html|xlsx|docx|xml|svg|png|pdf|json|geojson|txt|gp|md)$/
    }
    # The words of a table of names: tier_names, weight_names ...
    function name_table(statement, table, before, after, who,    rest, word) {
        if (statement !~ ("(^|[^a-z_])" table "\\[[A-Z_]*\\] *=")) return
        rest = statement
        while (match(rest, /"[^"]*"/)) {
            word = substr(rest, RSTART + 1, RLENGTH - 2)
            if (word != "" && !(table == "verdict_names" && word == ""))
                need(before word after, who)
            rest = substr(rest, RSTART + RLENGTH)
        }
    }
    # The arguments that follow in a call, split at its own commas. Returns how
    # many, the rest of the first one being 0.
    function arguments_of(rest,    i, c, depth, count, quoted) {
        for (i in argument) delete argument[i]
        count = depth = quoted = 0
        argument[0] = ""
        for (i = 1; i <= length(rest); i++) {
            c = substr(rest, i, 1)
            if (quoted) { if (c == "\\") { argument[count] = argument[count] c; c = substr(rest, ++i, 1) } else if (c == "\"") quoted = 0 }
            else if (c == "\"") quoted = 1
            else if (c ~ /[([{]/) depth++
            else if (c ~ /[])}]/ && --depth < 0) return count
            else if (c == "," && depth == 0) { argument[++count] = ""; continue }
            argument[count] = argument[count] c
        }
        return -1
    }
    # (4) [first] is the number of the first key. A fault of gnuplot gets the
    # chart and its script from the caller, who knows them.
    function check_places(id, rest, first, given, who,    count, i, keys, list, n) {
        count = arguments_of(rest)
        if (count < first || argument[count] !~ /NULL[ \n]*$/ || (count - first) % 2 != 0) return
        keys = " " given " "
        for (i = first; i < count; i += 2) {
            if (!literal(argument[i])) return
            keys = keys bare(argument[i]) " "
        }
        checked++
        if (id ~ /^gnuplot\.(died|hung)$/) keys = keys "chart script "
        n = split(places_of(text["en", id]), list, " ")
        for (i = 1; i <= n; i++)
            if (index(keys, " " list[i] " ") == 0)
                complain(who ": " id " has the place {" list[i] "}, which is not filled here")
    }
    function judge(statement, who,    rest, word, name) {
        rest = statement
        while (match(rest, /"([^"\\]|\\.)*"/)) {
            word = substr(rest, RSTART + 1, RLENGTH - 2)
            rest = substr(rest, RSTART + RLENGTH)
            if (!is_id(word)) continue
            need(word, who)
            if (statement ~ /(unknown_word|unknown_choice|fault_unknown|scan_fault)\(/) may[word "_near"] = 1
            if (statement ~ /(unknown_word|unknown_choice|fault_unknown)\(/ &&
                rest !~ /,[ \n]*NULL\)/) need(word "_near", who)
            if (statement ~ /(fault_set|session_say|message_add|say)\(/)
                calls[++call_count] = word SUBSEP rest SUBSEP 1 SUBSEP "where line column" SUBSEP who
        }
        if (match(statement, /finding_add\([^,]*,[ \n]*FINDING_[a-z_]+/)) {
            name = substr(statement, RSTART, RLENGTH); sub(/.*FINDING_/, "", name)
            calls[++call_count] = "finding." name SUBSEP substr(statement, RSTART + RLENGTH) SUBSEP 2 SUBSEP "file line column header value suggestion count" SUBSEP who
        }
        rest = statement
        while (match(rest, /[^a-z_]head\(input, "[a-z_]+"\)/)) {
            name = substr(rest, RSTART, RLENGTH); gsub(/.*\(input, "|"\)/, "", name)
            need("table." name, who); rest = substr(rest, RSTART + RLENGTH)
        }
        name_table(statement, "tier_names", "tier.", ".one", who)
        name_table(statement, "tier_names", "tier.", ".many", who)
        name_table(statement, "tier_names", "whole.", "", who)
        name_table(statement, "weight_names", "weight.", "", who)
        name_table(statement, "noise_names", "noise.", "", who)
        name_table(statement, "verdict_names", "verdict.", "", who)
        name_table(statement, "plan_path_names", "plan.path.", "", who)
        name_table(statement, "plan_rule_names", "plan.rule.", "", who)
        name_table(statement, "plan_feasibility_names", "feasible.", "", who)
        name_table(statement, "review_names", "review.", "", who)
        name_table(statement, "outcome_names", "outcome.", "", who)
        name_table(statement, "revision_cause_names", "revision.", "", who)
        if (who ~ /engine\/compute\/measures\// || who ~ /charts\/kinds\//) {
            rest = statement
            while (match(rest, /\.id = "[^"]+"/)) {
                name = substr(rest, RSTART + 7, RLENGTH - 8); rest = substr(rest, RSTART + RLENGTH)
                need((who ~ /kinds/ ? "chart." : "measure.") name ".title", who)
                if (who ~ /kinds/) need("chart." name ".question", who)
            }
        }
        if (who ~ /app\/commands\// && match(statement, /\.name = "[a-z]+"/)) {
            name = substr(statement, RSTART + 9, RLENGTH - 10)
            if (statement ~ /struct command command_/) {
                need("command." name ".purpose", who); need("command." name ".usage", who)
                need("command." name ".examples", who); commands[name] = 1
            }
        }
        if (statement ~ /#define PLAN_NOTES\(X\)/) {
            rest = statement
            while (match(rest, /X\([a-z_]+\)/)) {
                need("plan.note." substr(rest, RSTART + 2, RLENGTH - 3), who)
                rest = substr(rest, RSTART + RLENGTH)
            }
        }
        if (statement ~ /#define (FINDING_RULES|OPTIONS)\(X\)/) {
            rest = statement
            while (match(rest, /X\([A-Za-z_]+, *("[a-z-]+")?/)) {
                name = substr(rest, RSTART + 2, RLENGTH - 2); rest = substr(rest, RSTART + RLENGTH)
                if (name ~ /"/) { gsub(/.*, *"|"/, "", name); need("option." name, who); options[name] = 1 }
                else { sub(/, *$/, "", name); need("finding." name, who); need("rule." name, who) }
            }
        }
    }

    END {
        for (c in commands) for (o in options) may["command." c ".option." o] = 1
        for (id in ids) {
            for (t = 1; t <= 2; t++) {
                tongue = t == 1 ? "en" : "vi"
                if (!((tongue, id) in text)) complain(id " is missing in " tongue ".yaml")
            }
            if (("en", id) in text && ("vi", id) in text &&
                !same_places(places_of(text["en", id]), places_of(text["vi", id])))
                complain(where["vi", id] ": " id " has other places than in en.yaml:" places_of(text["vi", id]) "for" places_of(text["en", id]))
            if (!(id in needed) && !(id in may)) complain(where["en", id] ": " id " is not used")
        }
        for (id in needed) if (!(id in ids)) complain(needed[id] ": " id " is in neither file")
        for (i = 1; i <= call_count; i++) {
            split(calls[i], call, SUBSEP)
            check_places(call[1], call[2], call[3] + 0, call[4], call[5])
        }
        n = 0; for (id in ids) n++
        if (!bad) printf "messages: %d ids in two languages, %d calls checked\n", n, checked
        exit bad
    }
' "$messages/en.yaml" "$messages/vi.yaml" data/indicators/*.yaml \
    $(find engine importers charts -name '*.[ch]' | sort))
status=$?
printf '%s\n' "$said" | sort
exit $status
