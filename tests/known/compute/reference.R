# reference.R - the expected numbers of the tests in this folder, computed by
# another program along other ways: double loops for the sorted sums, lm and glm
# for the fits, R's own tests and quantiles for the limits.
#
#   Rscript tests/known/compute/reference.R
#
# SPDX-License-Identifier: GPL-3.0-or-later
options(digits = 15, warn = 1)
say <- function(name, ...)
    cat(name, formatC(c(...), digits = 14, format = "g"), "\n")

# --- intervals ---------------------------------------------------------------
wilson <- function(x, n, level = .95)
    prop.test(x, n, conf.level = level, correct = FALSE)$conf.int[1:2]
exact_binomial <- function(x, n, level = .95)
    binom.test(x, n, conf.level = level)$conf.int[1:2]
jeffreys <- function(x, n, level = .95) {
    a <- (1 - level) / 2
    c(if (x > 0) qbeta(a, x + .5, n - x + .5) else 0,
      if (x < n) qbeta(1 - a, x + .5, n - x + .5) else 1)
}
mid_p <- function(x, n, level = .95) {
    a <- (1 - level) / 2
    above <- function(p) sum(dbinom(seq_len(n - x) + x, n, p)) + dbinom(x, n, p) / 2
    below <- function(p) sum(dbinom(seq_len(x) - 1, n, p)) + dbinom(x, n, p) / 2
    root <- function(f) uniroot(f, c(1e-12, 1 - 1e-12), tol = 1e-14)$root
    c(if (x > 0) root(function(p) above(p) - a) else 0,
      if (x < n) root(function(p) below(p) - a) else 1)
}
for (case in list(c(81, 263), c(15, 148), c(0, 20), c(1, 29), c(29, 29), c(3711, 70013))) {
    x <- case[1]; n <- case[2]
    say(paste("wilson", x, n), wilson(x, n))
    say(paste("clopper_pearson", x, n), exact_binomial(x, n))
    say(paste("jeffreys", x, n), jeffreys(x, n))
    say(paste("mid_p", x, n), mid_p(x, n))
}
say("wilson .998 81 263", wilson(81, 263, .998))
say("clopper_pearson .998 15 148", exact_binomial(15, 148, .998))
for (x in c(0, 1, 3, 5, 9, 10, 20, 100))
    say(paste("poisson", x), poisson.test(x)$conf.int[1:2])
for (case in list(c(5e6, 1e7), c(10, 1e12), c(1e12 - 3, 1e12), c(3e11, 1e12))) {
    x <- case[1]; n <- case[2]
    say(paste("clopper_pearson", x, n), qbeta(.025, x, n - x + 1),
        qbeta(.025, x + 1, n - x, lower.tail = FALSE))
    say(paste("jeffreys", x, n), jeffreys(x, n))
}
for (case in list(c(16051, 32102), c(321147, 1e9), c(1e9, 1e12)))
    say(paste("poisson", case[1], case[2]), qgamma(.025, case[1]) / case[2],
        qgamma(.025, case[1] + 1, lower.tail = FALSE) / case[2])
say("beyond", pbeta(.5, 5000474.5, 4999526.5, lower.tail = FALSE),
    pgamma(5e6, 5000474.5, lower.tail = FALSE))
byar <- function(x, level = .95) {
    z <- qnorm(.5 + level / 2)
    c(x * (1 - 1 / (9 * x) - z / (3 * sqrt(x)))^3,
      (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * sqrt(x + 1)))^3)
}
for (x in c(10, 37, 412)) say(paste("byar", x), byar(x))
newcombe <- function(x, n, y, m, level = .95) {
    p <- x / n; q <- y / m
    a <- wilson(x, n, level); b <- wilson(y, m, level)
    c(p - q - sqrt((p - a[1])^2 + (b[2] - q)^2),
      p - q + sqrt((a[2] - p)^2 + (q - b[1])^2))
}
say("newcombe 56 70 48 80", newcombe(56, 70, 48, 80))
say("newcombe .998 56 70 48 80", newcombe(56, 70, 48, 80, .998))
say("sleep gained", t.test(c(1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, .8, 4.6, 1.4))$conf.int)

