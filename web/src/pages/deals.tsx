// SPDX-License-Identifier: Apache-2.0
// Which packages could pass and hold: the zone, a workbench for packages, the robust ones, the frontier of two parties.
import type { Source } from "../source";
import { Waiting } from "../section";
import { DealsView } from "./deals/deals_view";

export function DealsPage({ source }: { source: Source }) {
  // The texts are a page of their own that may be missing; their packages are only welcome here.
  const load = async () => {
    const texts = source.head.pages.includes("text") ? source.section("text").catch(() => null) : Promise.resolve(null);
    return { deals: await source.section("deals"), texts: await texts };
  };
  return <Waiting load={load}>{({ deals, texts }) => <DealsView deals={deals} texts={texts} />}</Waiting>;
}
