# SPDX-License-Identifier: Apache-2.0
"""Stability in conflict graphs, straight from the definitions: the twin of armistice/theory/stability.

stability.py [HOW_MANY]  prints random conflicts in option form with their answers, one JSON object a line, the same at
every call: 2 to 5 parties, ties, states left out, options that can only be taken up or only be dropped.

A legal sequence of a group is a word of moves of its members in which nobody moves twice in a row. All words from a
state are followed by closing the set of pairs (state, who moved last); nothing else is shared with the program: no
classes of states, no order of values, no walk backwards.
"""
import itertools
import json
import random
import sys

NOTIONS = ["Nash", "GMR", "SMR", "SEQ", "SSEQ"]


def random_conflict(rng):
    parties = rng.choice([2, 2, 3, 3, 3, 4, 5])
    options = rng.randint(max(2, parties - 1), 5)
    owner = [o if o < parties else rng.randrange(parties) for o in range(options)]  # one party may own none
    rng.shuffle(owner)
    left_out = rng.choice([0, 0.1, 0.3, 0.5])
    codes = [code for code in range(1 << options) if rng.random() >= left_out] or [0]
    one_way = rng.choice([0, 0, 0.3, 0.8])
    direction = [rng.choice(["on", "off"]) if rng.random() < one_way else "both" for _ in range(options)]
    levels = rng.choice([2, 4, len(codes), 10 * len(codes)])
    ranks = [[rng.randint(1, levels) for _ in codes] for _ in range(parties)]
    if levels == len(codes):
        ranks = [rng.sample(range(1, levels + 1), levels) for _ in range(parties)]
    return {"parties": parties, "owner": owner, "direction": direction, "codes": codes, "ranks": ranks}


def moves_of(conflict, party):
    """[state] the states that the party can move to, all its options at once."""

    def can(a, b):
        for o, (owner, direction) in enumerate(zip(conflict["owner"], conflict["direction"])):
            was, will = a >> o & 1, b >> o & 1
            if was != will and (owner != party or direction == ("off" if will else "on")):
                return False
        return a != b

    codes = conflict["codes"]
    return [[t for t, b in enumerate(codes) if can(a, b)] for a in codes]


class Conflict:
    def __init__(self, conflict):
        self.parties = range(conflict["parties"])
        self.states = range(len(conflict["codes"]))
        self.rank = conflict["ranks"]
        self.moves = [moves_of(conflict, p) for p in self.parties]
        self.improvements = [
            [[t for t in self.moves[p][s] if self.rank[p][t] > self.rank[p][s]] for s in self.states]
            for p in self.parties
        ]
        self.known = {}

    def reached(self, group, start, improving):
        """Ends of all legal sequences of one move or more."""
        key = group, start, improving
        if key not in self.known:
            moves = self.improvements if improving else self.moves
            ends, open_ends = set(), [(start, None)]
            while open_ends:
                state, last = open_ends.pop()
                for party in group:
                    if party == last:
                        continue
                    for to in moves[party][state]:
                        if (to, party) not in ends:
                            ends.add((to, party))
                            open_ends.append((to, party))
            self.known[key] = {state for state, _ in ends}
        return self.known[key]

    def stable(self, group, notion, s):
        """Whether the group stays at s: every joint improvement can be answered by those outside it."""
        better = lambda t: all(self.rank[p][t] > self.rank[p][s] for p in group)
        others = tuple(p for p in self.parties if p not in group)
        for t in filter(better, self.reached(group, s, False)):
            if notion == "Nash":
                return False
            for end in self.reached(others, t, notion in ("SEQ", "SSEQ")):
                if better(end):
                    continue
                if notion in ("GMR", "SEQ") or not any(map(better, self.reached(group, end, False))):
                    break
            else:
                return False
        return True


def answer(conflict):
    c = Conflict(conflict)
    groups = [(p,) for p in c.parties] + list(itertools.combinations(c.parties, 2))
    return [
        {
            "members": sum(1 << p for p in group),
            "stable": {notion: [s for s in c.states if c.stable(group, notion, s)] for notion in NOTIONS},
        }
        for group in groups
    ]


def main():
    rng = random.Random(20)
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1000):
        conflict = random_conflict(rng)
        print(json.dumps({"conflict": conflict, "groups": answer(conflict)}))


main()
