// SPDX-License-Identifier: Apache-2.0
// Sums of endings, with the interval that the program gives single ones.
import type { Futures, Share } from "../../data";

const z90 = 1.6448536269514722;

// Wilson's 90 % interval (Wilson 1927), as in armistice/base: 209 of 2000 is 0.1045, 0.0938 to 0.1163.
export function wilson(runs: number, of: number): Share {
  if (of === 0) return { runs, of, share: null, low: null, high: null };
  const share = runs / of;
  const z2 = (z90 * z90) / of;
  const middle = (share + z2 / 2) / (1 + z2);
  const half = (z90 / (1 + z2)) * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of));
  return { runs, of, share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

// Histories that stand in one of these endings after so many weeks; null beyond the horizon.
export function standing(futures: Futures, week: number, in_one_of: (ending: string) => boolean): Share | null {
  if (week > futures.over_time.weeks) return null;
  const ids = Object.keys(futures.over_time.endings).filter(in_one_of);
  const share = ids.reduce((sum, id) => sum + (futures.over_time.endings[id]![week] ?? 0), 0);
  return wilson(Math.round(share * futures.runs), futures.runs);
}

export const fights = (ending: string) => ending === "fighting";
export const undecided = (ending: string) => ending === "fighting" || ending === "faded";
export const decided = (ending: string) => !undecided(ending); // in a deal, or over
export const quiet = (ending: string) => !fights(ending); // faded wars too
