// SPDX-License-Identifier: Apache-2.0
// On what terms deals are made, issue by issue.
import { useState } from "preact/hooks";
import { termBars } from "../../charts/term_bars";
import { endingColour } from "../../colours";
import type { Futures } from "../../data";
import { Figure } from "../../figure";
import { useLanguage } from "../../language";
import { percent } from "../../numbers";

type Kind = "settlements" | "ceasefires";
const few = 200; // deals below which the intervals are too wide for small differences

export function Terms({ futures }: { futures: Futures }) {
  const { say, said } = useLanguage();
  const [kind, setKind] = useState<Kind>("settlements");
  const of = (which: Kind) => futures.terms[0]?.options[0]?.[which].of ?? 0;
  const count = of(kind);
  const range = (low: number | null, high: number | null) => (low === null ? null : `${percent(low)} – ${percent(high)}`);
  const warning =
    count === 0
      ? say("There is none: nothing can be said of its terms.", "一次也没有：无法说明其条款。")
      : count < few
        ? say(`Only ${count}: read the intervals, not the bars.`, `仅有 ${count} 次：请看区间而不是条形。`)
        : "";
  return (
    <Figure
      name="terms"
      title={say("On what terms deals are made", "协议以何种条款达成")}
      caption={
        <>
          {say(
            "For every issue, the share of deals that close it in each way: of the last settlement of each history that ever had one (those that broke too), or of the ceasefire that stands at the end. Lines are 90 % intervals of counting.",
            "各项议题以每种方式处理的协议所占比例：每次曾达成协议的模拟取其最后一份协议（包括后来破裂的），停火则取结束时仍有效的。横线为 90 % 计数区间。",
          )}{" "}
          <strong>{warning}</strong>
        </>
      }
      controls={
        <label>
          {say("Terms of", "条款所属")}
          <select value={kind} onChange={(event) => setKind(event.currentTarget.value as Kind)}>
            <option value="settlements">{say(`settlements (${of("settlements")})`, `协议（${of("settlements")}）`)}</option>
            <option value="ceasefires">{say(`ceasefires (${of("ceasefires")})`, `停火（${of("ceasefires")}）`)}</option>
          </select>
        </label>
      }
      table={{
        columns: [
          say("issue", "议题"),
          say("option", "选项"),
          say("settlements", "协议"),
          say("share", "比例"),
          say("90 % interval", "90 % 区间"),
          say("ceasefires", "停火"),
          say("share", "比例"),
          say("90 % interval", "90 % 区间"),
        ],
        rows: futures.terms.flatMap((issue) =>
          issue.options.map(({ name, settlements: s, ceasefires: c }) => [
            said(issue.name),
            said(name),
            s.runs,
            percent(s.share),
            range(s.low, s.high),
            c.runs,
            percent(c.share),
            range(c.low, c.high),
          ]),
        ),
      }}
      draw={(width) =>
        termBars(
          futures.terms.map((issue) =>
            issue.options.map((option, k) => ({
              ...option[kind],
              name: said(option.name),
              value: percent(option[kind].share, 0),
              colour: option.option === "open" ? "#8F8F8F" : endingColour(kind === "settlements" ? "settlement" : "ceasefire"),
              heading: k === 0 ? said(issue.name) : undefined,
            })),
          ),
          width,
        )
      }
      depends={[kind]}
    />
  );
}
