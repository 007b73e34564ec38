// SPDX-License-Identifier: Apache-2.0
// Two studies side by side: what differs between them, and what that does to the endings.
import { useId } from "preact/hooks";
import type { StudyLine } from "../api";
import { endingsBeside, studyColour } from "../charts/endings_beside";
import { Figure } from "../figure";
import { useLanguage } from "../language";
import { percent, unknown } from "../numbers";
import type { Share } from "../data";
import { difference, type Difference } from "./difference";
import { Differing } from "./differing";
import { FaultNotice, useAsked } from "./fault";
import { madeOf, outcomesOf, summaryOf, type Summary } from "./summaries";
import { hashOfView } from "./views";

export function Compare({ one, other, studies }: { one: string; other: string; studies: StudyLine[] }) {
  const { say } = useLanguage();
  const lines = [one, other].map((path) => studies.find((line) => line.path === path));
  const choose = (first: string, second: string) => {
    location.replace(hashOfView({ kind: "compare", one: first, other: second }));
  };
  const both = lines[0] && lines[1] && one !== other;
  return (
    <>
      <div class="controls">
        <Choice label={say("First study", "第一项研究")} chosen={one} studies={studies} choose={(path) => choose(path, other)} />
        <Choice label={say("Second study", "第二项研究")} chosen={other} studies={studies} choose={(path) => choose(one, path)} />
        <button type="button" disabled={!both} onClick={() => choose(other, one)}>
          {say("Swap", "互换")}
        </button>
      </div>
      {both ? <Loaded key={`${one}\n${other}`} lines={lines as [StudyLine, StudyLine]} /> : <p>{say("Choose two different studies.", "请选择两项不同的研究。")}</p>}
    </>
  );
}

interface ChoiceProps {
  label: string;
  chosen: string;
  studies: StudyLine[];
  choose: (path: string) => void;
}

function Choice({ label, chosen, studies, choose }: ChoiceProps) {
  const { say } = useLanguage();
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
        {!studies.some((line) => line.path === chosen) && <option value={chosen}>{say("choose …", "请选择……")}</option>}
        {studies.map((line) => (
          <option value={line.path}>{line.path}</option>
        ))}
      </select>
    </div>
  );
}

function Loaded({ lines }: { lines: [StudyLine, StudyLine] }) {
  const { say } = useLanguage();
  const asked = useAsked(() => Promise.all([summaryOf(lines[0].path), summaryOf(lines[1].path)]), []);
  if (asked.fault) return <FaultNotice fault={asked.fault} again={asked.again} />;
  if (!asked.data) return <p class="waiting">{say("Reading both summaries …", "正在读取两份摘要……")}</p>;
  return (
    <>
      <Differing lines={lines} summaries={asked.data} />
      <Endings lines={lines} summaries={asked.data} />
    </>
  );
}

function Endings({ lines, summaries }: { lines: [StudyLine, StudyLine]; summaries: [Summary, Summary] }) {
  const { say, said } = useLanguage();
  const names = lines.map((line) => line.path);
  const outcomes = outcomesOf(summaries);
  const cell = (share: Share | undefined) => percent(share?.share, 2);
  const interval = (share: Share | undefined) => (share && share.low !== null ? `${percent(share.low, 2)} – ${percent(share.high, 2)}` : unknown);
  return (
    <Figure
      name="compared-endings"
      title={say("How the histories end in each study", "两项研究中各模拟的结局")}
      caption={
        <>
          {say(
            "For each ending, the share of the histories of either study that stand in it at the horizon; the last row says how many ever saw a settlement. The lines are the error of counting histories (90 %), not that of the model. Where the interval of the difference leaves out zero, the two studies differ by more than counting explains; this does not say which of them is right.",
            "每种结局在两项研究的模拟中到期时所占的比例；最后一行是曾经达成协议的比例。横线是计数误差（90 %），不包括模型本身的误差。若差值的区间不含零，两项研究的差别就超出计数所能解释的范围；这并不说明哪一项正确。",
          )}{" "}
          {lines[0].seed === lines[1].seed &&
            say(
              "With the same seed, history by history the same random numbers were met: the true error of the difference is as a rule smaller than the interval, which takes the studies as independent.",
              "种子相同，两项研究逐次使用同样的随机数：差值的真实误差通常小于表中区间，因为该区间把两项研究当作相互独立。",
            )}
        </>
      }
      made={[madeOf(summaries[0], lines[0]), madeOf(summaries[1], lines[1])]}
      controls={<Key names={names} />}
      draw={(width) => endingsBeside(outcomes, names, width, said, say)}
      depends={[names.join()]}
      openTable
      table={{
        columns: [
          say("ending", "结局"),
          ...names.flatMap((name) => [name, say("90 % interval", "90 % 区间")]),
          say("difference (points)", "差值（百分点）"),
          say("its 90 % interval", "差值的 90 % 区间"),
          say("more than counting?", "超出计数误差？"),
        ],
        rows: outcomes.map((outcome) => {
          const gap = difference(outcome.shares[0], outcome.shares[1]);
          const shares = outcome.shares.flatMap((share) => [cell(share), interval(share)]);
          return [said(outcome.name), ...shares, points(gap, "value"), gap ? `${points(gap, "low")} – ${points(gap, "high")}` : unknown, gap ? (gap.clear ? say("yes", "是") : say("no", "否")) : unknown];
        }),
      }}
    />
  );
}

// In percentage points, with its sign.
function points(gap: Difference | null, which: "value" | "low" | "high"): string {
  if (!gap) return unknown;
  const text = Math.abs(gap[which] * 100).toFixed(2);
  return Number(text) === 0 ? text : `${gap[which] < 0 ? "−" : "+"}${text}`;
}

// Which mark is whose; the marks are those of charts/endings_beside.ts.
export function Key({ names }: { names: string[] }) {
  return (
    <ul class="key">
      {names.map((name, study) => (
        <li>
          <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
            {study === 0 ? <circle r="5" fill={studyColour[0]} stroke={studyColour[0]} stroke-width="2" /> : <path d="M0-6L5 0L0 6L-5 0Z" fill="var(--ground)" stroke={studyColour[1]} stroke-width="2" />}
          </svg>{" "}
          {name}
        </li>
      ))}
    </ul>
  );
}
