// SPDX-License-Identifier: Apache-2.0
// The run that is shown stands in the address, behind the page: #/chronicle/417, #/study/runs%2Fdemo/chronicle/417.
import { useEffect, useState } from "preact/hooks";
import { partsOf } from "../../place";

function runIn(hash: string): number | null {
  const parts = partsOf(hash);
  const word = parts[parts[0] === "study" ? 3 : 1] ?? "";
  return /^\d{1,15}$/.test(word) ? Number(word) : null;
}

export function useRunInPlace(): [number | null, (run: number) => void] {
  const [run, setRun] = useState(runIn(location.hash));
  useEffect(() => {
    const moved = () => setRun(runIn(location.hash));
    addEventListener("hashchange", moved);
    return () => removeEventListener("hashchange", moved);
  }, []);
  // No new step in the browser's history: leafing through runs is not going to pages.
  const go = (to: number) => {
    const parts = location.hash.replace(/^#\/?/, "").split("/");
    const page = parts[0] === "study" ? [parts[0], parts[1] ?? "", "chronicle"] : ["chronicle"];
    history.replaceState(null, "", `#/${[...page, to].join("/")}`);
    setRun(to);
  };
  return [run, go];
}
