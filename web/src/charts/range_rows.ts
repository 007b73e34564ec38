// SPDX-License-Identifier: Apache-2.0
// Rows of a dot with its range, one below the other on one scale: names to the left, or above where the page is narrow;
// the numbers in words to the right. Places on the scale may be numbered above it, with a key below.
import { type Attributes, apart, block, element, line, picture, textSize, ticks, widthOf, words, wrapped } from "./svg";

export interface RangeRow {
  name: string;
  words: string; // the numbers
  value: number | null; // null: not known, no dot
  low: number | null;
  high: number | null;
  colour: string;
  mark?: "dot" | "square" | "hollow"; // "dot" where nothing is said
}

export interface RangePlot {
  rows: RangeRow[];
  domain: [number, number];
  tick: (value: number) => string;
  label: string; // of the axis
  line?: { at: number; name: string };
  numbered?: { at: number; name: string }[]; // ascending
  ends?: [string, string]; // what the ends of the axis stand for
}

const step = textSize + 3;

interface Frame {
  left: number;
  right: number; // of the scale
  top: number;
  bottom: number;
  x: (value: number) => number;
  lanes: [number, number][]; // from where to where lines may run down: not through names that stand above their bars
}

export function rangeRows(plot: RangePlot, width: number): SVGSVGElement {
  const narrow = width < 600;
  const side = Math.max(...plot.rows.map((row) => widthOf(row.words)), 20) + 10;
  const nameWidth = narrow ? width - side : Math.min(300, Math.max(90, ...plot.rows.map((row) => widthOf(row.name) + 8)));
  const names = plot.rows.map((row) => wrapped(row.name, nameWidth - 8, narrow ? 2 : 3));
  const heights = names.map((lines) => (narrow ? lines.length * step + 20 : Math.max(28, lines.length * step + 8)));
  const [low, high] = plot.domain;
  const left = narrow ? 10 : nameWidth + 4;
  const right = narrow ? width - 10 : width - side - 8;
  const x = (value: number) => left + ((Math.min(high, Math.max(low, value)) - low) / (high - low)) * (right - left);
  const top = (plot.numbered ? 26 : 0) + (plot.line ? 20 : 4);
  const bottom = top + heights.reduce((sum, each) => sum + each, 0);
  const ends = heights.map((_, k) => top + heights.slice(0, k + 1).reduce((sum, each) => sum + each, 0));
  const lanes = narrow ? ends.map((end): [number, number] => [end - 18, end - 2]) : [[top, bottom] as [number, number]];
  const frame: Frame = { left, right, top, bottom, x, lanes };

  const parts: Node[] = [axis(plot, frame), ...(plot.numbered ? [numbers(plot.numbered, frame)] : [])];
  if (plot.line) parts.push(reference(plot.line, frame));
  let y = top;
  plot.rows.forEach((row, k) => {
    const height = heights[k]!;
    const lines = names[k]!;
    const middle = narrow ? y + height - 11 : y + height / 2;
    const first = narrow ? y + step - 2 : middle - ((lines.length - 1) * step) / 2 + 4;
    parts.push(block(lines, 0, first));
    parts.push(words(row.words, width, narrow ? y + step - 2 : middle + 4, { "text-anchor": "end" }));
    parts.push(range(row, middle, x));
    y += height;
  });
  const below = axisWords(plot, frame, width);
  const key = keyOf(plot.numbered ?? [], plot.tick, below.bottom + 8, width);
  return picture(width, key.bottom + 4, ...parts, below.drawn, key.drawn);
}

function range(row: RangeRow, y: number, x: (value: number) => number): SVGElement {
  const parts: Node[] = [];
  if (row.low !== null && row.high !== null)
    parts.push(line(x(row.low), y, x(row.high), y, { stroke: row.colour, "stroke-width": 3, "stroke-linecap": "round" }));
  if (row.value !== null) {
    const look = { stroke: row.colour, "stroke-width": 2, fill: row.mark === "hollow" ? "var(--ground)" : row.colour };
    if (row.mark === "square") parts.push(element("rect", { x: x(row.value) - 5, y: y - 5, width: 10, height: 10, ...look }));
    else parts.push(element("circle", { cx: x(row.value), cy: y, r: 5, ...look }));
  }
  return element("g", {}, ...parts);
}

