// SPDX-License-Identifier: Apache-2.0
// What is claimed, by whom, how well, and which numbers rest on it.
import { useState } from "preact/hooks";
import type { Evidence } from "../../data";
import { Figure } from "../../figure";
import { useLanguage } from "../../language";
import { Leaves, Path, Pick, Search } from "./leaves";
import { gradeOf, matches, type Claim } from "./words";

export function Claims({ evidence }: { evidence: Evidence }) {
  const { say } = useLanguage();
  const [query, setQuery] = useState("");
  const [grade, setGrade] = useState("");
  const [use, setUse] = useState("");
  const sourceOf = (claim: Claim) => evidence.sources.find((source) => source.id === claim.source)?.title ?? claim.source;
  const paths = (claim: Claim) => claim.used.map((place) => evidence.numbers[place]!.path);
  const grades = [...new Set(evidence.claims.map((claim) => gradeOf(claim, evidence)))].sort();
  const shown = evidence.claims.filter(
    (claim) =>
      (grade === "" || gradeOf(claim, evidence) === grade) &&
      (use === "" || (use === "used") === claim.used.length > 0) &&
      matches(query, claim.id, claim.claim, claim.locator, sourceOf(claim), ...paths(claim)),
  );
  const columns = [say("claim", "论断"), say("what it says", "内容"), say("grade", "等级"), say("source", "来源"), say("place", "出处"), say("numbers", "数值")];
  return (
    <Figure
      name="claims"
      title={say("Claims", "论断")}
      caption={say(
        "Each claim restates what its source says at the place given; the fingerprint in the table lets whoever has the source check the passage. What rests on a claim unfolds in the last column. A claim on which no number rests is background.",
        "每条论断转述来源在所注位置的内容；表中的指纹可供持有来源者核对原文。最后一列可展开依据该论断的数值。没有数值依据的论断只作背景。",
      )}
      controls={
        <>
          <Search label={say("Search claims", "搜索论断")} value={query} set={setQuery} />
          <Pick label={say("Grade", "等级")} value={grade} set={setGrade} options={[["", say("any", "任意")], ...grades.map((each): [string, string] => [each, each])]} />
          <Pick
            label={say("Used", "使用情况")}
            value={use}
            set={setUse}
            options={[
              ["", say("all", "全部")],
              ["used", say("numbers rest on it", "有数值依据")],
              ["unused", say("background only", "仅作背景")],
            ]}
          />
        </>
      }
      table={{
        columns: [...columns, say("fingerprint", "指纹")],
        rows: shown.map((claim) => [claim.id, claim.claim, gradeOf(claim, evidence), sourceOf(claim), claim.locator, paths(claim).join("; "), claim.fingerprint]),
      }}
    >
      <Leaves
        rows={shown}
        label={say("Claims", "论断")}
        columns={columns}
        reset={`${query}/${grade}/${use}`}
        draw={(claim) => (
          <tr key={claim.id} id={`claim-${claim.id}`}>
            <th scope="row" class="short">
              {claim.id}
            </th>
            <td class="words">{claim.claim}</td>
            <td>{gradeOf(claim, evidence)}</td>
            <td class="short">{claim.source}</td>
            <td class="short">{claim.locator}</td>
            <td>
              <Used paths={paths(claim)} claim={claim.id} />
            </td>
          </tr>
        )}
      />
    </Figure>
  );
}

function Used({ paths, claim }: { paths: string[]; claim: string }) {
  const { say } = useLanguage();
  if (paths.length === 0) return <>{say("none", "无")}</>;
  return (
    <details>
      <summary aria-label={say(`${paths.length} numbers rest on ${claim}`, `依据 ${claim} 的数值 ${paths.length} 个`)}>{paths.length}</summary>
      <ul>
        {paths.map((path) => (
          <li class="path">
            <Path path={path} />
          </li>
        ))}
      </ul>
    </details>
  );
}
