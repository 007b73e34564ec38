// SPDX-License-Identifier: Apache-2.0
// A package chosen clause by clause, and at once what becomes of it.
import type { Deals } from "../../data";
import { useHead } from "../../figure";
import { useLanguage } from "../../language";
import { percent } from "../../numbers";
import type { Weighing } from "../../weigh";
import { BestChanges } from "./best_changes";
import { Clauses } from "./clauses";
import { StartSelect } from "./start_select";
import type { Workbench } from "./use_workbench";
import { Verdict } from "./verdict";
import { summaryOf, type Start } from "./words";

export interface BenchProps {
  deals: Deals;
  starts: Start[];
  bench: Workbench;
  weighing: Weighing;
}

export function WorkbenchSection({ starts, bench, weighing }: BenchProps) {
  const speaker = useLanguage();
  const { say } = speaker;
  const head = useHead();
  const { draws } = weighing.table;
  const grain = percent(1 / draws, 0);
  return (
    <section class="figure workbench" id="workbench" tabIndex={-1} aria-labelledby="workbench-title">
      <h2 id="workbench-title">{say("Workbench: try a package", "工作台：试拟方案")}</h2>
      <p class="explained">
        {say(
          `Choose what is agreed on each issue. Every choice is weighed at once, in ${draws} draws of the dossier's numbers, as the program weighs it. Shares move in steps of about ${grain}; the tables below may rest on more draws and so differ a little. A party falls out where it must accept and loses in more than half of the draws, and is in doubt where it loses in more than a tenth. Gains compare with fighting on; many of the numbers behind them are assumed.`,
          `逐项选择各议题的约定。每次选择都立即按程序的方法在卷宗数值的 ${draws} 次抽样中权衡。比例的最小变动约为 ${grain}；下方各表的抽样次数可能更多，故略有出入。须接受的一方若在过半数抽样中受损，即视为退出；若在超过一成的抽样中受损，则为存疑。收益以继续作战为基准；其背后的许多数值是假定的。`,
        )}
      </p>
      <div class="controls">
        <StartSelect
          label={say("Start from", "起点")}
          starts={starts}
          value={bench.start}
          onChoose={bench.load}
        />
        <button type="button" disabled={bench.undoable === 0} onClick={bench.undo}>
          {say("Undo", "撤销")}
        </button>
        <button type="button" disabled={bench.changed.length === 0} onClick={bench.reset}>
          {say("Reset to the start", "恢复起点")}
        </button>
        <span class="soft">
          {bench.changed.length === 0
            ? say("No clause changed", "未改动条款")
            : say(
                `${bench.changed.length} ${bench.changed.length === 1 ? "clause" : "clauses"} changed`,
                `已改动 ${bench.changed.length} 项条款`,
              )}
        </span>
      </div>
      <p class="summary" role="status" aria-live="polite" aria-label={say("What becomes of the package", "方案的结果")}>
        {summaryOf(bench.weighed, head, speaker)}
      </p>
      <div class="bench">
        <Clauses bench={bench} />
        <Verdict bench={bench} />
      </div>
      <BestChanges bench={bench} weighing={weighing} />
    </section>
  );
}
