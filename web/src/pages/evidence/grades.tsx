// SPDX-License-Identifier: Apache-2.0
// How good the evidence is: claims and numbers by grade.
import { gradeMatrix } from "../../charts/grade_matrix";
import type { Evidence } from "../../data";
import { Figure } from "../../figure";
import { useLanguage } from "../../language";
import { froms, informationWords, reliabilityWords } from "./words";

export function Grades({ evidence }: { evidence: Evidence }) {
  const speaker = useLanguage();
  const { say } = speaker;
  const count = Object.fromEntries(froms.map((from) => [from, evidence.numbers.filter((number) => number.from === from).length]));
  const set = count["set by hand"] ?? 0;
  const byHand = set > 0 ? [`${set} were set by hand for this study (assumed, too), `, `${set} 个为本研究改动（也算作假设），`] : ["", ""];
  return (
    <Figure
      name="grades"
      title={say("How good the evidence is", "证据的质量")}
      caption={say(
        `The letter grades the source, from A (reliable) to F (cannot be judged); the figure grades what it says, from 1 (confirmed) to 6 (cannot be judged). Bold: claims of this grade; below: numbers of the dossier that rest on them. A number that rests on several grades is counted in each; one that names a whole source and no claim stands under 6. ${count["cited"]} numbers rest on a source, ${count["assumed"]} are assumed, ${count["left out"]} were left out and have the usual value (the warnings count these as assumed too), ${byHand[0]}${count["none"]} say that an effect is not there. A cited number is a judgement too: a source seldom gives the number itself.`,
        `字母评定来源，由 A（可靠）到 F（无法判断）；数字评定内容，由 1（已证实）到 6（无法判断）。粗体为该等级的论断数，其下为依据它们的卷宗数值个数。依据多个等级的数值在每个等级各计一次；只注明整个来源而没有论断的，列在 6 之下。${count["cited"]} 个数值有来源，${count["assumed"]} 个为假设，${count["left out"]} 个未给出而取通常值（提醒中也算作假设），${byHand[1]}${count["none"]} 个表示没有该效应。有来源的数值也是判断：来源很少直接给出数值。`,
      )}
      table={{
        columns: [say("grade", "等级"), say("source", "来源"), say("information", "内容"), say("claims", "论断"), say("numbers", "数值")],
        rows: evidence.grades.map(({ grade, claims, numbers }) => [
          grade,
          reliabilityWords(grade[0] ?? "", speaker),
          informationWords(grade[1] ?? "", speaker),
          claims,
          numbers,
        ]),
      }}
      draw={(width) => gradeMatrix(evidence, width, speaker)}
    />
  );
}
