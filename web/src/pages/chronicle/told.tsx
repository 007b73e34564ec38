// SPDX-License-Identifier: Apache-2.0
// One history, told: a list of dated weeks, each with what happened in it.
import type { RunTold } from "../../data";
import { useLanguage } from "../../language";
import { dayAfter } from "../../numbers";

export function Told({ run, asOf, label }: { run: RunTold; asOf: string; label: string }) {
  const { say, said } = useLanguage();
  return (
    <ol class="chronicle" aria-label={label}>
      {weeksOf(run).map(({ week, entries }) => (
        <li key={week}>
          <p class="when">
            <span>{say(`week ${week}`, `第 ${week} 周`)}</span> <time dateTime={dayAfter(asOf, week)}>{dayAfter(asOf, week)}</time>
          </p>
          <div>
            {entries.map((entry) => (
              <p>{said(entry.text)}</p>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}

function weeksOf(run: RunTold): { week: number; entries: RunTold["entries"] }[] {
  const weeks: { week: number; entries: RunTold["entries"] }[] = [];
  for (const entry of run.entries) {
    if (weeks.at(-1)?.week !== entry.week) weeks.push({ week: entry.week, entries: [] });
    weeks.at(-1)!.entries.push(entry);
  }
  return weeks;
}
