// SPDX-License-Identifier: Apache-2.0
import { rangeRows } from "../../charts/range_rows";
import type { Texts } from "../../data";
import { Figure } from "../../figure";
import { useLanguage } from "../../language";
import { fixed, percent, signed } from "../../numbers";

// All texts as they stand: in how many draws nobody who must accept loses.
export function SideBySide({ texts }: { texts: Texts }) {
  const { say, said } = useLanguage();
  return (
    <Figure
      name="texts"
      title={say("The texts as they stand, side by side", "各文本现状对比")}
      caption={say(
        `The share of ${texts.draws} draws of the dossier's numbers in which a text passes: nobody whose acceptance it needs would do better by fighting on. The bar (95 %) is what so few draws leave open; it is not the error of the model. Passing is what could be signed, not what will be: parties hold out, and audiences at home have a word of their own (table: passes at home).`,
        `在卷宗数值的 ${texts.draws} 次抽样中，文本能够通过的比例：凡是必须接受它的各方，没有谁继续打下去会更好。横条（95 %）只反映抽样次数有限，不是模型的误差。“通过”表示可以签，不表示会签：各方可能坐等更好的条件，国内受众也有发言权（见表格“国内通过”）。`,
      )}
      table={{
        columns: [
          say("text", "文本"),
          say("date", "日期"),
          say("passes in", "通过的抽样"),
          say("95 % interval", "95 % 区间"),
          say("mean least gain", "最小收益均值"),
          say("passes at home", "国内通过"),
          say("passes and is ratified", "通过且获批准"),
          say("all say yes, asked once", "一次询问全部同意"),
          say("would last, years", "可维持年数"),
          say("years, 5–95 %", "年数，5–95 %"),
        ],
        rows: texts.texts.map((text) => [
          said(text.name),
          text.date,
          percent(text.as_is.passes),
          `${percent(text.as_is.passes_range.low)} – ${percent(text.as_is.passes_range.high)}`,
          signed(text.as_is.least, 3),
          percent(text.as_is.ratified),
          percent(text.as_is.carried),
          percent(text.all_accept),
          fixed(text.as_is.years.mean, 1),
          `${fixed(text.as_is.years.low, 1)} – ${fixed(text.as_is.years.high, 1)}`,
        ]),
      }}
      draw={(width) =>
        rangeRows(
          {
            rows: texts.texts.map((text) => ({
              name: said(text.name),
              words: `${percent(text.as_is.passes)} (${percent(text.as_is.passes_range.low)} – ${percent(text.as_is.passes_range.high)})`,
              value: text.as_is.passes,
              low: text.as_is.passes_range.low,
              high: text.as_is.passes_range.high,
              colour: "var(--accent)",
            })),
            domain: [0, 1],
            tick: (value) => percent(value, 0),
            label: say("share of draws in which the text passes", "文本通过的抽样比例"),
          },
          width,
        )
      }
    />
  );
}
