// SPDX-License-Identifier: Apache-2.0
import type { Form } from "../api";
import { useLanguage } from "../language";
import { meaningOf } from "./words";

interface MechanismsProps {
  mechanisms: Form["switches"];
  off: string[];
  change: (off: string[]) => void;
}

// A box for every mechanism of the model; an empty box switches it off.
export function Mechanisms({ mechanisms, off, change }: MechanismsProps) {
  const { say } = useLanguage();
  const turn = (name: string, on: boolean) =>
    change(mechanisms.map((mechanism) => mechanism.name).filter((id) => (id === name ? !on : off.includes(id))));
  return (
    <fieldset>
      <legend>{say("Mechanisms", "机制")}</legend>
      <p class="soft">
        {say(
          "All are part of the model. Take one out to see what it does: the difference to the whole model is its effect.",
          "它们都是模型的组成部分。关闭其中一个，与完整模型相比的差别就是它的作用。",
        )}
        {off.length > 0 && ` ${say(`Switched off: ${off.length}.`, `已关闭：${off.length} 个。`)}`}
      </p>
      <div class="boxes">
        {mechanisms.map((mechanism) => (
          <label>
            <input
              type="checkbox"
              checked={!off.includes(mechanism.name)}
              onChange={(event) => turn(mechanism.name, event.currentTarget.checked)}
            />
            <span>
              <code>{mechanism.name}</code> {meaningOf(mechanism, say)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
