// SPDX-License-Identifier: Apache-2.0
import { rangeRows } from "../../charts/range_rows";
import { ticks } from "../../charts/svg";
import { partyColour } from "../../colours";
import type { Situation } from "../../data";
import { Figure, useHead } from "../../figure";
import { useLanguage } from "../../language";
import { fixed } from "../../numbers";

// What fighting on is worth to each party.
export function WalkAway({ situation }: { situation: Situation }) {
  const { say, said } = useLanguage();
  const head = useHead();
  const known = situation.walk_away.flatMap((value, party) => (value ? [{ party, ...value }] : []));
  const low = Math.min(0, ...known.map((value) => value.low));
  const high = Math.max(1, ...known.map((value) => value.high));
  return (
    <Figure
      name="walk-away"
      title={say("What fighting on is worth to each party", "继续打下去对各方值多少")}
      caption={say(
        "What a party expects if there is no deal today, on its own scale from 0 (the worst terms on every issue) to 1 (the best). A deal must be worth more than this to be liked. The bar spans 5 to 95 % of the draws of the dossier's numbers. Low values mean that war is costly to it, not that it will give in: red lines and audiences stand beside this number.",
        "如果今天没有协议，各方预期得到的价值；标尺是它自己的：0 表示每个议题都得到最差条件，1 表示都得到最好条件。协议的价值必须高于它，这一方才会满意。横条是按卷宗数值抽样所得的 5–95 % 范围。数值低说明战争对它代价大，不说明它会让步：红线和国内受众另算。",
      )}
      table={{
        columns: [say("party", "参与方"), say("mean", "均值"), say("5 %", "5 %"), say("95 %", "95 %")],
        rows: head.parties.flatMap((party, p) => {
          const value = situation.walk_away[p] ?? null;
          return party.stake || value ? [[said(party.name), fixed(value?.mean, 3), fixed(value?.low, 3), fixed(value?.high, 3)]] : [];
        }),
      }}
      draw={(width) =>
        rangeRows(
          {
            rows: known.map(({ party, mean, low, high }) => ({
              name: said(head.parties[party]!.name),
              words: `${fixed(mean)} (${fixed(low)} – ${fixed(high)})`,
              value: mean,
              low,
              high,
              colour: partyColour(party),
            })),
            domain: [Math.min(low, ...ticks(low, high, 5)), high],
            tick: (value) => String(value),
            label: say("worth of fighting on, on the party's own scale", "继续打下去的价值（各方自己的标尺）"),
          },
          width,
        )
      }
    />
  );
}
