// SPDX-License-Identifier: Apache-2.0
// A long list in leaves of fifty: a page stays fast, and a reader of the screen hears how many there are.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useLanguage } from "../../language";

export interface LeavesProps<Row> {
  rows: Row[];
  label: string;
  columns: string[];
  draw: (row: Row) => ComponentChildren; // a <tr>
  reset: string; // another value begins at the first leaf again
}

const leaf = 50;

export function Leaves<Row>({ rows, label, columns, draw, reset }: LeavesProps<Row>) {
  const { say } = useLanguage();
  const [at, setAt] = useState(0);
  useEffect(() => setAt(0), [reset]);
  const first = Math.min(at, Math.max(0, Math.ceil(rows.length / leaf) - 1)) * leaf;
  const last = Math.min(rows.length, first + leaf);
  const range = `${first + 1}–${last}`;
  return (
    <>
      <div class="controls">
        <span class="count" role="status">
          {rows.length === 0
            ? say("nothing matches", "没有符合的条目")
            : say(`${range} of ${rows.length}`, `共 ${rows.length} 条，显示第 ${range} 条`)}
        </span>
        {rows.length > leaf && (
          <>
            <button type="button" disabled={first === 0} onClick={() => setAt(first / leaf - 1)} aria-label={say(`Back: ${label}`, `上一页：${label}`)}>
              {say("Back", "上一页")}
            </button>
            <button type="button" disabled={last === rows.length} onClick={() => setAt(first / leaf + 1)} aria-label={say(`Further: ${label}`, `下一页：${label}`)}>
              {say("Further", "下一页")}
            </button>
          </>
        )}
      </div>
      {rows.length > 0 && (
        <div class="leaf" tabIndex={0} role="region" aria-label={say(`List: ${label}`, `列表：${label}`)}>
          <table>
            <thead>
              <tr>
                {columns.map((name) => (
                  <th scope="col">{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>{rows.slice(first, last).map(draw)}</tbody>
          </table>
        </div>
      )}
    </>
  );
}

// "party.russia.will" may break behind its points.
export function Path({ path }: { path: string }) {
  return (
    <>
      {path.split(/(?<=[._-])/).map((part, k) => (
        <>
          {k > 0 && <wbr />}
          {part}
        </>
      ))}
    </>
  );
}

export interface PickProps {
  label: string;
  value: string;
  set: (value: string) => void;
  options: [string, string][]; // value, words
}

export function Pick({ label, value, set, options }: PickProps) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => set(event.currentTarget.value)}>
        {options.map(([id, words]) => (
          <option value={id}>{words}</option>
        ))}
      </select>
    </label>
  );
}

export function Search({ label, value, set }: Omit<PickProps, "options">) {
  return (
    <label>
      {label}
      <input type="search" value={value} onInput={(event) => set(event.currentTarget.value)} />
    </label>
  );
}
