// SPDX-License-Identifier: Apache-2.0
// One select per issue. What differs from the start is marked and can be put back by itself.
import { useHead } from "../../figure";
import { useLanguage } from "../../language";
import type { Workbench } from "./use_workbench";
import { optionName } from "./words";

export function Clauses({ bench }: { bench: Workbench }) {
  const { say, said } = useLanguage();
  const head = useHead();
  return (
    <div class="clauses" role="group" aria-label={say("Clauses of the package", "方案的条款")}>
      {head.issues.map((issue, k) => {
        const was = bench.from[k]!;
        const changed = bench.package[k] !== was;
        return (
          <div class={changed ? "clause changed" : "clause"} key={issue.id}>
            <label>
              <span>
                {said(issue.name)}
                {issue.core && <span class="tag">{say("core", "核心")}</span>}
              </span>
              <select
                value={bench.package[k]}
                onChange={(event) => bench.choose(k, Number(event.currentTarget.value))}
              >
                {issue.options.map((option, o) => (
                  <option value={o} key={option.id}>
                    {said(option.name)}
                  </option>
                ))}
              </select>
            </label>
            {changed && (
              <p class="was">
                {say("changed; was: ", "已改；原为：")}
                {optionName(head, k, was, said)}{" "}
                <button
                  type="button"
                  class="plain"
                  aria-label={say(`Put back: ${said(issue.name)}`, `还原：${said(issue.name)}`)}
                  onClick={() => bench.choose(k, was)}
                >
                  {say("put back", "还原")}
                </button>
              </p>
            )}
          </div>
        );
      })}
      <p class="soft small">
        {say("Where a core issue is left open, the package is a ceasefire, which breaks more easily.", "核心议题悬而未决的方案只是停火，更易破裂。")}
      </p>
    </div>
  );
}
