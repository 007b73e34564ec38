// SPDX-License-Identifier: Apache-2.0
// Every number of the dossier, with where it comes from.
import { useMemo, useState } from "preact/hooks";
import type { Evidence } from "../../data";
import { Figure } from "../../figure";
import { useLanguage } from "../../language";
import { Leaves, Path, Pick, Search } from "./leaves";
import { froms, fromWords, matches, type Rest } from "./words";

export function Numbers({ evidence }: { evidence: Evidence }) {
  const speaker = useLanguage();
  const { say } = speaker;
  const [query, setQuery] = useState("");
  const [from, setFrom] = useState("");
  const count = (which: string) => evidence.numbers.filter((number) => number.from === which).length;
  const shown = evidence.numbers.filter(
    (number) => (from === "" || number.from === from) && matches(query, number.path, number.meaning, number.unit, ...number.sources),
  );
  const columns = [say("number", "数值名"), say("value", "取值"), say("unit", "单位"), say("meaning", "含义"), say("from", "来历"), say("sources", "来源")];
  const table = useMemo(
    () => ({ columns, rows: evidence.numbers.map((number) => [...cells(number), fromWords(number.from, speaker), number.sources.join(" ")]) }),
    [evidence, speaker.lang],
  );
  return (
    <Figure
      name="numbers"
      title={say("Every number", "全部数值")}
      caption={say(
        "Values in square brackets are a range from which every history draws its own: two are its ends, with all between equally likely, three its least, likeliest and greatest. Assumed means that nobody has given a source for it. The list shows what matches, fifty at a time; the table under it and its file hold every number.",
        "方括号中的取值是一个范围，每次模拟从中各取一个值：两个数为其两端，其间各值机会均等；三个数为最小、最可能和最大。“假设”表示没有任何来源。列表显示符合的条目，每页五十条；其下的表格及文件包含全部数值。",
      )}
      controls={
        <>
          <Search label={say("Search numbers", "搜索数值")} value={query} set={setQuery} />
          <Pick
            label={say("From", "来历")}
            value={from}
            set={setFrom}
            options={[
              ["", say(`all (${evidence.numbers.length})`, `全部（${evidence.numbers.length}）`)],
              ...froms.map((each): [string, string] => [each, `${fromWords(each, speaker)} ${say(`(${count(each)})`, `（${count(each)}）`)}`]),
            ]}
          />
        </>
      }
      table={table}
    >
      <Leaves
        rows={shown}
        label={say("Every number", "全部数值")}
        columns={columns}
        reset={`${query}/${from}`}
        draw={(number) => {
          const [path, value, unit, meaning] = cells(number);
          return (
            <tr key={path}>
              <th scope="row" class="path">
                <Path path={path!} />
              </th>
              <td class="short">{value}</td>
              <td>{unit}</td>
              <td class="words">{meaning}</td>
              <td class={`from-${number.from}`}>{fromWords(number.from, speaker)}</td>
              <td>{number.sources.join(" ")}</td>
            </tr>
          );
        }}
      />
    </Figure>
  );
}

function cells({ path, value, unit, meaning }: Rest): string[] {
  return [path, value, unit, meaning];
}
