"""Seeded draws, and whole numbers that add up.

Every draw is a function of the seed and a key, not of what was drawn before:
adding a table changes no other. SPDX-License-Identifier: GPL-3.0-or-later
"""
import hashlib
import math

SEED = "thai-binh-1"


def uniform(*key):
    text = "/".join([SEED] + [str(part) for part in key])
    digest = hashlib.sha256(text.encode()).digest()
    return (int.from_bytes(digest[:8], "big") + 0.5) / 2.0 ** 64


def wobble(spread, *key):
    """Bell shaped, mean 0, standard deviation [spread], never past 3.5 of it."""
    total = sum(uniform(*key, i) for i in range(4))
    return (total - 2.0) * spread * math.sqrt(3.0)


def logit(p):
    return math.log(p / (1.0 - p))


def expit(x):
    return 1.0 / (1.0 + math.exp(-x))


def allot(total, weights, caps=None, floor=0):
    """Split [total] by weight into whole numbers that add up to it.

    No part is over its cap or under [floor]; largest remainders get the rest.
    """
    keys = list(weights)
    caps = caps or {key: total for key in keys}
    rest = total - floor * len(keys)
    room = {key: caps[key] - floor for key in keys}
    assert 0 <= rest <= sum(room.values()), (total, sum(caps.values()))
    low, high = 0.0, 1.0

    def filled(scale):
        return sum(min(room[key], weights[key] * scale) for key in keys)

    while filled(high) < rest:
        high *= 2.0
    for _ in range(100):
        middle = (low + high) / 2.0
        low, high = (middle, high) if filled(middle) < rest else (low, middle)
    share = {key: min(room[key], weights[key] * high) for key in keys}
    part = {key: int(share[key]) for key in keys}
    order = sorted(keys, key=lambda key: (part[key] - share[key], key))
    left = rest - sum(part.values())
    while left:
        for key in order:
            step = (left > 0) - (left < 0)
            if step and 0 <= part[key] + step <= room[key]:
                part[key] += step
                left -= step
    return {key: part[key] + floor for key in keys}


def spread_rate(total, bases, effects, *key, noise=0.12):
    """Split [total] over areas with their own rates of a base.

    effects: how far an area stands from the whole, on the logit scale.
    """
    whole = min(max(total / sum(bases.values()), 0.002), 0.998)
    weights = {
        area: base * expit(logit(whole) + effects.get(area, 0.0)
                           + wobble(noise, *key, area))
        for area, base in bases.items()
    }
    return allot(total, weights, bases)
