// SPDX-License-Identifier: Apache-2.0
// How long the fighting goes on, and when deals are made.
import { dealsByWeek } from "../../charts/deals_by_week";
import { survival } from "../../charts/survival";
import type { Futures } from "../../data";
import { Figure } from "../../figure";
import { useLanguage } from "../../language";
import { dayAfter, fixed, percent } from "../../numbers";
import { lawName } from "./laws";
import { fights, standing, undecided } from "./shares";

export function Survival({ futures }: { futures: Futures }) {
  const speaker = useLanguage();
  const { say } = speaker;
  const weeks = Array.from({ length: Math.floor(futures.over_time.weeks / 13) + 1 }, (_, k) => 13 * k);
  const of = (week: number, law: number) => futures.outside.rows[law]!.within.find((within) => within.weeks === week)?.chance;
  const left = (chance: number | null | undefined) => percent(chance === null || chance === undefined ? null : 1 - chance);
  return (
    <Figure
      name="survival"
      title={say("How long it goes on", "战争还会持续多久")}
      caption={say(
        "The lines fall as histories leave the war: the full line counts those in which the fighting goes on without a deal, the dashed one also those in which it has faded without one. Marks with lines are the share of wars of this age that had not ended by then, by each law fitted to the record, with 90 % intervals; the grey bars reach from the lowest law to the highest. The laws are drawn side by side, all for the week in the middle of the bar.",
        "曲线随着模拟中战争的结束而下降：实线为仍在战斗且没有协议的比例，虚线再加上没有协议而战事已消退的比例。带竖线的符号，是按记录所拟合的各分布，同样年龄的战争到那时仍未结束的比例及其 90 % 区间；灰色条从最低的分布到最高的分布。各分布并排画出，都属于灰条中间的那一周。",
      )}
      table={{
        columns: [
          say("week", "周"),
          say("date", "日期"),
          say("fighting goes on", "战斗仍在继续"),
          say("fighting, or faded", "战斗或已消退"),
          ...futures.outside.rows.map((row) => `${say("record", "记录")}: ${lawName(row.law, say)}`),
        ],
        rows: weeks.map((week) => [
          week,
          dayAfter(futures.dossier.as_of, week),
          percent(standing(futures, week, fights)?.share),
          percent(standing(futures, week, undecided)?.share),
          ...futures.outside.rows.map((_, law) => left(of(week, law))),
        ]),
      }}
      draw={(width) => survival(futures, width, speaker)}
    />
  );
}

export function DealsByWeek({ futures }: { futures: Futures }) {
  const speaker = useLanguage();
  const { say } = speaker;
  const { deals, process } = futures;
  return (
    <Figure
      name="deals-by-week"
      title={say("When deals are made", "协议何时达成")}
      caption={say(
        `The share of histories in which a first settlement, or a first ceasefire, had come into force by then, whether it held or not; lines are 90 % intervals. The scale ends where the data do. ${percent(deals.ever_settled.share)} (${deals.ever_settled.runs.toLocaleString("en")} of ${deals.ever_settled.of.toLocaleString("en")}) ever reach a settlement. A history has ${fixed(process.meetings, 1)} meetings and ${fixed(process.refusals, 1)} refusals on average, and ${fixed(process.ceasefires_broken, 3)} ceasefires that break.`,
        `到那时已有首个协议或首次停火生效的模拟比例，不论其后是否维持；竖线为 90 % 区间。纵轴只到数据为止。${percent(deals.ever_settled.share)}（${deals.ever_settled.of.toLocaleString("en")} 次中的 ${deals.ever_settled.runs.toLocaleString("en")} 次）曾达成协议。每次模拟平均有 ${fixed(process.meetings, 1)} 次会谈、${fixed(process.refusals, 1)} 次拒绝、${fixed(process.ceasefires_broken, 3)} 次停火破裂。`,
      )}
      table={{
        columns: [
          say("week", "周"),
          say("date", "日期"),
          say("settlements", "协议"),
          say("share", "比例"),
          say("90 % interval", "90 % 区间"),
          say("ceasefires", "停火"),
          say("share", "比例"),
          say("90 % interval", "90 % 区间"),
        ],
        rows: deals.settled_by.map((by, k) => {
          const ceased = deals.ceased_by[k]!;
          const range = (low: number | null, high: number | null) => `${percent(low)} – ${percent(high)}`;
          return [by.week, by.date, by.runs, percent(by.share), range(by.low, by.high), ceased.runs, percent(ceased.share), range(ceased.low, ceased.high)];
        }),
      }}
      draw={(width) => dealsByWeek(futures, width, speaker)}
    />
  );
}
