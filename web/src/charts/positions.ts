// SPDX-License-Identifier: Apache-2.0
// What the options of one issue are worth to each party, from 0 (liked least) to 1 (liked best): one band for each party,
// one line for each option, a numbered dot with its range. A red line has a crossed square and a broken range.
import { block, element, line, picture, textSize, ticks, widthOf, words, wrapped } from "./svg";

export interface Position {
  value: number;
  low: number;
  high: number;
  red: boolean;
}
export interface Positions {
  parties: { name: string; colour: string; worth: (Position | null)[] }[]; // (option)
  options: string[];
  label: string;
}

const step = textSize + 3;
const row = 21;

export function positions(plot: Positions, width: number): SVGSVGElement {
  const narrow = width < 600;
  const names = narrow ? 26 : Math.min(300, 34 + Math.max(...plot.options.map((name) => widthOf(name))));
  const left = names + 12;
  const right = width - 14;
  const x = (value: number) => left + Math.min(1, Math.max(0, value)) * (right - left);
  const parts: Node[] = [];
  let y = 4;
  for (const party of plot.parties) {
    parts.push(words(party.name, 0, y + 14, { "font-weight": 600 }));
    y += 22;
    const valued = party.worth.map((worth, option) => ({ worth, option })).filter((each) => each.worth !== null);
    for (const at of ticks(0, 1, narrow ? 4 : 10)) parts.push(line(x(at), y, x(at), y + valued.length * row));
    for (const { worth, option } of valued) {
      const middle = y + row / 2;
      if (!narrow) parts.push(block(wrapped(plot.options[option]!, names - 30, 1), 24, middle + 4));
      parts.push(words(String(option), narrow ? 10 : 8, middle + 4, { "text-anchor": "middle", fill: "var(--soft)" }));
      parts.push(mark(worth!, option, middle, party.colour, x));
      y += row;
    }
    y += 8;
  }
  for (const at of ticks(0, 1, narrow ? 4 : 10)) parts.push(words(String(at), x(at), y + 12, { "text-anchor": "middle" }));
  y += 30;
  const label = wrapped(plot.label, width, 2);
  parts.push(block(label, (left + right) / 2, y, { "text-anchor": "middle", fill: "var(--soft)" }));
  y += label.length * step;
  if (narrow) {
    plot.options.forEach((name, option) => {
      const lines = wrapped(`${option}  ${name}`, width, 2);
      parts.push(block(lines, 0, y + 10));
      y += lines.length * step + 3;
    });
    y += 4;
  }
  return picture(width, y + 2, ...parts);
}

function mark(worth: Position, option: number, y: number, colour: string, x: (value: number) => number): SVGElement {
  const at = x(worth.value);
  const range = { stroke: colour, "stroke-width": 3, ...(worth.red ? { "stroke-dasharray": "4 3" } : {}) };
  const parts: Node[] = [line(x(worth.low), y, x(worth.high), y, range)];
  if (worth.red) {
    parts.push(element("rect", { x: at - 8, y: y - 8, width: 16, height: 16, fill: "var(--ground)", stroke: "var(--bad)", "stroke-width": 2 }));
    parts.push(element("path", { d: `M${at - 5} ${y - 5}l10 10m0 -10l-10 10`, stroke: "var(--bad)", "stroke-width": 2 }));
  } else {
    parts.push(element("circle", { cx: at, cy: y, r: 8.5, fill: "var(--ground)", stroke: colour, "stroke-width": 2 }));
    parts.push(words(String(option), at, y + 4, { "text-anchor": "middle" }));
  }
  return element("g", {}, ...parts);
}
