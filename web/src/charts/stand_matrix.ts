// SPDX-License-Identifier: Apache-2.0
// What each party wants of each issue: a square as large as the issue's weight, the option liked best, and a cross with
// the number of options that are red lines. Where the page is narrow, parties stand one below the other.
import { block, element, line, picture, textSize, widthOf, words, wrapped } from "./svg";

export interface StandCell {
  weight: number; // share
  weightWords: string;
  best: string;
  reds: number; // red lines
}
export interface StandMatrix {
  parties: { name: string; colour: string }[];
  issues: string[];
  cells: (StandCell | null)[][]; // (issue)(party)
}

const step = textSize + 3;
const largest = 20; // px, side of the square of the largest weight

export function standMatrix(matrix: StandMatrix, width: number): SVGSVGElement {
  const names = Math.min(190, width * 0.2);
  const column = (width - names) / matrix.parties.length;
  return column >= 120 ? grid(matrix, width, names, column) : list(matrix, width);
}

function sideOf(matrix: StandMatrix): (weight: number) => number {
  const most = Math.max(...matrix.cells.flat().map((cell) => cell?.weight ?? 0), 1e-9);
  return (weight) => Math.max(1.5, largest * Math.sqrt(Math.max(0, weight) / most)); // area in proportion
}

function weightMark(x: number, y: number, side: number, colour: string): SVGElement {
  return element("rect", { x: x + (largest - side) / 2, y: y - side / 2, width: side, height: side, fill: colour });
}

function redMark(count: number, x: number, y: number): SVGElement {
  const arms = { d: `M${x} ${y - 5}l10 10m0 -10l-10 10`, stroke: "var(--bad)", "stroke-width": 2.5, fill: "none" };
  return element("g", {}, element("path", arms), words(String(count), x + 14, y + 4, { fill: "var(--bad)", "font-weight": 600 }));
}

function grid(matrix: StandMatrix, width: number, names: number, column: number): SVGSVGElement {
  const side = sideOf(matrix);
  const parts: Node[] = matrix.parties.map((party, p) =>
    words(party.name, names + p * column, 14, { "font-weight": 600 }),
  );
  let y = 24;
  matrix.issues.forEach((issue, i) => {
    const labels = matrix.cells[i]!.map((cell) => (cell ? wrapped(cell.best, column - 12, 3) : []));
    const name = wrapped(issue, names - 12, 4, textSize, "600");
    const height = Math.max(30 + Math.max(...labels.map((lines) => lines.length)) * step, name.length * step + 12);
    parts.push(line(0, y, width, y), block(name, 0, y + 18, { "font-weight": 600 }));
    matrix.cells[i]!.forEach((cell, p) => {
      if (!cell) return;
      const x = names + p * column;
      parts.push(weightMark(x, y + 14, side(cell.weight), matrix.parties[p]!.colour));
      parts.push(words(cell.weightWords, x + largest + 6, y + 18));
      if (cell.reds > 0) parts.push(redMark(cell.reds, x + largest + 18 + widthOf(cell.weightWords), y + 14));
      parts.push(block(labels[p]!, x, y + 38));
    });
    y += height;
  });
  return picture(width, y + 4, ...parts);
}

function list(matrix: StandMatrix, width: number): SVGSVGElement {
  const side = sideOf(matrix);
  const parts: Node[] = [];
  const names = Math.min(width * 0.26, 10 + Math.max(...matrix.parties.map((party) => widthOf(party.name))));
  const room = Math.max(...matrix.cells.flat().map((cell) => widthOf(cell?.weightWords ?? ""))) + 6;
  let y = 4;
  matrix.issues.forEach((issue, i) => {
    const name = wrapped(issue, width, 2, textSize, "600");
    parts.push(line(0, y, width, y), block(name, 0, y + 17, { "font-weight": 600 }));
    y += name.length * step + 8;
    matrix.cells[i]!.forEach((cell, p) => {
      if (!cell) return;
      const party = wrapped(matrix.parties[p]!.name, names - 6, 2);
      const x = names + largest + 4 + room;
      const label = wrapped(cell.best, width - x - 32, 3);
      parts.push(block(party, 0, y + 14), weightMark(names, y + 10, side(cell.weight), matrix.parties[p]!.colour));
      parts.push(words(cell.weightWords, names + largest + 4, y + 14), block(label, x, y + 14));
      if (cell.reds > 0) parts.push(redMark(cell.reds, width - 24, y + 10));
      y += Math.max(party.length, label.length) * step + 7;
    });
    y += 4;
  });
  return picture(width, y, ...parts);
}
