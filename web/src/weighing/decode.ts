// SPDX-License-Identifier: Apache-2.0
// The table of the weighing, unpacked: float32 numbers from base64, with the places of everything in them.
import type { WeighingTable } from "../data";

export type Cells = [issue: number, option: number][];

// Named columns of one kind of thing, in every draw: of(draw, thing)[name].
export interface Scalars {
  things: number;
  names: number;
  place: Record<string, number>;
  values: Float32Array;
}

export interface Weighing {
  table: WeighingTable;
  issues: number;
  all: number; // parties of the dossier, as far as the table names any
  row: number[]; // (party) its row among those with a stake, -1 for none
  utility: Float32Array; // (draw, row, cell)
  audience_utility: Float32Array; // (draw, audience, cell)
  hold: Float32Array; // (draw, cell), and so the next three
  watch: Float32Array;
  balance: Float32Array;
  front: Float32Array;
  link_value: Float32Array; // (draw, link)
  draw: Scalars;
  party: Scalars;
  audience: Scalars;
  // Room for one draw, so that weighing makes no garbage: by row, and cells of the package.
  chosen: number[];
  gains: Float64Array;
  passing: Float64Array;
  links: Float64Array;
  again: Float64Array;
  worth: Float64Array;
}

// Throws where an array has not the length that the counts ask for: a table cut short would weigh nonsense.
export function decode(table: WeighingTable): Weighing {
  const { draws, cells, parties, audiences, links } = table;
  const rows = parties.length;
  const floats = (name: string, text: string, length: number) => {
    const values = floatsOf(text);
    if (values.length !== length) throw new Error(`${name}: ${values.length} numbers, ${length} are needed`);
    return values;
  };
  const scalars = (name: string, text: string, things: number, names: string[]): Scalars => ({
    things,
    names: names.length,
    place: Object.fromEntries(names.map((word, k) => [word, k])),
    values: floats(name, text, draws * things * names.length),
  });
  const named = [parties, table.signs, table.sides, ...table.spends, ...table.bound].flat();
  const all = Math.max(-1, ...named, ...links.map((link) => link.party), ...audiences.map((one) => one.party)) + 1;
  return {
    table,
    issues: table.first.length,
    all,
    row: Array.from({ length: all }, (_, party) => parties.indexOf(party)),
    utility: floats("utility", table.utility, draws * rows * cells),
    audience_utility: floats("audience_utility", table.audience_utility, draws * audiences.length * cells),
    hold: floats("hold", table.hold, draws * cells),
    watch: floats("watch", table.watch, draws * cells),
    balance: floats("balance", table.balance, draws * cells),
    front: floats("front", table.front, draws * cells),
    link_value: floats("link_value", table.link_value, draws * links.length),
    draw: scalars("scalars", table.scalars, 1, table.scalar_names),
    party: scalars("party_scalars", table.party_scalars, rows, table.party_scalar_names),
    audience: scalars("audience_scalars", table.audience_scalars, audiences.length, table.audience_scalar_names),
    chosen: [],
    gains: new Float64Array(rows),
    passing: new Float64Array(rows),
    links: new Float64Array(rows),
    again: new Float64Array(rows),
    worth: new Float64Array(rows),
  };
}

// A number of the table by its name; one that is not there is a fault of the table, not a zero.
export function scalar(scalars: Scalars, draw: number, thing: number, name: string): number {
  const place = scalars.place[name];
  if (place === undefined) throw new Error(`the table has no ${name}`);
  return scalars.values[(draw * scalars.things + thing) * scalars.names + place]!;
}

// float32, little endian on whatever machine reads it.
export function floatsOf(base64: string): Float32Array {
  const bytes = atob(base64);
  const view = new DataView(new ArrayBuffer(4));
  const values = new Float32Array(bytes.length / 4);
  for (let i = 0; i < values.length; ++i) {
    for (let b = 0; b < 4; ++b) view.setUint8(b, bytes.charCodeAt(4 * i + b));
    values[i] = view.getFloat32(0, true);
  }
  return values;
}
