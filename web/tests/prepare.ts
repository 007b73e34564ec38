// SPDX-License-Identifier: Apache-2.0
// Before the tests: a study of the flagship and its report, made by the program itself.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const root = resolve(__dirname, "../..");
const runs = "2000";

export default function prepare() {
  const program = process.env.ARMISTICE_PROGRAM;
  if (!program) throw new Error("ARMISTICE_PROGRAM is not set: the tests of the pages need the built program");
  const folder = mkdtempSync(join(tmpdir(), "armistice-pages-"));
  const run = (...words: string[]) => execFileSync(resolve(program), words, { cwd: root, maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });
  const study = join(folder, "study");
  mkdirSync(folder, { recursive: true });
  run("forecast", "dossiers/ukraine-2025", "-n", runs, "--out", study, "--quiet");
  run("report", study, "-o", join(folder, "report.html"), "--quiet");
  writeFileSync(join(folder, "study.json"), run("report", study, "--json", "--quiet"));
  process.env.ARMISTICE_REPORT = join(folder, "report.html");
  process.env.ARMISTICE_STUDY_JSON = join(folder, "study.json");
}
