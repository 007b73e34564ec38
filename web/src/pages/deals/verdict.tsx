// SPDX-License-Identifier: Apache-2.0
// What becomes of the package on the workbench: the whole of it, and each party, beside what the start had.
import { partyColour } from "../../colours";
import type { PartyDeal, Spread } from "../../data";
import { useHead } from "../../figure";
import { useLanguage } from "../../language";
import { fixed, percent, signed } from "../../numbers";
import type { Workbench } from "./use_workbench";
import { answerOf, ruleWords, type Answer } from "./words";

export function Verdict({ bench }: { bench: Workbench }) {
  const speaker = useLanguage();
  const { say } = speaker;
  const head = useHead();
  const { weighed, before } = bench;
  const years = ({ mean, low, high }: Spread) => `${fixed(mean, 0)} (${fixed(low, 0)} – ${fixed(high, 0)})`;
  const whole: [string, string, string, string][] = [
    [
      say("passes in", "通过的抽样"),
      percent(weighed.passes, 0),
      percent(before.passes, 0),
      `${percent(weighed.passes_range.low, 0)} – ${percent(weighed.passes_range.high, 0)}`,
    ],
    [say("ratified with", "国内批准概率"), percent(weighed.ratified, 0), percent(before.ratified, 0), ""],
    [say("both", "两者兼得"), percent(weighed.carried, 0), percent(before.carried, 0), ""],
    [say("would last, years", "预计维持（年）"), years(weighed.years), years(before.years), ""],
    [say("least gain", "最小收益"), signed(weighed.least, 3), signed(before.least, 3), ""],
  ];
  const scale = scaleOf([...weighed.party, ...before.party]);
  return (
    <div class="verdict">
      {!weighed.allowed && (
        <div class="notice">
          <p>
            <strong>{say("This package contradicts itself and cannot be agreed:", "该方案自相矛盾，无法达成：")}</strong>
          </p>
          <ul>
            {weighed.broken.map((rule) => (
              <li>
                {ruleWords(rule, head, speaker)} {rule.why}
              </li>
            ))}
          </ul>
        </div>
      )}
      <dl class="whole">
        {whole.map(([name, now, was, range]) => (
          <div class={now !== was ? "changed" : ""}>
            <dt>{name}</dt>
            <dd>
              <strong>{now}</strong>
              {range && <small>{say(`95 % interval ${range}`, `95 % 区间 ${range}`)}</small>}
              {now !== was && <small>{say(`start: ${was}`, `起点：${was}`)}</small>}
            </dd>
          </div>
        ))}
      </dl>
      <ul class="parties">
        {head.parties.map((_, party) =>
          weighed.party[party] ? <PartyLine bench={bench} party={party} scale={scale} key={party} /> : null,
        )}
      </ul>
      <p class="soft small">
        {say(
          `Bars: gain over fighting on, 5 % to 95 % of draws, with the mean as a dot; the upright line is 0, the edges ±${scale}. Thin and grey: at the start.`,
          `横条：相对继续作战的收益，抽样的 5 % 至 95 %，圆点为均值；竖线为 0，两端为 ±${scale}。细灰条：起点。`,
        )}
      </p>
    </div>
  );
}

function PartyLine({ bench, party, scale }: { bench: Workbench; party: number; scale: number }) {
  const { say, said } = useLanguage();
  const head = useHead();
  const own = bench.weighed.party[party]!;
  const was = bench.before.party[party]!;
  const answer = answerOf(bench.weighed, party);
  const began = answerOf(bench.before, party);
  const words: Record<Answer, string> = {
    accepts: say("accepts", "接受"),
    wavers: say("in doubt", "存疑"),
    "falls out": say("falls out", "退出"),
    "not asked": say("need not accept", "无须其接受"),
  };
  const gain = (deal: PartyDeal) =>
    `${signed(deal.gain.mean, 3)} (${signed(deal.gain.low, 3)} – ${signed(deal.gain.high, 3)})`;
  const loses = (deal: PartyDeal) => percent(deal.loses, 0);
  const ratifies = (deal: PartyDeal) => percent(deal.ratifies, 0);
  const read = [gain, loses, ratifies]; // what is shown, so that nothing is marked that looks the same
  const moved = answer !== began || read.some((of) => of(own) !== of(was));
  const start = (now: string, then: string) => (now === then ? "" : say(` · start: ${then}`, ` · 起点：${then}`));
  return (
    <li class={moved ? "changed" : ""}>
      <p>
        <strong>{said(head.parties[party]!.name)}</strong>{" "}
        <span class={`answer ${answer.replace(" ", "-")}`}>{words[answer]}</span>
        {answer !== began && <small>{say(`start: ${words[began]}`, `起点：${words[began]}`)}</small>}
      </p>
      <div class="range" aria-hidden="true">
        <i class="zero" />
        {moved && <Bar spread={was.gain} scale={scale} colour="var(--soft)" kind="old" />}
        <Bar spread={own.gain} scale={scale} colour={partyColour(party)} kind="new" />
      </div>
      <p class="small">
        {say("loses in", "受损的抽样")} {loses(own)}
        {start(loses(own), loses(was))}
        <br />
        {say("gain", "收益")} {gain(own)}
        {moved && gain(own) !== gain(was) && say(` · change ${signed(own.gain.mean - was.gain.mean, 3)}`, ` · 变化 ${signed(own.gain.mean - was.gain.mean, 3)}`)}
        <br />
        {say("passes at home with", "国内通过概率")} {ratifies(own)}
        {start(ratifies(own), ratifies(was))}
      </p>
    </li>
  );
}

function Bar({ spread, scale, colour, kind }: { spread: Spread; scale: number; colour: string; kind: string }) {
  const place = (value: number) => 50 + (50 * Math.max(-scale, Math.min(scale, value))) / scale;
  const [from, to] = [place(spread.low), place(spread.high)];
  return (
    <>
      <i class={`bar ${kind}`} style={{ left: `${from}%`, width: `${to - from}%`, background: colour }} />
      <i class={`dot ${kind}`} style={{ left: `${place(spread.mean)}%`, background: colour }} />
    </>
  );
}

// One scale for all bars, in steps so that it does not jitter with every choice.
function scaleOf(parties: (PartyDeal | null)[]): number {
  const most = Math.max(...parties.flatMap((own) => (own ? [-own.gain.low, own.gain.high] : [0])));
  return [0.1, 0.2, 0.3, 0.5, 0.75, 1, 1.25, 1.5].find((step) => step >= most) ?? Math.ceil(most);
}
