// SPDX-License-Identifier: Apache-2.0
import { rangeRows } from "../../charts/range_rows";
import { Figure, useHead } from "../../figure";
import { useLanguage } from "../../language";
import { fixed } from "../../numbers";
import { assumedScale, endsOf, type Predict } from "./scale";

// All issues at a glance: the median of the models, and how far they lie apart.
export function MediansOverModels({ predict }: { predict: Predict }) {
  const speaker = useLanguage();
  const { say, said } = speaker;
  const head = useHead();
  const rows = predict.scales.map((scale, k) => ({
    issue: said(head.issues[scale.issue]!.name),
    over: predict.over_models[k] ?? null,
    mean: predict.yardstick.forecast[k],
  }));
  return (
    <Figure
      name="forecasts-overview"
      title={say("All issues: the median of the models", "全部议题：各模型的中位数")}
      caption={
        <>
          {say(
            "For each issue the median of the models' forecasts, and how far they lie apart: the bar goes from the least forecast to the most. Models share their inputs and many share their ideas, so agreement among them is weaker evidence than it looks. ",
            "每个议题上各模型预测的中位数，以及它们之间的差距：横条从最小预测到最大预测。这些模型输入相同，许多思路也相近，因此彼此一致并不像看上去那样有说服力。",
          )}
          {assumedScale(speaker)}
        </>
      }
      table={{
        columns: [
          say("issue", "议题"),
          say("models", "模型数"),
          say("median over models", "模型中位数"),
          say("least", "最小"),
          say("most", "最大"),
          said(predict.yardstick.title),
        ],
        rows: rows.map(({ issue, over, mean }) => [
          issue,
          over?.models ?? null,
          fixed(over?.median, 1),
          fixed(over?.low, 1),
          fixed(over?.high, 1),
          fixed(mean, 1),
        ]),
      }}
      draw={(width) =>
        rangeRows(
          {
            rows: rows.map(({ issue, over }) => ({
              name: issue,
              words: over ? `${fixed(over.median, 0)} (${fixed(over.low, 0)} – ${fixed(over.high, 0)})` : "–",
              value: over?.median ?? null,
              low: over?.low ?? null,
              high: over?.high ?? null,
              colour: "var(--accent)",
            })),
            domain: [0, 100],
            tick: (value) => fixed(value, 0),
            label: say("place on the issue's scale", "在该议题标尺上的位置"),
            ends: endsOf(head, speaker),
          },
          width,
        )
      }
    />
  );
}
