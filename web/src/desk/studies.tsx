// SPDX-License-Identifier: Apache-2.0
// The studies of the served folder: what distinguishes each, and the ways into it.
import { useState } from "preact/hooks";
import type { StudyLine } from "../api";
import { pageIds } from "../data";
import { useLanguage } from "../language";
import { pages } from "../pages/pages";
import { hashOf } from "../place";
import { hashOfView } from "./views";
import { grouped, protocolName } from "./words";

const many = 8; // from here on a field to search in them

export function StudyList({ studies }: { studies: StudyLine[] }) {
  const { say, said } = useLanguage();
  const [sought, setSought] = useState("");
  const words = sought.toLowerCase().split(/\s+/);
  const shown = studies.filter((line) => words.every((word) => textOf(line, said(line.title)).includes(word)));
  return (
    <section class="figure" aria-labelledby="desk-studies">
      <h2 id="desk-studies">{say("Studies", "研究")}</h2>
      {studies.length === 0 && (
        <p>{say("No study yet: start a forecast from a dossier.", "还没有研究：请从卷宗开始一次预测。")}</p>
      )}
      {studies.length >= many && (
        <p class="controls">
          <label>
            {say("Search studies", "搜索研究")}
            <input type="search" value={sought} onInput={(event) => setSought(event.currentTarget.value)} />
          </label>
          <span role="status">{say(`${shown.length} of ${studies.length}`, `${studies.length} 个中的 ${shown.length} 个`)}</span>
        </p>
      )}
      {studies.length > 1 && (
        <p>
          <a href={hashOfView({ kind: "compare", ...firstPair(studies) })}>
            {say("Compare two studies", "比较两项研究")}
          </a>
        </p>
      )}
      <ul class="cards">
        {shown.map((line) => (
          <StudyCard key={line.path} line={line} studies={studies} />
        ))}
      </ul>
    </section>
  );
}

// Studies of the same dossier, if there are two: those of different ones differ in everything.
function firstPair(studies: StudyLine[]): { one: string; other: string } {
  for (const [k, one] of studies.entries()) {
    const other = studies.slice(k + 1).find((each) => each.dossier === one.dossier);
    if (other) return { one: one.path, other: other.path };
  }
  return { one: studies[0]!.path, other: studies[1]!.path };
}

function textOf(line: StudyLine, title: string): string {
  return [line.path, line.dossier, title, line.protocol, `seed ${line.seed}`, ...line.off, ...line.set].join(" ").toLowerCase();
}

// Runs, weeks, seed, protocol; what is off and what is set.
export function useDistinction(): (line: StudyLine) => string {
  const { say } = useLanguage();
  return (line) =>
    [
      say(`${grouped(line.runs)} runs`, `${grouped(line.runs)} 次`),
      say(`${line.weeks} weeks`, `${line.weeks} 周`),
      say(`seed ${line.seed}`, `种子 ${line.seed}`),
      protocolName(line.protocol, say),
    ].join(" · ");
}

function StudyCard({ line, studies }: { line: StudyLine; studies: StudyLine[] }) {
  const { say, said } = useLanguage();
  const distinction = useDistinction();
  const partner = studies.find((other) => other.path !== line.path && other.dossier === line.dossier);
  return (
    <li aria-label={line.path}>
      <h3>
        {line.pages ? <a href={hashOf({ study: line.path, page: null })}>{line.path}</a> : line.path}{" "}
        {line.running !== null && <span class="state">{say("being worked on", "正在计算")}</span>}
      </h3>
      <p class="soft">
        {said(line.title)} <code>{line.dossier}</code>
      </p>
      <p>{distinction(line)}</p>
      {line.off.length > 0 && (
        <p>
          {say("Switched off", "已关闭")}: <code>{line.off.join(", ")}</code>
        </p>
      )}
      {line.set.length > 0 && (
        <p>
          {say("Numbers set", "改动的数")}: <code>{line.set.join(", ")}</code>
        </p>
      )}
      {line.why !== null && line.running === null && <p class={line.pages ? "" : "notice"}>{said(line.why)}</p>}
      <p class="acts">
        {line.pages &&
          (["futures", "deals", "chronicle"] satisfies (typeof pageIds)[number][]).map((id) => (
            <a href={hashOf({ study: line.path, page: id })} aria-label={`${pages[id].title(say)}: ${line.path}`}>
              {pages[id].title(say)}
            </a>
          ))}
        {!line.pages && (
          <a href={hashOfView({ kind: "summary", study: line.path })} aria-label={say(`Summary: ${line.path}`, `摘要：${line.path}`)}>
            {say("Summary", "摘要")}
          </a>
        )}
        {partner && (
          <a
            href={hashOfView({ kind: "compare", one: line.path, other: partner.path })}
            aria-label={say(`Compare: ${line.path}`, `比较：${line.path}`)}
          >
            {say("Compare", "比较")}
          </a>
        )}
        {line.dossier_path !== "" && line.running === null && (
          <a href={hashOfView({ kind: "on", study: line.path })} aria-label={say(`More runs: ${line.path}`, `增加次数：${line.path}`)}>
            {say("More runs", "增加次数")}
          </a>
        )}
        {line.dossier_path !== "" ? (
          <a href={hashOfView({ kind: "again", study: line.path })} aria-label={say(`Run again beside it: ${line.path}`, `在旁再做一次：${line.path}`)}>
            {say("Run again beside it", "在旁再做一次")}
          </a>
        ) : (
          <span class="soft">
            {say(
              "Its dossier lies elsewhere or has changed: it cannot be run again from here.",
              "其卷宗在别处或已改动：无法在此再做一次。",
            )}
          </span>
        )}
      </p>
    </li>
  );
}
