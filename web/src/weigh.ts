// SPDX-License-Identifier: Apache-2.0
// The program's weighing of a package over draws of the dossier's numbers, here so that a reader may try clauses at
// once. A twin, not a second opinion: `deals.check` holds packages that the program weighed on the same draws, and
// tests/weigh.spec.ts compares them.
import type { PartyDeal, Range, Spread, WeighingTable } from "./data";
import type { Weighing } from "./weighing/decode";
import { brokenRules, mustAccept, weighDraw } from "./weighing/gains";

export { decode, type Weighing } from "./weighing/decode";
export { brokenRules, hasOneOfEach, mustAccept } from "./weighing/gains";

export interface Weighed {
  package: number[]; // (issue) option
  allowed: boolean;
  broken: WeighingTable["rules"]; // that the package breaks
  passes: number; // share of draws in which nobody who must accept loses; 0 where it is not allowed
  passes_range: Range; // Wilson, 95 %
  least: number; // mean least gain of those who must accept
  years: Spread; // would last
  party: (PartyDeal | null)[]; // (party) null: no stake
  ratified: number; // mean chance that the audiences of all who must accept pass it
  carried: number; // passes and is ratified
}

export function weighPackage(weighing: Weighing, options: readonly number[]): Weighed {
  const { table, row, gains, passing } = weighing;
  const { draws, parties } = table;
  const share = 1 / draws;
  const broken = brokenRules(weighing, options);
  const allowed = broken.length === 0;
  const must = parties.map((party) => mustAccept(weighing, options, party));
  const gain = parties.map(() => new Float64Array(draws));
  const loses = parties.map(() => 0);
  const blocks = parties.map(() => 0);
  const ratifies = parties.map(() => 0);
  const years = new Float64Array(draws);
  let least = 0;
  let ratified = 0;
  let carried = 0;
  let passed = 0;
  for (let draw = 0; draw < draws; ++draw) {
    years[draw] = 1 / Math.max(1e-4, weighDraw(weighing, options, draw));
    let worst = 2; // where nobody must accept
    let who = -1;
    let all = 1;
    for (let r = 0; r < parties.length; ++r) {
      const g = gains[r]!;
      gain[r]![draw] = g;
      if (g < 0) loses[r]! += share;
      ratifies[r]! += passing[r]! * share;
      if (!must[r]) continue;
      all *= passing[r]!;
      if (g < worst) [worst, who] = [g, r];
    }
    least += worst * share;
    ratified += all * share;
    if (worst >= 0) passed += 1;
    else blocks[who]! += share;
    if (worst >= 0 && allowed) carried += all * share;
  }
  const counted = allowed ? passed : 0;
  return {
    package: [...options],
    allowed,
    broken,
    passes: counted * share,
    passes_range: wilson(counted, draws),
    least,
    years: spreadOf(years),
    party: row.map((r) =>
      r < 0
        ? null
        : { must: must[r]!, gain: spreadOf(gain[r]!), loses: loses[r]!, blocks: blocks[r]!, ratifies: ratifies[r]! },
    ),
    ratified,
    carried,
  };
}

// Mean, 5 % and 95 % quantile (linear between neighbours); sorts what it is given.
export function spreadOf(values: Float64Array): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  values.sort();
  const quantile = (share: number) => {
    const place = share * (values.length - 1);
    const below = Math.floor(place);
    const low = values[below]!;
    return low + (values[Math.min(below + 1, values.length - 1)]! - low) * (place - below);
  };
  return { mean, low: quantile(0.05), high: quantile(0.95) };
}

// Wilson's interval at 95 % (1927): 24 of 48 gives 0.364 to 0.636.
export function wilson(hits: number, trials: number): Range {
  const z = 1.959963984540054;
  const share = hits / trials;
  const weight = 1 + (z * z) / trials;
  const centre = (share + (z * z) / (2 * trials)) / weight;
  const half = (z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials))) / weight;
  return { low: hits === 0 ? 0 : centre - half, high: hits === trials ? 1 : centre + half };
}
