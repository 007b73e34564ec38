// SPDX-License-Identifier: Apache-2.0
// Colours that readers with any of the common colour deficiencies tell apart (Okabe and Ito 2008, Color Universal
// Design), on light and on dark ground. Parties and endings keep theirs on every page; a mark never rests on colour
// alone: labels, shapes or the table beside it say the same.
const okabeIto = ["#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#8C6D1F", "#7A7A7A"];

export function partyColour(party: number): string {
  return okabeIto[party % okabeIto.length]!;
}

const ofEnding: Record<string, string> = {
  settlement: "#009E73",
  broken: "#B5CF6B",
  ceasefire: "#56B4E9",
  a_aim: "#D55E00",
  b_aim: "#0072B2",
  a_collapse: "#CC79A7",
  b_collapse: "#F0E442",
  faded: "#8F8F8F",
  fighting: "#D9D9D9",
};
export function endingColour(id: string): string {
  return ofEnding[id] ?? "#7A7A7A";
}
