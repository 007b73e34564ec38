// SPDX-License-Identifier: Apache-2.0
import type { TextPage } from "../../data";
import { Figure } from "../../figure";
import { useLanguage } from "../../language";

// Clauses that touch no issue of the dossier.
export function OtherClauses({ text }: { text: TextPage }) {
  const { say, said } = useLanguage();
  return (
    <Figure
      name="other-clauses"
      title={`${say("Clauses that the model does not weigh", "模型没有考虑的条款")}${say(": ", "：")}${said(text.name)}`}
      caption={say(
        "These clauses of the text touch no issue of the dossier, so nothing on these pages depends on them. Some may matter a great deal.",
        "文本中的这些条款不涉及卷宗的任何议题，因此这些页面上的结果都与它们无关。其中有些可能很重要。",
      )}
      table={{
        columns: [say("number", "编号"), say("clause", "条款"), say("sources", "出处")],
        rows: text.other.map((clause) => [clause.number, said(clause.text), clause.sources.join(", ") || "–"]),
      }}
    />
  );
}
