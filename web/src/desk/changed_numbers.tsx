// SPDX-License-Identifier: Apache-2.0
// The numbers of the dossier: hundreds. A search finds one, a click puts it on the short list of those to change.
import { useId, useRef, useState } from "preact/hooks";
import { useLanguage } from "../language";
import { changeFrom, rangeOf, type ChangedNumber, type Faults, type Knob } from "./choices";
import { Field } from "./field";
import { plainNumber } from "./words";

const most = 20; // found numbers that are shown at once

interface ChangedNumbersProps {
  knobs: Knob[];
  changes: ChangedNumber[];
  faults: Faults;
  change: (changes: ChangedNumber[]) => void;
}

export function ChangedNumbers({ knobs, changes, faults, change }: ChangedNumbersProps) {
  const { say } = useLanguage();
  const list = useRef<HTMLDivElement>(null);
  const focusOn = (path: string) =>
    setTimeout(() => list.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"] input`)?.focus());
  const add = (knob: Knob) => {
    change([...changes, changeFrom(knob)]);
    focusOn(knob.path);
  };
  return (
    <fieldset>
      <legend>{say("Numbers changed for this study", "为本研究改动的数")}</legend>
      <div ref={list}>
        {changes.length === 0 && <p class="soft">{say("None: the dossier's own numbers.", "没有：使用卷宗自身的数。")}</p>}
        {changes.map((one) => (
          <Changed
            key={one.path}
            one={one}
            knob={knobs.find((knob) => knob.path === one.path)}
            fault={faults[`set:${one.path}`]}
            change={(now) => change(changes.map((was) => (was.path === one.path ? now : was)))}
            remove={() => change(changes.filter((was) => was.path !== one.path))}
          />
        ))}
      </div>
      <Finder knobs={knobs} taken={changes.map((one) => one.path)} add={add} />
    </fieldset>
  );
}

interface ChangedProps {
  one: ChangedNumber;
  knob: Knob | undefined;
  fault: string | undefined;
  change: (now: ChangedNumber) => void;
  remove: () => void;
}

function Changed({ one, knob, fault, change, remove }: ChangedProps) {
  const { say } = useLanguage();
  const id = useId();
  const field = (key: "value" | "low" | "mode" | "high", label: string, said?: string) => (
    <Field numeric label={label} value={one[key]} input={(text) => change({ ...one, [key]: text })} fault={said} />
  );
  return (
    <div class="changed" role="group" aria-label={one.path} data-path={one.path}>
      <h3>
        <code>{one.path}</code>
      </h3>
      {knob && <About knob={knob} />}
      <div class="row">
        <div class="field">
          <label for={id}>{say("Kind", "形式")}</label>
          <select
            id={id}
            value={one.single ? "single" : "range"}
            onChange={(event) => change({ ...one, single: event.currentTarget.value === "single" })}
          >
            <option value="single">{say("a single value", "单一数值")}</option>
            <option value="range">{say("a range", "一个范围")}</option>
          </select>
        </div>
        {one.single ? (
          field("value", say("Value", "数值"), fault)
        ) : (
          <>
            {field("low", say("Low", "下限"), fault)}
            {field("mode", say("Mode (empty: all equally likely)", "众数（留空：各值机会均等）"))}
            {field("high", say("High", "上限"))}
          </>
        )}
        <button type="button" onClick={remove} aria-label={say(`Leave as it is: ${one.path}`, `不改动：${one.path}`)}>
          {say("Leave as it is", "不改动")}
        </button>
      </div>
    </div>
  );
}

// What the dossier says of a number: meaning, own value, unit, legal range, source.
function About({ knob }: { knob: Knob }) {
  const { say } = useLanguage();
  const [low, mode, high] = [knob.low, knob.mode, knob.high].map(plainNumber);
  const own = {
    fixed: mode,
    uniform: say(`${low} to ${high}, all equally likely`, `${low} 至 ${high}，各值机会均等`),
    triangular: say(`low ${low}, mode ${mode}, high ${high}`, `下限 ${low}，众数 ${mode}，上限 ${high}`),
    normal: say(`a bell: middle ${mode}, nine tenths within ${low} to ${high}`, `钟形：中值 ${mode}，九成在 ${low} 至 ${high} 之间`),
    lognormal: say(`a skewed bell: middle ${mode}, nine tenths within ${low} to ${high}`, `偏态钟形：中值 ${mode}，九成在 ${low} 至 ${high} 之间`),
  }[knob.shape];
  return (
    <p class="about">
      <span lang="en">{knob.meaning}</span>
      <br />
      <span class="soft">
        {say("dossier", "卷宗")}: {own} <span lang="en">{knob.unit}</span> · {say("legal range", "允许范围")}: {rangeOf(knob, say)} ·{" "}
        {knob.source === "" || knob.source === "assumed" ? say("assumed: no source", "假设：无来源") : `${say("source", "来源")}: ${knob.source}`}
      </span>
    </p>
  );
}

function Finder({ knobs, taken, add }: { knobs: Knob[]; taken: string[]; add: (knob: Knob) => void }) {
  const { say } = useLanguage();
  const [sought, setSought] = useState("");
  const words = sought.toLowerCase().split(/\s+/).filter((word) => word !== "");
  const found = knobs.filter((knob) => {
    const text = `${knob.path} ${knob.meaning} ${knob.unit} ${knob.source}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const counted =
    words.length === 0
      ? say(`The dossier has ${knobs.length} numbers.`, `卷宗共有 ${knobs.length} 个数。`)
      : say(
          `${found.length} of ${knobs.length} fit${found.length > most ? `; the first ${most} are shown` : ""}.`,
          `${knobs.length} 个中有 ${found.length} 个符合${found.length > most ? `，显示前 ${most} 个` : ""}。`,
        );
  return (
    <div class="finder">
      <div class="field">
        <label for="desk-find">{say("Find a number to change", "查找要改动的数")}</label>
        <input
          id="desk-find"
          type="search"
          value={sought}
          aria-describedby="desk-find-hint"
          onInput={(event) => setSought(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Enter" && event.preventDefault()} // searching is not sending
        />
        <small id="desk-find-hint" class="soft">
          {say("Words of its name, meaning, unit or source (English).", "其名称、含义、单位或来源中的词（英文）。")}
        </small>
      </div>
      <p role="status" class="soft">
        {counted}
      </p>
      {words.length > 0 && (
        <ul class="found">
          {found.slice(0, most).map((knob) => (
            <li key={knob.path}>
              <div>
                <code>{knob.path}</code>
                <About knob={knob} />
              </div>
              <button
                type="button"
                disabled={taken.includes(knob.path)}
                onClick={() => add(knob)}
                aria-label={taken.includes(knob.path) ? say(`On the list: ${knob.path}`, `已在清单中：${knob.path}`) : say(`Change ${knob.path}`, `改动 ${knob.path}`)}
              >
                {taken.includes(knob.path) ? say("On the list", "已在清单中") : say("Change", "改动")}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
