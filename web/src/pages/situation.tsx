// SPDX-License-Identifier: Apache-2.0
// Where the parties stand today: what they weigh, what each option is worth to them, what fighting on is worth, and how
// much of it anybody has written down.
import type { Source } from "../source";
import { Waiting } from "../section";
import { EvidenceByPart, EvidenceCoverage } from "./situation/coverage";
import { PositionsOnIssue } from "./situation/positions";
import { Stands } from "./situation/stands";
import { WalkAway } from "./situation/walk_away";

export function SituationPage({ source }: { source: Source }) {
  return (
    <Waiting load={() => source.section("situation")}>
      {(situation) => (
        <>
          <Stands situation={situation} />
          <PositionsOnIssue situation={situation} />
          <WalkAway situation={situation} />
          <EvidenceCoverage situation={situation} />
          <EvidenceByPart situation={situation} />
        </>
      )}
    </Waiting>
  );
}
