// SPDX-License-Identifier: Apache-2.0
// What models of collective decisions forecast on one issue, with the weighted mean as the yardstick.
import { useState } from "preact/hooks";
import { rangeRows, type RangeRow } from "../../charts/range_rows";
import type { ModelForecast } from "../../data";
import { Figure, useHead } from "../../figure";
import { useLanguage } from "../../language";
import { fixed } from "../../numbers";
import { assumedScale, endsOf, type Predict } from "./scale";

export function Forecasts({ predict }: { predict: Predict }) {
  const speaker = useLanguage();
  const { say, said } = speaker;
  const head = useHead();
  const [chosen, setChosen] = useState(0);
  const scale = predict.scales[chosen]!;
  const issue = head.issues[scale.issue]!;
  const places = [...scale.places].sort((a, b) => a.at - b.at).map(({ at, option }) => ({ at, name: said(issue.options[option]!.name) }));
  const nearest = (value: number | null | undefined) => {
    if (value === null || value === undefined || places.length === 0) return "–";
    return places.reduce((best, place) => (Math.abs(place.at - value) < Math.abs(best.at - value) ? place : best)).name;
  };
  const { yardstick } = predict;
  const models = predict.models.filter((model) => model.refused === null && model.name !== yardstick.name);
  const line = yardstick.forecast[chosen] ?? null;
  const cells = (model: ModelForecast, kind: string) => [
    said(model.title),
    kind,
    fixed(model.forecast[chosen], 1),
    fixed(model.over_inputs[chosen]?.low, 1),
    fixed(model.over_inputs[chosen]?.median, 1),
    fixed(model.over_inputs[chosen]?.high, 1),
    nearest(model.forecast[chosen]),
    model.source,
  ];
  return (
    <Figure
      name="forecasts"
      title={`${say("What models of collective decisions forecast", "集体决策模型的预测")}${say(": ", "：")}${said(issue.name)}`}
      caption={
        <>
          {say(
            `One row for each model. The dot is its forecast at the centre of the dossier's numbers, the bar spans 5 to 95 % over ${predict.draws} draws of them. Some models jump, so a dot may lie away from the middle of its bar, or outside it. The broken line is the weighted mean of the positions (the square): the yardstick that a model should beat before it is believed. Numbers above the scale are the options. `,
            `每行一个模型。圆点是按卷宗数值中心值所作的预测，横条是 ${predict.draws} 次抽样的 5–95 % 范围。有些模型会跳变，圆点可能不在横条中间，甚至落在横条之外。虚线（方块）是各方立场的加权均值：一个模型只有胜过它才值得相信。标尺上方的数字是各选项。`,
          )}
          {assumedScale(speaker)}
        </>
      }
      controls={
        <label>
          {say("Scale", "标尺")}
          <select value={chosen} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
            {predict.scales.map((each, k) => (
              <option value={k}>{said(head.issues[each.issue]!.name)}</option>
            ))}
          </select>
        </label>
      }
      table={{
        columns: [
          say("name", "名称"),
          say("kind", "类别"),
          say("place, 0 to 100", "位置，0 到 100"),
          say("5 % over inputs", "输入抽样 5 %"),
          say("median over inputs", "输入抽样中位数"),
          say("95 % over inputs", "输入抽样 95 %"),
          say("nearest option", "最近的选项"),
          say("source", "出处"),
        ],
        rows: [
          cells(yardstick, say("yardstick", "基准")),
          ...models.map((model) => cells(model, say("model", "模型"))),
          ...places.map((place) => [place.name, say("option", "选项"), fixed(place.at, 1), null, null, null, place.name, "–"]),
        ],
      }}
      depends={[chosen]}
      draw={(width) =>
        rangeRows(
          {
            rows: [
              { ...rowOf(yardstick, chosen, said(yardstick.title), "currentColor"), mark: "square" },
              ...models.map((model) => rowOf(model, chosen, said(model.title), "var(--accent)")),
            ],
            domain: [0, 100],
            tick: (value) => fixed(value, 0),
            label: said(issue.name),
            ends: endsOf(head, speaker),
            numbered: places,
            ...(line === null ? {} : { line: { at: line, name: `${said(yardstick.title)} ${fixed(line, 0)}` } }),
          },
          width,
        )
      }
    >
      <Refused models={predict.models} />
      {predict.notes.map((note) => (
        <p class="soft">{said(note)}</p>
      ))}
    </Figure>
  );
}

function rowOf(model: ModelForecast, scale: number, name: string, colour: string): RangeRow {
  const value = model.forecast[scale] ?? null;
  const over = model.over_inputs[scale] ?? null;
  const range = over ? ` (${fixed(over.low, 0)} – ${fixed(over.high, 0)})` : "";
  return { name, words: `${fixed(value, 0)}${range}`, value, low: over?.low ?? null, high: over?.high ?? null, colour };
}

function Refused({ models }: { models: ModelForecast[] }) {
  const { say, said } = useLanguage();
  const refused = models.filter((model) => model.refused !== null);
  if (refused.length === 0) return null;
  return (
    <>
      <h3>{say("Models that refuse, and why", "拒绝作答的模型及原因")}</h3>
      <ul>
        {refused.map((model) => (
          <li>
            {said(model.title)}
            {say(": ", "：")}
            {said(model.refused!)}
          </li>
        ))}
      </ul>
    </>
  );
}
