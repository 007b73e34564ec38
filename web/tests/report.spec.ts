// SPDX-License-Identifier: Apache-2.0
// A report, opened from disk as its reader does.
import { readFileSync } from "node:fs";
import { test, expect, type Page } from "@playwright/test";
import { pageIds } from "../src/data";

const address = () => `file://${process.env.ARMISTICE_REPORT}`;

// What a page says on the console and asks of anybody: both must stay empty.
function listen(page: Page) {
  const heard: string[] = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && heard.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => heard.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (url !== address() && !url.startsWith(`${address()}#`) && !/^(data|blob):/.test(url)) heard.push(`request: ${url}`);
  });
  return heard;
}

test("the report is one file of at most 2 MB and names no other host to load from", () => {
  const html = readFileSync(process.env.ARMISTICE_REPORT!, "utf8");
  expect(Buffer.byteLength(html)).toBeLessThanOrEqual(2 * 1024 * 1024);
  expect(html).not.toMatch(/<(script|img|iframe|object|embed|link)[^>]+(src|href)=/i);
  expect(html).toContain("Content-Security-Policy");
});

for (const id of pageIds) {
  test(`${id} opens from disk without errors or requests`, async ({ page }) => {
    const heard = listen(page);
    await page.goto(`${address()}#/${id}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("figure.figure").first()).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
    await expect(page.getByRole("status").filter({ hasText: "Computing" })).toHaveCount(0);
    // Every picture is drawn, has a caption, a table, downloads and a foot.
    for (const figure of await page.locator("figure.figure").all()) {
      await expect(figure.locator("figcaption")).not.toBeEmpty();
      await expect(figure.getByRole("button", { name: /^CSV/ })).toBeVisible();
      await expect(figure.locator(".foot")).toContainText("ukraine-2025");
      await expect(figure.locator("table").last()).toBeAttached();
    }
    for (const picture of await page.locator(".picture").all()) await expect(picture.locator("svg, table, div").first()).toBeAttached();
    expect(heard).toEqual([]);
  });

  test(`${id} fits a telephone: nothing but tables and pictures scrolls sideways`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${address()}#/${id}`);
    await expect(page.locator("figure.figure").first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
}

test("the language can be switched, and every page has its name in it", async ({ page }) => {
  const heard = listen(page);
  await page.goto(address());
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
  for (const name of ["局势", "文本", "协议", "前景", "模型", "纪事", "证据"]) {
    await page.getByRole("navigation").getByRole("link", { name }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  }
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Evidence");
  expect(heard).toEqual([]);
});

test("the keyboard reaches every page", async ({ page }) => {
  await page.goto(address());
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the page" })).toBeFocused();
  const links = page.getByRole("navigation").getByRole("link");
  const names = await links.allTextContents();
  expect(names).toHaveLength(pageIds.length);
  for (const [k, name] of names.entries()) {
    const link = page.getByRole("navigation").getByRole("link", { name, exact: true });
    await page.locator(".skip").focus();
    for (let tabs = 0; tabs < 20 && !(await link.evaluate((e) => e === document.activeElement)); ++tabs) await page.keyboard.press("Tab");
    await expect(link).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    if (k > 0) await expect(page.locator("main")).toBeFocused(); // a new page is where a reader goes on
  }
  await page.locator(".skip").focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
});

test("dark and light", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(address());
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.getByRole("button", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe(dark);
});

test("a picture and its table are saved with where they came from", async ({ page }) => {
  await page.goto(`${address()}#/futures`);
  const figure = page.locator("#endings-over-time");
  const saved = async (name: RegExp) => {
    const [download] = await Promise.all([page.waitForEvent("download"), figure.getByRole("button", { name }).click()]);
    return readFileSync(await download.path(), "utf8");
  };
  const csv = await saved(/^CSV/);
  expect(csv).toMatch(/^# /);
  expect(csv).toContain("armistice forecast");
  const svg = await saved(/^SVG/);
  expect(svg).toContain("<svg");
  expect(svg).toContain("armistice forecast");
});
