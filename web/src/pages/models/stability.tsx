// SPDX-License-Identifier: Apache-2.0
// The conflict graph: which states are stable, for whom, in which sense.
import { useState } from "preact/hooks";
import type { ConflictView } from "../../data";
import { Figure } from "../../figure";
import { useLanguage } from "../../language";
import { shade } from "../../shade";
import { meaningOf, shortNames } from "./notions";

export function Stability({ conflict }: { conflict: ConflictView }) {
  const speaker = useLanguage();
  const { say, said } = speaker;
  const [all, setAll] = useState(false);
  const names = conflict.parties.map(said);
  const short = shortNames(names);
  const count = (state: number) => conflict.equilibrium.filter((of) => of[state]).length;
  const order = conflict.states.map((_, k) => k);
  order.sort((a, b) => Number(conflict.states[b]!.status_quo) - Number(conflict.states[a]!.status_quo) || count(b) - count(a) || a - b);
  const shown = all ? order : order.filter((state) => conflict.states[state]!.status_quo || count(state) > 0);
  const stableFor = (notion: number, state: number) =>
    names.filter((_, party) => (conflict.stable[notion]?.[party]?.[state] ?? 0) > 0).join(say(", ", "、")) || say("nobody", "无");
  return (
    <Figure
      name="stability"
      title={`${say("Which situations are stable", "哪些局面是稳定的")}${say(": ", "：")}${said(conflict.title)}`}
      caption={
        <>
          {say(
            "Each row is a situation that the options of the parties make up. A situation is stable for a party if it does not want to move away, in five senses that differ in how far it looks ahead. Letters name the parties for whom it is stable (+: strongly so); ★ and the shade mark an equilibrium: stable for all. ◆ marks things as they are; behind its name stand its number and its code, one letter for each option, Y where it is taken. No number enters here but the parties' ranking of situations, which is judgement; that a situation is stable does not mean that it will come about.",
            "每行是由各方选项组合而成的一种局面。如果一方不想离开某个局面，这个局面对它就是稳定的；五种含义的区别在于它向前看多远。字母或汉字表示对哪些方稳定（+ 表示强稳定）；★ 和底色表示均衡，即对所有各方都稳定。◆ 表示现状；名称后是编号和代码，代码中每个选项一个字母，Y 表示已采取。这里只用到各方对局面的排序，而排序属于判断；局面稳定不等于它会出现。",
          )}{" "}
          {short.map((each, k) => `${each} = ${names[k]}`).join(say(", ", "，"))}
          {say(". ", "。")}
          {sentence(said(conflict.rule))}
          {say(".", "。")}
        </>
      }
      controls={
        <label>
          {say("Situations", "局面")}
          <select value={all ? "all" : "some"} onChange={(event) => setAll(event.currentTarget.value === "all")}>
            <option value="some">{say("as it is, and equilibria", "现状和均衡")}</option>
            <option value="all">{say(`all ${conflict.states.length}`, `全部 ${conflict.states.length} 种`)}</option>
          </select>
        </label>
      }
      table={{
        columns: [
          say("situation", "局面"),
          say("number", "编号"),
          say("code", "代码"),
          say("as it is", "现状"),
          ...conflict.notions.flatMap((notion) => [`${notion}${say(": stable for", "：对谁稳定")}`, `${notion}${say(": equilibrium", "：均衡")}`]),
        ],
        rows: shown.map((state) => [
          said(conflict.states[state]!.name),
          conflict.states[state]!.index,
          conflict.states[state]!.code,
          conflict.states[state]!.status_quo ? say("yes", "是") : say("no", "否"),
          ...conflict.notions.flatMap((_, n) => [stableFor(n, state), conflict.equilibrium[n]![state] ? say("yes", "是") : say("no", "否")]),
        ]),
      }}
    >
      <div class="scroll" tabIndex={0} role="region" aria-label={say("Situations and notions of stability", "局面与稳定性概念")}>
        <table class="matrix" style={{ minWidth: `${7 + 2.9 * conflict.notions.length}rem` }}>
          <thead>
            <tr>
              <th scope="col">{say("situation", "局面")}</th>
              {conflict.notions.map((notion) => (
                <th scope="col" class="cell">
                  {notion}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((state) => (
              <tr key={state}>
                <th scope="row">
                  {conflict.states[state]!.status_quo && "◆ "}
                  {said(conflict.states[state]!.name)}{" "}
                  <span class="soft">
                    {conflict.states[state]!.index} · {conflict.states[state]!.code}
                  </span>
                </th>
                {conflict.notions.map((_, n) => (
                  <StableCell strength={short.map((_, p) => conflict.stable[n]?.[p]?.[state] ?? 0)} short={short} all={conflict.equilibrium[n]![state]!} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <dl class="meanings">
        {conflict.notions
          .filter((notion) => meaningOf(notion, speaker) !== "")
          .map((notion) => (
            <div>
              <dt>{notion}</dt>
              <dd>{meaningOf(notion, speaker)}</dd>
            </div>
          ))}
      </dl>
    </Figure>
  );
}

function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function StableCell({ strength, short, all }: { strength: number[]; short: string[]; all: boolean }) {
  const { say } = useLanguage();
  const stable = short.flatMap((name, p) => (strength[p]! > 0 ? [`${name}${strength[p] === 2 ? "+" : ""}`] : []));
  return (
    <td class="cell" style={{ background: all ? shade(1) : "transparent" }}>
      {all ? `★ ${say("all", "全部")}` : stable.length > 0 ? stable.join(" ") : "–"}
    </td>
  );
}
