// SPDX-License-Identifier: Apache-2.0
// What the packages that pass nearly as often as the best one have in common.
import type { Deals } from "../../data";
import { Figure, useHead } from "../../figure";
import { useLanguage } from "../../language";
import { percent } from "../../numbers";
import { element as svg, picture, type Attributes, widthOf, wrapped } from "../../charts/svg";
import { clauseName, optionName } from "./words";

export function CommonClauses({ deals }: { deals: Deals }) {
  const speaker = useLanguage();
  const { say, said } = speaker;
  const head = useHead();
  if (deals.common.length === 0) return null;
  const rows = [...deals.common].sort((a, b) => b.share - a.share);
  return (
    <Figure
      name="common-clauses"
      title={say("What such packages have in common", "这些方案的共同之处")}
      caption={
        deals.common_of <= 1
          ? say(
              "Over P1 alone: no other package that was seen passes in nearly as many draws (within a twentieth).",
              "仅统计 P1：未见通过抽样数与之相差不足二十分之一的其他方案。",
            )
          : say(
              `Over the ${deals.common_of} packages seen that pass in nearly as many draws as P1 (within a twentieth): how often the most frequent option of each issue stands in them. A clause near 100 % is one that hardly any of them does without; one near the bottom may be traded. The search saw some packages, not all.`,
              `统计范围：通过抽样数与 P1 相差不足二十分之一的 ${deals.common_of} 个方案。图示各议题最常见选项在其中出现的比例。接近 100 % 的条款几乎每个方案都有；靠下的条款可供交换。搜索只见到部分方案，并非全部。`,
            )
      }
      table={{
        columns: [say("issue", "议题"), say("most frequent option", "最常见选项"), say("share", "比例")],
        rows: rows.map(({ issue, option, share }) => [
          said(head.issues[issue]!.name),
          optionName(head, issue, option, said),
          percent(share, 0),
        ]),
      }}
      draw={(width) => {
        const names = rows.map(({ issue, option }) => clauseName(head, issue, option, speaker));
        return shareBars(names, rows.map(({ share }) => share), width);
      }}
    />
  );
}

// A bar for each issue. Words stand beside the bars where there is room, above them otherwise.
function shareBars(names: string[], shares: number[], width: number): SVGSVGElement {
  const widest = Math.max(...names.map((name) => widthOf(name)));
  const stacked = widest > width * 0.6;
  const left = stacked ? 4 : widest + 12;
  const step = stacked ? 44 : 24;
  const most = width - left - 52;
  return picture(
    width,
    names.length * step + 4,
    ...names.flatMap((name, k) => {
      const share = shares[k]!;
      const y = k * step + (stacked ? 20 : 4);
      const words: Attributes = stacked ? { x: 4, y: y - 5 } : { x: left - 8, y: y + 13, "text-anchor": "end" };
      return [
        svg("text", { ...words }, wrapped(name, width - 12, 1)[0]!),
        svg("rect", { x: left, y, width: most, height: 16, fill: "currentColor", "fill-opacity": 0.08 }),
        svg("rect", { x: left, y, width: most * share, height: 16, fill: "#56B4E9" }),
        svg("text", { x: left + most + 6, y: y + 13, "font-size": 12 }, percent(share, 0)),
      ];
    }),
  );
}