function axis(plot: RangePlot, frame: Frame): SVGElement {
  const shown = ticks(...plot.domain, frame.right - frame.left < 420 ? 4 : 8);
  return element("g", {}, ...shown.flatMap((at) => down(frame.x(at), frame, {})));
}

function down(x: number, frame: Frame, look: Attributes): SVGElement[] {
  return frame.lanes.map(([from, to]) => line(x, from, x, to, look));
}

function axisWords(plot: RangePlot, frame: Frame, width: number): { drawn: SVGElement; bottom: number } {
  const shown = ticks(...plot.domain, frame.right - frame.left < 420 ? 4 : 8);
  const within = (x: number, half: number) => Math.max(half, Math.min(width - half, x));
  const parts = shown.map((at) => {
    const text = plot.tick(at);
    return words(text, within(frame.x(at), widthOf(text) / 2), frame.bottom + 18, { "text-anchor": "middle" });
  });
  let y = frame.bottom + 36;
  if (plot.ends) {
    const room = (frame.right - frame.left) / 2 - 8;
    const [first, last] = plot.ends.map((text) => wrapped(text, room, 3));
    parts.push(block(first!, frame.left, y, { fill: "var(--soft)" }));
    parts.push(block(last!, frame.right, y, { "text-anchor": "end", fill: "var(--soft)" }));
    y += Math.max(first!.length, last!.length) * step + 2;
  }
  const label = wrapped(plot.label, width, 3);
  const centre = within((frame.left + frame.right) / 2, widthOf(label[0]!) / 2);
  parts.push(block(label, centre, y, { "text-anchor": "middle", fill: "var(--soft)" }));
  return { drawn: element("g", {}, ...parts), bottom: y + (label.length - 1) * step };
}

function reference(at: { at: number; name: string }, frame: Frame): SVGElement {
  const x = frame.x(at.at);
  const half = widthOf(at.name) / 2;
  const centre = Math.max(half, Math.min(frame.right - half, x));
  return element(
    "g",
    {},
    ...down(x, frame, { stroke: "currentColor", "stroke-dasharray": "5 3", "stroke-width": 1.5 }),
    words(at.name, centre, frame.top - 9, { "text-anchor": "middle" }),
  );
}

// Numbers above the scale, moved apart where they would touch, each with a line to its place.
function numbers(places: { at: number }[], frame: Frame): SVGElement {
  const at = apart(places.map((place) => frame.x(place.at)), 18, frame.left, frame.right);
  const parts = places.flatMap((place, k) => [
    line(at[k]!, 20, frame.x(place.at), 27, { stroke: "var(--soft)" }),
    ...down(frame.x(place.at), frame, { stroke: "var(--soft)", "stroke-dasharray": "1 3" }),
    element("circle", { cx: at[k]!, cy: 11, r: 8.5, fill: "var(--raised)", stroke: "var(--soft)" }),
    words(String(k + 1), at[k]!, 15, { "text-anchor": "middle" }),
  ]);
  return element("g", {}, ...parts);
}

function keyOf(places: { at: number; name: string }[], tick: (value: number) => string, y: number, width: number) {
  const columns = width >= 900 ? 3 : width >= 600 ? 2 : 1;
  const room = width / columns - 34;
  const tall = Math.ceil(places.length / columns);
  const drawn: SVGElement[] = [];
  const bottoms = Array.from({ length: columns }, () => y);
  places.forEach((place, k) => {
    const column = Math.floor(k / Math.max(1, tall));
    const x = column * (width / columns);
    const lines = wrapped(`${place.name} (${tick(place.at)})`, room, 3);
    const first = bottoms[column]! + 20;
    drawn.push(element("circle", { cx: x + 9, cy: first - 4, r: 8.5, fill: "var(--raised)", stroke: "var(--soft)" }));
    drawn.push(words(String(k + 1), x + 9, first, { "text-anchor": "middle" }), block(lines, x + 24, first));
    bottoms[column] = first + (lines.length - 1) * step;
  });
  return { drawn: element("g", {}, ...drawn), bottom: Math.max(...bottoms) + 2 };
}
