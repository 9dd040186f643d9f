# equity_rival.R - the same measures over 100 parametric bootstrap draws, as
# scripts of this trade do it; the rival of equity.sh. One thread, vectors of R.
#
# SPDX-License-Identifier: GPL-3.0-or-later
d <- read.csv(commandArgs(TRUE)[1])
n <- d$denominator
p <- n / sum(n)
measures <- function(y) {
  m <- sum(p * y)
  r <- y / m
  o <- order(y)
  reached <- cumsum(p[o])
  held <- cumsum((p * r)[o])
  at <- function(q) y[o][which(reached >= q)[1]]
  lorenz <- approxfun(c(0, reached), c(0, held), rule = 2)
  c(max(y) - min(y), max(y) / min(y), sum(p * (y - m)^2),
    sqrt(sum(p * (y - m)^2)), 100 * sqrt(sum(p * (y - m)^2)) / m,
    mean(abs(y - m)), sum(p * abs(y - m)), mean(max(y) - y),
    sum(p * (max(y) - y)), 100 * mean(abs(y - m)) / m,
    100 * sum(p * abs(y - m)) / m, sum(p * r * log(r)), -sum(p * log(r)),
    (sum(p * r^2) - 1) / 2, 1 - sum(p * sqrt(r))^2, 1 - exp(sum(p * log(r))),
    1 - 1 / sum(p / r), sum((p * r)[o] * (2 * reached - p[o] - 1)),
    sum(p * abs(r - 1)) / 2, (1 - lorenz(0.9)) / lorenz(0.4),
    (1 - lorenz(0.8)) / lorenz(0.2), at(0.9) - at(0.1), at(0.9) / at(0.1),
    max(y) - m, 100 * (max(y) - m) / m)
}
y <- d$numerator / n
draws <- replicate(100, measures(rbinom(length(n), n, y) / n))
invisible(apply(draws, 1, quantile, c(0.025, 0.975)))
