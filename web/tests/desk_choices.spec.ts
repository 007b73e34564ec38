// SPDX-License-Identifier: Apache-2.0
// What the form sends and what it refuses, and the interval of a difference: known answers, without a browser.
import { test, expect } from "@playwright/test";
import type { Form } from "../src/api";
import { changeOf, choicesFor, faultsOf, wantedOf } from "../src/desk/choices";
import { difference } from "../src/desk/difference";
import { hashOfView, viewOf, type View } from "../src/desk/views";
import { freeName, timeLeft } from "../src/desk/words";

const say = (en: string) => en;
const form: Form = {
  weeks: 104,
  switches: [{ name: "learn", meaning: "parties learn from the front" }],
  protocols: ["text", "offers"],
  knobs: [
    { path: "war.tempo_low", meaning: "", unit: "share", low: 0.2, mode: 0.2, high: 0.2, least: 0, most: 1, source: "", shape: "fixed" },
    { path: "side.A.losses", meaning: "", unit: "", low: 50, mode: 120, high: 250, least: 0, most: 1e12, source: "", shape: "triangular" },
  ],
};

test("only what differs from the dossier is sent", () => {
  const choices = choicesFor(form, "isles");
  expect(wantedOf(choices, form, "dossiers/isles")).toEqual({ dossier: "dossiers/isles", study: "isles", runs: 10000, seed: "1", protocol: "text" });
  const changed = { ...choices, weeks: "52", off: ["learn"], set: [changeOf("war.tempo_low=0.3"), changeOf("side.A.losses=60:100:200")] };
  expect(faultsOf(changed, form, [], say)).toEqual({});
  expect(wantedOf(changed, form, "dossiers/isles")).toEqual({
    dossier: "dossiers/isles",
    study: "isles",
    runs: 10000,
    seed: "1",
    protocol: "text",
    weeks: 52,
    off: ["learn"],
    set: ["war.tempo_low=0.3", "side.A.losses=60:100:200"],
  });
});

test("the numbers of a study come back as they were set", () => {
  const set = ["side.A.losses=60:200", "side.A.losses=60:100:200", "war.tempo_low=0.3"];
  for (const word of set)
    expect(wantedOf({ ...choicesFor(form, "isles"), set: [changeOf(word)] }, form, "dossiers/isles").set).toEqual([word]);
  const number = (text: string) => faultsOf({ ...choicesFor(form, "isles"), set: [changeOf(text)] }, form, [], say)["set:side.A.losses"];
  expect(number("side.A.losses=60:200")).toBeUndefined();
  expect(number("side.A.losses=50:120:250")).toBe("This is the dossier's own value: change it, or take it off the list.");
  expect(number("side.A.losses=50:250")).toBeUndefined(); // the same ends, another law
  expect(number("side.A.losses=200:60")).toBe("Low, mode and high must ascend.");
});

test("what cannot be is refused before it is sent", () => {
  const faults = (part: object) => faultsOf({ ...choicesFor(form, "isles"), ...part }, form, ["old/one"], say);
  expect(Object.keys(faults({ runs: "0" }))).toEqual(["runs"]);
  expect(Object.keys(faults({ runs: "1.5" }))).toEqual(["runs"]);
  expect(faults({ seed: "18446744073709551615" })).toEqual({});
  expect(Object.keys(faults({ seed: "18446744073709551616" }))).toEqual(["seed"]);
  expect(Object.keys(faults({ weeks: "521" }))).toEqual(["weeks"]);
  expect(Object.keys(faults({ study: "../away" }))).toEqual(["study"]);
  expect(faults({ study: "old/one" })).toEqual({}); // a study that is there
  const number = (text: string) => faults({ set: [changeOf(text)] })[`set:${text.split("=")[0]}`];
  expect(number("war.tempo_low=1.2")).toBe("Outside its legal range: 0 to 1.");
  expect(number("side.A.losses=-1")).toBe("Outside its legal range: at least 0.");
  expect(number("side.A.losses=60:40:200")).toBe("Low, mode and high must ascend.");
  expect(number("side.A.losses=60:60:60")).toBe("Low and high are the same: choose a single value.");
  expect(number("side.A.losses=many")).toBe("Give numbers, such as 0.25.");
  expect(number("war.tempo_low=0.2")).toBe("This is the dossier's own value: change it, or take it off the list.");
  expect(number("war.no_such=1")).toBe("The dossier has no such number.");
  expect(number("side.A.losses=120")).toBeUndefined(); // its mode alone: a range no longer
});

test("the difference of two shares has the interval of Newcombe's method 10", () => {
  const share = (value: number) => ({ runs: 0, of: 1, share: value, low: value - 0.1, high: value + 0.1 });
  const gap = difference(share(0.5), share(0.7))!;
  expect(gap.value).toBeCloseTo(0.2, 12);
  expect(gap.low).toBeCloseTo(0.2 - Math.SQRT2 * 0.1, 12);
  expect(gap.high).toBeCloseTo(0.2 + Math.SQRT2 * 0.1, 12);
  expect(gap.clear).toBe(true);
  expect(difference(share(0.5), share(0.6))!.clear).toBe(false);
  expect(difference(share(0.5), undefined)).toBeNull();
  expect(difference({ runs: 0, of: 0, share: null, low: null, high: null }, share(0.5))).toBeNull();
});

test("an address brings back what the desk showed", () => {
  const views: View[] = [
    { kind: "home" },
    { kind: "new", dossier: "dossiers/the isles%" },
    { kind: "again", study: "runs/ä#1" },
    { kind: "on", study: "runs/a" },
    { kind: "compare", one: "runs/a", other: "runs/b" },
    { kind: "summary", study: "runs/a" },
  ];
  for (const view of views) expect(viewOf(hashOfView(view))).toEqual(view);
  expect(viewOf("#/desk/new")).toEqual({ kind: "home" });
});

test("names and times in words", () => {
  expect(freeName("isles", [])).toBe("isles");
  expect(freeName("isles", ["runs/isles"])).toBe("isles-2");
  expect(freeName("isles-2", ["runs/isles", "runs/isles-2"])).toBe("isles-3");
  expect(timeLeft(null, say)).toBe("time left not known yet");
  expect(timeLeft(3, say)).toBe("a few seconds left");
  expect(timeLeft(44, say)).toBe("about 40 seconds left");
  expect(timeLeft(125, say)).toBe("about 2 minutes left");
  expect(timeLeft(7200, say)).toBe("about 2 hours left");
});
