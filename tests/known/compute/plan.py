# The numbers of tests/known/compute/plan.c, worked out apart from the program:
# Webster's method in exact fractions, a unit at a time; milestones on three
# paths; the chance of a random walk with drift by Student's distribution, its
# density added up by Simpson's rule.
#
#     python3 tests/known/compute/plan.py
#
# SPDX-License-Identifier: GPL-3.0-or-later
from fractions import Fraction
from math import ceil, exp, gamma, log, pi, sqrt


def webster(weights, total):
    given = [0] * len(weights)
    for _ in range(total):
        best = max(range(len(weights)),
                   key=lambda i: (Fraction(weights[i], 2 * given[i] + 1),
                                  -weights[i], -i))
        given[best] += 1
    return given


def logit(p):
    return log(p / (1 - p))


def student_below(t, degrees):
    density = (lambda x: gamma((degrees + 1) / 2) / gamma(degrees / 2) /
               sqrt(degrees * pi) * (1 + x * x / degrees) ** (-(degrees + 1) / 2))
    steps = 20000
    h = t / steps
    odd = sum(density(h * k) for k in range(1, steps, 2))
    even = sum(density(h * k) for k in range(2, steps, 2))
    return 0.5 + h / 3 * (density(0) + 4 * odd + 2 * even + density(t))


print("6, 6, 2:", webster([6, 6, 2], 10), webster([6, 6, 2], 11))
reached = [53093, 51755, 48592, 49193, 47447]
base = [77246, 73954, 81246, 77466, 75806]
left = [n - x for n, x in zip(base, reached)]
for total in (10007, 20011):
    print(total, [x + g for x, g in zip(reached, webster(left, total))])

few = [53, 211, 17]
for total in (142, 202):
    print(total, [x + g for x, g in zip(few, webster([24, 275, 23], total))])

x, n, goal, years = 250080, 385718, 0.7, 4
for k in range(1, years):
    print("linear", k, ceil(n * (x / n + (goal - x / n) * k / years)),
          "logit", ceil(n / (1 + exp(-(logit(x / n) + (logit(goal) - logit(x / n))
                                      * k / years)))),
          "halving", ceil(n * (goal - (goal - x / n) / 2 ** k)))

members = [561240, 584910, 605330, 632407, 648150, 663480]
people = [1855070, 1862239, 1869409, 1876579, 1878540, 1884051]
place = [log((m + .5) / (p - m + .5)) for m, p in zip(members, people)]
steps = [b - a for a, b in zip(place, place[1:])]
drift = (place[-1] - place[0]) / len(steps)
s = sqrt(sum((d - drift) ** 2 for d in steps) / (len(steps) - 1))
for ahead, wanted, of in ((1, 692369, 1891314), (2, 721475, 1898616)):
    away = place[-1] + ahead * drift - log((wanted + .5) / (of - wanted + .5))
    t = away / (s * sqrt(ahead + ahead ** 2 / len(steps)))
    print("chance", ahead, repr(student_below(t, len(steps) - 1)))
