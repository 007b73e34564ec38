// SPDX-License-Identifier: Apache-2.0
// How the histories go on: endings over time beside the record of other wars, survival, what moves underneath, and the
// terms of the deals.
import { Waiting } from "../section";
import type { Source } from "../source";
import { EndingsAtHorizon, EndingsOverTime } from "./futures/endings";
import { Fans } from "./futures/fans";
import { OutsideView } from "./futures/outside";
import { DealsByWeek, Survival } from "./futures/survival";
import { Terms } from "./futures/terms";
import { Blockers, Distance } from "./futures/zone";

export function FuturesPage({ source }: { source: Source }) {
  return (
    <Waiting load={() => source.section("futures")}>
      {(futures) => (
        <>
          <EndingsOverTime futures={futures} />
          <OutsideView futures={futures} />
          <EndingsAtHorizon futures={futures} />
          <Survival futures={futures} />
          <DealsByWeek futures={futures} />
          <Fans futures={futures} />
          <Distance futures={futures} />
          <Blockers futures={futures} />
          <Terms futures={futures} />
        </>
      )}
    </Waiting>
  );
}
