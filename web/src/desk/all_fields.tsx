// SPDX-License-Identifier: Apache-2.0
import type { Form } from "../api";
import { useLanguage } from "../language";
import { ChangedNumbers } from "./changed_numbers";
import { placeOfStudy, type Choices, type Faults } from "./choices";
import { Field } from "./field";
import { Mechanisms } from "./mechanisms";
import { protocolName } from "./words";

interface AllFieldsProps {
  form: Form;
  choices: Choices;
  faults: Faults;
  taken: string[]; // paths of the studies
  set: (part: Partial<Choices>) => void;
}

// Everything that can be chosen for a new study.
export function AllFields({ form, choices, faults, taken, set }: AllFieldsProps) {
  const { say } = useLanguage();
  const goesOn = taken.includes(placeOfStudy(choices.study, taken));
  return (
    <>
      <fieldset class="fields">
        <legend>{say("Study", "研究")}</legend>
        <Field
          label={say("Name of the study", "研究名称")}
          value={choices.study}
          input={(study) => set({ study })}
          fault={faults.study}
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
          fault={faults.runs}
          hint={say("10,000 give shares to about one percent.", "10,000 次可使比例精确到约百分之一。")}
        />
        <Field
          label={say("Seed", "种子")}
          numeric
          value={choices.seed}
          input={(seed) => set({ seed })}
          fault={faults.seed}
          hint={say("The same seed gives the same random numbers.", "种子相同则随机数相同。")}
        />
        <Field
          label={say("Weeks", "周数")}
          numeric
          value={choices.weeks}
          input={(weeks) => set({ weeks })}
          fault={faults.weeks}
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
        <div class="field">
          <label>
            <input type="checkbox" checked={choices.central} onChange={(event) => set({ central: event.currentTarget.checked })} />{" "}
            {say("Every number at its centre: only the course of events is random", "所有数取中心值：只有事件进程是随机的")}
          </label>
        </div>
      </fieldset>
      <Mechanisms mechanisms={form.switches} off={choices.off} change={(off) => set({ off })} />
      <ChangedNumbers knobs={form.knobs} changes={choices.set} faults={faults} change={(changes) => set({ set: changes })} />
    </>
  );
}
