// SPDX-License-Identifier: Apache-2.0
// A dossier may come from anybody: what it says is shown as text, whatever it says.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test, expect } from "@playwright/test";
import { pageIds } from "../src/data";

const evil = `<img src=x onerror="document.title='run'"></script><script>document.title='run'</script>`;

test("a script in a party's name is shown as text", async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), "armistice-hostile-"));
  const dossier = join(folder, "isles");
  cpSync(resolve(__dirname, "../../dossiers/isles"), dossier, { recursive: true });
  const file = join(dossier, "dossier.toml");
  const written = readFileSync(file, "utf8");
  const changed = written.replace('name = { en = "North"', `name = { en = '''${evil}'''`);
  expect(changed).not.toBe(written);
  writeFileSync(file, changed);
  const run = (...words: string[]) => execFileSync(resolve(process.env.ARMISTICE_PROGRAM!), words, { stdio: "ignore" });
  run("forecast", dossier, "-n", "200", "--out", join(folder, "study"), "--quiet");
  run("report", join(folder, "study"), "-o", join(folder, "report.html"), "--quiet");

  const heard: string[] = [];
  page.on("pageerror", (error) => heard.push(error.message));
  page.on("console", (message) => message.type() === "error" && heard.push(message.text()));
  for (const id of pageIds) {
    await page.goto(`file://${join(folder, "report.html")}#/${id}`);
    await expect(page.locator("figure.figure").first()).toBeVisible();
    expect(await page.title()).not.toBe("run");
    expect(await page.locator("main img").count()).toBe(0);
  }
  await page.goto(`file://${join(folder, "report.html")}#/situation`);
  await expect(page.getByText(evil).first()).toBeAttached();
  expect(heard).toEqual([]);
});
