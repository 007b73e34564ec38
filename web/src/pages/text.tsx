// SPDX-License-Identifier: Apache-2.0
// The texts on the table: side by side, then one of them clause by clause, what the smallest change to it would be and
// what could be given for what is refused.
import { useState } from "preact/hooks";
import type { Texts } from "../data";
import { useLanguage } from "../language";
import type { Source } from "../source";
import { Waiting } from "../section";
import { Clauses } from "./text/clauses";
import { Compensations } from "./text/compensations";
import { Gains } from "./text/gains";
import { OtherClauses } from "./text/other_clauses";
import { SideBySide } from "./text/side_by_side";
import { SmallestChange } from "./text/smallest_change";

export function TextPage({ source }: { source: Source }) {
  return <Waiting load={() => source.section("text")}>{(texts) => <TextsShown texts={texts} />}</Waiting>;
}

function TextsShown({ texts }: { texts: Texts }) {
  const { say, said } = useLanguage();
  const [chosen, setChosen] = useState(0);
  const text = texts.texts[chosen];
  if (!text) return <p class="notice">{say("The dossier holds no text.", "卷宗中没有文本。")}</p>;
  return (
    <>
      <SideBySide texts={texts} />
      <div class="controls">
        <label>
          {say("Text", "文本")}
          <select value={chosen} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
            {texts.texts.map((each, k) => (
              <option value={k}>
                {said(each.name)} ({each.date})
              </option>
            ))}
          </select>
        </label>
      </div>
      <Gains text={text} draws={texts.draws} />
      <Clauses key={`clauses-${text.id}`} text={text} draws={texts.draws} />
      <SmallestChange text={text} share={texts.share} />
      <Compensations text={text} />
      {text.other.length > 0 && <OtherClauses text={text} />}
    </>
  );
}
