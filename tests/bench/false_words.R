# How often equal areas are called different, by where the exact chances take over
# from the normal curve: a model of engine/compute/compare/compare_difference.c in base R.
#
#   Rscript tests/bench/false_words.R [FAMILIES]
#
# A line for each cell: areas, persons in each, chance, uneven, rate; then the
# share of families with any area called different, exact from g z^3/6 = 0, 0.5,
# 0.75, 1, 1.25, 1.5 on, and by the curve wherever five events may be expected.
#
# SPDX-License-Identifier: GPL-3.0-or-later
families <- as.integer(c(commandArgs(TRUE), 4000)[1])
bounds <- c(0, .5, .75, 1, 1.25, 1.5, Inf)

cell <- function(J, n, p, uneven = FALSE, rate = FALSE, R = families) {
    size <- rep(n, J)
    if (uneven) size[1] <- round(.46 / .54 * n * (J - 1))
    N <- sum(size)
    share <- size / N
    z <- qnorm(.025 / J, lower.tail = FALSE)
    words <- numeric(length(bounds))
    for (r in seq_len(R)) {
        x <- if (rate) rpois(J, size * p) else rbinom(J, size, p)
        if (!rate && sum(x) > N / 2) x <- size - x
        X <- sum(x)
        P <- X / N
        if (X == 0) next
        v <- if (rate) P else P * (1 - P)
        curve <- 2 * pnorm(-abs(x / size - P) / sqrt(v * (1 / size - 1 / N)))
        less <- if (rate) pbinom(x - 1, X, share) else
            phyper(x - 1, size, N - size, X)
        more <- if (rate) pbinom(x, X, share, lower.tail = FALSE) else
            phyper(x, size, N - size, X, lower.tail = FALSE)
        own <- if (rate) dbinom(x, X, share) else dhyper(x, size, N - size, X)
        exact <- pmin(1, 2 * pmin(less, more) + own)
        off <- abs((if (rate) 1 else 1 - 2 * P) * (1 - 2 * share) /
                   sqrt(size * v * (1 - share))) * z^3 / 6
        few <- pmin(size, N - size) * P < 5
        for (b in seq_along(bounds))
            words[b] <- words[b] +
                any(p.adjust(ifelse(few | off > bounds[b], exact, curve),
                             "BH") < .05)
    }
    cat(sprintf("%4d %6d %.2f %d %d  %s\n", J, n, p, uneven, rate,
                paste(sprintf("%.4f", words / R), collapse = " ")))
}

set.seed(5)
for (J in c(5, 13, 104)) {
    for (n in c(400, 600, 1000, 1500, 2500)) cell(J, n, .97)
    for (n in c(25, 40, 60, 84, 120, 200)) cell(J, n, .75)
    for (n in c(60, 100, 200, 400)) cell(J, n, .9)
    for (n in c(20, 60)) cell(J, n, .5)
    for (n in c(300, 1000, 3000, 6000)) cell(J, n, .02, rate = TRUE)
}
for (p in c(.75, .97)) cell(104, 70000, p)
for (n in c(60, 400, 1000)) for (p in c(.75, .97)) cell(13, n, p, uneven = TRUE)
for (n in c(1000, 2500, 5000)) cell(700, n, .97, R = ceiling(families / 6))
