// SPDX-License-Identifier: Apache-2.0
import type { Source } from "../source";
import { Waiting } from "../section";

export function EvidencePage({ source }: { source: Source }) {
  return <Waiting load={() => source.section("evidence")}>{() => <></>}</Waiting>;
}
