// SPDX-License-Identifier: Apache-2.0
// The workbench of the deals: a clause is toggled, and who accepts is told at once, as the program weighs it.
import { readFileSync } from "node:fs";
import { test, expect } from "@playwright/test";
import type { Study } from "../src/data";
import { decode, weighPackage } from "../src/weigh";

const study = () => JSON.parse(readFileSync(process.env.ARMISTICE_STUDY_JSON!, "utf8")) as Study;

test("toggling a clause shows at once who falls out", async ({ page }) => {
  const { head, deals, text } = study();
  const weighing = decode(deals!.table);
  const fallsOut = (options: number[]) =>
    weighPackage(weighing, options).party.flatMap((one, k) => (one?.must && one.loses > 0.5 ? [head.parties[k]!.name.en] : []));
  // The text that needs the fewest changes: before them somebody falls out, after them nobody need.
  const from = text!.texts
    .filter((one) => one.smallest.length > 0)
    .sort((a, b) => a.smallest[0]!.changes.length - b.smallest[0]!.changes.length)[0]!;
  const changes = from.smallest[0]!.changes;
  const changed = [...from.options];
  for (const { issue, to } of changes) changed[issue] = to;
  expect(fallsOut(from.options)).not.toEqual([]);
  expect(fallsOut(changed)).not.toEqual(fallsOut(from.options));

  await page.goto(`file://${process.env.ARMISTICE_REPORT}#/deals`);
  const starts = await page.getByLabel("Start from").locator("option").allTextContents();
  await page.getByLabel("Start from").selectOption({ label: starts.find((name) => name.startsWith(from.name.en))! });
  const summary = page.locator("#workbench .summary");
  const clauses = page.getByRole("group", { name: "Clauses of the package" });
  for (const name of fallsOut(from.options)) await expect(summary).toContainText(`${name} falls out`);

  const before = (await summary.textContent())!;
  const first = changes[0]!;
  const since = Date.now();
  await clauses.getByLabel(head.issues[first.issue]!.name.en).selectOption(String(first.to));
  await expect(summary).not.toHaveText(before);
  expect(Date.now() - since).toBeLessThan(1000);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(summary).toHaveText(before);

  for (const { issue, to } of changes) await clauses.getByLabel(head.issues[issue]!.name.en).selectOption(String(to));
  for (const name of fallsOut(changed)) await expect(summary).toContainText(`${name} falls out`);
  for (const name of fallsOut(from.options).filter((one) => !fallsOut(changed).includes(one)))
    await expect(summary).not.toContainText(`${name} falls out`);
  const { passes } = weighPackage(weighing, changed);
  await expect(summary).toContainText(`Passes in ${(passes * 100).toFixed(0)} %`);
});
