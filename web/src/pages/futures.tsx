// SPDX-License-Identifier: Apache-2.0
// How the histories go on: endings over time beside the record of other wars, survival, what moves underneath, and the
// terms of the deals.
import type { Futures } from "../data";
import { endingsOverTime } from "../charts/endings_over_time";
import { Figure } from "../figure";
import { useLanguage } from "../language";
import { percent } from "../numbers";
import { Waiting } from "../section";
import type { Source } from "../source";

export function FuturesPage({ source }: { source: Source }) {
  return <Waiting load={() => source.section("futures")}>{(futures) => <EndingsOverTime futures={futures} />}</Waiting>;
}

function EndingsOverTime({ futures }: { futures: Futures }) {
  const { say, said } = useLanguage();
  const marks = futures.endings[0]!.by;
  return (
    <Figure
      name="endings-over-time"
      title={say("How it stands, week by week", "各周所处的状态")}
      caption={say(
        "Of all histories, the share that stands in each way after so many weeks. Intervals in the table are the error of counting histories (90 %), not that of the model.",
        "在所有模拟中，经过若干周后处于各种状态的比例。表中的区间只是计数误差（90 %），不包括模型本身的误差。",
      )}
      table={{
        columns: [say("ending", "结局"), say("share", "比例"), say("90 % interval", "90 % 区间"), say("likelihood", "可能性"), ...marks.map((mark) => `${say("week", "第")} ${mark.week}${say("", " 周")}`)],
        rows: futures.endings.map((ending) => [
          said(ending.name),
          percent(ending.share),
          `${percent(ending.low)} – ${percent(ending.high)}`,
          said(ending.likelihood),
          ...ending.by.map((by) => percent(by.share)),
        ]),
      }}
      draw={(width) => endingsOverTime(futures, width, said, say)}
    />
  );
}
