# inversion.R - limits by the inversion of a test where the distribution is
# known, for inversion.c beside this file. Run: Rscript inversion.R
#
# Thirteen areas of one weight with normal errors of one size s: their variance
# V over the areas, times 13 and over s^2, is chi-squared of 12 degrees with
# noncentrality c^2 times that of the figures. The tails of the limits grow by
# min(c, 1)/(2 x 13) along the path. No code of the program.
#
# SPDX-License-Identifier: GPL-3.0-or-later
y <- c(71.2, 64.9, 77.3, 70.1, 74.8, 69.5, 72.6, 66.0, 73.9, 75.5, 70.7, 68.2, 79.4)
s <- 2.5
j <- length(y)
v <- mean((y - mean(y))^2)
x <- j * v / s^2
below <- function(c) pchisq(x, j - 1, ncp = c^2 * x)
place <- function(z, grows) {
  left <- function(c) qnorm(below(c)) - z * (1 + grows * min(c, 1) / (2 * j))
  if (left(0) <= 0) 0 else uniroot(left, c(0, 5), tol = 1e-12)$root
}
cat(sprintf("variance %.12g expected %.12g p %.12g\n", v, s^2 * (j - 1) / j,
            1 - pchisq(x, j - 1)))
for (level in c(0.95, 0.8)) {
  z <- qnorm((1 + level) / 2)
  cat(sprintf("level %g lower %.12g upper %.12g\n", level,
              place(z, 1)^2 * v, place(-z, 1)^2 * v))
}
cat(sprintf("corrected %.12g\n", place(0, 0)^2 * v))

# Two areas with errors a and b: the difference is a folded normal.
y <- c(61.3, 68.8)
e <- sqrt(1.9^2 + 2.4^2)
d <- y[2] - y[1]
below <- function(c) pnorm(d, c * d, e) - pnorm(-d, c * d, e)
j <- 2
cat(sprintf("difference %.12g expected %.12g p %.12g\n", d, e * sqrt(2 / pi),
            2 * (1 - pnorm(d / e))))
z <- qnorm(0.975)
cat(sprintf("lower %.12g upper %.12g corrected %.12g\n", place(z, 1) * d,
            place(-z, 1) * d, place(0, 0) * d))

# Relative measures of an order: the closed forms of the relative index, of the
# attributable risk and fraction, and of the logistic fit, whose sandwich is
# worked out here by perturbing each area (finite differences of glm).
x <- c(738, 627, 1424, 344, 1252, 678, 480, 1087, 543)
n <- c(1203, 845, 2417, 391, 1688, 977, 512, 1350, 764)
p <- n / sum(n)
y <- x / n
q <- (x + 1) / (n + 2)
s <- sqrt(q * (1 - q) / n)
X <- cumsum(p) - p / 2
ends <- function(y) unname(predict(lm(y ~ X, weights = p), data.frame(X = 0:1)))
logit <- function(y) {
  f <- glm(y ~ X, family = quasibinomial, weights = p,
           control = glm.control(epsilon = 1e-15, maxit = 100))
  unname(predict(f, data.frame(X = 0:1), type = "response"))
}
error <- function(f) {
  h <- 1e-5
  sqrt(sum(sapply(seq_along(y), function(i) {
    up <- y; up[i] <- up[i] + h
    down <- y; down[i] <- down[i] - h
    (f(up) - f(down)) / (2 * h) * s[i]
  })^2))
}
show <- function(name, f, log_scale = FALSE) {
  v <- f(y)
  se <- if (log_scale) v * error(function(y) log(f(y))) else error(f)
  cat(sprintf("%s %.12g se %.9g\n", name, v, se))
}
show("relative_index", function(y) ends(y)[2] / ends(y)[1], TRUE)
show("slope_index:logit", function(y) diff(logit(y)))
show("relative_index:logit", function(y) logit(y)[2] / logit(y)[1], TRUE)
mean_of <- function(y) sum(p * y)
show("par high", function(y) y[9] - mean_of(y))
show("paf high", function(y) 100 * (y[9] - mean_of(y)) / mean_of(y))
show("par low", function(y) y[9] - mean_of(y))
