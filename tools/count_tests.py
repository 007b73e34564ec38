#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Counts the test cases of one ctest run: prints "passed failed", and what was skipped to stderr.

The folder holds ctest.xml (what ctest saw: one entry per program) and NAME.xml for each of those programs that is made
with GoogleTest (one entry per case). A program that fails without a failing case (a crash, a leak, a data race) counts
as one failure.
"""
import pathlib
import sys
import xml.etree.ElementTree as xml


def cases(report: pathlib.Path) -> tuple[int, int, int]:
    """Passed, failed and skipped cases of one GoogleTest report; (0, 0, 0) when there is none that can be read."""
    try:
        found = xml.parse(report).getroot().iter("testcase")
    except (OSError, xml.ParseError):
        return 0, 0, 0
    passed = failed = skipped = 0
    for case in found:
        if case.find("failure") is not None:
            failed += 1
        elif case.find("skipped") is not None or case.get("status") == "notrun":
            skipped += 1
        else:
            passed += 1
    return passed, failed, skipped


def main(folder: pathlib.Path) -> None:
    passed = failed = skipped = 0
    for program in xml.parse(folder / "ctest.xml").getroot().iter("testcase"):
        sound = program.get("status") == "run"
        good, bad, left_out = cases(folder / f"{program.get('name')}.xml")
        if good + bad + left_out == 0:
            good = int(sound)
        if not sound and bad == 0:
            bad = 1
        passed, failed, skipped = passed + good, failed + bad, skipped + left_out
    if skipped:
        print(f"{skipped} skipped", file=sys.stderr)
    print(passed, failed)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
