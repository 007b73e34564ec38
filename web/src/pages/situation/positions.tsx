// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { positions } from "../../charts/positions";
import { partyColour } from "../../colours";
import type { Situation } from "../../data";
import { Figure, useHead } from "../../figure";
import { useLanguage } from "../../language";
import { fixed } from "../../numbers";

// One issue: what each option is worth to each party.
export function PositionsOnIssue({ situation }: { situation: Situation }) {
  const { say, said } = useLanguage();
  const head = useHead();
  const [issue, setIssue] = useState(situation.stands[0]?.issue ?? 0);
  const stands = situation.stands.filter((stand) => stand.issue === issue).sort((a, b) => a.party - b.party);
  const options = head.issues[issue]!.options.map((option) => said(option.name));
  const name = said(head.issues[issue]!.name);
  return (
    <Figure
      name="positions-on-issue"
      title={`${say("What the options are worth", "各选项的价值")}${say(": ", "：")}${name}`}
      caption={say(
        `Each dot is an option (0 leaves the issue open): left what the party likes least, right what it likes best on this issue. The bar around it spans 5 to 95 % of ${situation.draws} draws of the dossier's numbers; bars that overlap cannot be told apart. A crossed square with a broken bar is a red line. Worth is measured within a party: 0.5 of one party is not 0.5 of another. An option without a dot is not valued.`,
        `每个圆点是一个选项（0 表示搁置）：越靠左，这一方越不喜欢；越靠右，越喜欢。横条是按卷宗数值抽取 ${situation.draws} 次所得的 5–95 % 范围；横条重叠的选项分不出高低。带叉的方块和虚线表示红线。价值只在同一方内部可比：一方的 0.5 不等于另一方的 0.5。没有圆点的选项未作估价。`,
      )}
      controls={
        <label>
          {say("Issue", "议题")}
          <select value={issue} onChange={(event) => setIssue(Number(event.currentTarget.value))}>
            {head.issues.map((each, i) => (
              <option value={i}>{said(each.name)}</option>
            ))}
          </select>
        </label>
      }
      table={{
        columns: [
          say("party", "参与方"),
          say("number", "编号"),
          say("option", "选项"),
          say("worth", "价值"),
          say("5 %", "5 %"),
          say("95 %", "95 %"),
          say("red line", "红线"),
        ],
        rows: stands.flatMap((stand) =>
          stand.worth.map((worth, option) => [
            said(head.parties[stand.party]!.name),
            option,
            options[option]!,
            fixed(worth?.mean),
            fixed(worth?.low),
            fixed(worth?.high),
            stand.red[option] ? say("yes", "是") : say("no", "否"),
          ]),
        ),
      }}
      depends={[issue]}
      draw={(width) =>
        positions(
          {
            parties: stands.map((stand) => ({
              name: said(head.parties[stand.party]!.name),
              colour: partyColour(stand.party),
              worth: stand.worth.map((worth, option) => worth && { value: worth.mean, low: worth.low, high: worth.high, red: stand.red[option] ?? false }),
            })),
            options,
            label: say("worth to the party: 0 liked least, 1 liked best", "对这一方的价值：0 最不喜欢，1 最喜欢"),
          },
          width,
        )
      }
    />
  );
}
