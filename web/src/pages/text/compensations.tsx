// SPDX-License-Identifier: Apache-2.0
import type { TextPage } from "../../data";
import { Figure, useHead } from "../../figure";
import { useLanguage } from "../../language";
import { fixed, signed } from "../../numbers";
import { changesInWords } from "./changes";

// What a party could be given elsewhere in the text for a clause that costs it.
export function Compensations({ text }: { text: TextPage }) {
  const speaker = useLanguage();
  const { say, said } = speaker;
  const head = useHead();
  return (
    <Figure
      name="compensations"
      title={`${say("What could be given for what is refused", "拿什么换被拒绝的条款")}${say(": ", "：")}${said(text.name)}`}
      caption={say(
        "For each clause without which a party would gain more by the text as a whole, changes of one or two other clauses that would make it good, the cheapest for the others first. A clause that a party likes in itself may cost it here: by making a text last that it loses by. Loss, worth and price are mean utility over the draws, each on the scale of the party named; they cannot be summed over parties. A price of zero or less: nobody whose acceptance is needed pays. Found by search: there may be better ones, and what is cheap in the model may be unthinkable in politics.",
        "对每个一旦去掉、某方从整个文本所得就会更多的条款，列出改动另外一两条即可补偿的办法，对他方代价最小的在前。一方本身喜欢的条款也可能在这里让它吃亏：因为它使一份对该方不利的文本更持久。损失、价值和代价都是抽样的平均效用，各按所列一方自己的标尺衡量，不能跨方相加。代价为零或负：必须同意的各方都不吃亏。这些办法由搜索得到，可能还有更好的；模型里便宜的，政治上未必可行。",
      )}
      openTable
      table={{
        columns: [
          say("party", "参与方"),
          say("clause that costs it", "让它吃亏的条款"),
          say("loss", "损失"),
          say("could be given", "可以给它"),
          say("worth to it", "对它的价值"),
          say("who pays most", "谁付出最多"),
          say("price", "代价"),
        ],
        rows: text.compensations.map((each) => {
          const issue = head.issues[each.clause.issue]!;
          const found = each.given.length > 0;
          return [
            said(head.parties[each.party]!.name),
            `${said(issue.name)}${say(": ", "：")}${said(issue.options[each.clause.to]!.name)}`,
            fixed(each.loss, 3),
            found ? changesInWords(each.given, head, speaker) : say("nothing in one or two clauses", "一两条之内没有"),
            found ? fixed(each.worth, 3) : null,
            found && each.dearest !== null ? said(head.parties[each.dearest]!.name) : null,
            found && each.dearest !== null ? signed(each.price, 3) : null,
          ];
        }),
      }}
    >
      {text.compensations.length === 0 && <p>{say("No clause of this text costs a party anything.", "这一文本没有让任何一方吃亏的条款。")}</p>}
    </Figure>
  );
}
