// SPDX-License-Identifier: Apache-2.0
// Any run of the study by its number: the server tells it anew.
import { useState } from "preact/hooks";
import type { RunTold } from "../../data";
import { useLanguage } from "../../language";

export interface AnyRunProps {
  runs: number;
  tell: (run: number) => Promise<RunTold>;
  show: (told: RunTold) => void;
}

export function AnyRun({ runs, tell, show }: AnyRunProps) {
  const { say } = useLanguage();
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const ask = async (event: Event) => {
    event.preventDefault();
    const run = /^\d+$/.test(text.trim()) ? Number(text) : NaN;
    if (!(run < runs)) {
      setFault(say(`The runs of this study have the numbers 0 to ${runs - 1}.`, `本研究的模拟编号为 0 至 ${runs - 1}。`));
      return;
    }
    setBusy(true);
    setFault(null);
    try {
      show(await tell(run));
    } catch (error) {
      setFault(say(`Run ${run} could not be told: ${(error as Error).message}`, `无法讲述第 ${run} 次模拟：${(error as Error).message}`));
    }
    setBusy(false);
  };
  return (
    <form class="controls" onSubmit={ask} noValidate>
      <label>
        {say(`Any run of the study, 0 to ${runs - 1}`, `研究中的任意一次，0 至 ${runs - 1}`)}
        <input type="number" inputMode="numeric" min={0} max={runs - 1} step={1} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <button type="submit" disabled={busy}>
        {busy ? say("Computing …", "正在计算……") : say("Tell it", "讲述")}
      </button>
      {fault !== null && (
        <p role="alert" class="notice">
          {fault}
        </p>
      )}
    </form>
  );
}
