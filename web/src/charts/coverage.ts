// SPDX-License-Identifier: Apache-2.0
// How much of each cell of a matrix rests on sources: a bar of cited (filled, tall), assumed (filled, half as tall) and
// missing numbers (outlined), all bars of one length, with "cited / all" in words.
import { block, element, line, picture, textSize, wrapped, words } from "./svg";

export interface Cover {
  cited: number;
  assumed: number;
  missing: number;
}
export interface CoverMatrix {
  columns: string[]; // none: one bar for each row
  rows: { name: string; cells: (Cover | null)[] }[];
  key: [string, string, string]; // cited, assumed, missing
}

const step = textSize + 3;
const tall = 14;
const citedColour = "#0072B2";
const assumedColour = "#E69F00";

export function coverage(matrix: CoverMatrix, width: number): SVGSVGElement {
  const narrow = width < 600;
  const names = narrow ? 0 : Math.min(230, width * 0.22);
  const column = (width - names) / Math.max(1, matrix.columns.length);
  const key = keyOf(matrix.key, width);
  const parts: Node[] = [key.drawn];
  const heads = matrix.columns.map((name) => wrapped(name, column - 6, 3, textSize, "600"));
  let y = key.bottom + 16;
  heads.forEach((lines, c) => parts.push(block(lines, names + c * column, y, { "font-weight": 600 })));
  if (heads.length > 0) y += Math.max(...heads.map((lines) => lines.length)) * step - 4;
  for (const row of matrix.rows) {
    const name = wrapped(row.name, narrow ? width : names - 10, narrow ? 2 : 3);
    parts.push(line(0, y, width, y), block(name, 0, y + 18));
    const at = narrow ? y + name.length * step + 6 : y + 6;
    row.cells.forEach((cell, c) => cell && parts.push(bar(cell, names + c * column, at, column)));
    y = Math.max(y + name.length * step + 10, at + tall + (column < 130 ? 22 : 10));
  }
  return picture(width, y + 2, ...parts);
}

// The bar leaves room for its words beside it, or stands above them where the column is narrow.
function bar(cell: Cover, x: number, y: number, column: number): SVGElement {
  const all = cell.cited + cell.assumed + cell.missing;
  const below = column < 130;
  const unit = (column - (below ? 10 : 84)) / Math.max(1, all);
  const parts: Node[] = [];
  let at = x;
  (["cited", "assumed", "missing"] as const).forEach((kind) => {
    if (cell[kind] > 0) parts.push(piece(kind, at, y, cell[kind] * unit));
    at += cell[kind] * unit;
  });
  const text = `${cell.cited} / ${all}`;
  parts.push(below ? words(text, x, y + tall + 14) : words(text, at + 6, y + tall - 2));
  return element("g", {}, ...parts);
}

function piece(kind: keyof Cover, x: number, y: number, width: number): SVGElement {
  if (kind === "cited") return element("rect", { x, y, width, height: tall, fill: citedColour });
  if (kind === "assumed") return element("rect", { x, y: y + tall / 2, width, height: tall / 2, fill: assumedColour });
  const inside = Math.max(0.5, width - 2);
  return element("rect", { x: x + 1, y: y + 1, width: inside, height: tall - 2, fill: "none", stroke: "currentColor", "stroke-dasharray": "2 2" });
}

function keyOf(names: [string, string, string], width: number): { drawn: SVGElement; bottom: number } {
  const column = Math.min(220, width / 3);
  const lines = names.map((name) => wrapped(name, column - 34, 2));
  const parts = (["cited", "assumed", "missing"] as const).flatMap((kind, k) => [
    piece(kind, k * column, 4, 22),
    block(lines[k]!, k * column + 28, 16),
  ]);
  return { drawn: element("g", {}, ...parts), bottom: Math.max(...lines.map((each) => each.length)) * step + 8 };
}
