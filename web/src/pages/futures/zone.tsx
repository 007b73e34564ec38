// SPDX-License-Identifier: Apache-2.0
// How far a deal is, and who would gain least where none is found.
import { quantileStrip } from "../../charts/quantile_strip";
import { shareBars } from "../../charts/share_bars";
import { partyColour } from "../../colours";
import type { Futures } from "../../data";
import { Figure, useHead } from "../../figure";
import { useLanguage } from "../../language";
import { percent, signed } from "../../numbers";
import { most } from "./endings";

export function Distance({ futures }: { futures: Futures }) {
  const { say, said } = useLanguage();
  const { found, distance, note } = futures.zone;
  return (
    <Figure
      name="distance"
      title={say("How far a deal is", "距离协议有多远")}
      caption={say(
        `Once a year every history that goes on is searched for the package from which the party that gains least gains most. Right of zero, everybody whose yes is needed gains; left of it, somebody loses by that much of its utility. The thick bar holds the middle half of the ${found.of.toLocaleString("en")} searches, the thin one nine in ten, the stroke is the middle. In ${percent(found.share)} (90 % interval ${percent(found.low)} to ${percent(found.high)}) such a package was found (${said(note)}): the search may miss one that exists. That a package exists does not mean that the parties find it, or that their audiences pass it.`,
        `每年一次，在每个仍在继续的模拟中搜索使收益最小的一方收益最大的方案。零点右侧，凡须同意的各方都获益；左侧，有一方受损，数值为其效用损失。粗条为 ${found.of.toLocaleString("en")} 次搜索的中间一半，细条为十分之九，短线为中位。${percent(found.share)}（90 % 区间 ${percent(found.low)} 至 ${percent(found.high)}）找到了这样的方案（${said(note)}）：搜索可能遗漏存在的方案。存在方案，并不意味着各方能找到它，也不意味着国内能通过它。`,
      )}
      table={{
        columns: [say("quantile", "分位数"), say("least gain, utility", "最小收益，效用")],
        rows: [
          ["5 %", signed(distance.q05, 3)],
          ["25 %", signed(distance.q25, 3)],
          ["50 %", signed(distance.q50, 3)],
          ["75 %", signed(distance.q75, 3)],
          ["95 %", signed(distance.q95, 3)],
        ],
      }}
      draw={(width) =>
        quantileStrip(distance, width, {
          below: say("somebody loses", "有一方受损"),
          above: say("all gain", "各方获益"),
          axis: say("least gain in the best package found (utility)", "所找到最佳方案中的最小收益（效用）"),
        })
      }
    />
  );
}

export function Blockers({ futures }: { futures: Futures }) {
  const { say, said } = useLanguage();
  const head = useHead();
  const { blockers } = futures.zone;
  const of = blockers[0]?.share.of ?? 0;
  const colour = (id: string) => partyColour(Math.max(0, head.parties.findIndex((party) => party.id === id)));
  if (blockers.length === 0) return null;
  return (
    <Figure
      name="blockers"
      title={say("Who gains least where no deal is found", "找不到协议时谁获益最少")}
      caption={say(
        `Of the ${of.toLocaleString("en")} searches that found no package, the share in which this party is the one that would lose most in the best of them. It is a matter of what the party wants and of how well it can fight on, by the dossier's numbers; not of blame. Lines are 90 % intervals of counting.`,
        `在未找到方案的 ${of.toLocaleString("en")} 次搜索中，该方在最佳方案里损失最大的比例。这取决于卷宗所列该方的诉求及其继续战斗的处境，与过错无关。横线为 90 % 计数区间。`,
      )}
      table={{
        columns: [say("party", "当事方"), say("searches", "搜索次数"), say("share", "比例"), say("90 % interval", "90 % 区间")],
        rows: blockers.map(({ name, share }) => [said(name), share.runs, percent(share.share), `${percent(share.low)} – ${percent(share.high)}`]),
      }}
      draw={(width) =>
        shareBars(
          blockers.map(({ party, name, share }) => ({ ...share, name: said(name), value: percent(share.share), colour: colour(party) })),
          width,
          most(blockers.map(({ share }) => share.high)),
        )
      }
    />
  );
}
