// SPDX-License-Identifier: Apache-2.0
// Shares of endings of one or two studies: a mark for the share, a line for its interval, one row for each study. The
// studies differ in shape, fill and colour; names stand above their rows, so that it reads on a narrow page.
import * as Plot from "@observablehq/plot";
import { partyColour } from "../colours";
import type { Said } from "../data";
import type { Outcome } from "../desk/summaries";

type Say = (en: string, zh: string) => string;
const height_of_name = 22;
const height_of_row = 16;
export const studyColour = [partyColour(0), partyColour(5)];

export function endingsBeside(outcomes: Outcome[], studies: string[], width: number, said: (phrase: Said) => string, say: Say) {
  const step = height_of_name + height_of_row * studies.length;
  const marks = outcomes.flatMap((outcome, k) =>
    outcome.shares.flatMap((share, study) =>
      share === undefined || share.share === null
        ? []
        : [{ y: k * step + height_of_name + (study + 0.5) * height_of_row, study, share: share.share, low: share.low ?? share.share, high: share.high ?? share.share }],
    ),
  );
  const most = Math.max(0.05, ...marks.map((mark) => mark.high));
  const of = (study: number) => marks.filter((mark) => mark.study === study);
  const names = outcomes.map((outcome, k) => ({ y: k * step + height_of_name * 0.6, name: said(outcome.name) }));
  return Plot.plot({
    width,
    height: outcomes.length * step + 50,
    marginLeft: 12,
    marginRight: 16,
    marginTop: 4,
    marginBottom: 42,
    style: { background: "transparent", fontSize: "13px" },
    x: { domain: [0, Math.min(1, most * 1.05)], percent: false, tickFormat: (x: number) => `${+(x * 100).toFixed(1)} %`, ticks: Math.max(3, Math.floor(width / 110)), label: say("share of histories", "模拟比例"), labelArrow: "none" },
    y: { domain: [0, outcomes.length * step], range: [4, outcomes.length * step + 4], axis: null },
    marks: [
      Plot.gridX({ ticks: Math.max(3, Math.floor(width / 110)) }),
      Plot.ruleX([0]),
      Plot.text(names, { x: 0, y: "y", text: "name", textAnchor: "start", dx: 4, fontWeight: 600, stroke: "var(--ground)", strokeWidth: 4, fill: "currentColor" }),
      ...studies.flatMap((_, study) => [
        Plot.ruleY(of(study), { x1: "low", x2: "high", y: "y", stroke: studyColour[study]!, strokeWidth: 3 }),
        Plot.dot(of(study), { x: "share", y: "y", r: 5, symbol: study === 0 ? "circle" : "diamond", fill: study === 0 ? studyColour[0]! : "var(--ground)", stroke: studyColour[study]!, strokeWidth: 2 }),
      ]),
    ],
  });
}
