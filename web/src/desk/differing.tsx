// SPDX-License-Identifier: Apache-2.0
import type { StudyLine } from "../api";
import { DataTable } from "../figure";
import { useLanguage } from "../language";
import type { Summary } from "./summaries";
import { grouped, protocolName } from "./words";

interface DifferingProps {
  lines: [StudyLine, StudyLine];
  summaries: [Summary, Summary];
}

// The choices of both studies, what differs first, and what that means for the comparison.
export function Differing({ lines, summaries }: DifferingProps) {
  const { say } = useLanguage();
  const none = say("none", "无");
  const listed = (list: string[]) => (list.length === 0 ? none : [...list].sort().join(", "));
  const dossier = (summary: Summary) => `${summary.dossier.id} ${summary.dossier.hash} (${summary.dossier.as_of})`;
  const rows: [string, string, string][] = [
    [say("numbers set", "改动的数"), listed(lines[0].set), listed(lines[1].set)],
    [say("switched off", "已关闭的机制"), listed(lines[0].off), listed(lines[1].off)],
    [say("protocol", "谈判方式"), protocolName(lines[0].protocol, say), protocolName(lines[1].protocol, say)],
    [say("seed", "种子"), lines[0].seed, lines[1].seed],
    [say("runs", "模拟次数"), grouped(summaries[0].runs), grouped(summaries[1].runs)],
    [say("weeks", "周数"), String(summaries[0].weeks), String(summaries[1].weeks)],
    [say("every number at its centre", "所有数取中心值"), yes(summaries[0].central), yes(summaries[1].central)],
    [say("dossier", "卷宗"), dossier(summaries[0]), dossier(summaries[1])],
    [say("program", "程序"), summaries[0].version, summaries[1].version],
  ];
  function yes(it: boolean) {
    return it ? say("yes", "是") : say("no", "否");
  }
  const differ = rows.filter(([, one, other]) => one !== other);
  const same = rows.filter(([, one, other]) => one === other);
  const notes = [
    lines[0].seed === lines[1].seed
      ? say(
          "Both studies have the same seed: the same random numbers in every history, so that differences come from what is listed above.",
          "两项研究的种子相同：每次模拟使用同样的随机数，因此差别来自上面所列的各项。",
        )
      : say(
          "The seeds differ: part of every difference is the luck of the draw. The intervals count it in.",
          "种子不同：每个差别中都有一部分是随机造成的。区间已将其计入。",
        ),
    ...(summaries[0].weeks !== summaries[1].weeks
      ? [say("The horizons differ: the endings are those of different days.", "期限不同：结局对应的日期不同。")]
      : []),
    ...(summaries[0].dossier.hash !== summaries[1].dossier.hash
      ? [say("The dossiers differ: more may have changed than can be listed here.", "卷宗不同：其中的改动可能多于此处所列。")]
      : []),
  ];
  const label = say("What differs between the studies", "两项研究的不同之处");
  return (
    <section class="figure" aria-labelledby="desk-differing">
      <h2 id="desk-differing">{label}</h2>
      {differ.length === 0 ? (
        <p>{say("Nothing: both studies made the same choices.", "没有：两项研究的选项完全相同。")}</p>
      ) : (
        <DataTable
          label={label}
          table={{ columns: [say("choice", "选项"), lines[0].path, lines[1].path], rows: differ }}
        />
      )}
      {notes.map((note) => (
        <p>{note}</p>
      ))}
      {same.length > 0 && (
        <p class="soft">
          {say("The same in both", "两者相同")}: {same.map(([name, value]) => `${name} ${value}`).join(" · ")}
        </p>
      )}
    </section>
  );
}
