// SPDX-License-Identifier: Apache-2.0
import type { DossierLine } from "../api";
import { useLanguage } from "../language";
import { hashOfView } from "./views";

// The dossiers of the served folder, each with a way to a forecast or to its problems.
export function DossierList({ dossiers }: { dossiers: DossierLine[] }) {
  const { say, said } = useLanguage();
  return (
    <section class="figure" aria-labelledby="desk-dossiers">
      <h2 id="desk-dossiers">{say("Dossiers", "卷宗")}</h2>
      {dossiers.length === 0 && <p>{say("The served folder holds no dossier.", "所服务的文件夹中没有卷宗。")}</p>}
      <ul class="cards">
        {dossiers.map((line) => (
          <li key={line.path}>
            <h3>{said(line.title) || line.id || line.path}</h3>
            <p class="soft">
              <code>{line.path}</code>
              {line.as_of !== "" && ` · ${say("as of", "截至")} ${line.as_of}`}
              {line.problems > 0 && (
                <strong class="wrong">
                  {" "}
                  · {say(line.problems === 1 ? "1 problem" : `${line.problems} problems`, `${line.problems} 个问题`)}
                </strong>
              )}
            </p>
            <p class="acts">
              <a href={hashOfView({ kind: "new", dossier: line.path })}>
                {line.problems > 0
                  ? say(`Show the problems of ${line.path}`, `查看 ${line.path} 的问题`)
                  : say(`New forecast from ${line.path}`, `用 ${line.path} 做新预测`)}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
