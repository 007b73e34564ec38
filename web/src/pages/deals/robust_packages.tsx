// SPDX-License-Identifier: Apache-2.0
// The packages that pass in most draws, side by side: what becomes of them and what is in them.
import { Figure, useHead } from "../../figure";
import { useLanguage } from "../../language";
import { fixed, percent, signed } from "../../numbers";
import { ToWorkbench, UseButton } from "./start_select";
import type { BenchProps } from "./workbench";
import { optionName, robustName } from "./words";

export function RobustPackages({ deals, starts, bench }: BenchProps) {
  const { say, said } = useLanguage();
  const head = useHead();
  const { robust } = deals;
  const row = (name: string, of: (place: number) => string) => [name, ...robust.map((_, place) => of(place))];
  const range = (low: string, high: string) => `(${low} – ${high})`;
  return (
    <Figure
      name="robust-packages"
      title={say("Packages that pass in most draws", "在最多抽样中可通过的方案")}
      caption={say(
        `Found by search over ${deals.draws} draws: there may be better ones. “Passes in”: the share of draws in which nobody who must accept loses, with its 95 % interval from the number of draws. “Ratified”: mean chance that the audiences of all who must accept agree. “Would last”: one over the yearly hazard of breaking, mean and 5 % to 95 % of draws. An arrow marks a clause that differs from P1. They are what the model's numbers allow, not what anyone should sign.`,
        `由 ${deals.draws} 次抽样搜索所得，或有更优者。“通过的抽样”：须接受的各方均不受损的抽样比例，附抽样次数所致的 95 % 区间。“国内批准”：须接受各方的国内各界全部同意的平均概率。“预计维持”：年破裂风险率的倒数，均值及抽样的 5 % 至 95 %。箭头表示与 P1 不同的条款。这些只是模型数值所容许的方案，并不意味着任何一方应当签署。`,
      )}
      controls={
        robust.length > 0 && (
          <div class="buttons" role="group" aria-label={say("Use in the workbench", "放上工作台")}>
            {say("Use in the workbench:", "放上工作台：")}{" "}
            {starts
              .filter((start) => start.kind === "robust")
              .map((start) => (
                <UseButton start={start} bench={bench} words={start.name} />
              ))}{" "}
            <ToWorkbench />
          </div>
        )
      }
      openTable={robust.length > 0}
      table={{
        columns: [say("package", "方案"), ...robust.map((_, place) => robustName(place))],
        rows: [
          row(say("passes in (95 % interval)", "通过的抽样（95 % 区间）"), (p) => {
            const { passes, passes_range } = robust[p]!;
            return `${percent(passes)} ${range(percent(passes_range.low, 0), percent(passes_range.high, 0))}`;
          }),
          row(say("ratified", "国内批准"), (p) => percent(robust[p]!.ratified)),
          row(say("both", "两者兼得"), (p) => percent(robust[p]!.carried)),
          row(say("would last, years (5 % to 95 %)", "预计维持（年，5 % 至 95 %）"), (p) => {
            const { years } = robust[p]!;
            return `${fixed(years.mean, 0)} ${range(fixed(years.low, 0), fixed(years.high, 0))}`;
          }),
          row(say("least gain, mean", "最小收益均值"), (p) => signed(robust[p]!.least, 3)),
          ...head.issues.map((issue, k) =>
            row(said(issue.name), (p) => {
              const option = robust[p]!.package[k]!;
              return `${option === robust[0]!.package[k] ? "" : "→ "}${optionName(head, k, option, said)}`;
            }),
          ),
        ],
      }}
    >
      {robust.length === 0 && (
        <p>{say("No package was found that passes in any draw.", "没有找到在任何一次抽样中可通过的方案。")}</p>
      )}
    </Figure>
  );
}
