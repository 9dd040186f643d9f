# The figures of tests/known/compute/trend.c and of the golden trends, worked
# out apart from the program with base R alone, along other ways: orders counted
# one by one, cor.test, prop.trend.test and glm in place of the closed forms.
#
#     Rscript tests/known/compute/trend.R [TABLE.csv [SAMPLE.csv VALUES.csv]]
#
# With a file, it also works out every series of tests/golden/table-trend.csv and
# says which agree with the file, which is what `hoctap trend --table` prints.
# With three, it does so for tests/golden/expected/sample-trend.csv from what
# `hoctap compute data/sample/thai-binh` prints.
#
# SPDX-License-Identifier: GPL-3.0-or-later
options(digits = 15)

orders <- function(n) {
    if (n == 1) return(matrix(1))
    less <- orders(n - 1)
    do.call(rbind, lapply(1:n, function(i) cbind(i, less + (less >= i))))
}
S <- function(y) sum(sapply(seq_along(y)[-1], function(j)
    sum(sign(y[j] - y[seq_len(j - 1)]))))
# All orders of the very figures, ties and all.
kendall <- function(y) {
    if (length(unique(y)) == 1) return(1)
    if (length(y) > 8) {
        if (any(duplicated(y))) stop("too many orders")
        return(cor.test(seq_along(y), y, method = "kendall", exact = TRUE)$p.value)
    }
    mean(abs(apply(orders(length(y)), 1, function(o) S(y[o]))) >= abs(S(y)))
}
# Without ties, one-sided, for the critical S of Sen's limits.
beyond <- function(n) {
    chance <- 1
    for (k in 2:n) chance <- convolve(chance, rep(1 / k, k), type = "open")
    pmax(0, chance)
}
sen <- function(t, y, confidence = .95) {
    p <- combn(length(y), 2)
    b <- sort((y[p[2, ]] - y[p[1, ]]) / (t[p[2, ]] - t[p[1, ]]))
    out <- sum(cumsum(beyond(length(y))) <= (1 - confidence) / 2 + 1e-12)
    limits <- if (all(y == y[1])) c(0, 0) else if (out == 0) c(NA, NA) else
        c(b[out], b[length(b) + 1 - out])
    c(median(b), limits)
}
# x of n at t: the trend's chi-square, that about it, and p by the dispersion.
armitage <- function(t, x, n) {
    along <- unname(prop.trend.test(x, n, t)$statistic)
    all <- unname(suppressWarnings(prop.test(x, n, correct = FALSE))$statistic)
    df <- length(t) - 2
    c(along = along, about = all - along,
      p = pf(along / max(1, (all - along) / df), 1, df, lower.tail = FALSE))
}
# The walk, from its definition: increments divided by the root of their length.
# Noise: the sampling variances of the first and the last, which the end points
# alone would carry to the forecast.
walk <- function(t, z, ahead, confidence = .95, noise = c(0, 0)) {
    g <- diff(t)
    fit <- lm(I(diff(z) / sqrt(g)) ~ 0 + sqrt(g))
    s <- summary(fit)$sigma
    at <- tail(z, 1) + ahead * coef(fit)
    reach <- qt(1 - (1 - confidence) / 2, length(g) - 1) *
        sqrt(s^2 * ahead + ahead^2 * vcov(fit)[1])
    w <- c(-ahead, diff(range(t)) + ahead) / diff(range(t))
    reach <- max(reach, qnorm(1 - (1 - confidence) / 2) * sqrt(sum(w^2 * noise)))
    unname(c(at, at - reach, at + reach))
}

cat("--- cloud seeding (Hollander and Wolfe, 9.1)\n")
y <- c(1.26, 1.27, 1.12, 1.16, 1.03)
print(c(S(y), kendall(y), sen(1:5, y)))
cat("--- with ties: 3 5 5 8 9 9 7\n")
print(kendall(c(3, 5, 5, 8, 9, 9, 7)))
cat("--- seven years with gaps (Sen 1968)\n")
print(c(kendall(c(9, 15, 19, 20, 45, 55, 78)),
        sen(c(1, 2, 3, 4, 10, 12, 18), c(9, 15, 19, 20, 45, 55, 78), .93),
        sen(c(1, 2, 3, 4, 10, 12, 18), c(9, 15, 19, 20, 45, 55, 78))))
cat("--- malformations by alcohol (Agresti, Categorical Data Analysis, 5.3.5)\n")
print(armitage(c(0, .5, 1.5, 4, 7), c(48, 38, 5, 1, 1),
               c(17114, 14502, 793, 127, 38)))
