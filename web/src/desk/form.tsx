// SPDX-License-Identifier: Apache-2.0
// The form of a forecast: from a dossier, or with the choices of a study to run again beside it.
import { useRef, useState } from "preact/hooks";
import type { DossierLine, Form, Job, StudyLine } from "../api";
import { ask } from "../ask";
import { useLanguage } from "../language";
import { ChangedNumbers } from "./changed_numbers";
import { choicesFor, choicesOf, faultsOf, wantedOf, type Choices } from "./choices";
import { FaultNotice, useAsked } from "./fault";
import { Field } from "./field";
import { Mechanisms } from "./mechanisms";
import type { View } from "./views";
import { freeName, protocolName } from "./words";

interface ForecastFormProps {
  view: View & { kind: "new" | "again" };
  dossiers: DossierLine[];
  studies: StudyLine[];
  started: (job: Job) => void;
}

export function ForecastForm({ view, dossiers, studies, started }: ForecastFormProps) {
  const { say, said } = useLanguage();
  const old = view.kind === "again" ? studies.find((line) => line.path === view.study) : undefined;
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
  const name = freeName(old ? old.path.split("/").pop()! : path.split("/").pop()!, taken);
  const first = old ? choicesOf(old, name) : choicesFor(form.data, name);
  return (
    <>
      <p>
        {dossier ? said(dossier.title) : ""} <code>{path}</code>
        {dossier && ` · ${say("as of", "截至")} ${dossier.as_of}`}
      </p>
      {old && (
        <p>
          {say(
            `The choices of ${old.path} are filled in. With the same seed both studies meet the same random numbers, so that what differs between them comes from what you change.`,
            `已填入 ${old.path} 的选项。种子相同，两项研究用的随机数就相同，因此二者的差别来自你所做的改动。`,
          )}
        </p>
      )}
      <Fields form={form.data} first={first} path={path} taken={taken} started={started} />
    </>
  );
}

interface FieldsProps {
  form: Form;
  first: Choices;
  path: string;
  taken: string[];
  started: (job: Job) => void;
}

function Fields({ form, first, path, taken, started }: FieldsProps) {
  const { say } = useLanguage();
  const [choices, setChoices] = useState(first);
  const [tried, setTried] = useState(false); // nobody is told off before trying
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<Error | null>(null);
  const place = useRef<HTMLFormElement>(null);
  const faults = faultsOf(choices, form, say);
  const shown = tried ? faults : {};
  const set = (part: Partial<Choices>) => setChoices((was) => ({ ...was, ...part }));
  const goesOn = taken.some((study) => study.split("/").pop() === choices.study.trim());
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
      <fieldset class="fields">
        <legend>{say("Study", "研究")}</legend>
        <Field
          label={say("Name of the study", "研究名称")}
          value={choices.study}
          input={(study) => set({ study })}
          fault={shown.study}
          hint={
            goesOn
              ? say(
                  "There is a study of this name: it is continued if every choice is the same, and refused otherwise.",
                  "已有同名研究：若所有选项相同则继续，否则会被拒绝。",
                )
              : say("A new folder under runs/.", "runs/ 下的新文件夹。")
          }
        />
        <Field
          label={say("Runs", "模拟次数")}
          numeric
          value={choices.runs}
          input={(runs) => set({ runs })}
          fault={shown.runs}
          hint={say("10,000 give shares to about one percent.", "10,000 次可使比例精确到约百分之一。")}
        />
        <Field
          label={say("Seed", "种子")}
          numeric
          value={choices.seed}
          input={(seed) => set({ seed })}
          fault={shown.seed}
          hint={say("The same seed gives the same random numbers.", "种子相同则随机数相同。")}
        />
        <Field
          label={say("Weeks", "周数")}
          numeric
          value={choices.weeks}
          input={(weeks) => set({ weeks })}
          fault={shown.weeks}
          hint={say(`The dossier's own horizon: ${form.weeks}.`, `卷宗自身的期限：${form.weeks}。`)}
        />
        <div class="field">
          <label for="desk-protocol">{say("How they bargain", "谈判方式")}</label>
          <select id="desk-protocol" value={choices.protocol} onChange={(event) => set({ protocol: event.currentTarget.value })}>
            {form.protocols.map((id) => (
              <option value={id}>{protocolName(id, say)}</option>
            ))}
          </select>
        </div>
      </fieldset>
      <Mechanisms mechanisms={form.switches} off={choices.off} change={(off) => set({ off })} />
      <ChangedNumbers knobs={form.knobs} changes={choices.set} faults={shown} change={(changes) => set({ set: changes })} />
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
