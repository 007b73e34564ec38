// SPDX-License-Identifier: Apache-2.0
// Who gains and who loses by one package: the one on the workbench, or any other of the page.
import { useState } from "preact/hooks";
import { partyColour } from "../../colours";
import { Figure, useHead } from "../../figure";
import { useLanguage } from "../../language";
import { percent, signed } from "../../numbers";
import { weighPackage } from "../../weigh";
import { gainRanges } from "./gain_ranges";
import { StartSelect } from "./start_select";
import type { BenchProps } from "./workbench";

const onBench = "bench";

export function PackageGains({ starts, bench, weighing }: BenchProps) {
  const { say, said } = useLanguage();
  const head = useHead();
  const [shown, setShown] = useState(onBench);
  const other = starts.find((start) => start.id === shown);
  const weighed = other ? weighPackage(weighing, other.package) : bench.weighed;
  const before = other || bench.changed.length === 0 ? null : bench.before;
  const name = other?.name ?? say("the package on the workbench", "工作台上的方案");
  const there = head.parties.flatMap((party, k) => {
    const own = weighed.party[k];
    return own ? [{ k, name: said(party.name), own }] : [];
  });
  const rows = there.map(({ k, name, own }) => ({
    label: name,
    note: say(`loses in ${percent(own.loses, 0)}`, `受损 ${percent(own.loses, 0)}`),
    spread: own.gain,
    was: before?.party[k]?.gain ?? null,
    colour: partyColour(k),
    must: own.must,
  }));
  return (
    <Figure
      name="package-gains"
      title={say("Gains by party", "各方收益")}
      caption={say(
        `What each party gains by ${name} over fighting on. The dot is the mean over draws of the dossier's numbers, the bar holds nine draws in ten; left of 0 the party loses. Filled: it must accept; hollow: it is not asked.${before ? " Thin and grey: at the start." : ""} Gains of different parties are not the same good: they may not be added up or set off against each other.`,
        `${name}与继续作战相比给各方带来的收益。圆点为卷宗数值各次抽样的均值，横条包含九成抽样；在 0 左侧即受损。实心：须其接受；空心：无须其接受。${before ? "细灰条：起点。" : ""}不同当事方的收益不是同一种好处，不能相加，也不能相抵。`,
      )}
      controls={
        <StartSelect
          label={say("Package", "方案")}
          starts={starts}
          value={shown}
          first={{ id: onBench, name: say("On the workbench", "工作台上") }}
          onChoose={(start) => setShown(start.id)}
        />
      }
      table={{
        columns: [
          say("party", "当事方"),
          say("must accept", "须其接受"),
          say("gain, mean", "收益均值"),
          say("5 %", "5 %"),
          say("95 %", "95 %"),
          say("loses in", "受损的抽样"),
          say("loses most, and so blocks, in", "因受损最多而阻挡的抽样"),
          say("passes at home", "国内通过"),
        ],
        rows: there.map(({ name, own }) => [
          name,
          own.must ? say("yes", "是") : say("no", "否"),
          signed(own.gain.mean, 4),
          signed(own.gain.low, 4),
          signed(own.gain.high, 4),
          percent(own.loses),
          percent(own.blocks),
          percent(own.ratifies),
        ]),
      }}
      draw={(width) => gainRanges([{ title: "", rows }], width, say("gain over fighting on, utility", "相对继续作战的收益（效用）"))}
      depends={[weighed, before]}
    />
  );
}
