// SPDX-License-Identifier: Apache-2.0
import * as Plot from "@observablehq/plot";
import { endingColour } from "../colours";
import type { Futures, Said } from "../data";
import { legend, together } from "./drawing";
import { widthOf } from "./svg";

type Say = (en: string, zh: string) => string;

// Endings stacked, what is settled below and what goes on above. Names stand in the picture where there is room; the
// legend above has them all, from the top of the picture down.
export function endingsOverTime(futures: Futures, width: number, said: (phrase: Said) => string, say: Say) {
  const order = futures.endings.map((ending) => ending.id);
  const rows = futures.endings.flatMap((ending) =>
    (futures.over_time.endings[ending.id] ?? []).map((share, week) => ({ ending: ending.id, week, share: share ?? 0 })),
  );
  const height = Math.min(420, Math.max(280, width * 0.45));
  const margin = { marginTop: 20, marginLeft: 48, marginRight: 12, marginBottom: 44 };
  const field = { width: width - margin.marginLeft - margin.marginRight, height: height - margin.marginTop - margin.marginBottom };
  const names = namesInside(futures, field, said);
  const plot = Plot.plot({
    width,
    height,
    ...margin,
    style: { background: "transparent", fontSize: "12px" },
    x: { label: say("weeks from the dossier's day", "自卷宗之日起的周数"), ticks: width < 500 ? 5 : 9 },
    y: { label: say("share of histories (%)", "模拟比例（%）"), percent: true, grid: true },
    color: { domain: order, range: order.map(endingColour) },
    marks: [
      Plot.areaY(rows, { x: "week", y: "share", fill: "ending", order, stroke: "var(--ground)", strokeWidth: 0.5 }),
      Plot.text(names, { x: "week", y: "middle", text: "name", fill: "#111", fontSize: 13 }),
      Plot.ruleY([0]),
    ],
  }) as SVGSVGElement;
  const entries = [...futures.endings].reverse().map((ending) => ({ name: said(ending.name), colour: endingColour(ending.id) }));
  return together([legend(entries, width), plot], width);
}

// For each band a place for its name: at three fifths of the time if the band is thick there over the whole length of the
// name, or else where it is thickest. A name that fits nowhere is left to the legend.
function namesInside(futures: Futures, field: { width: number; height: number }, said: (phrase: Said) => string) {
  const { weeks, endings } = futures.over_time;
  let below: number[] = Array.from({ length: weeks + 1 }, () => 0);
  return futures.endings.flatMap((ending) => {
    const lower = below;
    const upper = lower.map((from, week) => from + (endings[ending.id]?.[week] ?? 0));
    below = upper;
    if (endingColour(ending.id) === "#0072B2") return []; // too dark for the ink of names
    const name = said(ending.name);
    const half = Math.ceil(((widthOf(name, 13) / 2 + 4) / field.width) * weeks);
    const at = (week: number) => {
      const from = Math.max(...lower.slice(week - half, week + half + 1));
      const to = Math.min(...upper.slice(week - half, week + half + 1));
      return { week, room: (to - from) * field.height, middle: (from + to) / 2 };
    };
    let best = at(Math.round(weeks * 0.6));
    for (let week = half; week <= weeks - half && best.room < 30; week++) if (at(week).room > best.room) best = at(week);
    return best.room >= 17 ? [{ name, week: best.week, middle: best.middle }] : [];
  });
}
