// SPDX-License-Identifier: Apache-2.0
import type { ShareBar } from "./share_bars";
import { shareBars } from "./share_bars";
import { canvas, svg, together } from "./drawing";

// Blocks of bars, one an issue, in two columns where there is room; blocks are dealt so that the columns end level.
export function termBars(blocks: ShareBar[][], width: number): SVGSVGElement {
  const columns = width >= 860 ? 2 : 1;
  const gap = 40;
  const each = Math.floor((width - gap * (columns - 1)) / columns);
  const made = blocks.map((block) => shareBars(block, each, 1, true));
  const height = (picture: SVGSVGElement) => Number(picture.getAttribute("height")) + 14;
  const half = made.reduce((sum, picture) => sum + height(picture), 0) / columns;
  const dealt: SVGSVGElement[][] = [[]];
  let filled = 0;
  for (const picture of made) {
    if (dealt.length < columns && filled + height(picture) / 2 > half) dealt.push([]);
    dealt.at(-1)!.push(picture);
    filled += height(picture);
  }
  const spaced = (column: SVGSVGElement[]) =>
    together(column.flatMap((picture) => [picture, canvas(each, 14, svg("path", { d: `M0,6H${each}`, stroke: "var(--line)" }))]), each);
  return together(dealt.map(spaced), width, columns, gap);
}
