// SPDX-License-Identifier: Apache-2.0
// The laws that the outside view fits to the record of wars, in words.
import type { Speaker } from "../../language";

const names: Record<string, [string, string]> = {
  lognormal: ["lognormal law", "对数正态分布"],
  weibull: ["Weibull law", "威布尔分布"],
  exponential: ["exponential law", "指数分布"],
  record: ["the record itself, no law", "记录本身（不设分布）"],
};

export function lawName(law: string, say: Speaker["say"]): string {
  const name = names[law];
  return name ? say(...name) : law;
}

// Marks that differ by shape: colour says nothing here.
export const lawMarks = ["circle", "square", "triangle", "diamond"] as const;
export type LawMark = (typeof lawMarks)[number];
export function lawMark(place: number): LawMark {
  return lawMarks[place % lawMarks.length]!;
}
