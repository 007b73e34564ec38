// SPDX-License-Identifier: Apache-2.0
// Shares as bars with their intervals: the name beside the bar where there is room, above it where there is not. What
// is compared with the bars, but not counted as they are, is a dot.
import { canvas, lineHeight, svg, words, wrapped } from "./drawing";

export interface ShareBar {
  name: string;
  note?: string; // in words, under the name
  share: number | null;
  low: number | null;
  high: number | null;
  value: string; // as it is to be read, to the right
  colour: string;
  dot?: boolean;
  heading?: string; // above it
}

const size = 13;
const high = 14; // of a bar

// Shares from 0 to `most`; ticks of the scale at the bottom unless `bare`.
export function shareBars(bars: ShareBar[], width: number, most = 1, bare = false): SVGSVGElement {
  const beside = width >= 500;
  const left = beside ? Math.round(width * 0.36) : 0;
  const right = 62;
  const x = (share: number) => left + (share / most) * (width - left - right);
  const drawn: SVGElement[] = [];
  let y = 6;
  for (const bar of bars) {
    if (bar.heading) {
      const lines = wrapped(bar.heading, width, size, "bold");
      y += y > 6 ? 10 : 0;
      drawn.push(words(lines, 0, y + lineHeight(size) / 2, { size, weight: "bold" }));
      y += lines.length * lineHeight(size) + 4;
    }
    const names = wrapped(bar.name, (beside ? left : width) - 12, size);
    const notes = bar.note ? wrapped(bar.note, (beside ? left : width) - 12, 12) : [];
    const text = names.length * lineHeight(size) + notes.length * lineHeight(12);
    const top = y + lineHeight(size) / 2;
    drawn.push(words(names, 0, top, { size }));
    const under = top + names.length * lineHeight(size) - 1;
    if (notes.length > 0) drawn.push(words(notes, 0, under, { size: 12, fill: "var(--soft)" }));
    const middle = beside ? y + text / 2 : y + text + high / 2 + 1;
    drawn.push(...barOf(bar, x, middle, width));
    y += beside ? Math.max(text, high) + 8 : text + high + 12;
  }
  if (!bare) {
    drawn.unshift(...scale(x, most, y));
    y += 22;
  }
  return canvas(width, y, ...drawn);
}

function barOf(bar: ShareBar, x: (share: number) => number, y: number, width: number): SVGElement[] {
  const edge = { fill: bar.colour, stroke: "var(--soft)", "stroke-width": 0.7 };
  const drawn: SVGElement[] = [svg("line", { x1: x(0), x2: x(0), y1: y - high / 2 - 2, y2: y + high / 2 + 2, stroke: "var(--line)" })];
  if (bar.share !== null && bar.share > 0 && !bar.dot)
    drawn.push(svg("rect", { x: x(0), y: y - high / 2, width: x(bar.share) - x(0), height: high, ...edge }));
  if (bar.low !== null && bar.high !== null) drawn.push(...interval(x(bar.low), x(bar.high), y));
  if (bar.share !== null && bar.dot) drawn.push(svg("circle", { cx: x(bar.share), cy: y, r: 5, ...edge }));
  drawn.push(words([bar.value], width, y, { size, anchor: "end" }));
  return drawn;
}

// Edged with the ground, so that it is seen on a bar of any colour.
function interval(x1: number, x2: number, y: number): SVGElement[] {
  const strokes = [
    { stroke: "var(--ground)", "stroke-width": 4 },
    { stroke: "currentColor", "stroke-width": 1.5 },
  ];
  return strokes.map((stroke) => svg("path", { d: `M${x1},${y}H${x2}M${x1},${y - 4}v8M${x2},${y - 4}v8`, fill: "none", ...stroke }));
}

function scale(x: (share: number) => number, most: number, bottom: number): SVGElement[] {
  const step = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25].find((each) => most / each <= 5.01) ?? 0.25;
  const ticks = Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, k) => k * step);
  return ticks.flatMap((at) => [
    svg("line", { x1: x(at), x2: x(at), y1: 0, y2: bottom, stroke: "var(--line)", "stroke-dasharray": "2 3" }),
    words([`${Math.round(at * 100)} %`], x(at), bottom + 10, { size: 11, anchor: at === 0 ? "start" : "middle", fill: "var(--soft)" }),
  ]);
}
