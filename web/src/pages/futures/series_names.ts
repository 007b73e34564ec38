// SPDX-License-Identifier: Apache-2.0
// Readable names of the weekly series. The program calls them by ids ("will russia", "aid us-ukraine"); names of parties
// come from the dossier.
import type { Futures, Head } from "../../data";
import type { Speaker } from "../../language";

export type WeeklySeries = Futures["series"][number];

// [English, Chinese] with {} for whom it belongs to; the unit likewise; whether it has two or three values only.
interface Known {
  name: [string, string];
  unit: [string, string];
  steps?: boolean;
}

const known: Record<string, Known> = {
  front: { name: ["the front", "战线"], unit: ["share of the contested objective held by {A}", "{A}所占争夺目标的比例"] },
  balance: { name: ["balance of strength", "力量对比"], unit: ["logarithm of {A}'s strength over {B}'s; 0: equal", "{A}与{B}实力之比的对数；0 为相等"] },
  manpower: { name: ["manpower, {}", "{}的兵力"], unit: ["share of the start", "与起点之比"] },
  materiel: { name: ["matériel, {}", "{}的装备"], unit: ["share of the start", "与起点之比"] },
  reserve: { name: ["reserve, {}", "{}的储备"], unit: ["years of spending", "可供支出的年数"] },
  will: { name: ["will to fight on, {}", "{}的作战意志"], unit: ["share", "比例"] },
  blame: { name: ["blamed for failure, {}", "{}被归咎"], unit: ["0 no, 1 yes", "0 否，1 是"], steps: true },
  belief: { name: ["what {} expects of the front", "{}对战线的预期"], unit: ["mean speed believed in, share of the objective a year", "所相信的平均速度，每年占目标的比例"] },
  "walk-away": { name: ["walk-away value, {}", "{}的退出价值"], unit: ["utility of fighting on", "继续战斗的效用"] },
  gain: { name: ["gain from the text on the table, {}", "{}从当前文本所得"], unit: ["utility above the walk-away value; below 0 it loses", "高于退出价值的效用；低于 0 为受损"] },
  aid: { name: ["aid, {}", "援助：{}"], unit: ["share of today's", "与今日之比"] },
  distance: { name: ["distance to a deal", "距离协议有多远"], unit: ["utility, measured once a year; least gain in the best package found", "效用，每年测量一次；所找到最佳方案中的最小收益"] },
  consensus: { name: ["consensus on the text", "文本共识"], unit: ["share of closed clauses", "已议定条款的比例"] },
  tempo: { name: ["tempo of the war", "战争节奏"], unit: ["0 offensive, 1 positional, 2 low", "0 进攻，1 阵地，2 低烈度"], steps: true },
  credibility: { name: ["credibility of the mediator's threats", "调停者威胁的可信度"], unit: ["0 none, 1 full", "0 全无，1 完全"] },
  mediator: { name: ["mediator at work", "调停者在场"], unit: ["0 no, 1 yes", "0 否，1 是"], steps: true },
};

export interface SeriesWords {
  kind: string; // "will"
  party: number | null; // place in head.parties
  name: string;
  unit: string;
  steps: boolean; // has only whole values: its quantiles jump
}

export function seriesWords(series: WeeklySeries, head: Head, { say, said }: Speaker): SeriesWords {
  const [kind = "", ...rest] = series.name.split(" ");
  const id = rest.join(" ");
  const nameOf = (party: string) => {
    const found = head.parties.find((each) => each.id === party);
    return found ? said(found.name) : null;
  };
  const party = head.parties.findIndex((each) => each.id === id);
  const words = known[kind];
  if (!words) return { kind, party: party < 0 ? null : party, name: series.name, unit: series.unit, steps: false };
  const whom = nameOf(id) ?? pair(id, nameOf) ?? id;
  const [a, b] = sidesOf(head, series, nameOf);
  const fill = (text: string) => text.replace("{}", whom).replace("{A}", a).replace("{B}", b);
  return { kind, party: party < 0 ? null : party, name: upper(fill(say(...words.name))), unit: fill(say(...words.unit)), steps: words.steps ?? false };
}

// "us-ukraine" is help of the one for the other; ids may have hyphens themselves.
function pair(id: string, nameOf: (party: string) => string | null): string | null {
  for (let at = id.indexOf("-"); at > 0; at = id.indexOf("-", at + 1)) {
    const [from, to] = [nameOf(id.slice(0, at)), nameOf(id.slice(at + 1))];
    if (from && to) return `${from} → ${to}`;
  }
  return null;
}

// The two at war; from the unit where the head does not say.
function sidesOf(head: Head, series: WeeklySeries, nameOf: (party: string) => string | null): [string, string] {
  const side = (which: "A" | "B") => head.parties.find((party) => party.side === which)?.id;
  const unit = /(?:held by|strength) (\S+)(?: to (\S+))?$/.exec(series.unit);
  const [a, b] = [side("A") ?? unit?.[1] ?? "A", side("B") ?? unit?.[2] ?? "B"];
  return [nameOf(a) ?? a, nameOf(b) ?? b];
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
