// SPDX-License-Identifier: Apache-2.0
// Names of packages, clauses and solutions, and the one sentence that sums a package up.
import type { Deals, Head, Texts, WeighingTable } from "../../data";
import type { Speaker } from "../../language";
import { percent } from "../../numbers";
import type { Weighed } from "../../weigh";

// A package that the workbench may begin from.
export interface Start {
  id: string;
  kind: "text" | "robust" | "point" | "pair" | "open";
  name: string;
  package: number[];
}

export function startsOf(deals: Deals, texts: Texts | null, head: Head, { say, said }: Speaker): Start[] {
  const texted = (texts?.texts ?? []).map((text): Start => {
    const name = text.date ? `${said(text.name)} (${text.date})` : said(text.name);
    return { id: `text ${text.id}`, kind: "text", name, package: text.options };
  });
  return [
    ...texted,
    ...deals.robust.map((deal, k): Start => ({
      id: `robust ${k}`,
      kind: "robust",
      name: robustName(k),
      package: deal.package,
    })),
    ...deals.central.points.map((point): Start => ({
      id: `point ${point.name}`,
      kind: "point",
      name: solutionName(point.name, say),
      package: point.package,
    })),
    { id: "open", kind: "open", name: say("Everything left open", "全部悬而未决"), package: head.issues.map(() => 0) },
  ];
}

export const robustName = (place: number) => `P${place + 1}`;

export function solutionName(name: string, say: Speaker["say"]): string {
  if (name === "nash") return say("Nash (largest product of gains)", "纳什解（收益之积最大）");
  if (name === "kalai") return say("Kalai (largest least gain)", "卡莱解（最小收益最大）");
  if (name === "ks") return say("Kalai–Smorodinsky (largest least share of each one's best)", "卡莱–斯莫罗丁斯基解（占各自最优之比例的最小值最大）");
  if (name === "utilitarian") return say("Utilitarian (largest sum of gains)", "功利解（收益之和最大）");
  return name;
}

export function optionName(head: Head, issue: number, option: number, said: Speaker["said"]): string {
  return said(head.issues[issue]!.options[option]!.name);
}

// "Frozen assets: Frozen for good".
export function clauseName(head: Head, issue: number, option: number, { say, said }: Speaker): string {
  return `${said(head.issues[issue]!.name)}${say(": ", "：")}${optionName(head, issue, option, said)}`;
}

// A constraint in words of the clauses it joins. The dossier's own reason stands beside it, in its one language.
export function ruleWords(rule: WeighingTable["rules"][number], head: Head, speaker: Speaker): string {
  const { say } = speaker;
  const clauses = (cells: [number, number][], join: string) =>
    cells.map(([issue, option]) => `“${clauseName(head, issue, option, speaker)}”`).join(join);
  const when = clauses(rule.when, say(" and ", "与"));
  const then = clauses(rule.then, say(" or ", "或"));
  if (rule.when.length === 0) return say(`There must be ${then}.`, `必须有${then}。`);
  if (rule.then.length > 0) return say(`With ${when} there must be ${then}.`, `若有${when}，则必须有${then}。`);
  if (rule.when.length === 1) return say(`${when} is ruled out.`, `${when}不可选。`);
  return say(`${when} cannot stand together.`, `${when}不能并存。`);
}

// What a party that must accept does: it falls out where it loses in more than half of the draws.
export type Answer = "accepts" | "wavers" | "falls out" | "not asked";
export function answerOf(weighed: Weighed, party: number): Answer {
  const own = weighed.party[party];
  if (!own || !own.must) return "not asked";
  return own.loses > 0.5 ? "falls out" : own.loses > 0.1 ? "wavers" : "accepts";
}

// "Europe falls out (loses in 80 % of draws). Passes in 4 % of draws; ..."
export function summaryOf(weighed: Weighed, head: Head, speaker: Speaker): string {
  const { say, said } = speaker;
  const parties = head.parties.map((_, party) => party);
  const name = (party: number) => said(head.parties[party]!.name);
  const loses = (party: number) => percent(weighed.party[party]!.loses, 0);
  const out = parties.filter((party) => answerOf(weighed, party) === "falls out");
  const asked = parties.filter((party) => weighed.party[party]?.must);
  const weakest = asked.reduce<number | null>(
    (worst, party) =>
      worst === null || weighed.party[party]!.loses > weighed.party[worst]!.loses ? party : worst,
    null,
  );
  const who =
    out.length > 0
      ? `${out.map((party) => say(`${name(party)} falls out (loses in ${loses(party)} of draws)`, `${name(party)}退出（在 ${loses(party)} 的抽样中受损）`)).join(say("; ", "；"))}${say(".", "。")}`
      : weakest === null
        ? say("Nobody has to accept.", "无需任何一方接受。")
        : weighed.party[weakest]!.loses === 0
          ? say("Nobody who must accept loses in any draw.", "在所有抽样中，须接受的各方均不受损。")
          : say(
              `Nobody falls out; ${name(weakest)} loses most often (in ${loses(weakest)} of draws).`,
              `无人退出；${name(weakest)}最常受损（在 ${loses(weakest)} 的抽样中）。`,
            );
  const [rule, ...more] = weighed.broken;
  if (rule) {
    const others = more.length === 0 ? "" : say(` And ${more.length} more.`, `另有 ${more.length} 处。`);
    return `${say("Not possible: ", "不可行：")}${ruleWords(rule, head, speaker)}${others}${say(" ", "")}${who}`;
  }
  return say(
    `${who} Passes in ${percent(weighed.passes, 0)} of draws; ratified with a chance of ${percent(weighed.ratified, 0)}.`,
    `${who}在 ${percent(weighed.passes, 0)} 的抽样中通过；获得国内批准的概率为 ${percent(weighed.ratified, 0)}。`,
  );
}
