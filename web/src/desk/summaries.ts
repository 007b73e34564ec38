// SPDX-License-Identifier: Apache-2.0
// summary.json of a study: what the futures page shows, and what made it.
import type { StudyLine } from "../api";
import { ask } from "../ask";
import type { Futures, Said, Share } from "../data";
import type { Made } from "../figure";
import { addressOf } from "../source";

export interface Summary extends Omit<Futures, "dossier"> {
  program: string;
  version: string;
  command: string;
  dossier: Made["dossier"];
  central: boolean; // every number at its centre
  protocol: string;
  off: string[];
  set?: string[];
  left_out: Said[];
}

export function summaryOf(study: string): Promise<Summary> {
  return ask<Summary>(`${addressOf(study)}/summary.json`);
}

// The seed is the list's: as a number of JSON a large one would lose its last digits.
export function madeOf(summary: Summary, line: StudyLine): Made {
  const { program, version, dossier, command } = summary;
  return { program, version, dossier, command, seed: line.seed };
}

export interface Outcome {
  id: string;
  name: Said;
  shares: (Share | undefined)[]; // (study)
}

// The endings of the studies in the order of the first, and last whether there was ever a settlement.
export function outcomesOf(summaries: Summary[]): Outcome[] {
  const names = new Map<string, Said>();
  for (const summary of summaries) for (const ending of summary.endings) names.set(ending.id, bothNames(names.get(ending.id), ending.name));
  const outcomes: Outcome[] = [...names].map(([id, name]) => ({
    id,
    name,
    shares: summaries.map((summary) => summary.endings.find((ending) => ending.id === id)),
  }));
  const ever: Said = { en: "ever a settlement, lasting or not", zh: "曾达成协议（无论是否维持）" };
  return [...outcomes, { id: "ever_settled", name: ever, shares: summaries.map((summary) => summary.deals.ever_settled) }];
}

// Endings of different dossiers name different parties: "Russia collapses / North collapses".
function bothNames(one: Said | undefined, other: Said): Said {
  if (!one || (one.en === other.en && one.zh === other.zh)) return one ?? other;
  return { en: `${one.en} / ${other.en}`, zh: `${one.zh} / ${other.zh}` };
}
