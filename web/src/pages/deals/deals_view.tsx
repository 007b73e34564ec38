// SPDX-License-Identifier: Apache-2.0
import { useMemo } from "preact/hooks";
import type { Deals, Texts } from "../../data";
import { useHead } from "../../figure";
import { useLanguage } from "../../language";
import { decode } from "../../weigh";
import { CommonClauses } from "./common_clauses";
import { Frontier } from "./frontier";
import { PackageGains } from "./package_gains";
import { RobustGains } from "./robust_gains";
import { RobustPackages } from "./robust_packages";
import { useWorkbench } from "./use_workbench";
import { startsOf } from "./words";
import { WorkbenchSection } from "./workbench";
import { Zone } from "./zone";
import "./deals.css";

// All pictures share one workbench: what is put on it anywhere shows everywhere.
export function DealsView({ deals, texts }: { deals: Deals; texts: Texts | null }) {
  const head = useHead();
  const speaker = useLanguage();
  const weighing = useMemo(() => decode(deals.table), [deals.table]);
  const starts = startsOf(deals, texts, head, speaker);
  // The latest text is what lies on the table.
  const latest = (texts?.texts ?? []).reduce<string | null>(
    (best, text) => (best === null || text.date > texts!.texts.find((one) => one.id === best)!.date ? text.id : best),
    null,
  );
  const bench = useWorkbench(weighing, starts.find((start) => start.id === `text ${latest}`) ?? starts[0]!);
  const common = { deals, starts, bench, weighing };
  return (
    <>
      <p class="notice">
        {speaker.say(
          "A deal that passes is not therefore a good one. Gains are counted in the dossier's numbers, many of them assumed, and against what each party expects of fighting on. “Passes” asks whether those who must accept gain; whether their publics and parliaments ratify it stands beside it.",
          "能通过的协议不一定就是好的协议。收益按卷宗中的数值计算，其中许多是假定的，并以各方对继续作战的预期为基准。“通过”只问须接受的各方是否受益；其国内能否批准另列一旁。",
        )}
      </p>
      <Zone deals={deals} />
      <WorkbenchSection {...common} />
      <PackageGains {...common} />
      <RobustPackages {...common} />
      <RobustGains {...common} />
      <CommonClauses deals={deals} />
      <Frontier {...common} />
    </>
  );
}
