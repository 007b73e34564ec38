// SPDX-License-Identifier: Apache-2.0
// Pictures of every page for docs/pictures/, made when ARMISTICE_PICTURES names a folder (./dev pictures).
import { join } from "node:path";
import { test, expect } from "@playwright/test";
import { pageIds } from "../src/data";

const folder = process.env.ARMISTICE_PICTURES;
const most = 2800; // pixels of height

for (const id of folder ? pageIds : [])
  for (const width of [1280, 390])
    test(`a picture of ${id} at ${width}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`file://${process.env.ARMISTICE_REPORT}#/${id}`);
      await expect(page.locator("figure.figure").first()).toBeVisible();
      await page.waitForTimeout(500); // pictures follow the width of their frames
// The first pictures of long lists, at a quality that leaves words readable: these files are kept.
      const height = Math.min(most, await page.evaluate(() => document.documentElement.scrollHeight));
      await page.screenshot({
        path: join(folder!, `${id}-${width}.jpg`),
        type: "jpeg",
        quality: 50,
        fullPage: true,
        clip: { x: 0, y: 0, width, height },
      });
    });
