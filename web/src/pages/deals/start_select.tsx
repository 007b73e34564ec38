// SPDX-License-Identifier: Apache-2.0
// A select of packages by where they come from, and a button that puts one on the workbench.
import { useLanguage } from "../../language";
import type { Workbench } from "./use_workbench";
import type { Start } from "./words";

interface Props {
  label: string;
  starts: Start[];
  value: string;
  onChoose: (start: Start) => void;
  first?: { id: string; name: string }; // a choice before all others
}

export function StartSelect({ label, starts, value, onChoose, first }: Props) {
  const { say } = useLanguage();
  const groups: [Start["kind"], string][] = [
    ["text", say("Texts", "文本")],
    ["robust", say("Packages that pass in most draws", "在最多抽样中可通过的方案")],
    ["point", say("Solutions at the centre of the numbers", "中心取值下的解")],
    ["pair", say("Frontier of two parties", "两方的边界")],
    ["open", say("From nothing", "从零开始")],
  ];
  const there = groups.map(([kind, name]) => ({ name, of: starts.filter((start) => start.kind === kind) }));
  // What came from the frontier is on no list: it is named all the same.
  const known = starts.some((start) => start.id === value) || first?.id === value;
  const choose = (id: string) => {
    const start = starts.find((one) => one.id === id);
    if (start) onChoose(start);
    else if (first?.id === id) onChoose({ id, kind: "open", name: first.name, package: [] });
  };
  return (
    <label>
      <span class="nowrap">{label}</span>
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {first && <option value={first.id}>{first.name}</option>}
        {!known && <option value={value}>{value.startsWith("pair") ? say("a point of the frontier", "边界上的一点") : value}</option>}
        {there
          .filter(({ of }) => of.length > 0)
          .map(({ name, of }) => (
            <optgroup label={name}>
              {of.map((start) => (
                <option value={start.id}>{start.name}</option>
              ))}
            </optgroup>
          ))}
      </select>
    </label>
  );
}

// Says what was loaded and leads to it, without taking the reader away.
export function UseButton({ start, bench, words }: { start: Start; bench: Workbench; words: string }) {
  const { say } = useLanguage();
  const there = bench.start === start.id;
  return (
    <button type="button" aria-pressed={there} aria-label={say(`Use ${words} in the workbench`, `将${words}放上工作台`)} onClick={() => bench.load(start)}>
      {words}
    </button>
  );
}

export function ToWorkbench() {
  const { say } = useLanguage();
  const go = () => {
    const bench = document.getElementById("workbench");
    bench?.scrollIntoView({ block: "start" });
    bench?.focus({ preventScroll: true });
  };
  return (
    <button type="button" class="plain" onClick={go}>
      {say("Go to the workbench", "前往工作台")}
    </button>
  );
}
