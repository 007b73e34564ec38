// SPDX-License-Identifier: Apache-2.0
// One text as a whole: what each party gains by it against fighting on.
import { rangeRows } from "../../charts/range_rows";
import { partyColour } from "../../colours";
import type { TextPage } from "../../data";
import { Figure, useHead } from "../../figure";
import { useLanguage } from "../../language";
import { fixed, percent, signed } from "../../numbers";

export function Gains({ text, draws }: { text: TextPage; draws: number }) {
  const { say, said } = useLanguage();
  const head = useHead();
  const shown = text.as_is.party.flatMap((deal, party) => (deal ? [{ party, deal }] : []));
  const nameOf = (party: number) => said(head.parties[party]!.name);
  const low = Math.min(-0.05, ...shown.map(({ deal }) => deal.gain.low));
  const high = Math.max(0.05, ...shown.map(({ deal }) => deal.gain.high));
  const acceptOf = (party: number) => text.accept[party] ?? null;
  return (
    <Figure
      name="text-gains"
      title={`${say("What each party gains by it", "各方从中得到什么")}${say(": ", "：")}${said(text.name)}`}
      caption={say(
        `Gain is what the text is worth to a party beyond fighting on, on the party's own scale from 0 to 1; left of the line it would rather fight on. The dot is the mean, the bar spans 5 to 95 % of ${draws} draws. A filled dot: its acceptance is needed; a hollow one: it is not. The table adds who blocks (has the least gain, and loses), the chance that audiences at home pass it, and the chance that the party would say yes if asked once.`,
        `收益指文本对一方的价值超出继续打下去的部分，用它自己的 0 到 1 标尺衡量；在竖线左侧，它宁可继续打。圆点是均值，横条是 ${draws} 次抽样的 5–95 % 范围。实心圆点：必须得到它的同意；空心圆点：不需要。表格另列出谁是阻碍（收益最小且受损）、国内受众通过的机会，以及被问一次时它会同意的机会。`,
      )}
      table={{
        columns: [
          say("party", "参与方"),
          say("must accept", "必须同意"),
          say("gain", "收益"),
          "5 %",
          "95 %",
          say("loses in", "受损的抽样"),
          say("blocks in", "阻碍的抽样"),
          say("passes at home", "国内通过"),
          say("would say yes", "会同意"),
          say("yes, 5–95 %", "同意，5–95 %"),
        ],
        rows: shown.map(({ party, deal }) => [
          nameOf(party),
          deal.must ? say("yes", "是") : say("no", "否"),
          signed(deal.gain.mean, 3),
          signed(deal.gain.low, 3),
          signed(deal.gain.high, 3),
          percent(deal.loses),
          percent(deal.blocks),
          percent(deal.ratifies),
          percent(acceptOf(party)?.mean),
          `${percent(acceptOf(party)?.low)} – ${percent(acceptOf(party)?.high)}`,
        ]),
      }}
      depends={[text]}
      openTable
      draw={(width) =>
        rangeRows(
          {
            rows: shown.map(({ party, deal }) => ({
              name: nameOf(party),
              words: `${signed(deal.gain.mean)} (${signed(deal.gain.low)} ${say("to", "至")} ${signed(deal.gain.high)})`,
              value: deal.gain.mean,
              low: deal.gain.low,
              high: deal.gain.high,
              colour: partyColour(party),
              mark: deal.must ? ("dot" as const) : ("hollow" as const),
            })),
            domain: [low, high],
            tick: (value) => signed(value, high - low < 0.1 ? 2 : 1),
            label: say("gain against fighting on, on the party's own scale", "相对于继续打下去的收益（各方自己的标尺）"),
            line: { at: 0, name: say("no better, no worse", "不好不坏") },
          },
          width,
        )
      }
    >
      <KeyNumbers text={text} />
    </Figure>
  );
}

function KeyNumbers({ text }: { text: TextPage }) {
  const { say } = useLanguage();
  const deal = text.as_is;
  const range = (low: string, high: string) => ` (${low} – ${high})`;
  const numbers: [string, string][] = [
    [say("Passes in (95 % interval)", "通过的抽样（95 % 区间）"), percent(deal.passes) + range(percent(deal.passes_range.low), percent(deal.passes_range.high))],
    [say("Mean chance that audiences at home pass it", "国内受众通过的平均机会"), percent(deal.ratified)],
    [say("Passes and is ratified", "通过且获批准"), percent(deal.carried)],
    [say("All who must accept say yes, asked once", "必须同意的各方被问一次全部同意"), percent(text.all_accept)],
    [
      say("Once in force, it would last, mean (5 to 95 % of draws)", "生效后可维持，均值（抽样的 5–95 %）"),
      `${fixed(deal.years.mean, 1)} ${say("years", "年")}${range(fixed(deal.years.low, 1), fixed(deal.years.high, 1))}`,
    ],
  ];
  return (
    <dl class="key-numbers">
      {numbers.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