# --- measures ----------------------------------------------------------------
y <- c(61.37, 74.2, 58.913, 88.06, 74.2, 69.441, 93.7, 80.555, 71.008)
w <- c(1203, 845, 2417, 391, 1688, 977, 512, 1350, 764)
rank_by <- c(1, 4, 2, 8, 5, 3, 9, 7, 5)   # two areas share the fifth place
group <- c(1, 1, 1, 2, 2, 2, 3, 3, 3)
reference <- 6
target <- 75
measures <- function(y, w, tag) {
    p <- w / sum(w); m <- sum(p * y); r <- y / m; J <- length(y)
    out <- function(name, v) say(paste(tag, name), v)
    out("mean", m)
    out("difference", max(y) - min(y))
    out("ratio", max(y) / min(y))
    out("between_group_variance", sum(p * (y - m)^2))
    out("between_group_sd", sqrt(sum(p * (y - m)^2)))
    out("coefficient_of_variation", 100 * sqrt(sum(p * (y - m)^2)) / m)
    out("mean_difference_mean", mean(abs(y - m)))
    out("mean_difference_mean_weighted", sum(p * abs(y - m)))
    out("mean_difference_best", mean(max(y) - y))
    out("mean_difference_best_weighted", sum(p * (max(y) - y)))
    out("index_of_disparity", 100 * mean(abs(y - m)) / m)
    out("index_of_disparity_weighted", 100 * sum(p * abs(y - m)) / m)
    rl <- ifelse(r > 0, r * log(r), 0)
    out("theil", sum(p * rl))
    out("mean_log_deviation", -sum(p * log(r)))
    for (a in c(2, -1, .5))
        out(paste0("generalised_entropy:", a), (sum(p * r^a) - 1) / (a * (a - 1)))
    out("atkinson:0.5", 1 - sum(p * r^.5)^2)
    out("atkinson:1", 1 - exp(sum(p * log(r))))
    out("atkinson:2", 1 - sum(p * r^-1)^-1)
    g <- 0
    for (i in 1:J) for (j in 1:J) g <- g + p[i] * p[j] * abs(y[i] - y[j])
    out("gini", g / (2 * m))
    out("hoover", sum(p * abs(r - 1)) / 2)
    # one entry a person: shares and percentiles by plain counting
    people <- sort(rep(y, w)); N <- length(people)
    part <- function(from, to) { # the total between two shares, a person split
        cum <- c(0, cumsum(people)); at <- function(q) approx(0:N, cum, q * N)$y
        at(to) - at(from)
    }
    out("palma", part(.9, 1) / part(0, .4))
    out("s80_s20", part(.8, 1) / part(0, .2))
    pq <- function(q) people[ceiling(q * N)]
    out("percentile_gap", pq(.9) - pq(.1))
    out("percentile_ratio", pq(.9) / pq(.1))
    out("population_attributable_risk", max(y) - m)
    out("population_attributable_fraction", 100 * (max(y) - m) / m)
    tw <- tb <- lw <- lb <- 0
    for (k in unique(group)) {
        in_k <- group == k; pg <- sum(p[in_k]); mg <- sum(p[in_k] * y[in_k]) / pg
        q <- p[in_k] / pg; s <- y[in_k] / mg
        tw <- tw + pg * mg / m * sum(q * ifelse(s > 0, s * log(s), 0))
        tb <- tb + pg * mg / m * log(mg / m)
        lw <- lw - pg * sum(q * log(s)); lb <- lb - pg * log(mg / m)
    }
    out("theil_within", tw); out("theil_between", tb)
    out("mld_within", lw); out("mld_between", lb)
    out("shortfall_headcount", sum(p[y < target]))
    out("shortfall_gap", sum(p * pmax(0, target - y)) / target)
    out("mean_difference_reference", mean(abs(y - y[reference])))
    out("mean_difference_reference_weighted", sum(p * abs(y - y[reference])))
    X <- sapply(1:J, function(i) sum(p[rank_by < rank_by[i]]) + sum(p[rank_by == rank_by[i]]) / 2)
    for (i in 1:J) out(paste0("midrank", i), X[i])
    out("absolute_concentration", sum(p * (2 * X - 1) * y))
    out("relative_concentration", sum(p * (2 * X - 1) * y) / m)
    fit <- predict(lm(y ~ X, weights = w), data.frame(X = 0:1))
    out("slope_index", fit[2] - fit[1]); out("relative_index", fit[2] / fit[1])
    fit <- suppressWarnings(glm(y / 100 ~ X, family = quasibinomial, weights = w,
                                control = glm.control(epsilon = 1e-15, maxit = 100)))
    fit <- 100 * predict(fit, data.frame(X = 0:1), type = "response")
    out("slope_index:logit", fit[2] - fit[1]); out("relative_index:logit", fit[2] / fit[1])
}
measures(y, w, "even")
z <- y; z[3] <- 0
measures(z, w, "zero")

# --- closed forms at (x+1)/(n+2) ---------------------------------------------
x <- c(738, 627, 1424, 344, 1252, 678, 480, 1087, 543)
n <- c(1203, 845, 2417, 391, 1688, 977, 512, 1350, 764)
v <- 100 * x / n; q <- (x + 1) / (n + 2); s <- 100 * sqrt(q * (1 - q) / n)
p <- n / sum(n); m <- sum(p * v); z <- qnorm(.975)
order_by <- 1:9
X <- cumsum(p) - p / 2
d <- v[9] - v[1]; sd <- sqrt(s[1]^2 + s[9]^2)
say("closed difference", d, sd, d - z * sd, d + z * sd)
R <- v[9] / v[1]; sl <- sqrt((s[1] / v[1])^2 + (s[9] / v[9])^2)
say("closed ratio", R, R * sl, R * exp(-z * sl), R * exp(z * sl))
A <- sum(p * (2 * X - 1) * v); sa <- sqrt(sum(p^2 * s^2 * (2 * X - 1)^2))
say("closed absolute_concentration", A, sa, A - z * sa, A + z * sa)
C <- A / m; sc <- sqrt(sum(p^2 * s^2 * ((2 * X - 1) - C)^2)) / m
say("closed relative_concentration", C, sc, C - z * sc, C + z * sc)
b <- sum(p * (X - .5)^2)
say("closed slope_index", A / (2 * b), sa / (2 * b))
# the areas against the whole, adjusted after Benjamini and Hochberg
N <- sum(n); P <- sum(x) / N
pv <- 2 * pnorm(-abs((x / n - P) / sqrt(P * (1 - P) * (1 / n - 1 / N))))
say("whole p", pv); say("whole adjusted", p.adjust(pv, "BH"))
# Jeffreys' posterior and the gamma: is the target reached?
say("beyond .9 of 57/60", pbeta(.9, 57.5, 3.5, lower.tail = FALSE))
say("beyond .95 of 57/60", pbeta(.95, 57.5, 3.5, lower.tail = FALSE))
say("beyond 3 per 1000 of 12/5000", pgamma(15, 12.5, lower.tail = FALSE))
