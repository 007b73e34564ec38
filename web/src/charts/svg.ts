// SPDX-License-Identifier: Apache-2.0
// Small means for pictures written by hand: elements, words that fit a width, ticks of an axis.
export type Attributes = Record<string, string | number>;
export const textSize = 12; // px, of all words in these pictures; nothing is smaller than 11

export function element(tag: string, attributes: Attributes = {}, ...children: (Node | string)[]): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

export function picture(width: number, height: number, ...children: Node[]): SVGSVGElement {
  const size = { width, height: Math.ceil(height), viewBox: `0 0 ${width} ${Math.ceil(height)}` };
  return element("svg", { ...size, "font-size": textSize, fill: "currentColor" }, ...children) as SVGSVGElement;
}

export function line(x1: number, y1: number, x2: number, y2: number, attributes: Attributes = {}): SVGElement {
  return element("line", { x1, y1, x2, y2, stroke: "var(--line)", ...attributes });
}

export function words(text: string, x: number, y: number, attributes: Attributes = {}): SVGElement {
  return element("text", { x, y, ...attributes }, text);
}

// Lines of text, the first on `y`.
export function block(lines: string[], x: number, y: number, attributes: Attributes = {}, step = textSize + 3): SVGElement {
  return element("g", {}, ...lines.map((text, k) => words(text, x, y + k * step, attributes)));
}

let pen: CanvasRenderingContext2D | null = null;
export function widthOf(text: string, size = textSize, weight = "400"): number {
  pen ??= document.createElement("canvas").getContext("2d");
  if (!pen) return text.length * size; // wide enough for any script
  pen.font = `${weight} ${size}px ${getComputedStyle(document.documentElement).fontFamily}`;
  return pen.measureText(text).width;
}

// Chinese breaks anywhere but before a stop, other scripts between words.
const pieces = /[\u3000-\u9fff\uff00-\uffef][，。；：、）》”！？]*\s*|[^\s\u3000-\u9fff\uff00-\uffef]+\s*/g;

// Lines no wider than `width`, at most `most`; what does not fit ends in "…" and stands in full in the table.
export function wrapped(text: string, width: number, most = 2, size = textSize, weight = "400"): string[] {
  const lines = [""];
  for (const piece of text.match(pieces) ?? []) {
    const longer = lines[lines.length - 1] + piece;
    if (lines[lines.length - 1] !== "" && widthOf(longer.trimEnd(), size, weight) > width) lines.push(piece);
    else lines[lines.length - 1] = longer;
  }
  const cut = lines.length > most;
  const kept = lines.slice(0, most).map((each) => each.trimEnd());
  return kept.map((each, k) => {
    const last = cut && k === most - 1;
    if (!last && widthOf(each, size, weight) <= width) return each;
    let short = each;
    while (short.length > 1 && widthOf(`${short}…`, size, weight) > width) short = short.slice(0, -1);
    return `${short.trimEnd()}…`;
  });
}

// Round numbers within [low, high], about `count` of them: 1, 2 or 5 times a power of ten apart.
export function ticks(low: number, high: number, count: number): number[] {
  const rough = (high - low) / Math.max(1, count);
  if (!(rough > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, k) => Number(((first + k) * step).toPrecision(12)));
}

// Places along a line moved apart so that neighbours keep their distance, in the order given (ascending), within bounds.
export function apart(places: number[], distance: number, low: number, high: number): number[] {
  const moved = [...places];
  for (let k = 0; k < moved.length; ++k) moved[k] = Math.max(moved[k]!, k === 0 ? low : moved[k - 1]! + distance);
  for (let k = moved.length - 1; k >= 0; --k)
    moved[k] = Math.min(moved[k]!, k === moved.length - 1 ? high : moved[k + 1]! - distance);
  return moved;
}
