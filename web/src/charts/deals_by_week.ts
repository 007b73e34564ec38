// SPDX-License-Identifier: Apache-2.0
import * as Plot from "@observablehq/plot";
import { endingColour } from "../colours";
import type { Futures } from "../data";
import type { Speaker } from "../language";
import { legend, together } from "./drawing";

// First deals in force by the weeks that the summary counts, with their intervals.
export function dealsByWeek(futures: Futures, width: number, { say }: Speaker): SVGSVGElement {
  const kinds = [
    { by: futures.deals.settled_by, colour: endingColour("settlement"), symbol: "circle" as const, aside: -0.6, name: say("settlement", "协议") },
    { by: futures.deals.ceased_by, colour: endingColour("ceasefire"), symbol: "square" as const, aside: 0.6, name: say("ceasefire", "停火") },
  ];
  const plot = Plot.plot({
    width,
    height: Math.min(340, Math.max(260, width * 0.4)),
    marginLeft: 48,
    marginRight: 16,
    marginBottom: 44,
    style: { background: "transparent", fontSize: "12px" },
    x: { label: say("weeks from the dossier's day", "自卷宗之日起的周数"), domain: [0, futures.weeks + 2], ticks: [0, ...futures.deals.settled_by.map((by) => by.week)], tickFormat: "d" },
    y: { label: say("share of histories (%)", "模拟比例（%）"), percent: true, grid: true, zero: true },
    marks: kinds.flatMap(({ by, colour, symbol, aside }) => {
      const points = by.map((each) => ({ ...each, at: each.week + aside }));
      return [
        Plot.lineY([{ at: 0, share: 0 }, ...points], { x: "at", y: "share", stroke: colour, strokeDasharray: "3 4" }),
        Plot.ruleX(points, { x: "at", y1: "low", y2: "high", stroke: "currentColor", strokeWidth: 1.4 }),
        Plot.dot(points, { x: "at", y: "share", fill: colour, symbol, r: 5.5, stroke: "currentColor", strokeWidth: 0.8 }),
      ];
    }),
  }) as SVGSVGElement;
  return together([legend(kinds.map(({ name, colour, symbol }) => ({ name, colour, mark: symbol })), width), plot], width);
}
