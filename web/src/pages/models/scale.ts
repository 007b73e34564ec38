// SPDX-License-Identifier: Apache-2.0
import type { Head, Models } from "../../data";
import type { Speaker } from "../../language";

export type Predict = NonNullable<Models["predict"]>;

// What the ends of every scale stand for: 0 as side B wants it, 100 as side A.
export function endsOf(head: Head, { say, said }: Speaker): [string, string] {
  const nameOf = (side: "A" | "B") => {
    const parties = head.parties.filter((party) => party.side === side).map((party) => said(party.name));
    return parties.length > 0 ? parties.join(say(", ", "、")) : side;
  };
  const end = (at: number, side: "A" | "B") => say(`${at}: as ${nameOf(side)} wants it`, `${at}：${nameOf(side)}想要的`);
  return [end(0, "B"), end(100, "A")];
}

// Said of every picture of places on a scale.
export function assumedScale({ say }: Speaker): string {
  return say(
    "Places on a scale follow from the dossier's values by rules that are assumed: 50 is no more than half the way between the two ends, and a forecast between two options names no text that anybody could sign.",
    "标尺上的位置按假定的规则由卷宗中的价值推出：50 只表示两端之间的一半，落在两个选项之间的预测不对应任何可以签署的文本。",
  );
}
