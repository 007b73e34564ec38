#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Each header compiles alone and twice; third-party headers stay in sources; each file opens with its licence.

usage: headers.py [ROOT] [--compiler g++] [--arch x86-64-v3]
"""
import argparse
import concurrent.futures
import os
import pathlib
import platform
import re
import subprocess
import sys

# Large or unstable headers of others: one .cc each, so that replacing one touches one file.
KEPT_OUT = re.compile(r"\s*#\s*include\s*[<\"]"
                      r"(toml\+\+/|toml\.hpp|nlohmann/|sqlite3|netcdf|unicode/|openssl/|boost/|(?:oneapi/)?tbb/|CLI/|zlib\.h|pugixml|Clp|Coin)")
LANES = re.compile(r"\s*#\s*include\s*[<\"]xsimd/")
# Headers of the project that hold such a header for a few sources: no other header includes one.
PRIVATE = {"armistice/output/pages/json.h", "armistice/server/session.h"}
OWN = re.compile(r"\s*#\s*include\s*\"(armistice/[^\"]+)\"")
LICENCE = "SPDX-License-Identifier: Apache-2.0"
WARNINGS = ["-Wall", "-Wextra", "-Wconversion", "-Wshadow", "-Werror"]


def headers_of(root: pathlib.Path) -> list[pathlib.Path]:
    return sorted((root / "armistice").rglob("*.h"))


def foreign_includes(root: pathlib.Path) -> list[str]:
    wrong = []
    for file in headers_of(root):
        name = file.relative_to(root).as_posix()
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            own = OWN.match(line)
            if own and own[1] in PRIVATE:
                wrong.append(f"{name}:{number}: {own[1]} is for sources only")
            elif KEPT_OUT.match(line) and name not in PRIVATE:
                wrong.append(f"{name}:{number}: belongs in a .cc: {line.strip()}")
            elif LANES.match(line) and name != "armistice/base/lanes.h":
                wrong.append(f"{name}:{number}: xsimd belongs in armistice/base/lanes.h")
    return wrong


def without_licence(root: pathlib.Path) -> list[str]:
    files = [root / "CMakeLists.txt", root / "dev", root / ".ci" / "run"]
    for folder in ("web/src", "web/tests"):
        for pattern in ("*.ts", "*.tsx", "*.css"):
            files += (root / folder).rglob(pattern)
    for folder in ("armistice", "cli", "tests", "bench", "tools", "python"):
        for pattern in ("*.h", "*.cc", "*.py", "CMakeLists.txt"):
            files += (root / folder).rglob(pattern)
    wrong = []
    for file in sorted(file for file in files if file.is_file()):
        head = file.read_text(encoding="utf-8").splitlines()[:2]
        if head and head[0].startswith("#!"):  # a script keeps its first line for the system
            head = head[1:]
        if not head or LICENCE not in head[0]:
            wrong.append(f"{file.relative_to(root).as_posix()}:1: the first line names the licence: {LICENCE}")
    return wrong


def compile_alone(root: pathlib.Path, header: pathlib.Path, command: list[str]) -> str:
    """What the compiler says of a file that includes this header twice and nothing else; empty when content."""
    name = header.relative_to(root).as_posix()
    source = f'#include "{name}"\n' * 2
    done = subprocess.run(command, input=source, capture_output=True, text=True, cwd=root)
    return f"{name} does not compile alone:\n{done.stderr}" if done.returncode else ""


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("root", nargs="?", default=".", type=pathlib.Path)
    parser.add_argument("--compiler", default="g++")
    parser.add_argument("--arch", default="x86-64-v3" if platform.machine() == "x86_64" else "")
    given = parser.parse_args()
    root = given.root.resolve()

    command = [given.compiler, "-std=c++20", "-fsyntax-only", "-x", "c++", f"-I{root}", *WARNINGS]
    command += [f"-march={given.arch}"] if given.arch else []
    headers = headers_of(root)
    with concurrent.futures.ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        said = pool.map(lambda header: compile_alone(root, header, [*command, "-"]), headers)
        wrong = foreign_includes(root) + without_licence(root) + [text for text in said if text]
    print("\n".join(wrong) or f"headers: {len(headers)} compile alone")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