cat("--- the same counts by years 2001 to 2005\n")
print(armitage(2001:2005, c(48, 38, 5, 1, 1), c(17114, 14502, 793, 127, 38)))
cat("--- five years of 1000\n")
x <- c(410, 455, 430, 480, 500)
print(armitage(2001:2005, x, rep(1000, 5)))
cat("--- six years of unlike size\n")
uneven <- function(x, n) {
    k <- length(x)
    p <- sum(x) / sum(n)
    line <- function(v) lm(x / n ~ I(1:k), weights = 1 / (p * (1 - p) / n + v))
    about <- function(v) sum(line(v)$weights * resid(line(v))^2)
    error <- function(v) 1 / sum(line(v)$weights *
        (1:k - weighted.mean(1:k, line(v)$weights))^2)
    tau2 <- uniroot(function(v) about(v) - (k - 2), c(0, 1), tol = 1e-18,
                    maxiter = 10000)$root
    rise <- function(f) (f(tau2 * 1.0001) - f(tau2 * .9999)) / (tau2 * .0002)
    own <- (error(tau2) / rise(error) * rise(about))^2 / (k - 2)
    df <- (k - 2 + min(k - 2, max(1, own))) / 2
    t <- summary(line(tau2))$coefficients[2, 3]
    print(c(about(0), tau2, own, df, 2 * pt(-abs(t), df)))
}
uneven(c(290, 5300, 14200, 410, 7600, 640), c(400, 7000, 20000, 520, 9800, 800))
uneven(c(29500, 640, 15010, 410, 7900, 690),
       c(40000, 800, 20000, 520, 9800, 800))
cat("--- log-linear score test: rates 12 18 15 22 30 on 1000\n")
r <- c(12, 18, 15, 22, 30)
base <- log(rep(1000, 5))
fine <- glm.control(epsilon = 1e-15, maxit = 100)
null <- glm(r ~ 1, family = poisson, offset = base, control = fine)
full <- glm(r ~ I(-2:2), family = poisson, offset = base, control = fine)
along <- anova(null, full, test = "Rao")[2, "Rao"]
all <- sum(residuals(null, "pearson")^2)
print(c(along, all - along,
        pf(along / max(1, (all - along) / 3), 1, 3, lower.tail = FALSE)))
cat("--- walks: values with a gap, two years on; logits of x of 1000, one on\n")
print(walk(c(2015, 2016, 2018, 2019, 2020), c(10, 12, 15, 19, 20), 2))
z <- log((x + .5) / (1000.5 - x))
print(1 / (1 + exp(-walk(2001:2005, z, 1))))
cat("--- two of 10,000 each year, three years on, with binomial noise\n")
two <- log(2.5 / 9998.5)
print(1 / (1 + exp(-walk(2001:2005, rep(two, 5), 3, noise = rep(1 / 2.5 + 1 / 9998.5, 2)))))

# --- the golden trends -------------------------------------------------------
given <- commandArgs(TRUE)
if (length(given) > 0) {
    table <- read.csv("tests/golden/table-trend.csv")
    got <- read.csv(given[1])
    same <- function(a, b) (is.na(a) & is.na(b)) |
        (!is.na(a) & !is.na(b) & abs(a - b) <= 1e-9 * pmax(1, abs(b)))
    for (i in seq_len(nrow(got))) {
        one <- table[table$series == got$series[i] & !is.na(table$numerator), ]
        one <- one[order(one$period), ]
        t <- one$period; x <- one$numerator; n <- one$denominator
        y <- x / n
        want <- c(min(t), max(t), length(t), sen(t, y), NA, NA, NA, NA)
        if (length(t) >= 4) {
            want[7] <- if (all(y == y[1])) 1 else armitage(t, x, n)["p"]
            v <- (1 / (x + .5) + 1 / (n - x + .5))[c(1, length(x))]
            want[8:10] <- 1 / (1 + exp(-walk(t, log((x + .5) / (n - x + .5)), 1,
                                             noise = v)))
        }
        have <- unlist(got[i, c("from", "to", "n", "slope", "slope_lower",
                                "slope_upper", "p_value", "forecast",
                                "forecast_lower", "forecast_upper")])
        cat(got$series[i], if (all(same(want, have))) "agrees" else "DIFFERS", "\n")
        if (!all(same(want, have))) print(rbind(want, have))
    }
}

# Stretches are taken as given: tests/unit/compute/trend.c is about them.
if (length(given) > 2) {
    got <- read.csv(given[2])
    values <- read.csv(given[3])
    agree <- 0
    for (i in seq_len(nrow(got))) {
        g <- got[i, ]
        one <- values[values$indicator == g$indicator & values$area == g$area &
                      values$breakdown %in% g$breakdown & !is.na(values$value) &
                      values$period >= g$from & values$period <= g$to &
                      !(values$status %in% c("unreliable", "invalid")) &
                      values$completeness == 1, ]
        one$period <- as.integer(one$period)
        one <- one[order(one$period), ]
        t <- one$period; y <- one$value
        want <- c(length(t), sen(t, y), NA)
        if (g$test == "yearly_changes") {
            fit <- lm(I(diff(y) / sqrt(diff(t))) ~ 0 + sqrt(diff(t)))
            want <- c(length(t), coef(fit), confint(fit),
                      summary(fit)$coefficients[4])
        } else if (g$test == "mann_kendall") {
            want[5] <- kendall(y)
        } else if (g$test == "cochran_armitage") {
            want[5] <- armitage(t, one$numerator, one$denominator)["p"]
        }
        have <- unlist(g[c("n", "slope", "slope_lower", "slope_upper", "p_value")])
        if (all(same(want, have))) agree <- agree + 1
        else print(rbind(want, have, deparse.level = 0))
    }
    cat(agree, "of", nrow(got), "lines of the sample agree\n")
}
