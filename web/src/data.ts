// SPDX-License-Identifier: Apache-2.0
// What the program hands to the pages: one object, inlined in a report (`Study`) or fetched section by section from
// `armistice serve`. The writer is armistice/output/pages/; a test of the program holds it to these names. Parties and
// issues are numbers throughout: places in `head.parties` and `head.issues`. Option 0 of an issue is "open".

export type Language = "en" | "zh";
export interface Said {
  en: string;
  zh: string;
}
// A quantity over draws of the dossier's numbers: mean, 5 % and 95 % quantile.
export interface Spread {
  mean: number;
  low: number;
  high: number;
}
export interface Range {
  low: number;
  high: number;
}
// A share of runs with its 90 % interval (Wilson); null where there is nothing to divide by.
export interface Share {
  runs: number;
  of: number;
  share: number | null;
  low: number | null;
  high: number | null;
}

export const pageIds = ["situation", "text", "deals", "futures", "models", "chronicle", "evidence"] as const;
export type PageId = (typeof pageIds)[number];

export interface PartyHead {
  id: string;
  name: Said;
  roles: string[];
  side: "A" | "B" | null;
  signs: boolean; // signs every deal
  stake: boolean; // values something
}
export interface IssueHead {
  id: string;
  name: Said;
  core: boolean; // a deal that leaves it open is a ceasefire
  options: { id: string; name: Said }[]; // [0] is open
}
export interface Head {
  program: string;
  version: string;
  dossier: { id: string; title: Said; hash: string; as_of: string; handling: string };
  seed: string; // up to 2^64 - 1, hence no number
  command: string; // that gives the study again
  runs: number;
  weeks: number;
  off: string[];
  set: string[]; // numbers changed for this study, "path=value"
  protocol: string;
  made: string; // UTC, of this file
  lang: Language; // to begin with
  pages: PageId[]; // that are there
  parties: PartyHead[];
  issues: IssueHead[];
  confidence: { level: Said; why: Said };
  knobs: { all: number; cited: number; drawn: number };
  warnings: Said[]; // in plain words: not converged, assumed numbers
  left_out: Said[]; // what the model leaves out
}

// ---- Situation --------------------------------------------------------------------------------------------------
export interface Stand {
  party: number;
  issue: number;
  weight: Spread; // share of the party's weights that the issue has
  worth: (Spread | null)[]; // (option) from 0, what the party likes least, to 1; null: not valued
  red: boolean[]; // (option) its red lines
  best: number; // the option that is liked best at the centre, leaving the issue open aside
  cited: number;
  assumed: number;
  missing: number; // numbers behind this cell
}
export interface Situation {
  draws: number;
  stands: Stand[];
  own: { party: number; cited: number; assumed: number; missing: number }[]; // each party's own numbers
  parts: { part: string; cited: number; assumed: number; missing: number }[];
  walk_away: (Spread | null)[]; // (party) what fighting on is worth, utility
}

// ---- Text -------------------------------------------------------------------------------------------------------
export interface Change {
  issue: number;
  from: number;
  to: number;
}
export interface PartyDeal {
  must: boolean; // its acceptance is needed
  gain: Spread;
  loses: number; // share of draws
  blocks: number; // share of draws in which it has the least gain and loses
  ratifies: number; // mean chance that its audiences pass it
}
export interface Deal {
  package: number[]; // (issue) option
  passes: number; // share of draws in which nobody who must accept loses
  passes_range: Range; // Wilson, 95 %
  least: number; // mean least gain
  ratified: number;
  carried: number; // passes and is ratified
  years: Spread; // would last
  party: (PartyDeal | null)[]; // (party) null: no stake
}
export interface ClauseView {
  issue: number;
  option: number;
  likes: (number | null)[]; // (party) share of draws in which it likes it at least as well as leaving it open
  red: boolean[]; // (party)
  consensus: boolean;
  said: { number: number; text: Said; sources: string[] }[]; // the text's own clauses behind it
}
export interface ChangedText {
  changes: Change[];
  all_tried: boolean;
  enough: boolean;
  movement: number;
  deal: Deal;
}
export interface TextPage {
  id: string;
  name: Said;
  date: string;
  options: number[]; // (issue)
  all_accept: number; // chance that all who must accept say yes, asked once
  accept: (Spread | null)[]; // (party) the same for each
  as_is: Deal;
  clauses: ClauseView[];
  other: { number: number; text: Said; sources: string[] }[]; // clauses that touch no issue
  steps: ChangedText[]; // the best by number of changed clauses
  smallest: ChangedText[]; // enough with the fewest clauses; empty: none found
  compensations: {
    party: number;
    clause: Change;
    loss: number;
    given: Change[];
    worth: number;
    dearest: number | null; // who pays most
    price: number;
  }[];
}
export interface Texts {
  draws: number;
  share: number; // of draws in which a changed text must pass
  texts: TextPage[];
}

