// SPDX-License-Identifier: Apache-2.0
// Sources and dated events.
import type { Evidence } from "../../data";
import { Figure } from "../../figure";
import { useLanguage, type Speaker } from "../../language";
import { unknown } from "../../numbers";
import { Leaves } from "./leaves";
import { reliabilityWords } from "./words";

export function Sources({ evidence }: { evidence: Evidence }) {
  const speaker = useLanguage();
  const { say } = speaker;
  const claims = (id: string) => evidence.claims.filter((claim) => claim.source === id).length;
  const columns = [
    say("source", "来源"),
    say("title", "标题"),
    say("author", "作者"),
    say("publisher", "出版方"),
    say("date", "日期"),
    say("reliability", "可靠性"),
    say("claims", "论断"),
    say("licence", "许可"),
  ];
  const rows = evidence.sources.map((source) => [
    source.id,
    source.title,
    source.author || unknown,
    source.publisher || unknown,
    source.date || unknown,
    `${source.reliability} ${reliabilityWords(source.reliability, speaker)}`,
    claims(source.id),
    source.licence || unknown,
  ]);
  return (
    <Figure
      name="sources"
      title={say("Sources", "来源")}
      caption={say(
        "Titles, authors and licences stand as the dossier gives them. The letter says how reliable the source is in general, not how true a single claim is. A source without claims is a series of data, or is named by numbers directly.",
        "标题、作者和许可按卷宗原样列出。字母表示来源总体上的可靠程度，而不是单条论断是否属实。没有论断的来源是数据序列，或由数值直接引用。",
      )}
      table={{ columns, rows }}
    >
      <Leaves rows={rows} label={say("Sources", "来源")} columns={columns} reset="" draw={(row) => <Row cells={row} looks={sourceLooks} />} />
    </Figure>
  );
}

const sourceLooks = ["", "words", "", "", "short", "", "", "words"];
const eventLooks = ["short", "words", "short", "", ""];

function Row({ cells, looks }: { cells: (string | number)[]; looks: string[] }) {
  return (
    <tr>
      {cells.map((cell, k) =>
        k === 0 ? (
          <th scope="row" class={looks[k]}>
            {cell}
          </th>
        ) : (
          <td class={looks[k]}>{cell}</td>
        ),
      )}
    </tr>
  );
}

export function Events({ evidence }: { evidence: Evidence }) {
  const { say, said } = useLanguage();
  const events = [...evidence.events].sort((a, b) => a.date.localeCompare(b.date) || a.known.localeCompare(b.known));
  const columns = [say("date", "日期"), say("event", "事件"), say("known", "公开"), say("kind", "类别"), say("claims", "论断")];
  const rows = events.map((event) => [event.date, said(event.name), event.known, kindWords(event.kind, say), event.sources.join(" ")]);
  return (
    <Figure
      name="events"
      title={say("Events by date", "按日期排列的事件")}
      caption={say(
        "Two days stand beside each other: when it happened, and when it became known, since a forecast may only use what was known on the dossier's day. An election ahead has a date too.",
        "并列两个日期：发生日与公开日，因为预测只能使用到卷宗之日为止已公开的内容。将来的选举也有日期。",
      )}
      table={{ columns, rows }}
    >
      <Leaves rows={rows} label={say("Events by date", "按日期排列的事件")} columns={columns} reset="" draw={(row) => <Row cells={row} looks={eventLooks} />} />
    </Figure>
  );
}

function kindWords(kind: string, say: Speaker["say"]): string {
  const words: Record<string, string> = {
    aid: say("aid", "援助"),
    info: say("news", "消息"),
    talk: say("talks", "会谈"),
    sanction: say("sanctions", "制裁"),
    offer: say("offer", "提议"),
    reply: say("reply", "答复"),
    deadline: say("deadline", "期限"),
    battle: say("battle", "战斗"),
    poll: say("poll", "民调"),
    domestic: say("home politics", "国内政治"),
    election: say("election", "选举"),
  };
  return words[kind] ?? kind;
}
