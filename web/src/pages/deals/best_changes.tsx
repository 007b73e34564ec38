// SPDX-License-Identifier: Apache-2.0
// Which one change would help the package most: all of them are weighed when the reader asks.
import { useMemo, useState } from "preact/hooks";
import { useHead } from "../../figure";
import { useLanguage } from "../../language";
import { percent, signed } from "../../numbers";
import { weighPackage, type Weighed, type Weighing } from "../../weigh";
import type { Workbench } from "./use_workbench";
import { clauseName } from "./words";

const listed = 6;

function bestChanges(weighing: Weighing, options: number[], sizes: number[]) {
  const all: { issue: number; option: number; weighed: Weighed }[] = [];
  sizes.forEach((size, issue) => {
    for (let option = 0; option < size; ++option) {
      if (option === options[issue]) continue;
      const next = options.map((was, k) => (k === issue ? option : was));
      const weighed = weighPackage(weighing, next);
      if (weighed.allowed) all.push({ issue, option, weighed });
    }
  });
  return all.sort((a, b) => b.weighed.passes - a.weighed.passes || b.weighed.least - a.weighed.least).slice(0, listed);
}

export function BestChanges({ bench, weighing }: { bench: Workbench; weighing: Weighing }) {
  const speaker = useLanguage();
  const { say } = speaker;
  const head = useHead();
  const [open, setOpen] = useState(false);
  const sizes = head.issues.map((issue) => issue.options.length);
  const best = useMemo(
    () => (open ? bestChanges(weighing, bench.package, sizes) : []),
    [open, weighing, bench.package],
  );
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say("Which one change would help most?", "哪一项改动最有帮助？")}</summary>
      <p class="soft small">
        {say(
          "All single changes of the package, best first: by the share of draws in which it passes, then by the mean least gain. What helps it to pass may be unjust, or ruin its ratification.",
          "方案的所有单项改动，最佳者在前：先按通过的抽样比例，再按平均最小收益。有助于通过的改动未必公正，也可能使其无法获得批准。",
        )}
      </p>
      {open && best.length === 0 && (
        <p>{say("No single change makes the package possible.", "任何单项改动都无法使该方案可行。")}</p>
      )}
      <ul class="changes">
        {best.map(({ issue, option, weighed }) => {
          const words = clauseName(head, issue, option, speaker);
          return (
            <li key={`${issue} ${option}`}>
              <button type="button" aria-label={say(`Make this change: ${words}`, `作此改动：${words}`)} onClick={() => bench.choose(issue, option)}>
                {words}
              </button>{" "}
              {say("passes in", "通过")} {percent(weighed.passes, 0)} · {say("least gain", "最小收益")}{" "}
              {signed(weighed.least, 3)} · {say("ratified with", "批准")} {percent(weighed.ratified, 0)}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
