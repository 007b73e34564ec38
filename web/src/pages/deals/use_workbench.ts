// SPDX-License-Identifier: Apache-2.0
// What lies on the workbench: the package it began from, the package now, and the way back.
import { useMemo, useReducer } from "preact/hooks";
import { weighPackage, type Weighed, type Weighing } from "../../weigh";
import type { Start } from "./words";

interface Bench {
  start: string; // id
  from: number[]; // what the start holds
  package: number[];
}
type Move = { load: Start } | { issue: number; option: number } | "undo" | "reset";
interface Past {
  now: Bench;
  before: Bench[];
}

function moved({ now, before }: Past, move: Move): Past {
  const last = before.at(-1);
  if (move === "undo") return last ? { now: last, before: before.slice(0, -1) } : { now, before };
  const next = (bench: Bench): Past => ({ now: bench, before: [...before, now] });
  if (move === "reset") return next({ ...now, package: now.from });
  if ("load" in move) return next({ start: move.load.id, from: move.load.package, package: move.load.package });
  const options = [...now.package];
  options[move.issue] = move.option;
  return next({ ...now, package: options });
}

export interface Workbench {
  start: string; // id of the start
  from: number[];
  package: number[];
  weighed: Weighed;
  before: Weighed; // the start, weighed
  changed: number[]; // issues
  undoable: number; // steps
  load: (start: Start) => void;
  choose: (issue: number, option: number) => void;
  undo: () => void;
  reset: () => void;
}

export function useWorkbench(weighing: Weighing, first: Start): Workbench {
  const [{ now, before }, move] = useReducer(moved, {
    now: { start: first.id, from: first.package, package: first.package },
    before: [],
  });
  const weighed = useMemo(() => weighPackage(weighing, now.package), [weighing, now.package]);
  const from = useMemo(() => weighPackage(weighing, now.from), [weighing, now.from]);
  return {
    start: now.start,
    from: now.from,
    package: now.package,
    weighed,
    before: from,
    changed: now.package.flatMap((option, issue) => (option === now.from[issue] ? [] : [issue])),
    undoable: before.length,
    load: (start) => move({ load: start }),
    choose: (issue, option) => move({ issue, option }),
    undo: () => move("undo"),
    reset: () => move("reset"),
  };
}
