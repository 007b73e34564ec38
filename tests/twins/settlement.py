# SPDX-License-Identifier: Apache-2.0
"""The settlement space by brute force, in exact fractions: the twin of armistice/theory/solutions.h.

settlement.py [HOW_MANY]  prints random spaces with their answers, one JSON object a line. The spaces are the same at
every call: small denominators so that there are many ties, interactions, implications, caps, and spaces in which no
package is rational.
"""
import itertools
import json
import math
import random
import sys
from fractions import Fraction


def random_space(rng):
    """A space of up to about 200 packages, everything in it a multiple of one small fraction."""
    parties = rng.randint(2, 6)
    options, most = [], rng.choice([6, 30, 90, 200])
    while len(options) < 5 and math.prod(options) * 2 <= most:
        options.append(rng.randint(1, min(6, most // math.prod(options))))
    unit = Fraction(1, rng.choice([1, 2, 3, 4, 7, 10, 12, 30, 64, 1024]))
    high = rng.choice([2, 4, 12])
    cells = sum(options)
    issues = range(len(options))

    def literals(least, most):
        chosen = rng.sample(issues, min(len(options), rng.randint(least, most)))
        return [[k, rng.randrange(options[k])] for k in chosen]

    space = {
        "options": options,
        "utility": [[unit * rng.randint(0, high) for _ in range(cells)] for _ in range(parties)],
        "constant": [unit * rng.choice([0, 0, 1, -1]) for _ in range(parties)],
        "interactions": [
            {"party": rng.randrange(parties), "when": literals(0, 3), "value": unit * rng.randint(-3, 3)}
            for _ in range(rng.choice([0, 0, 2, 6]))
        ],
        "implications": [
            {"when": literals(1, 2), "then": literals(0, 2)} for _ in range(rng.choice([0, 0, 1, 3]))
        ],
        "cap": unit * rng.randint(high, high * len(options)) if rng.random() < 0.25 else None,
        "weights": rng.choice([None, None, [rng.randint(1, 3) for _ in range(parties)], [1] + [0] * (parties - 1)]),
    }
    share = rng.choice([0, 0.2, 0.4, 0.6, 0.9])
    space["reservation"] = [unit * int(share * high * len(options)) for _ in range(parties)]
    return space


def allowed(space, package):
    held = lambda literal: package[literal[0]] == literal[1]
    return all(
        any(map(held, rule["then"])) or not all(map(held, rule["when"])) for rule in space["implications"]
    )


def utility(space, party, package):
    first = 0
    total = space["constant"][party]
    for options, option in zip(space["options"], package):
        total += space["utility"][party][first + option]
        first += options
    for link in space["interactions"]:
        if link["party"] == party and all(package[k] == o for k, o in link["when"]):
            total += link["value"]
    return total if space["cap"] is None else min(total, space["cap"])


def dominates(a, b):
    return a != b and all(x >= y for x, y in zip(a, b))


def best(vectors, value, at):
    """The solution that has the largest value: `at` says which packages have a vector."""
    if not vectors:
        return None
    values = {v: value(v) for v in vectors}
    most = max(values.values())
    tied = sorted((v for v in vectors if values[v] == most), reverse=True)
    return {
        "value": most,
        "utility": tied[0],
        "vectors": len(tied),
        "packages": [n for v in tied for n in at[v]],
    }


def solve(space):
    at = {}  # vector -> numbers of the packages that have it, rising
    for number, package in enumerate(itertools.product(*map(range, space["options"]))):
        if allowed(space, package):
            vector = tuple(utility(space, p, package) for p in range(len(space["constant"])))
            at.setdefault(vector, []).append(number)
    reservation = space["reservation"]
    rational = [v for v in at if all(x >= r for x, r in zip(v, reservation))]
    front = sorted((v for v in at if not any(dominates(w, v) for w in at)), reverse=True)
    front_rational = [v for v in front if all(x >= r for x, r in zip(v, reservation))]
    weights = space["weights"] or [1] * len(reservation)
    ideal = [max(x) for x in zip(*rational)]

    def gains(v):
        return [(x - r, w, i - r) for x, r, w, i in zip(v, reservation, weights, ideal) if w > 0]

    def nash(v):
        return math.prod((g**w for g, w, _ in gains(v)), start=Fraction(1))

    def kalai(v):
        return min(g / w for g, w, _ in gains(v))

    def ks(v):
        return min((g / (w * hope) for g, w, hope in gains(v) if hope > 0), default=Fraction(0))

    def welfare(v):
        return sum(w * x for w, x in zip(weights, v))

    kalai_point = best(rational, lambda v: (kalai(v), sum(v)), at)
    if kalai_point:
        kalai_point["value"] = kalai_point["value"][0]
    frontier = lambda vectors: {"vectors": vectors, "packages": [at[v] for v in vectors]}
    return {
        "packages": sum(map(len, at.values())),
        "rational": sum(len(at[v]) for v in rational),
        "ideal": [max(x) for x in zip(*at)],
        "ideal_rational": ideal,
        "worst": [min(x) for x in zip(*at)],
        "pareto": frontier(front),
        "pareto_rational": frontier(front_rational),
        "nash": best(rational, nash, at),
        "kalai": kalai_point,
        "ks": best(rational, ks, at),
        "utilitarian": best(list(at), welfare, at),
        "utilitarian_rational": best(rational, welfare, at),
    }


def main():
    rng = random.Random(20250301)
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 500):
        space = random_space(rng)
        print(json.dumps({"space": space, "answer": solve(space)}, default=float))


if __name__ == "__main__":
    main()
