# SPDX-License-Identifier: Apache-2.0
"""The errors of the simple models of collective decisions, in exact fractions where these exist: the twin of
armistice/theory/collective/{simple,ensemble}.h and armistice/study/score.h.

score.py FOLDER [COLUMN]  reads issues.csv, positions.csv and actors.csv (capability: COLUMN, or 1 for everybody) and
prints one JSON object: for each model the number of issues, the mean and median absolute error, the shares within 10 and
with the nearest position, and the CRPS. Scales are 0 to 100.
"""
import csv
import json
import math
import statistics
import sys
from collections import defaultdict
from fractions import Fraction
from pathlib import Path


def read(folder, column):
    table = {name: list(csv.DictReader(open(Path(folder) / f"{name}.csv"))) for name in ("issues", "positions", "actors")}
    weight = {row["actor"]: Fraction(row[column]) if column else Fraction(1) for row in table["actors"]}
    taken = defaultdict(list)
    for row in table["positions"]:
        salience = Fraction(row["salience"] or 0) / 100
        taken[row["issue_id"]].append((Fraction(row["position"]), weight[row["actor"]], salience))
    return [(Fraction(row["outcome"]), taken[row["issue_id"]]) for row in table["issues"] if row["outcome"]]


def law(taken, of):
    """The share of the weight behind each position; of heads when there is no weight."""
    shares = defaultdict(int)
    for x, c, s in taken:
        shares[x] += of(c, s)
    if sum(shares.values()) == 0:
        return law(taken, lambda c, s: 1)
    return {x: w / sum(shares.values()) for x, w in sorted(shares.items()) if w > 0}


def mean(shares):
    return sum(x * w for x, w in shares.items())


def median(shares):
    """The middle of all points that minimise the expected absolute error, which some of the values do."""
    cost = {x: sum(w * abs(x - y) for y, w in shares.items()) for x in shares}
    least = min(cost.values())
    best = [x for x in cost if abs(cost[x] - least) <= 1e-9 * isinstance(least, float)]
    return (min(best) + max(best)) / 2


def mode(shares):
    most, middle = max(shares.values()), mean(shares)
    return min((x for x in shares if shares[x] == most), key=lambda x: (abs(x - middle), x))


def crps(shares, y):
    pairs = list(shares.items())
    return sum(w * abs(x - y) for x, w in pairs) - sum(w * v * abs(x - z) for x, w in pairs for z, v in pairs) / 2


def ensemble(taken, powers=(0.5, 3), shares=(0.4341, 0.3357, 0.2302)):
    positions = law(taken, lambda c, s: float(c) ** powers[0] * float(s) ** powers[1])
    p = float(mean(positions)) / 100
    binomial = {5 * k: math.comb(20, k) * p**k * (1 - p) ** (20 - k) for k in range(21)} if 0 < p < 1 else {100 * p: 1}
    whole = defaultdict(float)
    for part, share in zip((positions, binomial, {5 * k: 1 / 21 for k in range(21)}), shares):
        for x, w in part.items():
            whole[float(x)] += share * float(w)
    return dict(sorted(whole.items()))


def nearest(x, y, taken):
    positions = {p for p, c, s in taken}
    close = lambda z: {p for p in positions if abs(p - z) == min(abs(q - z) for q in positions)}
    return bool(close(x) & close(y))


def score(cases, forecast, distribution=None):
    errors, scores, right = [], [], []
    for y, taken in cases:
        x = forecast(taken)
        errors.append(abs(x - y))
        right.append(nearest(x, y, taken))
        scores.append(crps(distribution(taken), y) if distribution else abs(x - y))
    n = len(cases)
    return {
        "answered": n,
        "mean_error": float(sum(errors) / n),
        "median_error": float(statistics.median(errors)),
        "near": sum(e <= 10 for e in errors) / n,
        "nearest": sum(right) / n,
        "crps": float(sum(scores) / n),
    }


def main():
    cases = read(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "")
    weighed, heads = (lambda t: law(t, lambda c, s: c * s)), (lambda t: law(t, lambda c, s: Fraction(1)))
    print(
        json.dumps(
            {
                "compromise": score(cases, lambda t: mean(weighed(t))),
                "mean": score(cases, lambda t: mean(heads(t))),
                "weighted-median": score(cases, lambda t: median(weighed(t))),
                "median": score(cases, lambda t: median(heads(t))),
                "mode": score(cases, lambda t: mode(weighed(t)), weighed),
                "ensemble": score(cases, lambda t: median(ensemble(t)), ensemble),
            }
        )
    )


main()
