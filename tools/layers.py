#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Folders are layers in one line of order: each may include itself and those before it, and cli sees them all."""
import pathlib
import re
import sys

LAYERS = ["base", "theory", "model", "dynamics", "study", "output", "server"]
rank = {name: place for place, name in enumerate(LAYERS)}


def wrong_includes(root: pathlib.Path) -> list[str]:
    wrong = []
    for file in sorted((root / "armistice").rglob("*.[hc]*")):
        layer = file.relative_to(root / "armistice").parts[0]
        for number, line in enumerate(file.read_text().splitlines(), 1):
            found = re.match(r'\s*#include "(armistice/)?(\w+)/', line)
            if not found:
                continue
            target = found[2]
            if target not in rank or rank[target] > rank[layer]:
                wrong.append(f"{file}:{number}: {layer} may not include {target}")
    return wrong


if __name__ == "__main__":
    problems = wrong_includes(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "."))
    print("\n".join(problems) or "layers: in order")
    sys.exit(1 if problems else 0)
