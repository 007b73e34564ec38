// SPDX-License-Identifier: Apache-2.0
import * as Plot from "@observablehq/plot";
import type { Futures } from "../data";
import type { Speaker } from "../language";
import { lawMark, lawName } from "../pages/futures/laws";
import { fights, standing, undecided } from "../pages/futures/shares";
import { legend, together, type LegendEntry } from "./drawing";

// Plot's names of the same shapes.
const symbols = { circle: "circle", square: "square", triangle: "triangle", diamond: "diamond2" } as const;

// Two curves of the model; beside the weeks that the outside view knows, a grey bar from the highest to the lowest law
// and a mark with an interval for each. The marks of a week stand side by side.
export function survival(futures: Futures, width: number, { say }: Speaker): SVGSVGElement {
  const weeks = Array.from({ length: futures.over_time.weeks + 1 }, (_, week) => week);
  const curve = (which: (ending: string) => boolean) => weeks.map((week) => ({ week, share: standing(futures, week, which)?.share }));
  const points = futures.outside.rows.flatMap((row, law) =>
    row.within.map(({ weeks: week, chance, low, high }) => ({
      symbol: symbols[lawMark(law)],
      at: week + (law - (futures.outside.rows.length - 1) / 2) * (width < 500 ? 3.5 : 1.8),
      share: left(chance),
      low: left(high),
      high: left(low),
    })),
  );
  const plot = Plot.plot({
    width,
    height: Math.min(420, Math.max(300, width * 0.45)),
    marginLeft: 48,
    marginRight: 16,
    marginBottom: 44,
    style: { background: "transparent", fontSize: "12px" },
    x: { label: say("weeks from the dossier's day", "自卷宗之日起的周数"), domain: [0, Math.max(futures.over_time.weeks, ...points.map((p) => p.at)) + 2], ticks: width < 500 ? 5 : 9 },
    y: { label: say("share that goes on (%)", "仍在继续的比例（%）"), percent: true, grid: true, domain: [0, 100] },
    marks: [
      Plot.ruleX(futures.outside.spread, { x: "weeks", y1: (d) => left(d.high), y2: (d) => left(d.low), stroke: "currentColor", strokeOpacity: 0.15, strokeWidth: width < 500 ? 42 : 64 }),
      Plot.lineY(curve(undecided), { x: "week", y: "share", stroke: "#8F8F8F", strokeWidth: 2.5, strokeDasharray: "6 4" }),
      Plot.lineY(curve(fights), { x: "week", y: "share", stroke: "#D55E00", strokeWidth: 2.5 }),
      Plot.ruleX(points, { x: "at", y1: "low", y2: "high", stroke: "currentColor", strokeWidth: 1.2 }),
      Plot.dot(points, { x: "at", y: "share", symbol: "symbol", fill: "currentColor", stroke: "var(--ground)", r: 4.5 }),
      Plot.ruleY([0]),
    ],
    symbol: { type: "identity" },
  }) as SVGSVGElement;
  const entries: LegendEntry[] = [
    { name: say("model: fighting goes on", "模型：战斗仍在继续"), colour: "#D55E00", mark: "line" },
    { name: say("model: fighting, or faded without a deal", "模型：战斗或无协议而消退"), colour: "#8F8F8F", mark: "dash" },
    ...futures.outside.rows.map((row, k) => ({ name: lawName(row.law, say), colour: "currentColor", mark: lawMark(k) })),
  ];
  return together([legend(entries, width), plot], width);
}

function left(chance: number | null): number | null {
  return chance === null ? null : 1 - chance;
}
