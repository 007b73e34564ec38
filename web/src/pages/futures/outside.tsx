// SPDX-License-Identifier: Apache-2.0
// The model's histories beside what became of other wars of this age.
import { shareBars, type ShareBar } from "../../charts/share_bars";
import type { Futures, Share } from "../../data";
import { Figure } from "../../figure";
import { useLanguage, type Speaker } from "../../language";
import { percent, unknown } from "../../numbers";
import { lawName } from "./laws";
import { decided, quiet, standing } from "./shares";

interface Line extends Pick<Share, "share" | "low" | "high"> {
  weeks: number;
  name: string;
  model: boolean;
  faded: boolean;
}

export function OutsideView({ futures }: { futures: Futures }) {
  const speaker = useLanguage();
  const { say } = speaker;
  const { outside } = futures;
  const lines = linesOf(futures, speaker);
  const days = outside.age_days.toLocaleString("en");
  return (
    <Figure
      name="outside-view"
      title={say("Beside the record of other wars", "与其他战争的记录对照")}
      caption={say(
        `Dots: of wars between states that lasted longer than this one had (${days} days), the share that ended within so many weeks; ${outside.as_long} of ${outside.wars} wars on record are as long, so the fitted laws carry most of the weight, and they disagree. Bars: the model's histories that by then are in a deal, had one that broke, or are over; below it also those in which the war has faded, since the record ends a war when its fighting dies down. The two are not the same question: the record knows nothing of this war but its age, the model nothing of other wars. Where they lie far apart, one of them is wrong, and neither can say which. Lines are 90 % intervals.`,
        `圆点：持续时间超过本战争（${days} 天）的国家间战争中，在相应周数内结束的比例；记录中的 ${outside.wars} 场战争只有 ${outside.as_long} 场这样长，因此主要依靠拟合的分布，而各分布彼此并不一致。条形：到那时已有协议、协议曾达成而又破裂或战争已分胜负的模拟比例；下一条再加上战事已消退的模拟，因为记录以战斗平息为战争结束。两者问的不是同一个问题：记录只知道这场战争的时长，模型不知道其他战争。两者相差很大时，必有一方有误，而双方都无法判断是哪一方。横线为 90 % 区间。`,
      )}
      table={{
        columns: [say("within weeks", "周数以内"), say("what", "内容"), say("share", "比例"), say("90 % interval", "90 % 区间")],
        rows: lines.map((line) => [line.weeks, line.name, percent(line.share), range(line)]),
      }}
      draw={(width) => shareBars(barsOf(lines, say), width)}
    />
  );
}

function linesOf(futures: Futures, { say }: Speaker): Line[] {
  const none = { share: null, low: null, high: null };
  return futures.outside.spread.flatMap(({ weeks }) => [
    { weeks, name: say("model: in a deal, or over", "模型：已有协议或已结束"), model: true, faded: false, ...(standing(futures, weeks, decided) ?? none) },
    { weeks, name: say("model: the same, or faded", "模型：同上，或战事已消退"), model: true, faded: true, ...(standing(futures, weeks, quiet) ?? none) },
    ...futures.outside.rows.flatMap((row) =>
      row.within
        .filter((within) => within.weeks === weeks)
        .map(({ chance, low, high }) => ({ weeks, name: lawName(row.law, say), model: false, faded: false, share: chance, low, high })),
    ),
  ]);
}

function barsOf(lines: Line[], say: Speaker["say"]): ShareBar[] {
  return lines.map((line, k) => ({
    name: line.name,
    share: line.share,
    low: line.low,
    high: line.high,
    value: percent(line.share, 0),
    colour: line.model ? (line.faded ? "#8F8F8F" : "#009E73") : "currentColor",
    dot: !line.model,
    heading: lines[k - 1]?.weeks === line.weeks ? undefined : say(`within ${line.weeks} weeks`, `${line.weeks} 周以内`),
  }));
}

function range({ low, high }: Line): string {
  return low === null || high === null ? unknown : `${percent(low)} – ${percent(high)}`;
}
