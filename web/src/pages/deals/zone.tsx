// SPDX-License-Identifier: Apache-2.0
// Whether there is anything to agree on today: in words and in numbers.
import type { Deals } from "../../data";
import { Figure, useHead } from "../../figure";
import { useLanguage } from "../../language";
import { percent, signed } from "../../numbers";

export function Zone({ deals }: { deals: Deals }) {
  const { say, said } = useLanguage();
  const head = useHead();
  const { zone, central } = deals;
  const whole = (count: number) => count.toLocaleString("en");
  const name = (party: number) => said(head.parties[party]!.name);
  const blockers = zone.blocker
    .map((share, party) => ({ share, party }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
  const first = blockers[0];
  const rows: [string, string][] = [
    [
      say("draws with a zone (95 % interval)", "存在空间的抽样（95 % 区间）"),
      `${percent(zone.found / deals.draws)} (${percent(zone.range.low)} – ${percent(zone.range.high)})`,
    ],
    [say("draws proved to have none", "已证明无空间的抽样"), percent(zone.ruled_out / deals.draws)],
    [say("draws that cannot be told", "无法判定的抽样"), percent(zone.open / deals.draws)],
    [
      say("largest least gain, mean (5 % to 95 % of draws)", "最大的最小收益，均值（抽样的 5 % 至 95 %）"),
      `${signed(zone.least.mean, 3)} (${signed(zone.least.low, 3)} – ${signed(zone.least.high, 3)})`,
    ],
    ...blockers.map(({ share, party }): [string, string] => [
      say(`gains least from the best package: ${name(party)}`, `在最优方案中获益最少：${name(party)}`),
      percent(share),
    ]),
    [
      say("central numbers: largest least gain", "中心取值：最大的最小收益"),
      central.proved
        ? `${signed(central.least, 4)} (${say("proved over all packages", "已就全部方案证明")})`
        : `${signed(central.least, 4)} (${say("found; the true one is at most", "搜索所得，真值不超过")} ${signed(central.bound, 4)})`,
    ],
    [
      say("central numbers: packages nobody need refuse", "中心取值：无人须拒绝的方案数"),
      `${central.counted ? "" : "≥ "}${whole(central.rational)}`,
    ],
    [say("packages in all, constraints aside", "方案总数（不计约束）"), whole(deals.packages)],
  ];
  return (
    <Figure
      name="zone"
      title={say("Is there anything to agree on today?", "今日有无谈判空间？")}
      caption={
        <>
          <p>
            {say(
              `In ${whole(zone.found)} of ${whole(deals.draws)} draws of the dossier's uncertain numbers some package was found by which nobody who must accept it loses, compared with fighting on: a zone of agreement. In ${whole(zone.ruled_out)} it is proved that there is none${zone.open > 0 ? `; in ${whole(zone.open)} neither is known` : ""}.`,
              `对卷宗中不确定的数值抽样 ${whole(deals.draws)} 次，其中 ${whole(zone.found)} 次找到了至少一个方案，使须接受的各方与继续作战相比均不受损，即存在谈判空间；${whole(zone.ruled_out)} 次已证明没有这样的方案${zone.open > 0 ? `；${whole(zone.open)} 次两者均未能确定` : ""}。`,
            )}{" "}
            {first &&
              say(
                `Even by the package best for whoever gains least, that one gains ${signed(zone.least.mean, 3)} on average; in ${percent(first.share, 0)} of draws it is ${name(first.party)}.`,
                `即使选择对获益最少者最有利的方案，该方平均也只获益 ${signed(zone.least.mean, 3)}；在 ${percent(first.share, 0)} 的抽样中，获益最少的是${name(first.party)}。`,
              )}
          </p>
          <p>
            {say(
              "Gains are in utility: 0 is fighting on, and 1 is the way from a party's worst package to its best, the price of red lines aside. That a zone exists does not say that anyone finds it, trusts it or gets it ratified; that there is none today does not rule a deal out: the war moves what fighting on is worth, and the model lets a party say yes to a small loss now and then. The chance of a deal stands under Futures.",
              "收益以效用计：0 相当于继续作战，1 为一方最差方案与最优方案之间的距离（不计触碰红线的代价）。存在空间并不意味着有人能找到它、信任它或使其获得批准；今天没有空间也不排除日后达成协议：战争会改变继续作战的价值，模型也允许一方偶尔接受略有损失的方案。达成协议的概率见“前景”页。",
            )}
          </p>
        </>
      }
      table={{ columns: [say("what", "指标"), say("value", "数值")], rows }}
    />
  );
}
