// SPDX-License-Identifier: Apache-2.0
import type { Evidence } from "../data";
import type { Speaker } from "../language";
import { informations, informationWords, reliabilities, reliabilityWords } from "../pages/evidence/words";
import { canvas, lineHeight, svg, words, wrapped } from "./drawing";

// Reliability of the source down, credibility of what it says across; a cell has the claims and, below, the numbers that
// rest on them. Darker: more numbers; a blank cell has neither.
export function gradeMatrix(evidence: Evidence, width: number, speaker: Speaker): SVGSVGElement {
  const wide = width >= 620;
  const size = wide ? 13 : 12;
  const left = wide ? 190 : 26;
  const cell = Math.floor(Math.min(110, (width - left) / informations.length));
  const heads = informations.map((grade) => (wide ? [grade, ...wrapped(informationWords(grade, speaker), cell - 8, 12)] : [grade]));
  const top = Math.max(...heads.map((lines) => lines.length)) * lineHeight(12) + 8;
  const high = 46;
  const most = Math.max(1, ...evidence.grades.map((grade) => grade.numbers));
  const drawn: SVGElement[] = heads.map((lines, k) => words(lines, left + (k + 0.5) * cell, 9, { size: 12, anchor: "middle" }));
  reliabilities.forEach((letter, row) => {
    const y = top + row * high;
    const name = wide ? `${letter}  ${reliabilityWords(letter, speaker)}` : letter;
    drawn.push(words(wrapped(name, left - 10, size), 0, y + high / 2, { size, weight: wide ? "normal" : "bold" }));
    informations.forEach((number, column) => {
      const grade = evidence.grades.find((each) => each.grade === letter + number);
      const x = left + column * cell;
      const fill = grade ? "#0072B2" : "none";
      const opacity = grade ? 0.1 + 0.4 * Math.sqrt(grade.numbers / most) : 1;
      drawn.push(svg("rect", { x: x + 1, y: y + 1, width: cell - 2, height: high - 2, fill, "fill-opacity": opacity, stroke: "var(--line)" }));
      if (!grade) return;
      drawn.push(words([String(grade.claims)], x + cell / 2, y + 14, { size: 14, weight: "bold", anchor: "middle" }));
      drawn.push(words([String(grade.numbers)], x + cell / 2, y + 32, { size: 12, anchor: "middle" }));
    });
  });
  return canvas(width, top + reliabilities.length * high + 2, ...drawn);
}
