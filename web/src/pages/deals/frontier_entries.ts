// SPDX-License-Identifier: Apache-2.0
// What the picture of two parties shows: packages with each party's gain, and how it is known.
import type { Deals, Head, PairFrontier } from "../../data";
import type { Speaker } from "../../language";
import { weighPackage, type Weighing } from "../../weigh";
import type { Mark } from "./frontier_picture";
import type { Start } from "./words";

export interface Entry {
  start: Start;
  kind: Mark["kind"];
  sign: string;
  gain: (number | null)[]; // (party)
  how: string;
}

const signs: Record<string, string> = { nash: "N", kalai: "K", ks: "KS", utilitarian: "U" };

// The pair's frontier and the solutions have the program's gains at the central numbers; texts are weighed here, over
// the draws of the table.
export function entriesOf(
  pair: PairFrontier,
  deals: Deals,
  starts: Start[],
  weighing: Weighing,
  head: Head,
  { say }: Speaker,
): Entry[] {
  const proved = say("proved", "已证明");
  const found = say("found by search", "搜索所得");
  const weighedHere = say("mean over draws", "抽样均值");
  const means = (options: number[]) => {
    const { party } = weighPackage(weighing, options);
    return head.parties.map((_, k) => party[k]?.gain.mean ?? null);
  };
  return [
    ...pair.points.map((point, k): Entry => ({
      start: {
        id: `pair ${pair.a} ${pair.b} ${k}`,
        kind: "pair",
        name: say(`Frontier ${k + 1}`, `边界 ${k + 1}`),
        package: point.package,
      },
      kind: "frontier",
      sign: "",
      gain: point.gain,
      how: pair.proved ? proved : found,
    })),
    ...deals.central.points.map((point): Entry => ({
      start: starts.find((start) => start.id === `point ${point.name}`)!,
      kind: "solution",
      sign: signs[point.name] ?? point.name,
      gain: point.gain,
      how: point.proved ? proved : found,
    })),
    ...starts
      .filter((start) => start.kind === "text")
      .map((start, k): Entry => {
        return { start, kind: "text", sign: `T${k + 1}`, gain: means(start.package), how: weighedHere };
      }),
  ];
}
