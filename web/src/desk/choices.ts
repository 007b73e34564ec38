// SPDX-License-Identifier: Apache-2.0
// The choices of a forecast as they stand in the form, what is wrong with them, and what is sent.
import type { Form, StudyLine, Wanted } from "../api";

export type Knob = Form["knobs"][number];
export interface ChangedNumber {
  path: string;
  single: boolean; // one value, or a range: low, mode and high of a triangle
  value: string;
  low: string;
  mode: string; // "" for none: all of the range is equally likely
  high: string;
}
export interface Choices {
  study: string;
  runs: string;
  seed: string;
  weeks: string;
  protocol: string;
  off: string[];
  set: ChangedNumber[];
  central: boolean; // every number at its centre
}
type Say = (en: string, zh: string) => string;
export type Faults = Record<string, string>; // field: what is wrong; a number's field is "set:PATH"

const most_runs = 10_000_000; // that the server takes
const most_weeks = 520;
const most_seed = 2n ** 64n - 1n;
const unbounded = 1e12; // the program's word for "no limit"

export function choicesFor(form: Form, name: string): Choices {
  return { study: name, runs: "10000", seed: "1", weeks: String(form.weeks), protocol: form.protocols[0] ?? "text", off: [], set: [], central: false };
}

export function choicesOf(line: StudyLine, name: string): Choices {
  const { runs, seed, weeks, protocol, off, set, central } = line;
  return { study: name, runs: String(runs), seed, weeks: String(weeks), protocol, off: [...off], set: set.map(changeOf), central };
}

// "front.main.speed=-1:0:1", "side.A.will=0.3:0.6" (a range without a mode) or "war.tempo_low=0.3".
export function changeOf(text: string): ChangedNumber {
  const at = text.indexOf("=");
  const parts = text.slice(at + 1).split(":").map((part) => part.trim());
  const [low = "", mode = low, high = mode] = parts.length === 2 ? [parts[0]!, "", parts[1]!] : parts;
  return { path: text.slice(0, at).trim(), single: parts.length === 1, value: mode || low, low, mode, high };
}

export function changeFrom(knob: Knob): ChangedNumber {
  // A range of the dossier begins as what it is. A bell has no form here: it begins as its middle.
  const single = knob.shape !== "uniform" && knob.shape !== "triangular";
  const mode = knob.shape === "uniform" ? "" : String(knob.mode);
  return { path: knob.path, single, value: String(knob.mode), low: String(knob.low), mode, high: String(knob.high) };
}

const hasMode = (change: ChangedNumber) => change.mode.trim() !== "";
const textsOf = (change: ChangedNumber) =>
  change.single ? [change.value] : hasMode(change) ? [change.low, change.mode, change.high] : [change.low, change.high];
const numberOf = (text: string) => (/^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(text) ? Number(text) : NaN);
const whole = (text: string, most: number) => /^\d{1,9}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= most;

export function rangeOf(knob: Knob, say: Say): string {
  const least = knob.least > -unbounded ? String(knob.least) : null;
  const most = knob.most < unbounded ? String(knob.most) : null;
  if (least !== null && most !== null) return say(`${least} to ${most}`, `${least} 至 ${most}`);
  if (least !== null) return say(`at least ${least}`, `不小于 ${least}`);
  if (most !== null) return say(`at most ${most}`, `不大于 ${most}`);
  return say("any", "不限");
}

function faultOf(change: ChangedNumber, knob: Knob | undefined, say: Say): string | null {
  if (!knob) return say("The dossier has no such number.", "卷宗中没有这个数。");
  const values = textsOf(change).map(numberOf);
  if (values.some((value) => !Number.isFinite(value))) return say("Give numbers, such as 0.25.", "请填数字，例如 0.25。");
  if (values.some((value) => value < knob.least || value > knob.most))
    return say(`Outside its legal range: ${rangeOf(knob, say)}.`, `超出允许范围：${rangeOf(knob, say)}。`);
  if (change.single) {
    if (knob.shape !== "fixed" || knob.mode !== values[0]) return null;
  } else {
    const [low, high] = [values[0]!, values.at(-1)!];
    if (values.some((value, k) => k > 0 && value < values[k - 1]!)) return say("Low, mode and high must ascend.", "下限、众数、上限必须依次不减。");
    if (low === high) return say("Low and high are the same: choose a single value.", "上下限相同：请选“单一数值”。");
    const alike = knob.shape === (hasMode(change) ? "triangular" : "uniform");
    if (!alike || low !== knob.low || high !== knob.high || (hasMode(change) && values[1] !== knob.mode)) return null;
  }
  return say("This is the dossier's own value: change it, or take it off the list.", "这就是卷宗原有的值：请修改，或从清单中移除。");
}

// A plain name is a folder under runs/; a path is that of a study that is there.
export function placeOfStudy(name: string, studies: string[]): string {
  return studies.includes(name.trim()) ? name.trim() : `runs/${name.trim()}`;
}

export function faultsOf(choices: Choices, form: Form, studies: string[], say: Say): Faults {
  const faults: Faults = {};
  if (choices.study.trim() === "") faults.study = say("Give the study a name.", "请给研究起名。");
  else if (!studies.includes(choices.study.trim()) && !/^[a-z0-9_-][a-z0-9_.-]{0,63}$/i.test(choices.study.trim()))
    faults.study = say(
      "At most 64 letters (a to z), digits, hyphens, underscores and dots, the first no dot.",
      "至多 64 个字符：英文字母、数字、连字符、下划线和点，不能以点开头。",
    );
  if (!whole(choices.runs, most_runs))
    faults.runs = say("A whole number from 1 to 10,000,000.", "1 至 10,000,000 的整数。");
  if (!/^\d{1,20}$/.test(choices.seed.trim()) || BigInt(choices.seed.trim()) > most_seed)
    faults.seed = say("A whole number from 0 to 18446744073709551615.", "0 至 18446744073709551615 的整数。");
  if (!whole(choices.weeks, most_weeks)) faults.weeks = say("A whole number from 1 to 520.", "1 至 520 的整数。");
  for (const change of choices.set) {
    const fault = faultOf(change, form.knobs.find((knob) => knob.path === change.path), say);
    if (fault !== null) faults[`set:${change.path}`] = fault;
  }
  return faults;
}

// Only what differs from the dossier is sent: a study then names no more than was changed.
export function wantedOf(choices: Choices, form: Form, dossier: string): Wanted {
  const wanted: Wanted = { dossier, study: choices.study.trim(), runs: Number(choices.runs), seed: choices.seed.trim(), protocol: choices.protocol };
  if (Number(choices.weeks) !== form.weeks) wanted.weeks = Number(choices.weeks);
  if (choices.off.length > 0) wanted.off = choices.off;
  if (choices.central) wanted.central = true;
  if (choices.set.length > 0)
    wanted.set = choices.set.map((change) => `${change.path}=${textsOf(change).map((text) => text.trim()).join(":")}`);
  return wanted;
}
