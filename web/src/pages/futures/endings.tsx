// SPDX-License-Identifier: Apache-2.0
// How the histories stand: week by week, and at the horizon.
import type { Futures } from "../../data";
import { endingsOverTime } from "../../charts/endings_over_time";
import { shareBars } from "../../charts/share_bars";
import { endingColour } from "../../colours";
import { Figure } from "../../figure";
import { useLanguage } from "../../language";
import { dayAfter, percent, unknown } from "../../numbers";

export function EndingsOverTime({ futures }: { futures: Futures }) {
  const { say, said } = useLanguage();
  const all = futures.over_time.weeks;
  const weeks = Array.from({ length: Math.floor(all / 13) + 1 }, (_, k) => k * 13);
  if (weeks.at(-1) !== all) weeks.push(all);
  return (
    <Figure
      name="endings-over-time"
      title={say("How it stands, week by week", "各周所处的状态")}
      caption={say(
        `Take any week and read upwards: the height of each band is the share of the ${futures.runs.toLocaleString("en")} histories that stand in that way then. A history may move between bands: a settlement can break, a faded war can flare up again. The shares are what the dossier's assumptions lead to, not odds.`,
        `取任意一周自下而上看：各色带的高度，是 ${futures.runs.toLocaleString("en")} 次模拟中当时处于该状态的比例。一次模拟可以由一种状态转入另一种：协议可能破裂，消退的战事可能再起。这些比例是卷宗各项假设推出的结果，并不是赔率。`,
      )}
      table={{
        columns: [say("week", "周"), say("date", "日期"), ...futures.endings.map((ending) => said(ending.name))],
        rows: weeks.map((week) => [
          week,
          dayAfter(futures.dossier.as_of, week),
          ...futures.endings.map((ending) => percent(futures.over_time.endings[ending.id]?.[week])),
        ]),
      }}
      draw={(width) => endingsOverTime(futures, width, said, say)}
    />
  );
}

export function EndingsAtHorizon({ futures }: { futures: Futures }) {
  const { say, said } = useLanguage();
  const columns = [
    say("ending", "结局"),
    say("share", "比例"),
    say("90 % interval", "90 % 区间"),
    say("histories", "模拟次数"),
    say("likelihood", "可能性"),
    say("early quarter by", "最早四分之一不晚于"),
    say("half by", "半数不晚于"),
    say("three quarters by", "四分之三不晚于"),
  ];
  return (
    <Figure
      name="endings-at-horizon"
      title={say(`How it stands after ${futures.weeks} weeks`, `${futures.weeks} 周之后的状态`)}
      caption={say(
        "The bar is the share of histories, the line across its end the 90 % interval, the words a fixed scale of likelihood. The interval is only the error of having run so many histories and not more: it says nothing of the model or its assumptions being wrong. The table has the dates by which a quarter, half and three quarters of the histories with that ending had come to it; what still goes on has none.",
        "条形为模拟的比例，其末端的横线为 90 % 区间，文字为固定的可能性用语。区间只反映模拟次数有限造成的误差，并不反映模型或其假设可能有错。表中列出在有该结局的模拟里，四分之一、一半和四分之三达到该结局的日期；仍在继续的没有日期。",
      )}
      table={{
        columns,
        rows: futures.endings.map((ending) => [
          said(ending.name),
          percent(ending.share),
          `${percent(ending.low)} – ${percent(ending.high)}`,
          ending.runs,
          said(ending.likelihood),
          ending.dates.q25 ?? unknown,
          ending.dates.q50 ?? unknown,
          ending.dates.q75 ?? unknown,
        ]),
      }}
      draw={(width) =>
        shareBars(
          futures.endings.map((ending) => ({
            ...ending,
            name: said(ending.name),
            note: said(ending.likelihood),
            value: percent(ending.share),
            colour: endingColour(ending.id),
          })),
          width,
          most(futures.endings.map((ending) => ending.high)),
        )
      }
    />
  );
}

// The end of a scale of shares: the least of a few round numbers that all are below.
export function most(shares: (number | null)[]): number {
  const top = Math.max(0, ...shares.map((share) => share ?? 0));
  return [0.05, 0.1, 0.2, 0.25, 0.5, 0.75].find((end) => top <= end) ?? 1;
}
