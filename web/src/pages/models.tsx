// SPDX-License-Identifier: Apache-2.0
// What other models say: forecasts of collective decisions side by side, and the conflict graph.
import { useLanguage } from "../language";
import { Waiting } from "../section";
import type { Source } from "../source";
import { Forecasts } from "./models/forecasts";
import { MediansOverModels } from "./models/medians";
import { Reasons } from "./models/reasons";
import { Stability } from "./models/stability";

export function ModelsPage({ source }: { source: Source }) {
  const { say } = useLanguage();
  return (
    <Waiting load={() => source.section("models")}>
      {({ predict, stability }) => (
        <>
          {predict ? (
            <>
              <Forecasts predict={predict} />
              <MediansOverModels predict={predict} />
            </>
          ) : (
            <p class="notice">{say("The dossier has nothing that these models could forecast.", "卷宗中没有这些模型可以预测的内容。")}</p>
          )}
          {stability ? (
            <>
              <Stability conflict={stability} />
              <Reasons conflict={stability} />
            </>
          ) : (
            <p class="notice">{say("The dossier has no conflict graph.", "卷宗中没有冲突图。")}</p>
          )}
        </>
      )}
    </Waiting>
  );
}
