// SPDX-License-Identifier: Apache-2.0
// Pictures put together from parts: text of several lines, a legend that wraps, and several pictures in one SVG, so that
// what is saved is what is seen.
import { widthOf, wrapped as fitted } from "./svg";

export type Content = SVGElement | string;

export function svg<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Record<string, string | number>,
  ...content: Content[]
): SVGElementTagNameMap[K] {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...content);
  return made;
}

export function canvas(width: number, height: number, ...content: Content[]): SVGSVGElement {
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  return svg("svg", { ...size, "font-family": "system-ui, sans-serif", fill: "currentColor" }, ...content);
}

// All the lines that a text needs: nothing is cut but a word too long for a line.
export function wrapped(text: string, width: number, size: number, weight = "400"): string[] {
  return fitted(text, width, 99, size, weight);
}

export interface TextStyle {
  size?: number;
  weight?: string;
  fill?: string;
  anchor?: "start" | "middle" | "end";
}

// Text of one or more lines; y is the middle of the first.
export function words(lines: string[], x: number, y: number, style: TextStyle = {}): SVGTextElement {
  const size = style.size ?? 13;
  return svg(
    "text",
    {
      "font-size": size,
      "font-weight": style.weight ?? "normal",
      fill: style.fill ?? "currentColor",
      "text-anchor": style.anchor ?? "start",
    },
    ...lines.map((line, k) => svg("tspan", { x, y: y + k * lineHeight(size), dy: "0.35em" }, line)),
  );
}

export function lineHeight(size: number): number {
  return Math.round(size * 1.3);
}

export interface LegendEntry {
  name: string;
  colour: string;
  mark?: "area" | "line" | "dash" | "circle" | "square" | "triangle" | "diamond"; // area unless said
}

// Swatches with names, as many to a line as there is room for. Yellow on white has an edge that can be seen.
export function legend(entries: LegendEntry[], width: number): SVGSVGElement {
  const size = 13;
  let x = 0;
  let y = 0;
  const drawn = entries.flatMap(({ name, colour, mark }) => {
    const lines = wrapped(name, width - 24, size);
    const room = 22 + Math.max(...lines.map((line) => widthOf(line, size))) + 16;
    if (x > 0 && x + room > width) {
      x = 0;
      y += 22;
    }
    const at = { x, y: y + 11 };
    x += room;
    y += (lines.length - 1) * lineHeight(size);
    return [swatch(at.x, at.y, colour, mark ?? "area"), words(lines, at.x + 20, at.y, { size })];
  });
  return canvas(width, y + 26, ...drawn);
}

const shapes = { square: "M-5,-5h10v10h-10Z", triangle: "M0,-6L6,5H-6Z", diamond: "M0,-7L6,0L0,7L-6,0Z" };

function swatch(x: number, y: number, colour: string, mark: NonNullable<LegendEntry["mark"]>): SVGElement {
  if (mark === "circle") return svg("circle", { cx: x + 7, cy: y, r: 5, fill: colour });
  if (mark === "area")
    return svg("rect", { x: x + 0.5, y: y - 6.5, width: 14, height: 13, fill: colour, stroke: "currentColor", "stroke-width": 0.7 });
  if (mark !== "line" && mark !== "dash") return svg("path", { d: shapes[mark], transform: `translate(${x + 7},${y})`, fill: colour });
  const dash = mark === "dash" ? "5 3" : "none";
  return svg("line", { x1: x, x2: x + 16, y1: y, y2: y, stroke: colour, "stroke-width": 3, "stroke-dasharray": dash });
}

// Pictures from left to right in columns of the same width, row under row.
export function together(pictures: SVGSVGElement[], width: number, columns = 1, gap = 16): SVGSVGElement {
  const rows: SVGSVGElement[][] = [];
  pictures.forEach((picture, k) => (k % columns === 0 ? rows.push([picture]) : rows.at(-1)!.push(picture)));
  const step = (width + gap) / columns;
  let y = 0;
  for (const row of rows) {
    row.forEach((picture, k) => place(picture, k * step, y));
    y += Math.max(...row.map(heightOf)) + (columns > 1 ? gap : 0);
  }
  return canvas(width, y + 4, ...pictures); // an axis of Plot sets its name on the edge: room for the tails of its letters
}

// A picture inside another keeps the size that it was drawn in, whatever the style sheet says of pictures.
function place(picture: SVGSVGElement, x: number, y: number): void {
  const width = Number(picture.getAttribute("width"));
  picture.setAttribute("x", String(x));
  picture.setAttribute("y", String(y));
  picture.style.cssText += `;width:${width}px;height:${heightOf(picture)}px;max-width:none;overflow:visible`;
}

function heightOf(picture: SVGSVGElement): number {
  return Number(picture.getAttribute("height"));
}
