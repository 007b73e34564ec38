// SPDX-License-Identifier: Apache-2.0
// What each party gains by each of the packages that pass in most draws.
import { partyColour } from "../../colours";
import { Figure, useHead } from "../../figure";
import { useLanguage } from "../../language";
import { percent, signed } from "../../numbers";
import { gainRanges } from "./gain_ranges";
import type { BenchProps } from "./workbench";
import { robustName } from "./words";

export function RobustGains({ deals }: BenchProps) {
  const { say, said } = useLanguage();
  const head = useHead();
  const parties = head.parties.flatMap((party, k) =>
    deals.robust.some((deal) => deal.party[k]) ? [{ k, name: said(party.name) }] : [],
  );
  const of = (k: number) =>
    deals.robust.flatMap((deal, place) => (deal.party[k] ? [{ place, own: deal.party[k] }] : []));
  if (deals.robust.length === 0) return null;
  return (
    <Figure
      name="robust-gains"
      title={say("Who gains by the packages that pass", "谁从可通过的方案中获益")}
      caption={say(
        "One panel per party, one line per package. The dot is the mean gain over fighting on, the bar holds nine draws in ten; left of 0 the party loses. Filled: it must accept the package; hollow: it is not asked, though it may lose by it. At the right the share of draws in which it loses.",
        "每个当事方一幅，每个方案一行。圆点为相对继续作战的平均收益，横条包含九成抽样；在 0 左侧即受损。实心：须其接受；空心：无须其接受，但仍可能受损。右侧为其受损的抽样比例。",
      )}
      table={{
        columns: [
          say("party", "当事方"),
          say("package", "方案"),
          say("must accept", "须其接受"),
          say("gain, mean", "收益均值"),
          say("5 %", "5 %"),
          say("95 %", "95 %"),
          say("loses in", "受损的抽样"),
          say("passes at home", "国内通过"),
        ],
        rows: parties.flatMap(({ k, name }) =>
          of(k).map(({ place, own }) => [
            name,
            robustName(place),
            own.must ? say("yes", "是") : say("no", "否"),
            signed(own.gain.mean, 4),
            signed(own.gain.low, 4),
            signed(own.gain.high, 4),
            percent(own.loses),
            percent(own.ratifies),
          ]),
        ),
      }}
      draw={(width) =>
        gainRanges(
          parties.map(({ k, name }) => ({
            title: name,
            rows: of(k).map(({ place, own }) => ({
              label: robustName(place),
              note: say(`loses in ${percent(own.loses, 0)}`, `受损 ${percent(own.loses, 0)}`),
              spread: own.gain,
              was: null,
              colour: partyColour(k),
              must: own.must,
            })),
          })),
          width,
          say("gain, utility", "收益（效用）"),
        )
      }
    />
  );
}
