// SPDX-License-Identifier: Apache-2.0
import type { Quantiles } from "../data";
import { canvas, svg, words, wrapped, lineHeight } from "./drawing";

export interface StripWords {
  below: string; // left of zero
  above: string;
  axis: string;
}

// One quantity as a strip: 5 to 95 % a thin bar, 25 to 75 % a thick one, the median a stroke; zero divides.
export function quantileStrip(of: Quantiles, width: number, text: StripWords): SVGSVGElement {
  const ends = [of.q05, of.q95].map((value) => Math.abs(value ?? 0));
  const reach = Math.max(0.05, Math.ceil(Math.max(...ends) * 1.1 * 20) / 20);
  const x = (value: number) => 24 + ((value + reach) / (2 * reach)) * (width - 48);
  const half = width / 2 - 16;
  const below = wrapped(`← ${text.below}`, half, 12);
  const above = wrapped(`${text.above} →`, half, 12);
  const top = Math.max(below.length, above.length) * lineHeight(12) + 6;
  const y = top + 24;
  const drawn: SVGElement[] = [
    words(below, x(0) - 8, 8, { size: 12, anchor: "end" }),
    words(above, x(0) + 8, 8, { size: 12 }),
    svg("line", { x1: x(0), x2: x(0), y1: 0, y2: y + 24, stroke: "currentColor", "stroke-dasharray": "4 3" }),
  ];
  const bar = (low: number | null, high: number | null, thick: number, opacity: number) => {
    if (low === null || high === null) return;
    const size = { x: x(low), y: y - thick / 2, width: Math.max(1, x(high) - x(low)), height: thick };
    drawn.push(svg("rect", { ...size, fill: "#0072B2", "fill-opacity": opacity, stroke: "var(--soft)", "stroke-width": 0.7 }));
  };
  bar(of.q05, of.q95, 14, 0.35);
  bar(of.q25, of.q75, 26, 0.7);
  if (of.q50 !== null) {
    const path = `M${x(of.q50)},${y - 18}v36`;
    drawn.push(svg("path", { d: path, stroke: "var(--ground)", "stroke-width": 6 }), svg("path", { d: path, stroke: "currentColor", "stroke-width": 3 }));
  }
  const step = reach <= 0.1 ? 0.05 : reach <= 0.3 ? 0.1 : 0.25;
  for (let k = -Math.floor(reach / step); k <= Math.floor(reach / step); ++k)
    drawn.push(words([`${k < 0 ? "−" : ""}${Math.abs(k * step).toFixed(2)}`], x(k * step), y + 34, { size: 11, anchor: "middle", fill: "var(--soft)" }));
  const axis = wrapped(text.axis, width, 12);
  drawn.push(words(axis, width / 2, y + 52, { size: 12, anchor: "middle", fill: "var(--soft)" }));
  return canvas(width, y + 46 + axis.length * lineHeight(12), ...drawn);
}
