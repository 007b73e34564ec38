// SPDX-License-Identifier: Apache-2.0
import type { Source } from "../source";
import { Waiting } from "../section";

export function SituationPage({ source }: { source: Source }) {
  return <Waiting load={() => source.section("situation")}>{() => <></>}</Waiting>;
}
