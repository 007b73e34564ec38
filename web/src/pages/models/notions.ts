// SPDX-License-Identifier: Apache-2.0
import type { Speaker } from "../../language";

// What the notions of stability ask of a party, in one sentence each (Fang, Hipel and Kilgour 1993).
const meanings: Record<string, [string, string]> = {
  Nash: ["no move of its own leads to a state that it prefers", "自己没有任何一步能走到更好的状态"],
  GMR: [
    "whatever better state it moves to, others can answer so that it is no better off",
    "无论走到哪个更好的状态，别人总能回应，使它并不更好",
  ],
  SMR: ["the same, and it cannot escape the answer", "同上，而且回应之后它无法脱身"],
  SEQ: ["the same as GMR, by answers that do those who give them good", "同 GMR，但回应必须对回应者自己有利"],
  SSEQ: ["the same as SEQ, and it cannot escape the answer", "同 SEQ，而且回应之后它无法脱身"],
};

export function meaningOf(notion: string, { say }: Speaker): string {
  const known = meanings[notion];
  return known ? say(...known) : "";
}

// The shortest beginnings of names that tell them apart: "R", "Uk", "Un".
export function shortNames(names: string[]): string[] {
  return names.map((name, k) => {
    const letters = [...name];
    const others = names.filter((_, other) => other !== k);
    for (let length = 1; length < letters.length; ++length) {
      const short = letters.slice(0, length).join("");
      if (!others.some((other) => other.startsWith(short))) return short;
    }
    return name;
  });
}
