// SPDX-License-Identifier: Apache-2.0
// How few clauses of a text need to change for it to pass, and which.
import { rangeRows } from "../../charts/range_rows";
import type { ChangedText, TextPage } from "../../data";
import { Figure, useHead } from "../../figure";
import { useLanguage } from "../../language";
import { fixed, percent } from "../../numbers";
import { changesInWords } from "./changes";

export function SmallestChange({ text, share }: { text: TextPage; share: number }) {
  const speaker = useLanguage();
  const { say, said } = speaker;
  const head = useHead();
  const wanted = percent(share, 0);
  const row = (kind: string, change: ChangedText) => [
    change.changes.length,
    kind,
    changesInWords(change.changes, head, speaker),
    percent(change.deal.passes),
    `${percent(change.deal.passes_range.low)} – ${percent(change.deal.passes_range.high)}`,
    change.enough ? say("yes", "是") : say("no", "否"),
    change.all_tried ? say("yes", "是") : say("no", "否"),
    percent(change.deal.ratified),
    fixed(change.deal.years.mean, 1),
    fixed(change.movement, 3),
  ];
  const asIs = { number: 0, deal: text.as_is, searched: false };
  const steps = [asIs, ...text.steps.map((step) => ({ number: step.changes.length, deal: step.deal, searched: !step.all_tried }))];
  const stepName = (number: number, searched: boolean) =>
    (number === 0 ? say("as it stands", "原文不动") : say(`${number} changed`, `改 ${number} 条`)) + (searched ? say(" (searched)", "（搜索）") : "");
  return (
    <Figure
      name="smallest-change"
      title={`${say("The smallest change with which it passes", "能使其通过的最小改动")}${say(": ", "：")}${said(text.name)}`}
      caption={say(
        `For each number of changed clauses, the change with which the text passes in most draws; wanted: ${wanted} (the broken line). A filled dot means that every change of so many clauses was tried, so none is better; a hollow one (“searched”) is the best that a search found, and there may be a better one. The bar (95 %) is what the number of draws leaves open. It passes on gains alone: that audiences ratify it is another question (table).`,
        `对每个改动条数，列出使文本在最多抽样中通过的改法；目标是 ${wanted}（虚线）。实心圆点：这个条数的所有改法都试过，没有更好的；空心圆点（“搜索”）：只是搜索找到的最好改法，可能还有更好的。横条（95 %）反映抽样次数有限。这里的“通过”只看各方收益；国内是否批准是另一回事（见表格）。`,
      )}
      table={{
        columns: [
          say("clauses", "条数"),
          say("what it is", "类别"),
          say("change", "改动"),
          say("passes in", "通过的抽样"),
          say("95 % interval", "95 % 区间"),
          say("enough", "足够"),
          say("all tried", "全部试过"),
          say("passes at home", "国内通过"),
          say("would last, years", "可维持年数"),
          say("movement (utility)", "让步幅度（效用）"),
        ],
        rows: [
          ...text.steps.map((step) => row(say("best of so many", "同条数中最好"), step)),
          ...text.smallest.map((change) => row(say("enough, fewest clauses", "足够且条数最少"), change)),
        ],
      }}
      depends={[text]}
      draw={(width) =>
        rangeRows(
          {
            rows: steps.map(({ number, deal, searched }) => ({
              name: stepName(number, searched),
              words: `${percent(deal.passes)} (${percent(deal.passes_range.low)} – ${percent(deal.passes_range.high)})`,
              value: deal.passes,
              low: deal.passes_range.low,
              high: deal.passes_range.high,
              colour: "var(--accent)",
              mark: searched ? ("hollow" as const) : ("dot" as const),
            })),
            domain: [0, 1],
            tick: (value) => percent(value, 0),
            label: say("share of draws in which the changed text passes", "改动后文本通过的抽样比例"),
            line: { at: share, name: say(`wanted: ${wanted}`, `目标：${wanted}`) },
          },
          width,
        )
      }
    >
      <Smallest text={text} wanted={wanted} />
    </Figure>
  );
}

function Smallest({ text, wanted }: { text: TextPage; wanted: string }) {
  const speaker = useLanguage();
  const { say } = speaker;
  const head = useHead();
  const last = text.steps[text.steps.length - 1];
  if (text.smallest[0]?.changes.length === 0)
    return <p>{say("No change is needed: the text passes often enough as it stands.", "不需要改动：文本现状已能在足够多的抽样中通过。")}</p>;
  if (text.smallest.length === 0) {
    const tried = last?.changes.length ?? 0;
    const proved = text.steps.every((step) => step.all_tried);
    return (
      <p class="notice">
        {say(
          `No change was found with which the text passes in ${wanted} of the draws: up to ${tried} changed clauses were looked at. ${proved ? "All of them were tried: there is none of so few clauses." : "Not all of them were tried, so there may be one."}`,
          `没有找到能使文本在 ${wanted} 的抽样中通过的改动：最多看了改 ${tried} 条的情形。${proved ? "已全部试过：这么少的条数内不存在。" : "并非全部试过，因此仍可能存在。"}`,
        )}
      </p>
    );
  }
  const fewer = text.steps.filter((step) => !step.enough);
  const proved = fewer.every((step) => step.all_tried);
  return (
    <>
      <h3>{say("Changes that are enough with the fewest clauses", "条数最少的足够改动")}</h3>
      <p>
        {proved
          ? say("Fewer clauses do not get there: all were tried. Listed from the least movement.", "更少的条数做不到：已全部试过。按让步幅度从小到大排列。")
          : say("Fewer clauses do not get there as far as was searched. Listed from the least movement.", "就搜索所及，更少的条数做不到。按让步幅度从小到大排列。")}
      </p>
      <ol class="changes">
        {text.smallest.map((change) => (
          <li>
            {changesInWords(change.changes, head, speaker)}{" "}
            <span class="soft">
              <span class="nowrap">
                {say("passes in", "通过")} {percent(change.deal.passes)} ({percent(change.deal.passes_range.low)} –{" "}
                {percent(change.deal.passes_range.high)})
              </span>
              {say(", ", "，")}
              <span class="nowrap">
                {say("at home", "国内")} {percent(change.deal.ratified)}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