// ---- Deals ------------------------------------------------------------------------------------------------------
// What weighing a package needs, draw by draw: web/src/weigh.ts computes gains from it as the program does
// (docs/model.md, 7). Arrays are float32, little endian, base64.
export interface WeighingTable {
  draws: number;
  first: number[]; // (issue) its first cell; cell = first[issue] + option
  cells: number;
  signs: number[]; // parties that sign every deal
  parties: number[]; // parties with a stake: the rows of `utility`
  spends: number[][]; // (cell) parties whose means the option spends: they must accept
  bound: number[][]; // (cell) guarantors who must fight under it
  core: boolean[]; // (issue)
  front_named: boolean[]; // (cell) the option says where the line lies
  links: { party: number; when: [number, number][] }[]; // issue, option
  audiences: { party: number; only_when: [number, number][] }[];
  rules: { when: [number, number][]; then: [number, number][]; why: string }[];
  sides: number[]; // the two parties at war
  ratify: boolean; // whether failing at home costs a leader anything
  breakdown: boolean; // whether deals can break
  utility: string; // (draw, party of `parties`, cell)
  audience_utility: string; // (draw, audience, cell)
  hold: string; // (draw, cell)
  watch: string; // (draw, cell)
  balance: string; // (draw, cell)
  front: string; // (draw, cell)
  link_value: string; // (draw, link)
  scalars: string; // (draw, scalar) in the order of scalar_names
  scalar_names: string[]; // front, hold.temptation, hold.watch_effect, hold.breakdown, hold.ceasefire
  party_scalars: string; // (draw, party of `parties`, scalar)
  party_scalar_names: string[]; // fight_on, by_position, by_balance, stake, walk_away, discount, relapse, liability, tied, audience_cost (with today's leader)
  audience_scalars: string; // (draw, audience, scalar)
  audience_scalar_names: string[]; // threshold, per_scale
}
export interface PairFrontier {
  a: number;
  b: number;
  points: { package: number[]; gain: (number | null)[] }[]; // (party), ascending in a's gain
  proved: boolean; // every package that nobody need refuse was looked at
}
export interface Deals {
  draws: number;
  zone: { found: number; ruled_out: number; open: number; range: Range; least: Spread; blocker: number[] };
  packages: number; // of the whole space, constraints aside
  robust: Deal[];
  common: { issue: number; option: number; share: number }[];
  common_of: number;
  central: {
    least: number;
    bound: number;
    proved: boolean;
    rational: number;
    counted: boolean;
    points: { name: string; value: number; package: number[]; gain: (number | null)[]; proved: boolean }[];
    pairs: PairFrontier[];
  };
  table: WeighingTable;
  check: Deal[]; // packages weighed by the program on the table's own draws: the pages' weighing must agree
}

