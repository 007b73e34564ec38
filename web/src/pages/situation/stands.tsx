// SPDX-License-Identifier: Apache-2.0
import { standMatrix } from "../../charts/stand_matrix";
import { partyColour } from "../../colours";
import type { Situation } from "../../data";
import { Figure, useHead } from "../../figure";
import { useLanguage } from "../../language";
import { fixed, percent } from "../../numbers";

// Parties × issues: weight, the option liked best, red lines.
export function Stands({ situation }: { situation: Situation }) {
  const { say, said } = useLanguage();
  const head = useHead();
  const parties = [...new Set(situation.stands.map((stand) => stand.party))].sort((a, b) => a - b);
  const stand = (party: number, issue: number) => situation.stands.find((each) => each.party === party && each.issue === issue);
  const option = (issue: number, which: number) => said(head.issues[issue]!.options[which]!.name);
  const between = say("; ", "；");
  return (
    <Figure
      name="positions"
      title={say("What each party wants, and how much it matters to it", "各方想要什么，看得有多重")}
      caption={say(
        "One cell for each party and issue. The larger the square, the more of the party's attention the issue has (the percentages of a party add up to 100). Below stands the option that it likes best. A cross with a number says how many options it rules out (its red lines; the table names them). All of this is what the dossier puts into the model, from sources or assumed; it is not what anybody has promised.",
        "每个格子对应一方和一个议题。方块越大，该议题在这一方心中的分量越重（同一方各议题的百分比合计为 100）。下方文字是它最中意的选项。叉号旁的数字表示它绝不接受的选项有几个（即红线，名称见表格）。这些都是卷宗输入模型的内容，有的有出处，有的是假定，并非任何一方的承诺。",
      )}
      table={{
        columns: [
          say("issue", "议题"),
          say("party", "参与方"),
          say("weight", "权重"),
          say("weight, 5–95 %", "权重，5–95 %"),
          say("liked best", "最中意的选项"),
          say("worth of it", "其价值"),
          say("worth of leaving it open", "搁置的价值"),
          say("red lines", "红线"),
        ],
        rows: head.issues.flatMap((issue, i) =>
          parties.flatMap((party) => {
            const found = stand(party, i);
            if (!found) return [];
            const reds = found.red.flatMap((red, o) => (red ? [option(i, o)] : []));
            return [
              [
                said(issue.name),
                said(head.parties[party]!.name),
                percent(found.weight.mean),
                `${percent(found.weight.low)} – ${percent(found.weight.high)}`,
                option(i, found.best),
                fixed(found.worth[found.best]?.mean),
                fixed(found.worth[0]?.mean),
                reds.length > 0 ? reds.join(between) : say("none", "无"),
              ],
            ];
          }),
        ),
      }}
      draw={(width) =>
        standMatrix(
          {
            parties: parties.map((party) => ({ name: said(head.parties[party]!.name), colour: partyColour(party) })),
            issues: head.issues.map((issue) => said(issue.name)),
            cells: head.issues.map((_, i) =>
              parties.map((party) => {
                const found = stand(party, i);
                if (!found) return null;
                const reds = found.red.filter((red) => red).length;
                return { weight: found.weight.mean, weightWords: percent(found.weight.mean, 0), best: option(i, found.best), reds };
              }),
            ),
          },
          width,
        )
      }
    />
  );
}
