// SPDX-License-Identifier: Apache-2.0
// What two parties could have of each other: the packages by which neither could gain more without the other's loss.
import { useState } from "preact/hooks";
import { Figure, useHead } from "../../figure";
import { useLanguage } from "../../language";
import { signed } from "../../numbers";
import { entriesOf, type Entry } from "./frontier_entries";
import { frontierPicture, type Mark } from "./frontier_picture";
import { ToWorkbench } from "./start_select";
import type { BenchProps } from "./workbench";
import { optionName } from "./words";

export function Frontier({ deals, starts, bench, weighing }: BenchProps) {
  const speaker = useLanguage();
  const { say, said } = speaker;
  const head = useHead();
  const { pairs } = deals.central;
  const [a, setA] = useState(pairs[0]?.a ?? 0);
  const [b, setB] = useState(pairs[0]?.b ?? 1);
  const [picked, setPicked] = useState("");
  const [all, setAll] = useState(true);
  if (pairs.length === 0) return null;
  const name = (party: number) => said(head.parties[party]!.name);
  const others = (party: number) =>
    pairs.flatMap((pair) => (pair.a === party ? [pair.b] : pair.b === party ? [pair.a] : []));
  const parties = head.parties.flatMap((_, party) => (others(party).length > 0 ? [party] : []));
  const partner = others(a).includes(b) ? b : others(a)[0]!;
  const pair = pairs.find((one) => (one.a === a && one.b === partner) || (one.a === partner && one.b === a))!;
  const entries = entriesOf(pair, deals, starts, weighing, head, speaker);
  const there = entries.filter(({ gain }) => gain[a] != null && gain[partner] != null);
  if (there.length === 0) return null; // nothing that nobody need refuse, and no text
  const words = (entry: Entry) =>
    [
      `${entry.sign} ${entry.start.name}:`.trimStart(),
      `${name(a)} ${signed(entry.gain[a])},`,
      `${name(partner)} ${signed(entry.gain[partner])}`,
    ].join(" ");
  const here = there.find((entry) => entry.start.id === picked) ?? there[0]!;
  const choose = (entry: Entry) => {
    setPicked(entry.start.id);
    bench.load(entry.start);
  };
  const select = (label: string, value: number, list: number[], set: (party: number) => void) => (
    <label>
      <span class="nowrap">{label}</span>
      <select value={value} onChange={(event) => set(Number(event.currentTarget.value))}>
        {list.map((party) => (
          <option value={party}>{name(party)}</option>
        ))}
      </select>
    </label>
  );
  const now = { a: bench.weighed.party[a]?.gain.mean, b: bench.weighed.party[partner]?.gain.mean };
  return (
    <Figure
      name="frontier"
      title={say(`What ${name(a)} and ${name(partner)} could have`, `${name(a)}与${name(partner)}各能得到什么`)}
      caption={
        <>
          <p>
            {say(
              `Each dot is a package; further right it is better for ${name(a)}, further up for ${name(partner)}. Beyond the zero lines a party is worse off than by fighting on. Dots are the frontier: no package that nobody need refuse is better for one of the two without being worse for the other (${pair.proved ? "proved: all such packages were looked at" : "as far as a search found; there may be better ones"}). It is taken at the central numbers of the dossier.`,
              `每个点是一个方案：越靠右对${name(a)}越有利，越靠上对${name(partner)}越有利。越过零线的一方不如继续作战。圆点为边界：在无须任何一方拒绝的方案中，没有哪个能使一方更好而不使另一方更差（${pair.proved ? "已证明：已检查全部此类方案" : "仅就搜索所见；或有更优者"}）。边界按卷宗的中心数值计算。`,
            )}
          </p>
          <p>
            {say(
              "Diamonds are solutions that look after all who must accept, so they may lie within the frontier of two. Squares (texts) and the ring (the package on the workbench) are means over draws, so a text may seem to lie beyond a frontier that it does not reach. The picture shows two parties only: a point that suits both may ruin a third.",
              "菱形为兼顾全部须接受方的解，故可能位于两方边界之内。方块（文本）与圆环（工作台上的方案）为抽样均值，因此某文本可能看似越过了它其实未达到的边界。图中只有两方：对两方都合适的方案可能损害第三方。",
            )}
          </p>
        </>
      }
      controls={
        <>
          {select(say("Across", "横轴"), a, parties, setA)}
          {select(say("Up", "纵轴"), partner, others(a), setB)}
          <label>
            <input type="checkbox" checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
            {say("with the texts and the workbench", "含文本与工作台上的方案")}
          </label>
        </>
      }
      table={{
        columns: [
          say("package", "方案"),
          ...head.parties.flatMap((party) => (party.stake ? [`${say("gain", "收益")}: ${said(party.name)}`] : [])),
          say("how known", "依据"),
          ...head.issues.map((issue) => said(issue.name)),
        ],
        rows: there.map((entry) => [
          entry.start.name,
          ...head.parties.flatMap((party, k) => (party.stake ? [signed(entry.gain[k], 4)] : [])),
          entry.how,
          ...entry.start.package.map((option, issue) => optionName(head, issue, option, said)),
        ]),
      }}
      draw={(width) =>
        frontierPicture(
          [
            ...there.filter(({ kind }) => all || kind !== "text").map((entry): Mark => ({
              kind: entry.kind,
              sign: entry.sign,
              x: entry.gain[a]!,
              y: entry.gain[partner]!,
              chosen: entry.start.id === here.start.id,
              choose: () => choose(entry),
            })),
            ...(!all || now.a === undefined || now.b === undefined
              ? []
              : [{ kind: "bench", sign: "", x: now.a, y: now.b, chosen: false, choose: null } as Mark]),
          ],
          width,
          [say(`gain of ${name(a)}`, `${name(a)}的收益`), say(`gain of ${name(partner)}`, `${name(partner)}的收益`)],
        )
      }
      depends={[a, partner, all, here.start.id, bench.weighed, deals]}
    >
      <ul class="key" aria-label={say("Signs", "图例")}>
        {there.some(({ kind }) => kind === "frontier") && (
          <li>
            <span aria-hidden="true" style={{ color: "#0072B2" }}>●</span> {say("frontier", "边界")}
          </li>
        )}
        {there
          .filter(({ sign }) => sign !== "")
          .map((entry) => (
            <li>
              <span aria-hidden="true" style={{ color: entry.kind === "text" ? "#CC79A7" : "#E69F00" }}>
                {entry.kind === "text" ? "□" : "◆"}
              </span>{" "}
              <strong>{entry.sign}</strong> {entry.start.name}
            </li>
          ))}
        <li>
          <span aria-hidden="true" style={{ color: "#D55E00" }}>◯</span> {say("on the workbench", "工作台上")}
        </li>
      </ul>
      <div class="controls">
        <label>
          <span class="nowrap">{say("Point", "点")}</span>
          <select value={here.start.id} onChange={(event) => setPicked(event.currentTarget.value)}>
            {there.map((entry) => (
              <option value={entry.start.id}>{words(entry)}</option>
            ))}
          </select>
        </label>
        <button type="button" onClick={() => choose(here)}>
          {say("Use this point in the workbench", "将此点放上工作台")}
        </button>
        <ToWorkbench />
      </div>
    </Figure>
  );
}
