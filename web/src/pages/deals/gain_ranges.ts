// SPDX-License-Identifier: Apache-2.0
// Gains as dots with their ranges, in panels that share one axis: side by side where there is room.
import type { Spread } from "../../data";
import { element as svg, picture, ticks, widthOf, wrapped } from "../../charts/svg";

export interface RangeRow {
  label: string;
  note: string; // to the right of the range
  spread: Spread;
  was: Spread | null; // drawn thin and grey
  colour: string;
  must: boolean; // filled; otherwise hollow
}
export interface RangePanel {
  title: string;
  rows: RangeRow[];
}

const rowHeight = 24;
const above = 18; // a label over its row, where it does not fit beside
const axis = 34;

export function gainRanges(panels: RangePanel[], width: number, axisLabel: string): SVGSVGElement {
  const columns = Math.max(1, Math.min(panels.length, Math.floor(width / 340)));
  const across = width / columns;
  const rows = panels.flatMap((panel) => panel.rows);
  const widest = (of: (row: RangeRow) => string) => Math.max(0, ...rows.map((row) => widthOf(of(row))));
  const note = widest((row) => row.note) + 8;
  const stacked = widest((row) => row.label) > across * 0.35;
  const left = stacked ? 4 : widest((row) => row.label) + 10;
  const ends = rows.flatMap(({ spread, was }) => [spread.low, spread.high, ...(was ? [was.low, was.high] : [])]);
  const [low, high] = [Math.min(-0.02, ...ends), Math.max(0.02, ...ends)];
  const frame: Frame = { left, right: across - note - 8, low, high, stacked, axisLabel };
  const lines = Math.ceil(panels.length / columns);
  const heights = Array.from({ length: lines }, (_, line) =>
    Math.max(...panels.slice(line * columns, (line + 1) * columns).map((panel) => heightOf(panel, stacked))),
  );
  const total = heights.reduce((sum, height) => sum + height, 0);
  const drawn = panels.map((panel, k) => {
    const y = heights.slice(0, Math.floor(k / columns)).reduce((sum, height) => sum + height, 0);
    return svg("g", { transform: `translate(${(k % columns) * across},${y})` }, ...panelOf(panel, frame, across));
  });
  return picture(width, total, ...drawn);
}

interface Frame {
  left: number;
  right: number;
  low: number;
  high: number;
  stacked: boolean;
  axisLabel: string;
}

function heightOf(panel: RangePanel, stacked: boolean): number {
  return (panel.title ? 26 : 6) + panel.rows.length * (rowHeight + (stacked ? above : 0)) + axis + 14;
}

function panelOf(panel: RangePanel, frame: Frame, across: number): Element[] {
  const { left, right, low, high, stacked } = frame;
  const x = (value: number) => left + 6 + ((value - low) / (high - low)) * (right - left - 12);
  const top = panel.title ? 26 : 6;
  const step = rowHeight + (stacked ? above : 0);
  const bottom = top + panel.rows.length * step;
  const parts: Element[] = [];
  if (panel.title)
    parts.push(svg("text", { x: 4, y: 16, "font-weight": 600 }, wrapped(panel.title, across - 12, 1)[0]!));
  for (const tick of ticks(low, high, Math.max(2, (right - left) / 70))) {
    const faint = { "stroke-opacity": tick === 0 ? 0.8 : 0.15 };
    parts.push(svg("line", { x1: x(tick), x2: x(tick), y1: top, y2: bottom, stroke: "currentColor", ...faint }));
    const words = tick === 0 ? "0" : `${tick < 0 ? "−" : "+"}${Math.abs(tick)}`;
    parts.push(svg("text", { x: x(tick), y: bottom + 15, "text-anchor": "middle", "font-size": 11 }, words));
  }
  const middle = { x: (left + right) / 2, "text-anchor": "middle" };
  parts.push(svg("text", { ...middle, y: bottom + 30, "font-size": 11 }, frame.axisLabel));
  panel.rows.forEach((row, k) => {
    const y = top + k * step + (stacked ? above : 0) + rowHeight / 2;
    if (stacked) parts.push(svg("text", { x: 4, y: y - rowHeight / 2 - 2 }, wrapped(row.label, across - 12, 1)[0]!));
    else parts.push(svg("text", { x: left - 4, y: y + 4, "text-anchor": "end" }, row.label));
    if (row.was) parts.push(...rangeOf(row.was, x, y + 7, "#8a8a8a", true, true));
    parts.push(...rangeOf(row.spread, x, y, row.colour, row.must, false));
    parts.push(svg("text", { x: right + 8, y: y + 4, "font-size": 12 }, row.note));
  });
  return parts;
}

function rangeOf(
  spread: Spread,
  x: (value: number) => number,
  y: number,
  colour: string,
  filled: boolean,
  thin: boolean,
): Element[] {
  const ends = { x1: x(spread.low), x2: x(spread.high), y1: y, y2: y };
  const line = { ...ends, stroke: colour, "stroke-linecap": "round", "stroke-width": thin ? 1.5 : 4 };
  const dot = { cx: x(spread.mean), cy: y, r: thin ? 2.5 : 5, stroke: colour, "stroke-width": 2 };
  return [
    svg("line", { ...line, "stroke-opacity": thin ? 1 : 0.55 }),
    svg("circle", { ...dot, fill: filled ? colour : "var(--ground)" }),
  ];
}
