// SPDX-License-Identifier: Apache-2.0
// axe on every page, light and dark, wide and narrow, in both languages: nothing serious.
import { readFileSync } from "node:fs";
import { test, expect } from "@playwright/test";
import type { AxeResults } from "axe-core";
import { pageIds } from "../src/data";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const faces = [
  { colorScheme: "light", width: 1280, lang: "en" },
  { colorScheme: "dark", width: 390, lang: "zh" },
] as const;

for (const id of pageIds)
  for (const { colorScheme, width, lang } of faces)
    test(`axe: ${id}, ${colorScheme}, ${width}, ${lang}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`file://${process.env.ARMISTICE_REPORT}#/${id}`);
      await expect(page.locator("figure.figure").first()).toBeVisible();
      if (lang === "zh") await page.getByRole("button", { name: "中文" }).click();
      await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
      await page.evaluate(axe);
      const found = await page.evaluate(() => (window as never as { axe: { run(): Promise<AxeResults> } }).axe.run());
      const serious = found.violations.filter((v) => v.impact === "serious" || v.impact === "critical");
      expect(serious.map((v) => `${v.id}: ${v.nodes.length} × ${v.nodes[0]!.html.slice(0, 120)} ${v.nodes[0]!.failureSummary}`)).toEqual([]);
    });
