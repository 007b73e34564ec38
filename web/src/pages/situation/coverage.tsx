// SPDX-License-Identifier: Apache-2.0
// How much of the dossier rests on a source: by party and issue, and by part of the dossier.
import { coverage, type Cover } from "../../charts/coverage";
import type { Situation } from "../../data";
import { Figure, useHead } from "../../figure";
import { useLanguage } from "../../language";
import { percent } from "../../numbers";

type Say = (en: string, zh: string) => string;

// Parts of a dossier; a part without a name here stands under its own.
const partNames: Record<string, [string, string]> = {
  party: ["the parties' own numbers", "各方自身的数值"],
  side: ["the sides' means of war", "双方的战争资源"],
  front: ["the front", "战线"],
  war: ["the course of the war", "战争进程"],
  aid: ["help from others", "外部援助"],
  hold: ["what makes a peace hold", "和平能否维持"],
  issue: ["what the options do", "各选项的作用"],
  value: ["what the options are worth", "各选项的价值"],
  linkage: ["issues that hang together", "议题之间的关联"],
  audience: ["audiences at home", "国内受众"],
  lever: ["levers", "施压手段"],
  channel: ["channels of talks", "谈判渠道"],
  mediation: ["mediation", "调停"],
};

const keyOf = (say: Say): [string, string, string] => [say("cited", "有出处"), say("assumed", "假定"), say("missing", "缺失")];
const caption = (say: Say) =>
  say(
    "Blue and tall: numbers with a source behind them. Orange and half as tall: assumed, that is, judged by whoever wrote the dossier. Outlined: missing, a wide fallback stands in. The words say how many of all have a source. A source can be wrong, too: its grade stands on the page of the evidence.",
    "蓝色高条：有出处的数值。橙色矮条：假定的数值，即由编写卷宗的人判断。虚线框：缺失，以很宽的默认范围代替。文字表示全部数值中有出处的有几个。出处也可能有误：其等级见“证据”页。",
  );
const cells = (cover: Cover) => {
  const all = cover.cited + cover.assumed + cover.missing;
  return [cover.cited, cover.assumed, cover.missing, percent(all > 0 ? cover.cited / all : null, 0)];
};
const columnsOf = (say: Say) => [...keyOf(say), say("share cited", "有出处的比例")];

export function EvidenceCoverage({ situation }: { situation: Situation }) {
  const { say, said } = useLanguage();
  const head = useHead();
  const parties = head.parties.flatMap((_, p) =>
    situation.own.some((own) => own.party === p) || situation.stands.some((stand) => stand.party === p) ? [p] : [],
  );
  const own = say("the party itself (costs, patience, beliefs …)", "参与方自身（代价、耐心、判断等）");
  const covers: { name: string; of: (party: number) => Cover | undefined }[] = [
    { name: own, of: (party) => situation.own.find((each) => each.party === party) },
    ...head.issues.map((issue, i) => ({
      name: said(issue.name),
      of: (party: number) => situation.stands.find((stand) => stand.party === party && stand.issue === i),
    })),
  ];
  return (
    <Figure
      name="evidence-coverage"
      title={say("What rests on sources, by party and issue", "哪些数值有出处：按参与方和议题")}
      caption={caption(say)}
      table={{
        columns: [say("issue", "议题"), say("party", "参与方"), ...columnsOf(say)],
        rows: covers.flatMap((row) =>
          parties.flatMap((party) => {
            const cover = row.of(party);
            return cover ? [[row.name, said(head.parties[party]!.name), ...cells(cover)]] : [];
          }),
        ),
      }}
      draw={(width) =>
        coverage(
          {
            columns: parties.map((party) => said(head.parties[party]!.name)),
            rows: covers.map((row) => ({ name: row.name, cells: parties.map((party) => row.of(party) ?? null) })),
            key: keyOf(say),
          },
          width,
        )
      }
    />
  );
}

export function EvidenceByPart({ situation }: { situation: Situation }) {
  const { say } = useLanguage();
  const nameOf = (part: string) => (partNames[part] ? say(...partNames[part]) : part);
  return (
    <Figure
      name="evidence-by-part"
      title={say("What rests on sources, by part of the dossier", "哪些数值有出处：按卷宗各部分")}
      caption={caption(say)}
      table={{
        columns: [say("part", "部分"), ...columnsOf(say)],
        rows: situation.parts.map((part) => [nameOf(part.part), ...cells(part)]),
      }}
      draw={(width) =>
        coverage({ columns: [], rows: situation.parts.map((part) => ({ name: nameOf(part.part), cells: [part] })), key: keyOf(say) }, width)
      }
    />
  );
}
