// SPDX-License-Identifier: Apache-2.0
import * as Plot from "@observablehq/plot";
import type { WeeklySeries } from "../pages/futures/series_names";
import { canvas, lineHeight, together, words, wrapped } from "./drawing";

export interface Fan {
  series: WeeklySeries;
  name: string;
  unit: string;
  colour: string;
  domain: [number, number]; // the same for series that are to be compared
}

// One fan: 5 to 95 % light, 25 to 75 % darker, the median a line. Name and unit stand above, wrapped.
export function fan({ series, name, unit, colour, domain }: Fan, width: number, height: number, weeks: string): SVGSVGElement {
  const rows = series.q50.map((q50, week) => ({
    week,
    q05: series.q05[week],
    q25: series.q25[week],
    q50,
    q75: series.q75[week],
    q95: series.q95[week],
  }));
  const plot = Plot.plot({
    width,
    height,
    marginLeft: 46,
    marginRight: 10,
    marginTop: 8,
    marginBottom: 40,
    style: { background: "transparent", fontSize: "12px" },
    x: { label: weeks, ticks: width < 500 ? 4 : 9 },
    y: { label: null, grid: true, domain, ticks: 5 },
    marks: [
      domain[0] < 0 && domain[1] > 0 ? Plot.ruleY([0], { stroke: "currentColor", strokeDasharray: "4 3" }) : null,
      Plot.areaY(rows, { x: "week", y1: "q05", y2: "q95", fill: colour, fillOpacity: 0.22 }),
      Plot.areaY(rows, { x: "week", y1: "q25", y2: "q75", fill: colour, fillOpacity: 0.45 }),
      Plot.lineY(rows, { x: "week", y: "q50", stroke: "currentColor", strokeWidth: 1.8 }),
    ],
  }) as SVGSVGElement;
  return together([titled(name, unit, width), plot], width);
}

function titled(name: string, unit: string, width: number): SVGSVGElement {
  const names = wrapped(name, width, 13, "bold");
  const units = wrapped(unit, width, 12);
  const under = names.length * lineHeight(13);
  return canvas(
    width,
    under + Math.max(2, units.length) * lineHeight(12), // two lines, so that panels of a row stand level
    words(names, 0, 8, { size: 13, weight: "bold" }),
    words(units, 0, under + 7, { size: 12, fill: "var(--soft)" }),
  );
}

// Several fans in as many columns as there is room for.
export function fans(list: Fan[], width: number, weeks: string): SVGSVGElement {
  if (list.length === 1) return fan(list[0]!, width, Math.min(380, Math.max(260, width * 0.42)), weeks);
  const columns = width >= 860 ? 3 : width >= 540 ? 2 : 1;
  const each = Math.floor((width - 16 * (columns - 1)) / columns);
  return together(list.map((one) => fan(one, each, 210, weeks)), width, columns);
}
