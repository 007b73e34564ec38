// SPDX-License-Identifier: Apache-2.0
// A study whose pages cannot be made again, since its dossier is gone or has changed: what it kept of itself.
import type { StudyLine } from "../api";
import { endingsBeside } from "../charts/endings_beside";
import { Figure } from "../figure";
import { useLanguage } from "../language";
import { percent, unknown } from "../numbers";
import { addressOf } from "../source";
import { Key } from "./compare";
import { FaultNotice, useAsked } from "./fault";
import { useDistinction } from "./studies";
import { madeOf, outcomesOf, summaryOf, type Summary } from "./summaries";

export function SummaryOnly({ study, studies }: { study: string; studies: StudyLine[] }) {
  const { say, said } = useLanguage();
  const distinction = useDistinction();
  const line = studies.find((one) => one.path === study);
  const asked = useAsked(() => summaryOf(study), []);
  if (!line)
    return (
      <p role="alert" class="notice">
        {say("There is no such study.", "没有这项研究。")}
      </p>
    );
  if (asked.fault) return <FaultNotice fault={asked.fault} again={asked.again} />;
  if (!asked.data) return <p class="waiting">{say("Reading the summary …", "正在读取摘要……")}</p>;
  const summary = asked.data;
  return (
    <>
      <p>
        {said(line.title)} · <code>{line.path}</code> · {distinction(line)}
      </p>
      {line.why !== null && <p class="notice">{said(line.why)}</p>}
      {summary.warnings.length > 0 && (
        <ul class="caveats warnings" aria-label={say("Warnings", "提醒")}>
          {summary.warnings.map((warning) => (
            <li>{said(warning)}</li>
          ))}
        </ul>
      )}
      <Endings summary={summary} line={line} />
      <p>
        <a href={`${addressOf(study)}/summary.json`} download="summary.json">
          {say("The whole summary as JSON", "完整摘要（JSON）")}
        </a>
      </p>
    </>
  );
}

function Endings({ summary, line }: { summary: Summary; line: StudyLine }) {
  const { say, said } = useLanguage();
  const outcomes = outcomesOf([summary]);
  return (
    <Figure
      name="endings"
      title={say("How the histories end", "各模拟的结局")}
      caption={say(
        "The share of histories that stand in each ending at the horizon; the last row says how many ever saw a settlement. The lines are the error of counting histories (90 %), not that of the model.",
        "到期时处于各种结局的模拟比例；最后一行是曾经达成协议的比例。横线是计数误差（90 %），不包括模型本身的误差。",
      )}
      made={[madeOf(summary, line)]}
      controls={<Key names={[line.path]} />}
      draw={(width) => endingsBeside(outcomes, [line.path], width, said, say)}
      openTable
      table={{
        columns: [say("ending", "结局"), say("share", "比例"), say("90 % interval", "90 % 区间")],
        rows: outcomes.map(({ name, shares: [share] }) => [
          said(name),
          percent(share?.share, 2),
          share && share.low !== null ? `${percent(share.low, 2)} – ${percent(share.high, 2)}` : unknown,
        ]),
      }}
    />
  );
}
