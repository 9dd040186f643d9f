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
    se <- sqrt(v * (1 / n - 1 / sum(n)))
    pv <- 2 * pnorm(-abs(y - p) / se)
    s2 <- v / n
    tau <- dispersion(y, s2)
    other <- sapply(seq_along(x), function(j)
        root(length(x) - 2, y[-j], s2[-j]))
    near <- p * n + (x - p * n) / sqrt(1 + other / s2)
    less <- if (rate) ppois(near, p * n) else
        pbeta(1 - p, n - near, near + 1)     # P(X <= near)
    more <- if (rate) ppois(near - 1, p * n, lower.tail = FALSE) else
        pbeta(p, near, n - near + 1)         # P(X >= near)
    if (rate) {
        less <- pgamma(p * n, near + 1, lower.tail = FALSE)
        more <- pgamma(p * n, near)
    }
    B <- tau[1] / (tau[1] + s2)
    shrunk <- p + B * (y - p)
    J <- length(x)
    own <- pmin(B * s2 + 2 / (J - 3) * ((1 - B) * (y - p))^2, s2)
    common <- sum(n^2 * (s2 + tau[1])) / sum(n)^2
    reach <- qnorm(.975) * sqrt(own + (1 - B)^2 * common)
    cat("whole", p, " phi", mean((y - p)^2 / s2), "\n")
    print(tau)
    print(cbind(diff = y - p, lower = y - p - qnorm(.975) * se, p = pv,
                adj = p.adjust(pv, "BH"), other, tail = pmin(less, more)))
    print(cbind(B, shrunk, lower = shrunk - reach, upper = shrunk + reach))
    set.seed(1)
    draws <- replicate(400000, rank(-rnorm(J, shrunk, sqrt(B * s2))))
    print(t(apply(draws, 1, function(r) c(
        quantile(r, c(.025, .975), type = 1),
        at = mean(r <= quantile(r, .025, type = 1)),
        before = mean(r < quantile(r, .025, type = 1)),
        at = mean(r <= quantile(r, .975, type = 1)),
        before = mean(r < quantile(r, .975, type = 1))))))
}
cat("--- proportions\n"); family(x, n, FALSE)
cat("--- the same as rates\n"); family(x, n, TRUE)
