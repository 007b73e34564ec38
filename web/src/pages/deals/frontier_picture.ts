// SPDX-License-Identifier: Apache-2.0
// Gains of two parties by many packages: the frontier, the solutions, the texts, and what lies on the workbench.
import { element as svg, picture, ticks, widthOf } from "../../charts/svg";

export interface Mark {
  kind: "frontier" | "solution" | "text" | "bench";
  sign: string; // letters beside the mark
  x: number;
  y: number;
  chosen: boolean;
  choose: (() => void) | null;
}

const margin = { left: 58, right: 22, top: 24, bottom: 46 };

export function frontierPicture(marks: Mark[], width: number, names: [string, string]): SVGSVGElement {
  const height = Math.min(480, Math.max(300, width * 0.6));
  const range = (of: (mark: Mark) => number): [number, number] => {
    const [low, high] = [Math.min(0, ...marks.map(of)), Math.max(0, ...marks.map(of))];
    const room = 0.06 * Math.max(0.02, high - low);
    return [low - room, high + room];
  };
  const [x0, x1] = range((mark) => mark.x);
  const [y0, y1] = range((mark) => mark.y);
  const px = (x: number) => margin.left + ((x - x0) / (x1 - x0)) * (width - margin.left - margin.right);
  const py = (y: number) => height - margin.bottom - ((y - y0) / (y1 - y0)) * (height - margin.top - margin.bottom);
  const parts: Element[] = [];
  const words = (value: number) => (value === 0 ? "0" : `${value < 0 ? "−" : "+"}${Math.abs(value)}`);
  const small = { "font-size": 11 };
  const right = width - margin.right;
  const floor = height - margin.bottom;
  const rule = (tick: number) => ({ stroke: "currentColor", "stroke-opacity": tick === 0 ? 0.8 : 0.12 });
  for (const tick of ticks(x0, x1, width / 90)) {
    parts.push(svg("line", { x1: px(tick), x2: px(tick), y1: margin.top, y2: floor, ...rule(tick) }));
    parts.push(svg("text", { x: px(tick), y: floor + 16, "text-anchor": "middle", ...small }, words(tick)));
  }
  for (const tick of ticks(y0, y1, height / 60)) {
    parts.push(svg("line", { x1: margin.left, x2: right, y1: py(tick), y2: py(tick), ...rule(tick) }));
    parts.push(svg("text", { x: margin.left - 6, y: py(tick) + 4, "text-anchor": "end", ...small }, words(tick)));
  }
  parts.push(svg("text", { x: right, y: height - 8, "text-anchor": "end" }, `${names[0]} →`));
  parts.push(svg("text", { x: 4, y: 14 }, `↑ ${names[1]}`));
  const order = { frontier: 0, text: 1, solution: 2, bench: 3 };
  const sorted = [...marks].sort((a, b) => order[a.kind] - order[b.kind]);
  for (const mark of sorted) parts.push(markOf(mark, px(mark.x), py(mark.y)));
  parts.push(...signsOf(sorted.map((mark) => ({ sign: mark.sign, x: px(mark.x), y: py(mark.y) })), width));
  return picture(width, height, ...parts);
}

// Shape says the kind: dot, diamond, hollow square, ring; a chosen one has a dark edge.
function markOf(mark: Mark, x: number, y: number): Element {
  const edge = { stroke: mark.chosen ? "currentColor" : "var(--ground)", "stroke-width": mark.chosen ? 2.5 : 1 };
  const square = { x: x - 6, y: y - 6, width: 12, height: 12 };
  const shape =
    mark.kind === "frontier"
      ? svg("circle", { cx: x, cy: y, r: 5.5, fill: "#0072B2", ...edge })
      : mark.kind === "solution"
        ? svg("path", { d: `M${x} ${y - 8}L${x + 8} ${y}L${x} ${y + 8}L${x - 8} ${y}Z`, fill: "#E69F00", ...edge })
        : mark.kind === "text"
          ? svg("rect", { ...square, fill: "var(--ground)", stroke: "#CC79A7", "stroke-width": 3 })
          : svg("circle", { cx: x, cy: y, r: 11, fill: "none", stroke: "#D55E00", "stroke-width": 3 });
  if (mark.choose) {
    shape.setAttribute("style", "cursor:pointer");
    shape.addEventListener("click", mark.choose);
  }
  return shape;
}

// Signs of marks on one place are joined. Each then stands at the first corner of its mark that is free of other signs
// and marks, or else of other signs; where none is, it is joined to the nearest.
function signsOf(marks: { sign: string; x: number; y: number }[], width: number): Element[] {
  const places: typeof marks = [];
  for (const mark of marks) {
    if (mark.sign === "") continue;
    const there = places.find((place) => Math.hypot(place.x - mark.x, place.y - mark.y) < 4);
    if (there) there.sign += ` ${mark.sign}`;
    else places.push({ ...mark });
  }
  interface Sign {
    words: string;
    x: number; // its left edge
    y: number; // its base line
    wide: number;
  }
  const set: Sign[] = [];
  const meets = (one: Sign) => (other: Sign) =>
    one.x < other.x + other.wide + 3 && other.x < one.x + one.wide + 3 && Math.abs(one.y - other.y) < 15;
  const covers = (one: Sign, place: { x: number; y: number }) =>
    place.x > one.x - 8 && place.x < one.x + one.wide + 8 && place.y > one.y - 19 && place.y < one.y + 8;
  for (const { sign, x, y } of places) {
    const wide = widthOf(sign, 12, "600");
    const corners = [
      [x + 11, y - 7],
      [x + 11, y + 16],
      [x - 11 - wide, y - 7],
      [x - 11 - wide, y + 16],
    ] as const;
    const allowed = corners
      .map(([left, base]): Sign => ({ words: sign, x: left, y: base, wide }))
      .filter((one) => one.x > 0 && one.x + wide < width && !set.some(meets(one)));
    const free = allowed.find((one) => !marks.some((mark) => covers(one, mark))) ?? allowed[0];
    if (free || set.length === 0) set.push(free ?? { words: sign, x: corners[0][0], y: corners[0][1], wide });
    else {
      const far = (one: Sign) => Math.hypot(one.x - x, one.y - y);
      const near = set.reduce((best, one) => (far(one) < far(best) ? one : best));
      near.words += ` ${sign}`;
      near.wide = widthOf(near.words, 12, "600");
    }
  }
  const halo = { stroke: "var(--ground)", "stroke-width": 4, "paint-order": "stroke", "pointer-events": "none" };
  return set.map(({ words, x, y }) => svg("text", { x, y, ...halo, "font-weight": 600 }, words));
}
