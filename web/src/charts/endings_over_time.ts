// SPDX-License-Identifier: Apache-2.0
import * as Plot from "@observablehq/plot";
import { endingColour } from "../colours";
import type { Futures, Said } from "../data";
import { legend, together } from "./drawing";

type Say = (en: string, zh: string) => string;

// Endings stacked, what is settled below and what goes on above. Names stand in the picture where there is room; the
// legend above has them all, from the top of the picture down.
export function endingsOverTime(futures: Futures, width: number, said: (phrase: Said) => string, say: Say) {
  const order = futures.endings.map((ending) => ending.id);
  const rows = futures.endings.flatMap((ending) =>
    (futures.over_time.endings[ending.id] ?? []).map((share, week) => ({ ending: ending.id, week, share: share ?? 0 })),
  );
  const plot = Plot.plot({
    width,
    height: Math.min(420, Math.max(280, width * 0.45)),
    marginLeft: 48,
    marginRight: 12,
    marginBottom: 44,
    style: { background: "transparent", fontSize: "12px" },
    x: { label: say("weeks from the dossier's day", "自卷宗之日起的周数"), ticks: width < 500 ? 5 : 9 },
    y: { label: say("share of histories (%)", "模拟比例（%）"), percent: true, grid: true },
    color: { domain: order, range: order.map(endingColour) },
    marks: [
      Plot.areaY(rows, { x: "week", y: "share", fill: "ending", order, stroke: "var(--ground)", strokeWidth: 0.5 }),
      Plot.text(namesInside(futures), { x: "week", y: "middle", text: (d) => said(d.name), fill: "#111", fontSize: 13 }),
      Plot.ruleY([0]),
    ],
  }) as SVGSVGElement;
  const entries = [...futures.endings].reverse().map((ending) => ({ name: said(ending.name), colour: endingColour(ending.id) }));
  return together([legend(entries, width), plot], width);
}

// The middle of each band that is thick enough for a line of text, at three fifths of the time.
function namesInside(futures: Futures): { name: Said; week: number; middle: number }[] {
  const week = Math.round(futures.over_time.weeks * 0.6);
  let below = 0;
  return futures.endings.flatMap((ending) => {
    const share = futures.over_time.endings[ending.id]?.[week] ?? 0;
    const middle = below + share / 2;
    below += share;
    return share >= 0.1 && endingColour(ending.id) !== "#0072B2" ? [{ name: ending.name, week, middle }] : [];
  });
}
