// SPDX-License-Identifier: Apache-2.0
// Clause by clause: who likes what, red lines, what is common ground; the text's own words unfold below a clause.
import { useState } from "preact/hooks";
import type { ClauseView, TextPage } from "../../data";
import { Figure, useHead } from "../../figure";
import { useLanguage } from "../../language";
import { percent } from "../../numbers";
import { shade } from "../../shade";

export function Clauses({ text, draws }: { text: TextPage; draws: number }) {
  const { say, said } = useLanguage();
  const head = useHead();
  const parties = head.parties.flatMap((_, p) => (text.clauses.some((clause) => (clause.likes[p] ?? null) !== null) ? [p] : []));
  const partyName = (party: number) => said(head.parties[party]!.name);
  const optionName = (clause: ClauseView) => said(head.issues[clause.issue]!.options[clause.option]!.name);
  return (
    <Figure
      name="clauses"
      title={`${say("Clause by clause", "逐条来看")}${say(": ", "：")}${said(text.name)}`}
      caption={say(
        `Each number is the share of ${draws} draws in which the party likes the clause at least as well as leaving its issue open: blue where it mostly does, orange where it mostly does not. ✕ marks a red line of the party, = the minimum consensus: every signatory likes the clause in at least half of the draws. A share near 50 % means that the dossier cannot tell. Open a clause for the text's own words and their sources.`,
        `每个数字是 ${draws} 次抽样中，这一方认为该条款至少不比搁置更差的比例：蓝色表示多数情况下愿意，橙色表示多数情况下不愿意。✕ 表示触及这一方的红线；= 表示最低限度共识：每个签署方至少在一半抽样中愿意。接近 50 % 说明卷宗无法判断。展开条款可看文本原文及出处。`,
      )}
      table={{
        columns: [say("issue", "议题"), say("clause", "条款"), ...parties.map(partyName), say("red line of", "触及谁的红线"), say("consensus", "共识")],
        rows: text.clauses.map((clause) => [
          said(head.issues[clause.issue]!.name),
          optionName(clause),
          ...parties.map((party) => percent(clause.likes[party])),
          parties.filter((party) => clause.red[party]).map(partyName).join(say(", ", "、")) || "–",
          clause.consensus ? say("yes", "是") : say("no", "否"),
        ]),
      }}
    >
      <div class="scroll uncut" tabIndex={0} role="region" aria-label={say("Clauses and parties", "条款与参与方")}>
        <table class="matrix" style={{ minWidth: `${7 + 2.8 * parties.length}rem` }}>
          <thead>
            <tr>
              <th scope="col">{say("clause", "条款")}</th>
              {parties.map((party) => (
                <th scope="col" class="cell">
                  {partyName(party)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {text.clauses.map((clause) => (
              <ClauseRows clause={clause} parties={parties} />
            ))}
          </tbody>
        </table>
      </div>
    </Figure>
  );
}

function ClauseRows({ clause, parties }: { clause: ClauseView; parties: number[] }) {
  const { say, said } = useLanguage();
  const head = useHead();
  const [open, setOpen] = useState(false);
  const issue = head.issues[clause.issue]!;
  return (
    <>
      <tr>
        <th scope="row">
          <button type="button" class="unfold" aria-expanded={open} onClick={() => setOpen(!open)}>
            <span class="soft">{said(issue.name)}</span>
            <span>
              {said(issue.options[clause.option]!.name)}
              {clause.consensus && <strong> =</strong>}
            </span>
          </button>
        </th>
        {parties.map((party) => {
          const likes = clause.likes[party] ?? null;
          return (
            <td class="cell" style={{ background: shade(likes) }}>
              {percent(likes, 0)}
              {clause.red[party] && <strong class="red"> ✕</strong>}
            </td>
          );
        })}
      </tr>
      {open && (
        <tr>
          <td colSpan={parties.length + 1} class="unfolded">
            {clause.said.length === 0 && say("The text has no words of its own behind this clause.", "文本中没有与此对应的原文。")}
            {clause.said.map((words) => (
              <p>
                {words.number}. {said(words.text)} <span class="soft">[{words.sources.join(", ")}]</span>
              </p>
            ))}
          </td>
        </tr>
      )}
    </>
  );
}
