// SPDX-License-Identifier: Apache-2.0
// The desk with the real program: forecasts are started, watched, stopped, continued, run again beside the old one,
// opened and compared.
import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { test, expect, type Page } from "@playwright/test";
import type { AxeResults } from "axe-core";

const program = process.env.ARMISTICE_PROGRAM;
test.skip(!program, "ARMISTICE_PROGRAM is not set: the desk needs the built program");
test.describe.configure({ mode: "serial", timeout: 120_000 }); // each test goes on from the studies of those before it

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const number = "side.A.will"; // of the Isles: a share, legal from 0.01 to 1
let folder = "";
let address = "";
let server: ChildProcess;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "armistice-desk-"));
  const isles = resolve(__dirname, "../../dossiers/isles");
  cpSync(isles, join(folder, "dossiers/isles"), { recursive: true });
  cpSync(isles, join(folder, "dossiers/broken"), { recursive: true });
  const file = join(folder, "dossiers/broken/dossier.toml");
  writeFileSync(file, `${readFileSync(file, "utf8")}\n[side.A.nonsense]\nx = 1\n`);
  server = spawn(resolve(program!), ["serve", folder, "--port", "0", "--json"], { stdio: ["ignore", "pipe", "ignore"] });
  const [line] = await Promise.race([
    (async () => {
      for await (const said of createInterface({ input: server.stdout! })) return [said];
      throw new Error("the program ended without saying where it serves");
    })(),
    new Promise<never>((_, no) => setTimeout(() => no(new Error("the program did not say where it serves")), 20_000)),
  ]);
  address = (JSON.parse(line!) as { address: string }).address;
});

test.afterAll(() => {
  server?.kill("SIGINT");
  if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

// Opens the desk in English; what the console says is gathered.
async function desk(page: Page): Promise<string[]> {
  const heard: string[] = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && heard.push(message.text()));
  page.on("pageerror", (error) => heard.push(error.message));
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "Dossiers" })).toBeVisible();
  return heard;
}

async function fill(page: Page, name: string, runs: string, seed = "1") {
  await page.getByLabel("Name of the study").fill(name);
  await page.getByLabel("Runs", { exact: true }).fill(runs);
  await page.getByLabel("Seed", { exact: true }).fill(seed);
}

const news = (page: Page) => page.locator("main .news");
const start = (page: Page) => page.getByRole("button", { name: "Start the forecast" });
const newForecast = (page: Page) => page.getByRole("link", { name: "New forecast from dossiers/isles" });

test("without the printed address there is nothing to see", async ({ page }) => {
  const answer = await page.goto(new URL("/", address).href);
  expect(answer!.status()).toBe(401);
});

