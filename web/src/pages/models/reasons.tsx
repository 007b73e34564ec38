// SPDX-License-Identifier: Apache-2.0
// Why a situation is stable or not, for each party, in words.
import { useState } from "preact/hooks";
import type { ConflictView } from "../../data";
import { Figure } from "../../figure";
import { useLanguage } from "../../language";

export function Reasons({ conflict }: { conflict: ConflictView }) {
  const { say, said } = useLanguage();
  const told = conflict.states.filter((state) => conflict.reasons.some((reason) => reason.state === state.index));
  const [chosen, setChosen] = useState((told.find((state) => state.status_quo) ?? told[0])?.index ?? -1);
  const state = told.find((each) => each.index === chosen);
  if (!state) return null;
  const reasons = conflict.reasons.filter((reason) => reason.state === chosen);
  const nameOf = (index: number) => {
    const each = told.find((one) => one.index === index)!;
    return `${each.status_quo ? "◆ " : ""}${each.index} ${said(each.name)} (${each.code})`;
  };
  return (
    <Figure
      name="reasons"
      title={`${say("Why it is stable, or not", "为什么稳定或不稳定")}${say(": ", "：")}${said(state.name)}`}
      caption={say(
        "For each party, the moves that it could make from this situation, how others could answer, and what follows for its stability. All of it follows from the rankings in the dossier's graph; it tells why the verdict is what it is, not why anybody acts as they do. Reasons are given for things as they are (◆) and for equilibria.",
        "对每一方说明：从这个局面它能走哪些步、别人能如何回应、因此是否稳定。这些都由卷宗图中的排序推出；它解释结论从何而来，并不解释任何人为何如此行事。只对现状（◆）和均衡给出理由。",
      )}
      controls={
        <label>
          {say("Situation", "局面")}
          <select value={chosen} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
            {told.map((each) => (
              <option value={each.index}>{nameOf(each.index)}</option>
            ))}
          </select>
        </label>
      }
      table={{
        columns: [say("party", "参与方"), say("notions", "概念"), say("stable", "稳定"), say("why", "原因")],
        rows: reasons.map((reason) => [
          said(conflict.parties[reason.party]!),
          reason.notions.join(say(", ", "、")),
          reason.stable ? say("yes", "是") : say("no", "否"),
          said(reason.why),
        ]),
      }}
    >
      <Taken conflict={conflict} code={state.code} />
      {conflict.parties.map((party, p) => {
        const own = reasons.filter((reason) => reason.party === p);
        if (own.length === 0) return null;
        return (
          <section class="reason">
            <h3>{said(party)}</h3>
            {own.map((reason) => (
              <p>
                <strong>
                  {reason.stable ? say("Stable", "稳定") : say("Not stable", "不稳定")} ({reason.notions.join(say(", ", "、"))})
                </strong>
                {say(": ", "：")}
                {said(reason.why)}
              </p>
            ))}
          </section>
        );
      })}
    </Figure>
  );
}

// Which options are taken in the situation: one letter of its code for each.
function Taken({ conflict, code }: { conflict: ConflictView; code: string }) {
  const { say, said } = useLanguage();
  if (code.length !== conflict.options.length) return null;
  const names = (letter: string) => {
    const found = conflict.options.filter((_, k) => code[k] === letter).map((option) => said(option.name));
    return found.length > 0 ? found.join(say("; ", "；")) : say("nothing", "无");
  };
  return (
    <dl class="meanings">
      <div>
        <dt>{say("Taken", "已采取")}</dt>
        <dd>{names("Y")}</dd>
      </div>
      <div>
        <dt>{say("Not taken", "未采取")}</dt>
        <dd>{names("N")}</dd>
      </div>
    </dl>
  );
}
