// SPDX-License-Identifier: Apache-2.0
// What went wrong, in the server's own words; the problems of a dossier with file and line.
import { useEffect, useState } from "preact/hooks";
import { Refused } from "../ask";
import { useLanguage } from "../language";

export function FaultNotice({ fault, again }: { fault: Error; again?: () => void }) {
  const { say } = useLanguage();
  const problems = fault instanceof Refused ? (fault.fault.problems ?? []) : [];
  const lost = fault instanceof Refused && fault.status === 401;
  const silent = fault instanceof TypeError; // what fetch throws where nobody answers
  return (
    <div role="alert" class="notice">
      <p>{silent ? say("The server does not answer. Is it still running?", "服务器没有应答。它还在运行吗？") : fault.message}</p>
      {silent && <p lang="en">{fault.message}</p>}
      {lost && (
        <p>
          {say(
            "This browser's session has ended. Open the address again that the program printed when it was started.",
            "此浏览器的会话已结束。请重新打开程序启动时显示的地址。",
          )}
        </p>
      )}
      {problems.length > 0 && (
        <ul class="problems">
          {problems.map((problem) => (
            <li>
              {problem.file !== "" && (
                <code>
                  {problem.file}
                  {problem.line > 0 && `:${problem.line}`}
                  {problem.line > 0 && problem.column > 0 && `:${problem.column}`}
                </code>
              )}{" "}
              {problem.message}
              {problem.hint !== "" && <span class="hint"> {problem.hint}</span>}
            </li>
          ))}
        </ul>
      )}
      {again && (
        <button type="button" onClick={again}>
          {say("Try again", "重试")}
        </button>
      )}
    </div>
  );
}

export interface Asked<T> {
  data: T | null;
  fault: Error | null;
  again: () => void;
}

// What `load` answers, asked again when `depends` changes or on wish; old data stay until new ones are there.
export function useAsked<T>(load: () => Promise<T>, depends: unknown[]): Asked<T> {
  const [state, setState] = useState<{ data: T | null; fault: Error | null }>({ data: null, fault: null });
  const [tried, setTried] = useState(0);
  useEffect(() => {
    let current = true;
    load().then(
      (data) => current && setState({ data, fault: null }),
      (fault: Error) => current && setState((was) => ({ data: was.data, fault })),
    );
    return () => {
      current = false;
    };
  }, [tried, ...depends]);
  return { ...state, again: () => setTried((was) => was + 1) };
}
