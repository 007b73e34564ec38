#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes BUILD/tidy/compile_commands.json: the commands of a build, reading the precompiled headers as plain text.

clang-tidy then needs nothing built, and the build folder keeps its own commands. The compiler cache goes too:
clang-tidy takes the first word for the compiler.
"""
import json
import pathlib
import re
import sys

build = pathlib.Path(sys.argv[1])
commands = json.loads((build / "compile_commands.json").read_text())
for entry in commands:
    entry["command"] = re.sub(r"^.*?ccache ", "", entry["command"])
    entry["command"] = re.sub(r"-Xclang -include-pch -Xclang \S+", "", entry["command"])
    entry["command"] = re.sub(r"-Winvalid-pch|-fpch-instantiate-templates", "", entry["command"])
(build / "tidy").mkdir(exist_ok=True)
(build / "tidy" / "compile_commands.json").write_text(json.dumps(commands, indent=1))
