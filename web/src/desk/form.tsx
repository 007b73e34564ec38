// SPDX-License-Identifier: Apache-2.0
// The form of a forecast: from a dossier, or with the choices of a study: to run again beside it, or to go on with it.
import { useRef, useState } from "preact/hooks";
import type { DossierLine, Form, Job, StudyLine } from "../api";
import { ask } from "../ask";
import { useLanguage } from "../language";
import { choicesFor, choicesOf, faultsOf, wantedOf, type Choices, type Faults } from "./choices";
import { FaultNotice, useAsked } from "./fault";
import { AllFields } from "./all_fields";
import { Field } from "./field";
import { useDistinction } from "./studies";
import type { View } from "./views";
import { freeName, grouped } from "./words";

interface ForecastFormProps {
  view: View & { kind: "new" | "again" | "on" };
  dossiers: DossierLine[];
  studies: StudyLine[];
  aimed: number; // runs that a job on the study wanted; 0: none
  started: (job: Job) => void;
}

export function ForecastForm({ view, dossiers, studies, aimed, started }: ForecastFormProps) {
  const { say, said } = useLanguage();
  const old = view.kind === "new" ? undefined : studies.find((line) => line.path === view.study);
  const path = view.kind === "new" ? view.dossier : (old?.dossier_path ?? "");
  const form = useAsked(
    () => (path === "" ? Promise.resolve(null) : ask<Form>(`/api/form?dossier=${encodeURIComponent(path)}`)),
    [path],
  );
  if (path === "")
    return (
      <p role="alert" class="notice">
        {old
          ? say("The dossier of this study lies elsewhere or has changed since.", "此研究的卷宗在别处，或之后已改动。")
          : say("There is no such study.", "没有这项研究。")}
      </p>
    );
  if (form.fault) return <FaultNotice fault={form.fault} again={form.again} />;
  if (!form.data) return <p class="waiting">{say("Reading the dossier …", "正在读取卷宗……")}</p>;
  const dossier = dossiers.find((line) => line.path === path);
  const taken = studies.map((line) => line.path);
  const name = freeName(old ? old.path.split("/").pop()! : dossier?.id || "study", taken);
  const first = old ? choicesOf(old, name) : choicesFor(form.data, name);
  if (old && view.kind === "on") {
    first.study = old.path;
    first.runs = String(Math.max(aimed, old.runs, 10000));
  }
  return (
    <>
      <p>
        {dossier ? said(dossier.title) : ""} <code>{path}</code>
        {dossier && ` · ${say("as of", "截至")} ${dossier.as_of}`}
      </p>
      {old && view.kind === "again" && (
        <p>
          {say(
            `The choices of ${old.path} are filled in. With the same seed both studies meet the same random numbers, so that what differs between them comes from what you change.`,
            `已填入 ${old.path} 的选项。种子相同，两项研究用的随机数就相同，因此二者的差别来自你所做的改动。`,
          )}
        </p>
      )}
      <Fields form={form.data} first={first} path={path} taken={taken} on={view.kind === "on" ? old! : null} started={started} />
    </>
  );
}

interface FieldsProps {
  form: Form;
  first: Choices;
  path: string;
  taken: string[]; // paths of the studies
  on: StudyLine | null; // the study to go on with: nothing but its runs can be changed
  started: (job: Job) => void;
}

function Fields({ form, first, path, taken, on, started }: FieldsProps) {
  const { say } = useLanguage();
  const [choices, setChoices] = useState(first);
  const [tried, setTried] = useState(false); // nobody is told off before trying
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<Error | null>(null);
  const place = useRef<HTMLFormElement>(null);
  const distinction = useDistinction();
  const all = faultsOf(choices, form, taken, say);
  const fewer = on !== null && all.runs === undefined && Number(choices.runs) < on.runs;
  const runsFault = fewer ? say(`${grouped(on.runs)} are there already: this many or more.`, `已有 ${grouped(on.runs)} 次：须不少于此数。`) : all.runs;
  const faults: Faults = !on ? all : runsFault ? { runs: runsFault } : {};
  const shown = tried ? faults : {};
  const set = (part: Partial<Choices>) => setChoices((was) => ({ ...was, ...part }));
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    setRefused(null);
    if (Object.keys(faults).length > 0) {
      setTimeout(() => place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    setSending(true);
    ask<Job>("/api/jobs", { method: "POST", body: wantedOf(choices, form, path) }).then(started, (fault: Error) => {
      setSending(false);
      setRefused(fault);
    });
  };
  return (
    <form ref={place} class="forecast" noValidate onSubmit={submit}>
      {on ? (
        <fieldset class="fields">
          <legend>{on.path}</legend>
          <p>{[distinction(on), ...on.off.map((name) => `${name} ${say("off", "关闭")}`), ...on.set].join(" · ")}</p>
          <Field
            label={say("Runs in all", "总模拟次数")}
            numeric
            value={choices.runs}
            input={(runs) => set({ runs })}
            fault={shown.runs}
            hint={say(`The ${grouped(on.runs)} that are there count.`, `已有的 ${grouped(on.runs)} 次计算在内。`)}
          />
        </fieldset>
      ) : (
        <AllFields form={form} choices={choices} faults={shown} taken={taken} set={set} />
      )}
      {tried && Object.keys(faults).length > 0 && (
        <p role="alert" class="notice">
          {say("Not sent: correct what is marked above.", "尚未发送：请先更正上面标出的内容。")}
        </p>
      )}
      {refused && <FaultNotice fault={refused} />}
      <p>
        <button type="submit" class="main" disabled={sending}>
          {sending ? say("Starting …", "正在开始……") : say("Start the forecast", "开始预测")}
        </button>
      </p>
    </form>
  );
}
