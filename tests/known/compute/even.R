# The figures of tests/known/compute/even.c, worked out apart from the program
# with base R alone: Rscript tests/known/compute/even.R
#
# The spread beyond chance is found by drawing, not by the moments of the
# quadratic form; the limits of convergence by trying every slope.
#
# SPDX-License-Identifier: GPL-3.0-or-later
options(digits = 12)
x1 <- c(131, 240, 187, 93, 262, 170, 88)
n1 <- c(412, 497, 455, 310, 520, 380, 205)
x2 <- c(170, 236, 201, 122, 270, 176, 84)
n2 <- c(420, 480, 470, 305, 540, 390, 190)
v <- function(x, n) { q <- (x + 1) / (n + 2); 1e4 * q * (1 - q) / n }
y1 <- 100 * x1 / n1; y2 <- 100 * x2 / n2; v1 <- v(x1, n1); v2 <- v(x2, n2)

spread <- function(y, v, w, draws = 400000) {
    set.seed(11)
    p <- w / sum(w); m <- sum(p * y); u <- y - m; Q <- sum(p * u^2)
    e <- matrix(rnorm(draws * length(y)), draws) %*% diag(sqrt(v))
    tail <- function(c, reached) {
        s <- sweep(e, 2, c * u, "+")
        mean(drop(s^2 %*% p) - drop(s %*% p)^2 >= reached)
    }
    at <- function(t, reached = Q) if (tail(0, reached) >= t) 0 else
        sqrt(Q) * uniroot(function(c) tail(c, reached) - t, c(0, 9),
                          tol = 1e-5)$root
    c(value = at(.5), lower = at(.025),
      upper = at(.975, max(Q, sum(p * (1 - p) * v))))
}
cat("--- spread beyond chance, first and second year\n")
a <- spread(y1, v1, n1); print(a)
b <- spread(y2, v2, n2); print(b)
cat("--- the change\n")
print(c(b[1] - a[1], b[1] - a[1] - sqrt((b[1] - b[2])^2 + (a[3] - a[1])^2),
        b[1] - a[1] + sqrt((b[3] - b[1])^2 + (a[1] - a[2])^2)))
cat("--- seven areas that hardly differ\n")
z <- c(50, 51, 49.5, 50.4, 49, 50.2, 51.3); print(spread(z, v1, n1))

cat("--- convergence\n")
p <- (n1 + n2) / sum(n1 + n2)
X <- y1 - sum(p * y1); Y <- y2 - sum(p * y2)
sxx <- sum(p * X^2) - sum(p * (1 - p) * v1); sxy <- sum(p * X * Y)
inside <- function(g) (sxy - g * sxx)^2 <= qnorm(.975)^2 *
    sum(p^2 * (v1 * (Y - 2 * g * X)^2 + v2 * X^2 + v1 * v2 + 2 * g^2 * v1^2))
g <- seq(-2, 4, by = 1e-5); ok <- g[sapply(g, inside)]
print(c(sxy / sxx, min(ok), max(ok)) - 1)

cat("--- parts of the change: sd, theil (values, weights)\n")
sd <- function(y, w) { p <- w / sum(w); sqrt(sum(p * (y - sum(p * y))^2)) }
theil <- function(y, w) { p <- w / sum(w); r <- y / sum(p * y); sum(p * r * log(r)) }
A1 <- c(20, 40, 30); A2 <- c(30, 40, 50); W1 <- c(1000, 1000, 2000); W2 <- c(1000, 3000, 2000)
for (m in list(sd, theil))
    print(c(before = m(A1, W1), after = m(A2, W2),
            values = (m(A2, W1) - m(A1, W1) + m(A2, W2) - m(A1, W2)) / 2,
            weights = (m(A1, W2) - m(A1, W1) + m(A2, W2) - m(A2, W1)) / 2))

cat("--- within and between: alpha, whole, within, between\n")
y <- c(12, 31, 27, 44, 18); w <- c(310, 190, 450, 280, 170)
group <- c(1, 1, 1, 2, 2)
ge <- function(y, w, a) {
    p <- w / sum(w); r <- y / sum(p * y)
    if (a == 1) sum(p * r * log(r)) else if (a == 0) -sum(p * log(r)) else
        (sum(p * r^a) - 1) / (a * (a - 1))
}
for (a in 0:2) {
    mu <- sum(w * y) / sum(w)
    W <- tapply(w, group, sum); M <- tapply(w * y, group, sum) / W
    inner <- sapply(1:2, function(g) ge(y[group == g], w[group == g], a))
    print(c(a, ge(y, w, a), sum(W / sum(w) * (M / mu)^a * inner), ge(M, W, a)))
}
cat("--- parity of 171 of 212 girls and 160 of 231 boys\n")
pi <- (171 / 212) / (160 / 231); s <- sqrt(1 / 171 - 1 / 212 + 1 / 160 - 1 / 231)
print(c(pi, pi * exp(c(-1, 1) * qnorm(.975) * s), 2 - 1 / pi))
wilson <- function(x, n, z = qnorm(.975))
    (x + z^2 / 2 + c(-1, 1) * z * sqrt(x * (1 - x / n) + z^2 / 4)) / (n + z^2)
f <- wilson(171, 212); m <- wilson(160, 231); d <- 171 / 212 - 160 / 231
print(100 * c(d, d - sqrt((171 / 212 - f[1])^2 + (m[2] - 160 / 231)^2),
              d + sqrt((f[2] - 171 / 212)^2 + (160 / 231 - m[1])^2)))
