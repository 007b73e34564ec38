// SPDX-License-Identifier: Apache-2.0
import * as Plot from "@observablehq/plot";
import { endingColour } from "../colours";
import type { Futures, Said } from "../data";

type Say = (en: string, zh: string) => string;

// Endings stacked, what is settled below and what goes on above, with names where there is room and a legend otherwise.
export function endingsOverTime(futures: Futures, width: number, said: (phrase: Said) => string, say: Say) {
  const rows = futures.endings.flatMap((ending) =>
    (futures.over_time.endings[ending.id] ?? []).map((share, week) => ({ ending: ending.id, week, share: share ?? 0 })),
  );
  const order = futures.endings.map((ending) => ending.id);
  return Plot.plot({
    width,
    height: Math.min(420, Math.max(260, width * 0.5)),
    marginLeft: 44,
    style: { background: "transparent", fontSize: "13px" },
    x: { label: say("weeks from the dossier's day", "自卷宗之日起的周数") },
    y: { label: say("share of histories", "模拟比例"), percent: true, grid: true },
    color: { domain: order, range: order.map(endingColour), legend: true, tickFormat: (id: string) => said(futures.endings.find((e) => e.id === id)!.name) },
    marks: [
      Plot.areaY(rows, { x: "week", y: "share", fill: "ending", order, stroke: "var(--ground)", strokeWidth: 0.5 }),
      Plot.ruleY([0]),
    ],
  });
}
