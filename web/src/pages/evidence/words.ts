// SPDX-License-Identifier: Apache-2.0
// Words for grades and for where a number comes from.
import type { Evidence } from "../../data";
import type { Speaker } from "../../language";

export type Claim = Evidence["claims"][number];
export type Rest = Evidence["numbers"][number];

export const reliabilities = ["A", "B", "C", "D", "E", "F"] as const;
export const informations = ["1", "2", "3", "4", "5", "6"] as const;

// The admiralty scale: the source by a letter, what it says by a number.
export function reliabilityWords(grade: string, { say }: Speaker): string {
  const words: Record<string, string> = {
    A: say("reliable", "可靠"),
    B: say("usually reliable", "通常可靠"),
    C: say("fairly reliable", "尚可靠"),
    D: say("not usually reliable", "通常不可靠"),
    E: say("unreliable", "不可靠"),
    F: say("cannot be judged", "无法判断"),
  };
  return words[grade] ?? "";
}

export function informationWords(grade: string, { say }: Speaker): string {
  const words: Record<string, string> = {
    "1": say("confirmed", "已证实"),
    "2": say("probably true", "很可能属实"),
    "3": say("possibly true", "可能属实"),
    "4": say("doubtful", "存疑"),
    "5": say("improbable", "不大可能"),
    "6": say("cannot be judged", "无法判断"),
  };
  return words[grade] ?? "";
}

export const froms = ["cited", "assumed", "left out", "set by hand", "none"] as const;
export function fromWords(from: string, { say }: Speaker): string {
  const words: Record<string, string> = {
    cited: say("cited", "有来源"),
    assumed: say("assumed", "假设"),
    "left out": say("left out: the usual value", "未给出：取通常值"),
    "set by hand": say("set by hand for this study", "为本研究改动"),
    none: say("none: the effect is not there", "无：没有此效应"),
  };
  return words[from] ?? from;
}

// The grade of a claim is that of its source and its own: "B2".
export function gradeOf(claim: Claim, evidence: Evidence): string {
  const source = evidence.sources.find((each) => each.id === claim.source);
  return `${source?.reliability ?? "?"}${claim.information}`;
}

// Every word of the query stands somewhere in what is searched.
export function matches(query: string, ...texts: string[]): boolean {
  const all = texts.join(" ").toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
