// SPDX-License-Identifier: Apache-2.0
// Tables as files: numbers stay numbers, and no cell is run as a formula.
import { test, expect } from "@playwright/test";
import { csvOf } from "../src/save";

test("gains with their signs are numbers in a file", () => {
  const rows = [["A", "+0.120", "−0.030", "0.000", -2, null, "–", "2025-12-20"]];
  expect(csvOf({ columns: ["party", "a", "b", "c", "d", "e", "f", "g"], rows }, "made\nso")).toBe(
    "# made\r\n# so\r\nparty,a,b,c,d,e,f,g\r\nA,0.120,-0.030,0.000,-2,,–,2025-12-20\r\n",
  );
});

test("words that a spreadsheet would run stay words", () => {
  const rows = [["=1+1", "+1+1", "-1+1", "@x", 'say "a, b"']];
  const [, line] = csvOf({ columns: ["a", "b", "c", "d", "e"], rows }, "made").trimEnd().split("\r\n").slice(1);
  expect(line).toBe(`'=1+1,'+1+1,'-1+1,'@x,"say ""a, b"""`);
});
