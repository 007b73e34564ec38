// SPDX-License-Identifier: Apache-2.0
// What moves underneath: the weekly series as fans, a few of them together or one at a time.
import { useState } from "preact/hooks";
import { fans, type Fan } from "../../charts/fan";
import { partyColour } from "../../colours";
import type { Futures } from "../../data";
import { Figure, useHead } from "../../figure";
import { useLanguage } from "../../language";
import { dayAfter } from "../../numbers";
import { seriesWords, type SeriesWords, type WeeklySeries } from "./series_names";

type Named = WeeklySeries & { words: SeriesWords };
const important = ["front", "will", "walk-away", "distance"];

export function Fans({ futures }: { futures: Futures }) {
  const speaker = useLanguage();
  const { say } = speaker;
  const head = useHead();
  const [chosen, setChosen] = useState("");
  const all: Named[] = futures.series.map((series) => ({ ...series, words: seriesWords(series, head, speaker) }));
  const fighting = new Set(all.filter((each) => each.words.kind === "will").map((each) => each.words.party));
  const few = all.filter(({ words: { kind, party } }) => important.includes(kind) && (party === null || fighting.has(party)));
  const shown = chosen === "" ? inOrder(few) : all.filter((each) => each.name === chosen);
  const end = futures.over_time.weeks;
  const step = chosen === "" ? 13 : 1;
  const last = futures.over_time.going_on[end] ?? 0;
  const steps = shown.some((each) => each.words.steps)
    ? say(" It has whole values only, so its quantiles jump; read the table.", "该序列只取整数值，因此分位数呈跳跃；请看表格。")
    : "";
  return (
    <Figure
      name="series"
      title={say("What moves underneath", "背后的变化")}
      caption={say(
        `Of the histories that are not over in a week, the middle one (line), the middle half (dark band) and nine in ten (light band). These are bands for each week, not paths: no single history runs along them. ${last.toLocaleString("en")} of ${futures.runs.toLocaleString("en")} histories are left at the end, so a band can also move because some have dropped out. The scale of a panel begins where its data do, not at 0; panels of the same kind share theirs.${steps}`,
        `每一周在尚未结束的模拟中：中位（线）、中间一半（深色带）和十分之九（浅色带）。色带按周计算，并不是路径：没有哪一次模拟沿着它走。到最后还剩 ${futures.runs.toLocaleString("en")} 次中的 ${last.toLocaleString("en")} 次，因此色带也会因部分模拟退出而移动。各图的纵轴从数据处开始而不是从 0 开始；同类的图使用相同的纵轴。${steps}`,
      )}
      controls={
        <label>
          {say("Show", "显示")}
          <select value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
            <option value="">{say("the most important", "最重要的几项")}</option>
            {all.map((each) => (
              <option value={each.name}>{each.words.name}</option>
            ))}
          </select>
        </label>
      }
      table={{
        columns: [say("series", "序列"), say("unit", "单位"), say("week", "周"), say("date", "日期"), "5 %", "25 %", "50 %", "75 %", "95 %"],
        rows: shown.flatMap((each) =>
          each.q50.flatMap((_, week) =>
            week % step === 0 || week === end ? [[each.words.name, each.words.unit, week, dayAfter(futures.dossier.as_of, week), ...at(each, week)]] : [],
          ),
        ),
      }}
      draw={(width) => fans(shown.map((each) => fanOf(each, shown)), width, say("weeks", "周"))}
      depends={[chosen]}
    />
  );
}

// The front first, then what belongs together side by side.
function inOrder(list: Named[]): Named[] {
  return [...list].sort((a, b) => important.indexOf(a.words.kind) - important.indexOf(b.words.kind));
}

function at(series: WeeklySeries, week: number): (number | null)[] {
  return [series.q05, series.q25, series.q50, series.q75, series.q95].map((quantile) => {
    const value = quantile[week] ?? null;
    return value === null ? null : Number(value.toPrecision(4));
  });
}

function fanOf(series: Named, shown: Named[]): Fan {
  const alike = shown.filter((each) => each.words.kind === series.words.kind);
  const values = alike.flatMap((each) => [...each.q05, ...each.q95]).filter((value) => value !== null);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = Math.max((high - low) * 0.05, 1e-3);
  const { party, name, unit } = series.words;
  return { series, name, unit, colour: party === null ? "#7A7A7A" : partyColour(party), domain: [low - room, high + room] };
}
