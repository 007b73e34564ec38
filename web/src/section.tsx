// SPDX-License-Identifier: Apache-2.0
// A page waits for its section of the study and says so; what fails is said in words, with a way to try again.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { FaultNotice } from "./desk/fault";
import { useLanguage } from "./language";

export function Waiting<T>({ load, children }: { load: () => Promise<T>; children: (data: T) => ComponentChildren }) {
  const { say } = useLanguage();
  const [state, setState] = useState<{ data?: T; fault?: Error; tried: number }>({ tried: 0 });
  useEffect(() => {
    let current = true;
    load().then(
      (data) => current && setState((was) => ({ data, tried: was.tried })),
      (fault: Error) => current && setState((was) => ({ fault, tried: was.tried })),
    );
    return () => {
      current = false;
    };
  }, [state.tried]);
  if (state.data !== undefined) return <>{children(state.data)}</>;
  if (state.fault !== undefined)
    return <FaultNotice fault={state.fault} again={() => setState((was) => ({ tried: was.tried + 1 }))} />;
  return (
    <p role="status" class="waiting">
      {say("Computing …", "正在计算……")}
    </p>
  );
}
