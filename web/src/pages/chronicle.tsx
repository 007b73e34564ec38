// SPDX-License-Identifier: Apache-2.0
// Histories told one at a time: examples of each ending, and any run of the study where a server can tell it.
import { useEffect, useState } from "preact/hooks";
import type { Chronicle, RunTold } from "../data";
import { Figure, useHead } from "../figure";
import { useLanguage } from "../language";
import { dayAfter } from "../numbers";
import { Waiting } from "../section";
import type { Source } from "../source";
import { AnyRun } from "./chronicle/any_run";
import "./chronicle/chronicle.css";
import { useRunInPlace } from "./chronicle/place";
import { Told } from "./chronicle/told";

export function ChroniclePage({ source }: { source: Source }) {
  return <Waiting load={() => source.section("chronicle")}>{(chronicle) => <Histories chronicle={chronicle} tell={source.run} />}</Waiting>;
}

function Histories({ chronicle, tell }: { chronicle: Chronicle; tell: Source["run"] }) {
  const { say, said } = useLanguage();
  const head = useHead();
  const [number, go] = useRunInPlace();
  const [ending, setEnding] = useState("");
  const [asked, setAsked] = useState<RunTold[]>([]); // told by the server
  const [keys, setKeys] = useState(true);
  const told = (id: string) => chronicle.runs.filter((run) => id === "" || run.ending === id).sort((a, b) => a.run - b.run);
  const list = told(ending);
  const run = [...asked, ...chronicle.runs].find((each) => each.run === number) ?? list[0];
  const before = run && list.filter((each) => each.run < run.run).at(-1);
  const after = run && list.find((each) => each.run > run.run);
  const missing = number !== null && run?.run !== number;
  const fault = useFetched(number, [...asked, ...chronicle.runs], tell, (found) => setAsked((was) => [found, ...was]));
  useKeys(keys, (key) => {
    const to = key === "n" ? after : before;
    if (to) go(to.run);
  });
  const choose = (id: string) => {
    setEnding(id);
    const first = told(id)[0];
    if (first && run?.ending !== id && id !== "") go(first.run);
  };
  if (!run) return <p class="notice">{say("This study tells no history.", "本研究没有可讲述的模拟。")}</p>;
  const nameOf = (id: string) => said(chronicle.endings.find((each) => each.id === id)?.name ?? { en: id, zh: id });
  const heading = say(`Run ${run.run}: ${nameOf(run.ending)}`, `第 ${run.run} 次模拟：${nameOf(run.ending)}`);
  const asOf = head.dossier.as_of;
  const day = run.week === null ? "" : dayAfter(asOf, run.week);
  const over =
    run.week === null
      ? say(`not over within ${head.weeks} weeks`, `${head.weeks} 周内没有结束`)
      : run.ending === "settlement" || run.ending === "ceasefire"
        ? say(`in a deal that came into force in week ${run.week}, ${day}, and holds`, `于第 ${run.week} 周（${day}）有协议生效并维持`)
        : say(`over in week ${run.week}, ${day}`, `于第 ${run.week} 周（${day}）结束`);
  return (
    <Figure
      name="chronicle"
      title={heading}
      caption={
        <>
          <strong>{say("One history is an example of how the model goes, not a forecast.", "一次模拟只是模型如何运行的一个例子，并不是预测。")}</strong>{" "}
          {say(
            `It shows by what steps this ending can come about. Every ending has one or two examples here, however rare it is; how often it comes is told on the page Futures. This one is ${over}. “Says yes, but” is a refusal dressed as a yes with conditions. Values in brackets are gains in utility above fighting on.`,
            `它说明这种结局可以经由哪些步骤出现。不论多么罕见，这里每种结局只有一两个例子；出现的频率见“前景”页。这次模拟${over}。“同意，但是……”是附带条件、说成同意的拒绝。括号中的数值是相对于继续战斗的效用收益。`,
          )}
        </>
      }
      controls={
        <>
          <label>
            {say("Ending", "结局")}
            <select value={ending} onChange={(event) => choose(event.currentTarget.value)}>
              <option value="">{say(`any (${chronicle.runs.length} told)`, `任意（讲述 ${chronicle.runs.length} 次）`)}</option>
              {chronicle.endings.map(({ id, name, runs }) => (
                <option value={id} disabled={told(id).length === 0}>
                  {said(name)} {say(`(${runs} runs, ${told(id).length} told)`, `（${runs} 次，讲述 ${told(id).length} 次）`)}
                </option>
              ))}
            </select>
          </label>
          <button type="button" disabled={!before} onClick={() => before && go(before.run)}>
            {say("Previous run", "上一次")}
          </button>
          <button type="button" disabled={!after} onClick={() => after && go(after.run)}>
            {say("Next run", "下一次")}
          </button>
          <label>
            <input type="checkbox" checked={keys} onChange={(event) => setKeys(event.currentTarget.checked)} />
            {say("keys n and p: next and previous", "按键 n 和 p：下一次和上一次")}
          </label>
        </>
      }
      table={{
        columns: [say("week", "周"), say("date", "日期"), say("what happened", "发生了什么")],
        rows: run.entries.map((entry) => [entry.week, dayAfter(asOf, entry.week), said(entry.text)]),
      }}
    >
      {tell && <AnyRun runs={head.runs} tell={tell} show={(found) => (setAsked((was) => [found, ...was]), go(found.run))} />}
      {missing && fault === "" && <p role="status">{say("Computing …", "正在计算……")}</p>}
      {missing && fault !== "" && (
        <p role="alert" class="notice">
          {say(`Run ${number} is not told here; run ${run.run} is shown instead.`, `这里没有讲述第 ${number} 次模拟；现显示第 ${run.run} 次。`)}{" "}
          {fault ?? say("Any run of a study can be told by armistice replay or armistice serve.", "用 armistice replay 或 armistice serve 可讲述研究中的任意一次。")}
        </p>
      )}
      <p class="visually-hidden" aria-live="polite">{`${heading}; ${over}`}</p>
      <Told run={run} asOf={asOf} label={heading} />
    </Figure>
  );
}

// A run that only its address names is asked for, once. Why it could not be told; "" while asking; null: nobody to ask.
function useFetched(number: number | null, told: RunTold[], tell: Source["run"], show: (run: RunTold) => void): string | null {
  const [fault, setFault] = useState<string | null>(tell ? "" : null);
  useEffect(() => {
    if (number === null || !tell || told.some((run) => run.run === number)) return;
    let current = true;
    setFault("");
    tell(number).then(
      (run) => current && show(run),
      (error: Error) => current && setFault(error.message),
    );
    return () => {
      current = false;
    };
  }, [number]);
  return fault;
}

function useKeys(on: boolean, pressed: (key: "n" | "p") => void) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const field = (event.target as Element | null)?.closest?.("input:not([type=checkbox]), select, textarea, [contenteditable]");
      if (field || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "n" || event.key === "p") pressed(event.key);
    };
    if (!on) return;
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  });
}