// ---- Futures: summary.json of the study (docs/study.md) ------------------------------------------------------------
export interface Quantiles {
  q05: number | null;
  q25: number | null;
  q50: number | null;
  q75: number | null;
  q95: number | null;
}
export type By = Share & { week: number; date: string };
export interface Futures {
  runs: number;
  weeks: number;
  dossier: { as_of: string };
  endings: (Share & {
    id: string;
    name: Said;
    likelihood: Said;
    weeks: { q25: number | null; q50: number | null; q75: number | null };
    dates: { q25: string | null; q50: string | null; q75: string | null };
    by: By[];
  })[];
  deals: { ever_settled: Share; settled_by: By[]; ceased_by: By[] };
  terms: { issue: string; name: Said; options: { option: string; name: Said; settlements: Share; ceasefires: Share }[] }[];
  zone: { found: Share; distance: Quantiles; blockers: { party: string; name: Said; share: Share }[]; note: Said };
  process: { meetings: number; refusals: number; ceasefires_broken: number };
  over_time: { weeks: number; endings: Record<string, (number | null)[]>; going_on: number[] };
  series: {
    name: string; // "front.position", "side.A.will" ...
    unit: string;
    q05: (number | null)[];
    q25: (number | null)[];
    q50: (number | null)[];
    q75: (number | null)[];
    q95: (number | null)[];
  }[];
  outside: {
    source: string;
    age_days: number;
    wars: number;
    as_long: number;
    rows: { law: string; within: { weeks: number; chance: number | null; low: number | null; high: number | null }[] }[];
    spread: { weeks: number; low: number | null; high: number | null }[];
  };
  warnings: Said[];
}

// ---- Models -----------------------------------------------------------------------------------------------------
export interface ModelForecast {
  name: string;
  title: Said;
  source: string;
  forecast: (number | null)[]; // (scale) null: cannot tell
  over_inputs: ({ low: number; median: number; high: number } | null)[]; // (scale)
  refused: Said | null; // why it has no forecast; null: it has one
}
export interface ConflictView {
  title: Said;
  parties: Said[];
  options: { name: Said; party: number }[];
  rule: Said;
  states: { index: number; code: string; name: Said; status_quo: boolean }[];
  notions: string[];
  stable: number[][][]; // (notion)(party)(place in states) 0 unstable, 1 stable, 2 strongly so
  equilibrium: boolean[][]; // (notion)(place in states)
  reasons: { state: number; party: number; notions: string[]; stable: boolean; why: Said }[]; // state: its index
}
export interface Models {
  predict: {
    draws: number;
    scales: { issue: number; places: { at: number; option: number }[] }[]; // 0: as side B wants it, 100: as side A
    models: ModelForecast[];
    yardstick: ModelForecast; // the weighted mean
    over_models: ({ models: number; low: number; median: number; high: number } | null)[];
    notes: Said[];
  } | null; // null: there is nothing to predict
  stability: ConflictView | null; // null: the dossier has no graph
}

// ---- Chronicle --------------------------------------------------------------------------------------------------
export interface RunTold {
  run: number;
  ending: string; // id, as in futures.endings
  week: number | null; // in which it was over, or a deal that holds came into force; null: neither within the horizon
  entries: { week: number; text: Said }[];
}
export interface Chronicle {
  endings: { id: string; name: Said; runs: number }[]; // of the whole study
  runs: RunTold[]; // the first runs of each ending
}

// ---- Evidence ---------------------------------------------------------------------------------------------------
export interface Evidence {
  sources: {
    id: string;
    title: string;
    author: string;
    publisher: string;
    date: string;
    reliability: string; // A to F
    licence: string;
  }[];
  claims: {
    id: string;
    source: string;
    locator: string;
    claim: string;
    information: string; // 1 to 6
    fingerprint: string;
    used: number[]; // places in `numbers`
  }[];
  numbers: {
    path: string;
    value: string;
    unit: string;
    meaning: string;
    from: "cited" | "assumed" | "left out" | "set by hand" | "none"; // by hand: for this study; none: an effect that is not there
    sources: string[];
  }[];
  grades: { grade: string; claims: number; numbers: number }[];
  events: { id: string; name: Said; date: string; known: string; kind: string; sources: string[] }[];
}

export interface Study {
  head: Head;
  situation?: Situation;
  text?: Texts;
  deals?: Deals;
  futures?: Futures;
  models?: Models;
  chronicle?: Chronicle;
  evidence?: Evidence;
}
