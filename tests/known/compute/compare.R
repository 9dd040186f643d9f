# The figures of tests/known/compute/compare.c, worked out apart from the
# program with base R alone: Rscript tests/known/compute/compare.R
#
# SPDX-License-Identifier: GPL-3.0-or-later
options(digits = 15)
x <- c(80, 85, 150, 30, 300, 71, 66, 45, 410, 90, 155, 12)
n <- c(100, 100, 210, 60, 400, 90, 80, 70, 520, 100, 200, 40)

spread <- function(t, y, v) {
    w <- 1 / (v + t)
    sum(w * (y - sum(w * y) / sum(w))^2)
}
# Where the spread is [wanted]; by halving, as metafor does for PM and Q-profile.
root <- function(wanted, y, v) {
    if (spread(0, y, v) <= wanted) return(0)
    uniroot(function(t) spread(t, y, v) - wanted, c(0, 1e4), tol = 1e-15,
            maxiter = 10000)$root
}
dispersion <- function(y, v) {
    df <- length(y) - 1
    c(tau2 = root(df, y, v), lower = root(qchisq(.975, df), y, v),
      upper = root(qchisq(.025, df), y, v))
}

cat("--- BCG trials: log relative risks (Colditz et al. 1994)\n")
a <- c(4, 6, 3, 62, 33, 180, 8, 505, 29, 17, 186, 5, 27)
b <- c(119, 300, 228, 13536, 5036, 1361, 2537, 87886, 7470, 1699, 50448, 2493,
       16886)
cc <- c(11, 29, 11, 248, 47, 372, 10, 499, 45, 65, 141, 3, 29)
d <- c(128, 274, 209, 12619, 5761, 1079, 619, 87892, 7232, 1600, 27197, 2338,
       17825)
print(dispersion(log(a / (a + b) * (cc + d) / cc),
                 1 / a - 1 / (a + b) + 1 / cc - 1 / (cc + d)))

family <- function(x, n, rate) {
    p <- sum(x) / sum(n)
    v <- if (rate) p else p * (1 - p)
    y <- x / n
    J <- length(x)
    se <- sqrt(v * (1 / n - 1 / sum(n)))
    pv <- 2 * pnorm(-abs(y - p) / se)
    s2 <- v / n
    tau <- dispersion(y, s2)
    cat("phi, tau2:", mean((y - p)^2 / s2), tau, "\n")

    # The funnel: tau2 of the others, the count drawn in by it, its tail.
    other <- sapply(seq_len(J), function(j) root(J - 2, y[-j], s2[-j]))
    near <- p * n + (x - p * n) / sqrt(1 + other / s2)
    less <- if (rate) pgamma(p * n, near + 1, lower.tail = FALSE) else
        pbeta(p, near + 1, n - near, lower.tail = FALSE)   # P(X <= near)
    more <- if (rate) pgamma(p * n, near) else
        pbeta(p, near, n - near + 1)                       # P(X >= near)
    cat("tails:", pmin(less, more), "\n")

    B <- tau[1] / (tau[1] + s2)
    shrunk <- p + B * (y - p)
    own <- pmin(B * s2 + 2 / (J - 3) * ((1 - B) * (y - p))^2, s2)
    common <- sum(n^2 * (s2 + tau[1])) / sum(n)^2
    reach <- qnorm(.975) * sqrt(own + (1 - B)^2 * common)
    set.seed(1)
    draws <- replicate(400000, rank(-rnorm(J, shrunk, sqrt(B * s2))))
    ranks <- apply(draws, 1, quantile, c(.025, .975), type = 1)
    cat(sprintf("{ %.15g, %.15g, %.15g, %.15g, %.15g, %.15g, %d, %d, %d },\n",
                y - p - qnorm(.975) * se, pv, p.adjust(pv, "BH"), shrunk,
                shrunk - reach, shrunk + reach,
                rank(-shrunk, ties.method = "min"), ranks[1, ], ranks[2, ]),
        sep = "")
}
cat("--- proportions\n"); family(x, n, FALSE)
cat("--- the same as rates\n"); family(x, n, TRUE)

# Eleven areas at half of 200 and one at x: where its place changes.
cat("--- the funnel of one among twelve of 200\n")
place <- function(x, rate) {
    p <- (1100 + x) / 2400
    less <- if (rate) ppois(x, 200 * p) else pbinom(x, 200, p)
    more <- 1 - if (rate) ppois(x - 1, 200 * p) else pbinom(x - 1, 200, p)
    if (less < .001) "below_99.8" else if (less < .025) "below_95" else
    if (more < .001) "above_99.8" else if (more < .025) "above_95" else "within"
}
for (rate in c(FALSE, TRUE)) {
    places <- sapply(0:200, place, rate)
    for (i in 2:201) if (places[i] != places[i - 1])
        cat(i - 2, places[i - 1], "|", i - 1, places[i], "\n")
}

# One area far out, so that it widens the limits of all but its own.
cat("--- the last of the twelve at 15 to 22 of 40: tail with the tau2 of the",
    "others, and of all\n")
for (last in 15:22) {
    z <- replace(x, 12, last)
    p <- sum(z) / sum(n)
    y <- z / n
    s2 <- p * (1 - p) / n
    tail <- function(t) {
        near <- p * 40 + (last - p * 40) / sqrt(1 + t / s2[12])
        pbeta(p, near + 1, 40 - near, lower.tail = FALSE)
    }
    cat(last, tail(root(10, y[-12], s2[-12])), tail(root(11, y, s2)), "\n")
}

# Eighty areas: more than are ranked exactly.
cat("--- ranks of eighty\n")
i <- 0:79
mean <- i / 10
error <- 0.5 + (i %% 7) / 4
set.seed(1)
draws <- replicate(100000, rank(-rnorm(80, mean, error)))
ranks <- apply(draws, 1, quantile, c(.025, .975), type = 1)
for (k in c(1, 12, 40, 41, 42, 70, 80)) cat(k - 1, ranks[, k], "\n")

cat("--- 104 areas of 400: both tails with half of the own count, doubled\n")
mid <- function(less, own, more) pmin(1, 2 * (pmin(less, more) + own / 2))
x <- 400 - c(372, 399, 380, rep(388, 101))
print(mid(phyper(x - 1, 400, 41200, sum(x)), dhyper(x, 400, 41200, sum(x)),
          phyper(x, 400, 41200, sum(x), lower.tail = FALSE))[1:4])
x <- c(28, 1, 20, rep(12, 101))
print(mid(pbinom(x - 1, sum(x), 1 / 104), dbinom(x, sum(x), 1 / 104),
          pbinom(x, sum(x), 1 / 104, lower.tail = FALSE))[1:4])
