// SPDX-License-Identifier: Apache-2.0
import type { Change, Head } from "../../data";
import type { Speaker } from "../../language";

// "Army: Low cap → High cap; Sequence: Ceasefire first → Phased".
export function changesInWords(changes: Change[], head: Head, { say, said }: Speaker): string {
  return changes.map((change) => changeInWords(change, head, said, say(": ", "："))).join(say("; ", "；"));
}

function changeInWords(change: Change, head: Head, said: Speaker["said"], colon: string): string {
  const issue = head.issues[change.issue]!;
  return `${said(issue.name)}${colon}${said(issue.options[change.from]!.name)} → ${said(issue.options[change.to]!.name)}`;
}
