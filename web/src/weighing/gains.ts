// SPDX-License-Identifier: Apache-2.0
// What a package is worth to the parties in one draw, as the program has it (docs/model.md, 7):
//   V_i = (r U_i + h (W_i° - relapse_i - liability_i)) / (r + h)
//   G_i = V_i - W_i - audience_i (1 - chance to pass) - ties
import { scalar, type Cells, type Weighing } from "./decode";

const clamp = (x: number, low: number, high: number) => Math.min(high, Math.max(low, x));
const has = (cell: Cells[number], options: readonly number[]) => options[cell[0]] === cell[1];

export function hasAll(cells: Cells, options: readonly number[]): boolean {
  return cells.every((cell) => has(cell, options));
}

// True where, for every issue that the cells name, the package has one of them.
export function hasOneOfEach(cells: Cells, options: readonly number[]): boolean {
  return cells.every(([issue]) => cells.some((cell) => cell[0] === issue && has(cell, options)));
}

// A rule that the package breaks: its `when` is all there, and of its `then` nothing.
export function brokenRules(weighing: Weighing, options: readonly number[]) {
  return weighing.table.rules.filter(
    (rule) => hasAll(rule.when, options) && !rule.then.some((cell) => has(cell, options)),
  );
}

// Whether a party must accept: it signs every deal, or the package spends its means. Without a stake it is never asked.
export function mustAccept(weighing: Weighing, options: readonly number[], party: number): boolean {
  const { table, row } = weighing;
  if ((row[party] ?? -1) < 0) return false;
  return table.signs.includes(party) || options.some((o, k) => table.spends[table.first[k]! + o]!.includes(party));
}

// Fills weighing.gains and weighing.passing (row) for the package in a draw; returns the hazard of breaking per year.
export function weighDraw(weighing: Weighing, options: readonly number[], draw: number): number {
  const { table, row, gains, passing, links, again, worth } = weighing;
  const chosen = (weighing.chosen = options.map((o, k) => table.first[k]! + o));
  const sum = (values: Float32Array, at: number) => chosen.reduce((total, cell) => total + values[at + cell]!, 0);
  const of = (name: string) => scalar(weighing.draw, draw, 0, name);
  const own = (r: number, name: string) => scalar(weighing.party, draw, r, name);
  const rows = table.parties.length;
  const here = draw * table.cells;

  links.fill(0);
  table.links.forEach((link, l) => {
    const r = row[link.party]!;
    if (r >= 0 && hasAll(link.when, options)) links[r]! += weighing.link_value[draw * table.links.length + l]!;
  });

  // War after the peace has broken: from the package's line, with the balance that it made; linear in both about
  // today's front, and never further from today's value than what is at stake.
  const front = of("front");
  const moved = (chosen.some((cell) => table.front_named[cell]) ? sum(weighing.front, here) : front) - front;
  const balance = sum(weighing.balance, here);
  for (let r = 0; r < rows; ++r) {
    const stake = own(r, "stake");
    worth[r] = sum(weighing.utility, (draw * rows + r) * table.cells) + links[r]!;
    again[r] =
      own(r, "fight_on") + clamp(own(r, "by_position") * moved + own(r, "by_balance") * balance, -stake, stake);
  }

  let temptation = 0;
  for (const party of table.sides) {
    const r = row[party]!;
    if (r >= 0) temptation += Math.max(0, again[r]! - worth[r]!) / own(r, "stake");
  }
  const watched = of("hold.watch_effect") * Math.min(1, sum(weighing.watch, here));
  const ease = of("hold.temptation") * temptation - sum(weighing.hold, here) - watched;
  const bare = of("hold.breakdown") * (options.some((o, k) => table.core[k] && o === 0) ? of("hold.ceasefire") : 1);
  const hazard = table.breakdown ? bare * Math.exp(clamp(ease, -8, 4)) : 0;

  passing.fill(1);
  table.audiences.forEach((audience, a) => {
    const r = row[audience.party]!;
    if (r >= 0) passing[r]! *= 1 + against(weighing, options, draw, a, links[r]!);
  });
  for (let r = 0; r < rows; ++r) {
    passing[r] = 1 / passing[r]!;
    const party = table.parties[r]!;
    const bound = chosen.filter((cell) => table.bound[cell]!.includes(party)).length;
    const broken = hazard / (own(r, "discount") + hazard);
    const lost = own(r, "relapse") + own(r, "liability") * Math.min(1, bound);
    gains[r] = worth[r]! + broken * (again[r]! - worth[r]! - lost) - own(r, "walk_away") - own(r, "tied");
    if (table.ratify) gains[r]! -= own(r, "audience_cost") * (1 - passing[r]!);
  }
  return hazard;
}

// exp(-(U_a - threshold) / scale) of an audience, 0 where it is not asked: it passes with the chance 1 / (1 + that).
function against(weighing: Weighing, options: readonly number[], draw: number, a: number, link: number): number {
  const { table, chosen } = weighing;
  const { only_when } = table.audiences[a]!;
  if (only_when.length > 0 && !hasOneOfEach(only_when, options)) return 0;
  const at = (draw * table.audiences.length + a) * table.cells;
  const utility = chosen.reduce((total, cell) => total + weighing.audience_utility[at + cell]!, link);
  const over = utility - scalar(weighing.audience, draw, a, "threshold");
  return Math.exp(Math.min(-over * scalar(weighing.audience, draw, a, "per_scale"), 20));
}