test("a forecast is started, watched, and its pages opened", async ({ page }) => {
  const heard = await desk(page);
  expect(page.url()).not.toContain("token");
  await newForecast(page).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("New forecast");
  await expect(page.getByLabel("Name of the study")).toHaveValue("isles");
  await fill(page, "base", "20000");
  await start(page).click();
  await expect(page.getByRole("progressbar", { name: "Progress of runs/base" })).toHaveAttribute("aria-valuemax", "20000");
  await expect(news(page)).toHaveText("runs/base: finished, 20,000 runs.", { timeout: 60_000 });
  await expect(page.getByRole("progressbar", { name: "Progress of runs/base" })).toHaveAttribute("aria-valuenow", "20000");
  const card = page.getByRole("listitem", { name: "runs/base" });
  await expect(card).toContainText("20,000 runs");
  await expect(card).toContainText("seed 1");
  await page.getByRole("link", { name: "Open the pages of runs/base" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Futures");
  await expect(page.locator("figure.figure").first()).toBeVisible({ timeout: 60_000 });
  await page.getByRole("navigation").getByRole("link", { name: "Situation" }).click();
  await expect(page.locator("figure.figure").first()).toBeVisible({ timeout: 60_000 });
  await page.getByRole("link", { name: "Desk" }).click();
  await expect(page.getByRole("listitem", { name: "runs/base" })).toBeVisible();
  expect(heard).toEqual([]);
});

test("a forecast is stopped, and can be continued", async ({ page }) => {
  await desk(page);
  await newForecast(page).click();
  await fill(page, "long", "10000000");
  await start(page).click();
  await page.getByRole("button", { name: "Stop runs/long" }).click();
  await expect(news(page)).toHaveText(/^runs\/long: stopped, [\d,]+ runs\.$/, { timeout: 60_000 });
  const bar = page.getByRole("progressbar", { name: "Progress of runs/long" });
  expect(Number(await bar.getAttribute("aria-valuenow"))).toBeLessThan(10_000_000);
  await page.getByRole("link", { name: "Go on with runs/long" }).click();
  await expect(page.getByLabel("Runs in all")).toHaveValue("10000000");
  await page.getByLabel("Runs in all").fill("10000");
  await page.keyboard.press("Enter");
  await expect(news(page)).toHaveText(/^runs\/long: finished, [\d,]+ runs\.$/, { timeout: 60_000 });
});

test("a number is changed and the study run again beside the old one", async ({ page }) => {
  await desk(page);
  await page.getByRole("link", { name: "Run again beside it: runs/base", exact: true }).click();
  await expect(page.getByLabel("Name of the study")).toHaveValue("base-2");
  await expect(page.getByLabel("Runs", { exact: true })).toHaveValue("20000");
  await page.getByLabel("Find a number to change").fill(number);
  await page.getByRole("button", { name: `Change ${number}`, exact: true }).click();
  const changed = page.getByRole("group", { name: number, exact: true });
  await expect(changed).toContainText("legal range: 0.01 to 1");
  await changed.getByLabel("Kind").selectOption("single");
  await changed.getByLabel("Value", { exact: true }).fill("7");
  await start(page).click();
  await expect(changed.getByLabel("Value", { exact: true })).toBeFocused();
  await expect(changed).toContainText("Outside its legal range: 0.01 to 1.");
  await changed.getByLabel("Value", { exact: true }).fill("0.9");
  await start(page).click();
  await expect(news(page)).toHaveText("runs/base-2: finished, 20,000 runs.", { timeout: 60_000 });
  await expect(page.getByRole("listitem", { name: "runs/base-2" })).toContainText(`${number}=0.9`);
});

test("two studies are compared", async ({ page }) => {
  const heard = await desk(page);
  await page.getByRole("link", { name: "Compare two studies" }).click();
  await page.getByLabel("First study").selectOption("runs/base");
  await page.getByLabel("Second study").selectOption("runs/base-2");
  const differing = page.getByRole("region", { name: "What differs between the studies" }).first();
  await expect(differing.getByRole("row", { name: `numbers set none ${number}=0.9` })).toBeVisible();
  await expect(differing.getByRole("row")).toHaveCount(2); // the head, and the one difference
  await expect(differing).toContainText("Both studies have the same seed");
  const figure = page.locator("#compared-endings");
  await expect(figure.locator(".picture svg")).toBeVisible();
  await expect(figure.getByRole("row", { name: /^ever a settlement/ })).toContainText("–");
  await expect(figure.locator(".foot")).toContainText("seed 1");
  expect(heard).toEqual([]);
  await page.reload(); // the address says which
  await expect(page.getByLabel("Second study")).toHaveValue("runs/base-2");
});

test("what the server refuses is said in its words", async ({ page }) => {
  await desk(page);
  await newForecast(page).click();
  await fill(page, "base", "20000", "2");
  await start(page).click();
  await expect(page.getByRole("alert")).toContainText("give another name");
  await page.getByRole("link", { name: "Back to the desk" }).click();
  await page.getByRole("link", { name: "Show the problems of dossiers/broken" }).click();
  await expect(page.getByRole("alert")).toContainText(/dossier\.toml:\d+/);
});

test("jobs are asked after where events do not come", async ({ page }) => {
  await page.route("**/events", (route) => route.abort());
  await desk(page);
  await newForecast(page).click();
  await fill(page, "asked", "10000");
  await start(page).click();
  await expect(news(page)).toHaveText("runs/asked: finished, 10,000 runs.", { timeout: 60_000 });
});

test("a lost session says how to come back", async ({ page, context }) => {
  await desk(page);
  await context.clearCookies();
  await page.getByRole("link", { name: "Run again beside it: runs/base", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("Open the address again");
});

for (const { colorScheme, width, lang } of [
  { colorScheme: "light", width: 1280, lang: "en" },
  { colorScheme: "dark", width: 390, lang: "zh" },
] as const)
  test(`axe: the desk, ${colorScheme}, ${width}, ${lang}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await desk(page);
    if (lang === "zh") await page.getByRole("button", { name: "中文" }).click();
    for (const [view, shows] of [
      ["", "#desk-studies"],
      ["/new/dossiers%2Fisles", "form .boxes"],
      ["/again/runs%2Fbase-2", "form .changed"],
      ["/compare/runs%2Fbase/runs%2Fbase-2", "#compared-endings .picture svg"],
      ["/summary/runs%2Fbase", "#endings .picture svg"],
    ] as const) {
      await page.evaluate((hash) => (location.hash = hash), `#/desk${view}`);
      await expect(page.locator(shows)).toBeVisible();
      await page.evaluate(axe);
      const found = await page.evaluate(() => (window as never as { axe: { run(): Promise<AxeResults> } }).axe.run());
      const serious = found.violations.filter((v) => v.impact === "serious" || v.impact === "critical");
      expect(serious.map((v) => `${view} ${v.id}: ${v.nodes.length} × ${v.nodes[0]!.html.slice(0, 120)} ${v.nodes[0]!.failureSummary}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
