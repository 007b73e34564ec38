// SPDX-License-Identifier: Apache-2.0
// Where the numbers come from: grades, claims, sources, dated events, and every number with what it rests on.
import { Waiting } from "../section";
import type { Source } from "../source";
import { Claims } from "./evidence/claims";
import { Events, Sources } from "./evidence/sources";
import "./evidence/evidence.css";
import { Grades } from "./evidence/grades";
import { Numbers } from "./evidence/numbers";

export function EvidencePage({ source }: { source: Source }) {
  return (
    <Waiting load={() => source.section("evidence")}>
      {(evidence) => (
        <>
          <Grades evidence={evidence} />
          <Claims evidence={evidence} />
          <Numbers evidence={evidence} />
          <Sources evidence={evidence} />
          <Events evidence={evidence} />
        </>
      )}
    </Waiting>
  );
}
